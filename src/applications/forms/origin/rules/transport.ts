// Box 5: how the goods travel, in one of the forms a–u; only facts that are fixed.

import { isDay } from '../../../../lib/day.ts';
import { findCountryAtEnd, findCountryByName } from '../../../countries.ts';
import { type Hit, hitIf, isBlank } from '../../rule.ts';
import type { OriginContent } from '../content.ts';
import { countryHint } from './country-hint.ts';
import { fukuiGuide, rule, tokyoGuide } from './rule.ts';
import { allFields, fieldNames, optionalFields, requiredFields } from './transport-forms.ts';

const guide = tokyoGuide('第5欄');

export const transportFormChosen = rule({
  name: 'transport-form-chosen',
  box: '5',
  level: 'block',
  source: guide,
  find: ({ transport }) =>
    hitIf(
      transport.form === '',
      'transport.form',
      '輸送手段の書き方を選んでください。',
      'Choose how the transport is described.',
    ),
});

export const transportFieldsGiven = rule({
  name: 'transport-fields-given',
  box: '5',
  level: 'block',
  source: guide,
  find: ({ transport }) => {
    const fields = transport.form === '' ? [] : (requiredFields[transport.form] ?? []);
    return fields.flatMap((field) =>
      hitIf(
        isBlank(transport[field]),
        `transport.${field}`,
        `${fieldNames[field].ja}を入れてください。`,
        `Give ${fieldNames[field].en}.`,
      ),
    );
  },
});

export const transportFieldsPrinted = rule({
  name: 'transport-fields-printed',
  box: '5',
  level: 'warn',
  source: guide,
  find: ({ transport }) => {
    if (transport.form === '') return [];
    const printed = [...(requiredFields[transport.form] ?? []), ...(optionalFields[transport.form] ?? [])];
    return allFields.flatMap((field) =>
      hitIf(
        !printed.includes(field) && !isBlank(transport[field]),
        `transport.${field}`,
        `選んだ書き方では${fieldNames[field].ja}は印刷されません。空にするか、書き方を選び直してください。`,
        `The chosen form does not print ${fieldNames[field].en}. Empty it, or choose another form.`,
      ),
    );
  },
});

// Recognised without their country; anything else is left to the examiner.
const foreignPorts =
  /^(?:shanghai|ningbo|shenzhen|yantian|qingdao|tianjin|xingang|dalian|xiamen|guangzhou|busan|pusan|incheon|kaohsiung|keelung|taipei|laem chabang|bangkok|port (?:k(?:e)?lang)|tanjung pelepas|jakarta|manila|ho chi minh(?: city)?|haiphong|rotterdam|hamburg|antwerp|felixstowe|los angeles|long beach|new york|oakland|seattle|vancouver|jebel ali|dubai|sydney|melbourne)\b/i;

export const loadedInJapan = rule({
  name: 'loaded-in-japan',
  box: '5',
  level: 'block',
  source: guide, // but for 仲介貿易, which is a certificate for foreign goods
  find: ({ transport }) => {
    const country = findCountryAtEnd(transport.from);
    const abroad = country === undefined ? foreignPorts.test(transport.from.trim()) : country.code !== 'JP';
    return hitIf(
      abroad,
      'transport.from',
      '積出地は日本の港・空港にしてください。',
      'The port of loading must be in Japan.',
    );
  },
});

export const dischargeCountryByName = rule({
  name: 'discharge-country-by-name',
  box: '5',
  level: 'block',
  source: guide,
  find: ({ transport }) => {
    const hint = countryHint(transport.toCountry);
    return hitIf(
      !isBlank(transport.toCountry) && findCountryByName(transport.toCountry) === undefined,
      'transport.toCountry',
      `「${transport.toCountry}」は国名として使えません。正式な国名か、認められた略称にしてください${hint.ja}。`,
      `"${transport.toCountry}" is not a country of the list. Give the official name or a listed short form${hint.en}.`,
    );
  },
});

const textFields = ['from', 'to', 'via', 'vessel', 'voyage', 'flight', 'courier', 'finalDestination'] as const;

function hitsInTexts(
  transport: OriginContent['transport'],
  pattern: RegExp,
  words: (found: string) => Omit<Hit, 'path'>,
) {
  return textFields.flatMap((field) => {
    const found = pattern.exec(transport[field])?.[0].trim();
    return found === undefined ? [] : [{ path: `transport.${field}`, ...words(found) }];
  });
}

export const transportDecided = rule({
  name: 'transport-decided',
  box: '5',
  level: 'block',
  source: fukuiGuide('5. Transport details'),
  find: ({ transport }) =>
    hitsInTexts(transport, /\s(?:and\/)?or\s/i, () => ({
      ja: '「or」は使えません。決まったものだけを入れてください。',
      en: '"or" cannot be used here. Give only what is fixed.',
    })),
});

export const transportMeansSingle = rule({
  name: 'transport-means-single',
  box: '5',
  level: 'block',
  source: fukuiGuide('5. Transport details'),
  find: ({ transport }) =>
    hitsInTexts(
      transport,
      /\b(?:train|rail|truck|vessel|ship|sea|air)\s*\/\s*(?:train|rail|truck|vessel|ship|sea|air)\b/i,
      (found) => ({
        ja: `「${found}」のような並記は使えません。実際の輸送手段を1つだけ選んでください。`,
        en: `"${found}" cannot be used here. Choose the one means of transport that is used.`,
      }),
    ),
});

export const transportDateReal = rule({
  name: 'transport-date-real',
  box: '5',
  level: 'block',
  fixed: true,
  source: guide,
  find: ({ transport }) =>
    hitIf(
      !isBlank(transport.date) && !isDay(transport.date),
      'transport.date',
      `「${transport.date}」という日付はありません。入れ直してください。`,
      `There is no date "${transport.date}". Enter it again.`,
    ),
});
