// Shapes as PDF operators (ISO 32000-1, chapter 8 and 9). The page is already turned upside down by PDFKit, so y grows
// downwards here too; text and pictures are turned back upright one by one.
import { deflateSync } from 'node:zlib';
import { drawnBy } from './faces.ts';
import { outlineOf } from './outline.ts';
import type { Form, Ink, PathShape, PathStep, PictureShape, Shape, Stroke, TextRun } from './page.ts';
import { mmPerPoint } from './page.ts';
import { type PdfFonts, stretches } from './pdf-font.ts';
import type { PdfInternals, PdfRef } from './pdf-internals.ts';
import { type Picture, readPng } from './png.ts';
import { widthOf } from './text.ts';

/** What the shapes of one document refer to: embedded once, named in each page that shows them. */
export type Resources = {
  doc: PdfInternals;
  fonts: PdfFonts;
  pictures: Map<Picture, PdfRef>;
  forms: Map<Form, PdfRef>;
  formNames: Map<string, Form>;
};

/** Names an XObject for the page or form whose operators are being written. */
export type Placed = Map<string, PdfRef>;

/** PDF knows no exponents. A thousandth of a point is finer than any printer. */
export function number(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) > 1e7) throw new Error(`not a length: ${value}`);
  const text = value.toFixed(3).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}

const points = (mm: number): string => number(mm / mmPerPoint);

function colour(ink: Ink): string {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(ink);
  if (match === null) throw new Error(`not a colour: ${ink}`);
  return match
    .slice(1)
    .map((part) => number(Number.parseInt(part, 16) / 255))
    .join(' ');
}

export function operators(shapes: readonly Shape[], resources: Resources, placed: Placed): string {
  return shapes.map((shape) => one(shape, resources, placed)).join('\n');
}

function one(shape: Shape, resources: Resources, placed: Placed): string {
  if (shape.kind === 'text') return shape.outlined === true ? outlined(shape) : text(shape, resources.fonts);
  if (shape.kind === 'path') return path(shape);
  if (shape.kind === 'picture') return picture(shape, resources, placed);
  const name = `X${shape.form.name}`;
  placed.set(name, formRef(shape.form, resources));
  return `q ${turned(shape.turn ?? 0, shape.scale)} ${points(shape.x)} ${points(shape.y)} cm /${name} Do Q`;
}

/** The matrix of a turn, counter-clockwise as seen, where y grows downwards. */
function turned(degrees: number, scale = 1): string {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  return [cos, -sin, sin, cos].map((value) => fine(value * scale)).join(' ');
}

const fine = (value: number): string => String(Number(value.toFixed(6)));

function text(run: TextRun, fonts: PdfFonts): string {
  const angle = ((run.turn ?? 0) * Math.PI) / 180;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const matrix = [cos, -sin, -sin, -cos].map(fine).join(' ');
  const spacing = run.spacing === undefined ? '0' : points(run.spacing);
  const parts: string[] = [];
  for (const { face, text: stretch } of stretches(run.text, run.face)) {
    const font = fonts.get(face.key);
    if (font === undefined) throw new Error(`font not embedded: ${face.key}`);
    const codes = Array.from(stretch, (char) =>
      font
        .code(char.codePointAt(0) ?? 0)
        .toString(16)
        .padStart(4, '0'),
    );
    parts.push(`/${font.name} ${number(run.size)} Tf <${codes.join('')}> Tj`);
  }
  const place = `${matrix} ${points(run.x)} ${points(run.y)} Tm`;
  return `BT ${colour(run.ink)} rg ${spacing} Tc ${place} ${parts.join(' ')} ET`;
}

/** Below this many points an outline's curves are drawn straight: nobody sees it, and viewers have a third of the work. */
const straightBelow = 3;

/** Steps of a run drawn as curves, in millimetres from the run's own origin, not turned. */
function outlineSteps(run: TextRun): PathStep[] {
  const scale = run.size * mmPerPoint;
  let pen = 0;
  const steps: PathStep[] = [];
  for (const char of run.text) {
    const drawn = drawnBy(run.face, char.codePointAt(0) ?? 0);
    if (drawn === undefined) throw new Error(`no font draws U+${(char.codePointAt(0) ?? 0).toString(16)}`);
    for (const step of outlineOf(drawn.face, drawn.glyph))
      steps.push(moved(run.size < straightBelow ? straight(step) : step, scale, pen));
    pen += widthOf(char, run);
  }
  return steps;
}

