// Titles that a remark in box 6 may have (Tokyo CCI guide, box 6). That list ends with "etc.", so another title is a question
// for the examiner, not an error.

export type RemarkTitle = {
  title: string;
  ja: string;
  /** A company: its name, address and country must follow. */
  party: boolean;
};

export const remarkTitles: readonly RemarkTitle[] = [
  { title: 'L/C Number', ja: '信用状番号', party: false },
  { title: 'Payment Terms', ja: '決済条件', party: false },
  { title: 'Trade Terms', ja: '取引条件', party: false },
  { title: 'Order No.', ja: '注文番号', party: false },
  { title: 'Contract No.', ja: '契約番号', party: false },
  { title: 'Sales Contract', ja: '売買契約', party: false },
  { title: 'Indent Number', ja: '買付委託番号', party: false },
  { title: 'Import License No.', ja: '輸入許可番号', party: false },
  { title: 'Manufacturer', ja: '製造者', party: true },
  { title: 'End user', ja: '最終需要者', party: true },
  { title: 'Buyer', ja: '買主', party: true },
  { title: 'Cargo Consignee', ja: '貨物の荷受人', party: true },
  { title: 'Final Destination', ja: '最終仕向地', party: false },
];

const titleKey = (title: string): string =>
  title
    .trim()
    .replace(/\s*:$/, '')
    .toUpperCase()
    .replace(/\bNUMBER\b|\bNO\b\.?/g, 'NO')
    .replace(/\bLICENCE\b/g, 'LICENSE')
    .replace(/\s+/g, ' ');

const byKey = new Map(remarkTitles.map((title) => [titleKey(title.title), title]));

/** `L/C No.:` is `L/C Number`. */
export function findRemarkTitle(title: string): RemarkTitle | undefined {
  return byKey.get(titleKey(title));
}
