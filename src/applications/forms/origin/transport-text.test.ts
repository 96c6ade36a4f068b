import { describe, expect, test } from 'vitest';
import { OriginContent, type TransportForm, transportForms } from './content.ts';
import { transportText } from './transport-text.ts';

const transport = (fields: Partial<OriginContent['transport']>) => OriginContent.parse({ transport: fields }).transport;

const all = {
  from: 'Osaka, Japan',
  to: 'Hamburg',
  toCountry: 'Germany',
  via: 'Singapore',
  by: 'air',
  vessel: 'DEMO STAR',
  voyage: 'V.12W',
  flight: 'DM 8821',
  courier: 'DHL',
  date: '2026-11-27',
} as const;

const expected: Record<TransportForm, string> = {
  a: 'From Osaka, Japan to Hamburg, Germany via Singapore by DEMO STAR on or about November 27, 2026',
  b: 'From Osaka, Japan to Hamburg, Germany via Singapore by DEMO STAR',
  c: 'From Osaka, Japan to Hamburg, Germany via Singapore by air on or about November 27, 2026',
  d: 'From Osaka, Japan to Hamburg, Germany via Singapore by air',
  e: 'By vessel',
  f: 'By sea',
  g: 'Sea freight',
  h: 'DEMO STAR V.12W',
  i: 'By air',
  j: 'Air cargo',
  k: 'Air freight',
  l: 'DM 8821',
  m: 'Air Mail',
  n: 'EMS',
  o: 'Surface',
  p: 'Sea Mail',
  q: 'DHL',
  r: 'Hand Carry',
  s: 'Sea and air, from Osaka, Japan to Hamburg, Germany via Singapore',
  t: 'Sea and Train',
  u: 'Air and Truck',
};

describe('box 5, the forms a–u of the Tokyo guide', () => {
  test.each(transportForms)('form %s', (form) => {
    expect(transportText(transport({ form, ...all }))).toBe(expected[form]);
  });

  test('a field that is still empty leaves no word behind', () => {
    expect(transportText(transport({ form: 'a', to: 'Hamburg' }))).toBe('To Hamburg');
    expect(transportText(transport({ form: 's' }))).toBe('Sea and air');
    expect(transportText(transport({}))).toBe('');
  });

  test('an inland destination stands on a line of its own', () => {
    expect(transportText(transport({ form: 'f', finalDestination: 'Lyon, France' }))).toBe(
      'By sea\nFinal Destination: Lyon, France',
    );
  });
});
