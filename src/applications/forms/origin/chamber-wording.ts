// The chamber's own sentences in boxes 9 and 10, where it has some. The labels of the ten boxes are those of the form in use
// nationwide, and no chamber's to change.
import type { FieldProblem } from '../../../lib/refusal.ts';
import { allowedCharacters } from '../../../registrations/character-set.ts';
import { wordingFit } from '../sheet/signed.ts';
import { type OriginWording, originWording } from './wording.ts';

/** What a chamber may say in its own words: box 9 and box 10. */
const ownNames = ['declaration', 'certification'] as const;
type OwnName = (typeof ownNames)[number];
const boxOf: Readonly<Record<OwnName, number>> = { declaration: 9, certification: 10 };

type Texts = Readonly<Record<string, string>>;

/** The words on a sheet: the chamber's own where its settings have some, else the system's. */
export function originWordingOf({ sheetWording = {} }: { sheetWording?: Texts | undefined }): OriginWording {
  const own = ownNames.flatMap((name): [OwnName, string][] => {
    const text = sheetWording[name]?.trim();
    return text ? [[name, text]] : [];
  });
  return { ...originWording, ...Object.fromEntries(own) };
}

/** What is to mend in a chamber's words before they may be saved: a name that the sheet has no place for, or a text that cannot be printed there. */
export function originWordingProblems(sheetWording: Texts): FieldProblem[] {
  return Object.entries(sheetWording).flatMap(([key, text]): FieldProblem[] => {
    const name = ownNames.find((one) => one === key);
    const mend = name === undefined ? unknown : problemOf(name, text);
    return mend ? [{ field: `sheetWording.${key}`, ...mend }] : [];
  });
}

type Mend = { ja: string; en: string };

const unknown: Mend = {
  ja: '証明書にこの名前の文言はありません。declaration(9欄の宣誓文)か certification(10欄の証明文)を使ってください。',
  en: 'The sheet has no words of this name. Use declaration (the sentence in box 9) or certification (in box 10).',
};

function problemOf(name: OwnName, text: string): Mend | undefined {
  const box = boxOf[name];
  const words = text.trim();
  if (words === '') return { ja: `${box}欄の文言が空です。`, en: `The words for box ${box} are empty.` };
  const odd = [...new Set(words)].filter((character) => !allowedCharacters.has(character));
  if (odd.length > 0) {
    const shown = odd.map((character) => JSON.stringify(character)).join(' ');
    return {
      ja: `${box}欄の文言に、証明書に使えない文字があります: ${shown}。英字で、改行せずに入れてください。`,
      en: `The words for box ${box} have characters that a certificate cannot have: ${shown}. Write in Latin letters, without line breaks.`,
    };
  }
  const { linesUsed, linesAllowed } = wordingFit(words);
  if (linesUsed <= linesAllowed) return undefined;
  return {
    ja: `${box}欄の文言は${linesAllowed}行までです。いまは${linesUsed}行になります。短くしてください。`,
    en: `Box ${box} has room for ${linesAllowed} lines; this takes ${linesUsed}. Please shorten it.`,
  };
}
