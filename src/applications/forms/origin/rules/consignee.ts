// Box 2: who receives the goods abroad – one company, one address, a country by name.
import { findCountryAtEnd, findCountryByName } from '../../../countries.ts';
import { type Hit, hitIf, isBlank } from '../../rule.ts';
import type { OriginContent } from '../content.ts';
import { countryHint } from './country-hint.ts';
import { fukuiGuide, rule, tokyoGuide } from './rule.ts';
import { showsRoute } from './transport-forms.ts';

const guide = tokyoGuide('第2欄');

/** `To order` alone names nobody. */
const names = ({ consignee }: OriginContent): boolean => consignee.form !== 'to-order';
const named = ({ consignee }: OriginContent): boolean => consignee.form === 'named';

export const consigneeNameGiven = rule({
  name: 'consignee-name-given',
  box: '2',
  level: 'block',
  source: guide,
  find: (content) =>
    hitIf(
      names(content) && isBlank(content.consignee.name),
      'consignee.name',
      named(content) ? '荷受人の名前を入れてください。' : '「To order of」に続く銀行名・会社名を入れてください。',
      named(content) ? 'Give the name of the consignee.' : 'Give the bank or company that follows "To order of".',
    ),
});

export const consigneeAddressGiven = rule({
  name: 'consignee-address-given',
  box: '2',
  level: 'block',
  source: guide, // 「会社名のみの記載は認められません」
  find: (content) =>
    hitIf(
      named(content) && isBlank(content.consignee.address),
      'consignee.address',
      '荷受人の住所を入れてください。',
      'Give the address of the consignee.',
    ),
});

export const consigneeCountryGiven = rule({
  name: 'consignee-country-given',
  box: '2',
  level: 'block',
  source: guide,
  find: (content) =>
    hitIf(
      named(content) && isBlank(content.consignee.country),
      'consignee.country',
      '荷受人の国名を入れてください。',
      "Give the consignee's country.",
    ),
});

export const consigneeCountryByName = rule({
  name: 'consignee-country-by-name',
  box: '2',
  level: 'block',
  source: guide, // 「国名は正式名称を記載してください。略称は…『記載例』に従って」
  find: (content) => {
    const { country } = content.consignee;
    const hint = countryHint(country);
    return hitIf(
      names(content) && !isBlank(country) && findCountryByName(country) === undefined,
      'consignee.country',
      `「${country}」は国名として使えません。正式な国名か、認められた略称にしてください${hint.ja}。`,
      `"${country}" is not a country of the list. Give the official name or a listed short form${hint.en}.`,
    );
  },
});

export const consigneeAbroad = rule({
  name: 'consignee-abroad',
  box: '2',
  level: 'block',
  source: guide, // 「所在地が日本国内の企業・個人名が記載されているもの…は認められません」
  find: (content) => {
    const { country, address } = content.consignee;
    const inJapan = [findCountryByName(country), findCountryAtEnd(address)].some((found) => found?.code === 'JP');
    return hitIf(
      named(content) && inJapan,
      isBlank(country) ? 'consignee.address' : 'consignee.country',
      '荷受人は海外の会社・個人にしてください。日本国内の荷受人では発給できません。',
      'The consignee must be abroad: no certificate is issued for a consignee in Japan.',
    );
  },
});

export const consigneeWithoutPrefix = rule({
  name: 'consignee-without-prefix',
  box: '2',
  level: 'block',
  source: guide, // 「社名の前にToやM/S (Messrs)等は記載できません」
  find: (content) => {
    const prefix = /^(?:to\s*[:.]?\s+(?!order\b)|m\/s\b\.?|messrs\b\.?)/i
      .exec(content.consignee.name.trim())?.[0]
      .trim();
    return hitIf(
      prefix !== undefined,
      'consignee.name',
      `社名の前の「${prefix}」を削除してください。`,
      `Delete "${prefix}" in front of the name.`,
    );
  },
});

export const toOrderByItsForm = rule({
  name: 'to-order-by-its-form',
  box: '2',
  level: 'block',
  source: guide,
  find: ({ consignee }) =>
    hitIf(
      /^to\s+(?:the\s+)?order\b/i.test(consignee.name.trim()),
      'consignee.name',
      '「To order」は荷受人の種類で選び、名前の欄には銀行名・会社名だけを入れてください。',
      'Choose "To order" as the form of consignee, and give the bank or company alone as the name.',
    ),
});

const secondParty = /\band\s*\/\s*or\b|\bc\/o\b|\bcare of\b|\bon behalf of\b|\bnotify\b|\balso\b/i;

/** Two companies or two addresses in one box; a person judges, since `A & B Co., Ltd.` is one company. */
export const consigneeOneCompany = rule({
  name: 'consignee-one-company',
  box: '2',
  level: 'warn',
  source: guide, // 「1つの会社、1つの住所しか記載できません」
  find: (content) => {
    const { name, address } = content.consignee;
    const hits: Hit[] = [];
    for (const [path, text] of [
      ['consignee.name', name],
      ['consignee.address', address],
    ] as const) {
      const word = secondParty.exec(text)?.[0];
      if (word === undefined) continue;
      hits.push({
        path,
        ja: `「${word}」があります。荷受人は1つの会社、1つの住所だけにしてください。`,
        en: `There is "${word}". Name one company with one address only.`,
      });
    }
    return named(content) ? hits : [];
  },
});

const secondAddress = /\b(?:factory|warehouse|plant|branch|head office|office)\s*(?:address)?\s*:/gi;

export const consigneeOneAddress = rule({
  name: 'consignee-one-address',
  box: '2',
  level: 'warn',
  source: guide, // 「海外企業A社+A社と同一企業のオフィス・工場の併記は不可」
  find: ({ consignee }) =>
    hitIf(
      (consignee.address.match(secondAddress) ?? []).length > 0,
      'consignee.address',
      '事務所や工場の住所が併記されていないか確かめ、住所は1つだけにしてください。',
      'Make sure that no office or factory address stands beside the first: give one address only.',
    ),
});

export const toOrderNeedsRoute = rule({
  name: 'to-order-needs-route',
  box: '2',
  level: 'block',
  source: fukuiGuide('2. Consignee'), // forms a–d; the Tokyo guide adds s
  find: ({ consignee, transport }) =>
    hitIf(
      consignee.form !== 'named' && !showsRoute(transport.form),
      'transport.form',
      '荷受人が「To order」のときは、仕向地が分かるよう、第5欄を From … to … の形(a〜d または s)にしてください。',
      'With "To order", box 5 must show the destination: choose a form From … to … (a to d, or s).',
    ),
});
