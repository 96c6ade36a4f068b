// 原産地証明書(外国産): the same paper, declared and certified alike, with goods of other countries: rules and documents of
// its own.
import type { Registration } from '../../../registrations/registration.ts';
import type { Form } from '../form.ts';
import { beginOrigin } from '../origin/begin.ts';
import type { OriginContent } from '../origin/content.ts';
import { originForm } from '../origin/form.ts';
import { originBoxFit } from '../origin/sheet-boxes.ts';
import { Trade } from '../origin/trade.ts';
import type { OriginWording } from '../origin/wording.ts';
import { foreignEvidence } from './needed-evidence.ts';
import { foreignProblemsOf, foreignRules } from './rules/rules.ts';

/** As of Japanese goods, but that the origin is to be said, and how the goods are traded. */
export function beginForeign(
  registration: Registration,
  copied: OriginContent | undefined,
  today: string,
): OriginContent {
  const begun = beginOrigin(registration, copied, today);
  // Another lot has another certificate from abroad.
  const { form, reason } = copied?.request.trade ?? Trade.parse({});
  return {
    ...begun,
    request: { ...begun.request, trade: Trade.parse({ form, reason }) },
    originCountries: copied ? copied.originCountries : [''],
  };
}

export const foreignOriginForm: Form<OriginContent, OriginWording> = {
  ...originForm,
  name: { ja: '原産地証明書(外国産)', en: 'Certificate of origin (foreign goods)' },
  recordSchema: 'hakkyu/certificate-of-foreign-origin/1',
  begin: beginForeign,
  problemsOf: (content, facts) => foreignProblemsOf(content, { ...facts, boxFit: originBoxFit(content) }),
  evidence: foreignEvidence,
  rules: foreignRules,
};
