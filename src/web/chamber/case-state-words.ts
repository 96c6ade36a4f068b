import type { ApplicationStatus } from '../../applications/lifecycle.ts';
import { historyWords } from '../firm/applications/application-overview-words.ts';
import { catalogue } from '../ui/words.ts';

/** What happens next, as the chamber's staff are told. */
export const deskNextWords = catalogue<Record<ApplicationStatus, string>>(
  {
    draft: '申請者が作成中です。',
    submitted: '申請の内容を、典拠インボイスと見比べて審査してください。',
    returned: '申請者の修正を待っています。再申請されると、一覧に戻ります。',
    approved: '認証を待っています。認証すると、証明書番号が付きます。',
    rejected: '却下しました。この案件は終わりです。',
    certified: '承認しました。申請者の支払いを待っています。',
    paid: '支払いが済みました。証明書を作成しています。',
    held: '支払いは済みましたが、証明書を交付できていません。原因を除いてから、もう一度交付してください。原因が分からないときは、受付番号をシステムの管理者に伝えてください。',
    issued: '証明書を交付しました。',
    refunded: '証明書を交付できず、返金しました。',
    withdrawn: '申請者が取り下げました。この案件は終わりです。',
    cancelled: '承認を取り消しました。証明書番号は欠番になります。',
    lapsed: '支払いの期限を過ぎ、承認が失効しました。',
  },
  {
    draft: 'The applicant is preparing it.',
    submitted: 'Compare what is declared with the invoice.',
    returned: 'It waits for the applicant to correct it, and comes back to the queue when submitted again.',
    approved: 'It waits to be certified. Its certificate number is given then.',
    rejected: 'It was rejected. The case is closed.',
    certified: 'It is certified, and waits for the applicant to pay.',
    paid: 'It is paid. The certificate is being made.',
    held: 'It is paid, and the certificate could not be issued. Remove the cause, then issue it again. If the cause is not clear, tell the receipt number to whoever runs the system.',
    issued: 'The certificate has been issued.',
    refunded: 'The certificate could not be issued; the payment was refunded.',
    withdrawn: 'The applicant has withdrawn it. The case is closed.',
    cancelled: 'The certification was cancelled. The certificate number stays void.',
    lapsed: 'It was not paid in time, and the certification has lapsed.',
  },
);

/** Steps of the history as staff see them: those of the firm's view, and the chamber's own. */
export const deskHistoryWords = catalogue(
  {
    ...historyWords.ja,
    claim: '担当',
    release: '担当を外れる',
    hand_back: '審査に差戻し',
    go_on: '処分があるが進める',
  },
  {
    ...historyWords.en,
    claim: 'Taken',
    release: 'Put back',
    hand_back: 'Handed back to the examiners',
    go_on: 'Let go on in spite of a sanction',
  },
);

export const standingTagWords = catalogue(
  {
    not_yet: '有効期間の前',
    expired: '有効期限切れ',
    ended: '登録終了',
    struck_off: '登録抹消',
    suspended: '発給停止中',
  },
  {
    not_yet: 'not valid yet',
    expired: 'expired',
    ended: 'ended',
    struck_off: 'struck off',
    suspended: 'suspended',
  },
);

export const decisionWords = catalogue(
  { returned: '修正の依頼', rejected: '却下', approved: '審査済' },
  { returned: 'Correction requested', rejected: 'Rejected', approved: 'Examined' },
);
