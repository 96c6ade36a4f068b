// Countries as certificates print them: by the official name or a listed short form, never by a code (Tokyo CCI, box-by-box
// guide, boxes 2 and 4). Pure; also read by the pages for 仕向国 (地域 → 国名).
import { countryLines } from './country-list.ts';

/** In the order in which a page offers them: where Japan's exports go. */
export const regions = [
  { code: 'asia', ja: 'アジア', en: 'Asia' },
  { code: 'north-america', ja: '北米', en: 'North America' },
  { code: 'western-europe', ja: '西欧', en: 'Western Europe' },
  { code: 'eastern-europe', ja: '中東欧・ロシア等', en: 'Central and Eastern Europe, Russia' },
  { code: 'middle-east', ja: '中東', en: 'Middle East' },
  { code: 'oceania', ja: '大洋州', en: 'Oceania' },
  { code: 'latin-america', ja: '中南米', en: 'Latin America' },
  { code: 'africa', ja: 'アフリカ', en: 'Africa' },
] as const;
export type RegionCode = (typeof regions)[number]['code'];

export type Country = {
  /** ISO 3166-1 alpha-2. */
  code: string;
  region: RegionCode;
  ja: string;
  /** The name that we print and suggest: `United States of America`. */
  en: string;
  /** Other names that may be printed as they stand: `U.S.A.`. */
  otherNames: readonly string[];
};

function countryOf(line: string): Country {
  const [code = '', regionCode = '', ja = '', en = '', others = ''] = line.split('|');
  const region = regions.find((candidate) => candidate.code === regionCode);
  if (region === undefined) throw new Error(`country list: unknown region in "${line}"`);
  return { code, region: region.code, ja, en, otherNames: others === '' ? [] : others.split(';') };
}

/** All of ISO 3166-1, by code. */
export const countries: readonly Country[] = countryLines.trim().split('\n').map(countryOf);

const byCode = new Map(countries.map((country) => [country.code, country]));

/** Case, accents, `&` and `the` make no difference; full stops do, since `U.S.A.` is listed and `USA` is a code. */
function nameKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('’', "'")
    .toUpperCase()
    .replaceAll('&', ' AND ')
    .replace(/\bST\.? /, 'SAINT ')
    .replace(/^THE /, '')
    .replace(/,(?=\S)/g, ', ')
    .replace(/\s+/g, ' ')
    .trim();
}

const byName = new Map(
  countries.flatMap((country) => [country.en, ...country.otherNames].map((name) => [nameKey(name), country] as const)),
);

/** `US` → the country; capital letters only, as ISO writes it. */
export function findCountry(code: string): Country | undefined {
  return byCode.get(code);
}

/**
 * The country of a printed name: `Japan`, `U.S.A.`, `the Netherlands`, also `Holland (Netherlands)`, where the listed name
 * stands in brackets after another one (Tokyo CCI guide, box 2). Codes and other abbreviations: undefined.
 */
export function findCountryByName(printed: string): Country | undefined {
  const whole = byName.get(nameKey(printed));
  if (whole !== undefined) return whole;
  const bracketed = /^[^()]+\(([^()]+)\)$/.exec(printed.trim())?.[1];
  return bracketed === undefined ? undefined : byName.get(nameKey(bracketed));
}

/** The country at the end of an address or a port: `Jebel Ali, U.A.E.`, `… 1010 Wien\nAustria.` */
export function findCountryAtEnd(text: string): Country | undefined {
  const parts = text.split(/[,\n]/).map((part) => part.trim());
  // Two parts first: `Hong Kong, China` is Hong Kong.
  for (const count of [2, 1]) {
    const tail = parts.slice(-count).join(', ');
    const found = findCountryByName(tail) ?? findCountryByName(tail.replace(/\.$/, ''));
    if (found !== undefined) return found;
  }
  return undefined;
}

const withoutDots = new Map(
  countries.flatMap((country) =>
    country.otherNames
      .filter((name) => name.includes('.'))
      .map((name) => [name.replace(/[^A-Za-z]/g, '').toUpperCase(), country]),
  ),
);

/** What a code or an unlisted abbreviation probably means (`JP`, `USA`, `UAE`): for words only, never taken as read. */
export function guessCountry(text: string): Country | undefined {
  const letters = text.replace(/[^A-Za-z]/g, '').toUpperCase();
  return byCode.get(letters) ?? withoutDots.get(letters) ?? findCountryByName(text.replaceAll('.', ''));
}

/** The listed short form if there is one, else the name: what to suggest instead of a code. */
export function suggestedName(country: Country): string {
  return country.otherNames.find((name) => /^(?:[A-Z]\.)+$/.test(name)) ?? country.en;
}

const euCodes = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

// Box 2, exceptions 1 and 2 of the Tokyo CCI guide: within such a group the consignee's country may differ from the destination.
const groups: readonly ReadonlySet<string>[] = [
  new Set([...euCodes, 'CH', 'NO', 'IS', 'LI']),
  new Set(['CN', 'HK', 'MO']),
];

/** Whether goods for a consignee in `a` may be discharged in `b`: the same country, both in the EU area, or China/Hong Kong/Macao. */
export function countsAsSameDestination(a: Country, b: Country): boolean {
  return a.code === b.code || groups.some((group) => group.has(a.code) && group.has(b.code));
}

/** For 仕向国: the countries of one region by Japanese name; Japan itself is no destination. */
export function destinationsIn(region: RegionCode): Country[] {
  return countries
    .filter((country) => country.region === region && country.code !== 'JP')
    .sort((a, b) => a.ja.localeCompare(b.ja, 'ja'));
}
