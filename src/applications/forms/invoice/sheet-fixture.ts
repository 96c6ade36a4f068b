// For tests: documents that could be certified, with as many lines as asked for.
import type { Issued } from '../imprint.ts';
import { demoIssued as originIssued } from '../origin/sheet-fixture.ts';
import { InvoiceContent } from './content.ts';
import type { DocumentKind } from './document-kinds.ts';
import { invoiceTemplate } from './sheet.ts';
import { type InvoiceWording, invoiceWording } from './wording.ts';

export const demoIssued: Issued<InvoiceWording> = {
  ...originIssued,
  wording: invoiceWording,
  template: invoiceTemplate,
};

const names = [
  'Hexagon socket head cap screw, M8 x 40, steel, zinc plated',
  'Deep groove ball bearing 6204',
  'Linear guide rail, 1,200 mm',
  'Servo motor 750 W with brake and absolute encoder',
];

/** A document of `count` lines, each told from the others by its item number. */
export const manyLines = (count: number, document: DocumentKind = 'commercial-invoice'): InvoiceContent =>
  InvoiceContent.parse({
    request: { document, destination: 'DE' },
    exporter: {
      name: 'Demo Precision Machinery Co., Ltd.',
      address: '3-2-18 Hommachi, Chuo-ku\nNaniwa',
      country: 'Japan',
    },
    buyer: { name: 'Beispiel Werkzeugmaschinen GmbH', address: 'Musterkai 41\n20457 Hamburg', country: 'Germany' },
    consignee: { name: 'Muster Spedition AG', address: 'Speicherweg 7\n20457 Hamburg', country: 'Germany' },
    number: 'DPM-2026-1187',
    date: '2026-11-16',
    shipping: {
      ...{ by: 'sea', carrier: 'EVER SAMPLE V.052W', from: 'Kobe, Japan', to: 'Hamburg', toCountry: 'Germany' },
      ...{ via: 'Singapore', date: '2026-11-28' },
    },
    terms: { incoterm: 'CIF', place: 'Hamburg, Germany', payment: 'L/C at sight' },
    references: [
      { title: 'L/C No.', text: 'LC-778-2026 dated November 1, 2026' },
      { title: 'Order No.', text: 'BW-4500012345' },
    ],
    currency: 'USD',
    marks: 'BEISPIEL\nHAMBURG\nC/NO. 1-12\nMADE IN JAPAN',
    goods: Array.from({ length: count }, (_, i) => ({
      packages: String(1 + (i % 7)),
      packageKind: 'CARTONS',
      description: `${names[i % names.length]}, item ${i + 1}`,
      quantity: String(10 + ((i * 37) % 900)),
      unit: i % 5 === 2 ? 'KGS' : 'PCS',
      unitPrice: `${(i * 13) % 90}.${10 + (i % 90)}`,
      netWeight: `${1 + (i % 40)}.5`,
      grossWeight: `${2 + (i % 40)}.25`,
      measurement: `0.${100 + (i % 800)}`,
    })),
    adjustments: [
      { kind: 'charge', label: 'INSURANCE', amount: '85.00' },
      { kind: 'discount', label: 'SPECIAL DISCOUNT', percent: '2.5' },
    ],
    declaration: { place: 'Naniwa, Japan' },
  });
