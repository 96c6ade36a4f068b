// Boxes 7 and 8: the goods measured, broken to their columns and flowed over sheets.
import { breakLines, naturalWidth } from '../../../paper/text.ts';
import { sumPackages, sumQuantities } from '../goods-sums.ts';
import { type Flow, flowGoods } from '../sheet/goods-flow.ts';
import { contentStyle, labelHeight, pad, pitch, strongStyle } from '../sheet/measures.ts';
import type { GoodsLine, OriginContent } from './content.ts';
import { othersText } from './sheet-boxes.ts';
import { boxes } from './sheet-layout.ts';

/** A column of print: its left edge and width in millimetres. */
export type Column = { x: number; width: number };
/** Counts and quantities end at the right edge of their column, all else begins at the left. */
export type GoodsColumns = {
  marks: Column;
  count: Column;
  kind: Column;
  description: Column;
  quantity: Column;
  unit: Column;
};

/** One printed line of an item: what stands beside each other. */
export type PrintedRow = { count: string; kind: string; description: string; quantity: string; unit: string };

export type GoodsSheets = {
  columns: GoodsColumns;
  shipmentMarks: string[];
  items: { marks: string[]; rows: PrintedRow[] }[];
  totals: PrintedRow[];
  flow: Flow;
};

type Total = { count: string; kind: string; quantities: { quantity: string; unit: string }[] };

/** Left for `To be continued` at the foot of box 7. */
const continuedHeight = 4.6;
export const bodyTop = boxes['7'].y + labelHeight + 0.9;
const bodyHeight = boxes['7'].y + boxes['7'].height - continuedHeight - bodyTop;
const unitsPerSheet = Math.floor(bodyHeight / pitch) * 2;

const columnGap = 3;
const narrowGap = 1.3;

/** The invoice's totals where the firm states them, else the sums of the lines. */
function totalOf(content: OriginContent): Total {
  const { totals, goods } = content;
  const packages = sumPackages(goods);
  const stated = totals.quantities.filter(({ quantity }) => quantity.trim() !== '');
  return {
    count: totals.packages.trim() || (packages?.count ?? ''),
    kind: packages?.kind ?? '',
    quantities: stated.length > 0 ? stated : sumQuantities(goods),
  };
}

/** Holds `(origin` and the country together when lines are broken; printed as the space that it stands for. */
const bound = '\u00a0';

const described = (line: GoodsLine): string => {
  const origin = line.origin.trim();
  return origin === '' ? line.description.trim() : `${line.description.trim()} (origin${bound}${origin})`.trimStart();
};

const widest = (texts: readonly string[], least: number, most: number): number =>
  Math.min(
    most,
    texts.reduce((width, text) => Math.max(width, naturalWidth(text, strongStyle)), least),
  );

/** Columns as wide as this document's content asks, within bounds; the description has the rest. */
function columnsFor(content: OriginContent, total: Total): GoodsColumns {
  const { goods } = content;
  const box7 = boxes['7'];
  const x = box7.x + pad;
  const marks: Column = { x, width: widest([content.marks, ...goods.map((line) => line.marks)], 16, 42) };
  const counts = widest([...goods.map((line) => line.packages.trim()), total.count], 0, 17);
  const kinds = widest([...goods.map((line) => line.packageKind.trim()), total.kind], 0, 27);
  const count: Column = { x: x + marks.width + columnGap, width: counts };
  const kind: Column = { x: count.x + (counts > 0 ? counts + narrowGap : 0), width: kinds };
  const descriptionX = kind.x + (kinds > 0 ? kinds + columnGap : 0);
  const description: Column = { x: descriptionX, width: box7.x + box7.width - pad - descriptionX };

  const box8 = boxes['8'];
  const units = widest(
    [...goods.map((line) => line.unit.trim()), ...total.quantities.map(({ unit }) => unit.trim())],
    6,
    17,
  );
  const unit: Column = { x: box8.x + box8.width - pad - units, width: units };
  const quantity: Column = { x: box8.x + pad, width: unit.x - narrowGap - box8.x - pad };
  return { marks, count, kind, description, quantity, unit };
}

function printedRows(cells: PrintedRow, columns: GoodsColumns, style = contentStyle): PrintedRow[] {
  const broken = {
    count: breakLines(cells.count, columns.count.width, style),
    kind: breakLines(cells.kind, columns.kind.width, style),
    description: breakLines(cells.description, columns.description.width, style).map((words) =>
      words.replaceAll(bound, ' '),
    ),
    quantity: breakLines(cells.quantity, columns.quantity.width, style),
    unit: breakLines(cells.unit, columns.unit.width, style),
  };
  const rows = Math.max(1, ...Object.values(broken).map((lines) => lines.length));
  return Array.from({ length: rows }, (_, i) => ({
    count: broken.count[i] ?? '',
    kind: broken.kind[i] ?? '',
    description: broken.description[i] ?? '',
    quantity: broken.quantity[i] ?? '',
    unit: broken.unit[i] ?? '',
  }));
}

function itemOf(line: GoodsLine, columns: GoodsColumns): GoodsSheets['items'][number] {
  const cells = {
    count: line.packages.trim(),
    kind: line.packageKind.trim(),
    description: described(line),
    quantity: line.quantity.trim(),
    unit: line.unit.trim(),
  };
  const marks = line.marks.trim() === '' ? [] : breakLines(line.marks.trimEnd(), columns.marks.width, contentStyle);
  return { marks, rows: printedRows(cells, columns) };
}

/** その他(Others): under the goods and above their total, behind which nothing may be added. */
function othersItem(others: string, columns: GoodsColumns): GoodsSheets['items'] {
  if (others === '') return [];
  const cells = { count: '', kind: '', description: others, quantity: '', unit: '' };
  return [{ marks: [], rows: printedRows(cells, columns) }];
}

/** A row for each unit of quantity; label and packages stand in the first. */
function totalRows(total: Total, columns: GoodsColumns, label: string): PrintedRow[] {
  const { count, kind, quantities } = total;
  if (count === '' && quantities.length === 0) return [];
  const lines = quantities.length === 0 ? [{ quantity: '', unit: '' }] : quantities;
  return lines.flatMap(({ quantity, unit }, i) => {
    const head = i === 0 ? { count, kind, description: label } : { count: '', kind: '', description: '' };
    return printedRows({ ...head, quantity: quantity.trim(), unit: unit.trim() }, columns, strongStyle);
  });
}

/** Everything in boxes 7 and 8, and the place of every printed line. `totalLabel` is the wording's word for the total. */
export function goodsSheets(content: OriginContent, totalLabel: string): GoodsSheets {
  const total = totalOf(content);
  const columns = columnsFor(content, total);
  const shipmentMarks =
    content.marks.trim() === '' ? [] : breakLines(content.marks.trimEnd(), columns.marks.width, contentStyle);
  const items = [
    ...content.goods.map((line) => itemOf(line, columns)),
    ...othersItem(othersText(content).join('\n'), columns),
  ];
  const totals = totalRows(total, columns, totalLabel);
  const flow = flowGoods({
    shipmentMarks: shipmentMarks.length,
    items: items.map(({ marks, rows }) => ({ marks: marks.length, rows: rows.length })),
    totals: totals.length,
    unitsPerSheet,
  });
  return { columns, shipmentMarks, items, totals, flow };
}
