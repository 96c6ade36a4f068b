// Boxes 1 to 3 and the place and date of box 5: what they say, and whether it fits. They do not flow to a second sheet, so text
// that does not fit is refused while it is typed.
import { breakLines } from '../../../paper/text.ts';
import { toAnyone } from '../addressee-rules.ts';
import type { BoxFit } from '../content.ts';
import { printedDate } from '../printed-date.ts';
import { clearBelow, contentStyle, labelHeight, pad, pitch, placeLines } from '../sheet/measures.ts';
import type { SignatureContent } from './content.ts';
import type { FittedBox } from './rules/rule.ts';
import { boxes } from './sheet-layout.ts';

export const topBoxes = ['1', '2', '3'] as const;
export type TopBox = (typeof topBoxes)[number];

const filled = (...parts: readonly string[]): string[] =>
  parts.map((part) => part.trim()).filter((part) => part !== '');

const paragraphs: Readonly<Record<FittedBox, (content: SignatureContent) => string[]>> = {
  '1': ({ declarant }) => filled(declarant.name, declarant.address, declarant.country),
  '2': ({ addressee }) =>
    addressee.form === 'anyone' ? [toAnyone] : filled(addressee.name, addressee.address, addressee.country),
  // Nothing can be written in afterwards where there is none.
  '3': ({ reference }) => [reference.trim() || '---'],
  '5': ({ declaration }) => filled(filled(declaration.place, printedDate(declaration.date)).join(', ')),
};

/** What a box says: one entry for each line as typed, not yet broken to the box's width. */
export const boxText = (box: FittedBox, content: SignatureContent): string[] =>
  paragraphs[box](content).flatMap((paragraph) => paragraph.split(/\r\n|\r|\n/));

/** The same, broken to the box: an entry for each line as typed, holding its printed lines. */
export const boxLines = (box: FittedBox, content: SignatureContent): string[][] =>
  boxText(box, content).map((paragraph) => breakLines(paragraph, boxes[box].width - 2 * pad, contentStyle));

/** How many lines of 9 pt a box holds. */
export const linesAllowed = (box: FittedBox): number =>
  box === '5' ? placeLines : Math.floor((boxes[box].height - labelHeight - clearBelow) / pitch);

/** For each box that does not flow how many printed lines its content takes, and how many there are. */
export function signatureBoxFit(content: SignatureContent): Record<FittedBox, BoxFit> {
  const fitOf = (box: FittedBox): BoxFit => ({
    linesUsed: boxLines(box, content).flat().length,
    linesAllowed: linesAllowed(box),
  });
  return { '1': fitOf('1'), '2': fitOf('2'), '3': fitOf('3'), '5': fitOf('5') };
}
