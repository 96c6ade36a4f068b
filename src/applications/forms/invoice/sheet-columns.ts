// The columns of the goods: which a document has, as wide as its content asks; the description has the rest.
import { naturalWidth, type TextStyle } from '../../../paper/text.ts';
import { labelStyle, pad, strongStyle } from '../sheet/measures.ts';
import type { InvoiceContent } from './content.ts';
import { type DocumentForm, type FigureColumn, hasPrices } from './document-kinds.ts';
import { boxes } from './sheet-layout.ts';
import type { columnKeys, InvoiceWording } from './wording.ts';

export const cellKeys = [
  ...(['marks', 'count', 'kind', 'description', 'quantity', 'unit', 'unitPrice', 'amount'] as const),
  ...(['net', 'gross', 'measurement'] as const),
] as const;
export type CellKey = (typeof cellKeys)[number];
/** What stands beside each other. */
export type Row = Partial<Record<CellKey, string>>;

/** In millimetres; figures end at the right edge, all else begins at the left. */
export type Column = { key: CellKey; x: number; width: number; right: boolean };
export type Head = { text: string; x: number; width: number; right: boolean };
export type Columns = {
  columns: readonly Column[];
  heads: readonly Head[];
  /** What the columns take with the least room for a description, and what there is, in millimetres. */
  fit: { needed: number; room: number };
};

type Bounds = { marks: number; kind: number; unit: number };
/** Words may be broken to these widths where they are longer; figures never are. */
const wide: Bounds = { marks: 34, kind: 26, unit: 16 };
const narrow: Bounds = { marks: 22, kind: 16, unit: 11 };

const columnGap = 2.8;
const narrowGap = 1.3;
/** A description has at least this, or the columns do not fit; where it is the first column, `To be continued` and `Carried forward` share its foot. */
const least = (keys: readonly CellKey[]): number => (keys[0] === 'description' ? 54 : 30);
const usualDescription = 54;

const figures: ReadonlySet<CellKey> = new Set([
  ...(['count', 'quantity', 'unitPrice', 'amount', 'net', 'gross', 'measurement'] as const),
]);
const cellsOf: Readonly<Record<FigureColumn, readonly CellKey[]>> = {
  packages: ['count', 'kind'],
  quantity: ['quantity', 'unit'],
  unit: ['unit'],
  unitPrice: ['unitPrice'],
  amount: ['amount'],
  net: ['net'],
  gross: ['gross'],
  measurement: ['measurement'],
};

const headOf: Readonly<Record<CellKey, (typeof columnKeys)[number]>> = {
  ...{ marks: 'marks', count: 'packages', kind: 'packages', description: 'description', quantity: 'quantity' },
  ...{ unit: 'unit', unitPrice: 'unitPrice', amount: 'amount', net: 'net', gross: 'gross', measurement: 'measurement' },
};

/** `Unit price (USD)`. */
function headText(key: CellKey, content: InvoiceContent, wording: InvoiceWording): string {
  const head = wording.heads[headOf[key]];
  const unit: Partial<Record<CellKey, string>> = {
    ...{ unitPrice: content.currency, amount: content.currency, net: content.weightUnit, gross: content.weightUnit },
    measurement: content.volumeUnit,
  };
  const said = unit[key]?.trim() ?? '';
  return said === '' ? head : `${head} (${said})`;
}

/** Marks, packages, description, and the figures behind it. */
function keysOf(form: Pick<DocumentForm, 'columns'>, rows: readonly Row[], marks: readonly string[]): CellKey[] {
  const cells = (columns: readonly FigureColumn[]): CellKey[] => columns.flatMap((column) => cellsOf[column]);
  const keys: CellKey[] = [
    'marks',
    ...cells(form.columns.filter((column) => column === 'packages')),
    'description',
    ...cells(form.columns.filter((column) => column !== 'packages')),
  ];
  const isUsed = (key: CellKey): boolean =>
    key === 'marks' ? marks.some((text) => text.trim() !== '') : rows.some((row) => (row[key] ?? '') !== '');
  // What nobody filled in takes no room; the figures that the document is about have a head even so.
  const kept = new Set<CellKey>(['description', 'quantity', ...(hasPrices(form) ? (['unitPrice'] as const) : [])]);
  return keys.filter((key) => kept.has(key) || isUsed(key));
}

