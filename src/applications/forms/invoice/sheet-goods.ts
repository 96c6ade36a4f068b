// Box 7: the goods and what closes them, broken to their columns and flowed over sheets; sums carried from sheet to sheet.
import { breakLines } from '../../../paper/text.ts';
import { addDecimals, type Decimal, formatDecimal, parseDecimal } from '../decimal.ts';
import { sumPackages, sumQuantities } from '../goods-sums.ts';
import { type Flow, flowGoods } from '../sheet/goods-flow.ts';
import { contentStyle, pad, strongStyle } from '../sheet/measures.ts';
import { amountInWords } from './amount-in-words.ts';
import type { InvoiceContent, InvoiceLine } from './content.ts';
import { findCurrency } from './currencies.ts';
import { type DocumentForm, documentFormOf, hasAmounts } from './document-kinds.ts';
import { type Amounts, amountsOf, digitsOf, isWithinLimit, printedPrice } from './money.ts';
import { filled } from './sheet-boxes.ts';
import { type Columns, columnsFor, type Row } from './sheet-columns.ts';
import { boxes, unitsOn } from './sheet-layout.ts';
import { type MeasureKey, sumMeasure, unitOf } from './totals.ts';
import type { InvoiceWording } from './wording.ts';

/** The total is strong, what leads to it is not. */
type ClosingRow = { cells: Row; strong: boolean };

export type GoodsSheets = Columns & {
  shipmentMarks: string[];
  items: { marks: string[]; rows: Row[] }[];
  /** Below the last item: subtotal, charges and discounts, total; then lines over the whole width. */
  closing: { rows: ClosingRow[]; notes: string[] };
  flow: Flow;
  /** By sheet but the last: the sums of what stands on it and on those before it. */
  carried: Row[];
};

/** Between the rules that close the total and the notes below them. */
const blankLines = 1;
/** A column is exactly as wide as its widest text: millimetres that adding up may lose. */
const rounding = 0.001;

const measures: readonly (readonly [key: MeasureKey, cell: 'net' | 'gross' | 'measurement'])[] = [
  ['netWeight', 'net'],
  ['grossWeight', 'gross'],
  ['measurement', 'measurement'],
];

/** Holds `(origin` and the country together when lines are broken; printed as the space that it stands for. */
const bound = '\u00a0';

/** `BALL BEARINGS (HS 8482.10) (origin Viet Nam)`. */
export function describedAs({ description, hsCode, origin }: InvoiceLine, space = ' '): string {
  const [code, country] = [hsCode.trim(), origin.trim()];
  return filled(
    description,
    code === '' ? '' : `(HS${space}${code})`,
    country === '' ? '' : `(origin${space}${country})`,
  ).join(' ');
}

/** A line as printed, before it is broken: the cells that its document prints. */
export function printedCells(
  line: InvoiceLine,
  amount: Decimal | undefined,
  form: Pick<DocumentForm, 'columns'>,
  digits: number,
): Row {
  const has = (column: DocumentForm['columns'][number], row: Row): Row => (form.columns.includes(column) ? row : {});
  return {
    description: describedAs(line, bound),
    ...has('packages', { count: line.packages.trim(), kind: line.packageKind.trim() }),
    ...has('quantity', { quantity: line.quantity.trim(), unit: line.unit.trim() }),
    ...has('unit', { unit: line.unit.trim() }),
    ...has('unitPrice', { unitPrice: printedPrice(line.unitPrice, digits) }),
    ...has('amount', { amount: amount === undefined ? line.amount.trim() : formatDecimal(amount) }),
    ...has('net', { net: line.netWeight.trim() }),
    ...has('gross', { gross: line.grossWeight.trim() }),
    ...has('measurement', { measurement: line.measurement.trim() }),
  };
}

/** As the firm states it, else the sum; empty where there is neither. */
function totalMeasure({ totals, goods }: InvoiceContent, key: MeasureKey): string {
  const sum = sumMeasure(goods, key);
  return totals[key].trim() || (sum === undefined ? '' : formatDecimal(sum));
}

const isAmount = (amount: Decimal | undefined): amount is Decimal => amount !== undefined;
const amountText = (amount: Decimal | undefined): string => (amount === undefined ? '' : formatDecimal(amount));

