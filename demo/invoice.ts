// A commercial invoice for a demo application: what a firm would have made in its own program, with the signature on it.
import type { OriginContent } from '../src/applications/forms/origin/content.ts';
import { drawPdf } from '../src/paper/draw-pdf.ts';
import { a4, line, type Shape, type Tagged, type TextRun } from '../src/paper/page.ts';

const ink = '#222222';

function text(x: number, y: number, words: string, size = 9, face: TextRun['face'] = 'regular'): TextRun {
  return { kind: 'text', x, y, text: words, size, face, ink };
}
const paragraph = (...inside: Shape[]): Tagged => ({ role: 'P', inside });

/** @param signature PNG. @returns a PDF of one page */
export function demoInvoice(content: OriginContent, signature: Buffer, at: Date): Promise<Buffer> {
  const { exporter, consignee, goods, transport } = content;
  const [invoice] = content.invoices;
  const rows = goods.slice(0, 24).map((one, index) => {
    const y = 128 + index * 6;
    return paragraph(
      text(20, y, one.description),
      text(125, y, `${one.packages} ${one.packageKind}`),
      text(165, y, `${one.quantity} ${one.unit}`),
    );
  });
  const parts: Tagged[] = [
    { role: 'H1', inside: [text(20, 28, 'COMMERCIAL INVOICE', 16, 'medium')] },
    paragraph(text(20, 42, exporter.name, 10, 'medium'), text(20, 47, `${exporter.address}, Japan`)),
    paragraph(text(130, 42, `No. ${invoice?.number ?? ''}`), text(130, 47, `Date ${invoice?.date ?? ''}`)),
    paragraph(text(20, 62, 'Consignee', 8), text(20, 68, consignee.name, 10, 'medium')),
    paragraph(text(20, 73, consignee.address), text(20, 78, consignee.country)),
    paragraph(text(20, 92, `From ${transport.from} to ${transport.to}, ${transport.toCountry}`)),
    paragraph(text(20, 97, `Marks ${content.marks}`)),
    {
      role: 'H2',
      inside: [text(20, 118, 'Description of goods', 8), text(125, 118, 'Packages', 8), text(165, 118, 'Quantity', 8)],
    },
    ...rows,
    {
      role: 'Figure',
      alt: 'Signature',
      inside: [{ kind: 'picture', x: 120, y: 248, width: 54, height: 18, png: signature }],
    },
    paragraph(text(120, 272, 'Hanako Mihon, Manager', 9, 'medium')),
  ];
  const rules = {
    role: 'Artifact' as const,
    inside: [line(20, 121, 190, 121, { ink, width: 0.2 }), line(120, 267, 185, 267, { ink, width: 0.2 })],
  };
  return drawPdf([{ ...a4, parts: [...parts, rules] }], {
    title: 'Commercial Invoice (demo)',
    lang: 'en',
    createdAt: at,
  });
}
