import { createRequire } from 'node:module';
import { type PlainBox, type PlainPaper, rowsBySheet } from './content.ts';
import { faceFiles } from './faces.ts';

type Content = string | Readonly<Record<string, unknown>>;

/** What is used of it: its published types bring the browser's into the whole project. */
const pdfmake = createRequire(import.meta.url)('pdfmake') as {
  addFonts(fonts: Record<string, { normal: string }>): void;
  setUrlAccessPolicy(allows: (url: string) => boolean): void;
  setLocalAccessPolicy(allows: (path: string) => boolean): void;
  createPdf(document: Readonly<Record<string, unknown>>): { getBuffer(): Promise<Buffer> };
};
pdfmake.addFonts({ noto: { normal: faceFiles.regular } });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path === faceFiles.regular);

const boxed = ({ label, lines }: PlainBox): Content => ({
  table: { widths: ['*'], body: [[{ stack: [{ text: label, fontSize: 6 }, ...lines] }]] },
  margin: [0, 0, 0, 4],
});

export async function drawWithPdfmake(paper: PlainPaper): Promise<Uint8Array> {
  const first = [...paper.boxes, { label: 'Marks', lines: paper.marks }].map(boxed);
  const sheets = rowsBySheet(paper).map((rows, sheet): Content[] => [
    { text: paper.title, fontSize: 16, ...(sheet === 0 ? {} : { pageBreak: 'before' }) },
    ...(sheet === 0 ? first : []),
    {
      table: { headerRows: 1, widths: [100, '*', 90], body: [paper.head, ...rows].map((row) => [...row]) },
      layout: 'lightHorizontalLines',
    },
  ]);
  const document = pdfmake.createPdf({
    pageSize: 'A4',
    pageMargins: 40,
    defaultStyle: { font: 'noto', fontSize: 8 },
    content: [...sheets.flat(), ...paper.feet.map(boxed)],
  });
  return document.getBuffer();
}
