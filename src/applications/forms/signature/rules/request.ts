// 証明依頼書: which of the four documents, and what only the counter can do.
import * as addressed from '../../addressee-rules.ts';
import * as counter from '../../counter-rules.ts';
import { hitIf } from '../../rule.ts';
import { ownChoice, rule, saitamaSign } from './rule.ts';

export const documentChosen = rule({
  name: 'document-chosen',
  box: 'request',
  level: 'block',
  fixed: true,
  source: saitamaSign,
  find: ({ request }) =>
    hitIf(
      request.document === '',
      'request.document',
      '衛生証明書・自由販売証明書・翻訳に関する申請者宣誓書・その他のどれかを選んでください。',
      'Choose the document: health certificate, certificate of free sale, declaration on a translation, or other.',
    ),
});

export const destinationReal = addressed.destinationReal(ownChoice('仕向国'));
export const inkSignatureAtCounter = counter.inkSignatureAtCounter();
export const perforationAtCounter = counter.perforationAtCounter();
export const tallySealAtCounter = counter.tallySealAtCounter();