type Printed = {
  content: InvoiceContent;
  form: Pick<DocumentForm, 'columns'>;
  wording: InvoiceWording;
  /** Everything that stands in the columns, totals included. */
  rows: readonly Row[];
};

/** How wide each column's own text is, and its head; the description takes what is left. */
type Measured = { keys: readonly CellKey[]; natural: Map<CellKey, number>; heads: Map<CellKey, number> };

function measured({ content, form, wording, rows }: Printed): Measured {
  const marks = [content.marks, ...content.goods.map((line) => line.marks)];
  const keys = keysOf(form, rows, marks);
  const textsOf = (key: CellKey): readonly string[] => (key === 'marks' ? marks : rows.map((row) => row[key] ?? ''));
  const natural = keys.map((key) => [key, key === 'description' ? 0 : widest(textsOf(key), strongStyle)] as const);
  const headed = keys.filter((key, i) => !isBehind(keys[i - 1], key));
  const heads = headed.map((key) => [key, widest([headText(key, content, wording)], labelStyle)] as const);
  return { keys, natural: new Map(natural), heads: new Map(heads) };
}

/** A column is as wide as its text within the bounds, and with the word behind it as wide as its head. */
function widthsWithin(bounds: Bounds, { keys, natural, heads }: Measured): Map<CellKey, number> {
  const bounded = (key: CellKey | undefined): number =>
    key === undefined ? 0 : Math.min(natural.get(key) ?? 0, bounds[key as keyof Bounds] ?? Number.POSITIVE_INFINITY);
  return new Map(
    keys.map((key, i) => {
      const next = keys[i + 1];
      const taken = bounded(key) + (next !== undefined && isBehind(key, next) ? narrowGap + bounded(next) : 0);
      const missing = key === 'description' ? 0 : Math.max(0, (heads.get(key) ?? 0) - taken);
      return [key, bounded(key) + missing];
    }),
  );
}

export function columnsFor(printed: Printed): Columns {
  const of = measured(printed);
  const { keys } = of;
  const room = boxes['7'].width - 2 * pad;
  const gaps = keys.reduce((sum, key, i) => sum + gapBefore(keys[i - 1], key), 0);
  const besides = (widths: Map<CellKey, number>): number =>
    [...widths.values()].reduce((sum, width) => sum + width, gaps);

  const usual = widthsWithin(wide, of);
  const widths = room - besides(usual) >= usualDescription ? usual : widthsWithin(narrow, of);
  const needed = besides(widths) + least(keys);
  // A draft whose columns do not fit is shown all the same, within the box: its figures are then broken.
  const scale = (room - gaps - least(keys)) / (needed - gaps - least(keys));
  if (needed > room) for (const [key, width] of widths) widths.set(key, width * scale);
  widths.set('description', room - besides(widths));

  let x = boxes['7'].x + pad;
  const columns = keys.map((key, i): Column => {
    x += gapBefore(keys[i - 1], key);
    const column = { key, x, width: widths.get(key) ?? 0, right: figures.has(key) };
    x += column.width;
    return column;
  });
  const heads = [...of.heads.keys()].flatMap((key) =>
    headOver(key, columns, headText(key, printed.content, printed.wording)),
  );
  return { columns, heads, fit: { needed, room } };
}

/** A head stands over a figure and the word behind it. */
function headOver(key: CellKey, columns: readonly Column[], text: string): Head[] {
  const at = columns.findIndex((column) => column.key === key);
  const [own, next] = [columns[at], columns[at + 1]];
  if (own === undefined) return [];
  const end = next !== undefined && isBehind(key, next.key) ? next.x + next.width : own.x + own.width;
  return [{ text, x: own.x, width: end - own.x, right: own.right }];
}

/** A kind stands close behind its count, a unit behind its quantity. */
const isBehind = (before: CellKey | undefined, key: CellKey): boolean =>
  (before === 'count' && key === 'kind') || (before === 'quantity' && key === 'unit');

function gapBefore(before: CellKey | undefined, key: CellKey): number {
  if (before === undefined) return 0;
  return isBehind(before, key) ? narrowGap : columnGap;
}

const widest = (texts: readonly string[], style: TextStyle): number =>
  texts.reduce((width, text) => Math.max(width, text === '' ? 0 : naturalWidth(text, style)), 0);
