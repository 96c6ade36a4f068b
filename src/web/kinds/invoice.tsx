// The invoice certificate on the pages that show every kind.
import { findCountry } from '../../applications/countries.ts';
import type { Place } from '../../applications/finding.ts';
import { formatDecimal } from '../../applications/forms/decimal.ts';
import { type InvoiceContent, InvoiceLine, transportWays } from '../../applications/forms/invoice/content.ts';
import { findCurrency } from '../../applications/forms/invoice/currencies.ts';
import {
  documentFormOf,
  documentForms,
  documentKinds,
  hasAmounts,
} from '../../applications/forms/invoice/document-kinds.ts';
import { amountsOf } from '../../applications/forms/invoice/money.ts';
import { boxText, deliveryText, type FittedBox, fixedBoxes } from '../../applications/forms/invoice/sheet-boxes.ts';
import { isDay } from '../../lib/day.ts';
import { invoiceLabel } from '../firm/invoice/invoice-labels.ts';
import { formatCount, formatDay } from '../ui/dates.ts';
import type { SummaryItem } from '../ui/summary-list.tsx';
import { Table } from '../ui/table.tsx';
import { catalogue, type Lang } from '../ui/words.ts';
import type { DraftStep, Found, KindPages } from './kind-pages.ts';

/** Box 7 is said `goods` where it is about the lines. */
const placeWords = catalogue(
  {
    request: '証明依頼書',
    '1': '第1欄 作成者',
    '2': '第2欄 相手方(買主・宛先)',
    '3': '第3欄 荷受人',
    '4': '第4欄 番号・日付',
    '5': '第5欄 船積事項',
    '6': '第6欄 貿易条件・支払条件・参照番号',
    '7': '第7欄 明細と合計',
    goods: '明細の行',
    '8': '第8欄 作成者の宣誓',
    invoice: '添付書類',
  },
  {
    request: 'Request sheet',
    '1': 'Box 1, Issuer',
    '2': 'Box 2, Other party',
    '3': 'Box 3, Consignee',
    '4': 'Box 4, No. and date',
    '5': 'Box 5, Shipping particulars',
    '6': 'Box 6, Terms and references',
    '7': 'Box 7, Goods and totals',
    goods: 'Lines of goods',
    '8': 'Box 8, Declaration',
    invoice: 'Attachments',
  },
);
type PlaceHere = keyof (typeof placeWords)['ja'];
const isHere = (place: Place): place is PlaceHere & Place => Object.hasOwn(placeWords.ja, place);

const wayWords = catalogue<Record<(typeof transportWays)[number], string>>(
  {
    sea: '船',
    air: '航空機',
    post: '郵便',
    courier: '国際宅配便',
    rail: '鉄道',
    road: 'トラック',
    several: '複合輸送',
  },
  {
    sea: 'By sea',
    air: 'By air',
    post: 'By post',
    courier: 'By courier',
    rail: 'By rail',
    road: 'By road',
    several: 'Several ways',
  },
);

const words = catalogue(
  {
    yes: 'はい',
    no: 'いいえ',
    none: '記載なし',
    charge: '費用',
    discount: '値引き',
    adjustments: '費用・値引き',
    asRegistered: '作成者(貿易登録のとおり)',
    total: '合計(計算)',
    lines: '明細',
    lineOf: (row: string) => `明細 ${row}行目`,
    inRow: (field: string, row: string) => `${field}(${row}行目)`,
  },
  {
    yes: 'Yes',
    no: 'No',
    none: 'Nothing stated',
    charge: 'Charge',
    discount: 'Discount',
    adjustments: 'Charges and discounts',
    asRegistered: 'Issuer as registered',
    total: 'Total, as calculated',
    lines: 'Lines',
    lineOf: (row: string) => `Line ${row}`,
    inRow: (field: string, row: string) => `${field}, line ${row}`,
  },
);

