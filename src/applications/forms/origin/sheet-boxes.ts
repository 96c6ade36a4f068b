// Boxes 1 to 6 and the place and date of box 9: what they say, and whether it fits. They do not flow to a second sheet, so
// text that does not fit is refused while it is typed.
import { breakLines } from '../../../paper/text.ts';
import type { BoxFit } from '../content.ts';
import { printedDate } from '../printed-date.ts';
import { clearBelow, contentStyle, labelHeight, pad, pitch, placeLines } from '../sheet/measures.ts';
import type { OriginContent } from './content.ts';
import { boxes } from './sheet-layout.ts';
import { transportText } from './transport-text.ts';

export const fixedBoxes = ['1', '2', '3', '4', '5', '6'] as const;
export type FixedBox = (typeof fixedBoxes)[number];
/** The boxes whose content must fit: in box 9 the place and date above the signature. */
export type FittedBox = FixedBox | '9';

const filled = (...parts: readonly string[]): string[] =>
  parts.map((part) => part.trim()).filter((part) => part !== '');

function consigneeText(consignee: OriginContent['consignee']): string[] {
  const { form, name, address, country } = consignee;
  if (form === 'to-order') return ['To order'];
  const who = form === 'to-order-of' && name.trim() !== '' ? `To order of ${name.trim()}` : name;
  return filled(who, address, country);
}

const paragraphs: Readonly<Record<FittedBox, (content: OriginContent) => string[]>> = {
  '1': ({ exporter }) => filled(exporter.name, exporter.address, exporter.country),
  '2': ({ consignee }) => consigneeText(consignee),
  '3': ({ invoices }) => invoices.flatMap(({ number, date }) => filled(filled(number, printedDate(date)).join('  '))),
  '4': ({ originCountries }) => filled(filled(...originCountries).join(', ')),
  '5': ({ transport }) => filled(transportText(transport)),
  '9': ({ declaration }) => filled(filled(declaration.place, printedDate(declaration.date)).join(', ')),
  '6': ({ remarks }) => remarks.flatMap(({ title, text }) => filled(filled(title, text).join(' '))),
};

/** What a box says: one entry for each line as typed, not yet broken to the box's width. */
export const boxText = (box: FittedBox, content: OriginContent): string[] =>
  paragraphs[box](content).flatMap((paragraph) => paragraph.split(/\r\n|\r|\n/));

/** The same, broken to the box: an entry for each line as typed, holding its printed lines. */
export const boxLines = (box: FittedBox, content: OriginContent): string[][] =>
  boxText(box, content).map((paragraph) => breakLines(paragraph, boxes[box].width - 2 * pad, contentStyle));

/** How many lines of 9 pt a box holds. */
export const linesAllowed = (box: FittedBox): number =>
  box === '9' ? placeLines : Math.floor((boxes[box].height - labelHeight - clearBelow) / pitch);

/** For each box that does not flow how many printed lines its content takes, and how many there are. */
export function originBoxFit(content: OriginContent): Record<FittedBox, BoxFit> {
  const fitOf = (box: FittedBox): BoxFit => ({
    linesUsed: boxLines(box, content).flat().length,
    linesAllowed: linesAllowed(box),
  });
  const sheetTop = {
    '1': fitOf('1'),
    '2': fitOf('2'),
    '3': fitOf('3'),
    '4': fitOf('4'),
    '5': fitOf('5'),
    '6': fitOf('6'),
  };
  return { ...sheetTop, '9': fitOf('9') };
}
