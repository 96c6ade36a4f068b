// Every text of the content that is printed, with its path: for rules and mends that look at characters wherever they stand.
import { type Change, type MapTexts, mapFields } from '../../texts.ts';
import type { OriginContent } from '../content.ts';

/** Of a goods line, quantity and unit are printed in box 8, the rest in box 7. */
const inBox8 = /\.(?:quantity|unit)$/;

const lineFields = {
  marks: 'marks',
  packages: 'line',
  packageKind: 'line',
  description: 'lines',
  hsCode: 'line',
  origin: 'line',
  quantity: 'line',
  unit: 'line',
} as const;

const transportFields = {
  from: 'line',
  to: 'line',
  toCountry: 'line',
  via: 'line',
  vessel: 'line',
  voyage: 'line',
  flight: 'line',
  courier: 'line',
  finalDestination: 'line',
} as const;

const party = { name: 'line', address: 'lines', country: 'line' } as const;

export const mapTexts: MapTexts<OriginContent> = (content, change) => {
  return {
    ...content,
    exporter: mapFields(content.exporter, party, { path: 'exporter', place: '1' }, change),
    consignee: mapFields(content.consignee, party, { path: 'consignee', place: '2' }, change),
    invoices: content.invoices.map((invoice, index) =>
      mapFields(invoice, { number: 'line' }, { path: `invoices.${index}`, place: '3', row: index + 1 }, change),
    ),
    originCountries: content.originCountries.map((text, index) =>
      change({ path: `originCountries.${index}`, place: '4', row: index + 1, text, kind: 'line' }),
    ),
    transport: mapFields(content.transport, transportFields, { path: 'transport', place: '5' }, change),
    remarks: content.remarks.map((remark, index) =>
      mapFields(
        remark,
        { title: 'line', text: 'lines' },
        { path: `remarks.${index}`, place: '6', row: index + 1 },
        change,
      ),
    ),
    marks: change({ path: 'marks', place: '7', text: content.marks, kind: 'marks' }),
    goods: content.goods.map((line, index) =>
      mapFields(line, lineFields, { path: `goods.${index}`, place: '7', row: index + 1 }, (text) =>
        change(inBox8.test(text.path) ? { ...text, place: '8' } : text),
      ),
    ),
    totals: {
      ...mapFields(content.totals, { packages: 'line' }, { path: 'totals', place: '7' }, change),
      quantities: content.totals.quantities.map((total, index) =>
        mapFields(
          total,
          { quantity: 'line', unit: 'line' },
          { path: `totals.quantities.${index}`, place: '8' },
          change,
        ),
      ),
    },
    declaration: mapFields(content.declaration, { place: 'line' }, { path: 'declaration', place: '9' }, change),
    ...mapSpecial(content, change),
  };
};

/** What few certificates have; a part that is missing stays missing. */
function mapSpecial({ onBehalfOf, food, others }: OriginContent, change: Change): Partial<OriginContent> {
  return {
    ...(onBehalfOf && { onBehalfOf: mapFields(onBehalfOf, party, { path: 'onBehalfOf', place: '1' }, change) }),
    ...(food && { food: mapFields(food, { prefecture: 'line' }, { path: 'food', place: '6' }, change) }),
    ...(others !== undefined && { others: change({ path: 'others', place: '7', text: others, kind: 'lines' }) }),
  };
}
