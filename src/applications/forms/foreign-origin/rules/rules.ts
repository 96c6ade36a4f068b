// The rules for foreign goods: those of the certificate of origin but what holds for Japanese goods only, and their own.
import { findCountryByName } from '../../../countries.ts';
import type { Finding } from '../../../finding.ts';
import type { OriginContent } from '../../origin/content.ts';
import { isForeign } from '../../origin/rules/origin-countries.ts';
import { nagoyaForm, type OriginFacts, type OriginRule, rule } from '../../origin/rules/rule.ts';
import { sharedRules } from '../../origin/rules/rules.ts';
import { isLate, shipmentOf } from '../../origin/rules/timing.ts';
import { loadedInJapan } from '../../origin/rules/transport.ts';
import type { Trade, TradeForm } from '../../origin/trade.ts';
import { hitIf, isBlank } from '../../rule.ts';

const osakaForeign = '大阪商工会議所「外国産品の原産地証明」';
const nagoyaForeign = '名古屋商工会議所「仲介貿易の原産地証明」';
const chiba = '千葉商工会議所「非特恵オンラインシステム」(日本産と外国産は1件に混ぜられない)';

const none: Trade = { form: '', reason: '', certificateNumber: '', certificateIssuer: '' };
export const tradeOf = ({ request }: OriginContent): Trade => request.trade ?? none;
const isTrade = (content: OriginContent, form: TradeForm): boolean => tradeOf(content).form === form;

const isJapan = (name: string): boolean => findCountryByName(name)?.code === 'JP';

export const tradeFormChosen = rule({
  name: 'trade-form-chosen',
  box: 'request',
  level: 'block',
  source: osakaForeign,
  find: (content) =>
    hitIf(
      tradeOf(content).form === '',
      'request.trade.form',
      '再輸出・積戻し・仲介貿易のどれかを選んでください。',
      'Choose re-export, reshipment or intermediary trade.',
    ),
});

export const intermediaryReasonChosen = rule({
  name: 'intermediary-reason-chosen',
  box: 'request',
  level: 'block',
  source: nagoyaForeign,
  find: (content) =>
    hitIf(
      isTrade(content, 'intermediary') && tradeOf(content).reason === '',
      'request.trade.reason',
      '仲介貿易の証明を日本で受ける理由を選んでください。どちらにも当たらないときは発給できません。',
      'Choose why an intermediary trade is certified in Japan. If neither applies, no certificate is issued.',
    ),
});

export const foreignCertificateNamed = rule({
  name: 'foreign-certificate-named',
  box: 'request',
  level: 'block',
  source: nagoyaForeign, // 「外国の公的機関の原産地証明書と商品・数量・荷印が一致すること」
  find: (content) => {
    if (!isTrade(content, 'intermediary')) return [];
    const { certificateNumber, certificateIssuer } = tradeOf(content);
    return [
      ...hitIf(
        isBlank(certificateNumber),
        'request.trade.certificateNumber',
        '外国で発給された原産地証明書の番号を入れてください。',
        'Give the number of the certificate of origin that was issued abroad.',
      ),
      ...hitIf(
        isBlank(certificateIssuer),
        'request.trade.certificateIssuer',
        '外国の原産地証明書を発給した機関を入れてください。',
        'Give the body that issued the certificate of origin abroad.',
      ),
    ];
  },
});

export const foreignOriginGiven = rule({
  name: 'foreign-origin-given',
  box: '4',
  level: 'block',
  source: nagoyaForm('第4欄'),
  find: ({ originCountries }) =>
    hitIf(
      originCountries.some((country) => !isBlank(country)) && !originCountries.some(isForeign),
      'originCountries.0',
      '外国の原産国がありません。日本産だけのときは、日本産の原産地証明で申請してください。',
      'There is no foreign origin. Japanese goods alone have a certificate of their own.',
    ),
});

/** A chamber that takes both in one certificate sets this rule to `warn` or `off` (its setting `ruleLevels`). */
export const originsNotMixed = rule({
  name: 'origins-not-mixed',
  box: '4',
  level: 'block',
  source: chiba,
  find: ({ originCountries }) =>
    originCountries.flatMap((country, index) =>
      hitIf(
        isJapan(country) && originCountries.some(isForeign),
        `originCountries.${index}`,
        '日本産と外国産を1件に混ぜられません。日本産の商品は、別に申請してください。',
        'Japanese and foreign goods cannot be in one certificate. Apply for the Japanese goods separately.',
      ),
    ),
});

/** 再輸出 and 積戻し leave from Japan; 仲介貿易 never comes there. */
export const loadedAsTraded = rule({
  name: 'loaded-as-traded',
  box: '5',
  level: 'block',
  source: nagoyaForeign,
  find: (content, facts) => {
    const { form } = tradeOf(content);
    if (form !== 'intermediary')
      return loadedInJapan.find(content, facts).map(({ path, ja, en }) => ({ path, ja, en }));
    return hitIf(
      /,\s*japan\.?$/i.test(content.transport.from.trim()),
      'transport.from',
      '仲介貿易の積出地は外国です。日本から出る商品は、再輸出か積戻しを選んでください。',
      'In intermediary trade the goods are loaded abroad. For goods that leave Japan choose re-export or reshipment.',
    );
  },
});

export const foreignWithinSixMonths = rule({
  name: 'foreign-within-six-months',
  box: '5',
  level: 'block',
  source: '東京商工会議所「船積後6か月を超えた原産地証明申請」(日本産に限る)',
  find: (content, facts) =>
    hitIf(
      isLate(content, facts),
      shipmentOf(content)?.path ?? 'transport.date',
      '外国産の商品は、船積みから6か月を超えると発給できません。日付を確かめてください。',
      'For foreign goods no certificate is issued more than six months after shipment. Check the date.',
    ),
});

export const foreignOwnRules: readonly OriginRule[] = [
  tradeFormChosen,
  intermediaryReasonChosen,
  foreignCertificateNamed,
  foreignOriginGiven,
  originsNotMixed,
  loadedAsTraded,
  foreignWithinSixMonths,
];

export const foreignRules: readonly OriginRule[] = [...foreignOwnRules, ...sharedRules];

export function foreignProblemsOf(content: OriginContent, facts: OriginFacts): Finding[] {
  return foreignRules.flatMap((one) => one.find(content, facts));
}
