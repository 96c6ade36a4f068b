// 登録料: what a firm is told of it by mail.

export type FeeMail =
  | {
      kind: 'fee';
      /** Tax included. */
      yen: number;
      /** May be paid by card as well. */
      online: boolean;
    }
  | { kind: 'fee_paid'; yen: number };

type Words = { subject: string; text: string };

export function feeMailWords(mail: FeeMail): { ja: Words; en: Words } {
  if (mail.kind === 'fee_paid') return paidWords(mail.yen);
  return mail.yen === 0 ? freeWords : owedWords(mail.yen, mail.online);
}

const money = (yen: number): { ja: string; en: string } => ({
  ja: `${yen.toLocaleString('en-US')}円(税込)`,
  en: `${yen.toLocaleString('en-US')} yen (tax included)`,
});

function owedWords(yen: number, online: boolean): { ja: Words; en: Words } {
  const { ja, en } = money(yen);
  return {
    ja: {
      subject: '登録料のお支払いのお願い',
      text: online
        ? `登録料は ${ja} です。次のページからクレジットカードでお支払いいただくか、商工会議所の窓口でお支払いください。お支払いの確認後に、手続きを受理します。`
        : `登録料は ${ja} です。商工会議所の窓口でお支払いください。お支払いの確認後に、手続きを受理します。`,
    },
    en: {
      subject: 'Please pay the registration fee',
      text: online
        ? `The registration fee is ${en}. Please pay it by credit card on the page below, or at the chamber's counter. The procedure is accepted once it is paid.`
        : `The registration fee is ${en}. Please pay it at the chamber's counter. The procedure is accepted once it is paid.`,
    },
  };
}

const freeWords: { ja: Words; en: Words } = {
  ja: {
    subject: '登録料の変更のお知らせ',
    text: '登録料はかからないことになりました。お支払いは不要です。',
  },
  en: { subject: 'No registration fee', text: 'There is no registration fee after all. Nothing is to be paid.' },
};

function paidWords(yen: number): { ja: Words; en: Words } {
  const { ja, en } = money(yen);
  return {
    ja: {
      subject: '登録料のお支払いの確認',
      text: `登録料 ${ja} のお支払いを確認しました。ご利用明細は、次のページから保存できます。`,
    },
    en: {
      subject: 'The registration fee is paid',
      text: `The registration fee of ${en} has been paid. The usage statement can be saved from the page below.`,
    },
  };
}
