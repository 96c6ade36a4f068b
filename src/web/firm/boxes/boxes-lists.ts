// Names to choose from: countries as they are printed, titles of remarks, units of quantity.
import { countries } from '../../../applications/countries.ts';
import { remarkTitles } from '../../../applications/forms/origin/rules/remark-titles.ts';
import { units } from '../../../applications/forms/units.ts';
import type { Option } from '../../ui/select-field.tsx';
import type { Lang } from '../../ui/words.ts';

type Printed = { name: string; ja: string };

/** `Åland` and `Aland` are one name to whoever reads the list; the rules take either. */
const withoutAccents = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();

const isShortForm = (name: string): boolean => /^(?:[A-Z]\.)+$/.test(name);

/** Each name once, however it is accented, in the order of the alphabet, so that typing finds it. */
function optionsOf(printed: readonly Printed[], lang: Lang): Option[] {
  const once = new Map(printed.toReversed().map((one) => [withoutAccents(one.name), one]));
  return [...once.values()]
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
    .map(({ name, ja }) => ({ value: name, label: lang === 'ja' ? `${name} ${ja}` : name }));
}

const abroad = countries.filter(({ code }) => code !== 'JP');
/** What nearly everybody looks for: the name of each country, and its listed short form (`U.S.A.`). */
const usual: readonly Printed[] = abroad.flatMap(({ en, otherNames, ja }) =>
  [en, ...otherNames.filter(isShortForm)].map((name) => ({ name, ja })),
);
const usualKeys = new Set(usual.map(({ name }) => withoutAccents(name)));
const others: readonly Printed[] = abroad
  .flatMap(({ otherNames, ja }) => otherNames.map((name) => ({ name, ja })))
  .filter(({ name }) => !usualKeys.has(withoutAccents(name)));

export type CountryNames = { usual: readonly Option[]; others: readonly Option[] };

/** Every name under which a country abroad may be printed (正式名称か、認められた略称), the usual ones by themselves. */
export const countryNames: Readonly<Record<Lang, CountryNames>> = {
  ja: { usual: optionsOf(usual, 'ja'), others: optionsOf(others, 'ja') },
  en: { usual: optionsOf(usual, 'en'), others: optionsOf(others, 'en') },
};

/** Offered while one types, none of them binding. */
export const suggestions = {
  titles: remarkTitles.map(({ title, ja }) => ({ value: `${title}:`, label: ja })),
  units: units.map(({ forms, ja }) => ({ value: forms[0] ?? '', label: ja })),
} as const satisfies Record<string, readonly Option[]>;
export type SuggestionList = keyof typeof suggestions;
