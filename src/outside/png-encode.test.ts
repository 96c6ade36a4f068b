import { PDFiumLibrary } from '@hyzyla/pdfium';
import PDFDocument from 'pdfkit';
import { expect, it } from 'vitest';
import { encodePng } from './png-encode.ts';

/** As pdfkit reads the PNG into a page of one point a pixel, and PDFium paints that page at one pixel a point. */
async function paintedByOthers(png: Buffer, width: number, height: number): Promise<Uint8Array> {
  const doc = new PDFDocument({ size: [width, height], margin: 0 });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => doc.on('end', resolve));
  doc.image(png, 0, 0, { width, height });
  doc.end();
  await ended;
  const pdf = await (await PDFiumLibrary.init()).loadDocument(Buffer.concat(chunks));
  return (await pdf.getPage(0).render({ scale: 1, render: 'bitmap' })).data;
}

const [width, height] = [37, 23];

it.each([
  ['colours', (x: number, y: number) => [x * 6, y * 11, (x * y) % 256], 2],
  ['greys, in a third of the bytes', (x: number, y: number) => Array(3).fill((x * 7 + y * 5) % 256), 0],
])('%s come back as they were, read by other programs', async (_what, colour, colourType) => {
  const rgba = new Uint8Array(width * height * 4);
  for (let at = 0; at < width * height; at += 1) rgba.set([...colour(at % width, Math.floor(at / width)), 255], at * 4);
  const png = encodePng(rgba, width, height);
  expect(png[25]).toBe(colourType);
  expect(Buffer.from(await paintedByOthers(png, width, height)).equals(Buffer.from(rgba))).toBe(true);
});

it('refuses pixels that do not fill the picture', () => {
  expect(() => encodePng(new Uint8Array(4 * 5), 2, 3)).toThrow('do not agree');
  expect(() => encodePng(new Uint8Array(0), 0, 0)).toThrow('do not agree');
});
