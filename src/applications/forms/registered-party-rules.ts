// The firm that makes a document, as its trade registration (貿易登録) has it.
import { findCountryByName } from '../countries.ts';
import type { Finding, Place } from '../finding.ts';
import type { Content, Facts } from './content.ts';
import { hitIf, isBlank, type Rule, ruleOf } from './rule.ts';

type Party = { name: string; address: string; country: string };

/** @param key the field of the content, which begins the rules' names; `ja` and `en` name the party in a sentence */
type Way<C> = { key: string; box: Place; ja: string; en: string; party: (content: C) => Party };

export const nameAsRegistered = <C extends Content>(way: Way<C>, source: string): Rule<C, Facts> =>
  ruleOf({
    name: `${way.key}-name-as-registered`,
    box: way.box,
    level: 'block',
    fixed: true,
    source,
    find: (content, { registered }) =>
      hitIf(
        way.party(content).name !== registered.name,
        `${way.key}.name`,
        `${way.ja}名は貿易登録の英文社名と、ピリオド・コンマ・空白まで同じにしてください: ${registered.name}`,
        `Give the ${way.en}'s name exactly as registered, with its full stops, commas and spaces: ${registered.name}`,
      ),
  });

export const addressGiven = <C extends Content>(way: Way<C>, source: string): Rule<C, Facts> =>
  ruleOf({
    name: `${way.key}-address-given`,
    box: way.box,
    level: 'block',
    source,
    find: (content) =>
      hitIf(
        isBlank(way.party(content).address),
        `${way.key}.address`,
        `${way.ja}の住所を入れてください。`,
        `Give the ${way.en}'s address.`,
      ),
  });

const addressKey = (address: string): string => address.replace(/\s+/g, ' ').trim();

/** @param of.ja, of.en what to make sure of before it goes on */
export const addressAsRegistered = <C extends Content>(
  way: Way<C>,
  of: { level: Finding['level']; source: string; ja: string; en: string },
): Rule<C, Facts> =>
  ruleOf({
    name: `${way.key}-address-as-registered`,
    box: way.box,
    level: of.level,
    source: of.source,
    find: (content, { registered }) => {
      const { address } = way.party(content);
      const isRegistered = registered.addresses.map(addressKey).includes(addressKey(address));
      return hitIf(
        !isBlank(address) && !isRegistered,
        `${way.key}.address`,
        `住所が貿易登録の英文住所と違います。${of.ja}`,
        `The address differs from the registered one. ${of.en}`,
      );
    },
  });

/** @param of.ja, of.en said behind what to do */
export const countryJapan = <C extends Content>(
  way: Way<C>,
  of: { source: string; ja: string; en: string },
): Rule<C, Facts> =>
  ruleOf({
    name: `${way.key}-country-japan`,
    box: way.box,
    level: 'block',
    source: of.source,
    find: (content) =>
      hitIf(
        findCountryByName(way.party(content).country)?.code !== 'JP',
        `${way.key}.country`,
        `${way.ja}の国名に JAPAN を入れてください${of.ja}。`,
        `Give JAPAN as the country of the ${way.en}${of.en}.`,
      ),
  });
