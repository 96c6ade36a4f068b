// What a firm puts on an invoice, packing list or the like that the chamber certifies to have seen (インボイス証明, 会議所様式),
// box by box, exactly as typed: every value is text. The rules (./rules) say what is wrong; only then may it be submitted.
import { z } from 'zod';
import { documentKinds } from './document-kinds.ts';
import { incotermCodes } from './incoterms.ts';

const line = (max: number) => z.string().max(max).default('');
const lines = line;

export const weightUnits = ['KGS', 'MT', 'LBS'] as const;
export const volumeUnits = ['M3', 'CFT'] as const;
export const transportWays = ['sea', 'air', 'post', 'courier', 'rail', 'road', 'several'] as const;
export type TransportWay = (typeof transportWays)[number];

export const InvoiceLine = z.object({
  /** 荷印・荷番号 of this line; may hold line breaks. Empty: the marks of the whole shipment, or of a line above, apply. */
  marks: lines(2000),
  /** 梱包数, a whole number as typed: `10`, `1,200`. */
  packages: line(20),
  /** 梱包種類: `CARTONS`. */
  packageKind: line(60),
  /** 商品名; of a freight invoice or a note, what the amount is for. May hold line breaks. */
  description: lines(2000),
  /** Printed behind the description, as `(HS 8482.10)`. */
  hsCode: line(20),
  /** Printed behind the description, as `(origin Viet Nam)`. */
  origin: line(100),
  /** 数量 as typed: `1,200.5`. */
  quantity: line(40),
  /** 数量単位: `PCS`, `KGS`. */
  unit: line(40),
  /** 単価 in the document's currency, per unit of quantity, as typed; more digits than the currency has are usual. */
  unitPrice: line(30),
  /** 金額 as the firm reckons it; compared with quantity × unit price. Empty: that product is printed. */
  amount: line(30),
  /** 正味重量 and 総重量 of the line, in the document's unit of weight. */
  netWeight: line(30),
  grossWeight: line(30),
  /** 容積 of the line, in the document's unit of volume. */
  measurement: line(30),
});
export type InvoiceLine = z.infer<typeof InvoiceLine>;

export const maxInvoiceLines = 2000;

export const InvoiceContent = z.object({
  /** 証明依頼書. What the counter must do by hand cannot be applied for here: these are asked, explained, and block. */
  request: z
    .object({
      document: z.enum(documentKinds).or(z.literal('')).default(''),
      /** 仕向国, ISO 3166-1 alpha-2; statistical, not printed. */
      destination: line(2),
      inkSignature: z.boolean().default(false), // 肉筆署名
      perforation: z.boolean().default(false), // パーフォレーター
      tallySeal: z.boolean().default(false), // 割り印
    })
    .prefault({}),
  /** Box 1. The applicant: name and country come from the registration. */
  exporter: z.object({ name: line(200), address: lines(500), country: line(100) }).prefault({}),
  /** Box 2: the buyer, who is offered to, or of an order the seller. Country as printed. */
  buyer: z.object({ name: line(200), address: lines(500), country: line(100) }).prefault({}),
  /** Box 3: who receives the goods, where that is not the buyer. */
  consignee: z.object({ name: line(200), address: lines(500), country: line(100) }).prefault({}),
  /** Box 4. Date: YYYY-MM-DD. */
  number: line(60),
  date: line(10),
  /** Box 5. Date: YYYY-MM-DD, of sailing or departure (on or about). */
  shipping: z
    .object({
      by: z.enum(transportWays).or(z.literal('')).default(''),
      /** Vessel and voyage, flight, or courier: `ONE COSMOS V.052W`. */
      carrier: line(100),
      from: line(100),
      to: line(100),
      toCountry: line(100),
      via: line(100),
      date: line(10),
    })
    .prefault({}),
  /** Box 6. The rule of Incoterms 2020 with its named place, payment, and references (`L/C No.`, `Order No.`). */
  terms: z
    .object({ incoterm: z.enum(incotermCodes).or(z.literal('')).default(''), place: line(100), payment: line(200) })
    .prefault({}),
  references: z
    .array(z.object({ title: line(60), text: lines(300) }))
    .max(20)
    .default([]),
  /** ISO 4217. */
  currency: line(3),
  weightUnit: z.enum(weightUnits).default('KGS'),
  volumeUnit: z.enum(volumeUnits).default('M3'),
  /** Goods that nobody pays for: prints `NO COMMERCIAL VALUE` with the value for customs. */
  noCommercialValue: z.boolean().default(false),
  /** Box 7, the shipment's marks; may hold line breaks. `N/M` where there are none. */
  marks: lines(4000),
  goods: z.array(InvoiceLine).max(maxInvoiceLines).default([]),
  /** Below the sum of the goods: freight, insurance, discount. The amount, or a percentage of that sum. */
  adjustments: z
    .array(
      z.object({
        kind: z.enum(['charge', 'discount']).default('charge'),
        /** `FREIGHT`, `DISCOUNT`. */
        label: line(60),
        /** Of the sum of the goods: `5`, `2.5`. */
        percent: line(10),
        amount: line(30),
      }),
    )
    .max(10)
    .default([]),
  /** Totals as the firm states them; compared with the sums of the lines. Empty: the sums are printed. */
  totals: z
    .object({
      packages: line(20),
      netWeight: line(30),
      grossWeight: line(30),
      measurement: line(30),
      amount: line(30),
    })
    .prefault({}),
  /** Box 8. Place as printed (`Osaka, Japan`); the date beside it is the document's own (box 4). */
  declaration: z.object({ place: line(100) }).prefault({}),
});
export type InvoiceContent = z.infer<typeof InvoiceContent>;

/** An empty draft. */
export const emptyInvoiceContent = (): InvoiceContent => InvoiceContent.parse({});