/** What is typed once for all lines stands with the boxes. */
function stepOf({ place, path }: Found): DraftStep {
  if (place === 'request') return 'request';
  if (place === 'invoice') return 'evidence';
  return place === 'goods' || path?.split('.')[0] === 'goods' ? 'goods' : 'boxes';
}

const blank = (...texts: readonly string[]): boolean => texts.every((text) => text.trim() === '');

/** What a new draft begins with (issuer, today) does not count; attachments are not in the content: undefined. */
const isBegun: Record<Exclude<DraftStep, 'review'>, (content: InvoiceContent) => boolean | undefined> = {
  request: ({ request }) => request.document !== '',
  boxes: ({ buyer, number, shipping, terms, marks }) =>
    !blank(buyer.name, buyer.address, number, shipping.from, shipping.to, terms.incoterm, terms.payment, marks),
  goods: ({ goods }) => goods.length > 0,
  evidence: () => undefined,
};

/** A finding about a whole box or a whole line has no field of its own; it is mended from the first of them on. */
const firstFields: readonly (readonly [whole: RegExp, first: string])[] = [
  [/^shipping$/, 'shipping.by'],
  [/^references$/, 'references.0.title'],
  [/^(references\.\d+)$/, '$1.title'],
  [/^goods$/, 'goods.0.description'],
  [/^(goods\.\d+)$/, '$1.description'],
  [/^adjustments$/, 'adjustments.0.label'],
  [/^(adjustments\.\d+)$/, '$1.label'],
];

function fieldOf(path: string): string {
  const [whole, first] = firstFields.find(([pattern]) => pattern.test(path)) ?? [];
  return whole === undefined || first === undefined ? path : path.replace(whole, first);
}

/** What was typed may be no day at all; then it is shown as typed. */
const dayText = (lang: Lang, typed: string): string => (isDay(typed) ? formatDay(lang, typed) : typed);
const countryText = (lang: Lang, code: string): string => findCountry(code)?.[lang] ?? code;
const documentText = (lang: Lang, { document }: InvoiceContent['request']): string =>
  document === '' ? '' : documentForms[document][lang];

const joined = (by: string, ...parts: readonly string[]): string =>
  parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(by);

/** Nothing where the document has no amounts, or they come to none. */
function totalText(content: InvoiceContent): string {
  const { total } = amountsOf(content);
  if (!hasAmounts(documentFormOf(content.request.document)) || total === undefined) return '';
  return joined(' ', content.currency, formatDecimal(total));
}

function summary(lang: Lang, content: InvoiceContent): { before: SummaryItem[]; after: SummaryItem[] } {
  const { request, buyer, number, date, shipping, terms } = content;
  const label = (path: string): string => invoiceLabel(lang, path);
  const route = joined(' → ', shipping.from, joined(', ', shipping.to, shipping.toCountry));
  return {
    before: [
      { key: label('request.document'), value: documentText(lang, request) },
      { key: label('buyer.name'), value: joined(', ', buyer.name, buyer.country), valueLang: 'en' },
      { key: label('number'), value: joined(', ', number, dayText(lang, date)) },
      { key: placeWords[lang]['5'], value: route, valueLang: 'en' },
      { key: label('terms.incoterm'), value: deliveryText(terms), valueLang: 'en' },
    ],
    after: [{ key: words[lang].total, value: totalText(content), valueLang: 'en' }],
  };
}

const lineFields = Object.keys(InvoiceLine.shape) as (keyof InvoiceLine)[];
const wordFields: ReadonlySet<string> = new Set(['marks', 'packageKind', 'description', 'origin', 'unit']);

/** @param props.from how many lines stand before the first of these */
function LineTable(props: { lang: Lang; id: string; from: number; lines: readonly InvoiceLine[] }) {
  const { lang, from } = props;
  const rows = props.lines.map((line, index) => ({ ...line, row: from + index + 1 }));
  // A column in which no line says anything only takes room.
  const used = lineFields.filter((field) => rows.some((line) => !blank(line[field])));
  return (
    <Table
      {...{ lang, id: props.id, caption: words[lang].lines, dense: true, phone: 'scroll', rows }}
      columns={[
        { key: 'row', head: '#', kind: 'number', namesRow: true, cell: ({ row }) => formatCount(row) },
        ...used.map((field) => ({
          key: field,
          head: invoiceLabel(lang, `goods.0.${field}`),
          kind: wordFields.has(field) ? ('text' as const) : ('number' as const),
          cell: (line: InvoiceLine) => (
            <span lang="en" class="desk-text">
              {line[field]}
            </span>
          ),
        })),
      ]}
    />
  );
}

