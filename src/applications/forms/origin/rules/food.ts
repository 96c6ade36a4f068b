// Food to Taiwan and Thailand: the certificate may say from which prefecture it is.
import { findCountry, findCountryByName } from '../../../countries.ts';
import { type Hit, hitIf, isBlank } from '../../rule.ts';
import type { OriginContent } from '../content.ts';
import { rule } from './rule.ts';

const osakaFood = '大阪商工会議所「台湾向け日本産食品の原産地証明」';
const codes = { taiwan: 'TW', thailand: 'TH' } as const;
const names = { taiwan: { ja: '台湾', en: 'Taiwan' }, thailand: { ja: 'タイ', en: 'Thailand' } } as const;

export const foodPlaceGiven = rule({
  name: 'food-place-given',
  box: '6',
  level: 'block',
  source: osakaFood,
  find: ({ food }): Hit[] => {
    if (food === undefined || food.to === '') return [];
    return [
      ...hitIf(
        food.place === '',
        'food.place',
        '生産地の書き方(製造・農産・生産・漁獲)を選んでください。',
        'Choose how the place is named: manufacture, farming, production or catching area.',
      ),
      ...hitIf(
        isBlank(food.prefecture),
        'food.prefecture',
        '都道府県名を英字で入れてください(例: Hokkaido)。',
        'Give the prefecture (Hokkaido, for example).',
      ),
    ];
  },
});

function destinations({ transport, consignee, request }: OriginContent): string[] {
  const found = [
    findCountry(request.destination),
    findCountryByName(transport.toCountry),
    findCountryByName(consignee.country),
  ];
  return found.flatMap((country) => (country === undefined ? [] : [country.code]));
}

export const foodToItsDestination = rule({
  name: 'food-to-its-destination',
  box: '6',
  level: 'block',
  source: osakaFood,
  find: (content) => {
    const to = content.food?.to ?? '';
    if (to === '') return [];
    const known = destinations(content);
    return hitIf(
      known.length > 0 && !known.includes(codes[to]),
      'food.to',
      `${names[to].ja}向け食品の記載は、仕向国が${names[to].ja}のときだけにしてください。`,
      `The wording for food to ${names[to].en} stands only where the destination is ${names[to].en}.`,
    );
  },
});

export const foodClassChosen = rule({
  name: 'food-class-chosen',
  box: '6',
  level: 'warn',
  source: osakaFood,
  find: ({ food, request }) =>
    hitIf(
      food !== undefined && food.to !== '' && request.goodsClass !== '' && request.goodsClass !== 'foodstuffs',
      'food.to',
      '食品の記載がありますが、主な品目が食料品ではありません。どちらかを確かめてください。',
      'There is wording for food, but the main class of goods is another. Check one of them.',
    ),
});
