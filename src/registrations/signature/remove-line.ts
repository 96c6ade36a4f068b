import type { Ink } from './paper.ts';

/** About where a printed line runs: across the picture as a row or column, `at(t)` pixels from the top or left at place t. */
export type Course = { axis: 'row' | 'column'; from: number; to: number; at(along: number): number };

type Scale = {
  /** Darker than this is ink or line. */
  floor: number;
  /** Pixels in a millimetre. */
  perMillimetre: number;
};

/** How far from its course a line is looked for, and in what pieces it may be bent, in millimetres. */
const reachMm = 1.8;
const pieceMm = 5;
const leastSeen = 0.6;

/**
 * Takes a printed line away and leaves the strokes that cross it whole: where what is dark is no thicker than the line it
 * goes; a stroke that goes on at both sides stays, with the line under it; one at one side only stays up to the line.
 * Changes `ink`. Answers the longest stretch, in pixels, on which a stroke and the line could not be told apart: there
 * the stroke has lost what lay on the line. Of one that crosses at a slant it counts half. 0 where there was no line.
 */
export function removeLine(ink: Ink, course: Course, scale: Scale): number {
  const strip = stripOf(ink, course, scale);
  const pieces = piecesOf(strip);
  const seen = pieces.filter((piece) => piece !== undefined);
  if (seen.length < Math.max(1, pieces.length * 0.4)) return 0;
  const thick = middle(seen.map(({ thick: each }) => each));
  const offsets = smoothed(pieces.map((piece) => piece?.offset));
  const met: (Meeting | undefined)[] = [];
  for (let along = course.from; along < course.to; along += 1) {
    const place = (along - course.from) / strip.piece - 0.5;
    const [before, after] = [Math.floor(place), Math.floor(place) + 1].map(
      (i) => offsets[Math.min(Math.max(i, 0), offsets.length - 1)] ?? 0,
    ) as [number, number];
    const offset = Math.round(before + (after - before) * (place - Math.floor(place)));
    met.push(meetingAt(strip, along, offset, thick));
  }
  return eraseMet(strip, met);
}

/** At one place of the line: what is dark there, from offset to offset, where the line lies in it, and who goes on beyond. */
type Meeting = { first: number; last: number; lineFirst: number; lineLast: number; before: boolean; after: boolean };

/**
 * Erases the line. A stretch on which something dark goes on beyond it, at first at one side and then at the other, is a
 * stroke that crosses: it stays. Answers the longest stretch on which a stroke did not, half of it where it did.
 */
function eraseMet(strip: Strip, met: readonly (Meeting | undefined)[]): number {
  // In the middle of a crossing the stroke may be hidden by the line.
  const bridge = Math.round(strip.piece / 5);
  let longest = 0;
  for (let from = 0; from < met.length; ) {
    let to = from;
    const goesOn = () => met.slice(to, to + bridge).some(isBeyond);
    while (isBeyond(met[from]) && goesOn()) to += 1;
    const stretch = met.slice(from, to);
    const crosses = stretch.some((one) => one?.before) && stretch.some((one) => one?.after);
    longest = Math.max(longest, crosses ? stretch.length / 2 : stretch.length);
    if (!crosses) for (const [i, one] of stretch.entries()) erase(strip, strip.from + from + i, one);
    erase(strip, strip.from + to, met[to]); // the line alone, or nothing
    from = to + 1;
  }
  return longest;
}

const isBeyond = (one: Meeting | undefined): boolean => one !== undefined && (one.before || one.after);

function erase({ clear }: Strip, along: number, met: Meeting | undefined): void {
  if (met === undefined) return;
  const from = met.before ? met.lineFirst : met.first;
  const to = met.after ? met.lineLast : met.last;
  for (let place = from - 1; place <= to + 1; place += 1) clear(along, place);
}

/** The picture seen along the course: `dark(along, offset)` pixels from it. */
type Strip = {
  from: number;
  to: number;
  piece: number;
  reach: number;
  isDark(along: number, offset: number): boolean;
  clear(along: number, offset: number): void;
};

function stripOf({ width, height, dark }: Ink, course: Course, { floor, perMillimetre }: Scale): Strip {
  const across = course.axis === 'row' ? height : width;
  const index = (along: number, offset: number): number => {
    const place = Math.round(course.at(along)) + offset;
    if (place < 0 || place >= across) return -1;
    return course.axis === 'row' ? place * width + along : along * width + place;
  };
  return {
    from: course.from,
    to: course.to,
    piece: Math.round(pieceMm * perMillimetre),
    reach: Math.round(reachMm * perMillimetre),
    isDark: (along, offset) => (dark[index(along, offset)] ?? 0) > floor,
    clear: (along, offset) => {
      const at = index(along, offset);
      if (at >= 0) dark[at] = 0;
    },
  };
}

type Piece = { offset: number; thick: number };

/** In each piece of the course: where the line is, and how thick; undefined where none is to be seen. */
function piecesOf(strip: Strip): (Piece | undefined)[] {
  const pieces: (Piece | undefined)[] = [];
  for (let start = strip.from; start < strip.to; start += strip.piece) {
    pieces.push(pieceAt(strip, start, Math.min(strip.to, start + strip.piece)));
  }
  return pieces;
}

function pieceAt({ reach, isDark }: Strip, start: number, end: number): Piece | undefined {
  const shares = Array.from({ length: 2 * reach + 1 }, (_, i) => {
    let dark = 0;
    for (let along = start; along < end; along += 1) if (isDark(along, i - reach)) dark += 1;
    return dark / (end - start);
  });
  const most = Math.max(...shares);
  if (most < leastSeen) return undefined;
  const peak = shares.indexOf(most);
  let [first, last] = [peak, peak];
  while (first > 0 && (shares[first - 1] ?? 0) > most / 2) first -= 1;
  while (last < shares.length - 1 && (shares[last + 1] ?? 0) > most / 2) last += 1;
  return { offset: (first + last) / 2 - reach, thick: last - first + 1 };
}

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** A stroke along the line moves one piece aside, not its neighbours; an unseen piece is where its neighbours are. */
function smoothed(offsets: readonly (number | undefined)[]): number[] {
  return offsets.map((_, i) => {
    for (let reach = 1; reach < offsets.length + 1; reach += 1) {
      const near = offsets.slice(Math.max(0, i - reach), i + reach + 1).filter((each) => each !== undefined);
      if (near.length > 0) return middle(near);
    }
    return 0;
  });
}

function meetingAt(strip: Strip, along: number, offset: number, thick: number): Meeting | undefined {
  const limit = strip.reach * 2;
  const half = thick / 2;
  const start = [0, 1, -1, 2, -2].map((step) => offset + step).find((place) => strip.isDark(along, place));
  if (start === undefined) return undefined;
  let [first, last] = [start, start];
  while (first > offset - limit && strip.isDark(along, first - 1)) first -= 1;
  while (last < offset + limit && strip.isDark(along, last + 1)) last += 1;
  const [lineFirst, lineLast] = [Math.floor(offset - half), Math.ceil(offset + half)];
  const slack = 2.5 + thick * 0.08;
  return {
    ...{ first, last, lineFirst, lineLast },
    before: offset - half - first > slack,
    after: last - offset - half > slack,
  };
}
