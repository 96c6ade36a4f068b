// The curves of a glyph, for what must look the same in every browser (SVG) or must not be read as text (microtext).
import { Font, Blob as FontBlob, Face as FontFace } from 'harfbuzzjs';
import type { Face } from './faces.ts';
import type { PathStep } from './page.ts';

const fonts = new Map<string, Font>();
/** A sheet needs about a hundred; all kanji together would be some hundred megabytes. */
const maxKept = 4000;
const outlines = new Map<string, readonly PathStep[]>();

function fontOf(face: Face): Font {
  const known = fonts.get(face.key);
  if (known !== undefined) return known;
  const font = new Font(new FontFace(new FontBlob(face.bytes), 0));
  fonts.set(face.key, font);
  return font;
}

/** Steps of one glyph in ems, y downwards, from its origin on the baseline. */
export function outlineOf(face: Face, glyph: number): readonly PathStep[] {
  const key = `${face.key}/${glyph}`;
  const known = outlines.get(key);
  if (known !== undefined) return known;
  if (outlines.size >= maxKept) outlines.clear();
  const steps = parsePath(fontOf(face).glyphToPath(glyph), 1 / face.font.unitsPerEm);
  outlines.set(key, steps);
  return steps;
}

function parsePath(path: string, scale: number): PathStep[] {
  const steps: PathStep[] = [];
  let at = { x: 0, y: 0 };
  for (const [, command = '', rest = ''] of path.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const n = (rest.match(/-?[\d.]+/g) ?? []).map((value, i) => Number(value) * (i % 2 === 0 ? scale : -scale));
    const step = stepOf(command, n, at);
    if (step.go !== 'Z') at = { x: step.x, y: step.y };
    steps.push(step);
  }
  return steps;
}

function stepOf(command: string, n: readonly number[], at: { x: number; y: number }): PathStep {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = n;
  if (command === 'M' || command === 'L') return { go: command, x: a, y: b };
  if (command === 'C') return { go: 'C', x1: a, y1: b, x2: c, y2: d, x: e, y: f };
  if (command === 'Z') return { go: 'Z' };
  // A quadratic curve as a cubic one: each handle two thirds of the way to the one control point.
  const toward = (from: number, to: number): number => from + (2 / 3) * (to - from);
  return { go: 'C', x1: toward(at.x, a), y1: toward(at.y, b), x2: toward(c, a), y2: toward(d, b), x: c, y: d };
}
