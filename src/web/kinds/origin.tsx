// The certificate of origin on the pages that show every kind.
import type { Difference } from '../../applications/differences.ts';
import type { Place } from '../../applications/finding.ts';
import type { OriginContent } from '../../applications/forms/origin/content.ts';
import { goodsClasses } from '../../applications/forms/origin/content.ts';
import { originForm } from '../../applications/forms/origin/form.ts';
import { boxText, type FittedBox } from '../../applications/forms/origin/sheet-boxes.ts';
import { isDay } from '../../lib/day.ts';
import { caseWords } from '../chamber/case-words.ts';
import { GoodsTable } from '../chamber/goods-lines.tsx';
import { applicationOverviewWords } from '../firm/applications/application-overview-words.ts';
import { labelOf } from '../firm/boxes/boxes-labels.ts';
import { countryName, requestSheetItems } from '../firm/draft/request-sheet-form.tsx';
import { goodsClassWords, requestSheetWords } from '../firm/draft/request-sheet-words.ts';
import { tradeValue } from '../firm/draft/trade-fields.tsx';
import { formatDay } from '../ui/dates.ts';
import type { SummaryItem } from '../ui/summary-list.tsx';
import { catalogue, type Lang } from '../ui/words.ts';
import type { DraftStep, Found, KindPages } from './kind-pages.ts';

/** Boxes 7 and 8 are the lines of goods, except what is typed once for the whole shipment. */
function stepOf(found: Found): DraftStep {
  const head = found.path?.split('.')[0];
  if (found.place === 'request') return 'request';
  if (found.place === 'invoice') return 'evidence';
  if (head === 'goods') return 'goods';
  if (head !== undefined) return 'boxes';
  return ['7', '8', 'goods'].includes(found.place) ? 'goods' : 'boxes';
}

const blank = (...texts: readonly string[]): boolean => texts.every((text) => text.trim() === '');

/**
 * Whether somebody has filled in anything; what a new draft begins with (exporter, JAPAN, today) does not count.
 * Attachments are not in the content: undefined.
 */
const isBegun: Record<Exclude<DraftStep, 'review'>, (content: OriginContent) => boolean | undefined> = {
  request: ({ request }) =>
    !blank(request.goodsClass, request.destination) || request.inkSignature || request.perforation || request.tallySeal,
  boxes: ({ consignee, transport, marks, invoices }) =>
    !blank(consignee.name, consignee.address, consignee.country, transport.form, transport.from, transport.to, marks) ||
    invoices.some(({ number }) => !blank(number)),
  goods: ({ goods }) => goods.length > 0,
  evidence: () => undefined,
};

/** A finding about a whole box or a whole line has no field of its own; it is mended from the first of them on. */
const firstFields: readonly (readonly [whole: RegExp, first: string])[] = [
  [/^exporter$/, 'exporter.address'],
  [/^consignee$/, 'consignee.name'],
  [/^invoices$/, 'invoices.0.number'],
  [/^(invoices\.\d+)$/, '$1.number'],
  [/^originCountries$/, 'originCountries.0'],
  [/^transport$/, 'transport.form'],
  [/^remarks$/, 'remarks.0.title'],
  [/^(remarks\.\d+)$/, '$1.title'],
  [/^goods$/, 'goods.0.description'],
  [/^(goods\.\d+)$/, '$1.description'],
  [/^totals$/, 'totals.packages'],
  [/^(totals\.quantities\.\d+)$/, '$1.quantity'],
  [/^declaration$/, 'declaration.place'],
];

function fieldOf(path: string): string {
  const [whole, first] = firstFields.find(([pattern]) => pattern.test(path)) ?? [];
  return whole === undefined || first === undefined ? path : path.replace(whole, first);
}

/** A box as the paper names it. */
const placeWords = catalogue<Record<Place, string>>(
  {
    request: '証明依頼書',
    '1': '第1欄 輸出者',
    '2': '第2欄 荷受人',
    '3': '第3欄 インボイス番号・日付',
    '4': '第4欄 原産国',
    '5': '第5欄 輸送手段',
    '6': '第6欄 備考',
    '7': '第7欄 荷印・梱包・商品名',
    '8': '第8欄 数量',
    '9': '第9欄 輸出者の宣誓',
    goods: '商品',
    invoice: '添付書類',
  },
  {
    request: 'Request sheet',
    '1': 'Box 1, Exporter',
    '2': 'Box 2, Consignee',
    '3': 'Box 3, Invoice',
    '4': 'Box 4, Country of origin',
    '5': 'Box 5, Transport details',
    '6': 'Box 6, Remarks',
    '7': 'Box 7, Marks, packages, description',
    '8': 'Box 8, Quantity',
    '9': 'Box 9, Declaration',
    goods: 'Goods',
    invoice: 'Attachments',
  },
);

const joined = (parts: readonly string[], by: string): string =>
  parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(by);

/** What was typed may be no day at all; then it is shown as typed. */
const dayText = (lang: Lang, typed: string): string => (isDay(typed) ? formatDay(lang, typed) : typed);

