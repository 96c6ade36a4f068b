// Every text of the content that is printed, with its path: for rules and mends that look at characters wherever they stand.
import { type MapTexts, mapFields } from '../../texts.ts';
import type { InvoiceContent } from '../content.ts';

const lineFields = {
  marks: 'marks',
  packages: 'line',
  packageKind: 'line',
  description: 'lines',
  hsCode: 'line',
  origin: 'line',
  quantity: 'line',
  unit: 'line',
  unitPrice: 'line',
  amount: 'line',
  netWeight: 'line',
  grossWeight: 'line',
  measurement: 'line',
} as const;
const party = { name: 'line', address: 'lines', country: 'line' } as const;
const shipping = { carrier: 'line', from: 'line', to: 'line', toCountry: 'line', via: 'line' } as const;
const totals = {
  packages: 'line',
  netWeight: 'line',
  grossWeight: 'line',
  measurement: 'line',
  amount: 'line',
} as const;

export const mapTexts: MapTexts<InvoiceContent> = (content, change) => ({
  ...content,
  exporter: mapFields(content.exporter, party, { path: 'exporter', place: '1' }, change),
  buyer: mapFields(content.buyer, party, { path: 'buyer', place: '2' }, change),
  consignee: mapFields(content.consignee, party, { path: 'consignee', place: '3' }, change),
  number: change({ path: 'number', place: '4', text: content.number, kind: 'line' }),
  shipping: mapFields(content.shipping, shipping, { path: 'shipping', place: '5' }, change),
  terms: mapFields(content.terms, { place: 'line', payment: 'line' }, { path: 'terms', place: '6' }, change),
  references: content.references.map((reference, index) =>
    mapFields(
      reference,
      { title: 'line', text: 'lines' },
      { path: `references.${index}`, place: '6', row: index + 1 },
      change,
    ),
  ),
  currency: change({ path: 'currency', place: '7', text: content.currency, kind: 'line' }),
  marks: change({ path: 'marks', place: '7', text: content.marks, kind: 'marks' }),
  goods: content.goods.map((line, index) =>
    mapFields(line, lineFields, { path: `goods.${index}`, place: '7', row: index + 1 }, change),
  ),
  adjustments: content.adjustments.map((adjustment, index) =>
    mapFields(
      adjustment,
      { label: 'line', percent: 'line', amount: 'line' },
      { path: `adjustments.${index}`, place: '7', row: index + 1 },
      change,
    ),
  ),
  totals: mapFields(content.totals, totals, { path: 'totals', place: '7' }, change),
  declaration: mapFields(content.declaration, { place: 'line' }, { path: 'declaration', place: '8' }, change),
});
