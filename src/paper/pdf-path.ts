// Paths as PDF operators (ISO 32000-1, 8.5).
import type { Box, PathShape, PathStep, Stroke } from './page.ts';
import { colour, points } from './pdf-numbers.ts';

export function step(at: PathStep): string {
  if (at.go === 'Z') return 'h';
  if (at.go !== 'C') return `${points(at.x)} ${points(at.y)} ${at.go === 'M' ? 'm' : 'l'}`;
  return `${[at.x1, at.y1, at.x2, at.y2, at.x, at.y].map(points).join(' ')} c`;
}

function pen(stroke: Stroke): string {
  return `${colour(stroke.ink)} RG ${points(stroke.width)} w [${(stroke.dash ?? []).map(points).join(' ')}] 0 d`;
}

/** Frames and rules are the same shape on every sheet: written once. A shape never changes. */
const written = new WeakMap<PathShape, string>();

export function path(shape: PathShape): string {
  const known = written.get(shape) ?? writtenPath(shape);
  written.set(shape, known);
  return known;
}

function writtenPath(shape: PathShape): string {
  const { stroke, fill, steps } = shape;
  const finish = fill === undefined ? 'S' : stroke === undefined ? 'f' : 'B';
  const paint = [fill === undefined ? '' : `${colour(fill)} rg`, stroke === undefined ? '' : pen(stroke)].join(' ');
  return `${paint} ${steps.map(step).join(' ')} ${stroke === undefined && fill === undefined ? 'n' : finish}`;
}

/** A box around all points of a path, handles too, and a millimetre more. */
export function roomFor(steps: readonly PathStep[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const include = (x: number, y: number): void => {
    [left, top] = [Math.min(left, x), Math.min(top, y)];
    [right, bottom] = [Math.max(right, x), Math.max(bottom, y)];
  };
  for (const step of steps) {
    if (step.go === 'Z') continue;
    include(step.x, step.y);
    if (step.go !== 'C') continue;
    include(step.x1, step.y1);
    include(step.x2, step.y2);
  }
  return { x: left - 1, y: top - 1, width: right - left + 2, height: bottom - top + 2 };
}
