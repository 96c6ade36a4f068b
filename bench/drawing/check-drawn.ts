// Whoever drops text is fast. Every result is read by PDFium, which drew none of them, before anything is measured.
import { type Raster, type ReadPage, readBack, renderPage } from '../../src/paper/read-back.ts';

const dpi = 144;
/** Where a stroke of a character is, a pixel is darker than this; our ground is paler. */
const ink = 128;

/** Throws when a text is not in the file, or when a Japanese character of the first page leaves no ink. */
export async function checkDrawn(name: string, pdf: Uint8Array, texts: readonly string[]): Promise<{ pages: number }> {
  const { pages } = await readBack(pdf);
  const found = countOf(pages.flatMap((page) => page.chars.map((one) => one.char)).join(''));
  for (const [char, wanted] of countOf(texts.join('')))
    if ((found.get(char) ?? 0) < wanted)
      throw new Error(`${name} has "${char}" ${found.get(char) ?? 0} times instead of ${wanted}`);
  const words = new Set(pages.flatMap((page) => page.text.split(/\s+/)));
  const lost = texts.flatMap((text) => text.split(/\s+/)).find((word) => !words.has(word) && !/^.?$/.test(word));
  if (lost !== undefined) throw new Error(`${name} lacks the word "${lost}"`);
  const [first] = pages;
  if (first) await checkInk(name, first, await renderPage(pdf, 1, dpi));
  return { pages: pages.length };
}

async function checkInk(name: string, page: ReadPage, picture: Raster): Promise<void> {
  const japanese = page.chars.filter(({ char }) =>
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(char),
  );
  if (japanese.length === 0) throw new Error(`${name} shows no Japanese`);
  for (const { char, x, y, size } of japanese) {
    const scale = dpi / 25.4;
    const em = (size * 25.4) / 72;
    const [fromX, toX] = [x + em * 0.1, x + em * 0.9].map((mm) => Math.round(mm * scale)) as [number, number];
    const [fromY, toY] = [y - em * 0.75, y].map((mm) => Math.round(mm * scale)) as [number, number];
    let dark = 0;
    for (let row = fromY; row <= toY; row++)
      for (let column = fromX; column <= toX; column++)
        if ((picture.rgba[4 * (row * picture.width + column) + 1] ?? 255) < ink) dark++;
    if (dark < 8) throw new Error(`${name} paints no "${char}": text without a glyph`);
  }
}

function countOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const char of text.normalize('NFKC').replace(/\s/g, '')) counts.set(char, (counts.get(char) ?? 0) + 1);
  return counts;
}