/** `DISCOUNT 5%`, and what is taken off below zero. */
function adjustmentRows({ adjustments }: InvoiceContent, amounts: Amounts): Row[] {
  return adjustments.map(({ kind, label, percent, amount }, i) => {
    const reckoned = amountText(amounts.adjustments[i]);
    const share = percent.trim() === '' ? '' : `${percent.trim()}%`;
    const sign = kind === 'discount' && reckoned !== '' ? '-' : '';
    return { description: filled(label, share).join(' '), amount: `${sign}${reckoned || amount.trim()}` };
  });
}

/** The total, with a row for each unit of quantity. */
function totalRow(content: InvoiceContent, form: DocumentForm, wording: InvoiceWording, amounts: Amounts): Row[] {
  const { columns } = form;
  const { incoterm, place } = content.terms;
  const packages = sumPackages(content.goods);
  const terms = hasAmounts(form) && form.tradeTerms !== 'none' && incoterm !== '' ? [incoterm, place] : [];
  const total: Row = { description: filled(wording.total, ...terms).join(' ') };
  if (columns.includes('packages')) {
    total.count = content.totals.packages.trim() || (packages?.count ?? '');
    total.kind = packages?.kind ?? '';
  }
  if (columns.includes('amount'))
    total.amount =
      content.totals.amount.trim() === ''
        ? amountText(amounts.total)
        : printedPrice(content.totals.amount, digitsOf(content.currency));
  for (const [key, cell] of measures) if (columns.includes(cell)) total[cell] = totalMeasure(content, key);
  const [first, ...others] = columns.includes('quantity') ? sumQuantities(content.goods) : [];
  return [{ ...total, ...first }, ...others];
}

export function closingRows(
  content: InvoiceContent,
  form: DocumentForm,
  wording: InvoiceWording,
  amounts: Amounts,
): ClosingRow[] {
  if (content.goods.length === 0) return [];
  const strong = (cells: Row): ClosingRow => ({ cells, strong: true });
  if (!form.columns.some((column) => column === 'amount' || column === 'net' || column === 'packages'))
    return [strong({ description: wording.end })];
  const total = totalRow(content, form, wording, amounts).map(strong);
  if (!hasAmounts(form) || content.adjustments.length === 0) return total;
  const subtotal: Row = { description: wording.subtotal, amount: formatDecimal(amounts.goods) };
  const leading = [subtotal, ...adjustmentRows(content, amounts)].map((cells) => ({ cells, strong: false }));
  return [...leading, ...total];
}

/** The amount in words; packages, weights and volume where the document has no columns for them; what the value is for. */
export function closingNotes(
  content: InvoiceContent,
  form: DocumentForm,
  wording: InvoiceWording,
  amounts: Amounts,
): string[] {
  if (!hasAmounts(form) || content.goods.length === 0) return [];
  const currency = findCurrency(content.currency.trim());
  const said =
    currency === undefined || amounts.total === undefined || !isWithinLimit(amounts.total)
      ? ''
      : `${wording.say} ${amountInWords(amounts.total, currency)} ${wording.only}`;
  const packages = sumPackages(content.goods);
  const count = content.totals.packages.trim() || (packages?.count ?? '');
  const weights = measures.map(([key, cell]) => {
    const sum = totalMeasure(content, key);
    return sum === '' ? '' : `${wording[cell]} ${sum} ${unitOf(content, key)}`;
  });
  const packed = filled(filled(count, packages?.kind ?? '').join(' '), ...weights).join(',  ');
  return filled(said, packed, content.noCommercialValue ? wording.noCommercialValue : '');
}

function broken(cells: Row, columns: Columns['columns'], style = contentStyle): Row[] {
  const lines = columns.map(({ key, width }) => {
    const text = key === 'marks' ? '' : (cells[key] ?? '');
    return [key, breakLines(text, width + rounding, style).map((words) => words.replaceAll(bound, ' '))] as const;
  });
  const rows = Math.max(1, ...lines.map(([, each]) => each.length));
  return Array.from({ length: rows }, (_, i) =>
    Object.fromEntries(lines.flatMap(([key, each]) => (each[i] === undefined ? [] : [[key, each[i]]]))),
  );
}

