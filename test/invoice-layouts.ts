// Invoices as firms' programs make them, with everything that an application declares: for comparing the one with the other.
import PDFDocument from 'pdfkit';
import type { OriginContent } from '../src/applications/forms/origin/content.ts';
import { transportText } from '../src/applications/forms/origin/transport-text.ts';
import { englishMonths } from '../src/lib/months.ts';

/** `rows`: line by line, as a word processor writes. `columns`: block by block and column by column, as report tools do. */
export type Layout = 'rows' | 'columns';

/** `NOV. 16, 2026`, unlike the certificate. */
function invoiceDate(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${(englishMonths[Number(month) - 1] ?? '').slice(0, 3).toUpperCase()}. ${Number(date)}, ${year}`;
}

const fonts = {
  latin: 'Helvetica',
  japanese: 'node_modules/@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
};

export async function layInvoice(
  content: OriginContent,
  layout: Layout,
  font: keyof typeof fonts = 'latin',
): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin: 40 });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.on('end', resolve));
  pdf.font(fonts[font]).fontSize(9);
  const { exporter, consignee, transport } = content;
  // Two blocks side by side: the lines of an address, and number and date.
  pdf.text('COMMERCIAL INVOICE', 40, 40);
  pdf.text(`${exporter.name.toUpperCase()}\n${exporter.address}\n${exporter.country}`, 40, 60, { width: 240 });
  pdf.text(
    content.invoices.map(({ number, date }) => `Invoice No.: ${number}   Date: ${invoiceDate(date)}`).join('\n'),
    ...([300, 60, { width: 250 }] as const),
  );
  pdf.text(`Messrs. ${consignee.name}\n${consignee.address}\n${consignee.country}`, 40, 150, { width: 240 });
  pdf.text(`${transportText({ ...transport, date: '' })}\nETD ${invoiceDate(transport.date)}`, 300, 150, {
    width: 250,
  });
  if (transport.finalDestination !== '') pdf.text(`Final destination ${transport.finalDestination}`, { width: 250 });
  pdf.text(content.remarks.map(({ title, text }) => `${title} ${text}`).join('\n'), 40, 240);
  pdf.text(`Shipping marks\n${content.marks}`, 40, 310, { width: 140 });
  pdf.text(`Country of origin: ${content.originCountries.join(', ')}`, 300, 310);
  drawGoods(pdf, content, layout);
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

const [left, top, step, perPage] = [40, 60, 12, 50] as const;
const cells = ({ marks, description, packages, packageKind, quantity, unit }: OriginContent['goods'][number]) => [
  ...[marks.replaceAll('\n', ' / '), description, `${packages} ${packageKind}`, quantity, unit.toLowerCase()],
];
const columnsAt = [left, 100, 360, 480, 530] as const;

/** Row and column of each cell, in the order in which it is written. */
function cellsOf(rows: number, layout: Layout): { row: number; column: number }[] {
  const all = Array.from({ length: rows * columnsAt.length }, (_, index) => ({
    row: Math.floor(index / columnsAt.length),
    column: index % columnsAt.length,
  }));
  return layout === 'rows' ? all : all.sort((a, b) => a.column - b.column || a.row - b.row);
}

function drawGoods(pdf: PDFKit.PDFDocument, { goods }: OriginContent, layout: Layout): void {
  pdf.fontSize(7);
  for (let from = 0; from < goods.length; from += perPage) {
    const lines = goods.slice(from, from + perPage).map(cells);
    pdf.addPage();
    for (const { row, column } of cellsOf(lines.length, layout)) {
      pdf.text(lines[row]?.[column] ?? '', columnsAt[column] ?? left, top + row * step, { lineBreak: false });
    }
  }
}
