import { catalogue } from '../ui/words.ts';

/** Asked once more, before what cannot simply be undone. */
export const askWords = catalogue(
  {
    back: '案件へ戻る',
    stop: 'やめる',
    reason: '理由(申請者に伝わります)',
    toExaminers: '審査の担当者への伝言(申請者には伝わりません)',
    rejectTitle: 'この申請を却下しますか',
    rejectText: '却下すると、この申請は終わりです。申請者は、理由を見て、新しく申請し直すことができます。',
    rejectYes: '却下する',
    rejectNext: '却下して次へ',
    certifyTitle: 'この案件を認証しますか',
    certifyText: (date: string) =>
      `認証すると、証明書番号が付き、内容と認証日(${date})が確定します。番号は認証の順に付くため、いまはまだ決まっていません。`,
    certifySigned: (name: string, title: string) => `証明書には、認証者として「${name}, ${title}」と、公印が入ります。`,
    certifyAfter: '申請者にメールで知らせ、支払いのあとに証明書を交付します。',
    certifyYes: '認証する',
    certifyNext: '認証して次へ',
    hand_backTitle: '審査に差し戻しますか',
    hand_backText: '案件は「申請中」に戻り、審査の担当者がもう一度見ます。申請者には知らせません。',
    hand_backYes: '差し戻す',
    cancelTitle: 'この案件の承認を取り消しますか',
    cancelText: (number: string) => `証明書番号 ${number} は欠番になり、もう使われません。申請者にメールで知らせます。`,
    cancelYes: '承認を取り消す',
    sheet: '認証する内容(見本 1枚目)',
  },
  {
    back: 'Back to the case',
    stop: 'Do not do this',
    reason: 'Reason (the applicant is told)',
    toExaminers: 'Note to the examiners (the applicant is not told)',
    rejectTitle: 'Reject this application?',
    rejectText: 'The application then ends. The applicant sees the reason and can apply anew.',
    rejectYes: 'Reject',
    rejectNext: 'Reject, next case',
    certifyTitle: 'Certify this case?',
    certifyText: (date) =>
      `The certificate number is given, and the content and the date (${date}) are fixed. Numbers follow the order of certifying, so it is not known yet.`,
    certifySigned: (name, title) => `The certificate will bear your name, ${name} (${title}), and the chamber’s seal.`,
    certifyAfter: 'The applicant is told by mail, and the certificate is issued after payment.',
    certifyYes: 'Certify',
    certifyNext: 'Certify, next case',
    hand_backTitle: 'Hand it back to the examiners?',
    hand_backText: 'It becomes “Submitted” again and is examined once more. The applicant is not told.',
    hand_backYes: 'Hand back',
    cancelTitle: 'Cancel the certification?',
    cancelText: (number) =>
      `Certificate No. ${number} becomes void and is never used again. The applicant is told by mail.`,
    cancelYes: 'Cancel the certification',
    sheet: 'What is certified (specimen, sheet 1)',
  },
);
