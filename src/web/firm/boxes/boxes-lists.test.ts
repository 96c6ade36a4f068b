import { expect, test } from 'vitest';
import { findCountryByName } from '../../../applications/countries.ts';
import { countryNames } from './boxes-lists.ts';

const bare = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();

// Box 2: 正式名称か、認められた略称.
test('no country name stands in the list twice, with and without its accent', () => {
  const names = [...countryNames.en.usual, ...countryNames.en.others].map(({ value }) => value);
  expect(new Set(names.map(bare)).size).toBe(names.length);
  expect(names).toContain('Curacao');
  expect(names).not.toContain('Curaçao');
});

test('what is left out of the list is still read when it is typed', () => {
  expect(findCountryByName('Curaçao')?.code).toBe('CW');
  expect(findCountryByName('Åland Islands')?.code).toBe('AX');
});

test('formal names stand behind the usual ones', () => {
  const { usual, others } = countryNames.en;
  expect(usual.map(({ value }) => value)).toEqual(expect.arrayContaining(['Thailand', 'U.S.A.', 'U.K.']));
  expect(usual.some(({ value }) => value.startsWith('Kingdom of'))).toBe(false);
  expect(others.map(({ value }) => value)).toContain('Kingdom of Thailand');
});
