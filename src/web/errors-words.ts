import type { RefusalCode } from '../lib/refusal.ts';
import { catalogue, type Lang } from './ui/words.ts';

/** A refusal, or `internal`: a fault of ours. */
export type ErrorCode = RefusalCode | 'internal';

/** What happened, what it means for the work in hand, and what to do. */
export type ErrorText = { title: string; meaning: string; todo: string };

const ja: Record<ErrorCode, ErrorText> = {
  not_signed_in: {
    title: 'サインインしてください',
    meaning: 'サインインしていないか、時間がたってサインアウトしました。保存済みの内容は残っています。',
    todo: 'サインインすると、続きから作業できます。',
  },
  not_allowed: {
    title: 'この操作の権限がありません',
    meaning: 'サインイン中のIDでは、この画面の閲覧または操作ができません。何も変更されていません。',
    todo: '必要な場合は、自社の管理者に権限を確認してください。',
  },
  proof_needed: {
    title: 'もう一度、ご本人の確認をお願いします',
    meaning: '大切な操作の前に、30分に1回、ご本人であることを確かめています。いまの操作は行われていません。',
    todo: '確認が済むと、続きから操作できます。前の画面に戻ると、入力した内容が残っています。',
  },
  factor_needed: {
    title: '2段階認証の設定が必要です',
    meaning: '証明書の認証などの操作は、パスワードだけではできません。いまの操作は行われていません。',
    todo: '認証アプリまたはパスキーを設定してから、もう一度操作してください。ほかの操作は、これまでどおりできます。',
  },
  not_found: {
    title: 'ページが見つかりません',
    meaning: 'アドレスが間違っているか、サインイン中のIDでは見られないページです。',
    todo: 'アドレスを確認するか、トップページから探してください。',
  },
  conflict: {
    title: 'ほかの人が先に変更しました',
    meaning: 'この画面を開いたあとに、同じ案件がほかの人によって変更されました。いまの操作は行われていません。',
    todo: '前の画面を開き直し、新しい内容を確かめてから、もう一度操作してください。',
  },
  invalid: {
    title: '入力を直してください',
    meaning: '受け付けられない内容がありました。いまの操作は行われていません。',
    todo: '前の画面に戻り、次の点を直して、もう一度送ってください。',
  },
  too_many: {
    title: '操作の回数が多すぎます',
    meaning: '短い時間に操作が続いたため、いったん受付を止めました。いまの操作は行われていません。',
    todo: '少し待ってから、もう一度お試しください。',
  },
  too_large: {
    title: '送られたデータが大きすぎます',
    meaning: '受け付けられる大きさを超えています。何も保存されていません。',
    todo: '前の画面に戻り、書かれている上限より小さくして、もう一度送ってください。',
  },
  unavailable: {
    title: 'ただいま利用できません',
    meaning: '必要な外部のサービスが応答していません。いまの操作は行われていません。保存済みの内容は残っています。',
    todo: '数分たってから、もう一度お試しください。',
  },
  internal: {
    title: 'システムの不具合が起きました',
    meaning: '処理を終えられませんでした。不具合の内容は記録しました。',
    todo: '前の画面を開き直し、操作が済んでいるかどうかを確かめてください。続く場合は、下の番号を添えて商工会議所へご連絡ください。',
  },
};

const en: Record<ErrorCode, ErrorText> = {
  not_signed_in: {
    title: 'Please sign in',
    meaning: 'You are not signed in, or you were signed out after some time. What was saved is kept.',
    todo: 'Sign in to go on where you left off.',
  },
  not_allowed: {
    title: 'You do not have the right to do this',
    meaning: 'The ID you signed in with cannot see or do this. Nothing was changed.',
    todo: 'If you need it, please ask the administrator at your company.',
  },
  proof_needed: {
    title: 'Please show once more who you are',
    meaning: 'Before what counts most we ask for it, once in 30 minutes. Your action was not carried out.',
    todo: 'Then you can go on where you were. What you typed is still there when you go back to the page before.',
  },
  factor_needed: {
    title: 'A second factor is needed',
    meaning: 'Certifying, and what goes with it, is not done with a password alone. Your action was not carried out.',
    todo: 'Set up an authenticator app or a passkey, then try again. Everything else works as before.',
  },
  not_found: {
    title: 'Page not found',
    meaning: 'The address is wrong, or the ID you signed in with cannot see this page.',
    todo: 'Check the address, or start from the top page.',
  },
  conflict: {
    title: 'Somebody else changed this first',
    meaning: 'The same case was changed by another person after you opened the page. Your action was not carried out.',
    todo: 'Open the page again, check what is new, and then try again.',
  },
  invalid: {
    title: 'Please correct your input',
    meaning: 'Some of the input cannot be accepted. Your action was not carried out.',
    todo: 'Go back, correct the following, and send it again.',
  },
  too_many: {
    title: 'Too many requests',
    meaning: 'Many requests came in a short time, so we stopped for a while. Your action was not carried out.',
    todo: 'Please wait a little and try again.',
  },
  too_large: {
    title: 'The data sent is too large',
    meaning: 'It is larger than we can accept. Nothing was saved.',
    todo: 'Go back, make it smaller than the limit shown there, and send it again.',
  },
  unavailable: {
    title: 'This is not available now',
    meaning: 'A service that we need does not answer. Your action was not carried out. What was saved is kept.',
    todo: 'Please try again in a few minutes.',
  },
  internal: {
    title: 'Something went wrong on our side',
    meaning: 'The request could not be completed. The fault was recorded.',
    todo: 'Open the page again and check whether your action was carried out. If this happens again, contact the chamber and give the number below.',
  },
};

/** Words for every code: a new code without words does not compile. */
export const errorTexts: Record<Lang, Record<ErrorCode, ErrorText>> = { ja, en };

export const errorWords = catalogue(
  {
    requestId: 'お問い合わせ番号',
    home: 'トップページへ',
    signIn: 'サインイン',
    setUp: '2段階認証を設定する',
    prove: 'ご本人の確認へ',
    retryAfter: (seconds: number) =>
      seconds < 90 ? `あと${seconds}秒お待ちください。` : `あと${Math.ceil(seconds / 60)}分お待ちください。`,
  },
  {
    requestId: 'Reference number for enquiries',
    home: 'Go to the top page',
    signIn: 'Sign in',
    setUp: 'Set up a second factor',
    prove: 'Show who you are',
    retryAfter: (seconds) =>
      seconds < 90
        ? `Please wait ${seconds} second${seconds === 1 ? '' : 's'}.`
        : `Please wait ${Math.ceil(seconds / 60)} minutes.`,
  },
);
