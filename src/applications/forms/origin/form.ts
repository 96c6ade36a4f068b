// 原産地証明書: the certificate of origin's answers.
import { places } from '../../finding.ts';
import type { Form } from '../form.ts';
import { imprintFit } from '../sheet/signed.ts';
import { beginOrigin, originKeys } from './begin.ts';
import { originWordingOf } from './chamber-wording.ts';
import { checkGoodsFile } from './check-goods-file.ts';
import { maxGoodsLines, OriginContent } from './content.ts';
import { originDifferences } from './differences.ts';
import { originEvidence } from './needed-evidence.ts';
import { originRecorded } from './recorded.ts';
import { mendCharacters } from './rules/mend-characters.ts';
import { originRules, problemsOf } from './rules/rules.ts';
import { originSheet, originSheets, originTemplate } from './sheet.ts';
import { originBoxFit } from './sheet-boxes.ts';
import { originShown } from './shown.ts';
import { originToCompare } from './to-compare.ts';
import { OriginWording } from './wording.ts';

export const originForm: Form<OriginContent, OriginWording> = {
  name: { ja: '原産地証明書', en: 'Certificate of origin' },
  paperTitle: 'Certificate of Origin',
  template: originTemplate,
  recordSchema: 'hakkyu/certificate-of-origin/1',
  Content: OriginContent,
  Wording: OriginWording,
  begin: beginOrigin,
  keysOf: originKeys,
  maxGoodsLines,
  checkGoodsFile,
  problemsOf: (content, facts) => problemsOf(content, { ...facts, boxFit: originBoxFit(content) }),
  evidence: originEvidence,
  rules: originRules,
  mendCharacters,
  places,
  differencesBetween: originDifferences,
  recorded: originRecorded,
  toCompare: originToCompare,
  wordingOf: originWordingOf,
  declaredFit: originBoxFit,
  imprintFit: imprintFit,
  sheets: (content, imprint) => originSheets({ content, imprint }),
  sheet: (content, imprint, number) => originSheet({ content, imprint }, number),
  shown: originShown,
};
