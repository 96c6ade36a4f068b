// An invoice certificate's document in the API's words. Limits and choices are those of forms/invoice/content.
import { z } from '@hono/zod-openapi';
import { InvoiceContent as Content, InvoiceLine as Line } from '../../applications/forms/invoice/content.ts';
import { described, listOf } from './described.ts';

const { shape } = Content;

const Request = described(shape.request.unwrap(), {
  document: 'Which document it is. It decides what is asked and which columns are printed. Empty while not chosen.',
  destination: 'Country of destination (仕向国), ISO 3166-1 alpha-2 such as `US`; for statistics, not printed.',
  inkSignature:
    'A signature by hand (肉筆署名) is wanted. Only the counter can do it, so it blocks an online application.',
  perforation:
    'Perforation (パーフォレーター) is wanted. Only the counter can do it, so it blocks an online application.',
  tallySeal: 'A tally seal (割り印) is wanted. Only the counter can do it, so it blocks an online application.',
}).openapi('InvoiceRequestSheet');

const Exporter = described(shape.exporter.unwrap(), {
  name: 'The applicant, exactly as registered.',
  address: 'Line breaks are kept.',
  country: '`JAPAN`.',
}).openapi('InvoiceIssuer');

const Buyer = described(shape.buyer.unwrap(), {
  name: 'Buyer; of an offer who is offered to, of an order the seller.',
  address: 'Line breaks are kept.',
  country: 'Name of the country as printed, such as `U.S.A.`.',
}).openapi('InvoiceBuyer');

const Consignee = described(shape.consignee.unwrap(), {
  name: 'Who receives the goods, where that is not the party of box 2; `To order` may stand alone.',
  address: 'Line breaks are kept.',
  country: 'Name of the country as printed.',
}).openapi('InvoiceConsignee');

const Shipping = described(shape.shipping.unwrap(), {
  by: 'How the goods travel.',
  carrier: 'Vessel and voyage, flight, or courier: `ONE COSMOS V.052W`.',
  from: 'Port or place of loading, such as `Osaka, Japan`.',
  to: 'Port or place of discharge.',
  toCountry: 'Its country, as printed.',
  via: 'Port or place of transhipment, where there is one.',
  date: 'Departure, on or about: `YYYY-MM-DD`.',
}).openapi('InvoiceShipping');

const Terms = described(shape.terms.unwrap(), {
  incoterm: 'Rule of Incoterms 2020.',
  place: 'The place or port that belongs to it, such as `Kobe, Japan`.',
  payment: 'Terms of payment, such as `L/C at sight`.',
}).openapi('InvoiceTerms');

const Reference = described(shape.references.unwrap().element, {
  title: 'Such as `L/C No.`.',
  text: 'Line breaks are kept.',
}).openapi('InvoiceReference');

export const InvoiceLine = described(Line, {
  marks: 'Marks and numbers (荷印・荷番号) of this line; empty: those of the whole shipment, or of a line above.',
  packages: 'Number of packages, a whole number as typed: `10`, `1,200`.',
  packageKind: 'Kind of packages: `CARTONS`, `WOODEN CASES`.',
  description: 'Description of the goods, or what the amount is for. Line breaks are kept.',
  hsCode: 'HS code of six to ten digits; printed behind the description.',
  origin: 'Country of origin, as printed behind the description.',
  quantity: 'Quantity as typed, in `unit`: `1,200.5`.',
  unit: 'Unit of quantity: `PCS`, `KGS`.',
  unitPrice: 'Price of one `unit` in the currency of the document, as typed: `0.0125`.',
  amount: 'Quantity × unit price, rounded half up to the digits of the currency. Empty: it is calculated.',
  netWeight: 'Net weight of the line in `weightUnit`.',
  grossWeight: 'Gross weight of the line in `weightUnit`.',
  measurement: 'Volume of the line in `volumeUnit`.',
}).openapi('InvoiceLine');

const Adjustment = described(shape.adjustments.unwrap().element, {
  kind: '`charge` is added to the sum of the lines, `discount` taken off.',
  label: 'As printed: `FREIGHT`, `DISCOUNT`.',
  percent: 'Of the sum of the lines: `2.5`. Empty where the amount alone is stated.',
  amount: 'In the currency of the document. Empty: it is calculated from `percent`.',
}).openapi('InvoiceAdjustment');

const Totals = described(shape.totals.unwrap(), {
  packages: 'All packages.',
  netWeight: 'In `weightUnit`.',
  grossWeight: 'In `weightUnit`.',
  measurement: 'In `volumeUnit`.',
  amount: 'Sum of the lines, plus charges, less discounts.',
}).openapi('InvoiceTotals');

const boxes = {
  request: Request.openapi({ description: 'The request sheet (証明依頼書).' }),
  exporter: Exporter.openapi({ description: 'Box 1.' }),
  buyer: Buyer.openapi({ description: 'Box 2.' }),
  consignee: Consignee.openapi({ description: 'Box 3.' }),
  number: shape.number.unwrap().describe('Box 4: number of the document.'),
  date: shape.date.unwrap().describe('Box 4: its date, `YYYY-MM-DD`; printed in box 8 too.'),
  shipping: Shipping.openapi({ description: 'Box 5.' }),
  terms: Terms.openapi({ description: 'Box 6.' }),
  references: listOf(shape.references.unwrap(), Reference).openapi({ description: 'Box 6, below the terms.' }),
  currency: shape.currency.unwrap().describe('Of all prices: ISO 4217, such as `USD`.'),
  weightUnit: shape.weightUnit.unwrap().describe('Of all weights.'),
  volumeUnit: shape.volumeUnit.unwrap().describe('Of all volumes.'),
  noCommercialValue: shape.noCommercialValue
    .unwrap()
    .describe('Prints `NO COMMERCIAL VALUE` below the total: the prices are values for customs only.'),
  marks: shape.marks
    .unwrap()
    .describe('Box 7: marks of the whole shipment, line breaks kept; `N/M` where there are none.'),
  adjustments: listOf(shape.adjustments.unwrap(), Adjustment).openapi({
    description: 'Box 7, below the lines, where the document has amounts.',
  }),
  totals: Totals.openapi({
    description: 'Box 7: totals as the firm states them, compared with the lines. Empty: the sums are printed.',
  }),
  declaration: described(shape.declaration.unwrap(), { place: 'As printed, such as `Osaka, Japan`.' }).openapi({
    description: 'Box 8. The signature is that of the signatory who submits.',
  }),
} satisfies Record<keyof Omit<z.infer<typeof Content>, 'goods'>, z.ZodType>;

/** Not `.partial()` of the content's own schema: there a box that is left out would come back empty, and wipe what is saved. */
export const InvoiceBoxes = z
  .strictObject(boxes)
  .partial()
  .refine((sent) => Object.keys(sent).length > 0, { error: 'Send one box at least.' })
  .openapi('InvoiceBoxes');

export const InvoiceLines = listOf(shape.goods.unwrap(), InvoiceLine);

/** Complete, as it is answered. */
export const InvoiceContent = z
  .strictObject({ ...boxes, goods: InvoiceLines.openapi({ description: 'Box 7, line by line.' }) })
  .openapi('InvoiceContent');
