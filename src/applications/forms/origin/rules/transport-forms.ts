// The forms a–u of box 5 (Tokyo CCI guide, box 5) and the fields that each of them is made of.
import type { OriginContent, TransportForm } from '../content.ts';

export type TransportField =
  | 'from'
  | 'to'
  | 'toCountry'
  | 'via'
  | 'by'
  | 'vessel'
  | 'voyage'
  | 'flight'
  | 'courier'
  | 'date';

export const fieldNames: Readonly<Record<TransportField, { ja: string; en: string }>> = {
  from: { ja: '積出地', en: 'the port of loading' },
  to: { ja: '荷揚地', en: 'the port of discharge' },
  toCountry: { ja: '荷揚地の国名', en: 'the country of discharge' },
  via: { ja: '経由地', en: 'the port of transhipment' },
  by: { ja: '船または航空機', en: 'vessel or air' },
  vessel: { ja: '船名', en: 'the name of the vessel' },
  voyage: { ja: '航海番号', en: 'the voyage number' },
  flight: { ja: '便名', en: 'the flight number' },
  courier: { ja: '国際宅配便の会社名', en: 'the name of the courier' },
  date: { ja: '出港(予定)年月日', en: 'the date of departure' },
};

/** What each form must have; forms not listed stand as they are (`By sea`). */
export const requiredFields: Partial<Record<TransportForm, readonly TransportField[]>> = {
  a: ['from', 'to', 'toCountry', 'vessel', 'date'],
  b: ['from', 'to', 'toCountry', 'vessel'],
  c: ['from', 'to', 'toCountry', 'by', 'date'],
  d: ['from', 'to', 'toCountry', 'by'],
  h: ['vessel', 'voyage'],
  l: ['flight'],
  q: ['courier'],
  s: ['from', 'to', 'toCountry', 'via'],
};

/** What a form prints beyond that when it is given. */
export const optionalFields: Partial<Record<TransportForm, readonly TransportField[]>> = {
  a: ['via'],
  b: ['via'],
  c: ['via'],
  d: ['via'],
};

export const allFields = Object.keys(fieldNames) as TransportField[];

/** Whether box 5 then says from where to where. */
export function showsRoute(form: OriginContent['transport']['form']): boolean {
  return form !== '' && (requiredFields[form] ?? []).includes('to');
}
