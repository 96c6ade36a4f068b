// Box 5: how the goods travel.
import { isDay } from '../../../../lib/day.ts';
import { findCountryByName } from '../../../countries.ts';
import { countryHint } from '../../origin/rules/country-hint.ts';
import { hitIf, isBlank } from '../../rule.ts';
import { formOf, rule, tokyoInvoice } from './rule.ts';

const fields = {
  by: { ja: '輸送手段', en: 'how the goods travel' },
  from: { ja: '積出地', en: 'the port or place of loading' },
  to: { ja: '荷揚地', en: 'the port or place of discharge' },
  toCountry: { ja: '荷揚地の国名', en: 'the country of discharge' },
} as const;
type Field = keyof typeof fields;

export const shippingGiven = rule({
  name: 'shipping-given',
  box: '5',
  level: 'block',
  source: tokyoInvoice,
  find: (content) => {
    if (formOf(content).shipping !== 'must') return [];
    return (Object.keys(fields) as Field[]).flatMap((field) =>
      hitIf(
        isBlank(content.shipping[field]),
        `shipping.${field}`,
        `${fields[field].ja}を入れてください。`,
        `Give ${fields[field].en}.`,
      ),
    );
  },
});

export const shippingCountryByName = rule({
  name: 'shipping-country-by-name',
  box: '5',
  level: 'block',
  source: tokyoInvoice,
  find: ({ shipping: { toCountry } }) => {
    const hint = countryHint(toCountry);
    return hitIf(
      !isBlank(toCountry) && findCountryByName(toCountry) === undefined,
      'shipping.toCountry',
      `「${toCountry.trim()}」は国名の一覧にありません。正式な国名にしてください${hint.ja}。`,
      `"${toCountry.trim()}" is not a country of the list. Give its official name${hint.en}.`,
    );
  },
});

export const shippingDateReal = rule({
  name: 'shipping-date-real',
  box: '5',
  level: 'block',
  source: tokyoInvoice,
  find: ({ shipping: { date } }) =>
    hitIf(
      !isBlank(date) && !isDay(date),
      'shipping.date',
      `「${date}」という日付はありません。入れ直すか、空にしてください。`,
      `There is no date "${date}". Enter it again, or leave it empty.`,
    ),
});
