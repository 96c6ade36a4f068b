import { type Component, type Components, componentsOf } from './components.ts';
import { darkerThanAround, distance, type Grey, type Point, type Quad } from './raster.ts';

export type FoundFrame = {
  quad: Quad;
  /** Width divided by height, as far as the picture shows it. */
  shape: number;
};

/** Long, low boxes in which one signs; ours is three times as wide as high. */
const [leastShape, mostShape, ourShape] = [1.8, 5.5, 3];
const largestTilt = 12; // degrees
const eachTilt = 0.25;
/** Of each side, the least part that must be seen as a line. */
const leastSeen = 0.75;

/**
 * The frame without the help of marks: four long dark lines that hang together and make a long box. Of several the one
 * most like ours in shape, then the largest. In pixels of `grey`, in the order of reading along its long sides; which of
 * them is the upper one is not known.
 */
export function findFrame(grey: Grey): FoundFrame | undefined {
  const mask = darkerThanAround(grey, Math.round(Math.max(grey.width, grey.height) / 40));
  const components = componentsOf(mask);
  const longer = Math.max(grey.width, grey.height);
  const frames = components.list
    .filter(({ left, right, top, bottom }) => Math.hypot(right - left, bottom - top) > longer * 0.2)
    .sort((a, b) => b.area - a.area)
    .slice(0, 8)
    .flatMap((component) => frameOf(component, components, grey.width) ?? []);
  const fault = ({ quad, shape }: FoundFrame) =>
    Math.abs(Math.log(shape / ourShape)) - distance(quad[0], quad[2]) / longer / 4;
  return frames.sort((a, b) => fault(a) - fault(b))[0];
}

function frameOf(component: Component, { labels }: Components, width: number): FoundFrame | undefined {
  const points = pointsOf(component, labels, width);
  const tilt = tiltOf(points);
  const turned = points.map((point) => turn(point, -tilt));
  const rows = outerLines(turned.map(({ x, y }) => ({ along: x, across: y })));
  const columns = outerLines(turned.map(({ x, y }) => ({ along: y, across: x })));
  if (rows === undefined || columns === undefined) return undefined;
  const corner = (row: Line, column: Line): Point => turn(crossing(row, column), tilt);
  const [top, bottom] = rows;
  const [left, right] = columns;
  const lying: Quad = [corner(top, left), corner(top, right), corner(bottom, right), corner(bottom, left)];
  const [a, b, c, d] = lying;
  const wide = (distance(a, b) + distance(c, d)) / 2;
  const high = (distance(b, c) + distance(d, a)) / 2;
  const shape = Math.max(wide, high) / Math.max(1, Math.min(wide, high));
  if (shape < leastShape || shape > mostShape) return undefined;
  return { quad: wide >= high ? lying : [b, c, d, a], shape };
}

/** At most some thousands: enough for four lines. */
function pointsOf({ label, left, right, top, bottom, area }: Component, labels: Int32Array, width: number): Point[] {
  const step = Math.ceil(area / 8000);
  const points: Point[] = [];
  let seen = 0;
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      if (labels[y * width + x] !== label) continue;
      if (seen % step === 0) points.push({ x: x + 0.5, y: y + 0.5 });
      seen += 1;
    }
  }
  return points;
}

function turn({ x, y }: Point, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180;
  return { x: x * Math.cos(angle) - y * Math.sin(angle), y: x * Math.sin(angle) + y * Math.cos(angle) };
}

/** The angle at which most points fall on few rows and columns, in degrees. */
function tiltOf(points: readonly Point[]): number {
  let best = { tilt: 0, score: -1 };
  for (let tilt = -largestTilt; tilt <= largestTilt; tilt += eachTilt) {
    const turned = points.map((point) => turn(point, -tilt));
    const score = peakedness(turned.map(({ x }) => x)) + peakedness(turned.map(({ y }) => y));
    if (score > best.score) best = { tilt, score };
  }
  return best.tilt;
}

const countedFrom = (places: readonly number[]): number => Math.floor(places.reduce((a, b) => Math.min(a, b), 1e9));

function counted(places: readonly number[]): Uint32Array {
  const from = countedFrom(places);
  const counts = new Uint32Array(Math.ceil(places.reduce((a, b) => Math.max(a, b), -1e9)) - from + 2);
  for (const place of places) {
    const at = Math.floor(place) - from;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

const peakedness = (places: readonly number[]): number =>
  counted(places).reduce((sum, count) => sum + count * count, 0);

/** `across` = offset + slope × along */
type Line = { offset: number; slope: number };
type Placed = { along: number; across: number };

/** The first and the last line across that is long enough; a signature that touches the frame hangs together with it. */
function outerLines(points: readonly Placed[]): [Line, Line] | undefined {
  const places = points.map(({ across }) => across);
  const from = countedFrom(places);
  const counts = counted(places);
  // A line may lie on two rows, and a lens bends it over some more.
  const near = Array.from(counts, (_, i) => counts.subarray(Math.max(0, i - 2), i + 3).reduce((a, b) => a + b, 0));
  const enough = Math.max(...near) * 0.55;
  const first = near.findIndex((count) => count >= enough);
  const last = near.findLastIndex((count) => count >= enough);
  if (last - first < 12) return undefined;
  const lines = [first, last].map((at) => lineNear(points, from + at + 0.5));
  const [one, two] = lines;
  return one === undefined || two === undefined ? undefined : [one, two];
}

/** The straight line through the points near a row; twice, the second time only those near the first answer. */
function lineNear(points: readonly Placed[], at: number): Line | undefined {
  const alongs = points.map(({ along }) => along);
  const [start, end] = [alongs.reduce((a, b) => Math.min(a, b)), alongs.reduce((a, b) => Math.max(a, b))];
  let line: Line = { offset: at, slope: 0 };
  for (const reach of [Math.max(4, (end - start) / 60), 2.5]) {
    const near = points.filter(({ along, across }) => Math.abs(across - line.offset - line.slope * along) <= reach);
    line = fitted(near) ?? line;
  }
  const near = points.filter(({ along, across }) => Math.abs(across - line.offset - line.slope * along) <= 2.5);
  const parts = 60;
  const seen = new Set(near.map(({ along }) => Math.floor(((along - start) / (end - start + 1)) * parts)));
  return seen.size >= parts * leastSeen ? line : undefined;
}

function fitted(points: readonly Placed[]): Line | undefined {
  const n = points.length;
  if (n < 10) return undefined;
  const along = points.reduce((sum, point) => sum + point.along, 0) / n;
  const across = points.reduce((sum, point) => sum + point.across, 0) / n;
  const together = points.reduce((sum, point) => sum + (point.along - along) * (point.across - across), 0);
  const spread = points.reduce((sum, point) => sum + (point.along - along) ** 2, 0);
  const slope = spread < 1 ? 0 : together / spread;
  return { offset: across - slope * along, slope };
}

/** Where a row (y by x) and a column (x by y) meet. */
function crossing(row: Line, column: Line): Point {
  const x = (column.offset + column.slope * row.offset) / (1 - column.slope * row.slope);
  return { x, y: row.offset + row.slope * x };
}
