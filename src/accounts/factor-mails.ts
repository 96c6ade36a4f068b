// What the holder of an ID is told when something happens to its second factor, so that what was not his doing is known at
// once (ASVS 6.3.7). None of them holds the ID, a code or a secret.
import type { Chamber } from '../chambers/chamber.ts';
import type { Account } from './account.ts';
import { type MailText, signedBy, timeEn, timeJa } from './password-mails.ts';

export type FactorNews =
  | { what: 'added' | 'removed'; name: string }
  | { what: 'codes_made' }
  /** How many are left. */
  | { what: 'recovery_used'; left: number }
  | { what: 'reset' }
  /** The right password, and wrong answers as often as a sign-in may give them. */
  | { what: 'guessed' };

type Words = { subject: string; text: string };

function wordsJa(news: FactorNews, at: string): Words {
  const when = `${at}(日本時間)に、お使いのID`;
  switch (news.what) {
    case 'added':
      return {
        subject: '2段階認証を追加しました',
        text: `${when}に、2段階認証「${news.name}」を追加しました。ほかの端末は、すべてサインアウトしました。`,
      };
    case 'removed':
      return {
        subject: '2段階認証を削除しました',
        text: `${when}から、2段階認証「${news.name}」を削除しました。ほかの端末は、すべてサインアウトしました。`,
      };
    case 'codes_made':
      return {
        subject: '回復コードを作り直しました',
        text: `${when}の回復コードを作り直しました。前の回復コードは、もう使えません。`,
      };
    case 'recovery_used':
      return {
        subject: '回復コードが使われました',
        text: `${when}で、回復コードが1つ使われました。残りは${news.left}個です。少なくなったときは、「2段階認証」の画面で作り直してください。`,
      };
    case 'reset':
      return {
        subject: '2段階認証を解除しました',
        text: `${when}の2段階認証を、すべて解除しました。今までのパスワードも使えません。別のメールまたは手渡しのコードで新しいパスワードを決めてから、2段階認証をもう一度設定してください。`,
      };
    case 'guessed':
      return {
        subject: '2段階認証の誤りが続きました',
        text: `${when}で、正しいパスワードのあとに、2段階認証の誤りが続きました。サインインは行われていません。`,
      };
  }
}

function wordsEn(news: FactorNews, at: string): Words {
  const when = `on ${at} JST`;
  switch (news.what) {
    case 'added':
      return {
        subject: 'A second factor was added',
        text: `The second factor “${news.name}” was added to your ID ${when}. It was signed out everywhere else.`,
      };
    case 'removed':
      return {
        subject: 'A second factor was removed',
        text: `The second factor “${news.name}” was removed from your ID ${when}. It was signed out everywhere else.`,
      };
    case 'codes_made':
      return {
        subject: 'New recovery codes were made',
        text: `New recovery codes were made for your ID ${when}. The old ones work no more.`,
      };
    case 'recovery_used':
      return {
        subject: 'A recovery code was used',
        text: `A recovery code of your ID was used ${when}. ${news.left} ${news.left === 1 ? 'is' : 'are'} left. When they become few, make new ones on the page “Second factor”.`,
      };
    case 'reset':
      return {
        subject: 'Your second factors were taken away',
        text: `All second factors of your ID were taken away ${when}. Your old password does not work either. Choose a new one with the code that comes in another mail or is handed to you, then set up a second factor again.`,
      };
    case 'guessed':
      return {
        subject: 'Wrong answers for your second factor',
        text: `After the right password, wrong answers for the second factor of your ID came one after another ${when}. Nobody was signed in.`,
      };
  }
}

export function factorMail(
  to: Pick<Account, 'nameJa' | 'nameEn'>,
  chamber: Chamber,
  news: FactorNews,
  at: Date,
): MailText {
  const [ja, en] = [wordsJa(news, timeJa(at)), wordsEn(news, timeEn(at))];
  const guessed = news.what === 'guessed';
  return {
    subject: `${ja.subject} / ${en.subject}`,
    text: [
      `${to.nameJa} 様`,
      ja.text,
      guessed
        ? '心当たりがないときは、だれかがパスワードを知っています。すぐにパスワードを変えてください。'
        : '心当たりがないときは、すぐに商工会議所へご連絡ください。',
      ...signedBy(chamber),
      '—',
      `Dear ${to.nameEn},`,
      en.text,
      guessed
        ? 'If it was not you, somebody knows your password: change it at once.'
        : 'If it was not you, please tell your chamber at once.',
      `${chamber.nameEn}\n${chamber.telephone}\n${chamber.mail}`,
    ].join('\n\n'),
  };
}
