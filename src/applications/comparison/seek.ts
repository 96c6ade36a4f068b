// How each kind of value is looked for in the text of an invoice. Pure.
import { findCountryByName } from '../countries.ts';
import type { Sought } from '../forms/sought.ts';
import { type DateFound, findDates } from './invoice-dates.ts';
import { findMost, findRuns, findSpread, keysOf, linesAround, type Reading, rangeOf } from './invoice-reading.ts';
import { isOneSlip } from './one-slip.ts';
import { found, missing, type Outcome, otherwise, type Range } from './outcome.ts';
import { seekQuantity } from './seek-quantity.ts';

export function seek(reading: Reading, sought: Sought): Outcome {
  switch (sought.kind) {
    case 'number':
      return seekNumber(reading, sought.value, sought.near);
    case 'date':
      return seekDate(reading, sought.value, sought.near);
    case 'country':
      return seekCountry(reading, sought.value);
    case 'quantity':
      return seekQuantity(reading, sought);
    default:
      return seekWords(reading, sought.value);
  }
}

/** The share of the letters that must stand together before it is said that the invoice says it otherwise. */
const mostOfIt = 0.5;

function seekWords(reading: Reading, value: string): Outcome {
  const keys = keysOf(value);
  if (keys.length === 0) return missing;
  const span = findRuns(reading, keys)[0] ?? findSpread(reading, keys);
  if (span) return found(reading, rangeOf(reading, span).at);
  const most = findMost(reading, keys);
  // Where so much else stands between them, these words have come together by chance.
  const isTogether = most !== undefined && most.to - most.from < 1.5 * keys.length;
  return isTogether && most.share >= mostOfIt ? otherwise(reading, rangeOf(reading, most)) : missing;
}

function seekCountry(reading: Reading, value: string): Outcome {
  const country = findCountryByName(value);
  const names = country === undefined ? [value] : [country.en, ...country.otherNames];
  const spans = names.flatMap((name) => findRuns(reading, keysOf(name)));
  return spans[0] ? found(reading, rangeOf(reading, spans[0]).at) : missing;
}

/** A word more or less than the value has: `MT 2026 118` for `MT-2026/118A`. */
const wordsMore = 2;

function seekNumber(reading: Reading, value: string, near: readonly string[]): Outcome {
  const keys = keysOf(value);
  const [span] = findRuns(reading, keys);
  if (span) return found(reading, rangeOf(reading, span).at);
  const needle = keys.join('');
  for (let from = 0; needle.length > 3 && from < reading.words.length; from += 1) {
    reading.room.steps -= 10;
    let run = '';
    for (let to = from; to < from + keys.length + wordsMore && run.length <= needle.length + 1; to += 1) {
      reading.room.steps -= 10;
      run += reading.words[to]?.key ?? '';
      if (isOneSlip(needle, run)) return otherwise(reading, rangeOf(reading, { from, to }));
    }
  }
  return numberBehind(reading, near);
}

/** What stands behind `Invoice No.` on the same line: with a digit in it. */
function numberBehind(reading: Reading, near: readonly string[]): Outcome {
  for (const { end } of labels(reading, near)) {
    const line = reading.text.slice(end, linesAround(reading, end, end).end);
    const match = /^[\s.:#&()A-Z]*?((?=[^\s:]*\d)[^\s:]+)/i.exec(line.slice(0, 80));
    if (match?.[1] === undefined) continue;
    const at = end + match[0].length - match[1].length;
    return otherwise(reading, { at, end: at + match[1].length });
  }
  return missing;
}

const labelsAtMost = 20;
function labels(reading: Reading, near: readonly string[]): Range[] {
  return near.flatMap((label) => findRuns(reading, keysOf(label), labelsAtMost).map((span) => rangeOf(reading, span)));
}

/** How far behind its label a date may begin, in characters. */
const dateReach = 40;

function seekDate(reading: Reading, value: string, near: readonly string[]): Outcome {
  const dates = datesIn(reading);
  const same = dates.find(({ days }) => days.includes(value));
  if (same) return found(reading, same.at);
  for (const { end } of labels(reading, near)) {
    const behind = dates.find(({ at }) => at >= end && at - end <= dateReach);
    if (behind) return otherwise(reading, behind);
  }
  return missing;
}

const datesOf = new WeakMap<Reading, DateFound[]>();
function datesIn(reading: Reading): DateFound[] {
  const dates = datesOf.get(reading) ?? findDates(reading.text);
  datesOf.set(reading, dates);
  return dates;
}
