// The boxes before anything is typed in them: rules, labels, strokes through what is not on this sheet.
import { type Artifact, type Box, rectangle, type Tagged } from '../../../paper/page.ts';
import { framed, labelIn, ruleAbove, ruleLeft, struckOut } from '../sheet/frame.ts';
import { type DocumentKind, documentFormOf } from './document-kinds.ts';
import { boxes, goodsBoxOn, numberAgain } from './sheet-layout.ts';
import { type InvoiceBox, type InvoiceWording, invoiceBoxes } from './wording.ts';

const signed = [ruleAbove(boxes['8']), ruleAbove(boxes['9']), ruleLeft(boxes['9'])];
const firstRules = framed([
  ...(['2', '3', '4', '5', '6', '7'] as const).map((box) => ruleAbove(boxes[box])),
  ...(['4', '5', '6'] as const).map((box) => ruleLeft(boxes[box])),
  ...signed,
]);
const otherRules = framed([ruleAbove(numberAgain), ruleLeft(numberAgain), ruleAbove(goodsBoxOn(1)), ...signed]);

/** @param sheet from 0 */
export const rulesOn = (sheet: number): Artifact => (sheet === 0 ? firstRules : otherRules);

export function labelText(box: InvoiceBox, document: DocumentKind | '', wording: InvoiceWording): string {
  if (box === '1' || box === '2') return wording.parties[documentFormOf(document).parties][box];
  return wording.labels[box];
}

/** Boxes 8 and 9 struck out on this sheet, with their labels: said in words for who cannot see the strokes. */
export function struckSigned(wording: InvoiceWording): Tagged {
  const strokes = struckOut([boxes['8'], boxes['9']], 'Boxes 8 and 9 are struck out on this sheet');
  return {
    role: 'Sect',
    inside: [labelIn(boxes['8'], wording.labels['8']), labelIn(boxes['9'], wording.labels['9']), strokes],
  };
}

const area = (box: InvoiceBox, { x, y, width, height }: Box): Artifact => ({
  role: 'Artifact',
  mark: `area-${box}`,
  inside: [rectangle(x, y, width, height, {})],
});

const firstAreas = invoiceBoxes.map((box) => area(box, boxes[box]));
const otherAreas = [
  ...(['1', '8', '9'] as const).map((box) => area(box, boxes[box])),
  ...[area('4', numberAgain), area('7', goodsBoxOn(1))],
];

/** The boxes of a sheet as unseen areas, `area-1` to `area-9`: a page lights the one that is being filled in. */
export const areasOn = (sheet: number): readonly Artifact[] => (sheet === 0 ? firstAreas : otherAreas);
