// pdf-lib in the fork of pdfme, with the fontkit that pdfme uses: the older pair loses kanji when it cuts the font.
import { createRequire } from 'node:module';
import { PDFDocument, type PDFFont, type PDFPage } from '@pdfme/pdf-lib';
import { type PlainBox, type PlainPaper, rowsBySheet } from './content.ts';
import { faceBytes } from './faces.ts';

// It has no types of its own.
const fontkit = createRequire(import.meta.url)('fontkit') as Parameters<PDFDocument['registerFontkit']>[0];

const left = 40;
const columns = [
  { x: left, width: 110 },
  { x: left + 115, width: 285 },
  { x: left + 405, width: 110 },
] as const;

export async function drawWithPdfLib(paper: PlainPaper): Promise<Uint8Array> {
  const doc = await PDFDocument.create();
  doc.registerFontkit(fontkit);
  const font = await doc.embedFont(faceBytes.regular, { subset: true });
  for (const [sheet, rows] of rowsBySheet(paper).entries()) {
    const page = doc.addPage([595.28, 841.89]);
    page.drawText(paper.title, { x: left, y: 785, size: 16, font });
    let y = 765;
    if (sheet === 0) for (const box of paper.boxes) y = boxAt(page, font, box, y);
    if (sheet === 0) y = boxAt(page, font, { label: 'Marks', lines: paper.marks }, y);
    for (const row of [paper.head, ...rows]) y = rowAt(page, font, row, y);
    if (sheet === paper.sheets - 1) for (const box of paper.feet) y = boxAt(page, font, box, y);
  }
  return doc.save();
}

function boxAt(page: PDFPage, font: PDFFont, { label, lines }: PlainBox, top: number): number {
  page.drawText(label, { x: left, y: top - 7, size: 6, font });
  const printed = lines.flatMap((text) => broken(text, font, 8, 515));
  for (const [index, line] of printed.entries())
    page.drawText(line, { x: left, y: top - 18 - 10 * index, size: 8, font });
  const bottom = top - 11 - 10 * printed.length;
  page.drawRectangle({ x: left - 3, y: bottom, width: 521, height: top - bottom, borderWidth: 1 });
  return bottom - 3;
}

function rowAt(page: PDFPage, font: PDFFont, row: readonly string[], top: number): number {
  let rows = 1;
  for (const [index, { x, width }] of columns.entries()) {
    const printed = broken(row[index] ?? '', font, 8, width);
    rows = Math.max(rows, printed.length);
    for (const [at, line] of printed.entries()) page.drawText(line, { x, y: top - 10 - 10 * at, size: 8, font });
  }
  const bottom = top - 3 - 10 * rows;
  page.drawLine({ start: { x: left, y: bottom }, end: { x: 555, y: bottom }, thickness: 0.3 });
  return bottom - 1;
}

/** pdf-lib breaks lines only without saying where they end, so one breaks them oneself, at spaces. */
function broken(text: string, font: PDFFont, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && font.widthOfTextAtSize(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