const straight = (step: PathStep): PathStep => (step.go === 'C' ? { go: 'L', x: step.x, y: step.y } : step);

function moved(step: PathStep, scale: number, dx: number): PathStep {
  if (step.go === 'Z') return step;
  const end = { x: step.x * scale + dx, y: step.y * scale };
  if (step.go !== 'C') return { go: step.go, ...end };
  const handles = { x1: step.x1 * scale + dx, y1: step.y1 * scale, x2: step.x2 * scale + dx, y2: step.y2 * scale };
  return { go: 'C', ...handles, ...end };
}

function outlined(run: TextRun): string {
  const steps = outlineSteps(run).map(step).join(' ');
  return `q ${turned(run.turn ?? 0)} ${points(run.x)} ${points(run.y)} cm ${colour(run.ink)} rg ${steps} f Q`;
}

function step(at: PathStep): string {
  if (at.go === 'Z') return 'h';
  if (at.go !== 'C') return `${points(at.x)} ${points(at.y)} ${at.go === 'M' ? 'm' : 'l'}`;
  return `${[at.x1, at.y1, at.x2, at.y2, at.x, at.y].map(points).join(' ')} c`;
}

function pen(stroke: Stroke): string {
  return `${colour(stroke.ink)} RG ${points(stroke.width)} w [${(stroke.dash ?? []).map(points).join(' ')}] 0 d`;
}

/** Frames, rules and the QR code are the same shape on every sheet: written once. A shape never changes. */
const written = new WeakMap<PathShape, string>();

function path(shape: PathShape): string {
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

function picture(shape: PictureShape, resources: Resources, placed: Placed): string {
  const decoded = readPng(shape.png);
  const known = resources.pictures.get(decoded) ?? embedPicture(resources.doc, decoded);
  resources.pictures.set(decoded, known);
  const name = `P${[...resources.pictures.keys()].indexOf(decoded) + 1}`;
  placed.set(name, known);
  const [x, y, width, height] = [shape.x, shape.y + shape.height, shape.width, shape.height].map(points);
  return `q ${width} 0 0 -${height} ${x} ${y} cm /${name} Do Q`;
}

function embedPicture(doc: PdfInternals, from: Picture): PdfRef {
  const common = { Type: 'XObject', Subtype: 'Image', Width: from.width, Height: from.height, BitsPerComponent: 8 };
  const data: Record<string, unknown> = { ...common, ColorSpace: 'DeviceRGB', Filter: 'FlateDecode' };
  if (from.alpha !== undefined) {
    const mask = doc.ref({ ...common, ColorSpace: 'DeviceGray', Filter: 'FlateDecode' });
    mask.end(from.alpha);
    data['SMask'] = mask;
  }
  const ref = doc.ref(data);
  ref.end(from.rgb);
  return ref;
}

/** Packed operators of forms without text and pictures: the same bytes in every document, packed once. */
const packed = new WeakMap<Form, Buffer>();

function formRef(form: Form, resources: Resources): PdfRef {
  const known = resources.forms.get(form);
  if (known !== undefined) return known;
  if (!/^[A-Za-z0-9-]+$/.test(form.name) || resources.formNames.has(form.name)) {
    throw new Error(`form names must be plain and differ within a document: ${form.name}`);
  }
  resources.formNames.set(form.name, form);
  const placed: Placed = new Map();
  const isConstant = form.shapes.every((shape) => shape.kind === 'path' || (shape.kind === 'text' && shape.outlined));
  const content = (isConstant ? packed.get(form) : undefined) ?? pack(operators(form.shapes, resources, placed));
  if (isConstant) packed.set(form, content);
  const { x, y, width, height } = form.box;
  const ref = resources.doc.ref({
    Type: 'XObject',
    Subtype: 'Form',
    FormType: 1,
    BBox: [x, y, x + width, y + height].map((mm) => mm / mmPerPoint),
    Resources: { Font: fontResources(resources.fonts), XObject: Object.fromEntries(placed) },
    Filter: 'FlateDecode',
  });
  ref.end(content);
  resources.forms.set(form, ref);
  return ref;
}

const pack = (content: string): Buffer => deflateSync(Buffer.from(content, 'latin1'), { level: 9 });

export const fontResources = (fonts: PdfFonts): Record<string, PdfRef> =>
  Object.fromEntries([...fonts.values()].map((font) => [font.name, font.ref]));
