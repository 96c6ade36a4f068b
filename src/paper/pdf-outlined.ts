// Text drawn as curves, as PDF operators: the microtext of every sheet, SPECIMEN across a draft.
import { drawnBy } from './faces.ts';
import { outlineOf } from './outline.ts';
import { mmPerPoint, type PathStep, type TextRun } from './page.ts';
import { colour, fine, points, turned } from './pdf-numbers.ts';
import { step } from './pdf-path.ts';
import { widthOf } from './text.ts';

/** Below this many points an outline's curves are drawn straight: nobody sees it, and viewers have a third of the work. */
const straightBelow = 3;
/** Millimetres: a printer of 2400 dots an inch has no finer dot. */
const finest = 0.01;

/** Written outlines by face, glyph and size: microtext repeats a few dozen on every sheet. */
const outlines = new Map<string, string>();
const maxOutlines = 2000;

/** A glyph's curves, filled, from its origin; empty for a blank. */
function outline(codePoint: number, { face: name, size }: TextRun): string {
  const drawn = drawnBy(name, codePoint);
  if (drawn === undefined) throw new Error(`no font draws U+${codePoint.toString(16)}`);
  const key = `${drawn.face.key} ${drawn.glyph} ${size}`;
  const known = outlines.get(key);
  if (known !== undefined) return known;
  const scale = size * mmPerPoint;
  const whole = outlineOf(drawn.face, drawn.glyph);
  const steps = (size < straightBelow ? straight(whole, finest / scale) : whole).map((each) =>
    step(scaled(each, scale)),
  );
  const made = steps.length === 0 ? '' : `${steps.join(' ')} f`;
  if (outlines.size >= maxOutlines) outlines.clear();
  outlines.set(key, made);
  return made;
}

/** Lines in place of curves, without those shorter than `least` (ems). */
function straight(outline: readonly PathStep[], least: number): PathStep[] {
  const steps: PathStep[] = [];
  let at = { x: 0, y: 0 };
  for (const step of outline) {
    if (step.go === 'Z') {
      steps.push(step);
    } else if (step.go === 'M' || Math.hypot(step.x - at.x, step.y - at.y) >= least) {
      at = { x: step.x, y: step.y };
      steps.push({ go: step.go === 'M' ? 'M' : 'L', ...at });
    }
  }
  return steps;
}

function scaled(step: PathStep, by: number): PathStep {
  if (step.go === 'Z') return step;
  const end = { x: step.x * by, y: step.y * by };
  if (step.go !== 'C') return { go: step.go, ...end };
  return { go: 'C', x1: step.x1 * by, y1: step.y1 * by, x2: step.x2 * by, y2: step.y2 * by, ...end };
}

/** Each glyph where the one before it ended: the origin moves along the line. Throws for a character without glyph. */
export function outlined(run: TextRun): string {
  const parts = [`q ${turned(run.turn)} ${points(run.x)} ${points(run.y)} cm ${colour(run.ink)} rg`];
  let blank = 0;
  for (const char of run.text) {
    const drawn = outline(char.codePointAt(0) ?? 0, run);
    if (drawn !== '') {
      if (blank > 0) parts.push(`1 0 0 1 ${fine(blank / mmPerPoint)} 0 cm`);
      parts.push(drawn);
      blank = 0;
    }
    blank += widthOf(char, run);
  }
  return `${parts.join(' ')} Q`;
}
