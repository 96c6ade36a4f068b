import type { ScanPage } from '../../outside/scan-picture.ts';
import { type Component, componentsOf } from './components.ts';
import { type Ink, inkOf } from './paper.ts';
import { type Bounds, percentile } from './raster.ts';
import { type Course, removeLine } from './remove-line.ts';

/** A straightened picture with a signature in it. */
export type Cutting = {
  page: ScanPage;
  /** Pixels in a millimetre; of a cutting by hand, where it is not known, as if it were as high as our frame. */
  perMillimetre: number;
  /** The middle of the frame's lines, where there is a frame. */
  frame?: Bounds;
  /** Other printed lines. */
  lines?: readonly Course[];
};

/** Ink without paper, lines and specks. `alpha`: 0 nothing, 255 full ink. */
export type Cleaned = {
  width: number;
  height: number;
  alpha: Uint8Array;
  /** Around all ink; undefined when there is none. */
  bounds: Bounds | undefined;
  facts: InkFacts;
};

/** Darkness from 0 (paper) to 255 (black); areas and lengths in pixels of the cutting. */
export type InkFacts = {
  darkness: number;
  noise: number;
  area: number;
  redArea: number;
  pieces: number;
  /** Ink that goes on where the cutting ends, or beyond the frame, or is lost in its line. */
  cut: boolean;
  /** From paper to full ink at the sharpest edges. */
  edge: number;
};

const blockMm = 3;
/** A stroke that ends in a line is merged with it for its own width; longer, and a part of the signature is gone. */
const mostMergedMm = 3;
/** Nearer to the middle of a frame's line is what may be left of it. */
const besideLineMm = 0.9;
/** A pen leaves at least so much, a seventh of black (a pencil on grey paper); below it is paper. */
const leastDark = 24;

export function cleanSignature(cutting: Cutting): Cleaned {
  const { page, perMillimetre } = cutting;
  const ink = inkOf(page, Math.max(12, Math.round(blockMm * perMillimetre)));
  const inside = insetBy(cutting, 1.6);
  const levels = levelsOf(ink, inside);
  const scale = { floor: levels.low, perMillimetre };
  const along = coursesOf(cutting).map((course) => removeLine(ink, course, scale));
  const merged = Math.max(0, ...along) > mostMergedMm * perMillimetre;
  const kept = keepStrokes(ink, levels, cutting);
  const alpha = alphaOf(ink, levels, kept.isKept);
  const facts: InkFacts = {
    darkness: levels.full,
    noise: levels.noise,
    area: kept.area,
    redArea: ink.red,
    pieces: kept.pieces,
    cut: kept.cut || merged,
    edge: edgeOf(ink, levels, kept.isKept),
  };
  return { width: page.width, height: page.height, alpha, bounds: kept.bounds, facts };
}

function insetBy({ page, frame, perMillimetre }: Cutting, millimetres: number): Bounds {
  if (frame === undefined) return { left: 0, top: 0, right: page.width, bottom: page.height };
  const by = Math.round(millimetres * perMillimetre);
  return { left: frame.left + by, top: frame.top + by, right: frame.right - by, bottom: frame.bottom - by };
}

function coursesOf({ page, frame, lines = [] }: Cutting): Course[] {
  if (frame === undefined) return [...lines];
  const row = (y: number): Course => ({ axis: 'row', from: 0, to: page.width, at: () => y });
  const column = (x: number): Course => ({ axis: 'column', from: 0, to: page.height, at: () => x });
  return [row(frame.top), row(frame.bottom), column(frame.left), column(frame.right), ...lines];
}

type Levels = {
  noise: number;
  /** The darkness of a full stroke of this pen. */
  full: number;
  /** Darker than this is ink if it hangs together with a stroke. */
  low: number;
};

/** A faint pen is measured by itself: how dark its strokes are, and how uneven the paper is. */
function levelsOf({ width, dark }: Ink, { left, top, right, bottom }: Bounds): Levels {
  const counts = new Uint32Array(512);
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      const at = 256 + (dark[y * width + x] ?? 0);
      counts[at] = (counts[at] ?? 0) + 1;
    }
  const paper = percentile(counts, 0.5) - 256;
  const noise = Math.max(1, (percentile(counts, 0.5) - percentile(counts, 0.16)) * 1.05);
  const surely = Math.max(leastDark, paper + 5 * noise);
  const inkCounts = counts.map((count, i) => (i - 256 > surely ? count : 0));
  const full = Math.max(surely, percentile(inkCounts, 0.85) - 256);
  return { noise, full, low: Math.min(full * 0.6, Math.max(paper + 4 * noise, full * 0.24, leastDark * 0.6)) };
}

type Kept = { isKept: (at: number) => boolean; bounds: Bounds | undefined; area: number; pieces: number; cut: boolean };

