import { catalogue } from '../../ui/words.ts';

/** 登録料 on the page of a form. `fee`: the sum with its tax. */
export const ownFeeWords = catalogue(
  {
    owedHeading: '登録料をお支払いください',
    owedText: (fee: string) => `登録料は ${fee} です。お支払いを確認したあとに、手続きを受理します。`,
    byCard: 'このページからクレジットカードで、または商工会議所の窓口でお支払いいただけます。',
    byCounter: '商工会議所の窓口でお支払いください。',
    cards:
      'カード番号は、カード会社のページで入力していただきます。商工会議所がカード番号を見ることも、お預かりすることもありません。',
    pay: 'カード会社のページで支払う',
    begunHeading: '登録料のお支払いの途中です',
    begunText: (fee: string, until: string) =>
      `登録料 ${fee} のお支払いは、まだ済んでいません。${until} までに、カード会社のページでお支払いください。窓口でお支払いになるときは、先に「支払いをやめる」を押してください。`,
    continue: '支払いを続ける',
    cancel: '支払いをやめる',
    confirmingHeading: 'お支払いを確認しています',
    confirmingText: 'カード会社にお支払いの結果を確かめています。結果が分かりしだい、この画面に表示します。',
    confirmingMore:
      'この画面を閉じても、確認は続き、結果はメールでもお知らせします。まだカードの入力が済んでいないときは、支払いを続けてください。',
    look: '最新の状況を確かめる',
    paidHeading: '登録料のお支払いが済みました',
    paidText: (fee: string) => `登録料 ${fee} のお支払いを確認しました。手続きの結果をお待ちください。`,
    paidByCard: (fee: string) => `${fee}、カードでお支払い済み`,
    paidByCounter: (fee: string) => `${fee}、窓口でお支払い済み`,
    owed: (fee: string) => `${fee}、お支払い待ち`,
    returned: (fee: string) => `${fee}、返金済み`,
    statement: 'ご利用明細(PDF)',
    free: 'かかりません',
    endedHeading: 'お支払いは行われていません',
    endedText: '前のお支払いは取りやめになりました。請求はされていません。',
    toReturnHeading: 'お支払い済みの登録料について',
    toReturnText: (fee: string) =>
      `お支払いいただいた登録料 ${fee} は、商工会議所が返金します。返金の方法は、商工会議所にお問い合わせください。`,
    cancelPaid: (fee: string) =>
      `登録料 ${fee} をお支払いいただいています。手続きを取り消したときの返金は、商工会議所が行います。`,
    cancelPaying: '登録料のお支払いの途中です。手続きを取り消すと、お支払いも取りやめます。',
    conflictHeading: 'お支払いの状況が変わりました',
    conflict:
      'この画面を開いたあとに、登録料またはお支払いの状況が変わりました。請求はされていません。いまの状況は次のとおりです。',
    unavailableHeading: 'カード会社につながりませんでした',
    unavailable: 'しばらく待ってから、もう一度お試しください。お支払いの状況は、この画面でお確かめいただけます。',
  },
  {
    owedHeading: 'Please pay the registration fee',
    owedText: (fee) => `The registration fee is ${fee}. The procedure is accepted once it is paid.`,
    byCard: 'Pay by credit card from this page, or at the chamber’s counter.',
    byCounter: 'Please pay it at the chamber’s counter.',
    cards: 'You type the card number on the card company’s page. The chamber never sees or keeps it.',
    pay: 'Pay on the card company’s page',
    begunHeading: 'The fee is not paid yet',
    begunText: (fee, until) =>
      `Please pay the fee of ${fee} on the card company’s page by ${until}. To pay at the counter instead, give this payment up first.`,
    continue: 'Go on paying',
    cancel: 'Give this payment up',
    confirmingHeading: 'The payment is being checked',
    confirmingText: 'We are asking the card company for the result. It is shown here as soon as it is known.',
    confirmingMore:
      'You may close this page; we go on asking, and mail you the result. If you have not entered your card yet, go on paying.',
    look: 'Check the state now',
    paidHeading: 'The registration fee is paid',
    paidText: (fee) => `The fee of ${fee} has been paid. Please wait for the result of the procedure.`,
    paidByCard: (fee) => `${fee}, paid by card`,
    paidByCounter: (fee) => `${fee}, paid at the counter`,
    owed: (fee) => `${fee}, not paid yet`,
    returned: (fee) => `${fee}, given back`,
    statement: 'Usage statement (PDF)',
    free: 'None',
    endedHeading: 'Nothing was paid',
    endedText: 'The payment before has ended. Nothing was charged.',
    toReturnHeading: 'The fee that you paid',
    toReturnText: (fee) => `The chamber gives the fee of ${fee} back. Please ask the chamber how.`,
    cancelPaid: (fee) => `You have paid the fee of ${fee}. If you cancel the procedure, the chamber gives it back.`,
    cancelPaying: 'The fee is being paid at this moment. Cancelling the procedure gives that payment up as well.',
    conflictHeading: 'Something has changed',
    conflict:
      'The fee or its payment has changed since you opened this page. Nothing was charged. The state now is shown below.',
    unavailableHeading: 'The card company did not answer',
    unavailable: 'Please try again in a moment. This page shows the state of your payment.',
  },
);
