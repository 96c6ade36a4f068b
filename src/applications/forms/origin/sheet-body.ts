// Boxes 1 to 8 of one sheet, with what was declared.
import { type Artifact, line, type Shape, type Tagged, type TextRun } from '../../../paper/page.ts';
import { type TextStyle, widthOf } from '../../../paper/text.ts';
import { struckOut } from '../sheet/frame.ts';
import { lineUnits, type Place } from '../sheet/goods-flow.ts';
import {
  ascent,
  contentStyle,
  hairline,
  inks,
  labelBaseline,
  labelHeight,
  labelStyle,
  pad,
  pitch,
  strongStyle,
  written,
} from '../sheet/measures.ts';
import type { OriginContent } from './content.ts';
import { boxLines, type FixedBox, fixedBoxes, linesAllowed } from './sheet-boxes.ts';
import { label } from './sheet-frame.ts';
import { bodyTop, type Column, type GoodsSheets, type PrintedRow } from './sheet-goods.ts';
import { boxes } from './sheet-layout.ts';
import type { OriginWording } from './wording.ts';

/**
 * Boxes 1–6. On a draft's specimen what does not fit is left out and the label line says how much; an issued sheet with
 * such a box cannot exist (the rules refuse it), so there it is an Error.
 */
export function declaredBoxes(content: OriginContent, wording: OriginWording, mustFit: boolean): Tagged[] {
  return fixedBoxes.map((box) => declaredBox(box, content, wording, mustFit));
}

function declaredBox(box: FixedBox, content: OriginContent, wording: OriginWording, mustFit: boolean): Tagged {
  const paragraphs = boxLines(box, content);
  const allowed = linesAllowed(box);
  const used = paragraphs.flat().length;
  if (mustFit && used > allowed) throw new Error(`box ${box} has ${used} lines, there is room for ${allowed}`);
  const { x, y, width } = boxes[box];
  let row = 0;
  const inside = paragraphs.flatMap((lines): Tagged[] => {
    const shown = lines.slice(0, Math.max(0, allowed - row));
    const first = y + labelHeight + ascent + row * pitch;
    row += shown.length;
    const runs = shown.map((text, i) => written(text, x + pad, first + i * pitch, contentStyle));
    return runs.length === 0 ? [] : [{ role: 'P', inside: runs }];
  });
  const over = used - allowed;
  if (over > 0) {
    const words = over === 1 ? '1 line too many' : `${over} lines too many`;
    const note = alignedRight(
      words,
      { x: x + pad, width: width - 2 * pad },
      y + labelBaseline,
      labelStyle,
      inks.warning,
    );
    inside.push({ role: 'P', inside: [note] });
  }
  return { role: 'Sect', mark: `box-${box}`, inside: [label(box, wording), ...inside, ...strokeIn(box, content)] };
}

/** A box that is left empty on demand is struck out, so that nothing can be written into it. */
function strokeIn(box: FixedBox, { demand }: OriginContent): Tagged[] {
  if (!demand?.struckOut.some((one) => one === box)) return [];
  const { x, y, width, height } = boxes[box];
  return [struckOut([{ x, y: y + labelHeight, width, height: height - labelHeight }], `Box ${box} is struck out`)];
}

/** Ends where the column ends; spaces that hang at the line's end do not count. */
function alignedRight(
  text: string,
  column: Column,
  y: number,
  style: TextStyle,
  ink = inks.content as TextRun['ink'],
): TextRun {
  return written(text, column.x + column.width - widthOf(text.trimEnd(), style), y, style, ink);
}

const baseline = (place: Place): number => bodyTop + ascent + (place.unit / lineUnits) * pitch;

/** Boxes 7 and 8 of the sheet (from 0): marks, then a table of the items, then the total. */
export function goodsOnSheet(goods: GoodsSheets, sheet: number, wording: OriginWording): (Tagged | Artifact)[] {
  const marks = marksOnSheet(goods, sheet);
  const rows = goods.items.flatMap((item, i) =>
    rowOf(item.rows, goods.flow.items[i]?.rows ?? [], sheet, goods, contentStyle),
  );
  const totals = rowOf(goods.totals, goods.flow.totals, sheet, goods, strongStyle);
  const table: Tagged[] = rows.length + totals.length === 0 ? [] : [{ role: 'Table', inside: [...rows, ...totals] }];
  const inside = [label('7', wording), label('8', wording), ...marks, ...table];
  const body: Tagged = { role: 'Sect', mark: 'box-7', inside };
  return [body, ...totalRules(goods, sheet), ...continuation(goods.flow.sheets, sheet, wording)];
}

