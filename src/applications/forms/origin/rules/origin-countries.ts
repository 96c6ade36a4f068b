// Box 4, and the origin of each line in box 7 where there are several.
import { findCountryByName } from '../../../countries.ts';
import { hitIf, isBlank } from '../../rule.ts';
import { countryHint } from './country-hint.ts';
import { nagoyaForm, rule, tokyoGuide } from './rule.ts';

export const originGiven = rule({
  name: 'origin-given',
  box: '4',
  level: 'block',
  source: nagoyaForm('第4欄'),
  find: ({ originCountries }) =>
    hitIf(
      originCountries.every(isBlank),
      'originCountries',
      '原産国を入れてください(日本産は JAPAN)。',
      'Give the country of origin (JAPAN for Japanese goods).',
    ),
});

export const originByName = rule({
  name: 'origin-by-name',
  box: '4',
  level: 'block',
  source: nagoyaForm('第4欄'), // 「国名の記号等での表記は不可」
  find: ({ originCountries }) =>
    originCountries.flatMap((country, index) => {
      const hint = countryHint(country);
      return hitIf(
        !isBlank(country) && findCountryByName(country) === undefined,
        `originCountries.${index}`,
        `「${country}」は国名として使えません。正式な国名か、認められた略称にしてください${hint.ja}。`,
        `"${country}" is not a country of the list. Give the official name or a listed short form${hint.en}.`,
      );
    }),
});

export const originOnce = rule({
  name: 'origin-once',
  box: '4',
  level: 'block',
  source: nagoyaForm('第4欄'),
  find: ({ originCountries }) => {
    const codes = originCountries.map((country) => findCountryByName(country)?.code);
    return codes.flatMap((code, index) =>
      hitIf(
        code !== undefined && codes.indexOf(code) < index,
        `originCountries.${index}`,
        '同じ原産国が2度あります。1つにしてください。',
        'The same country of origin is there twice. Keep one.',
      ),
    );
  },
});

export const isForeign = (name: string): boolean => {
  const country = findCountryByName(name);
  return country !== undefined && country.code !== 'JP';
};

const foreignWords = (name: string): { ja: string; en: string } => ({
  ja: `${name} 産の商品は、外国産の原産地証明で申請してください。この申請は日本産だけです。`,
  en: `Goods of ${name} need the certificate for foreign goods. This application is for Japanese goods only.`,
});

export const originJapanOnly = rule({
  name: 'origin-japan-only',
  box: '4',
  level: 'block',
  source: '千葉商工会議所「非特恵オンラインシステム」(日本産と外国産は1件に混ぜられない)',
  find: ({ originCountries }) =>
    originCountries.flatMap((country, index) => {
      const { ja, en } = foreignWords(country.trim());
      return hitIf(isForeign(country), `originCountries.${index}`, ja, en);
    }),
});

export const lineOriginJapanOnly = rule({
  name: 'line-origin-japan-only',
  box: '7',
  level: 'block',
  source: '千葉商工会議所「非特恵オンラインシステム」(日本産と外国産は1件に混ぜられない)',
  find: ({ goods }) =>
    goods.flatMap((line, index) => {
      const { ja, en } = foreignWords(line.origin.trim());
      return hitIf(isForeign(line.origin), `goods.${index}.origin`, ja, en).map((hit) => ({ ...hit, row: index + 1 }));
    }),
});

export const lineOriginByName = rule({
  name: 'line-origin-by-name',
  box: '7',
  level: 'block',
  source: nagoyaForm('第4欄'),
  find: ({ goods }) =>
    goods.flatMap(({ origin }, index) => {
      if (isBlank(origin) || findCountryByName(origin) !== undefined) return [];
      const hint = countryHint(origin);
      return [
        {
          path: `goods.${index}.origin`,
          row: index + 1,
          ja: `「${origin}」は国名として使えません。正式な国名か、認められた略称にしてください${hint.ja}。`,
          en: `"${origin}" is not a country of the list. Give the official name or a listed short form${hint.en}.`,
        },
      ];
    }),
});

export const lineOriginInBox4 = rule({
  name: 'line-origin-in-box-4',
  box: '7',
  level: 'block',
  source: tokyoGuide('第4欄'),
  find: ({ goods, originCountries }) => {
    const declared = new Set(originCountries.map((country) => findCountryByName(country)?.code));
    if (originCountries.every(isBlank)) return []; // origin-given says so once
    return goods.flatMap(({ origin }, index) => {
      const code = findCountryByName(origin)?.code;
      return hitIf(
        code !== undefined && !declared.has(code),
        `goods.${index}.origin`,
        `原産国「${origin.trim()}」が第4欄にありません。第4欄にも入れるか、この行を直してください。`,
        `The origin "${origin.trim()}" is not in box 4. Add it there, or mend this line.`,
      ).map((hit) => ({ ...hit, row: index + 1 }));
    });
  },
});

export const lineOriginWhenSeveral = rule({
  name: 'line-origin-when-several',
  box: '7',
  level: 'block',
  source: tokyoGuide('第7欄'), // 「Copy Machine 1 unit (origin Japan)」
  find: ({ goods, originCountries }) => {
    if (originCountries.filter((country) => !isBlank(country)).length < 2) return [];
    return goods.flatMap((line, index) =>
      hitIf(
        isBlank(line.origin),
        `goods.${index}.origin`,
        '原産国が2つ以上あるときは、商品ごとに原産国を入れてください。',
        'With several countries of origin, give the origin of each item.',
      ).map((hit) => ({ ...hit, row: index + 1 })),
    );
  },
});
