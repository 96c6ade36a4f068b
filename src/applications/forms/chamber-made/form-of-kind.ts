// The answers of a certificate whose text is the chamber's: the same for all of them but what each has of its own.
import type { Finding } from '../../finding.ts';
import type { Form } from '../form.ts';
import { imprintFit } from '../sheet/signed.ts';
import { mendTexts } from '../texts.ts';
import { beginChamberMade, chamberMadeDifferences, chamberMadeKeys, chamberMadeRecorded } from './begin.ts';
import { ChamberMadeContent } from './content.ts';
import type { ChamberMadeKind } from './kind.ts';
import { chamberMadePlaces, chamberMadeRules, mapTexts, problemsOf } from './rules.ts';
import { chamberMadeBoxFit, chamberMadeSheet, chamberMadeSheets } from './sheet.ts';
import { chamberMadeShown } from './shown.ts';
import { ChamberMadeWording } from './wording.ts';

export const formOfKind = (kind: ChamberMadeKind): Form<ChamberMadeContent, ChamberMadeWording> => ({
  name: kind.name,
  paperTitle: kind.paperTitle,
  template: kind.template,
  recordSchema: kind.recordSchema,
  Content: ChamberMadeContent,
  Wording: ChamberMadeWording,
  begin: beginChamberMade,
  keysOf: chamberMadeKeys,
  maxGoodsLines: 0,
  checkGoodsFile: async () => ({ rows: 0, goods: [], findings: [noGoods] }),
  problemsOf: (content, facts) => problemsOf(content, { ...facts, boxFit: chamberMadeBoxFit(content) }),
  evidence: () => [...kind.evidence],
  rules: chamberMadeRules,
  mendCharacters: (content) => mendTexts(mapTexts, content),
  places: chamberMadePlaces,
  differencesBetween: chamberMadeDifferences,
  recorded: chamberMadeRecorded,
  toCompare: () => [],
  wordingOf: () => kind.wording,
  declaredFit: chamberMadeBoxFit,
  imprintFit,
  sheets: (content, imprint) => chamberMadeSheets({ content, imprint }),
  sheet: (content, imprint, number) => chamberMadeSheet({ content, imprint }, number),
  shown: chamberMadeShown,
});

const noGoods: Finding = {
  rule: 'no-goods',
  level: 'block',
  place: 'request',
  path: 'goods',
  ja: 'この証明書に商品の欄はありません。',
  en: 'This certificate lists no goods.',
};
