import { encodePng } from '../../outside/png-encode.ts';
import { signatureFrame } from '../letters-frame.ts';
import { blackInk, printedPerPixel, trimmedForPrint } from './print-size.ts';
import { type SignatureProblem, signatureProblem } from './problems.ts';
import type { Bounds } from './raster.ts';

/**
 * Where the pen was while it was down: millimetres from the top left corner of a box as large as the frame of the 署名届
 * (120 × 40), and milliseconds since the first touch, in the order of time.
 */
export type Stroke = readonly { x: number; y: number; t: number }[];

export type Drawing =
  | { ok: true; png: Buffer; width: number; height: number }
  | { ok: false; problem: SignatureProblem };

export const mostStrokes = 200;
/** Three minutes of a pen that reports 120 times a second would be more. */
export const mostPoints = 20_000;

/** Of all strokes together, and of the box around them: less is a dot or a slip of the finger. In millimetres. */
const leastInk = 15;
const leastSide = 6;
/** The line as it prints, whatever the size in which it was drawn: a pen of 0.45 mm. */
const printedPen = 0.45;
const perMillimetre = 24;

/** The signature drawn on a screen, as the same kind of picture as one from a scan: black ink on nothing, PNG. */
export function drawnSignature(strokes: readonly Stroke[]): Drawing {
  const problem = problemOf(strokes);
  if (problem !== undefined) return { ok: false, problem: signatureProblem(problem) };
  const box = boxAround(strokes.flat());
  const size = { width: box.right - box.left, height: box.bottom - box.top };
  if (inkLength(strokes) < leastInk || Math.max(size.width, size.height) < leastSide) {
    return { ok: false, problem: signatureProblem('short_strokes') };
  }
  const pen = Math.min(1.2, Math.max(0.25, printedPen / printedPerPixel(size)));
  const canvas = canvasFor(size, pen);
  const at = ({ x, y }: Place): Place => ({
    x: (x - box.left + pen) * perMillimetre,
    y: (y - box.top + pen) * perMillimetre,
  });
  for (const stroke of strokes) drawStroke(canvas, stroke.map(at), (pen / 2) * perMillimetre);
  const picture = trimmedForPrint(canvas, { left: 0, top: 0, right: canvas.width, bottom: canvas.height });
  const { width, height } = picture;
  return { ok: true, png: encodePng(blackInk(picture), width, height, 'kept'), width, height };
}

type Place = { x: number; y: number };
type Canvas = { width: number; height: number; alpha: Uint8Array };

function problemOf(strokes: readonly Stroke[]): 'no_strokes' | 'too_many_strokes' | 'wrong_strokes' | undefined {
  let count = 0;
  let last = 0;
  for (const stroke of strokes) {
    count += stroke.length;
    if (count > mostPoints) return 'too_many_strokes';
    for (const { x, y, t } of stroke) {
      const inBox = x >= 0 && x <= signatureFrame.width && y >= 0 && y <= signatureFrame.height;
      if (!inBox || !(t >= last) || !Number.isFinite(t)) return 'wrong_strokes';
      last = t;
    }
  }
  if (count === 0) return 'no_strokes';
  return strokes.length > mostStrokes ? 'too_many_strokes' : undefined;
}

const inkLength = (strokes: readonly Stroke[]): number => strokes.reduce((sum, stroke) => sum + lengthOf(stroke), 0);

const lengthOf = (stroke: Stroke): number =>
  stroke.reduce((sum, { x, y }, i) => sum + Math.hypot(x - (stroke[i - 1]?.x ?? x), y - (stroke[i - 1]?.y ?? y)), 0);

const boxAround = (places: readonly Place[]): Bounds =>
  places.reduce(
    ({ left, top, right, bottom }, { x, y }) => ({
      left: Math.min(left, x),
      top: Math.min(top, y),
      right: Math.max(right, x),
      bottom: Math.max(bottom, y),
    }),
    { left: Number.MAX_SAFE_INTEGER, top: Number.MAX_SAFE_INTEGER, right: 0, bottom: 0 },
  );

function canvasFor(size: { width: number; height: number }, pen: number): Canvas {
  const [width, height] = [size.width, size.height].map((side) => Math.ceil((side + 2 * pen) * perMillimetre)) as [
    number,
    number,
  ];
  return { width, height, alpha: new Uint8Array(width * height) };
}

/** A round pen led along a curve; a touch without movement is a dot. */
function drawStroke(canvas: Canvas, places: readonly Place[], radius: number): void {
  const apart = places.filter((place, i) => i === 0 || distance(place, places[i - 1] ?? place) > 0.5);
  const [only] = apart;
  if (apart.length === 1 && only !== undefined) dot(canvas, only, radius * 1.4);
  for (let i = 0; i + 1 < apart.length; i += 1) {
    const [from, to] = [apart[i] ?? { x: 0, y: 0 }, apart[i + 1] ?? { x: 0, y: 0 }];
    const curve = curveBetween(apart[i - 1] ?? from, from, to, apart[i + 2] ?? to);
    const steps = Math.ceil((distance(from, to) / radius) * 4) + 1;
    for (let step = 0; step <= steps; step += 1) dot(canvas, curve(step / steps), radius);
  }
}

const distance = (a: Place, b: Place): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Through all points without a corner (Catmull and Rom, 1974): a finger on glass reports few points when it is fast. */
function curveBetween(before: Place, from: Place, to: Place, after: Place): (t: number) => Place {
  const along = (a: number, b: number, c: number, d: number, t: number): number =>
    b + (t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))) / 2;
  return (t) => ({ x: along(before.x, from.x, to.x, after.x, t), y: along(before.y, from.y, to.y, after.y, t) });
}

function dot({ width, height, alpha }: Canvas, { x, y }: Place, radius: number): void {
  const [left, right] = [Math.max(0, Math.floor(x - radius - 1)), Math.min(width - 1, Math.ceil(x + radius + 1))];
  const [top, bottom] = [Math.max(0, Math.floor(y - radius - 1)), Math.min(height - 1, Math.ceil(y + radius + 1))];
  for (let py = top; py <= bottom; py += 1)
    for (let px = left; px <= right; px += 1) {
      const ink = Math.min(1, radius + 0.5 - Math.hypot(px + 0.5 - x, py + 0.5 - y));
      const at = py * width + px;
      if (ink > 0) alpha[at] = Math.max(alpha[at] ?? 0, Math.round(255 * ink));
    }
}
