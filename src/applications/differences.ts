// What changed between two submissions, for the examiner: he looks at what was asked for, and at nothing else by surprise.
import { diffArrays } from 'diff';
import type { Place } from './finding.ts';

/** `before` or `after` missing: the part was added or removed. `row` counts goods lines from 1, of the newer where it has one. */
export type Difference = { place: Place; path: string; row?: number; before?: string; after?: string };

/** At which box each part of a content stands, its goods left out. */
export type Places<C> = Readonly<Record<Exclude<keyof C & string, 'goods'>, Place>>;

/** Of everything but the goods, leaf by leaf. */
export function partDifferences<C>(places: Places<C>, before: C, after: C): Difference[] {
  return (Object.keys(places) as (keyof Places<C>)[]).flatMap((key) =>
    leafDifferences(key, before[key], after[key]).map((one) => ({ place: places[key], ...one })),
  );
}

type Leaf = Omit<Difference, 'place'>;

function leafDifferences(path: string, before: unknown, after: unknown): Leaf[] {
  if (isBranch(before) || isBranch(after)) {
    const [old, now] = [branch(before), branch(after)];
    const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])];
    return keys.flatMap((key) => leafDifferences(`${path}.${key}`, old[key], now[key]));
  }
  if (before === after || (isNothing(before) && isNothing(after))) return [];
  return [
    {
      path,
      ...(isNothing(before) ? {} : { before: String(before) }),
      ...(isNothing(after) ? {} : { after: String(after) }),
    },
  ];
}

const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null;
const branch = (value: unknown): Record<string, unknown> => (isBranch(value) ? { ...value } : {});
const isNothing = (value: unknown): boolean => value === undefined || value === '';

/** A line as one text: for comparing, and for showing one that came or went. */
type LineText<Line> = (line: Line) => string;

/** Lines that are the same but moved by an insertion are no difference. */
export function lineDifferences<Line extends object>(
  before: readonly Line[],
  after: readonly Line[],
  lineText: LineText<Line>,
): Difference[] {
  let [old, now] = [0, 0];
  const found: Difference[] = [];
  let gone: readonly Line[] = [];
  for (const part of diffArrays(before.map(lineText), after.map(lineText))) {
    const { length } = part.value;
    if (part.removed) {
      gone = before.slice(old, old + length);
      old += length;
      continue;
    }
    // Lines that went and lines that came at the same place are pairs: those were changed.
    const came = part.added ? after.slice(now, now + length) : [];
    found.push(...replaced(gone, came, { old: old - gone.length, now }, lineText));
    gone = [];
    now += length;
    if (!part.added) old += length;
  }
  return [...found, ...replaced(gone, [], { old: old - gone.length, now }, lineText)];
}

/** `at`: how many lines stand before them in each version. */
function replaced<Line extends object>(
  gone: readonly Line[],
  came: readonly Line[],
  at: { old: number; now: number },
  lineText: LineText<Line>,
): Difference[] {
  return Array.from({ length: Math.max(gone.length, came.length) }, (_, offset): Difference[] => {
    const [before, after] = [gone[offset], came[offset]];
    const path = `goods.${at.now + offset}`;
    if (before && after) return cellDifferences(at.now + offset, before, after);
    if (after) return [{ place: 'goods', path, row: at.now + offset + 1, after: lineText(after) }];
    return before ? [{ place: 'goods', path, row: at.old + offset + 1, before: lineText(before) }] : [];
  }).flat();
}

function cellDifferences(index: number, before: object, after: object): Difference[] {
  return leafDifferences(`goods.${index}`, before, after).map((one) => ({ place: 'goods', row: index + 1, ...one }));
}
