// The text of an invoice as words that compare: without case, accents, punctuation, line breaks and the usual abbreviations.
// Pure.

/** `key`: as it compares. `at`, `end`: where it stands in the text. */
type Word = { key: string; at: number; end: number };

/** One page's text, and where it came from. */
export type PageText = { evidenceId: string; page: number; text: string };

export type Reading = {
  text: string;
  words: readonly Word[];
  /** The words of this key, by their number. */
  places: ReadonlyMap<string, readonly number[]>;
  /** All keys without anything between them, with the numbers of the words that begin and end at an offset. */
  squeezed: string;
  beginsAt: ReadonlyMap<number, number>;
  endsAt: ReadonlyMap<number, number>;
  pages: readonly { at: number; evidenceId: string; page: number }[];
  room: Room;
};

/**
 * How much looking is left, in steps of a few nanoseconds: a stranger's file may be made so that everything must be looked
 * at over and over. Whoever looks takes from it; when nothing is left, what was not looked for is said to be left out.
 */
export type Room = { steps: number };

/** Words in a row: the first and the last. */
export type Span = { from: number; to: number };

const sameWord = new Map(
  Object.entries({
    ...{ COMPANY: 'CO', LIMITED: 'LTD', CORPORATION: 'CORP', INCORPORATED: 'INC', BUILDING: 'BLDG', STREET: 'ST' },
    ...{ ROAD: 'RD', AVENUE: 'AVE', FLOOR: 'FL', DEPARTMENT: 'DEPT', NUMBER: 'NO', NOS: 'NO' },
  }),
);
/** `Smith & Sons` is `Smith and Sons`: punctuation is no word, so neither is this. */
const leftOut = new Set(['AND']);

/** `Bearings` is `BEARING`, `Métropole` is `METROPOLE`. */
function keyOf(word: string): string {
  const plain = word.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase();
  const same = sameWord.get(plain) ?? plain;
  return same.length > 3 && /[^S]S$/.test(same) ? same.slice(0, -1) : same;
}

// A character of Chinese or Japanese is a word by itself: nothing stands between its words.
const wordForm =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+/gu;

function wordsOf(text: string): Word[] {
  return [...text.matchAll(wordForm)].flatMap(({ 0: word, index }) => {
    const key = keyOf(word);
    return key === '' || leftOut.has(key) ? [] : [{ key, at: index, end: index + word.length }];
  });
}

export const keysOf = (text: string): string[] => wordsOf(text).map(({ key }) => key);

/** A word that a hyphen breaks at the end of a line is one again. */
const unbroken = (text: string): string => text.replace(/(\p{L})-[ \t]*\r?\n[ \t]*(?=\p{Ll})/gu, '$1');

export function readInvoice(pages: readonly PageText[], room: Room): Reading {
  let text = '';
  const starts = pages.map(({ evidenceId, page, text: own }) => {
    const at = text.length;
    text += `${unbroken(own)}\n`;
    return { at, evidenceId, page };
  });
  const words = wordsOf(text);
  const places = new Map<string, number[]>();
  const [beginsAt, endsAt] = [new Map<number, number>(), new Map<number, number>()];
  let offset = 0;
  words.forEach(({ key }, number) => {
    const known = places.get(key);
    if (known) known.push(number);
    else places.set(key, [number]);
    beginsAt.set(offset, number);
    offset += key.length;
    endsAt.set(offset, number);
  });
  const squeezed = words.map(({ key }) => key).join('');
  return { text, words, places, squeezed, beginsAt, endsAt, pages: starts, room };
}

/** Of a text that is one long row of the same sign, the needle is everywhere and never a word. */
const occurrencesAtMost = 2000;

/** Where these words stand in a row, spaces and punctuation aside: `MT 2026/1` is `MT-2026-1`. @param atMost how many to look for */
export function findRuns(reading: Reading, keys: readonly string[], atMost = 1): Span[] {
  const needle = keys.join('');
  if (needle === '') return [];
  const found = sameWords(reading, keys, atMost);
  if (found.length > 0) return found;
  const { squeezed, room } = reading;
  room.steps -= squeezed.length / 20;
  for (let at = squeezed.indexOf(needle), tries = 0; at >= 0; at = squeezed.indexOf(needle, at + 1), tries += 1) {
    room.steps -= 10;
    const from = reading.beginsAt.get(at);
    const to = reading.endsAt.get(at + needle.length);
    if (from !== undefined && to !== undefined) found.push({ from, to });
    if (found.length >= atMost || tries >= occurrencesAtMost) break;
  }
  return found;
}

