// Box 5, made from the form that was chosen and its fields: the wordings a–u of the Tokyo chamber's guide to box 5.

import { printedDate } from '../printed-date.ts';
import type { OriginContent, TransportForm } from './content.ts';

type Transport = OriginContent['transport'];

/** `From Osaka, Japan`; nothing for a field that is still empty, so that a draft reads as far as it goes. */
const part = (word: string, value: string): string => (value.trim() === '' ? '' : `${word} ${value.trim()}`);

const joined = (...parts: readonly string[]): string => parts.filter((each) => each !== '').join(' ');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const sentence = (...parts: readonly string[]): string => capital(joined(...parts));

const destination = (t: Transport): string =>
  [t.to, t.toCountry]
    .map((each) => each.trim())
    .filter(Boolean)
    .join(', ');
const route = (t: Transport): string[] => [part('from', t.from), part('to', destination(t))];
const onOrAbout = (t: Transport): string => part('on or about', printedDate(t.date));

const texts: Readonly<Record<TransportForm, (t: Transport) => string>> = {
  a: (t) => sentence(...route(t), part('via', t.via), part('by', t.vessel), onOrAbout(t)),
  b: (t) => sentence(...route(t), part('via', t.via), part('by', t.vessel)),
  c: (t) => sentence(...route(t), part('via', t.via), part('by', t.by), onOrAbout(t)),
  d: (t) => sentence(...route(t), part('via', t.via), part('by', t.by)),
  e: () => 'By vessel',
  f: () => 'By sea',
  g: () => 'Sea freight',
  h: (t) =>
    [t.vessel, t.voyage]
      .map((each) => each.trim())
      .filter(Boolean)
      .join(' '),
  i: () => 'By air',
  j: () => 'Air cargo',
  k: () => 'Air freight',
  l: (t) => t.flight.trim(),
  m: () => 'Air Mail',
  n: () => 'EMS',
  o: () => 'Surface',
  p: () => 'Sea Mail',
  q: (t) => t.courier.trim(),
  r: () => 'Hand Carry',
  s: (t) => ['Sea and air', joined(...route(t), part('via', t.via))].filter(Boolean).join(', '),
  t: () => 'Sea and Train',
  u: () => 'Air and Truck',
};

/** The text of box 5; an inland consignee's `Final Destination` stands on a line of its own. Empty while no form is chosen. */
export function transportText(transport: Transport): string {
  const text = transport.form === '' ? '' : texts[transport.form](transport);
  const final = transport.finalDestination.trim();
  return [text, final === '' ? '' : `Final Destination: ${final}`].filter(Boolean).join('\n');
}
