// Security ground: fine lines computed from curves, as on banknotes and bonds. Pale and thin, so that a fax keeps the text on
// it and a colour copier loses the tint. Built of a few small forms placed many times, so it costs a few kilobytes a file.
import type { Box, Form, FormShape, Ink, PathShape, PathStep, Shape } from './page.ts';

type Curve = { at(t: number): { x: number; y: number }; slope(t: number): { x: number; y: number } };

/** A smooth curve as cubic pieces: the ends and the slopes at the ends of each piece are exact. */
function trace(curve: Curve, from: number, to: number, pieces: number): PathStep[] {
  const start = curve.at(from);
  const steps: PathStep[] = [{ go: 'M', ...start }];
  const third = (to - from) / pieces / 3;
  for (let i = 0; i < pieces; i++) {
    const [a, b] = [from + i * 3 * third, from + (i + 1) * 3 * third];
    const [p, q, dp, dq] = [curve.at(a), curve.at(b), curve.slope(a), curve.slope(b)];
    const handles = { x1: p.x + dp.x * third, y1: p.y + dp.y * third, x2: q.x - dq.x * third, y2: q.y - dq.y * third };
    steps.push({ go: 'C', ...handles, x: q.x, y: q.y });
  }
  return steps;
}

/** A wave along x whose height itself swells and falls: two sines, so that neighbours cross and part. */
function wave(width: number, length: number, height: number, phase: number): Curve {
  const k = (2 * Math.PI) / length;
  const swell = (2 * Math.PI) / width;
  const size = (x: number): number => height * (0.7 + 0.3 * Math.cos(swell * x));
  return {
    at: (x) => ({ x, y: size(x) * Math.sin(k * x + phase) }),
    slope: (x) => ({
      x: 1,
      y: size(x) * k * Math.cos(k * x + phase) - height * 0.3 * swell * Math.sin(swell * x) * Math.sin(k * x + phase),
    }),
  };
}

/** A closed curve about the origin: a circle whose radius rises and falls `petals` times. */
function rosette(radius: number, depth: number, petals: number): Curve {
  const r = (t: number): number => radius + depth * Math.sin(petals * t);
  const dr = (t: number): number => depth * petals * Math.cos(petals * t);
  return {
    at: (t) => ({ x: r(t) * Math.cos(t), y: r(t) * Math.sin(t) }),
    slope: (t) => ({
      x: dr(t) * Math.cos(t) - r(t) * Math.sin(t),
      y: dr(t) * Math.sin(t) + r(t) * Math.cos(t),
    }),
  };
}

const stroked = (steps: PathStep[], ink: Ink, width: number): PathShape => ({
  kind: 'path',
  steps,
  stroke: { ink, width },
});

export type GroundInks = { waves: Ink; crossing: Ink; rosette: Ink };

const waveLine = 0.09; // mm
const rowPitch = 3.6; // mm

/** One form that fills the box (millimetres): woven waves from top to bottom and a rosette in the middle. */
export function guilloche(name: string, width: number, height: number, inks: GroundInks): Form {
  const strand = strandForm(`${name}-strand`, width, inks);
  // From edge to edge: the form's box cuts the outer rows off at the frame.
  const rows = Math.ceil(height / rowPitch);
  const waves: FormShape[] = Array.from({ length: rows + 1 }, (_, i) => ({
    kind: 'form',
    form: strand,
    x: 0,
    y: i * rowPitch,
  }));
  const middle = { x: width / 2, y: height * 0.575 };
  const shapes = [...waves, ...rosettes(name, middle, inks)];
  return { name, box: { x: 0, y: 0, width, height }, shapes, ground: true };
}

function strandForm(name: string, width: number, inks: GroundInks): Form {
  const [length, height, pieces] = [width / 8, 3.3, 8 * 4];
  const shapes = [0, 0.5, 1, 1.5].map((half, i) =>
    stroked(
      trace(wave(width, length, height, half * Math.PI), 0, width, pieces),
      i % 2 === 0 ? inks.waves : inks.crossing,
      waveLine,
    ),
  );
  return { name, box: { x: 0, y: -height - 0.2, width, height: 2 * height + 0.4 }, shapes };
}

/** Rings of one curve turned on by a part of a petal each: where they cross, the eye sees a lace. */
function rosettes(name: string, middle: { x: number; y: number }, inks: GroundInks): Shape[] {
  const rings = [
    { radius: 44, depth: 7.5, petals: 24, turns: 8, ink: inks.rosette },
    { radius: 32, depth: 9, petals: 16, turns: 10, ink: inks.crossing },
    { radius: 17, depth: 9.5, petals: 10, turns: 10, ink: inks.rosette },
  ];
  return rings.flatMap(({ radius, depth, petals, turns, ink }, ring) => {
    const shape = stroked(trace(rosette(radius, depth, petals), 0, 2 * Math.PI, petals * 4), ink, waveLine);
    const reach = radius + depth + 0.5;
    const box: Box = { x: -reach, y: -reach, width: 2 * reach, height: 2 * reach };
    const form: Form = { name: `${name}-ring-${ring + 1}`, box, shapes: [shape] };
    const part = 360 / petals / turns;
    return Array.from({ length: turns }, (_, i): FormShape => ({ kind: 'form', form, ...middle, turn: i * part }));
  });
}
