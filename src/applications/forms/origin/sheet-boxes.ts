// Boxes 1 to 6 and the place and date of box 9: what they say, and whether it fits. They do not flow to a second sheet, so
// text that does not fit is refused while it is typed.
import { breakLines } from '../../../paper/text.ts';
import type { BoxFit } from '../content.ts';
import { printedDate } from '../printed-date.ts';
import { clearBelow, contentStyle, labelHeight, pad, pitch, placeLines } from '../sheet/measures.ts';
import type { OriginContent } from './content.ts';
import { foodPlace, foodSentence } from './food-text.ts';
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

/** The other party's name follows the words, so that nobody takes it for a second exporter. */
function onBehalfText(party: OriginContent['onBehalfOf']): string[] {
  if (party === undefined || party.name.trim() === '') return [];
  const address = party.address.trim().replace(/\s*\n\s*/g, ' ');
  return [filled(`on behalf of ${party.name.trim()}`, address, party.country).join(', ')];
}

/** Remarks, then what is said of food; its place stands here, or goes on in the others behind a `*`. */
function remarksText({ remarks, food }: OriginContent, place: 'here' | 'goes on'): string[] {
  const own = remarks.flatMap(({ title, text }) => filled(filled(title, text).join(' ')));
  const [sentence, where] = [foodSentence(food), foodPlace(food)];
  return place === 'here' ? [...own, ...filled(sentence, where)] : [...own, ...filled(`${sentence} *`)];
}

/** Box 6 is small: where the place of food has no room after the rest, it goes on under the goods. */
function placeGoesOn(content: OriginContent): boolean {
  if (foodPlace(content.food) === '') return false;
  const lines = remarksText(content, 'here').flatMap((paragraph) => brokenTo('6', paragraph));
  return lines.length > linesAllowed('6');
}

/** その他(Others): printed under the goods. */
export const othersText = (content: OriginContent): string[] =>
  filled(placeGoesOn(content) ? `* ${foodPlace(content.food)}` : '', content.others ?? '');

const paragraphs: Readonly<Record<FittedBox, (content: OriginContent) => string[]>> = {
  '1': ({ exporter, onBehalfOf }) => [
    ...filled(exporter.name, exporter.address, exporter.country),
    ...onBehalfText(onBehalfOf),
  ],
  '2': ({ consignee }) => consigneeText(consignee),
  '3': ({ invoices, demand }) =>
    demand?.struckOut.includes('3')
      ? []
      : invoices.flatMap(({ number, date }) => filled(filled(number, printedDate(date)).join('  '))),
  '4': ({ originCountries }) => filled(filled(...originCountries).join(', ')),
  '5': ({ transport }) => filled(transportText(transport)),
  '9': ({ declaration }) => filled(filled(declaration.place, printedDate(declaration.date)).join(', ')),
  '6': (content) => (placeGoesOn(content) ? remarksText(content, 'goes on') : remarksText(content, 'here')),
};

/** What a box says: one entry for each line as typed, not yet broken to the box's width. */
export const boxText = (box: FittedBox, content: OriginContent): string[] =>
  paragraphs[box](content).flatMap((paragraph) => paragraph.split(/\r\n|\r|\n/));

/** The same, broken to the box: an entry for each line as typed, holding its printed lines. */
export const boxLines = (box: FittedBox, content: OriginContent): string[][] =>
  boxText(box, content).map((paragraph) => brokenTo(box, paragraph));

function brokenTo(box: FittedBox, paragraph: string): string[] {
  return paragraph.split(/\r\n|\r|\n/).flatMap((line) => breakLines(line, boxes[box].width - 2 * pad, contentStyle));
}

/** How many lines of 9 pt a box holds. */
export function linesAllowed(box: FittedBox): number {
  return box === '9' ? placeLines : Math.floor((boxes[box].height - labelHeight - clearBelow) / pitch);
}

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
