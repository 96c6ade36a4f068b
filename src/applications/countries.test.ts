import { describe, expect, test } from 'vitest';
import {
  countries,
  countsAsSameDestination,
  destinationsIn,
  findCountry,
  findCountryAtEnd,
  findCountryByName,
  guessCountry,
  regions,
  suggestedName,
} from './countries.ts';

const codeOf = (name: string): string | undefined => findCountryByName(name)?.code;

test('the list is ISO 3166-1: 249 entries, each code and each printed name once', () => {
  expect(countries).toHaveLength(249);
  expect(new Set(countries.map((country) => country.code)).size).toBe(249);
  const names = countries.flatMap((country) => [country.en, ...country.otherNames]);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
});

test('every code is one that the Unicode region names know, and every entry has a Japanese name', () => {
  const known = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  for (const country of countries) {
    expect(known.of(country.code), country.code).toBeDefined();
    expect(country.ja, country.code).toMatch(/[\p{Script=Han}\p{Script=Katakana}]/u);
  }
});

test('every name that we print finds its own country', () => {
  for (const country of countries) expect(codeOf(country.en), country.en).toBe(country.code);
});

describe('printed names', () => {
  test.each([
    ['JAPAN', 'JP'],
    ['U.S.A.', 'US'],
    ['u.k.', 'GB'],
    ['U.A.E.', 'AE'],
    ['The Netherlands', 'NL'],
    ['Republic of Korea', 'KR'],
    ['Viet Nam', 'VN'],
    ["Côte d'Ivoire", 'CI'],
    ['Trinidad & Tobago', 'TT'],
    ['St. Lucia', 'LC'],
    ['Deutschland (Germany)', 'DE'],
  ])('%s is %s', (name, code) => {
    expect(codeOf(name)).toBe(code);
  });
  test.each(['JP', 'JPN', 'USA', 'UAE', 'UK', 'PRC', 'Nippon', ''])('%j is no printable name', (name) => {
    expect(codeOf(name)).toBeUndefined();
  });
});

test.each([
  ['Jebel Ali, U.A.E.', 'AE'],
  ['1010 Wien\nAustria.', 'AT'],
  ['Kowloon, Hong Kong, China', 'HK'],
  ['Singapore', 'SG'],
  ['Osaka', undefined],
])('the country at the end of %j', (text, code) => {
  expect(findCountryAtEnd(text)?.code).toBe(code);
});

test.each([
  ['USA', 'U.S.A.'],
  ['UAE', 'U.A.E.'],
  ['JP', 'Japan'],
  ['KSA', 'K.S.A.'],
])('%s is answered with %s', (text, suggestion) => {
  const country = guessCountry(text);
  expect(country && suggestedName(country)).toBe(suggestion);
});

test.each([
  ['DE', 'NL', true],
  ['CH', 'DE', true],
  ['CN', 'HK', true],
  ['GB', 'DE', false],
  ['CN', 'TW', false],
])('destination %s and %s are one: %s (Tokyo CCI guide, box 2)', (a, b, same) => {
  const [first, second] = [findCountry(a), findCountry(b)];
  expect(first && second && countsAsSameDestination(first, second)).toBe(same);
});

test('every country but Japan is offered as a destination, in one region', () => {
  const offered = regions.flatMap((region) => destinationsIn(region.code)).map((country) => country.code);
  expect(offered).toHaveLength(248);
  expect(offered).not.toContain('JP');
});
