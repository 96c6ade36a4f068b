// A page as pure data: what is where, in millimetres from the top left corner. Knows boxes and lines, not what they mean.
// One model, two drawers (./draw-pdf, ./draw-svg), so that the preview on a screen cannot differ from the paper.

/** Lengths on the page are millimetres, y grows downwards. Type sizes are points, as printers speak. */
export const mmPerPoint = 25.4 / 72;

/** The weights that are shipped (./faces). */
export const faceNames = ['regular', 'medium'] as const;
export type FaceName = (typeof faceNames)[number];

/** `#rrggbb`, sRGB: the colour space that the PDF names as its own. */
export type Ink = `#${string}`;

export type Box = { x: number; y: number; width: number; height: number };

/** Path commands: move, line, cubic curve, close. */
export type PathStep =
  | { go: 'M' | 'L'; x: number; y: number }
  | { go: 'C'; x1: number; y1: number; x2: number; y2: number; x: number; y: number }
  | { go: 'Z' };

export type TextRun = {
  kind: 'text';
  /** Left end of the baseline. */
  x: number;
  y: number;
  text: string;
  /** Points. */
  size: number;
  face: FaceName;
  ink: Ink;
  /** Extra millimetres after each character. */
  spacing?: number;
  /** Degrees counter-clockwise about (x, y). */
  turn?: number;
  /** Drawn as curves: looks like text, is not found or read as text (microtext, marks across the page). */
  outlined?: boolean;
};

export type Stroke = { ink: Ink; width: number; dash?: readonly number[] };

export type PathShape = { kind: 'path'; steps: readonly PathStep[]; stroke?: Stroke; fill?: Ink };

/** A PNG's own bytes. Encoded once for all pages and documents (./png). */
export type PictureShape = { kind: 'picture'; x: number; y: number; width: number; height: number; png: Uint8Array };

/**
 * Drawing that is defined once and placed often: one object in the file, however many pages show it. Nothing outside its
 * box is painted. The name is the file's: plain letters, digits, hyphen, and its own within a document.
 *
 * A `ground` is only looked at: it stands on the page itself, not in another form, and has no text but outlined. So a
 * reader that wants the words need not take its many lines to pieces (./pdf-content).
 */
export type Form = { name: string; box: Box; shapes: readonly Shape[]; ground?: boolean };
/** Its origin comes to (x, y), turned counter-clockwise about it by degrees, and enlarged. */
export type FormShape = { kind: 'form'; form: Form; x: number; y: number; turn?: number; scale?: number };

export type Shape = TextRun | PathShape | PictureShape | FormShape;

/** Roles of PDF's structure tree (ISO 32000-1, 14.8.4) that are used here. */
export type Role = 'Sect' | 'H1' | 'H2' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure';

/** What is read aloud, in reading order. A figure must say in `alt` what it shows. */
export type Tagged = { role: Exclude<Role, 'Figure'>; mark?: string; inside: readonly Inside[] } | Figure;
export type Figure = { role: 'Figure'; alt: string; mark?: string; inside: readonly Shape[] };
/** What is only looked at: ground, frames, rules. Not in the structure tree. */
export type Artifact = { role: 'Artifact'; mark?: string; inside: readonly Shape[] };
export type Inside = Tagged | Artifact | Shape;

/** `mark` of a part becomes `data-mark` in the SVG, so that a page's script can light a box on the paper. */
export type PageModel = { width: number; height: number; parts: readonly (Tagged | Artifact)[] };

export const a4 = { width: 210, height: 297 } as const;

export const isShape = (part: Inside): part is Shape => 'kind' in part;

export const line = (x1: number, y1: number, x2: number, y2: number, stroke: Stroke): PathShape => ({
  kind: 'path',
  steps: [
    { go: 'M', x: x1, y: y1 },
    { go: 'L', x: x2, y: y2 },
  ],
  stroke,
});

export const rectangle = (
  x: number,
  y: number,
  width: number,
  height: number,
  paint: { stroke?: Stroke; fill?: Ink },
): PathShape => ({
  kind: 'path',
  steps: [
    { go: 'M', x, y },
    { go: 'L', x: x + width, y },
    { go: 'L', x: x + width, y: y + height },
    { go: 'L', x, y: y + height },
    { go: 'Z' },
  ],
  ...paint,
});

/** A circle of four cubic curves; 0.5523 is the usual distance of the handles (error below 0.03 % of the radius). */
export function circle(cx: number, cy: number, radius: number, paint: { stroke?: Stroke; fill?: Ink }): PathShape {
  const k = radius * 0.5522847;
  const quarter = (x: number, y: number, fromX: number, fromY: number): PathStep => ({
    go: 'C',
    x1: fromX === 0 ? cx + Math.sign(x) * k : cx + fromX * radius,
    y1: fromY === 0 ? cy + Math.sign(y) * k : cy + fromY * radius,
    x2: x === 0 ? cx + fromX * k : cx + x * radius,
    y2: y === 0 ? cy + fromY * k : cy + y * radius,
    x: cx + x * radius,
    y: cy + y * radius,
  });
  return {
    kind: 'path',
    steps: [
      { go: 'M', x: cx + radius, y: cy },
      quarter(0, 1, 1, 0),
      quarter(-1, 0, 0, 1),
      quarter(0, -1, -1, 0),
      quarter(1, 0, 0, -1),
      { go: 'Z' },
    ],
    ...paint,
  };
}

/** Every shape of a page, with the parts it stands in unwrapped, in drawing order. */
export function shapesOf(parts: readonly Inside[]): Shape[] {
  return parts.flatMap((part) => (isShape(part) ? [part] : shapesOf(part.inside)));
}
