// Shapes as PDF operators (ISO 32000-1, chapter 8 and 9). The page is already turned upside down (./draw-pdf), so y grows
// downwards here too; text and pictures are turned back upright one by one.
import { deflateSync } from 'node:zlib';
import {
  type Form,
  type FormShape,
  mmPerPoint,
  type PathShape,
  type PictureShape,
  type Shape,
  type TextRun,
} from './page.ts';
import { type PdfFonts, stretches } from './pdf-font.ts';
import type { PdfInternals, PdfRef } from './pdf-internals.ts';
import { colour, fine, number, points, turned } from './pdf-numbers.ts';
import { outlined } from './pdf-outlined.ts';
import { path, roomFor } from './pdf-path.ts';
import { type Picture, readPng } from './png.ts';

/** What the shapes of one document refer to: embedded once, named in each page that shows them. */
export type Resources = {
  doc: PdfInternals;
  fonts: PdfFonts;
  pictures: Map<Picture, PdfRef>;
  forms: Map<Form, PdfRef>;
  formNames: Map<string, Form>;
  /** Forms made of long paths. */
  paths: Map<PathShape, Form>;
};

/** What the page or form whose operators are being written refers to by name. */
export type Placed = {
  xobjects: Map<string, PdfRef>;
  patterns: Map<string, PdfRef>;
  /** Points; undefined in a form. */
  pageHeight: number | undefined;
  /** What was set for text last and holds until it is set again (ISO 32000-1, 8.4): not said again for each run. */
  said: { ink: string; spacing: string; font: string };
};

export const placedOn = (pageHeight?: number): Placed => ({
  ...{ xobjects: new Map(), patterns: new Map(), pageHeight },
  said: { ink: '', spacing: '', font: '' },
});

export function operators(shapes: readonly Shape[], resources: Resources, placed: Placed): string {
  return shapes.map((shape) => one(shape, resources, placed)).join('\n');
}

function one(shape: Shape, resources: Resources, placed: Placed): string {
  if (shape.kind === 'text') return shape.outlined === true ? outlined(shape) : text(shape, resources.fonts, placed);
  if (shape.kind === 'path') {
    const shared = placed.pageHeight === undefined ? undefined : sharedForm(shape, resources);
    if (shared !== undefined) return `/${place(shared, resources, placed)} Do`;
    if (shape.fill !== undefined) placed.said.ink = '';
    return path(shape);
  }
  if (shape.kind === 'picture') return picture(shape, resources, placed);
  if (shape.form.ground === true) return ground(shape, resources, placed);
  const name = place(shape.form, resources, placed);
  return `q ${turned(shape.turn, shape.scale)} ${points(shape.x)} ${points(shape.y)} cm /${name} Do Q`;
}

/** A filled path of more steps is an object of its own: a QR code is on every sheet, and longer than all texts there. */
const longPath = 200;

/** The path as a form that its pages share; undefined when it is short, or stroked beyond its points. */
function sharedForm(shape: PathShape, { paths }: Resources): Form | undefined {
  if (shape.stroke !== undefined || shape.steps.length <= longPath) return undefined;
  const known = paths.get(shape);
  if (known !== undefined) return known;
  const made: Form = { name: `path-${paths.size + 1}`, box: roomFor(shape.steps), shapes: [shape] };
  paths.set(shape, made);
  return made;
}

/** Of a run's text space: upright again, and turned. */
function upright(turn = 0): string {
  if (turn === 0) return '1 0 0 -1';
  const [sin, cos] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)];
  return [cos, -sin, -sin, -cos].map(fine).join(' ');
}

function text(run: TextRun, fonts: PdfFonts, { said }: Placed): string {
  const ink = `${colour(run.ink)} rg `;
  const spacing = run.spacing === undefined ? '0 Tc ' : `${points(run.spacing)} Tc `;
  const size = number(run.size);
  let shown = '';
  for (const { font: of, octets } of stretches(run.text, fonts.codes[run.face])) {
    const font = `/${of.name} ${size} Tf `;
    shown += `${said.font === font ? '' : font}(${octets}) Tj `;
    said.font = font;
  }
  const set = (said.ink === ink ? '' : ink) + (said.spacing === spacing ? '' : spacing);
  Object.assign(said, { ink, spacing });
  return `BT ${set}${upright(run.turn)} ${points(run.x)} ${points(run.y)} Tm ${shown}ET`;
}

