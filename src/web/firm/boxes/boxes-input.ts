// The boxes as a form posts them: read as typed, row by row. Pure.
import { OriginContent, transportForms } from '../../../applications/forms/origin/content.ts';
import { foodPlaces, strikableBoxes } from '../../../applications/forms/origin/special-content.ts';
import type { FieldProblem } from '../../../lib/refusal.ts';
import { labelOf } from './boxes-labels.ts';

/** What this step changes: all but the goods and the request sheet. */
const Boxes = OriginContent.omit({ goods: true, request: true });
export type Boxes = Omit<OriginContent, 'goods' | 'request'>;

type Form = Readonly<Record<string, string>>;

/** Lists whose rows the page adds and takes away. */
export const rowLists = ['invoices', 'originCountries', 'remarks', 'totals.quantities'] as const;
export type RowList = (typeof rowLists)[number];
export const maxRows: Readonly<Record<RowList, number>> = {
  invoices: 50,
  originCountries: 50,
  remarks: 20,
  'totals.quantities': 20,
};

/** Which button of the form was pressed. */
export type Press =
  | { kind: 'save' | 'next' | 'mend' | 'transport' }
  | { kind: 'add'; list: RowList }
  | { kind: 'remove'; list: RowList; row: number };

/** `save`, `next`, `mend`, `transport`, `add:invoices`, `remove:invoices:2`; anything else saves. */
export function pressOf(button: string | undefined): Press {
  const [kind, name, row = ''] = (button ?? '').split(':');
  const list = rowLists.find((each) => each === name);
  if (kind === 'next' || kind === 'mend' || kind === 'transport') return { kind };
  if (kind === 'add' && list) return { kind, list };
  if (kind === 'remove' && list && /^\d{1,3}$/.test(row)) return { kind, list, row: Number(row) };
  return { kind: 'save' };
}

/**
 * As typed, but for what cannot be kept at all: NUL and halves of characters, which the database refuses, and the
 * line breaks that a browser sends (CR LF), which nobody typed.
 */
function textAt(form: Form, name: string): string {
  return (form[name] ?? '').replaceAll('\0', '').replace(/\r\n?/g, '\n').toWellFormed();
}

/** How many rows a list has in the form: one more than the highest number, and never more than one too many. */
function rowsIn(form: Form, list: RowList): number {
  const prefix = `${list}.`;
  const numbers = Object.keys(form)
    .filter((name) => name.startsWith(prefix))
    .map((name) => /^\d{1,4}(?=\.|$)/.exec(name.slice(prefix.length))?.[0])
    .filter((number) => number !== undefined);
  return Math.min(maxRows[list] + 1, Math.max(0, ...numbers.map((number) => Number(number) + 1)));
}

const rowsOf = <Row>(form: Form, list: RowList, row: (at: string) => Row): Row[] =>
  Array.from({ length: rowsIn(form, list) }, (_, index) => row(`${list}.${index}`));

const oneOf = <T extends string>(values: readonly T[], typed: string): T | undefined =>
  values.find((value) => value === typed);

export function boxesOf(form: Form): Boxes {
  const at = (name: string): string => textAt(form, name);
  const party = (name: string) => ({
    ...{ name: at(`${name}.name`), address: at(`${name}.address`), country: at(`${name}.country`) },
  });
  return {
    exporter: party('exporter'),
    consignee: {
      ...party('consignee'),
      form: oneOf(['named', 'to-order', 'to-order-of'] as const, at('consignee.form')) ?? 'named',
    },
    invoices: rowsOf(form, 'invoices', (row) => ({ number: at(`${row}.number`), date: at(`${row}.date`) })),
    originCountries: rowsOf(form, 'originCountries', at),
    transport: transportOf(at),
    remarks: rowsOf(form, 'remarks', (row) => ({ title: at(`${row}.title`), text: at(`${row}.text`) })),
    marks: at('marks'),
    totals: {
      packages: at('totals.packages'),
      quantities: rowsOf(form, 'totals.quantities', (row) => ({
        quantity: at(`${row}.quantity`),
        unit: at(`${row}.unit`),
      })),
    },
    declaration: { place: at('declaration.place'), date: at('declaration.date') },
    ...specialOf(at),
  };
}

