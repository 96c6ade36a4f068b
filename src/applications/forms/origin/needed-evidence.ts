// What must be attached to an application for a certificate of origin, as far as its content says.
import type { Facts } from '../content.ts';
import type { NeededEvidence } from '../needed.ts';
import type { OriginContent } from './content.ts';
import { isDemanded } from './rules/demand.ts';
import { isOnBehalf } from './rules/on-behalf.ts';
import { fukuiGuide, osakaDocuments, tokyoGuide } from './rules/rule.ts';
import { isLate } from './rules/timing.ts';

/** 典拠インボイス: attached in every case, its signature registered at the chamber. */
export const commercialInvoice: NeededEvidence = {
  ...{ rule: 'invoice-attached', kinds: ['invoice'], source: osakaDocuments },
  because: {
    ja: '登録した署名のあるコマーシャル・インボイスが、どの申請にも要ります。',
    en: 'Every application rests on a commercial invoice that bears a registered signature.',
  },
};

const powerOfAttorney: NeededEvidence = {
  ...{ rule: 'power-of-attorney-attached', kinds: ['power_of_attorney'], source: fukuiGuide('1. Exporter') },
  because: {
    ja: '「on behalf of」の申請には、その会社のために輸出することを示す英文の書類が要ります。',
    en: '"On behalf of" needs the document in English by which the firm exports for that company.',
  },
};

const demandShown: NeededEvidence = {
  ...{ rule: 'demand-attached', kinds: ['lc_demand'], source: tokyoGuide('第3欄・使用言語') },
  because: {
    ja: '欄に斜線を引くことや、英語以外で書くことは、信用状や買主の指示が求めるときだけできます。',
    en: 'A box is struck out, or another language than English used, only where a letter of credit or the buyer demands it.',
  },
};

const foodStatement: NeededEvidence = {
  ...{
    rule: 'food-statement-attached',
    kinds: ['food_statement'],
    source: '大阪商工会議所「台湾向け日本産食品の原産地証明」',
  },
  because: {
    ja: '台湾向け日本産食品の記載には、誓約書が要ります。',
    en: 'The wording for food to Taiwan needs the statement on Japanese food.',
  },
};

const late = '東京商工会議所「船積後6か月を超えた原産地証明申請」';
const lateDocuments: readonly NeededEvidence[] = [
  {
    ...{ rule: 'late-reason-attached', kinds: ['late_reason'], source: late },
    because: {
      ja: '船積みから6か月を超えています。会社のレターヘッドに理由を書いたものが要ります。',
      en: 'More than six months have passed since shipment. The reason is stated on the firm’s letterhead.',
    },
  },
  {
    ...{ rule: 'export-proof-attached', kinds: ['export_proof'], source: late },
    because: {
      ja: '船積みから6か月を超えています。B/L、AWB、SWB、小包・EMS・宅配便の受領証、輸出許可通知書のどれかが要ります。',
      en: 'More than six months have passed since shipment. A B/L, AWB, SWB, receipt of parcel, EMS or courier, or the export permit is needed.',
    },
  },
  {
    ...{ rule: 'make-proof-attached', kinds: ['make_proof'], source: late },
    because: {
      ja: '船積みから6か月を超えています。メーカーの製造証明書、納品書・出荷案内書、または自社製造を誓約した理由書が要ります。',
      en: 'More than six months have passed since shipment. The maker’s certificate, a delivery note, or the own oath of manufacture is needed.',
    },
  },
];

/** Whatever the goods' origin. */
export const sharedEvidence = (content: OriginContent): NeededEvidence[] => [
  commercialInvoice,
  ...(isOnBehalf(content) ? [powerOfAttorney] : []),
  ...(isDemanded(content) ? [demandShown] : []),
  ...(content.food?.to === 'taiwan' ? [foodStatement] : []),
];

export const originEvidence = (content: OriginContent, facts: Pick<Facts, 'today' | 'appliedOn'>): NeededEvidence[] => [
  ...sharedEvidence(content),
  ...(isLate(content, facts) ? lateDocuments : []),
];
