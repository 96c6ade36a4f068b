// Box 1: the exporter, as registered.
import * as registered from '../../registered-party-rules.ts';
import type { OriginContent } from '../content.ts';
import { fukuiGuide, osakaForm } from './rule.ts';

const shizuoka = '静岡商工会議所「記載欄別記載要領」第1欄'; // 「ピリオド・コンマ・スペース含めて完全一致」

const exporter = {
  key: 'exporter',
  box: '1',
  ja: '輸出者',
  en: 'exporter',
  party: (content: OriginContent) => content.exporter,
} as const;

export const exporterNameAsRegistered = registered.nameAsRegistered(exporter, shizuoka);
export const exporterAddressGiven = registered.addressGiven(exporter, osakaForm('第1欄'));

/** A warning only: Osaka wants the registered address, Shizuoka the one of the invoice. */
export const exporterAddressAsRegistered = registered.addressAsRegistered(exporter, {
  ...{ level: 'warn', source: osakaForm('第1欄') },
  ja: 'インボイスのとおりか確かめてください。',
  en: 'Make sure that it is the one of the invoice.',
});

export const exporterCountryJapan = registered.countryJapan(exporter, {
  source: fukuiGuide('1. Exporter'),
  ja: '(インボイスに国名がなくても必要です)',
  en: ', even where the invoice does not',
});
