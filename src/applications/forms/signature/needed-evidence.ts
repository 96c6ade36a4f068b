// What must be attached to an application for a signature certificate: nothing but what a translation was made from.
import type { NeededEvidence } from '../needed.ts';
import { partsFor, type SignatureContent } from './content.ts';
import { ownChoice } from './rules/rule.ts';

const original: NeededEvidence = {
  ...{ rule: 'original-attached', kinds: ['other'], source: ownChoice('翻訳に関する申請者宣誓書') },
  because: {
    ja: '翻訳の元の書類と見比べるため、その写しが要ります。',
    en: 'The translation is compared with a copy of the original.',
  },
};

export const signatureEvidence = (content: SignatureContent): NeededEvidence[] =>
  partsFor(content).translation ? [original] : [];
