// The kinds of document that an invoice certificate (インボイス証明) is made of in the chamber's form (会議所様式), and what each
// of them asks. What a commercial invoice must show is stated by Tokyo CCI; for the others it follows from what they are for.

export const documentKinds = [
  'commercial-invoice',
  'customs-invoice',
  'freight-invoice',
  'proforma-invoice',
  'packing-list',
  'weight-list',
  'price-list',
  'quotation',
  'order',
  'credit-note',
  'debit-note',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Who stands in boxes 1 and 2: the applicant sells to a buyer, offers to somebody, or orders from a seller. */
export const partyRoles = ['sale', 'offer', 'order'] as const;
export type PartyRole = (typeof partyRoles)[number];

/** The columns of figures around the description of the goods; `quantity` is with its unit, `unit` is the unit alone. */
export type FigureColumn = 'packages' | 'quantity' | 'unit' | 'unitPrice' | 'amount' | 'net' | 'gross' | 'measurement';

export type DocumentForm = {
  ja: string;
  en: string;
  /** At the top of the sheet. */
  title: string;
  parties: PartyRole;
  columns: readonly FigureColumn[];
  /** Of those, the ones that every line must have. */
  asked: readonly FigureColumn[];
  /** A line may have an amount alone: what a freight bill or a credit note is about has no quantity. */
  lumpSums: boolean;
  tradeTerms: 'must' | 'may' | 'none';
  payment: 'must' | 'may' | 'none';
  /** How the goods travel. */
  shipping: 'must' | 'may' | 'none';
  marks: 'must' | 'may';
  /** The document that it corrects must be named. */
  refersToInvoice: boolean;
};

const invoiceColumns = ['quantity', 'unitPrice', 'amount'] as const;
const weightColumns = ['packages', 'net', 'gross', 'measurement'] as const;

type Asked = Omit<DocumentForm, 'ja' | 'en' | 'title'>;

const invoice: Asked = {
  parties: 'sale',
  columns: invoiceColumns,
  asked: invoiceColumns,
  lumpSums: false,
  tradeTerms: 'must',
  payment: 'must',
  shipping: 'must',
  marks: 'must',
  refersToInvoice: false,
};
const list: Asked = { ...invoice, tradeTerms: 'none', payment: 'none' };
const offer: Asked = { ...invoice, parties: 'offer', shipping: 'may', marks: 'may' };
const note: Asked = {
  ...invoice,
  ...{ lumpSums: true, tradeTerms: 'may', payment: 'may', shipping: 'may', marks: 'may', refersToInvoice: true },
};

export const documentForms: Readonly<Record<DocumentKind, DocumentForm>> = {
  'commercial-invoice': {
    ...invoice,
    ...{ ja: 'コマーシャルインボイス', en: 'Commercial invoice', title: 'COMMERCIAL INVOICE' },
  },
  'customs-invoice': {
    ...invoice,
    ...{ ja: 'カスタムズインボイス', en: 'Customs invoice', title: 'CUSTOMS INVOICE', payment: 'may' },
  },
  'freight-invoice': {
    ...invoice,
    ...{ ja: 'フレイトインボイス', en: 'Freight invoice', title: 'FREIGHT INVOICE' },
    ...{ lumpSums: true, tradeTerms: 'may', payment: 'may', marks: 'may' },
  },
  'proforma-invoice': {
    ...invoice,
    ...{ ja: 'プロフォーマインボイス', en: 'Pro-forma invoice', title: 'PRO-FORMA INVOICE' },
    ...{ payment: 'may', shipping: 'may', marks: 'may' },
  },
  'packing-list': {
    ...list,
    ...{ ja: 'パッキングリスト', en: 'Packing list', title: 'PACKING LIST' },
    ...{ columns: ['packages', 'quantity', 'net', 'gross', 'measurement'], asked: ['quantity'] },
  },
  'weight-list': {
    ...list,
    ...{ ja: '重量・容積明細書', en: 'Weight and measurement list', title: 'WEIGHT AND MEASUREMENT LIST' },
    ...{ columns: weightColumns, asked: ['net', 'gross'] },
  },
  'price-list': {
    ...offer,
    ...{ ja: '価格表(プライスリスト)', en: 'Price list', title: 'PRICE LIST' },
    ...{ columns: ['unit', 'unitPrice'], asked: ['unit', 'unitPrice'], tradeTerms: 'may', payment: 'may' },
  },
  quotation: {
    ...offer,
    ...{ ja: '見積書(クォーテーション・オファー)', en: 'Quotation', title: 'QUOTATION', payment: 'may' },
  },
  order: {
    ...invoice,
    ...{ ja: '注文書(オーダー)', en: 'Order', title: 'ORDER', parties: 'order' },
    ...{ tradeTerms: 'may', payment: 'may', shipping: 'may', marks: 'may' },
  },
  'credit-note': { ...note, ...{ ja: 'クレジットノート', en: 'Credit note', title: 'CREDIT NOTE' } },
  'debit-note': { ...note, ...{ ja: 'デビットノート', en: 'Debit note', title: 'DEBIT NOTE' } },
};

/** What a draft whose kind is not chosen yet is shown as. */
export const documentFormOf = (kind: DocumentKind | ''): DocumentForm =>
  documentForms[kind === '' ? 'commercial-invoice' : kind];

/** Whether money stands on it: then a currency is asked. */
export const hasPrices = ({ columns }: Pick<DocumentForm, 'columns'>): boolean => columns.includes('unitPrice');
export const hasAmounts = ({ columns }: Pick<DocumentForm, 'columns'>): boolean => columns.includes('amount');
