// サイン証明 (会議所様式): the signature certificate's answers.
import type { Place } from '../../finding.ts';
import type { Form } from '../form.ts';
import { mendTexts } from '../texts.ts';
import { beginSignature, signatureKeys } from './begin.ts';
import { checkSignatureGoods } from './check-goods-file.ts';
import { maxSignatureGoods, SignatureContent } from './content.ts';
import { signatureDifferences } from './differences.ts';
import { signatureEvidence } from './needed-evidence.ts';
import { signatureRecorded } from './recorded.ts';
import { mapTexts } from './rules/content-texts.ts';
import { problemsOf, signatureRules } from './rules/rules.ts';
import { imprintFit, signatureSheet, signatureSheets, signatureTemplate } from './sheet.ts';
import { signatureBoxFit } from './sheet-boxes.ts';
import { signatureShown } from './shown.ts';
import { SignatureWording, signatureWording } from './wording.ts';

/** `goods`: the table of products in box 4; `invoice`: what is attached. */
export const signaturePlaces = ['request', '1', '2', '3', '4', 'goods', '5', 'invoice'] as const satisfies Place[];

export const signatureForm: Form<SignatureContent, SignatureWording> = {
  name: { ja: 'サイン証明書', en: 'Signature certificate' },
  paperTitle: 'Signature Certificate',
  template: signatureTemplate,
  recordSchema: 'hakkyu/signature-certificate/1',
  Content: SignatureContent,
  Wording: SignatureWording,
  begin: beginSignature,
  keysOf: signatureKeys,
  maxGoodsLines: maxSignatureGoods,
  checkGoodsFile: checkSignatureGoods,
  problemsOf: (content, facts) => problemsOf(content, { ...facts, boxFit: signatureBoxFit(content) }),
  evidence: signatureEvidence,
  rules: signatureRules,
  mendCharacters: (content) => mendTexts(mapTexts, content),
  places: signaturePlaces,
  differencesBetween: signatureDifferences,
  recorded: signatureRecorded,
  toCompare: () => [],
  wordingOf: () => signatureWording,
  declaredFit: signatureBoxFit,
  imprintFit,
  sheets: (content, imprint) => signatureSheets({ content, imprint }),
  sheet: (content, imprint, number) => signatureSheet({ content, imprint }, number),
  shown: signatureShown,
};