/** What few certificates have. A part in which nothing stands is missing, so that nothing of it is kept. */
function specialOf(at: (name: string) => string): Partial<Boxes> {
  const struckOut = oneOf(strikableBoxes, at('demand.struckOut'));
  const parts = {
    onBehalfOf: {
      ...{ name: at('onBehalfOf.name'), address: at('onBehalfOf.address'), country: at('onBehalfOf.country') },
    },
    demand: {
      language: oneOf(['fr', 'es'] as const, at('demand.language')) ?? ('' as const),
      struckOut: struckOut === undefined ? [] : [struckOut],
    },
    shipment: { date: at('shipment.date'), lateReason: at('shipment.lateReason') },
    food: {
      to: oneOf(['taiwan', 'thailand'] as const, at('food.to')) ?? ('' as const),
      place: oneOf(foodPlaces, at('food.place')) ?? ('' as const),
      prefecture: at('food.prefecture'),
    },
    others: at('others'),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => saysSomething(part)));
}

/** Beside what was typed: a part that is missing there is taken away where it was saved before. */
export const noSpecial = {
  ...{ onBehalfOf: undefined, demand: undefined, shipment: undefined, food: undefined, others: undefined },
} satisfies Partial<Boxes>;

function transportOf(at: (name: string) => string): Boxes['transport'] {
  return {
    form: oneOf(transportForms, at('transport.form')) ?? '',
    from: at('transport.from'),
    to: at('transport.to'),
    toCountry: at('transport.toCountry'),
    via: at('transport.via'),
    by: oneOf(['vessel', 'air'] as const, at('transport.by')) ?? '',
    vessel: at('transport.vessel'),
    voyage: at('transport.voyage'),
    flight: at('transport.flight'),
    courier: at('transport.courier'),
    date: at('transport.date'),
    finalDestination: at('transport.finalDestination'),
  };
}

/** Texts longer and lists of more rows than an application holds: these cannot be kept, so the page says so. */
export function tooLong(boxes: Boxes): FieldProblem[] {
  const parsed = Boxes.safeParse(boxes);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => {
    const field = issue.path.join('.');
    const most = issue.code === 'too_big' ? Number(issue.maximum).toLocaleString('en-US') : '';
    const rows = issue.code === 'too_big' && issue.origin === 'array';
    const now = lengthAt(boxes, issue.path);
    return {
      field,
      ja: `${labelOf('ja', field)}は${most}${rows ? '行' : '文字'}までです${now && `(今は${now}文字)`}。減らしてください。`,
      en: `${labelOf('en', field)} may have up to ${most} ${rows ? 'rows' : 'characters'}${now && ` (now ${now})`}. Shorten it.`,
    };
  });
}

/** How long a text is; of rows only one too many is ever read, so theirs is not said. */
function lengthAt(boxes: Boxes, path: readonly PropertyKey[]): string {
  let value: unknown = boxes;
  for (const key of path) value = (value as Record<PropertyKey, unknown>)[key];
  return typeof value === 'string' ? value.length.toLocaleString('en-US') : '';
}

const emptyRow = { invoices: { number: '', date: '' }, remarks: { title: '', text: '' } } as const;
const emptyQuantity = { quantity: '', unit: '' } as const;

/** One row more at the end; a full list stays as it is. */
export function withRow(boxes: Boxes, list: RowList): Boxes {
  const added = <Row>(rows: readonly Row[], row: Row): Row[] =>
    rows.length < maxRows[list] ? [...rows, row] : [...rows];
  if (list === 'invoices') return { ...boxes, invoices: added(boxes.invoices, { ...emptyRow.invoices }) };
  if (list === 'remarks') return { ...boxes, remarks: added(boxes.remarks, { ...emptyRow.remarks }) };
  if (list === 'originCountries') return { ...boxes, originCountries: added(boxes.originCountries, '') };
  return {
    ...boxes,
    totals: { ...boxes.totals, quantities: added(boxes.totals.quantities, { ...emptyQuantity }) },
  };
}

/** Without the rows of every list for which `drop` says so. */
function withoutRows(boxes: Boxes, drop: (list: RowList, row: unknown, index: number) => boolean): Boxes {
  const kept = <Row>(list: RowList, rows: readonly Row[]): Row[] =>
    rows.filter((row, index) => !drop(list, row, index));
  return {
    ...boxes,
    invoices: kept('invoices', boxes.invoices),
    originCountries: kept('originCountries', boxes.originCountries),
    remarks: kept('remarks', boxes.remarks),
    totals: { ...boxes.totals, quantities: kept('totals.quantities', boxes.totals.quantities) },
  };
}

export const withoutRow = (boxes: Boxes, list: RowList, row: number): Boxes =>
  withoutRows(boxes, (each, _, index) => each === list && index === row);

/** Without rows in which nothing stands: somebody added one too many. */
export const withoutEmptyRows = (boxes: Boxes): Boxes => withoutRows(boxes, (_, row) => !saysSomething(row));

/** Whether a text stands anywhere in a value of the content. */
export function saysSomething(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  if (typeof value !== 'object' || value === null) return value === true;
  return Object.values(value).some(saysSomething);
}
