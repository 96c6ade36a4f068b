// Box 7: what the goods are – things, named so that anyone knows them, and nothing else.
import { findCountryByName } from '../../../countries.ts';
import { hitIf, isBlank } from '../../rule.ts';
import type { OriginContent } from '../content.ts';
import { carrier, notGoods, placesInJapan, questioned, references, softwareAlone } from './description-phrases.ts';
import { eachLine, fukuiGuide, nagoyaForm, rule } from './rule.ts';

const tokyoGoods = '東京商工会議所「商品名に使用できない文言・あいまいな表現を含む場合」';
const fukui = fukuiGuide('7. Description of goods');

export const goodsGiven = rule({
  name: 'goods-given',
  box: '7',
  level: 'block',
  source: '大阪商工会議所「オンライン発給の特徴」アタッチシート(すべての産品を入力)',
  find: ({ goods }) =>
    hitIf(
      goods.length === 0,
      'goods',
      '商品を1行以上入れてください。別紙は使えないため、すべての商品を入力します。',
      'Enter at least one line of goods. There is no attached sheet: every item is entered.',
    ),
});

export const descriptionGiven = rule({
  name: 'description-given',
  box: '7',
  level: 'block',
  source: nagoyaForm('第7欄'),
  find: ({ goods }) =>
    eachLine(goods, ({ description }, path) =>
      hitIf(
        isBlank(description),
        `${path}.description`,
        '商品名を入れてください。',
        'Give the description of the goods.',
      ),
    ),
});

export const descriptionIsGoods = rule({
  name: 'description-is-goods',
  box: '7',
  level: 'block',
  source: fukui,
  find: ({ goods }) =>
    eachLine(goods, ({ description }, path) => {
      const found = notGoods
        .map((pattern) => pattern.exec(description)?.[0].trim())
        .find((match) => match !== undefined);
      return hitIf(
        found !== undefined,
        `${path}.description`,
        `「${found}」は物品ではないため記載できません。この行または語句を削除してください。`,
        `"${found}" is not goods and cannot be used here. Delete the line or the words.`,
      );
    }),
});

export const softwareOnCarrier = rule({
  name: 'software-on-carrier',
  box: '7',
  level: 'block',
  source: fukui, // `CD-R(ABCD Software)`
  find: ({ goods }) =>
    eachLine(goods, ({ description }, path) =>
      hitIf(
        softwareAlone.test(description) && !carrier.test(description),
        `${path}.description`,
        'ソフトウェアだけでは記載できません。CD-R(ABCD Software) のように、媒体の名前にしてください。',
        'Software alone cannot be used here. Name its carrier: CD-R(ABCD Software).',
      ),
    ),
});

export const descriptionQuestioned = rule({
  name: 'description-questioned',
  box: '7',
  level: 'warn',
  source: tokyoGoods,
  find: ({ goods }) =>
    eachLine(goods, ({ description }, path) =>
      questioned.flatMap(({ pattern, ja, en }) => {
        const found = pattern.exec(description)?.[0].trim();
        return hitIf(
          found !== undefined,
          `${path}.description`,
          `「${found}」は${ja}。削除するか、書面で説明してください。`,
          `"${found}" ${en}. Delete it, or explain it in writing.`,
        );
      }),
    ),
});

export const descriptionStandsAlone = rule({
  name: 'description-stands-alone',
  box: '7',
  level: 'block',
  source: fukui, // `as per proforma invoice No.`, `Details as per attached contract`
  find: ({ goods }) =>
    eachLine(goods, ({ description }, path) => {
      const found = references.map(({ pattern }) => pattern.exec(description)?.[0].trim()).find(Boolean);
      return hitIf(
        found !== undefined,
        `${path}.description`,
        `「${found}」は他の書類を参照しているため記載できません。削除してください。`,
        `"${found}" refers to another paper. Delete it.`,
      );
    }),
});

export const descriptionWithoutYear = rule({
  name: 'description-without-year',
  box: '7',
  level: 'warn',
  source: tokyoGoods, // "Brown rice 2024"
  find: ({ goods }) =>
    eachLine(goods, ({ description }, path) => {
      const year = /(?<![\w.,-])(?:19[5-9]\d|20[0-4]\d)(?![\w,-]|\.\d)/.exec(description)?.[0];
      return hitIf(
        year !== undefined,
        `${path}.description`,
        `「${year}」が生産年と読めます。生産年は記載できません。型番などのときは、審査で確認されます。`,
        `"${year}" reads like a year of production, which cannot be used here. The examiner will ask.`,
      );
    }),
});

