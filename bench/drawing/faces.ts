// What all others draw with: the two weights of our page (texts alone are in the regular one), and glyphs' curves by fontkit.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type FaceName, mmPerPoint, type TextRun } from '../../src/paper/page.ts';

const require = createRequire(import.meta.url);
const folder = dirname(require.resolve('@expo-google-fonts/noto-sans-jp/package.json'));

export const faceFiles: Readonly<Record<FaceName, string>> = {
  regular: join(folder, '400Regular', 'NotoSansJP_400Regular.ttf'),
  medium: join(folder, '500Medium', 'NotoSansJP_500Medium.ttf'),
};

export const faceBytes: Readonly<Record<FaceName, Uint8Array>> = {
  regular: readFileSync(faceFiles.regular),
  medium: readFileSync(faceFiles.medium),
};

/** What a glyph's path draws itself on: a canvas, or a document of pdfkit, has these methods. */
export type PathTarget = {
  moveTo(x: number, y: number): unknown;
  lineTo(x: number, y: number): unknown;
  quadraticCurveTo(cx: number, cy: number, x: number, y: number): unknown;
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): unknown;
  closePath(): unknown;
};
type Path = { toFunction(): (target: PathTarget) => void; toSVG(): string };
type Font = {
  unitsPerEm: number;
  layout(text: string): { glyphs: readonly { path: Path }[]; positions: readonly { xAdvance: number }[] };
};

/** fontkit has no types of its own. */
const { openSync } = require('fontkit') as { openSync(file: string): Font };
const opened = new Map<FaceName, Font>();

/** A glyph's curves in the font's own units, y upwards, `x` to the right of the run's origin; `unit` is points. */
type Outline = { path: Path; x: number };

/** A run that is drawn as curves. Fonts are opened once, and fontkit keeps the curves. */
export function outlinesOf(run: TextRun): { unit: number; outlines: readonly Outline[] } {
  const font = opened.get(run.face) ?? openSync(faceFiles[run.face]);
  opened.set(run.face, font);
  const unit = run.size / font.unitsPerEm;
  const spacing = (run.spacing ?? 0) / mmPerPoint / unit;
  const { glyphs, positions } = font.layout(run.text);
  let x = 0;
  const outlines = glyphs.map(({ path }, i) => {
    const at = x;
    x += (positions[i]?.xAdvance ?? 0) + spacing;
    return { path, x: at };
  });
  return { unit, outlines };
}