function picture(shape: PictureShape, resources: Resources, placed: Placed): string {
  const decoded = readPng(shape.png);
  const known = resources.pictures.get(decoded) ?? embedPicture(resources.doc, decoded);
  resources.pictures.set(decoded, known);
  const name = `P${[...resources.pictures.keys()].indexOf(decoded) + 1}`;
  placed.xobjects.set(name, known);
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

/** Packed operators of forms without read text and pictures: the same bytes in every document, packed once. */
const packed = new WeakMap<Form, Buffer>();

const isConstant = ({ shapes }: Form): boolean =>
  shapes.every(
    (shape) =>
      shape.kind === 'path' ||
      (shape.kind === 'text' && shape.outlined === true) ||
      (shape.kind === 'form' && isConstant(shape.form)),
  );

type FormData = { BBox: number[]; Resources: Record<string, unknown>; Filter: string };

/** A form's stream: its operators, and what they and whoever reads them need. */
function streamOf(form: Form, resources: Resources): { content: Buffer; data: FormData } {
  const placed = placedOn();
  const constant = isConstant(form);
  const known = constant ? packed.get(form) : undefined;
  if (known !== undefined)
    for (const shape of form.shapes) if (shape.kind === 'form') place(shape.form, resources, placed);
  const content = known ?? pack(operators(form.shapes, resources, placed));
  if (constant) packed.set(form, content);
  const { x, y, width, height } = form.box;
  const data = {
    BBox: [x, y, x + width, y + height].map((mm) => mm / mmPerPoint),
    Resources: {
      ...(constant ? {} : { Font: fontResources(resources.fonts) }),
      ...(placed.xobjects.size === 0 ? {} : { XObject: Object.fromEntries(placed.xobjects) }),
    },
    Filter: 'FlateDecode',
  };
  return { content, data };
}

/** Answers its name there. */
function place(form: Form, resources: Resources, placed: Placed): string {
  const name = `X${form.name}`;
  placed.xobjects.set(name, formRef(form, resources));
  return name;
}

function formRef(form: Form, resources: Resources): PdfRef {
  const known = resources.forms.get(form);
  if (known !== undefined) return known;
  claimName(form, resources);
  const { content, data } = streamOf(form, resources);
  const ref = resources.doc.ref({ Type: 'XObject', Subtype: 'Form', FormType: 1, ...data });
  ref.end(content);
  resources.forms.set(form, ref);
  return ref;
}

function claimName(form: Form, { formNames }: Resources): void {
  if (!/^[A-Za-z0-9-]+$/.test(form.name) || formNames.has(form.name)) {
    throw new Error(`form names must be plain and differ within a document: ${form.name}`);
  }
  formNames.set(form.name, form);
}

/** Points by which a ground's cell is larger than what is painted with it, on each side. */
const cellMargin = 3;

/**
 * A ground is painted as a pattern (ISO 32000-1, 8.7.3) of one cell, larger than the box, so that it is drawn as the lines
 * that it is and not as a repeated picture. It looks like the form; but who only reads the text leaves patterns alone, and
 * taking a ground's lines to pieces is most of what PDFium does with a page.
 */
function ground(shape: FormShape, resources: Resources, placed: Placed): string {
  const { form, turn, scale } = shape;
  const { pageHeight } = placed;
  if (pageHeight === undefined || !isConstant(form)) {
    throw new Error(`a ground stands on the page and has no text to be read: ${form.name}`);
  }
  const matrix = `${turned(turn, scale)} ${points(shape.x)} ${points(shape.y)}`;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix.split(' ').map(Number);
  // A pattern's matrix is the page's own, whatever stands before it in the page: so turned upside down as the page is.
  const onPage = [a, -b, c, -d, e, pageHeight - f];
  const name = `X${form.name}`;
  placed.patterns.set(name, groundRef(form, onPage, resources));
  const { x, y, width, height } = form.box;
  return `q ${matrix} cm /Pattern cs /${name} scn ${[x, y, width, height].map(points).join(' ')} re f Q`;
}

function groundRef(form: Form, matrix: readonly number[], resources: Resources): PdfRef {
  const known = resources.forms.get(form);
  if (known !== undefined) {
    if (String(known.data['Matrix']) === String(matrix)) return known;
    throw new Error(`a ground has one place in a document: ${form.name}`);
  }
  claimName(form, resources);
  const { content, data } = streamOf(form, resources);
  const [left = 0, top = 0, right = 0, bottom = 0] = data.BBox;
  const ref = resources.doc.ref({
    Type: 'Pattern',
    ...{ PatternType: 1, PaintType: 1, TilingType: 2, Matrix: matrix },
    ...data,
    BBox: [left - cellMargin, top - cellMargin, right + cellMargin, bottom + cellMargin],
    XStep: right - left + 3 * cellMargin,
    YStep: bottom - top + 3 * cellMargin,
  });
  ref.end(content);
  resources.forms.set(form, ref);
  return ref;
}

/** Level 4 takes two thirds of the time of zlib's own choice, for files larger by a hundredth. */
export const pack = (content: string): Buffer => deflateSync(Buffer.from(content, 'latin1'), { level: 4 });

export const fontResources = (fonts: PdfFonts): Record<string, PdfRef> =>
  Object.fromEntries(fonts.all.map((font) => [font.name, font.ref]));
