// Which characters a certificate takes, and what the others were probably meant to be. Certificates are written in English,
// in French or Spanish where an L/C or a consulate asks (Tokyo CCI guide, notes on all boxes). No chamber publishes the set
// of characters itself: this one is our choice.

const ascii = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index));
const frenchAndSpanish = 'ÀÂÄÇÉÈÊËÎÏÔÖŒÙÛÜŸÆÁÍÓÚÑàâäçéèêëîïôöœùûüÿæáíóúñ¿¡ªº';
const signs = '°×±µØø²³€£¥§®©½¼¾·÷Åå';

/** One character as a person counts them, in NFC; a line break is not among them. */
export const allowedCharacters: ReadonlySet<string> = new Set([...ascii, ...frenchAndSpanish, ...signs]);

/** Every character of the first text becomes the second text. */
const groups: readonly (readonly [string, string])[] = [
  ['\u2018\u2019\u201A\u201B\u2032\u00B4\u02BC', "'"],
  ['\u201C\u201D\u201E\u201F\u2033', '"'],
  // Hyphens and dashes of every length, the minus sign, the Japanese dash.
  ['\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE63', '-'],
  // Spaces of other widths, the ideographic one, the tabulator.
  ['\t\u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000', ' '],
  ['\u2026', '...'],
  ['\u2044', '/'],
  ['\u301C', '~'],
  ['\uFFE5', '¥'],
  ['\uFFE1', '£'],
  ['\u03BC', 'µ'], // Greek mu, which Japanese fonts have in place of the micro sign
  ['\u2103', '°C'],
  ['\u2116', 'No.'],
  ['\u2300\u2205', 'Ø'],
  ['\uFB01', 'fi'],
  ['\uFB02', 'fl'],
  ['\u338E', 'mg'],
  ['\u338F', 'kg'],
  ['\u339C', 'mm'],
  ['\u339D', 'cm'],
  ['\u339E', 'km'],
  ['\u33A1', 'm²'],
  ['\u33A5', 'm³'],
  ['\u33C4', 'cc'],
];

const meant: ReadonlyMap<string, string> = new Map(
  groups.flatMap(([characters, replacement]) => [...characters].map((character) => [character, replacement] as const)),
);

/** Zero-width signs, soft hyphens, marks of reading direction: nobody sees them, and they come along with a copy. */
const invisible = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/;

export const isInvisible = (character: string): boolean => invisible.test(character);

/** What to put in place of a character; undefined when nobody can tell, `''` when it goes without loss. */
export function meantBy(character: string): string | undefined {
  if (isInvisible(character)) return '';
  const code = character.codePointAt(0) ?? 0;
  // Full-width letters, digits and signs lie 0xFEE0 above their ASCII twins.
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCodePoint(code - 0xfee0);
  return meant.get(character);
}
