// A letter runs down its pages in rows, none of which is split: lines of a paragraph, rows of a table, a place for a seal.
import { evenLines, letterInks, letterLeft, letterRun, letterWidth, pitchOf, tagged, type Words } from './letter.ts';
import {
  type Cell,
  type Column,
  cellsHeight,
  cellTable,
  type Fact,
  type FactLook,
  factHeight,
  factTable,
  headHeight,
} from './letter-table.ts';
import type { Artifact, Tagged } from './page.ts';

export type Part = Tagged | Artifact;

/** Lengths in millimetres. */
export type Flowing = {
  /** Clear above it, but not at the top of a page. */
  gap: number;
  /** The height of each row. */
  rows: readonly number[];
  /** What stands above its rows on each page that it reaches. */
  head?: number;
  /** Never alone at the foot: goes over with the first row of what follows. */
  keepsNext?: boolean;
  /** Not split where it fits on a page. */
  together?: boolean;
  /** On the first page it begins no higher than this, unless it would not fit there. */
  notAbove?: number;
  /** The rows from `from` up to `to`, head included, below `top`. */
  draw(from: number, to: number, top: number): Part[];
};

/** Where text may stand: from `top` on the first page, `nextTop` on the others, down to `bottom`. */
export type Room = { top: number; nextTop: number; bottom: number };

/** The parts of each page, at least one page. A row taller than a page runs over its foot: the caller bounds its rows. */
export function flow(blocks: readonly Flowing[], room: Room): Part[][] {
  const at: Cursor = { pages: [], page: [], y: room.top };
  at.pages.push(at.page);
  for (const [i, block] of blocks.entries()) place(block, needAfter(block, blocks[i + 1], room), room, at);
  return at.pages;
}

/** The pages so far, the last of them, and how far down it is filled. */
type Cursor = { pages: Part[][]; page: Part[]; y: number };

function place(block: Flowing, after: number, room: Room, at: Cursor): void {
  for (let from = 0; from < block.rows.length; ) {
    const fresh = at.page.length === 0;
    const top = topOf(block, { fresh, begun: from > 0 }, room, at);
    const to = rowsFitting(block, from, room.bottom - top - after);
    const parted = from === 0 && to < block.rows.length && isWhole(block, room);
    if (!fresh && (to === from || parted)) {
      at.page = [];
      at.pages.push(at.page);
      at.y = room.nextTop;
      continue;
    }
    const end = Math.max(to, from + 1);
    at.page.push(...block.draw(from, end, top));
    at.y = top + (block.head ?? 0) + sum(block.rows.slice(from, end));
    from = end;
  }
}

function topOf(block: Flowing, is: { fresh: boolean; begun: boolean }, room: Room, at: Cursor): number {
  const top = is.fresh || is.begun ? at.y : at.y + block.gap;
  if (at.pages.length > 1) return top;
  return Math.max(top, Math.min(block.notAbove ?? 0, room.bottom - heightOf(block)));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const heightOf = (block: Flowing): number => (block.head ?? 0) + sum(block.rows);
const isWhole = (block: Flowing, room: Room): boolean =>
  block.together === true && heightOf(block) <= room.bottom - room.nextTop;

/** Room that must be left below a block for what it may not be parted from. */
function needAfter(block: Flowing, next: Flowing | undefined, room: Room): number {
  if (!block.keepsNext || next === undefined) return 0;
  return next.gap + (isWhole(next, room) ? heightOf(next) : (next.head ?? 0) + (next.rows[0] ?? 0));
}

/** One past the last row that fits below the head. A remainder of rounding is no reason to go over. */
function rowsFitting(block: Flowing, from: number, height: number): number {
  let left = height - (block.head ?? 0) + 1e-6;
  let to = from;
  for (const row of block.rows.slice(from)) {
    left -= row;
    if (left < 0) break;
    to += 1;
  }
  return to;
}

/** What is never split. `draw` is told its top. */
export const whole = (height: number, gap: number, draw: (top: number) => Part[]): Flowing => ({
  gap,
  rows: [height],
  draw: (_from, _to, top) => draw(top),
});

export type ParagraphLook = { gap: number; indent?: number; pitch?: number; label?: string };

/** A paragraph; with a `label`, it stands in the indent of its first line. */
export function paragraph({ text, style, quiet }: Words, look: ParagraphLook): Flowing {
  const indent = look.indent ?? 0;
  const pitch = look.pitch ?? pitchOf(style);
  const lines = evenLines(text, letterWidth - indent, style);
  const ink = quiet ? letterInks.quiet : letterInks.text;
  const draw = (from: number, to: number, top: number): Part[] => {
    // The baseline: a quarter of the pitch stays below it.
    const base = (row: number): number => top + (row - from + 0.75) * pitch;
    const runs = lines.slice(from, to).map((one, i) => letterRun(one, letterLeft + indent, base(from + i), style, ink));
    const label =
      from === 0 && look.label !== undefined ? [letterRun(look.label, letterLeft, base(0), style, ink)] : [];
    return [tagged('P', ...label, ...runs)];
  };
  return { gap: look.gap, rows: lines.map(() => pitch), draw };
}

/** Above a part of a letter. */
export const heading = (text: string, gap: number): Flowing => ({
  ...whole(7, gap, (top) => [tagged('H2', letterRun(text, letterLeft, top + 4.4, { size: 11.5, face: 'medium' }))]),
  keepsNext: true,
});

export const factRows = (facts: readonly Fact[], gap: number, look: FactLook): Flowing => ({
  gap,
  rows: facts.map((fact) => factHeight(fact, look)),
  draw: (from, to, top) => factTable(facts.slice(from, to), top, look).parts,
});

export const cellRows = (columns: readonly Column[], rows: readonly (readonly Cell[])[], gap: number): Flowing => ({
  gap,
  head: headHeight,
  rows: rows.map((cells) => cellsHeight(columns, cells)),
  draw: (from, to, top) => cellTable(columns, rows.slice(from, to), top),
});