function totalsText({ totals, weightUnit, volumeUnit }: InvoiceContent, lang: Lang): string {
  const unit = { packages: '', netWeight: weightUnit, grossWeight: weightUnit, measurement: volumeUnit, amount: '' };
  return (Object.keys(unit) as (keyof typeof unit)[])
    .filter((key) => !blank(totals[key]))
    .map((key) => `${invoiceLabel(lang, `totals.${key}`)}: ${joined(' ', totals[key], unit[key])}`)
    .join('\n');
}

const adjustmentsText = ({ adjustments }: InvoiceContent, lang: Lang): string =>
  adjustments
    .map(({ kind, label, percent, amount }) =>
      joined(' ', `${words[lang][kind]}:`, label, percent === '' ? '' : `${percent}%`, amount),
    )
    .join('\n');

function changedValue(lang: Lang, path: string, value: string): string {
  const w = words[lang];
  if (value === 'true' || value === 'false') return value === 'true' ? w.yes : w.no;
  if (path === 'request.destination') return countryText(lang, value);
  const document = path === 'request.document' ? documentKinds.find((one) => one === value) : undefined;
  if (document) return documentForms[document][lang];
  const way = path === 'shipping.by' ? transportWays.find((one) => one === value) : undefined;
  if (way) return wayWords[lang][way];
  if (path === 'currency' && lang === 'ja') return joined(' ', value, findCurrency(value)?.ja ?? '');
  if (/^adjustments\.\d+\.kind$/.test(path) && (value === 'charge' || value === 'discount')) return w[value];
  return value;
}

export const invoicePages: KindPages<InvoiceContent> = {
  steps: ['request', 'boxes', 'goods', 'evidence', 'review'],
  stepOf,
  isBegun: (step, content) => isBegun[step](content),
  firstEmpty({ request, buyer, goods }) {
    if (request.document === '') return 'request';
    if (blank(buyer.name)) return 'boxes';
    return goods.length === 0 ? 'goods' : undefined;
  },
  fieldOf,
  placeName: (lang, place) => (isHere(place) ? placeWords[lang][place] : place),
  summary,
  deskFacts: (lang, { request }) => [
    { key: invoiceLabel(lang, 'request.document'), value: documentText(lang, request) },
    {
      key: invoiceLabel(lang, 'request.destination'),
      value: countryText(lang, request.destination) || words[lang].none,
    },
  ],
  deskText(lang, { content, exporter }) {
    const { none, asRegistered, adjustments, total } = words[lang];
    const said = (key: string, value: string): SummaryItem => ({ key, value: value || none, valueLang: 'en' });
    const box = (place: FittedBox): SummaryItem => said(placeWords[lang][place], boxText(place, content).join('\n'));
    return [
      box('1'),
      said(asRegistered, `${exporter.nameEn}\n${exporter.addressEn}`),
      ...fixedBoxes.slice(1).map(box),
      said(invoiceLabel(lang, 'marks'), content.marks),
      said(adjustments, adjustmentsText(content, lang)),
      said(total, joined('\n', totalText(content), totalsText(content, lang))),
      box('8'),
    ];
  },
  goodsTable: (of) => <LineTable {...of} />,
  changedLabel(lang, { path, row }) {
    const w = words[lang];
    if (row !== undefined && /^goods\.\d+$/.test(path)) return w.lineOf(formatCount(row));
    return row === undefined ? invoiceLabel(lang, path) : w.inRow(invoiceLabel(lang, path), formatCount(row));
  },
  changedValue,
};
