// A quantity with its unit, on the line of its goods first. Pure.
import { parseDecimal } from '../forms/decimal.ts';
import type { Sought } from '../forms/sought.ts';
import { findNumbers, type NumberFound, plainNumber, unitsBeside, unitsTyped } from './invoice-numbers.ts';
import { findRuns, findSpread, keysOf, linesAround, type Reading, rangeOf } from './invoice-reading.ts';
import { found, missing, type Outcome, otherwise, type Range } from './outcome.ts';

type Quantity = Extract<Sought, { kind: 'quantity' }>;

export function seekQuantity(reading: Reading, { value, unit, of }: Quantity): Outcome {
  if (parseDecimal(value) === undefined) return missing;
  const typed = plainNumber(value.replace(/[,\s]/g, ''));
  const units = unitsTyped(unit);
  const { byValue, numbers } = tableOf(reading);
  // A total of packages is typed without their kind: any kind is right.
  const inUnit = (one: NumberFound) =>
    [...unitsOf(reading, one)].some((each) => (units.size === 0 ? each.startsWith('package ') : units.has(each)));
  const inAnother = (one: NumberFound) => !inUnit(one) && isKnown(unitsOf(reading, one));
  const rows = of === undefined ? [] : rowsOf(reading, of);
  const right = (byValue.get(typed) ?? []).slice(0, sameAtMost);
  const equal = right.filter((one) => rows.some(({ reach }) => isWithin(one, reach)));
  const best = equal.find(inUnit) ?? equal.find((one) => !inAnother(one));
  if (best) return found(reading, best.at);
  // The same goods on several lines have several quantities: which of them is meant nobody can say here.
  const [row] = rows.length === 1 ? rows : [];
  const other = row && within(numbers, row.line).find((one) => right.includes(one) || inUnit(one));
  if (other) return otherwise(reading, withUnit(reading, other));
  const anywhere = right.filter((one) => !inAnother(one));
  const sure = anywhere.find(inUnit) ?? anywhere.find((one) => isTelling(reading, one, typed));
  return sure ? found(reading, sure.at) : missing;
}

/** An invoice that says the same number more often than this says it in all units. */
const sameAtMost = 500;

/** A unit or a kind of packages that is on a list; what is merely a word (`USD`, `STEEL`) says nothing. */
const isKnown = (units: ReadonlySet<string>): boolean => [...units].some((each) => !each.startsWith('typed '));

/** A small number without its unit may be anything, unless it stands in a column: on a line without words. */
function isTelling(reading: Reading, { at, end }: NumberFound, typed: string): boolean {
  if (typed.replace(/\D/g, '').length >= 3) return true;
  const line = linesAround(reading, at, end);
  return !/\p{L}/u.test(reading.text.slice(line.at, line.end));
}

const rowsAtMost = 20;

/** `line`: on which the goods stand. `reach`: with the two below, where the line itself has no number with a unit. */
type Row = { line: Range; reach: Range };

function rowsOf(reading: Reading, description: string): Row[] {
  const { rows, numbers } = tableOf(reading);
  const known = rows.get(description);
  if (known) return known;
  const keys = keysOf(description);
  const runs = findRuns(reading, keys, rowsAtMost);
  const spread = runs.length === 0 ? findSpread(reading, keys) : undefined;
  const made = [...runs, ...(spread ? [spread] : [])].map((span): Row => {
    const { at, end } = rangeOf(reading, span);
    const line = linesAround(reading, at, end);
    if (within(numbers, line).some((one) => isKnown(unitsOf(reading, one)))) return { line, reach: line };
    const below = linesAround(reading, line.end + 1, line.end + 1);
    return { line, reach: { at: line.at, end: linesAround(reading, below.end + 1, below.end + 1).end } };
  });
  rows.set(description, made);
  return made;
}

const isWithin = (one: Range, range: Range): boolean => one.at >= range.at && one.end <= range.end;

/** Those of a list in the order of the text. */
function within(numbers: readonly NumberFound[], range: Range): NumberFound[] {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle]?.at ?? 0) < range.at) low = middle + 1;
    else high = middle;
  }
  const here: NumberFound[] = [];
  for (let one = numbers[low]; one !== undefined && one.at < range.end; one = numbers[low]) {
    if (isWithin(one, range)) here.push(one);
    low += 1;
  }
  return here;
}

function withUnit({ text }: Reading, { at, end }: NumberFound): Range {
  const unit = /^[ \t]*\(?[ \t]*\p{L}[\p{L}./()]*/u.exec(text.slice(end, end + 30))?.[0] ?? '';
  return { at, end: end + unit.length };
}

/** What is asked for at every line of goods, made once for a text. */
type Table = {
  numbers: readonly NumberFound[];
  byValue: ReadonlyMap<string, readonly NumberFound[]>;
  units: Map<NumberFound, Set<string>>;
  rows: Map<string, Row[]>;
};
const tables = new WeakMap<Reading, Table>();

function tableOf(reading: Reading): Table {
  const known = tables.get(reading);
  if (known) return known;
  const numbers = findNumbers(reading.text);
  const pairs = numbers.flatMap((one) => one.values.map((value) => ({ value, one })));
  const byValue = new Map(
    [...Map.groupBy(pairs, ({ value }) => value)].map(([value, all]) => [value, all.map(({ one }) => one)]),
  );
  const table: Table = { numbers, byValue, units: new Map(), rows: new Map() };
  tables.set(reading, table);
  return table;
}

function unitsOf(reading: Reading, one: NumberFound): Set<string> {
  const { units } = tableOf(reading);
  reading.room.steps -= 20;
  const known = units.get(one) ?? unitsBeside(reading.text, one);
  units.set(one, known);
  return known;
}
