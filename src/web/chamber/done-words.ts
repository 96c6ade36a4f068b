import { catalogue } from '../ui/words.ts';

/** What was just done, said on the page that comes after. */
export const doneWords = catalogue(
  {
    approve: (receipt: string) => `${receipt} を審査済にしました。`,
    certify: (receipt: string) => `${receipt} を認証しました。`,
    numbered: (number: string) => `証明書番号 ${number}`,
    'send-back': (receipt: string) => `${receipt} の修正を依頼しました。申請者にメールで知らせます。`,
    reject: (receipt: string) => `${receipt} を却下しました。申請者にメールで知らせます。`,
    'hand-back': (receipt: string) => `${receipt} を審査に差し戻しました。`,
    cancel: (receipt: string) => `${receipt} の承認を取り消しました。申請者にメールで知らせます。`,
    release: (receipt: string) => `${receipt} の担当を外れました。`,
    resume: (receipt: string) => `${receipt} の交付を再開しました。証明書ができると、申請者にメールで知らせます。`,
    reopen: (receipt: string) => `${receipt} の印刷期間を改めました。申請者にメールで知らせます。`,
    reopened: (day: string) => `申請者は、${day} 24:00 まで、ORIGINALとCOPYを何度でもダウンロードできます。`,
  },
  {
    approve: (receipt) => `${receipt} is marked as examined.`,
    certify: (receipt) => `${receipt} is certified.`,
    numbered: (number) => `Certificate No. ${number}`,
    'send-back': (receipt) => `Corrections requested for ${receipt}. The applicant is told by mail.`,
    reject: (receipt) => `${receipt} is rejected. The applicant is told by mail.`,
    'hand-back': (receipt) => `${receipt} is handed back to the examiners.`,
    cancel: (receipt) => `The certification of ${receipt} is cancelled. The applicant is told by mail.`,
    release: (receipt) => `You no longer hold ${receipt}.`,
    resume: (receipt) =>
      `${receipt} is being issued again. The applicant is told by mail when the certificate is there.`,
    reopen: (receipt) => `${receipt} has a new print window. The applicant is told by mail.`,
    reopened: (day) => `The applicant can download ORIGINAL and COPY as often as needed, until ${day}, 24:00 JST.`,
  },
);
