// Every text of the content that is printed, with its path: for rules and mends that look at characters wherever they stand.
import type { Place } from '../../../finding.ts';
import type { OriginContent } from '../content.ts';

export type ContentText = {
  path: string;
  place: Place;
  row?: number;
  text: string;
  /** `line`: no line break; `lines`: may break; `marks`: may break, and may hold whatever the fonts draw. */
  kind: 'line' | 'lines' | 'marks';
};

type Change = (text: ContentText) => string;

/** Of a goods line, quantity and unit are printed in box 8, the rest in box 7. */
const inBox8 = /\.(?:quantity|unit)$/;

/** One object's texts, by field name; `each` gives the new value of every listed field. */
function mapFields<T extends Record<string, unknown>>(
  object: T,
  kinds: Partial<Record<keyof T & string, ContentText['kind']>>,
  about: { path: string; place: Place; row?: number },
  change: Change,
): T {
  const changed: Record<string, string> = {};
  for (const [field, kind] of Object.entries(kinds) as [string, ContentText['kind']][]) {
    const text = object[field];
    if (typeof text === 'string') changed[field] = change({ ...about, path: `${about.path}.${field}`, text, kind });
  }
  return { ...object, ...changed };
}

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

/** The content with every printed text put through `change`; everything else stays. */
export function mapTexts(content: OriginContent, change: Change): OriginContent {
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
  };
}

export function textsOf(content: OriginContent): ContentText[] {
  const texts: ContentText[] = [];
  mapTexts(content, (text) => {
    texts.push(text);
    return text.text;
  });
  return texts;
}
