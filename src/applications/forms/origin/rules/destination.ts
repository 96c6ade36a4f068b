// Boxes 2 and 5 together: the consignee's country is where the goods go, or the paper says where they go on to.
import { type Country, countsAsSameDestination, findCountryAtEnd, findCountryByName } from '../../../countries.ts';
import { hitIf, isBlank } from '../../rule.ts';
import type { OriginContent } from '../content.ts';
import { rule, tokyoGuide } from './rule.ts';
import { showsRoute } from './transport-forms.ts';

const finalDestinationTitle = /^final destination\b/i;

/** Given in box 5, or in box 6 under its title. */
export function finalDestinationOf({ transport, remarks }: OriginContent): { text: string; path: string } | undefined {
  if (!isBlank(transport.finalDestination)) {
    return { text: transport.finalDestination, path: 'transport.finalDestination' };
  }
  const index = remarks.findIndex((remark) => finalDestinationTitle.test(remark.title.trim()));
  const remark = remarks[index];
  return remark === undefined ? undefined : { text: remark.text, path: `remarks.${index}.text` };
}

function consigneeCountry({ consignee }: OriginContent): Country | undefined {
  return consignee.form === 'to-order' ? undefined : findCountryByName(consignee.country);
}

export const consigneeCountryIsDestination = rule({
  name: 'consignee-country-is-destination',
  box: '5',
  level: 'block',
  source: tokyoGuide('第2欄'), // with its three exceptions
  find: (content) => {
    const consignee = consigneeCountry(content);
    const { form, toCountry } = content.transport;
    const destination = showsRoute(form) ? findCountryByName(toCountry) : undefined;
    if (consignee === undefined || destination === undefined) return [];
    const together = countsAsSameDestination(consignee, destination) || finalDestinationOf(content) !== undefined;
    return hitIf(
      !together,
      'transport.toCountry',
      `荷受人の国(${consignee.en})と荷揚地の国(${destination.en})が違います。内陸の荷受人などのときは Final Destination(都市名, 国名)を入れてください。`,
      `The consignee's country (${consignee.en}) is not the country of discharge (${destination.en}). For a consignee inland, give the Final Destination (city, country).`,
    );
  },
});

export const finalDestinationNamesCountry = rule({
  name: 'final-destination-names-country',
  box: '5',
  level: 'block',
  source: tokyoGuide('第5欄'), // "Final Destination: 都市名、Consigneeの所在国名"
  find: (content) => {
    const final = finalDestinationOf(content);
    if (final === undefined) return [];
    const place = final.path.startsWith('remarks') ? ({ place: '6' } as const) : {};
    return hitIf(
      !/[^,\s][^,]*,/.test(final.text) || findCountryAtEnd(final.text) === undefined,
      final.path,
      'Final Destination は「都市名, 国名」の形で入れてください(例: Vienna, Austria)。',
      'Give the Final Destination as "city, country" (Vienna, Austria).',
    ).map((hit) => ({ ...hit, ...place }));
  },
});

export const finalDestinationIsConsignees = rule({
  name: 'final-destination-is-consignees',
  box: '5',
  level: 'block',
  source: tokyoGuide('第5欄'),
  find: (content) => {
    const final = finalDestinationOf(content);
    const consignee = consigneeCountry(content);
    const country = final && findCountryAtEnd(final.text);
    if (final === undefined || consignee === undefined || country === undefined) return [];
    return hitIf(
      !countsAsSameDestination(consignee, country),
      final.path,
      `Final Destination の国(${country.en})を荷受人の国(${consignee.en})に合わせてください。`,
      `The Final Destination (${country.en}) must be in the consignee's country (${consignee.en}).`,
    ).map((hit) => (final.path.startsWith('remarks') ? { ...hit, place: '6' as const } : hit));
  },
});
