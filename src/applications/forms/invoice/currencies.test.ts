import { expect, test } from 'vitest';
import { allowedCharacters } from '../../../registrations/character-set.ts';
import { currencies, findCurrency } from './currencies.ts';

test('every currency is one that the ICU data of this Node knows, and is there once', () => {
  const known = new Set(Intl.supportedValuesOf('currency'));
  expect(currencies.filter(({ code }) => !known.has(code))).toEqual([]);
  expect(new Set(currencies.map(({ code }) => code)).size).toBe(currencies.length);
});

test.each([
  ['USD', 2],
  ['JPY', 0],
  ['KRW', 0],
  ['KWD', 3],
  ['TND', 3],
  ['IQD', 3],
  ['TWD', 2],
  ['VND', 0],
])('%s has %i digits after the point (ISO 4217)', (code, digits) => {
  expect(findCurrency(code)?.digits).toBe(digits);
});

test('a currency is found by its code as ISO writes it, and has words that can be printed', () => {
  expect(findCurrency('usd')).toBeUndefined();
  expect(findCurrency('US$')).toBeUndefined();
  for (const { code, ja, words, digits } of currencies) {
    expect(code).toMatch(/^[A-Z]{3}$/);
    expect(ja).not.toBe('');
    expect([0, 2, 3]).toContain(digits);
    expect(
      [...words].every((character) => allowedCharacters.has(character)),
      words,
    ).toBe(true);
  }
});