function marksOnSheet(goods: GoodsSheets, sheet: number): Tagged[] {
  const blocks = [
    { lines: goods.shipmentMarks, places: goods.flow.shipmentMarks },
    ...goods.items.map((item, i) => ({ lines: item.marks, places: goods.flow.items[i]?.marks ?? [] })),
  ];
  return blocks.flatMap(({ lines, places }) =>
    lines.flatMap((text, i): Tagged[] => {
      const place = places[i];
      if (place?.sheet !== sheet || text === '') return [];
      return [{ role: 'P', inside: [written(text, goods.columns.marks.x, baseline(place), contentStyle)] }];
    }),
  );
}

/** A space that is not seen but read: `12 CARTONS`, not `12CARTONS`, for who listens to or copies the text. */
const followed = (amount: string): string => (amount === '' ? '' : `${amount.trimEnd()} `);

/** The lines of one item that stand on this sheet, as one row of the table; none when it is on other sheets. */
function rowOf(
  rows: readonly PrintedRow[],
  places: readonly Place[],
  sheet: number,
  { columns }: GoodsSheets,
  style: TextStyle,
): Tagged[] {
  if ((places[0]?.sheet ?? 0) > sheet || (places.at(-1)?.sheet ?? 0) < sheet) return []; // places are in order
  const here = rows.flatMap((row, i) => {
    const place = places[i];
    return place?.sheet === sheet ? [{ row, y: baseline(place) }] : [];
  });
  if (here.length === 0) return [];
  const cell = (draw: (row: PrintedRow, y: number) => TextRun[]): Tagged => ({
    role: 'TD',
    inside: here.flatMap(({ row, y }) => draw(row, y)).filter((run) => run.text !== ''),
  });
  const cells = [
    cell((row, y) => [
      alignedRight(followed(row.count), columns.count, y, style),
      written(row.kind, columns.kind.x, y, style),
    ]),
    cell((row, y) => [written(row.description, columns.description.x, y, style)]),
    cell((row, y) => [
      alignedRight(followed(row.quantity), columns.quantity, y, style),
      written(row.unit, columns.unit.x, y, style),
    ]),
  ];
  return [{ role: 'TR', inside: cells }];
}

/** A rule above the total and two below, as an accountant closes a column: nothing can be written in after it. */
function totalRules(goods: GoodsSheets, sheet: number): Artifact[] {
  const first = goods.flow.totals[0];
  const last = goods.flow.totals.at(-1);
  if (first === undefined || last === undefined) return [];
  const { columns } = goods;
  const spans = [
    { from: columns.count.x, to: columns.description.x + columns.description.width },
    { from: columns.quantity.x, to: columns.unit.x + columns.unit.width },
  ];
  const ruled = (y: number): Shape[] => spans.map(({ from, to }) => line(from, y, to, y, hairline));
  const inside: Shape[] = [];
  if (first.sheet === sheet) inside.push(...ruled(baseline(first) - ascent - 0.5));
  if (last.sheet === sheet) inside.push(...ruled(baseline(last) + 1.2), ...ruled(baseline(last) + 1.8));
  return [{ role: 'Artifact', inside }];
}

/** `Continued from sheet 1` beside the label of box 7, `To be continued` at its foot. */
function continuation(sheets: number, sheet: number, wording: OriginWording): Tagged[] {
  const { x, y, width, height } = boxes['7'];
  const column: Column = { x: x + pad, width: width - 2 * pad };
  const inside: Tagged[] = [];
  if (sheet > 0) {
    const words = `${wording.continuedFrom} ${sheet}`;
    inside.push({ role: 'P', inside: [alignedRight(words, column, y + labelBaseline, labelStyle, inks.form)] });
  }
  if (sheet < sheets - 1) {
    const run = alignedRight(wording.toBeContinued, column, y + height - 1.6, strongStyle, inks.form);
    inside.push({ role: 'P', inside: [run] });
  }
  return inside.length === 0 ? [] : [{ role: 'Sect', inside }];
}
