// Boxes 1 and 2: who declares, and to whom; and who made the products.
import { findCountryByName } from '../../../countries.ts';
import * as addressed from '../../addressee-rules.ts';
import * as registered from '../../registered-party-rules.ts';
import { type Hit, hitIf, isBlank } from '../../rule.ts';
import { partsFor, type SignatureContent } from '../content.ts';
import { ownChoice, rule, tokyoSign } from './rule.ts';

const declarant = {
  key: 'declarant',
  box: '1',
  ja: '宣誓者',
  en: 'declarant',
  party: (content: SignatureContent) => content.declarant,
} as const;

const registration = tokyoSign('貿易登録の英文社名・サイン');

export const declarantNameAsRegistered = registered.nameAsRegistered(declarant, registration);
export const declarantAddressGiven = registered.addressGiven(declarant, registration);
export const declarantAddressAsRegistered = registered.addressAsRegistered(declarant, {
  level: 'warn',
  source: registration,
  ja: '理由があるか確かめてください。',
  en: 'Make sure that there is a reason.',
});
export const declarantCountryJapan = registered.countryJapan(declarant, { source: registration, ja: '', en: '' });

export const addresseeNameGiven = addressed.addresseeNameGiven(ownChoice('宛先'));
export const addresseeCountryByName = addressed.addresseeCountryByName(ownChoice('宛先'));

export const makerGiven = rule({
  name: 'maker-given',
  box: '4',
  level: 'block',
  source: ownChoice('製造者'),
  find: (content): Hit[] => {
    if (!partsFor(content).maker) return [];
    const { maker } = content;
    return [
      ...hitIf(
        isBlank(maker.name),
        'maker.name',
        '製造者の名称を入れてください。',
        'Give the name of the manufacturer.',
      ),
      ...hitIf(
        isBlank(maker.address),
        'maker.address',
        '製造者の住所を入れてください。',
        'Give the address of the manufacturer.',
      ),
      ...hitIf(
        findCountryByName(maker.country) === undefined,
        'maker.country',
        '製造者の国名を正式な名称で入れてください(例: JAPAN)。',
        'Give the official name of the country of the manufacturer, such as JAPAN.',
      ),
    ];
  },
});

export const plantGiven = rule({
  name: 'plant-given',
  box: '4',
  level: 'block',
  source: ownChoice('製造所'),
  find: (content): Hit[] => {
    if (!partsFor(content).plant) return [];
    const { plant } = content;
    return [
      ...hitIf(
        isBlank(plant.name),
        'plant.name',
        '製造所(工場)の名称を入れてください。',
        'Give the name of the place of manufacture.',
      ),
      ...hitIf(
        isBlank(plant.address),
        'plant.address',
        '製造所(工場)の所在地を入れてください。',
        'Give the address of the place of manufacture.',
      ),
    ];
  },
});
