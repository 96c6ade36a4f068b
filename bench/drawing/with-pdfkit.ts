// pdfkit as its guide shows it: a registered font, text in widths, lines for the table.
import PDFDocument from 'pdfkit';
import { type PlainBox, type PlainPaper, rowsBySheet } from './content.ts';
import { faceFiles } from './faces.ts';

const left = 40;
const columns = [
  { x: left, width: 110 },
  { x: left + 115, width: 285 },
  { x: left + 405, width: 110 },
] as const;

export async function drawWithPdfkit(paper: PlainPaper): Promise<Uint8Array> {
  const doc = new PDFDocument({ size: 'A4', margin: left, autoFirstPage: false });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve) => doc.once('end', resolve));
  doc.registerFont('noto', faceFiles.regular);
  for (const [sheet, rows] of rowsBySheet(paper).entries()) {
    doc.addPage().font('noto').fontSize(16).text(paper.title, left, left);
    let y = 70;
    if (sheet === 0) for (const box of paper.boxes) y = boxAt(doc, box, y);
    if (sheet === 0) y = boxAt(doc, { label: 'Marks', lines: paper.marks }, y);
    for (const row of [paper.head, ...rows]) y = rowAt(doc, row, y);
    if (sheet === paper.sheets - 1) for (const box of paper.feet) y = boxAt(doc, box, y);
  }
  doc.end();
  await done;
  return Buffer.concat(chunks);
}

type Doc = InstanceType<typeof PDFDocument>;

function boxAt(doc: Doc, { label, lines }: PlainBox, y: number): number {
  doc.fontSize(6).text(label, left, y, { width: 515 });
  doc.fontSize(8).text(lines.join('\n'), left, doc.y, { width: 515 });
  doc.rect(left - 3, y - 2, 521, doc.y - y + 2).stroke();
  return doc.y + 4;
}

function rowAt(doc: Doc, row: readonly string[], y: number): number {
  let bottom = y;
  for (const [index, column] of columns.entries()) {
    doc.fontSize(8).text(row[index] ?? '', column.x, y, { width: column.width });
    bottom = Math.max(bottom, doc.y);
  }
  doc.moveTo(left, bottom).lineTo(555, bottom).lineWidth(0.3).stroke();
  return bottom + 2;
}