function summary(lang: Lang, content: OriginContent): { before: SummaryItem[]; after: SummaryItem[] } {
  const w = applicationOverviewWords[lang];
  const { consignee, transport } = content;
  const invoices = content.invoices
    .map(({ number, date }) => joined([number, dayText(lang, date)], ', '))
    .filter(Boolean);
  const route = joined([joined([transport.from], ''), joined([transport.to, transport.toCountry], ', ')], ' → ');
  const buyer = joined([originForm.keysOf(content).consignee, consignee.country], ', ');
  return {
    before: [
      { key: w.destination, value: countryName(lang, content.request.destination) },
      { key: w.consignee, value: buyer, valueLang: 'en' },
      { key: w.invoices, value: invoices.join('\n') },
      { key: w.origin, value: joined(content.originCountries, ', '), valueLang: 'en' },
      { key: w.route, value: route, valueLang: 'en' },
    ],
    after: [{ key: w.declared, value: dayText(lang, content.declaration.date) }],
  };
}

const textBoxes: readonly FittedBox[] = ['1', '2', '3', '4', '5', '6'];

function totalsText({ totals }: OriginContent): string {
  const quantities = totals.quantities.map(({ quantity, unit }) => `${quantity} ${unit}`.trim());
  return [totals.packages, ...quantities].filter((part) => part !== '').join('\n');
}

const onRequestSheet = ['goodsClass', 'destination', 'inkSignature', 'perforation', 'tallySeal'] as const;

/** `consignee.address` -> 荷受人の住所; `goods.4` -> 商品 5行目. */
function changedLabel(lang: Lang, { path, row }: Pick<Difference, 'path' | 'row'>): string {
  const asked = onRequestSheet.find((key) => path === `request.${key}`);
  if (asked) return requestSheetWords[lang][asked];
  if (row !== undefined && /^goods\.\d+$/.test(path)) return caseWords[lang].lineOf(row);
  return labelOf(lang, path);
}

function changedValue(lang: Lang, path: string, value: string): string {
  const w = caseWords[lang];
  const trade = tradeValue(lang, path, value);
  if (trade !== undefined) return trade;
  if (path === 'request.destination') return countryName(lang, value) || value;
  const goodsClass = path === 'request.goodsClass' ? goodsClasses.find((one) => one === value) : undefined;
  if (goodsClass) return goodsClassWords[lang][goodsClass];
  if (path.startsWith('request.') && value === 'true') return w.yes;
  return path.startsWith('request.') && value === 'false' ? w.no : value;
}

/** What is told to the chamber beside the paper, and what it prints elsewhere than in a box of its own. */
function besideThePaper(lang: Lang, { invoices, demand, shipment, others }: OriginContent): SummaryItem[] {
  const w = originWords[lang];
  const isStruck = demand?.struckOut.includes('3') ?? false;
  const numbers = invoices.map(({ number, date }) => joined([number, dayText(lang, date)], ', ')).join('\n');
  const items: SummaryItem[] = [
    { key: w.struckInvoices, value: isStruck ? numbers : '' },
    { key: labelOf(lang, 'others'), value: others ?? '', valueLang: 'en' },
    { key: labelOf(lang, 'demand.language'), value: demand?.language ? w[demand.language] : '' },
    { key: labelOf(lang, 'shipment.date'), value: dayText(lang, shipment?.date ?? '') },
    { key: labelOf(lang, 'shipment.lateReason'), value: shipment?.lateReason ?? '' },
  ];
  return items.filter(({ value }) => value !== '');
}

const originWords = catalogue(
  { struckInvoices: '第3欄(斜線。印刷されない番号と日付)', fr: '仏語', es: '西語' },
  { struckInvoices: 'Box 3, struck out (not printed)', fr: 'French', es: 'Spanish' },
);

export const originPages: KindPages<OriginContent> = {
  steps: ['request', 'boxes', 'goods', 'evidence', 'review'],
  stepOf,
  isBegun: (step, content) => isBegun[step](content),
  firstEmpty({ request, consignee, goods }) {
    if (request.goodsClass === '') return 'request';
    if (consignee.form !== 'to-order' && consignee.name.trim() === '') return 'boxes';
    return goods.length === 0 ? 'goods' : undefined;
  },
  fieldOf,
  placeName: (lang, place) => placeWords[lang][place],
  summary,
  deskFacts: (lang, { request }) => requestSheetItems(lang, request),
  deskText(lang, { content, exporter }) {
    const w = caseWords[lang];
    const box = (place: FittedBox): SummaryItem => ({
      ...{ key: placeWords[lang][place], value: boxText(place, content).join('\n') || w.nothing, valueLang: 'en' },
    });
    const registered = `${exporter.nameEn}\n${exporter.addressEn}`;
    return [
      box('1'),
      { key: w.exporterAsRegistered, value: registered, valueLang: 'en' },
      ...textBoxes.slice(1).map(box),
      { key: placeWords[lang]['7'], value: content.marks || w.nothing, valueLang: 'en' },
      { key: w.totals, value: totalsText(content) || w.nothing, valueLang: 'en' },
      box('9'),
      ...besideThePaper(lang, content),
    ];
  },
  goodsTable: (of) => <GoodsTable {...of} />,
  changedLabel,
  changedValue,
};
