import { catalogue } from '../../ui/words.ts';

/** 登録料 on the pages of a procedure. `fee`: the sum with its tax. */
export const feeWords = catalogue(
  {
    heading: '登録料',
    lead: '会員区分を確かめて、登録料を申請者に知らせます。申請者にはメールでも知らせます。',
    online: 'オンライン(クレジットカード)または窓口でお支払いいただけます。',
    counterOnly: '窓口でお支払いいただきます。',
    tell: '登録料を知らせる',
    classAgain: '会員区分を改める',
    tellAgain: '改めて知らせる',
    unset: '登録料は、書類がそろってから知らせます。',
    free: '無料',
    told: (fee: string, memberClass: string) =>
      `${memberClass}の登録料 ${fee} を知らせました。お支払いを待っています。`,
    toldFree: (memberClass: string) => `登録料はかかりません(${memberClass})。`,
    owed: 'お支払い待ち',
    paid: '支払済',
    paidText: (fee: string, memberClass: string, how: string) =>
      `${memberClass}の登録料 ${fee} は、${how}で支払い済みです。`,
    byCard: 'クレジットカード',
    byCounter: '窓口',
    receive: (fee: string) => `窓口で ${fee} を受領した`,
    paying: 'オンラインで支払い手続き中',
    payingText: (until: string) =>
      `申請者がカード会社のページを開いています(${until} まで)。支払いが済むか、申請者が取りやめるまで、登録料を改めることも、窓口で受領することもできません。`,
    toReturn: '返金が必要です',
    toReturnText: (fee: string, how: string) =>
      `この手続きの登録料 ${fee} は、${how}で支払われています。受理しなかったため、商工会議所から申請者に返金してください。返金は自動では行いません。`,
    returned: (at: string) => `返金済み(${at})`,
    return: '返金を済ませた',
    rejectPaid: (fee: string) => `登録料 ${fee} が支払われています。却下すると、商工会議所からの返金が必要になります。`,
    rejectPaying: '申請者がオンラインで支払い手続き中です。却下すると、その支払いを取りやめます。',
    rejectUnavailable:
      'カード会社につながらず、申請者の支払いを取りやめられなかったため、却下していません。少し待ってからもう一度お試しください。',
    unavailable: 'カード会社につながりませんでした',
  },
  {
    heading: 'Registration fee',
    lead: 'Check the membership and tell the firm what it owes; it is mailed as well.',
    online: 'It may be paid online by credit card, or at the counter.',
    counterOnly: 'It is paid at the counter.',
    tell: 'Tell the firm its fee',
    classAgain: 'Change the membership',
    tellAgain: 'Tell it anew',
    unset: 'The fee is told when the papers are there.',
    free: 'none',
    told: (fee, memberClass) => `The firm was told ${fee} (${memberClass}). Waiting for payment.`,
    toldFree: (memberClass) => `There is no fee (${memberClass}).`,
    owed: 'Waiting for payment',
    paid: 'Paid',
    paidText: (fee, memberClass, how) => `${fee} (${memberClass}) has been paid ${how}.`,
    byCard: 'by credit card',
    byCounter: 'at the counter',
    receive: (fee) => `${fee} was received at the counter`,
    paying: 'Being paid online',
    payingText: (until) =>
      `The firm has opened the card company’s page (until ${until}). Until it has paid or given up, the fee can neither be changed nor received at the counter.`,
    toReturn: 'To be given back',
    toReturnText: (fee, how) =>
      `The fee of ${fee} was paid ${how}. The procedure was not accepted, so the chamber gives it back to the firm. Nothing is refunded by itself.`,
    returned: (at) => `Given back (${at})`,
    return: 'It was given back',
    rejectPaid: (fee) => `The fee of ${fee} has been paid. After a rejection the chamber has to give it back.`,
    rejectPaying: 'The firm is paying online at this moment. A rejection gives that payment up.',
    rejectUnavailable:
      'The card company did not answer, so the firm’s payment could not be given up and nothing was rejected. Please try again in a moment.',
    unavailable: 'The card company did not answer',
  },
);
