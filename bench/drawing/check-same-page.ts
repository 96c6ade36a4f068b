// "The same page" is checked, not claimed: sheets are painted by PDFium and laid over ours, and what a file holds beside its
// pages is read from it.
import { PDFDict, PDFDocument, PDFName, PDFStream } from '@pdfme/pdf-lib';
import { type Raster, renderPage } from '../../src/paper/read-back.ts';

const dpi = 144;
/** Pixels, 12 mm: so wide that an edge smoothed otherwise hardly changes a square's mean. */
const side = Math.round((12 / 25.4) * dpi);
/** Of 255. Rivals stay below 1.4; without one of the four rows of microtext it is 2.1 or more, without the ground 27. */
const allowed = 1.75;

/** Throws when one of the sheets (numbered from 1) has not our size or looks otherwise anywhere. */
export async function checkSamePage(
  name: string,
  pdf: Uint8Array,
  ours: Uint8Array,
  sheets: readonly number[],
): Promise<void> {
  for (const sheet of sheets) {
    const [theirs, wanted] = [await renderPage(pdf, sheet, dpi), await renderPage(ours, sheet, dpi)];
    // Chromium knows A4 in hundredths of an inch only.
    if (Math.abs(theirs.width - wanted.width) > 2 || Math.abs(theirs.height - wanted.height) > 2)
      throw new Error(`${name}: sheet ${sheet} is ${theirs.width} by ${theirs.height} pixels`);
    const { difference, x, y } = worstSquare(theirs, wanted);
    if (difference > allowed)
      throw new Error(`${name}: sheet ${sheet} differs by ${difference.toFixed(1)} of 255 about pixel ${x}, ${y}`);
  }
}

/**
 * Pixels to the right and down by which a line of text may stand elsewhere, some 0.7 and 0.4 mm: some drawers use the font's
 * kerning and we do not, and Chromium sets baselines on whole pixels of a screen.
 */
const shifts = [
  ...[-4, -2, 0, 2, 4].map((right) => ({ right, down: 0 })),
  ...[-2, -1, 1, 2].map((down) => ({ right: 0, down })),
];

/** The square in which two pictures differ most: its left top pixel, and the difference of its means. */
export function worstSquare(one: Raster, other: Raster): { difference: number; x: number; y: number } {
  let worst = { difference: 0, x: 0, y: 0 };
  const [width, height] = [Math.min(one.width, other.width), Math.min(one.height, other.height)];
  for (let y = 0; y < height; y += side)
    for (let x = 0; x < width; x += side) {
      const square = { x, y, toX: Math.min(x + side, width), toY: Math.min(y + side, height) };
      const wanted = meanRed(other, square, { right: 0, down: 0 });
      const difference = Math.min(...shifts.map((shift) => Math.abs(meanRed(one, square, shift) - wanted)));
      if (difference > worst.difference) worst = { difference, x, y };
    }
  return worst;
}

type Square = { x: number; y: number; toX: number; toY: number };

/** The ground's inks are green, blue and lilac: red tells them from white best. Beside the sheet is white. */
function meanRed({ width, height, rgba }: Raster, square: Square, { right, down }: (typeof shifts)[number]): number {
  const { x, y, toX, toY } = square;
  let sum = 0;
  for (let row = y + down; row < toY + down; row++)
    for (let column = x + right; column < toX + right; column++) {
      const isBeside = column < 0 || column >= width || row < 0 || row >= height;
      sum += isBeside ? 255 : (rgba[4 * (row * width + column)] ?? 255);
    }
  return sum / ((toX - x) * (toY - y));
}

/** What a file holds beside its pages: `tags`, the part of PDF/A that it says it keeps, `record` for a file attached. */
export async function heldBeside(pdf: Uint8Array): Promise<string[]> {
  const { catalog } = await PDFDocument.load(pdf, { updateMetadata: false });
  const names = catalog.lookupMaybe(PDFName.of('Names'), PDFDict);
  const metadata = catalog.lookupMaybe(PDFName.of('Metadata'), PDFStream);
  const xmp = metadata === undefined ? '' : Buffer.from(metadata.getContents()).toString('utf8');
  const part = /pdfaid:part>(\d)</.exec(xmp)?.[1];
  const level = /pdfaid:conformance>([A-Z])</.exec(xmp)?.[1]?.toLowerCase() ?? '';
  return [
    ...(catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict) ? ['tags'] : []),
    ...(part ? [`PDF/A-${part}${level}`] : []),
    ...(names?.lookupMaybe(PDFName.of('EmbeddedFiles'), PDFDict) ? ['record'] : []),
  ];
}
