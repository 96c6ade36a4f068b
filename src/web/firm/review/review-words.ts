import { catalogue } from '../../ui/words.ts';

export const reviewWords = catalogue(
  {
    notReady: (n: string) => `直すところが${n}か所あります`,
    notReadyText: '直すところがなくなると、申請できます。文を選ぶと、その欄へ移ります。',
    refusedHeading: 'まだ申請できません',
    refusedText: '申請は行われていません。次の一覧の内容を直してから、もう一度申請してください。',
    conflictHeading: 'ほかの画面で内容が変更されています',
    conflictText: '申請は行われていません。次の見本は新しい内容です。もう一度確かめてから、申請してください。',
    blocking: '申請の前に直すところ',
    warnings: '念のため確かめるところ',
    warningsLead: 'このままでも申請できます。審査の担当者にも同じ内容が表示されます。',
    whys: '確かめる点について、審査の担当者に伝える(任意)',
    whysLead: 'そのままでよい理由があれば書いてください。審査の画面で、同じ点の下に表示されます。',
    row: (n: number) => `${n}行目: `,
    more: (n: string) => `ほかに${n}件あります`,
    mends: (n: string) => `全角文字など${n}か所は、まとめて置き換えられます。`,
    toMends: '置き換える画面へ',
    sources: '決まりの出典を見る',
    sheets: (n: string) => `証明書の見本(${n}枚)`,
    sheetsLead: '保存されている内容で作った見本です。SPECIMENと入ったものは、証明書として使えません。',
    sheetAlt: (k: number, n: number) => `見本 ${k}枚目(全${n}枚)。保存されている記載をそのまま表したものです。`,
    sheetsMore: (shown: number) => `画面には初めの${shown}枚だけを表示しています。全部の見本はPDFで確かめてください。`,
    pdf: '見本をPDFで開く',
    submitBlocked: '直すところが残っているため、まだ申請できません。',
    toBlocking: '直すところの一覧へ戻る',
  },
  {
    notReady: (n) => (n === '1' ? '1 thing to correct' : `${n} things to correct`),
    notReadyText: 'When nothing is left to correct, you can submit. Select an item to go to its field.',
    refusedHeading: 'It cannot be submitted yet',
    refusedText: 'Nothing was submitted. Please correct the items listed below and submit again.',
    conflictHeading: 'The content was changed in another window',
    conflictText: 'Nothing was submitted. The specimen below shows the new content. Please check it and submit again.',
    blocking: 'To correct before you submit',
    warnings: 'To check once more',
    warningsLead: 'You may submit it as it is. The examiner sees the same list.',
    whys: 'Tell the examiner about the points to check (optional)',
    whysLead:
      'If there is a reason to leave a point as it is, write it here. The examiner sees it below the same point.',
    row: (n) => `Line ${n}: `,
    more: (n) => (n === '1' ? '1 more like this' : `${n} more like this`),
    mends: (n) =>
      n === '1'
        ? '1 place with full-width or typographic characters can be corrected for you.'
        : `${n} places with full-width or typographic characters can be corrected at once.`,
    toMends: 'Go to the button',
    sources: 'Where these rules come from',
    sheets: (n) =>
      n === '1' ? 'The certificate as a specimen (1 sheet)' : `The certificate as a specimen (${n} sheets)`,
    sheetsLead: 'Made from what is saved now. A sheet marked SPECIMEN cannot be used as a certificate.',
    sheetAlt: (k, n) => `Specimen, sheet ${k} of ${n}, with the entries as saved.`,
    sheetsMore: (shown) => `Only the first ${shown} sheets are shown here. Open the PDF to see them all.`,
    pdf: 'Open the specimen as a PDF',
    submitBlocked: 'Some things are still to be corrected, so it cannot be submitted yet.',
    toBlocking: 'Back to the things to correct',
  },
);