/** The same without looking where words are divided otherwise: that takes a hundredth of the time, and mostly does. */
function sameWords({ words, places, room }: Reading, keys: readonly string[], atMost: number): Span[] {
  const rarest = keys.reduce((rare, key, index) => {
    return (places.get(key)?.length ?? 0) < (places.get(keys[rare] ?? '')?.length ?? 0) ? index : rare;
  }, 0);
  const found: Span[] = [];
  for (const place of (places.get(keys[rarest] ?? '') ?? []).slice(0, occurrencesAtMost)) {
    room.steps -= 5;
    const from = place - rarest;
    if (keys.every((key, index) => words[from + index]?.key === key)) found.push({ from, to: from + keys.length - 1 });
    if (found.length >= atMost) break;
  }
  return found;
}

/** How far apart so many words may stand: a second column's words come between the lines of an address. */
const reachOf = (count: number): number => 2 * count + 12;

/** Where one begins to look: more places of a word than this are those of a word that says nothing. */
const triesAtMost = 100;

/** Where these words stand in this order, others between them. Of fewer than three words that would be chance. */
export function findSpread(reading: Reading, keys: readonly string[]): Span | undefined {
  if (keys.length < 3) return undefined;
  const places = keys.map((key) => reading.places.get(key) ?? []);
  const fewest = Math.min(...places.map((one) => one.length));
  const anchor = places.findIndex((one) => one.length === fewest);
  for (const at of (places[anchor] ?? []).slice(0, triesAtMost)) {
    reading.room.steps -= 20 * keys.length;
    const to = walk(places.slice(anchor + 1), at, nextPlace);
    const from = walk(places.slice(0, anchor).reverse(), at, previousPlace);
    if (from !== undefined && to !== undefined && to - from < reachOf(keys.length)) return { from, to };
  }
  return undefined;
}

type Step = (places: readonly number[], at: number) => number | undefined;

function walk(places: readonly (readonly number[])[], start: number, step: Step): number | undefined {
  let at: number | undefined = start;
  for (const one of places) {
    if (at === undefined) return undefined;
    at = step(one, at);
  }
  return at;
}

/** The index of the first place that is greater. */
function firstAfter(places: readonly number[], at: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
const nextPlace: Step = (places, at) => places[firstAfter(places, at)];
const previousPlace: Step = (places, at) => places[firstAfter(places, at - 1) - 1];

/** Where most of these words stand together, and how much of their letters that is, from 0 to 1. */
export function findMost(reading: Reading, keys: readonly string[]): (Span & { share: number }) | undefined {
  const all = new Set(keys);
  const letters = [...all].join('').length;
  const hits = [...all]
    .flatMap((key) => (reading.places.get(key) ?? []).slice(0, triesAtMost).map((at) => ({ key, at })))
    .sort((a, b) => a.at - b.at);
  const reach = reachOf(all.size);
  let best: (Span & { share: number }) | undefined;
  hits.forEach(({ at: from }, first) => {
    const here = new Set<string>();
    let to = from;
    for (let next = first; next < hits.length; next += 1) {
      reading.room.steps -= 10;
      const hit = hits[next];
      if (hit === undefined || hit.at - from >= reach) break;
      if (!here.has(hit.key)) to = hit.at;
      here.add(hit.key);
    }
    const share = [...here].join('').length / letters;
    if (best === undefined || share > best.share) best = { from, to, share };
  });
  return best;
}

const excerptAtMost = 100;

/** What stands there, on one line. `at`, `end`: offsets in the text. */
export function excerpt({ text }: Reading, at: number, end: number): string {
  const words = text.slice(at, end).replace(/\s+/g, ' ').trim();
  return words.length > excerptAtMost ? `${words.slice(0, excerptAtMost - 1).trimEnd()}…` : words;
}

export const rangeOf = ({ words }: Reading, { from, to }: Span): { at: number; end: number } => ({
  at: words[from]?.at ?? 0,
  end: words[to]?.end ?? 0,
});

const lineAtMost = 500;

/** The whole lines on which that stands; of a line without end some characters on each side. */
export function linesAround({ text }: Reading, at: number, end: number): { at: number; end: number } {
  const [before, after] = [text.slice(Math.max(0, at - lineAtMost), at), text.slice(end, end + lineAtMost)];
  const next = after.indexOf('\n');
  return { at: at - (before.length - 1 - before.lastIndexOf('\n')), end: end + (next < 0 ? after.length : next) };
}

/** On which page of which document that stands. */
export function pageAt({ pages }: Reading, at: number): { evidenceId: string; page: number } {
  const found = pages.findLast((one) => one.at <= at);
  if (found === undefined) throw new Error('nothing is found where no page is');
  return { evidenceId: found.evidenceId, page: found.page };
}
