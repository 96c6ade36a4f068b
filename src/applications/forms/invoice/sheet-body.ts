// Boxes 1 to 7 of one sheet, with what was typed.
import { type Artifact, type Box, line, type Shape, type Tagged, type TextRun } from '../../../paper/page.ts';
import { type TextStyle, widthOf } from '../../../paper/text.ts';
import { labelIn } from '../sheet/frame.ts';
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
import type { InvoiceContent } from './content.ts';
import { boxLines, boxText, type FixedBox, fixedBoxes, linesAllowed } from './sheet-boxes.ts';
import type { Row } from './sheet-columns.ts';
import { labelText } from './sheet-frame.ts';
import { closingPlaces, type GoodsSheets } from './sheet-goods.ts';
import { bodyTop, boxes, goodsBoxOn, headBaseline, headRule, numberAgain } from './sheet-layout.ts';
import type { InvoiceWording } from './wording.ts';

type Span = { x: number; width: number };

/** Ends where the span ends; spaces that hang at the line's end do not count. */
function alignedRight(
  text: string,
  span: Span,
  y: number,
  style: TextStyle,
  ink: TextRun['ink'] = inks.content,
): TextRun {
  return written(text, span.x + span.width - widthOf(text.trimEnd(), style), y, style, ink);
}

const inside = ({ x, width }: Box): Span => ({ x: x + pad, width: width - 2 * pad });

/**
 * What stands above the goods: boxes 1–6 on the first sheet; behind it who issued the document, its number and its date. On
 * a draft's specimen what does not fit is left out and the label line says how much; an issued sheet cannot have such a box
 * (the rules refuse it), so there it is an Error.
 */
export function upperBoxes(
  content: InvoiceContent,
  wording: InvoiceWording,
  sheet: number,
  mustFit: boolean,
): Tagged[] {
  if (sheet === 0) return fixedBoxes.map((box) => declaredBox(box, content, wording, mustFit));
  const number = boxText('4', content).join('   ');
  const label = labelIn(numberAgain, wording.labels['4']);
  const run = written(number, numberAgain.x + pad, numberAgain.y + labelHeight + ascent, contentStyle);
  const again: Tagged = { role: 'Sect', mark: 'box-4', inside: [label, { role: 'P', inside: [run] }] };
  return [declaredBox('1', content, wording, mustFit), again];
}

function declaredBox(box: FixedBox, content: InvoiceContent, wording: InvoiceWording, mustFit: boolean): Tagged {
  const paragraphs = boxLines(box, content);
  const allowed = linesAllowed(box);
  const used = paragraphs.flat().length;
  if (mustFit && used > allowed) throw new Error(`box ${box} has ${used} lines, there is room for ${allowed}`);
  const { x, y } = boxes[box];
  let row = 0;
  const parts = paragraphs.flatMap((lines): Tagged[] => {
    const shown = lines.slice(0, Math.max(0, allowed - row));
    const first = y + labelHeight + ascent + row * pitch;
    row += shown.length;
    const runs = shown.map((text, i) => written(text, x + pad, first + i * pitch, contentStyle));
    return runs.length === 0 ? [] : [{ role: 'P', inside: runs }];
  });
  const over = used - allowed;
  if (over > 0) {
    const words = over === 1 ? '1 line too many' : `${over} lines too many`;
    const note = alignedRight(words, inside(boxes[box]), y + labelBaseline, labelStyle, inks.warning);
    parts.push({ role: 'P', inside: [note] });
  }
  const label = labelIn(boxes[box], labelText(box, content.request.document, wording));
  return { role: 'Sect', mark: `box-${box}`, inside: [label, ...parts] };
}

const baseline = ({ sheet, unit }: Place): number => bodyTop(sheet) + ascent + (unit / lineUnits) * pitch;

/** Box 7 of the sheet (from 0): heads, what is brought forward, marks, items, what closes them, what is carried forward. */
export function goodsOnSheet(goods: GoodsSheets, sheet: number, wording: InvoiceWording): (Tagged | Artifact)[] {
  const closing = closingPlaces(goods);
  const table: Tagged[] = [
    headsOn(goods, sheet),
    ...forward(goods, goods.carried[sheet - 1], wording.broughtForward, bodyTop(sheet) - pitch - 0.8 + ascent),
    ...goods.items.flatMap((item, i) => rowOf(item.rows, goods.flow.items[i]?.rows ?? [], sheet, goods, contentStyle)),
    ...goods.closing.rows.flatMap(({ cells, strong }, i) =>
      rowOf([cells], closing.rows.slice(i, i + 1), sheet, goods, strong ? strongStyle : contentStyle),
    ),
    ...forward(goods, goods.carried[sheet], wording.carriedForward, boxes['7'].y + boxes['7'].height - 1.9),
  ];
  const box = goodsBoxOn(sheet);
  const body: Tagged = {
    role: 'Sect',
    mark: 'box-7',
    inside: [
      labelIn(box, wording.labels['7']),
      ...marksOn(goods, sheet),
      { role: 'Table', inside: table },
      ...notesOn(goods, closing.notes, sheet),
    ],
  };
  return [body, ...rulesIn(goods, closing.rows, sheet), ...continuation(goods.flow.sheets, sheet, wording)];
}

