import type { Lang } from '../page-frame.tsx';
import type { DeliveryRow } from './books.ts';
import type { FaultKind } from './faults.ts';

const ja = {
  banner: '試験用のカード会社: 実際のお金は動きません',
  title: '試験用のカード会社',
  intro: '決済の動きを見て、障害をわざと起こすためのページです。',
  endpoint: '通知の送り先',
  noEndpoint: '未設定(通知は送られません)',
  faults: '障害を起こす',
  kind: '障害の種類',
  times: '回数',
  ms: '遅らせる時間(ミリ秒、「遅れて届く」のときだけ)',
  plan: 'この障害を起こす',
  planned: 'これから起こる障害',
  nonePlanned: '予定された障害はありません。',
  clear: 'すべて取り消し、止めている通知を送る',
  badFault: '障害を起こせません。種類を選び、回数は1〜1000、時間は0〜3600000の整数で入れてください。',
  kinds: {
    lose_webhooks: '通知: 届かない',
    delay_webhooks: '通知: 遅れて届く',
    double_webhooks: '通知: 2回届く',
    reorder_webhooks: '通知: 回数分ためて逆の順に届く',
    api_silent_before: 'API: 処理せず、返事もしない',
    api_silent_after: 'API: 処理するが、返事をしない',
    api_500_before: 'API: 処理せず、500を返す',
    api_500_after: 'API: 処理するが、500を返す',
  } satisfies Record<FaultKind, string>,
  deliveries: { waiting: '送信待ち', delivered: '届いた', given_up: '断念', lost: '紛失(わざと)' } satisfies Record<
    DeliveryRow['state'],
    string
  >,
  sessions: 'お支払いページ(新しい順)',
  charges: '請求(新しい順)',
  events: '出来事と通知(新しい順)',
  none: 'まだありません。',
  time: '日時',
  id: 'ID',
  state: '状態',
  amount: '金額',
  refunded: '返金済み',
  what: '内容',
  card: 'カード',
  attempts: '送信回数と最後の結果',
  onlyNewest: (count: number) => `新しいものから${count}件だけを表示しています。`,
} as const;

type Same<T> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...given: infer A) => string
      ? (...given: A) => string
      : Same<T[K]>;
};

const en: Same<typeof ja> = {
  banner: 'Sandbox card company: no real money moves',
  title: 'Sandbox card company',
  intro: 'See what happens to payments here, and make things go wrong on purpose.',
  endpoint: 'Webhooks go to',
  noEndpoint: 'nowhere yet (none are sent)',
  faults: 'Make something go wrong',
  kind: 'What goes wrong',
  times: 'How many times',
  ms: 'Delay in milliseconds (only for “sent late”)',
  plan: 'Plan this fault',
  planned: 'Faults still to come',
  nonePlanned: 'No fault is planned.',
  clear: 'Cancel all, and send the webhooks that are held',
  badFault: 'This fault cannot be planned. Choose a kind; give times as 1 to 1000 and delay as 0 to 3600000.',
  kinds: {
    lose_webhooks: 'Webhooks: never sent',
    delay_webhooks: 'Webhooks: sent late',
    double_webhooks: 'Webhooks: sent twice',
    reorder_webhooks: 'Webhooks: held until so many are there, sent in reverse',
    api_silent_before: 'API: not carried out, no answer',
    api_silent_after: 'API: carried out, no answer',
    api_500_before: 'API: not carried out, answer 500',
    api_500_after: 'API: carried out, answer 500',
  },
  deliveries: { waiting: 'waiting', delivered: 'delivered', given_up: 'given up', lost: 'lost on purpose' },
  sessions: 'Payment pages, newest first',
  charges: 'Charges, newest first',
  events: 'Events and their webhooks, newest first',
  none: 'None yet.',
  time: 'Time',
  id: 'ID',
  state: 'State',
  amount: 'Amount',
  refunded: 'Refunded',
  what: 'What',
  card: 'Card',
  attempts: 'Times sent, last outcome',
  onlyNewest: (count) => `Only the newest ${count} are shown.`,
};

const all = { ja, en };
export type DeskWords = Same<typeof ja>;
export const deskWords = (lang: Lang): DeskWords => all[lang];
