// The ten boxes of a certificate of origin in the API's words. Limits and choices are those of forms/origin/content.
import { z } from '@hono/zod-openapi';
import { OriginContent as Content, GoodsLine as Goods } from '../../applications/forms/origin/content.ts';
import { described, listOf } from './described.ts';

const { shape } = Content;

const request = shape.request.unwrap();
const Trade = described(request.shape.trade.unwrap(), {
  form: 're-export (再輸出), reshipment (積戻し) or intermediary (仲介貿易); empty while not chosen.',
  reason:
    'Of intermediary trade: `no-embassy`, there is none at the place of loading, so a consul in Japan must legalise; ' +
    '`lc-exporter`, the L/C names the firm in Japan as the exporter.',
  certificateNumber: 'Of intermediary trade: number of the certificate of origin issued abroad.',
  certificateIssuer: 'Of intermediary trade: who issued it.',
}).openapi('Trade');

const Request = described(request.extend({ trade: Trade.optional() }), {
  goodsClass: 'Main class of the goods (主な品目), for statistics; not printed. Empty while not chosen.',
  destination: 'Country of destination (仕向国), ISO 3166-1 alpha-2 such as `US`; for statistics, not printed.',
  inkSignature:
    'A signature by hand (肉筆署名) is wanted. Only the counter can do it, so it blocks an online application.',
  perforation:
    'Perforation (パーフォレーター) is wanted. Only the counter can do it, so it blocks an online application.',
  tallySeal: 'A tally seal (割り印) is wanted. Only the counter can do it, so it blocks an online application.',
  trade: 'For foreign goods only: how they are traded. Not printed, and not in the record.',
}).openapi('RequestSheet');

const Exporter = described(shape.exporter.unwrap(), {
  name: 'As registered.',
  address: 'As registered; another registered one where the invoice shows that. Line breaks are kept.',
  country: '`JAPAN`.',
}).openapi('Exporter');

const Consignee = described(shape.consignee.unwrap(), {
  form: '`to-order` prints `To order`, `to-order-of` prints `To order of <name>`.',
  name: 'As on the invoice.',
  address: 'Line breaks are kept.',
  country: 'Name of the country as printed, such as `U.S.A.`.',
}).openapi('Consignee');

const Invoice = described(shape.invoices.unwrap().element, {
  number: '`NIL` for an invoice without a number.',
  date: '`YYYY-MM-DD`.',
}).openapi('Invoice');

const Transport = described(shape.transport.unwrap(), {
  form: 'Which of the wordings a to u of box 5 is used (Tokyo CCI, guide to box 5); it decides which fields are asked.',
  from: 'Port or airport of loading in Japan, such as `Osaka, Japan`.',
  to: 'Port or airport of discharge.',
  toCountry: 'Its country, as printed.',
  via: 'Port of transhipment, where there is one.',
  by: 'For the forms c and d.',
  vessel: 'Name of the vessel: forms a, b, h.',
  voyage: 'Voyage number: form h.',
  flight: 'Flight number: form l.',
  courier: 'Name of the courier: form q.',
  date: 'Sailing or departure, on or about: `YYYY-MM-DD`.',
  finalDestination: '`city, country` of a consignee inland or in another country than the port.',
}).openapi('Transport');

const Remark = described(shape.remarks.unwrap().element, {
  title: 'Such as `L/C Number:`.',
  text: 'Line breaks are kept.',
}).openapi('BoxRemark');

export const GoodsLine = described(Goods, {
  marks: 'Marks and numbers (荷印・荷番号) of this line; empty: those of the whole shipment, or of a line above.',
  packages: 'Number of packages, a whole number as typed: `10`, `1,200`.',
  packageKind: 'Kind of packages: `CARTONS`, `WOODEN CASES`.',
  description: 'Description of the goods. Line breaks are kept.',
  hsCode: 'HS code, six digits; not printed.',
  origin: 'Country of origin of this line, as printed; empty: that of box 4.',
  quantity: 'Quantity as typed, in `unit`: `1,200.5`.',
  unit: 'Unit of quantity: `PCS`, `KGS`.',
}).openapi('GoodsLine');

