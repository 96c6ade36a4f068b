// What the examples of the API send: one whole application, dated on the day on which it is begun.
import { cornerMarks, signatureFrame } from '../../registrations/letters-frame.ts';
import type { ExampleFile, Value } from './examples.ts';

const startedOn = { from: 'startApplication', at: 'content.declaration.date' };

/** Every box but the goods; box 1 and the place of box 9 are there from the registration. */
export const exampleBoxes: { readonly [box: string]: Value } = {
  request: { goodsClass: 'general-machinery', destination: 'US' },
  consignee: {
    ...{ form: 'named', name: 'SAMPLE IMPORTS INC.', address: '100 Example Street, Los Angeles, CA 90001' },
    country: 'U.S.A.',
  },
  invoices: [{ number: 'MT-2026-API', date: startedOn }],
  originCountries: ['JAPAN'],
  transport: {
    ...{ form: 'c', from: 'Osaka, Japan', to: 'Los Angeles', toCountry: 'U.S.A.', by: 'vessel', date: startedOn },
  },
  marks: 'N/M',
};

export const exampleGoods: Value = [
  {
    ...{ packages: '10', packageKind: 'CARTONS', description: 'Ball bearings of steel', hsCode: '848210' },
    ...{ quantity: '1,200', unit: 'PCS' },
  },
];

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

export const exampleTsv: ExampleFile = {
  name: 'goods.tsv',
  type: 'text/tab-separated-values',
  base64: base64('商品名\t数量\t数量単位\t梱包数\t梱包種類\tHSコード\nSteel bolts\t500\tPCS\t5\tCARTONS\t731815\n'),
};

/** The words of a page as a PDF that any reader opens. */
const pdfOf = (words: string): string => drawnPdf(`BT /F1 18 Tf 60 760 Td (${words}) Tj ET`);

/** One page. @param content in the operators of PDF */
function drawnPdf(content: string): string {
  const parts = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  const header = '%PDF-1.4\n';
  const objects = parts.map((body, index) => `${index + 1} 0 obj\n${body}\nendobj\n`);
  const starts = objects.map((_, index) => header.length + objects.slice(0, index).join('').length);
  const table = starts.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const xref = header.length + objects.join('').length;
  return (
    `${header}${objects.join('')}xref\n0 ${parts.length + 1}\n0000000000 65535 f \n${table}` +
    `trailer\n<< /Size ${parts.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`
  );
}

export const exampleInvoice: ExampleFile = {
  ...{ name: 'invoice.pdf', type: 'application/pdf', base64: base64(pdfOf('COMMERCIAL INVOICE MT-2026-API')) },
};

const point = 72 / 25.4;
const inPoints = (...millimetres: number[]): string => millimetres.map((one) => (one * point).toFixed(1)).join(' ');
const square = ({ x, y }: { x: number; y: number }): string =>
  `${inPoints(x - cornerMarks.side / 2, 297 - y - cornerMarks.side / 2, cornerMarks.side, cornerMarks.side)} re f`;

/** 署名届 as far as a machine looks at it: its frame, the squares around it, and something signed in it. */
export const exampleSignedSheet: ExampleFile = {
  ...{ name: 'signature-sheet.pdf', type: 'application/pdf' },
  base64: base64(
    drawnPdf(
      [
        ...cornerMarks.centres.map(square),
        `1 w ${inPoints(signatureFrame.x, 297 - signatureFrame.y - signatureFrame.height, signatureFrame.width, signatureFrame.height)} re S`,
        `1.7 w 1 J 1 j ${inPoints(65, 160)} m ${inPoints(75, 185, 80, 185, 85, 160)} c S`,
        `${inPoints(67, 168)} m ${inPoints(92, 172)} l S`,
        `${inPoints(95, 162)} m ${inPoints(100, 185, 110, 150, 115, 170)} c ${inPoints(120, 185, 130, 150, 145, 172)} c S`,
      ].join('\n'),
    ),
  ),
};
