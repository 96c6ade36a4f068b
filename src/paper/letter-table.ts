// Tables of letters: names with their values, and rows of cells under a head. Ruled with hairlines, no taller than what
// stands in them.
import {
  block,
  bodyStyle,
  letterInks,
  letterLeft,
  letterRight,
  letterRule,
  letterRun,
  letterWidth,
  linesOf,
  pitchOf,
  runEnding,
  smallStyle,
  strongStyle,
  tagged,
  type Words,
} from './letter.ts';
import { type Artifact, line, rectangle, type Tagged } from './page.ts';
import type { TextStyle } from './text.ts';

/** A name, in Japanese and small below it in English, and its value. */
export type Fact = { ja: string; en?: string; value: string; style?: TextStyle };
/** The column of names, millimetres, and the side to which values stand. */
export type FactLook = { nameWidth: number; align: 'left' | 'right' };

/** Baseline of the name below the row's top, of the value below the name's, and what a row has besides its lines. */
const roomy = { name: 5, value: 1.5, besides: 6.4 };
const close = { name: 5.1, value: 0, besides: 2.9 };
const roomOf = (fact: Fact) => (fact.en === undefined ? close : roomy);
/** A figure of one line, larger than the body, makes its row no taller. */
const rowPitch = (style: TextStyle): number => Math.min(pitchOf(style), pitchOf(bodyStyle));
const styleOf = (fact: Fact): TextStyle => fact.style ?? bodyStyle;
const valueLines = (fact: Fact, look: FactLook): string[] =>
  linesOf(fact.value, letterWidth - look.nameWidth - 2, styleOf(fact));

/** Millimetres. */
export const factHeight = (fact: Fact, look: FactLook): number =>
  roomOf(fact).besides + Math.max(1, valueLines(fact, look).length) * rowPitch(styleOf(fact));

/** Rows under each other from `top` on, over the width of a letter. `end` is the rule below the last. */
export function factTable(
  facts: readonly Fact[],
  top: number,
  look: FactLook,
): { parts: (Tagged | Artifact)[]; end: number } {
  let y = top;
  const rules = [line(letterLeft, y, letterRight, y, letterRule)];
  const rows = facts.map((fact) => {
    const row = factRow(fact, y, look);
    y += factHeight(fact, look);
    rules.push(line(letterLeft, y, letterRight, y, letterRule));
    return row;
  });
  const ground = rectangle(letterLeft, top, look.nameWidth - 4, y - top, { fill: letterInks.ground });
  return { parts: [{ role: 'Artifact', inside: [ground, ...rules] }, tagged('Table', ...rows)], end: y };
}

function factRow(fact: Fact, top: number, look: FactLook): Tagged {
  const room = roomOf(fact);
  const base = top + room.name;
  const name = [letterRun(fact.ja, letterLeft + 2, base, strongStyle)];
  if (fact.en !== undefined) name.push(letterRun(fact.en, letterLeft + 2, base + 3.9, smallStyle, letterInks.quiet));
  const shown = valueLines(fact, look).map((text, index) => {
    const y = base + room.value + index * rowPitch(styleOf(fact));
    return look.align === 'right'
      ? runEnding(text, letterRight - 2, y, styleOf(fact))
      : letterRun(text, letterLeft + look.nameWidth, y, styleOf(fact));
  });
  return tagged('TR', tagged('TH', ...name), tagged('TD', ...shown));
}

/** Of a table of cells: widths in millimetres, together at most the letter's. */
export type Column = { title: string; width: number };
/** Lines of a cell, each broken to its column. */
export type Cell = readonly Words[];

const cellPad = 1.8;
export const headHeight = 6.4;

const cellBlock = (cell: Cell, column: Column, x: number, top: number) =>
  block(cell, { x: x + cellPad, y: top + 0.7, width: column.width - 2 * cellPad });

/** Millimetres. */
export const cellsHeight = (columns: readonly Column[], cells: readonly Cell[]): number =>
  Math.max(0, ...columns.map((column, i) => cellBlock(cells[i] ?? [], column, 0, 0).end)) + 2.2;

/** A head and rows below it, from `top` on. */
export function cellTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  top: number,
): (Tagged | Artifact)[] {
  const lefts = columns.map((_, i) => columns.slice(0, i).reduce((x, { width }) => x + width, letterLeft));
  const head = columns.map(({ title }, i) =>
    tagged('TH', letterRun(title, (lefts[i] ?? letterLeft) + cellPad, top + 4.4, headStyle)),
  );
  let y = top + headHeight;
  const ground = rectangle(letterLeft, top, letterWidth, headHeight, { fill: letterInks.ground });
  const rules = [line(letterLeft, top, letterRight, top, letterRule), line(letterLeft, y, letterRight, y, letterRule)];
  const body = rows.map((cells) => {
    const shown = columns.map((column, i) =>
      tagged('TD', ...cellBlock(cells[i] ?? [], column, lefts[i] ?? letterLeft, y).parts),
    );
    y += cellsHeight(columns, cells);
    rules.push(line(letterLeft, y, letterRight, y, letterRule));
    return tagged('TR', ...shown);
  });
  return [{ role: 'Artifact', inside: [ground, ...rules] }, tagged('Table', tagged('TR', ...head), ...body)];
}
const headStyle: TextStyle = { size: 8, face: 'medium' };
