// What the examples of the API send: one whole application, dated on the day on which it is begun.
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
function pdfOf(words: string): string {
  const content = `BT /F1 18 Tf 60 760 Td (${words}) Tj ET`;
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
