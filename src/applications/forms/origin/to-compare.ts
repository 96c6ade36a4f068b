// What of boxes 1 to 8 the invoice should say too. What is not on the paper, and what the chamber writes, is not asked for.
import { findCountryByName } from '../../countries.ts';
import type { Place } from '../../finding.ts';
import type { Sought } from '../sought.ts';
import type { GoodsLine, OriginContent } from './content.ts';

const numberNear = ['Invoice No', 'Invoice Number', 'Inv No', 'Invoice #', 'No. and date'];
const dateNear = ['Invoice date', 'Date of invoice', 'Date', 'Dated'];
const departureNear = ['on or about', 'ETD', 'Sailing on', 'Sailing date', 'Shipped on', 'Shipment date', 'Departure'];

/** What says that there is nothing: it stands on no invoice. */
const saysNone = /^(?:nil|n\/m|no\.? marks?|unmarked|no\.? numbers?)$/i;

type WordsKind = 'party' | 'description' | 'marks' | 'words' | 'country';
const words = (kind: WordsKind, place: Place, path: string, value: string): Sought => ({ kind, place, path, value });

export function originToCompare(content: OriginContent): Sought[] {
  const { exporter, consignee, marks } = content;
  const all: Sought[] = [
    words('party', '1', 'exporter.name', exporter.name),
    words('party', '1', 'exporter.address', exporter.address),
    ...(consignee.form === 'to-order' ? [] : [words('party', '2', 'consignee.name', consignee.name)]),
    ...(consignee.form === 'named' ? [words('party', '2', 'consignee.address', consignee.address)] : []),
    ...(consignee.form === 'named' ? [words('country', '2', 'consignee.country', consignee.country)] : []),
    ...content.invoices.flatMap(({ number, date }, index): Sought[] => [
      { kind: 'number', place: '3', path: `invoices.${index}.number`, value: number, near: numberNear },
      { kind: 'date', place: '3', path: `invoices.${index}.date`, value: date, near: dateNear },
    ]),
    ...content.originCountries.map((country, index) => words('country', '4', `originCountries.${index}`, country)),
    ...transportToCompare(content.transport),
    ...content.remarks.map(({ text }, index) => words('words', '6', `remarks.${index}.text`, text)),
    words('marks', '7', 'marks', marks),
    ...content.goods.flatMap(lineToCompare),
    ...totalsToCompare(content.totals),
  ];
  return all.filter(({ value }) => value.trim() !== '' && !saysNone.test(value.trim()));
}

/** Of `Osaka, Japan` the invoice often says the port only. */
function port(typed: string): string {
  const comma = typed.lastIndexOf(',');
  return comma > 0 && findCountryByName(typed.slice(comma + 1).trim()) ? typed.slice(0, comma) : typed;
}

function transportToCompare(transport: OriginContent['transport']): Sought[] {
  const { from, to, via, toCountry, finalDestination, vessel, voyage, flight, courier, date } = transport;
  const one = (field: string, value: string) => words('words', '5', `transport.${field}`, value);
  return [
    ...[one('from', port(from)), one('to', port(to)), one('via', port(via))],
    words('country', '5', 'transport.toCountry', toCountry),
    ...[one('finalDestination', port(finalDestination)), one('vessel', vessel), one('voyage', voyage)],
    ...[one('flight', flight), one('courier', courier)],
    { kind: 'date', place: '5', path: 'transport.date', value: date, near: departureNear },
  ];
}

function lineToCompare(line: GoodsLine, index: number): Sought[] {
  const at = { row: index + 1 };
  const path = `goods.${index}`;
  const of = line.description.trim() === '' ? {} : { of: line.description };
  return [
    { ...words('marks', '7', `${path}.marks`, line.marks), ...at },
    { ...words('description', '7', `${path}.description`, line.description), ...at },
    {
      ...at,
      kind: 'quantity',
      place: '7',
      path: `${path}.packages`,
      value: line.packages,
      unit: line.packageKind,
      ...of,
    },
    { ...at, kind: 'quantity', place: '8', path: `${path}.quantity`, value: line.quantity, unit: line.unit, ...of },
  ];
}

function totalsToCompare({ packages, quantities }: OriginContent['totals']): Sought[] {
  return [
    { kind: 'quantity', place: '7', path: 'totals.packages', value: packages, unit: '' },
    ...quantities.map(({ quantity, unit }, index): Sought => {
      return { kind: 'quantity', place: '8', path: `totals.quantities.${index}.quantity`, value: quantity, unit };
    }),
  ];
}
