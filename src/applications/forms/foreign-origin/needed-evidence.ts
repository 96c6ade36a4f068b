// What must be attached to an application for foreign goods: each way of trade has its own list.
import type { NeededEvidence } from '../needed.ts';
import type { OriginContent } from '../origin/content.ts';
import { sharedEvidence } from '../origin/needed-evidence.ts';
import type { TradeForm } from '../origin/trade.ts';
import { tradeOf } from './rules/rules.ts';

const jetro = 'ジェトロ「再輸出品の原産地証明書」(04J-010206)';
const nagoya = '名古屋商工会議所「仲介貿易の原産地証明」';

/** 外国産品に関する誓約書: in every case. */
const foreignStatement: NeededEvidence = {
  ...{ rule: 'foreign-statement-attached', kinds: ['foreign_statement'] },
  source: '大阪商工会議所「外国産品の原産地証明」',
  because: {
    ja: '外国産の商品の申請には、誓約書が要ります。',
    en: 'An application for foreign goods needs the statement on foreign goods.',
  },
};

const origins: Readonly<Record<TradeForm, readonly NeededEvidence[]>> = {
  're-export': [
    {
      ...{ rule: 'import-proof-attached', source: jetro },
      kinds: ['foreign_co', 'import_permit', 'import_invoice', 'seller_certificate', 'route_explanation'],
      because: {
        ja: '再輸出では、輸入したときの原産国を示す書類が1つ要ります。',
        en: 'A re-export needs one document that shows the origin at import.',
      },
    },
  ],
  reshipment: [
    {
      // Uncleared goods have no import permit and no importer who sold them; else the list of a re-export.
      ...{ rule: 'bonded-proof-attached', source: `${jetro}のうち、通関前にあるもの` },
      kinds: ['foreign_co', 'import_invoice', 'route_explanation'],
      because: {
        ja: '積戻しでは、保税地域に届いたときの原産国を示す書類が1つ要ります。',
        en: 'A reshipment needs one document that shows the origin on arrival in bond.',
      },
    },
  ],
  intermediary: [
    {
      ...{ rule: 'foreign-certificate-attached', kinds: ['foreign_co'], source: nagoya },
      because: {
        ja: '仲介貿易では、外国の公的機関の原産地証明書が要ります。商品・数量・荷印は、この申請と完全に同じものに限ります。',
        en: 'Intermediary trade needs the certificate of origin of a foreign public body, with exactly the same goods, quantities and marks.',
      },
    },
    {
      ...{ rule: 'shipment-proof-attached', kinds: ['shipment_proof'], source: nagoya },
      because: {
        ja: '仲介貿易では、船積地で発行されたB/L(流通性のない写しを除く)、AWB、SWB、CMR・CIM運送状のどれかが要ります。',
        en: 'Intermediary trade needs a B/L (no non-negotiable copy), AWB, SWB, CMR or CIM note issued at the place of loading.',
      },
    },
  ],
};

export function foreignEvidence(content: OriginContent): NeededEvidence[] {
  const { form } = tradeOf(content);
  return [...sharedEvidence(content), foreignStatement, ...(form === '' ? [] : origins[form])];
}
