import { cornerMarks } from '../letters-frame.ts';
import { type Component, componentsOf } from './components.ts';
import { darkerThanAround, distance, type Grey, type Point, type Quad } from './raster.ts';

/** As many as a sheet full of dots and bold letters has at most of squares that could be ours; all fours are tried. */
const maxCandidates = 26;

const [first, second, third] = cornerMarks.centres;
const sheetWidth = second.x - first.x; // millimetres between the middles
const sheetHeight = third.y - first.y;

/**
 * The middles of the four black squares around the frame, in pixels of `grey`, in the order of reading along the frame;
 * which of its two long sides is the upper one is not known yet. Undefined when there are no four that can be ours.
 */
export function findMarks(grey: Grey): Quad | undefined {
  const reach = Math.round(Math.max(grey.width, grey.height) / 30);
  const squares = componentsOf(darkerThanAround(grey, reach))
    .list.filter((component) => isSquare(component, grey))
    .sort((a, b) => b.area - a.area)
    .slice(0, maxCandidates);
  let best: { quad: Quad; fault: number } | undefined;
  for (const four of fours(squares)) {
    const quad = inReadingOrder(four.map(({ centre }) => centre));
    const fault = quad === undefined ? 1 : faultOf(quad, four);
    if (quad !== undefined && fault < (best?.fault ?? 1)) best = { quad, fault };
  }
  return best?.quad;
}

/** A full square, turned by whatever angle: for those both main spreads are side²/12. A disc or a square seen askew passes. */
function isSquare({ area, spread, left, right, top, bottom }: Component, { width, height }: Grey): boolean {
  const side = Math.sqrt(area);
  const longer = Math.max(width, height);
  if (side < 5 || side < longer / 200 || side > longer / 8) return false;
  if (Math.max(right - left, bottom - top) > side * 1.7) return false;
  const middle = (spread.xx + spread.yy) / 2;
  const lean = Math.hypot((spread.xx - spread.yy) / 2, spread.xy);
  if (middle + lean > (middle - lean) * 2) return false;
  const fullness = area / (12 * Math.sqrt(Math.max(1e-9, middle * middle - lean * lean)));
  return fullness > 0.86 && fullness < 1.12;
}

/** Every choice of four, the largest first, as long as their sizes could be those of one square seen from one side. */
function* fours(squares: readonly Component[], chosen: readonly Component[] = []): Generator<readonly Component[]> {
  if (chosen.length === 4) {
    yield chosen;
    return;
  }
  const largest = chosen[0]?.area;
  for (const [i, square] of squares.entries()) {
    if (largest === undefined || largest < square.area * 2.5) yield* fours(squares.slice(i + 1), [...chosen, square]);
  }
}

/** Round the middle, beginning with the corner from which a long side leads to the right. */
function inReadingOrder(points: Point[]): Quad | undefined {
  const x = points.reduce((sum, point) => sum + point.x, 0) / 4;
  const y = points.reduce((sum, point) => sum + point.y, 0) / 4;
  const round = [...points].sort((a, b) => Math.atan2(a.y - y, a.x - x) - Math.atan2(b.y - y, b.x - x));
  const [a, b, c, d] = round;
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  return distance(a, b) + distance(c, d) >= distance(b, c) + distance(d, a) ? [a, b, c, d] : [b, c, d, a];
}

/** 0 for the very shape, 1 for one that cannot be ours even in a photo taken askew. */
function faultOf(quad: Quad, four: readonly Component[]): number {
  const [a, b, c, d] = quad;
  const long = (distance(a, b) + distance(c, d)) / 2;
  const short = (distance(b, c) + distance(d, a)) / 2;
  const side = four.reduce((sum, { area }) => sum + Math.sqrt(area), 0) / 4;
  const faults = [
    Math.abs(Math.log(long / short / (sheetWidth / sheetHeight))) / 0.3,
    Math.abs(Math.log((side / long) * (sheetWidth / cornerMarks.side))) / 0.4,
    Math.abs(Math.log(distance(a, c) / distance(b, d))) / 0.2,
    Math.abs(Math.log(distance(a, b) / distance(c, d))) / 0.25,
    Math.abs(Math.log(distance(b, c) / distance(d, a))) / 0.25,
  ];
  return faults.some((fault) => fault > 1) ? 1 : faults.reduce((sum, fault) => sum + fault, 0) / faults.length;
}
