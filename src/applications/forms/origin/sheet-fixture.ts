// For tests: a seal that belongs to nobody, what an issued sheet carries, and goods by the hundred.
import { circle, type Form, type TextRun } from '../../../paper/page.ts';
import type { Issued } from '../imprint.ts';
import { OriginContent } from './content.ts';
import { type OriginWording, originWording } from './wording.ts';

const red = '#c8262b';

const cut = (x: number, y: number, text: string, size: number, turn = 0): TextRun => ({
  kind: 'text',
  ...{ x, y, text, size, turn, face: 'medium', ink: red, outlined: true },
});

/** Letters of a text on a circle, read clockwise from its top. */
function around(text: string, radius: number, size: number): TextRun[] {
  return [...text].map((letter, i, { length }) => {
    const degrees = 90 - (i * 360) / length;
    const angle = (degrees * Math.PI) / 180;
    return cut(radius * Math.cos(angle), -radius * Math.sin(angle), letter, size, degrees - 90);
  });
}

export const demoSeal: Form = {
  name: 'seal',
  box: { x: -13.5, y: -13.5, width: 27, height: 27 },
  shapes: [
    circle(0, 0, 13.2, { stroke: { ink: red, width: 0.5 } }),
    circle(0, 0, 9, { stroke: { ink: red, width: 0.25 } }),
    ...around('MIHON CHAMBER OF COMMERCE AND INDUSTRY · DEMO · ', 10.2, 4.6),
    cut(-6.2, -0.4, '見本商工', 8.6),
    cut(-6.2, 3.9, '会議所印', 8.6),
  ],
};

export const demoIssued: Issued<OriginWording> = {
  kind: 'issued',
  wording: originWording,
  chamber: { nameEn: 'The Naniwa Chamber of Commerce and Industry (Demo)', cityEn: 'Naniwa, Japan' },
  version: 'ORIGINAL',
  number: '0001-2026-000123-7',
  accessCode: '7K3M-9QXD-2FHW-R',
  date: '2026-11-22',
  qrAddress: 'HTTPS://REF.EXAMPLE.JP/R/7K3M9QXD2FHWR0ABCDEFGHJKMN',
  referenceHost: 'ref.example.jp',
  certifier: { name: 'Demo Certifier', title: 'Manager, Certification Section' },
  seal: { kind: 'form', form: demoSeal },
  signatory: { name: 'Demo Signatory', title: 'Export Manager' },
  template: 'origin/1',
};

const goodsNames = [
  'Hexagon socket head cap screw, M8 x 40, steel, zinc plated',
  'Deep groove ball bearing 6204',
  'Linear guide rail, 1,200 mm',
  'Servo motor 750 W with brake and absolute encoder',
];

/** A declaration of `count` goods lines, each told from the others by its item number. */
export const manyGoods = (count: number): OriginContent =>
  OriginContent.parse({
    exporter: {
      name: 'Demo Precision Machinery Co., Ltd.',
      address: '3-2-18 Hommachi, Chuo-ku\nNaniwa',
      country: 'Japan',
    },
    consignee: { name: 'Beispiel Werkzeugmaschinen GmbH', address: 'Musterkai 41\n20457 Hamburg', country: 'Germany' },
    invoices: [{ number: 'DPM-2026-1187', date: '2026-11-16' }],
    originCountries: ['JAPAN'],
    transport: { form: 'f' },
    marks: 'N/M',
    goods: Array.from({ length: count }, (_, i) => ({
      packages: String(1 + (i % 7)),
      packageKind: 'CARTONS',
      description: `${goodsNames[i % goodsNames.length]}, item ${i + 1}`,
      quantity: String(10 + ((i * 37) % 900)),
      unit: i % 5 === 2 ? 'KGS' : 'PCS',
    })),
    declaration: { place: 'Naniwa, Japan', date: '2026-11-20' },
  });