/** What stands in box 7 before it is broken: its cells, what closes them, and the columns for both. */
function preparedGoods(content: InvoiceContent, wording: InvoiceWording) {
  const form = documentFormOf(content.request.document);
  const amounts = amountsOf(content);
  const digits = digitsOf(content.currency);
  const cells = content.goods.map((line, i) => printedCells(line, amounts.lines[i], form, digits));
  const closing = closingRows(content, form, wording, amounts);
  // What is carried from sheet to sheet is at most the sum of the lines, which may be longer than the total as it is stated.
  const sums = sumsOf(summableColumns(form, amounts, content), () => true);
  const rows = [...cells, ...closing.map((row) => row.cells), sums];
  return { form, amounts, cells, closing, widths: columnsFor({ content, form, wording, rows }) };
}

/** What the columns of box 7 need and have, in millimetres. */
export const columnsFit = (content: InvoiceContent, wording: InvoiceWording): Columns['fit'] =>
  preparedGoods(content, wording).widths.fit;

/** Everything in box 7, and the place of every printed line. */
export function goodsSheets(content: InvoiceContent, wording: InvoiceWording): GoodsSheets {
  const { form, amounts, cells, closing, widths } = preparedGoods(content, wording);
  const { columns } = widths;
  const marksWidth = columns.find(({ key }) => key === 'marks')?.width ?? 0;
  const marksIn = (text: string): string[] =>
    text.trim() === '' ? [] : breakLines(text.trimEnd(), marksWidth + rounding, contentStyle);
  const items = cells.map((row, i) => ({
    marks: marksIn(content.goods[i]?.marks ?? ''),
    rows: broken(row, columns),
  }));
  const rows = closing.flatMap(({ cells: row, strong }) =>
    broken(row, columns, strong ? strongStyle : contentStyle).map((each) => ({ cells: each, strong })),
  );
  const notes = closingNotes(content, form, wording, amounts).flatMap((text) =>
    breakLines(text, boxes['7'].width - 2 * pad, contentStyle),
  );
  const shipmentMarks = marksIn(content.marks);
  const flow = flowGoods({
    shipmentMarks: shipmentMarks.length,
    items: items.map((item) => ({ marks: item.marks.length, rows: item.rows.length })),
    totals: rows.length + (notes.length === 0 ? 0 : blankLines + notes.length),
    unitsPerSheet: unitsOn(1),
    unitsOnFirst: unitsOn(0),
  });
  const carried = carriedOver(content, form, amounts, flow);
  return { ...widths, shipmentMarks, items, closing: { rows, notes }, flow, carried };
}

/** The place of each closing row, and of each note. */
export function closingPlaces({ closing, flow }: Pick<GoodsSheets, 'closing' | 'flow'>): {
  rows: Flow['totals'];
  notes: Flow['totals'];
} {
  const rows = closing.rows.length;
  return { rows: flow.totals.slice(0, rows), notes: flow.totals.slice(rows + blankLines) };
}

type Summable = readonly (readonly [cell: keyof Row, values: readonly (Decimal | undefined)[]])[];

/** The columns that have a sum, with the number of each line. */
function summableColumns({ columns }: DocumentForm, amounts: Amounts, { goods }: InvoiceContent): Summable {
  const all: Summable = [
    ['amount', amounts.lines],
    ...measures.map(([key, cell]) => [cell, goods.map((line) => parseDecimal(line[key]))] as const),
  ];
  return all.filter(([cell]) => columns.some((column) => column === cell));
}

/** The sums of the lines that are chosen. */
function sumsOf(summable: Summable, chosen: (line: number) => boolean): Row {
  const summed = (values: readonly (Decimal | undefined)[]): string => {
    const [first, ...others] = values.filter((_, i) => chosen(i)).filter(isAmount);
    return first === undefined ? '' : formatDecimal(others.reduce(addDecimals, first));
  };
  return Object.fromEntries(summable.map(([cell, values]) => [cell, summed(values)]));
}

/** What begins on a sheet counts as standing there: its figures are in its first line. */
function carriedOver(content: InvoiceContent, form: DocumentForm, amounts: Amounts, flow: Flow): Row[] {
  const summable = summableColumns(form, amounts, content);
  const sheetOf = (line: number): number => flow.items[line]?.rows[0]?.sheet ?? 0;
  return Array.from({ length: flow.sheets - 1 }, (_, sheet) => sumsOf(summable, (line) => sheetOf(line) <= sheet));
}
