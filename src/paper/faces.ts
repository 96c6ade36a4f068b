// The shipped fonts, both under the OFL 1.1: Noto Sans JP draws Latin and Japanese, Noto Sans what it lacks (more of Latin,
// Greek, Cyrillic). Read once, on first use; everything else about text is computed from their metrics.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FaceName } from './page.ts';
import { readTrueType, type TrueType } from './truetype.ts';

export type Face = { key: string; bytes: Uint8Array; font: TrueType };

const require = createRequire(import.meta.url);

// The Latin package exports its code only; its fonts lie beside it.
const japanese = dirname(require.resolve('@expo-google-fonts/noto-sans-jp/package.json'));
const latin = join(dirname(require.resolve('@embedpdf/fonts-latin')), '..', 'fonts');

const files = {
  regular: [join(japanese, '400Regular', 'NotoSansJP_400Regular.ttf'), join(latin, 'NotoSans-Regular.ttf')],
  medium: [join(japanese, '500Medium', 'NotoSansJP_500Medium.ttf'), join(latin, 'NotoSans-Medium.ttf')],
} as const satisfies Record<FaceName, readonly string[]>;

function load(file: string): Face {
  const bytes = readFileSync(file);
  const font = readTrueType(bytes);
  return { key: font.postscriptName, bytes, font };
}

const loaded = new Map<FaceName, readonly Face[]>();

/** The faces of a weight in the order in which they are asked for a character. */
function facesOf(name: FaceName): readonly Face[] {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const faces = files[name].map(load);
  loaded.set(name, faces);
  return faces;
}

export type Drawn = { face: Face; glyph: number };

const drawn = { regular: new Map<number, Drawn | undefined>(), medium: new Map<number, Drawn | undefined>() };

/** The face that draws this character and its glyph there; undefined when no shipped face has it. */
export function drawnBy(name: FaceName, codePoint: number): Drawn | undefined {
  const known = drawn[name];
  if (!known.has(codePoint)) known.set(codePoint, foundIn(facesOf(name), codePoint));
  return known.get(codePoint);
}

function foundIn(faces: readonly Face[], codePoint: number): Drawn | undefined {
  for (const face of faces) {
    const glyph = face.font.glyph(codePoint);
    if (glyph !== 0) return { face, glyph };
  }
  return undefined;
}
