// Box 6: normally empty; what stands there has a title and belongs to this trade.
import { findCountry, findCountryAtEnd, findCountryByName } from '../../../countries.ts';
import { type Hit, hitIf, isBlank } from '../../rule.ts';
import type { OriginContent } from '../content.ts';
import { type banned, bannedIn } from './remark-phrases.ts';
import { findRemarkTitle } from './remark-titles.ts';
import { fukuiGuide, rule, tokyoGuide } from './rule.ts';

const guide = tokyoGuide('第6欄');
const fukui = fukuiGuide('6. Remarks');

// Fixed sentence for food to Taiwan (Osaka CCI, 台湾向け食品): the one remark that stands without a title.
const taiwanFood =
  /^This certificate of origin is issued by the Chamber of Commerce and Industry in accordance with the Chambers/i;
const taiwanPlace = /^(?:place of (?:manufacture|farming|production)|catching area)\b/i;
const isTaiwanFood = (remark: { title: string; text: string }): boolean =>
  taiwanFood.test(remark.text.trim()) || taiwanPlace.test(`${remark.title} ${remark.text}`.trim());

type Remark = OriginContent['remarks'][number];

/** Runs a test over every remark that is not the fixed sentence. */
function eachRemark({ remarks }: OriginContent, find: (remark: Remark, path: string) => readonly Hit[]): Hit[] {
  return remarks.flatMap((remark, index) => (isTaiwanFood(remark) ? [] : find(remark, `remarks.${index}`)));
}

/** What may not stand in a remark, at its text. */
function bannedAt(name: keyof typeof banned, text: string, path: string): Hit[] {
  const words = bannedIn(name, text);
  return words === undefined ? [] : [{ path: `${path}.text`, ...words }];
}

export const remarkTitled = rule({
  name: 'remark-titled',
  box: '6',
  level: 'block',
  source: guide,
  find: (content) =>
    eachRemark(content, ({ title }, path) =>
      hitIf(
        isBlank(title),
        `${path}.title`,
        '備考には見出しを付けてください(例: L/C Number)。',
        'Give the remark a title (L/C Number, for example).',
      ),
    ),
});

export const remarkTitleListed = rule({
  name: 'remark-title-listed',
  box: '6',
  level: 'warn',
  source: guide,
  find: (content) =>
    eachRemark(content, ({ title }, path) =>
      hitIf(
        !isBlank(title) && findRemarkTitle(title) === undefined,
        `${path}.title`,
        `見出し「${title.trim()}」は一覧にありません。備考に書ける事項か、審査で確認されます。`,
        `The title "${title.trim()}" is not on the list. The examiner will ask whether it may stand here.`,
      ),
    ),
});

export const remarkTextGiven = rule({
  name: 'remark-text-given',
  box: '6',
  level: 'block',
  source: guide,
  find: (content) =>
    eachRemark(content, ({ text }, path) =>
      hitIf(
        isBlank(text),
        `${path}.text`,
        '備考の内容を入れるか、この備考を削除してください。',
        'Give the text of the remark, or delete it.',
      ),
    ),
});

export const remarkWithoutPronoun = rule({
  name: 'remark-without-pronoun',
  box: '6',
  level: 'block',
  source: guide, // `our order` → `Order Number`
  find: (content) => eachRemark(content, ({ title, text }, path) => bannedAt('pronoun', `${title}\n${text}`, path)),
});

export const remarkWithoutOath = rule({
  name: 'remark-without-oath',
  box: '6',
  level: 'block',
  source: guide,
  find: (content) => eachRemark(content, ({ text }, path) => bannedAt('oath', text, path)),
});

export const remarkWithoutReference = rule({
  name: 'remark-without-reference',
  box: '6',
  level: 'block',
  source: fukui,
  find: (content) => eachRemark(content, ({ title, text }, path) => bannedAt('reference', `${title}\n${text}`, path)),
});

export const remarkWithoutAmount = rule({
  name: 'remark-without-amount',
  box: '6',
  level: 'block',
  source: guide,
  find: (content) => eachRemark(content, ({ text }, path) => bannedAt('amount', text, path)),
});

export const tradeTermsWithPlace = rule({
  name: 'trade-terms-with-place',
  box: '6',
  level: 'block',
  source: guide, // `FOB TOKYO`
  find: (content) =>
    eachRemark(content, ({ text }, path) => {
      const term = /^(EXW|FCA|FAS|FOB|CFR|C&F|CNF|CIF|CPT|CIP|DAP|DPU|DDP)\.?$/i.exec(text.trim())?.[1];
      return hitIf(
        term !== undefined,
        `${path}.text`,
        `取引条件には地名を付けてください(例: ${term} TOKYO)。`,
        `Give the place of the trade terms (${term} TOKYO).`,
      );
    }),
});

export const remarkPartyInFull = rule({
  name: 'remark-party-in-full',
  box: '6',
  level: 'block',
  source: guide, // name, address and country of each
  find: (content) =>
    eachRemark(content, ({ title, text }, path) =>
      hitIf(
        findRemarkTitle(title)?.party === true && !isBlank(text) && findCountryAtEnd(text) === undefined,
        `${path}.text`,
        `${title.trim().replace(/:$/, '')} は名前・住所・国名まで入れてください(最後に国名)。`,
        `Give name, address and country of the ${title.trim().replace(/:$/, '')}, the country last.`,
      ),
    ),
});

function destinationCodes({ transport, consignee, request }: OriginContent): string[] {
  const countries = [
    findCountryByName(transport.toCountry),
    findCountryByName(consignee.country),
    findCountryAtEnd(transport.finalDestination),
    findCountry(request.destination),
  ];
  return countries.flatMap((country) => (country === undefined ? [] : [country.code]));
}

export const endUserInDestination = rule({
  name: 'end-user-in-destination',
  box: '6',
  level: 'block',
  source: guide, // End user: its country is the destination
  find: (content) =>
    eachRemark(content, ({ title, text }, path) => {
      const country = findRemarkTitle(title)?.title === 'End user' ? findCountryAtEnd(text) : undefined;
      const known = destinationCodes(content);
      return hitIf(
        country !== undefined && known.length > 0 && !known.includes(country.code),
        `${path}.text`,
        'End user の国を仕向国に合わせてください。',
        'The end user must be in the country of destination.',
      );
    }),
});
