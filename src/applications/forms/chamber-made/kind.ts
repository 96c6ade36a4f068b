// What a certificate made by the chamber has of its own: its words, what it certifies, and what it rests on.
import type { Registration } from '../../../registrations/registration.ts';
import type { NeededEvidence } from '../needed.ts';
import type { Made, MadeLanguage } from './content.ts';
import type { ChamberMadeWording } from './wording.ts';

/** A thing that is certified: its name on the paper, and what the registration knows of it (empty: the chamber fills it in). */
export type MadeFact = { name: Record<MadeLanguage, string>; from: (registration: Registration) => string };

export type ChamberMadeKind = {
  name: { ja: string; en: string };
  paperTitle: string;
  template: string;
  recordSchema: string;
  wording: ChamberMadeWording;
  /** The chamber's text before staff change it; `{chamber}` is its name. */
  text: Record<MadeLanguage, string>;
  facts: readonly MadeFact[];
  /** 申請時の添付. */
  evidence: readonly NeededEvidence[];
  /** An extract of the company register is looked at, and may be so many months old. */
  extractMonths?: number;
  /** What who writes the text must have looked up. */
  lookUp: { ja: string; en: string };
};

/** What the chamber starts from when it writes: its template, with what the registration knows. */
export function draftOfMade(
  kind: Pick<ChamberMadeKind, 'text' | 'facts'>,
  of: { language: MadeLanguage; registration: Registration; chamber: { nameEn: string } },
): Made {
  return {
    text: kind.text[of.language].replaceAll('{chamber}', of.chamber.nameEn),
    facts: kind.facts.map(({ name, from }) => ({ name: name[of.language], value: from(of.registration) })),
    extractDate: '',
    lookedUp: false,
  };
}