function headsOn({ heads }: GoodsSheets, sheet: number): Tagged {
  const y = goodsBoxOn(sheet).y + headBaseline;
  const cells = heads.map((head): Tagged => {
    const run = head.right
      ? alignedRight(head.text, head, y, labelStyle, inks.form)
      : written(head.text, head.x, y, labelStyle, inks.form);
    return { role: 'TH', inside: [run] };
  });
  return { role: 'TR', inside: cells };
}

function marksOn(goods: GoodsSheets, sheet: number): Tagged[] {
  const column = goods.columns.find(({ key }) => key === 'marks');
  if (column === undefined) return [];
  const blocks = [
    { lines: goods.shipmentMarks, places: goods.flow.shipmentMarks },
    ...goods.items.map((item, i) => ({ lines: item.marks, places: goods.flow.items[i]?.marks ?? [] })),
  ];
  return blocks.flatMap(({ lines, places }) =>
    lines.flatMap((text, i): Tagged[] => {
      const place = places[i];
      if (place?.sheet !== sheet || text === '') return [];
      return [{ role: 'P', inside: [written(text, column.x, baseline(place), contentStyle)] }];
    }),
  );
}

/** A row's runs by cell, at a baseline. A space that is not seen but read stands behind each figure: `12 PCS`, not `12PCS`. */
function cellsAt(row: Row, { columns }: GoodsSheets, y: number, style: TextStyle): TextRun[][] {
  return columns.map((column) => {
    const text = row[column.key] ?? '';
    if (text === '') return [];
    return [column.right ? alignedRight(`${text.trimEnd()} `, column, y, style) : written(text, column.x, y, style)];
  });
}

/** The lines of one item that stand on this sheet, as one row of the table; none when it is on other sheets. */
function rowOf(
  rows: readonly Row[],
  places: readonly Place[],
  sheet: number,
  goods: GoodsSheets,
  style: TextStyle,
): Tagged[] {
  if ((places[0]?.sheet ?? 0) > sheet || (places.at(-1)?.sheet ?? 0) < sheet) return []; // places are in order
  const here = rows.flatMap((row, i) => {
    const place = places[i];
    return place?.sheet === sheet ? [cellsAt(row, goods, baseline(place), style)] : [];
  });
  if (here.length === 0) return [];
  const cells = goods.columns.flatMap(({ key }, i): Tagged[] =>
    key === 'marks' ? [] : [{ role: 'TD', inside: here.flatMap((cellsOfLine) => cellsOfLine[i] ?? []) }],
  );
  return [{ role: 'TR', inside: cells }];
}

/** What the goods on other sheets come to; nothing where the document has no sums. */
function forward(goods: GoodsSheets, sums: Row | undefined, words: string, y: number): Tagged[] {
  if (sums === undefined || Object.values(sums).every((sum) => sum === '')) return [];
  const description = goods.columns.find(({ key }) => key === 'description');
  const cells = cellsAt(sums, goods, y, strongStyle).map((inside): Tagged => ({ role: 'TD', inside }));
  const label: Tagged[] =
    description === undefined
      ? []
      : [{ role: 'TD', inside: [alignedRight(words, description, y, strongStyle, inks.form)] }];
  return [{ role: 'TR', inside: [...label, ...cells.filter(({ inside }) => inside.length > 0)] }];
}

function notesOn({ closing }: GoodsSheets, places: readonly Place[], sheet: number): Tagged[] {
  return closing.notes.flatMap((text, i): Tagged[] => {
    const place = places[i];
    if (place?.sheet !== sheet) return [];
    return [{ role: 'P', inside: [written(text, boxes['7'].x + pad, baseline(place), contentStyle)] }];
  });
}

/**
 * Below the heads one; above what closes the goods one and two below it, as an accountant closes a column: nothing can be
 * written in after it.
 */
function rulesIn({ columns }: GoodsSheets, closing: readonly Place[], sheet: number): Artifact[] {
  const { x, width } = inside(boxes['7']);
  const across = (y: number): Shape => line(x, y, x + width, y, hairline);
  const from = columns.find(({ key }) => key !== 'marks')?.x ?? x;
  const closed = (y: number): Shape => line(from, y, x + width, y, hairline);
  const shapes = [across(goodsBoxOn(sheet).y + headRule)];
  const [first, last] = [closing[0], closing.at(-1)];
  if (first?.sheet === sheet) shapes.push(closed(baseline(first) - ascent - 0.5));
  if (last?.sheet === sheet) shapes.push(closed(baseline(last) + 1.2), closed(baseline(last) + 1.8));
  return [{ role: 'Artifact', inside: shapes }];
}

/** `Continued from sheet 1` beside the label of box 7, `To be continued` at its foot. */
function continuation(sheets: number, sheet: number, wording: InvoiceWording): Tagged[] {
  const box = goodsBoxOn(sheet);
  const parts: Tagged[] = [];
  if (sheet > 0) {
    const words = `${wording.continuedFrom} ${sheet}`;
    const run = alignedRight(words, inside(box), box.y + labelBaseline, labelStyle, inks.form);
    parts.push({ role: 'P', inside: [run] });
  }
  if (sheet < sheets - 1) {
    const run = written(wording.toBeContinued, box.x + pad, box.y + box.height - 1.9, strongStyle, inks.form);
    parts.push({ role: 'P', inside: [run] });
  }
  return parts.length === 0 ? [] : [{ role: 'Sect', inside: parts }];
}
