import { catalogue } from '../ui/words.ts';

/** A payment that the card company calls paid, and that does not fit what was asked of it. */
export const mismatchWords = catalogue(
  {
    waiting: (n: string) => `カード会社の回答が請求と合わないお支払いが${n}件あります`,
    waitingText: '決済として扱っていないため、証明書は交付されません。カード会社の管理画面で確かめてください。',
    toList: '合わないお支払いを見る',
    heading: 'カード会社の回答が請求と合わないお支払い',
    lead: 'カード会社は支払い済みと回答していますが、内容がこちらの請求と合いません。決済として扱っていないため、証明書は交付されません。カード会社の管理画面でお支払い番号を検索し、事実を確かめてください。回答が請求と合えば自動的に決済となり、この一覧から消えます。',
    caption: 'カード会社の回答が請求と合わないお支払い',
    payment: 'お支払い番号',
    firm: '申請者',
    asked: '請求額',
    said: 'カード会社の回答',
    amount: (found: string) => `支払われた金額は ${found}`,
    otherPayment: (found: string) => `別のお支払い(${found})のページ`,
    noIntent: '決済番号(payment intent)のない支払い',
    at: '最初に分かった日時',
    applications: '受付番号',
  },
  {
    waiting: (n) => `Payments that do not fit what the card company says: ${n}`,
    waitingText:
      'They are not taken as paid, so no certificate is issued. Please look into them at the card company’s own desk.',
    toList: 'See these payments',
    heading: 'Payments that do not fit what the card company says',
    lead: 'The card company calls these paid, but what it says does not fit what was asked for. They are not taken as paid, and no certificate is issued. Search for the payment number at the card company’s own desk and find out what happened. As soon as its answer fits, the payment is settled by itself and leaves this list.',
    caption: 'Payments that do not fit what the card company says',
    payment: 'Payment number',
    firm: 'Applicant',
    asked: 'Asked for',
    said: 'The card company says',
    amount: (found) => `${found} was paid`,
    otherPayment: (found) => `The page is of another payment (${found})`,
    noIntent: 'Paid without a payment intent',
    at: 'First known',
    applications: 'Receipt number',
  },
);
