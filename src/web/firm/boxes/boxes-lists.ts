// Names to choose from: countries as they are printed, titles of remarks, units of quantity.
import { countries } from '../../../applications/countries.ts';
import { remarkTitles } from '../../../applications/forms/origin/rules/remark-titles.ts';
import { units } from '../../../applications/forms/origin/units.ts';
import type { Option } from '../../ui/select-field.tsx';
import type { Lang } from '../../ui/words.ts';
import { boxesWords } from './boxes-words.ts';

type Printed = { name: string; ja: string };

/** Every name under which a country abroad may be printed, in the order of the alphabet, so that typing finds it. */
const printedNames: readonly Printed[] = countries
  .filter(({ code }) => code !== 'JP')
  .flatMap(({ en, otherNames, ja }) => [en, ...otherNames].map((name) => ({ name, ja })))
  .sort((a, b) => a.name.localeCompare(b.name, 'en'));

const labelIn = (lang: Lang, { name, ja }: Printed): string => (lang === 'ja' ? `${name} ${ja}` : name);

const abroad = {
  ja: printedNames.map((one) => ({ value: one.name, label: labelIn('ja', one) })),
  en: printedNames.map((one) => ({ value: one.name, label: labelIn('en', one) })),
} as const satisfies Record<Lang, readonly Option[]>;

/** Countries abroad by printed name; what was typed elsewhere and is none of them stays, as the first. */
export function countriesAbroad(lang: Lang, typed: string): readonly Option[] {
  if (typed === '' || abroad[lang].some(({ value }) => value === typed)) return abroad[lang];
  return [{ value: typed, label: boxesWords[lang].countryTyped(typed) }, ...abroad[lang]];
}

/** Offered while one types, none of them binding. */
export const suggestions = {
  titles: remarkTitles.map(({ title, ja }) => ({ value: `${title}:`, label: ja })),
  units: units.map(({ forms, ja }) => ({ value: forms[0] ?? '', label: ja })),
} as const satisfies Record<string, readonly Option[]>;
export type SuggestionList = keyof typeof suggestions;
