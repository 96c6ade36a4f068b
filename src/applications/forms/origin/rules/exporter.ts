// Box 1: the exporter, as registered.
import { findCountryByName } from '../../../countries.ts';
import { hitIf, isBlank } from '../../rule.ts';
import { fukuiGuide, osakaForm, rule } from './rule.ts';

const shizuoka = '静岡商工会議所「記載欄別記載要領」第1欄';

export const exporterNameAsRegistered = rule({
  name: 'exporter-name-as-registered',
  box: '1',
  level: 'block',
  source: shizuoka, // 「ピリオド・コンマ・スペース含めて完全一致」
  find: ({ exporter }, { registered }) =>
    hitIf(
      exporter.name !== registered.name,
      'exporter.name',
      `輸出者名は貿易登録の英文社名と、ピリオド・コンマ・空白まで同じにしてください: ${registered.name}`,
      `Give the exporter's name exactly as registered, with its full stops, commas and spaces: ${registered.name}`,
    ),
});

export const exporterAddressGiven = rule({
  name: 'exporter-address-given',
  box: '1',
  level: 'block',
  source: osakaForm('第1欄'),
  find: ({ exporter }) =>
    hitIf(
      isBlank(exporter.address),
      'exporter.address',
      '輸出者の住所を入れてください。',
      "Give the exporter's address.",
    ),
});

const addressKey = (address: string): string => address.replace(/\s+/g, ' ').trim();

/** A warning only: Osaka wants the registered address, Shizuoka the one of the invoice. */
export const exporterAddressAsRegistered = rule({
  name: 'exporter-address-as-registered',
  box: '1',
  level: 'warn',
  source: osakaForm('第1欄'),
  find: ({ exporter }, { registered }) =>
    hitIf(
      !isBlank(exporter.address) && !registered.addresses.map(addressKey).includes(addressKey(exporter.address)),
      'exporter.address',
      '住所が貿易登録の英文住所と違います。インボイスのとおりか確かめてください。',
      'The address differs from the registered one. Make sure that it is the one of the invoice.',
    ),
});

export const exporterCountryJapan = rule({
  name: 'exporter-country-japan',
  box: '1',
  level: 'block',
  source: fukuiGuide('1. Exporter'),
  find: ({ exporter }) =>
    hitIf(
      findCountryByName(exporter.country)?.code !== 'JP',
      'exporter.country',
      '輸出者の国名に JAPAN を入れてください(インボイスに国名がなくても必要です)。',
      'Give JAPAN as the country of the exporter, even where the invoice does not.',
    ),
});

export const exporterOnBehalf = rule({
  name: 'exporter-on-behalf',
  box: '1',
  level: 'warn',
  source: fukuiGuide('1. Exporter'),
  find: ({ exporter }) =>
    hitIf(
      /\bon behalf of\b/i.test(`${exporter.name}\n${exporter.address}`),
      'exporter.name',
      '「on behalf of」の申請には、英文の委任状または契約書の写しを添付してください。',
      'For "on behalf of", attach the power of attorney or the contract in English.',
    ),
});
