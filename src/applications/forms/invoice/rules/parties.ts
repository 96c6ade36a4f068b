// Boxes 1 to 3: the applicant as registered, the other party, and who receives the goods.
import { findCountryByName } from '../../../countries.ts';
import { countryHint } from '../../origin/rules/country-hint.ts';
import * as registered from '../../registered-party-rules.ts';
import { hitIf, isBlank } from '../../rule.ts';
import type { InvoiceContent } from '../content.ts';
import { ours, rule, tokyoDocument, tokyoInvoice } from './rule.ts';

const exporter = {
  key: 'exporter',
  box: '1',
  ja: '輸出者(作成者)',
  en: 'issuer',
  party: (content: InvoiceContent) => content.exporter,
} as const;

// 「発行者=申請者、英文社名はピリオド・コンマ・スペースまで登録と一致」
export const exporterNameAsRegistered = registered.nameAsRegistered(exporter, tokyoDocument);
export const exporterAddressGiven = registered.addressGiven(exporter, tokyoInvoice);
export const exporterAddressAsRegistered = registered.addressAsRegistered(exporter, {
  ...{ level: 'warn', source: tokyoDocument },
  ja: 'この書類の作成者の住所か確かめてください。',
  en: 'Make sure that it is the address of who makes this document.',
});
export const exporterCountryJapan = registered.countryJapan(exporter, { source: ours, ja: '', en: '' });

export const buyerNameGiven = rule({
  name: 'buyer-name-given',
  box: '2',
  level: 'block',
  source: tokyoInvoice,
  find: ({ buyer }) =>
    hitIf(
      isBlank(buyer.name),
      'buyer.name',
      '相手方(買主・宛先)の名前を入れてください。',
      'Give the name of the other party: the buyer, or who it is addressed to.',
    ),
});

export const buyerAddressGiven = rule({
  name: 'buyer-address-given',
  box: '2',
  level: 'block',
  source: ours,
  find: ({ buyer }) =>
    hitIf(
      isBlank(buyer.address),
      'buyer.address',
      '相手方(買主・宛先)の住所を入れてください。',
      'Give the address of the other party.',
    ),
});

export const buyerCountryByName = rule({
  name: 'buyer-country-by-name',
  box: '2',
  level: 'block',
  source: ours,
  find: ({ buyer: { country } }) => {
    const hint = countryHint(country);
    return hitIf(
      findCountryByName(country) === undefined,
      'buyer.country',
      isBlank(country)
        ? '相手方(買主・宛先)の国名を入れてください。'
        : `「${country.trim()}」は国名の一覧にありません。正式な国名にしてください${hint.ja}。`,
      isBlank(country)
        ? 'Give the country of the other party.'
        : `"${country.trim()}" is not a country of the list. Give its official name${hint.en}.`,
    );
  },
});

const nameKey = (name: string): string =>
  name
    .replace(/[\s.,]+/g, ' ')
    .trim()
    .toUpperCase();

export const buyerIsAnother = rule({
  name: 'buyer-is-another',
  box: '2',
  level: 'block',
  source: ours,
  find: ({ exporter: issuer, buyer }) =>
    hitIf(
      !isBlank(buyer.name) && nameKey(buyer.name) === nameKey(issuer.name),
      'buyer.name',
      '相手方が第1欄と同じ会社です。買主・宛先の会社名にしてください。',
      'The other party is the firm of box 1. Give the buyer, or who it is addressed to.',
    ),
});

export const consigneeWhole = rule({
  name: 'consignee-whole',
  box: '3',
  level: 'block',
  source: ours,
  find: ({ consignee }) => {
    const fields = ['name', 'address', 'country'] as const;
    if (fields.every((field) => isBlank(consignee[field])) || /^to\s+(?:the\s+)?order\b/i.test(consignee.name.trim()))
      return [];
    return fields.flatMap((field) =>
      hitIf(
        isBlank(consignee[field]),
        `consignee.${field}`,
        '荷受人を記載するときは、名前・住所・国名をすべて入れてください(To order のときは名前の欄だけで足ります)。買主と同じときは、すべて空にします。',
        "Give the consignee's name, address and country (`To order` alone will do), or none of them where it is the party of box 2.",
      ),
    );
  },
});

export const consigneeCountryByName = rule({
  name: 'consignee-country-by-name',
  box: '3',
  level: 'block',
  source: ours,
  find: ({ consignee: { country } }) => {
    const hint = countryHint(country);
    return hitIf(
      !isBlank(country) && findCountryByName(country) === undefined,
      'consignee.country',
      `「${country.trim()}」は国名の一覧にありません。正式な国名にしてください${hint.ja}。`,
      `"${country.trim()}" is not a country of the list. Give its official name${hint.en}.`,
    );
  },
});
