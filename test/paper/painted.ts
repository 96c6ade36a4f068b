// Whether every character of a paper is painted, and as itself. A reader finds a character's code in the file; whether ink
// is there, and of the right shape, only the picture says. So each sheet is painted three times at the same places: as the
// file has it (embedded, cut fonts), as the outlines of the whole font files, and as the box that a font shows for nothing.
import { drawPdf } from '../../src/paper/draw-pdf.ts';
import { drawnBy } from '../../src/paper/faces.ts';
import { outlineOf } from '../../src/paper/outline.ts';
import {
  type Box,
  type Inside,
  isShape,
  mmPerPoint,
  type PageModel,
  type PathShape,
  type PathStep,
  type Shape,
  shapesOf,
  type TextRun,
} from '../../src/paper/page.ts';
import { type Raster, renderPage } from '../../src/paper/read-back.ts';
import { widthOf } from '../../src/paper/text.ts';

/** Enough that 髙 and 高, 未 and 末 differ by dozens of points. */
const dpi = 400;
const options = { title: 'compared', lang: 'en', createdAt: new Date(0) };

export type PaintReport = { characters: number; different: number; faults: string[] };
type Glyph = { char: string; key: string; cell: Box; run: TextRun };

/**
 * Every different character (of each weight) on the pages where it first appears. `faults` names those that leave no ink,
 * differ from their outline, or look like the box for nothing.
 */
export async function paintReport(pdf: Uint8Array, pages: readonly PageModel[]): Promise<PaintReport> {
  const seen = new Set<string>();
  const faults: string[] = [];
  let characters = 0;
  for (const [index, page] of pages.entries()) {
    const glyphs = glyphsOf(page);
    characters += glyphs.length;
    const first = glyphs.filter(({ key }) => !seen.has(key) && seen.add(key));
    if (first.length > 0) faults.push(...(await compared(pdf, index, page, first)));
  }
  return { characters, different: seen.size, faults };
}

function glyphsOf(page: PageModel): Glyph[] {
  return shapesOf(page.parts).flatMap((shape) => {
    if (shape.kind !== 'text' || shape.outlined === true || shape.turn !== undefined) return [];
    let pen = shape.x;
    const tall = shape.size * mmPerPoint;
    return [...shape.text].flatMap((char): Glyph[] => {
      const width = widthOf(char, shape);
      const cell = { x: pen, y: shape.y - 0.95 * tall, width, height: 1.25 * tall };
      pen += width;
      return char.trim() === '' ? [] : [{ char, key: `${shape.face} ${char}`, cell, run: shape }];
    });
  });
}

async function compared(pdf: Uint8Array, index: number, page: PageModel, glyphs: readonly Glyph[]): Promise<string[]> {
  const paper = await renderPage(pdf, index + 1, dpi);
  const right = await renderPage(await drawPdf([redrawn(page, asOutlines)], options), 1, dpi);
  const nothing = await renderPage(await drawPdf([redrawn(page, asNothing)], options), 1, dpi);
  return glyphs.flatMap(({ char, cell }) => {
    const ink = dark(paper, cell);
    const [unlike, unlikeNothing] = [difference(paper, right, cell), difference(paper, nothing, cell)];
    const code = `${char} (U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase()}) on sheet ${index + 1}`;
    if (ink === 0) return [`${code}: no ink`];
    if (unlike > 3) return [`${code}: ${unlike} points for ${ink} of ink are not those of its outline`];
    return unlikeNothing < ink * 0.1 ? [`${code}: looks like the box for nothing`] : [];
  });
}

/** The page with its text drawn in another way, and all else as it is. */
function redrawn(page: PageModel, draw: (run: TextRun) => readonly Shape[]): PageModel {
  const walk = (part: Inside): Inside[] => {
    if (!isShape(part)) return [{ ...part, inside: part.inside.flatMap(walk) } as Inside];
    return part.kind === 'text' && part.outlined !== true ? [...draw(part)] : [part];
  };
  return { ...page, parts: page.parts.flatMap(walk) as PageModel['parts'] };
}

const asOutlines = (run: TextRun): [TextRun] => [{ ...run, outlined: true }];

/** Each character as glyph 0 of its font. */
function asNothing(run: TextRun): PathShape[] {
  let pen = run.x;
  const scale = run.size * mmPerPoint;
  return [...run.text].flatMap((char) => {
    const at = pen;
    pen += widthOf(char, run);
    const drawn = drawnBy(run.face, char.codePointAt(0) ?? 0);
    if (drawn === undefined || char.trim() === '') return [];
    const steps = outlineOf(drawn.face, 0).map((step) => moved(step, scale, at, run.y));
    return [{ kind: 'path', steps, fill: run.ink }];
  });
}

function moved(step: PathStep, scale: number, x: number, y: number): PathStep {
  if (step.go === 'Z') return step;
  const end = { x: x + step.x * scale, y: y + step.y * scale };
  if (step.go !== 'C') return { go: step.go, ...end };
  const handles = { x1: x + step.x1 * scale, y1: y + step.y1 * scale };
  return { go: 'C', ...handles, x2: x + step.x2 * scale, y2: y + step.y2 * scale, ...end };
}

/** The security ground is lighter than this, all print darker, its thin strokes too. */
const darkBelow = 150;

function* points(picture: Raster, box: Box): Generator<number> {
  const px = (mm: number): number => Math.round((mm / 25.4) * dpi);
  for (let y = px(box.y); y < px(box.y + box.height); y++)
    for (let x = px(box.x); x < px(box.x + box.width); x++) yield y * picture.width + x;
}
const isDark = (picture: Raster, point: number): boolean => (picture.rgba[4 * point] ?? 255) < darkBelow;

function dark(picture: Raster, box: Box): number {
  let count = 0;
  for (const point of points(picture, box)) if (isDark(picture, point)) count += 1;
  return count;
}

/** Dark points of either picture with no dark point of the other beside them: viewers put glyphs on whole points. */
function difference(one: Raster, other: Raster, box: Box): number {
  let count = 0;
  for (const point of points(one, box)) {
    if (isDark(one, point) && !isDarkNear(other, point)) count += 1;
    if (isDark(other, point) && !isDarkNear(one, point)) count += 1;
  }
  return count;
}

function isDarkNear(picture: Raster, point: number): boolean {
  for (const row of [-picture.width, 0, picture.width])
    for (const column of [-1, 0, 1]) if (isDark(picture, point + row + column)) return true;
  return false;
}