const totals = shape.totals.unwrap();
const Totals = described(
  totals.extend({
    quantities: listOf(
      totals.shape.quantities.unwrap(),
      described(totals.shape.quantities.unwrap().element, { quantity: 'In `unit`.', unit: 'Such as `PCS`.' }),
    ).default([]),
  }),
  {
    packages: 'All packages, as the invoice states them.',
    quantities: 'One for each unit, as the invoice states them. Compared with the sums of the lines.',
  },
).openapi('Totals');

/** What few certificates have; missing until somebody fills it in. */
const special = {
  onBehalfOf: described(shape.onBehalfOf.unwrap(), {
    name: 'The company abroad; empty: the firm exports for itself.',
    address: 'Line breaks are kept.',
    country: 'Name of the country as printed.',
  })
    .optional()
    .openapi({ description: 'Box 1, `on behalf of`: needs the power of attorney or the contract in English.' }),
  demand: described(shape.demand.unwrap(), {
    language: '`fr` or `es`; empty: English.',
    struckOut: 'Boxes left empty and struck out, `3` alone. What is typed there is known to the chamber only.',
  })
    .optional()
    .openapi({ description: 'What a letter of credit, the buyer or a consulate demands, which is attached.' }),
  shipment: described(shape.shipment.unwrap(), {
    date: 'Day of shipment, `YYYY-MM-DD`, where box 5 does not print it.',
    lateReason: 'Why it is applied for more than six months after shipment, in Japanese or English.',
  })
    .optional()
    .openapi({ description: 'For an application after shipment; neither printed nor in the record.' }),
  food: described(shape.food.unwrap(), {
    to: '`taiwan` prints the fixed sentence and the place, `thailand` the place; empty: nothing.',
    place: 'The words before the prefecture.',
    prefecture: 'Such as `Hokkaido`.',
  })
    .optional()
    .openapi({ description: 'Box 6: food whose certificate says from which prefecture it is.' }),
  others: shape.others.describe('Others, under the goods: goes on from box 6 behind a `*`. Line breaks are kept.'),
} satisfies Partial<Record<keyof z.infer<typeof Content>, z.ZodType>>;

const boxes = {
  request: Request.openapi({ description: 'The request sheet (証明依頼書).' }),
  exporter: Exporter.openapi({ description: 'Box 1.' }),
  consignee: Consignee.openapi({ description: 'Box 2.' }),
  invoices: listOf(shape.invoices.unwrap(), Invoice).openapi({ description: 'Box 3.' }),
  originCountries: shape.originCountries.unwrap().describe('Box 4: names of countries as printed.'),
  transport: Transport.openapi({ description: 'Box 5.' }),
  remarks: listOf(shape.remarks.unwrap(), Remark).openapi({ description: 'Box 6.' }),
  marks: shape.marks
    .unwrap()
    .describe('Box 7: marks of the whole shipment, line breaks kept; `N/M` where there are none.'),
  totals: Totals.openapi({ description: 'Totals below boxes 7 and 8. Empty: the sums of the lines are printed.' }),
  declaration: described(shape.declaration.unwrap(), {
    place: 'As printed, such as `Osaka, Japan`.',
    date: 'Day of the declaration, `YYYY-MM-DD`.',
  }).openapi({ description: 'Box 9. The signature is that of the signatory who submits.' }),
  ...special,
} satisfies Record<keyof Omit<z.infer<typeof Content>, 'goods'>, z.ZodType>;

/**
 * Not `.partial()` of the content's own schema: there a box that is left out would come back empty, by its default, and
 * wipe what is saved.
 */
export const Boxes = z
  .strictObject(boxes)
  .partial()
  .refine((sent) => Object.keys(sent).length > 0, { error: 'Send one box at least.' })
  .openapi('Boxes');

export const GoodsLines = listOf(shape.goods.unwrap(), GoodsLine);

/** Complete, as it is answered. */
export const OriginContent = z
  .strictObject({ ...boxes, goods: GoodsLines.openapi({ description: 'Boxes 7 and 8, line by line.' }) })
  .openapi('OriginContent');
