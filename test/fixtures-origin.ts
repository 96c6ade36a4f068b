// A legal certificate of origin, to be changed at one place by a test.
import { OriginContent } from '../src/applications/forms/origin/content.ts';

/** @param day the day of the declaration, YYYY-MM-DD; the invoice is of the day before */
export function legalContent(day: string, change: Partial<OriginContent> = {}): OriginContent {
  return OriginContent.parse({
    request: { goodsClass: 'general-machinery', destination: 'US' },
    exporter: {
      name: 'MIHON TRADING CO., LTD. (DEMO)',
      address: '1-2-3 Mihon-cho, Chuo-ku, Mihon 000-0000',
      country: 'JAPAN',
    },
    consignee: {
      form: 'named',
      name: 'SAMPLE IMPORTS INC.',
      address: '100 Example Street, Los Angeles, CA 90001',
      country: 'U.S.A.',
    },
    invoices: [{ number: 'MT-2026-001', date: dayBefore(day) }],
    originCountries: ['JAPAN'],
    transport: { form: 'c', from: 'Osaka, Japan', to: 'Los Angeles', toCountry: 'U.S.A.', by: 'vessel', date: day },
    marks: 'N/M',
    goods: [
      {
        packages: '10',
        packageKind: 'CARTONS',
        description: 'Ball bearings of steel',
        hsCode: '848210',
        quantity: '1,200',
        unit: 'PCS',
      },
    ],
    declaration: { place: 'Mihon, Japan', date: day },
    ...change,
  });
}

function dayBefore(day: string): string {
  return new Date(new Date(`${day}T00:00:00Z`).getTime() - 86_400_000).toISOString().slice(0, 10);
}

/** A PDF of one page, as small as can be, that any reader opens. */
export function invoicePdf(words = 'COMMERCIAL INVOICE MT-2026-001'): Buffer {
  const content = `BT /F1 18 Tf 60 760 Td (${words}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((body, index) => {
    const at = pdf.length;
    pdf += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const xref = pdf.length;
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(pdf, 'latin1');
}
