// A page as SVG for the screen. Text is drawn as the very curves that the paper shows, so that a browser without our fonts
// shows the same sheet; each glyph is defined once. No script and no style attribute: the pages' policy forbids both.
import { drawnBy } from './faces.ts';
import { outlineOf } from './outline.ts';
import type { Form, Inside, PageModel, PathShape, PathStep, Shape, TextRun } from './page.ts';
import { isShape, mmPerPoint } from './page.ts';
import { widthOf } from './text.ts';

export type SvgOptions = {
  /** Said by a screen reader in place of the drawing. */
  label: string;
  /** Goes before every id, so that several sheets can stand in one page. Letters, digits, hyphen. */
  idPrefix?: string;
};

type Defs = { prefix: string; glyphs: Map<string, string>; forms: Map<Form, string>; bodies: string[] };

/** Throws an Error for a character without glyph. */
export function drawSvg(page: PageModel, options: SvgOptions): string {
  const prefix = options.idPrefix ?? 's';
  if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(prefix)) throw new Error(`not a prefix: ${prefix}`);
  const defs: Defs = { prefix, glyphs: new Map(), forms: new Map(), bodies: [] };
  const body = page.parts.map((part) => inner(part, defs)).join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${page.width} ${page.height}" role="img"`,
    ` aria-label="${escaped(options.label)}"><defs>${defs.bodies.join('')}</defs>`,
    `<rect width="${page.width}" height="${page.height}" fill="#ffffff"/>${body}</svg>`,
  ].join('');
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

const number = (value: number, digits = 3): string => String(Number(value.toFixed(digits)));

function inner(part: Inside, defs: Defs): string {
  if (isShape(part)) return shapeSvg(part, defs);
  const body = part.inside.map((each) => inner(each, defs)).join('');
  return part.mark === undefined ? body : `<g data-mark="${escaped(part.mark)}">${body}</g>`;
}

function shapeSvg(shape: Shape, defs: Defs): string {
  if (shape.kind === 'text') return textSvg(shape, defs);
  if (shape.kind === 'path') return pathSvg(shape);
  if (shape.kind === 'picture') {
    const box = `x="${number(shape.x)}" y="${number(shape.y)}" width="${number(shape.width)}" height="${number(shape.height)}"`;
    const data = Buffer.from(shape.png).toString('base64');
    return `<image ${box} preserveAspectRatio="none" href="data:image/png;base64,${data}"/>`;
  }
  const id = formId(shape.form, defs);
  const scale = shape.scale === undefined ? '' : ` scale(${number(shape.scale, 6)})`;
  return `<use href="#${id}" transform="${place(shape.x, shape.y, shape.turn)}${scale}"/>`;
}

const place = (x: number, y: number, turn = 0): string =>
  `translate(${number(x)} ${number(y)})${turn === 0 ? '' : ` rotate(${number(-turn)})`}`;

function formId(form: Form, defs: Defs): string {
  const known = defs.forms.get(form);
  if (known !== undefined) return known;
  const id = `${defs.prefix}-${form.name}`;
  defs.forms.set(form, id);
  const body = form.shapes.map((shape) => shapeSvg(shape, defs)).join('');
  defs.bodies.push(`<g id="${id}">${body}</g>`);
  return id;
}

/** Glyphs are defined in thousandths of an em and scaled where they are used: whole numbers, small files. */
function glyphId(char: string, run: TextRun, defs: Defs): string {
  const codePoint = char.codePointAt(0) ?? 0;
  const drawn = drawnBy(run.face, codePoint);
  if (drawn === undefined) throw new Error(`no font draws U+${codePoint.toString(16)}`);
  const key = `${drawn.face.key}/${drawn.glyph}`;
  const known = defs.glyphs.get(key);
  if (known !== undefined) return known;
  const id = `${defs.prefix}-g${defs.glyphs.size}`;
  defs.glyphs.set(key, id);
  defs.bodies.push(
    `<path id="${id}" d="${outlineOf(drawn.face, drawn.glyph)
      .map((step) => pathStep(step, 1000, 0))
      .join('')}"/>`,
  );
  return id;
}

function textSvg(run: TextRun, defs: Defs): string {
  const scale = (run.size * mmPerPoint) / 1000;
  let pen = 0;
  const glyphs: string[] = [];
  for (const char of run.text) {
    if (char.trim() !== '') glyphs.push(`<use href="#${glyphId(char, run, defs)}" x="${number(pen / scale, 0)}"/>`);
    pen += widthOf(char, run);
  }
  const transform = `${place(run.x, run.y, run.turn)} scale(${number(scale, 7)})`;
  return `<g fill="${run.ink}" transform="${transform}">${glyphs.join('')}</g>`;
}

function pathStep(step: PathStep, scale: number, digits: number): string {
  const n = (value: number): string => number(value * scale, digits);
  if (step.go === 'Z') return 'Z';
  if (step.go !== 'C') return `${step.go}${n(step.x)} ${n(step.y)}`;
  return `C${n(step.x1)} ${n(step.y1)} ${n(step.x2)} ${n(step.y2)} ${n(step.x)} ${n(step.y)}`;
}

function pathSvg(shape: PathShape): string {
  const { stroke } = shape;
  const d = shape.steps.map((step) => pathStep(step, 1, 2)).join('');
  const dash =
    stroke?.dash === undefined ? '' : ` stroke-dasharray="${stroke.dash.map((part) => number(part)).join(' ')}"`;
  const outline = stroke === undefined ? '' : ` stroke="${stroke.ink}" stroke-width="${number(stroke.width)}"${dash}`;
  return `<path d="${d}" fill="${shape.fill ?? 'none'}"${outline}/>`;
}