/** Which of the dark spots are the signature: large and dark enough, and inside the frame or reaching into it. */
function keepStrokes({ width, height, dark }: Ink, levels: Levels, cutting: Cutting): Kept {
  const on = new Uint8Array(width * height);
  for (let at = 0; at < on.length; at += 1) if ((dark[at] ?? 0) > levels.low) on[at] = 1;
  const { labels, list } = componentsOf({ width, height, on });
  const [inner, outer] = [insetBy(cutting, besideLineMm), insetBy(cutting, -besideLineMm)];
  const darkest = new Int16Array(list.length + 1);
  for (let at = 0; at < labels.length; at += 1) {
    const label = labels[at] ?? 0;
    if (label !== 0) darkest[label] = Math.max(darkest[label] ?? 0, dark[at] ?? 0);
  }
  const least = cutting.perMillimetre ** 2 * 0.06;
  const strokes = list.filter(({ label, area }) => area > least && (darkest[label] ?? 0) > levels.full * 0.55);
  const inside = strokes.filter((each) => overlaps(each, inner));
  const outside = strokes.filter((each) => !overlaps(each, inner) && !within(each, outer));
  const near = withoutSpecks(inside, labels, width, cutting.perMillimetre);
  const { pieces, cut } = withoutNeighbours(near, cutting);
  const keep = new Uint8Array(list.length + 1);
  for (const { label } of pieces) keep[label] = 1;
  return {
    isKept: (at) => keep[labels[at] ?? 0] === 1,
    bounds: boundsOf(pieces),
    area: pieces.reduce((sum, { area }) => sum + area, 0),
    pieces: pieces.length,
    cut: cut || outside.some((each) => runsOut(each, outer, cutting.perMillimetre)),
  };
}

const overlaps = (a: Bounds, b: Bounds): boolean =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

const within = (a: Bounds, b: Bounds): boolean =>
  a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;

/** Outside the frame: a long stroke, or one that begins at its line. Printed letters there are short and keep away. */
function runsOut(each: Component, outer: Bounds, perMillimetre: number): boolean {
  const long = Math.hypot(each.right - each.left, each.bottom - each.top) > 6 * perMillimetre;
  return each.area > 0.3 * perMillimetre ** 2 && (long || overlaps(each, outer));
}

/** Smaller than a dot of this pen is dust; what is no larger than the dot of an i stays only beside a stroke. */
function withoutSpecks(strokes: readonly Component[], labels: Int32Array, width: number, perMillimetre: number) {
  const pen = penWidth(strokes, labels, width);
  const speck = Math.max(0.45 * perMillimetre ** 2, pen * pen);
  const large = strokes.filter(({ area }) => area > speck);
  const near = 5 * perMillimetre;
  const gap = (a: Component, b: Component): number =>
    Math.max(a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom);
  return strokes.filter(
    (each) => each.area > 0.55 * pen * pen && (each.area > speck || large.some((other) => gap(each, other) < near)),
  );
}

/** Of the largest strokes: twice the area divided by the length of the outline, in pixels. */
function penWidth(strokes: readonly Component[], labels: Int32Array, width: number): number {
  const largest = [...strokes].sort((a, b) => b.area - a.area).slice(0, 6);
  let [area, outline] = [0, 0];
  for (const each of largest) {
    area += each.area;
    outline += outlineOf(each, labels, width);
  }
  return outline === 0 ? 0 : (2 * area) / outline;
}

function outlineOf({ label, left, top, right, bottom }: Component, labels: Int32Array, width: number): number {
  let outline = 0;
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      const at = y * width + x;
      if (labels[at] !== label) continue;
      const surrounded = [at - 1, at + 1, at - width, at + width].every((beside) => labels[beside] === label);
      if (!surrounded) outline += 1;
    }
  return outline;
}

/** Ink at the very edge of the cutting is cut off. In one made by hand a small piece there belongs to something else. */
function withoutNeighbours(strokes: Component[], { page, frame }: Cutting): { pieces: Component[]; cut: boolean } {
  const all = strokes.reduce((sum, { area }) => sum + area, 0);
  const whole = { left: 1, top: 1, right: page.width - 1, bottom: page.height - 1 };
  const atEdge = (each: Component): boolean => !within(each, whole);
  const pieces = frame === undefined ? strokes.filter((each) => !(atEdge(each) && each.area < all * 0.08)) : strokes;
  return { pieces, cut: pieces.some(atEdge) };
}

function boundsOf(pieces: readonly Component[]): Bounds | undefined {
  if (pieces.length === 0) return undefined;
  return {
    left: pieces.reduce((least, { left }) => Math.min(least, left), Number.MAX_SAFE_INTEGER),
    top: pieces.reduce((least, { top }) => Math.min(least, top), Number.MAX_SAFE_INTEGER),
    right: pieces.reduce((most, { right }) => Math.max(most, right), 0),
    bottom: pieces.reduce((most, { bottom }) => Math.max(most, bottom), 0),
  };
}

/** A faint pen prints black: its own full stroke is full ink. What lies between keeps the edge smooth. */
function alphaOf({ dark }: Ink, { low, full }: Levels, isKept: Kept['isKept']): Uint8Array {
  const alpha = new Uint8Array(dark.length);
  const high = Math.max(low + 4, full * 0.66);
  for (let at = 0; at < alpha.length; at += 1) {
    if (isKept(at)) alpha[at] = Math.min(255, Math.round((255 * ((dark[at] ?? 0) - low)) / (high - low)));
  }
  return alpha;
}

/** A full stroke's darkness divided by the usual slope where paper and ink meet. */
function edgeOf({ width, height, dark }: Ink, { full }: Levels, isKept: Kept['isKept']): number {
  const counts = new Uint32Array(256);
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      const value = dark[at] ?? 0;
      if (value < full * 0.3 || value > full * 0.7 || !isKept(at)) continue;
      const across = (dark[at + 1] ?? 0) - (dark[at - 1] ?? 0);
      const down = (dark[at + width] ?? 0) - (dark[at - width] ?? 0);
      const slope = Math.min(255, Math.round(Math.hypot(across, down) / 2));
      counts[slope] = (counts[slope] ?? 0) + 1;
    }
  return full / Math.max(1, percentile(counts, 0.6));
}
