// The numbers in a text, with the units beside them, in the styles that invoices have. Pure.
import { findPackageKind } from '../forms/package-kinds.ts';
import { printedKey } from '../forms/printed-key.ts';
import { findUnit } from '../forms/units.ts';

/** `values`: every number that it may mean, plain (`1200.5`): `1.200` is two. */
export type NumberFound = { values: readonly string[]; at: number; end: number };

/** Without zeros that say nothing: `1200.50` is `1200.5`. */
export function plainNumber(digits: string): string {
  const [whole = '', fraction = ''] = digits.split('.');
  const rest = fraction.replace(/0+$/, '');
  return `${whole.replace(/^0+(?=\d)/, '')}${rest === '' ? '' : `.${rest}`}`;
}

const grouped = (text: string, separator: string): boolean =>
  text.split(separator).every((group, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group));

/** Longer ones are no amounts of anything. */
const digitsAtMost = 30;

function valuesOf(printed: string): string[] {
  if (printed.length > digitsAtMost) return [];
  const text = printed.replace(/['’\s]/g, '');
  const signs = new Set(text.replace(/\d/g, ''));
  if (signs.size === 0) return [plainNumber(text)];
  if (signs.size === 2) {
    // The later of the two is the decimal sign.
    const decimal = text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.';
    const [whole = '', fraction = '', more] = text.split(decimal);
    return more === undefined ? [plainNumber(`${whole.replace(/[.,]/g, '')}.${fraction}`)] : [];
  }
  const [sign = ''] = signs;
  const asDecimal = text.split(sign).length === 2 ? [plainNumber(text.replace(sign, '.'))] : [];
  return grouped(text, sign) ? [plainNumber(text.replaceAll(sign, '')), ...asDecimal] : asDecimal;
}

/** Everything that a unit or a kind of package may be: `PCS` is one of each. Empty where it is neither. */
export function unitsOf(printed: string): Set<string> {
  const [unit, kind] = [findUnit(printed), findPackageKind(printed)];
  return new Set([...(unit ? [`unit ${unit.code}`] : []), ...(kind ? [`package ${kind.code}`] : [])]);
}

/** The same for what was typed: one that no list has is itself. */
export function unitsTyped(printed: string): Set<string> {
  const known = unitsOf(printed);
  return known.size > 0 || printed.trim() === '' ? known : new Set([`typed ${printedKey(printed)}`]);
}

const unitWord = "[\\p{L}][\\p{L}\\d²³./'()]*";
const after = new RegExp(`^[ \\t]*\\(?[ \\t]*(${unitWord})(?:[ \\t]+(${unitWord}))?(?:[ \\t]+(${unitWord}))?`, 'u');
const before = new RegExp(`(${unitWord})[ \\t]*[:=]?[ \\t]*$`, 'u');

/** What stands beside a number: units and kinds of packages that are on a list, and the words themselves. */
export function unitsBeside(text: string, { at, end }: { at: number; end: number }): Set<string> {
  const words = (after.exec(text.slice(end, end + 80)) ?? []).slice(1).filter((word) => word !== undefined);
  // The longest that is known: `3 WOODEN CASES` are no cases of wood.
  for (let count = words.length; count > 0; count -= 1) {
    const printed = words.slice(0, count).join(' ');
    const known = unitsOf(printed).size > 0 ? unitsOf(printed) : unitsOf(printed.replace(/[).,]+$/, ''));
    if (known.size > 0) return new Set([...known, ...typedKeys(words)]);
  }
  const ahead = before.exec(text.slice(Math.max(0, at - 40), at))?.[1];
  return new Set([...(ahead === undefined ? [] : unitsOf(ahead)), ...typedKeys(words)]);
}
const typedKeys = (words: readonly string[]): string[] =>
  words.map((_, index) => `typed ${printedKey(words.slice(0, index + 1).join(' '))}`);

// Not inside a word or a number that goes on: `A-12`, `12/26`, `1.2.3`.
const forms = [
  /(?<![\p{L}\d]|\d[.,/-]|[\p{L}][-/.])\d+(?:[,.'’]\d+)*(?![,.'’/-]?\d)/gu,
  /(?<![\p{L}\d]|\d[.,/-])\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,4}(?:[.,]\d+)?(?![,.'’/-]?\d)/gu,
];

/** In the order of the text. */
export function findNumbers(text: string): NumberFound[] {
  return forms
    .flatMap((form) =>
      [...text.matchAll(form)].map((match): NumberFound => {
        return { values: valuesOf(match[0]), at: match.index, end: match.index + match[0].length };
      }),
    )
    .sort((a, b) => a.at - b.at);
}