/** Taiwan and Thailand ask for the prefecture of food; the chambers then allow it. */
function prefectureAllowed({ request, transport, consignee }: OriginContent): boolean {
  const codes = [
    request.destination,
    findCountryByName(transport.toCountry)?.code,
    findCountryByName(consignee.country)?.code,
  ];
  return codes.some((code) => code === 'TW' || code === 'TH');
}

export const descriptionWithoutPrefecture = rule({
  name: 'description-without-prefecture',
  box: '7',
  level: 'warn',
  source: tokyoGoods,
  find: (content) => {
    if (prefectureAllowed(content)) return [];
    return eachLine(content.goods, ({ description }, path) => {
      const found = placesInJapan.exec(description)?.[0];
      return hitIf(
        found !== undefined,
        `${path}.description`,
        `「${found}」が生産地と読めます。都道府県・市町村は記載できません。商標などのときは、審査で確認されます。`,
        `"${found}" reads like the place of make. Prefectures and cities cannot be used here. The examiner will ask.`,
      );
    });
  },
});

const middleEast = new Set(['AE', 'BH', 'IQ', 'IR', 'JO', 'KW', 'LB', 'OM', 'QA', 'SA', 'SY', 'YE', 'EG', 'LY', 'SD']);
const oath = /\bwe\s+(?:hereby\s+)?\w+/i;

function towardsMiddleEast({ request, transport }: OriginContent): boolean {
  return middleEast.has(request.destination) || middleEast.has(findCountryByName(transport.toCountry)?.code ?? '');
}

export const descriptionWithoutOath = rule({
  name: 'description-without-oath',
  box: '7',
  level: 'block',
  source: fukui,
  find: (content) =>
    eachLine(content.goods, ({ description }, path) =>
      hitIf(
        oath.test(description) && !towardsMiddleEast(content),
        `${path}.description`,
        '「We …」の文は記載できません。削除してください。',
        'A sentence "We …" cannot be used here. Delete it.',
      ),
    ),
});

export const oathForConsulate = rule({
  name: 'oath-for-consulate',
  box: '7',
  level: 'warn',
  source: fukui, // only towards the Middle East, only where a consulate requires it
  find: (content) =>
    eachLine(content.goods, ({ description }, path) =>
      hitIf(
        oath.test(description) && towardsMiddleEast(content),
        `${path}.description`,
        '「We …」の文は、領事館が求める日本産などの宣誓に限り認められます。求めが分かる資料を添付してください。',
        'A sentence "We …" is allowed only as the oath that a consulate requires. Attach what shows the requirement.',
      ),
    ),
});

export const descriptionNamesGoods = rule({
  name: 'description-names-goods',
  box: '7',
  level: 'warn',
  source: nagoyaForm('第7欄'), // 「具体的かつ一般的な商品名(HSコード6桁相当)」; a brand or a code alone is refused
  find: ({ goods }) =>
    eachLine(goods, ({ description }, path) =>
      hitIf(
        !isBlank(description) && !/(?<![\p{L}\d]|\d-)\p{L}{3,}(?![\p{L}\d]|-\d)/u.test(description),
        `${path}.description`,
        '型番だけのようです。HSコード6桁程度の、具体的で一般的な商品名を入れてください(例: BALL BEARINGS)。',
        'This looks like a code alone. Give the common name of the goods, as exact as a 6-digit HS code (BALL BEARINGS).',
      ),
    ),
});

export const hsCodeSixDigits = rule({
  name: 'hs-code-six-digits',
  box: '7',
  level: 'block',
  source: '世界税関機構 HS条約(6桁)',
  find: ({ goods }) =>
    eachLine(goods, ({ hsCode }, path) =>
      hitIf(
        !isBlank(hsCode) && !/^\d{4}\.?\d{2}$/.test(hsCode.trim()),
        `${path}.hsCode`,
        `HSコード「${hsCode.trim()}」は6桁の数字にしてください(例: 0101.21)。Excel で先頭や末尾の0が消えたときは、セルを「文字列」にして入れ直してください。`,
        `The HS code "${hsCode.trim()}" must have six digits (0101.21). Where Excel dropped a 0, make the cell "Text" and type it again.`,
      ),
    ),
});
