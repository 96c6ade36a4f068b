// What changed between two submissions, for the examiner: he looks at what was asked for, and at nothing else by surprise.
import { diffArrays } from 'diff';
import type { Place } from './finding.ts';
import type { GoodsLine, OriginContent } from './forms/origin/content.ts';

/** `before` or `after` missing: the part was added or removed. `row` counts goods lines from 1, of the newer where it has one. */
export type Difference = { place: Place; path: string; row?: number; before?: string; after?: string };

const placeOf: Record<Exclude<keyof OriginContent, 'goods'>, Place> = {
  request: 'request',
  exporter: '1',
  consignee: '2',
  invoices: '3',
  originCountries: '4',
  transport: '5',
  remarks: '6',
  marks: '7',
  totals: '8',
  declaration: '9',
};

export function differencesBetween(before: OriginContent, after: OriginContent): Difference[] {
  const boxes = (Object.keys(placeOf) as (keyof typeof placeOf)[]).flatMap((key) =>
    leafDifferences(key, before[key], after[key]).map((one) => ({ place: placeOf[key], ...one })),
  );
  return [...boxes, ...goodsDifferences(before.goods, after.goods)];
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

/** Lines that are the same but moved by an insertion are no difference. */
function goodsDifferences(before: readonly GoodsLine[], after: readonly GoodsLine[]): Difference[] {
  let [old, now] = [0, 0];
  const found: Difference[] = [];
  let gone: readonly GoodsLine[] = [];
  for (const part of diffArrays(before.map(lineText), after.map(lineText))) {
    const { length } = part.value;
    if (part.removed) {
      gone = before.slice(old, old + length);
      old += length;
      continue;
    }
    // Lines that went and lines that came at the same place are pairs: those were changed.
    const came = part.added ? after.slice(now, now + length) : [];
    found.push(...replaced(gone, came, old - gone.length, now));
    gone = [];
    now += length;
    if (!part.added) old += length;
  }
  return [...found, ...replaced(gone, [], old - gone.length, now)];
}

/** `old` and `now`: how many lines stand before them in each version. */
function replaced(gone: readonly GoodsLine[], came: readonly GoodsLine[], old: number, now: number): Difference[] {
  return Array.from({ length: Math.max(gone.length, came.length) }, (_, offset): Difference[] => {
    const [before, after] = [gone[offset], came[offset]];
    const path = `goods.${now + offset}`;
    if (before && after) return cellDifferences(now + offset, before, after);
    if (after) return [{ place: 'goods', path, row: now + offset + 1, after: lineText(after) }];
    return before ? [{ place: 'goods', path, row: old + offset + 1, before: lineText(before) }] : [];
  }).flat();
}

function cellDifferences(index: number, before: GoodsLine, after: GoodsLine): Difference[] {
  return leafDifferences(`goods.${index}`, before, after).map((one) => ({ place: 'goods', row: index + 1, ...one }));
}

/** A line as one text: for comparing, and for showing one that came or went. */
function lineText(line: GoodsLine): string {
  return [
    line.marks,
    line.packages,
    line.packageKind,
    line.description,
    line.hsCode,
    line.origin,
    line.quantity,
    line.unit,
  ].join(' | ');
}
