// The boxes before anything is typed in them: rules, labels, strokes through what is not on this sheet.
import type { Artifact, Tagged } from '../../../paper/page.ts';
import { areaOf, framed, ruleAbove, ruleLeft, struckBoxes } from '../sheet/frame.ts';
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

/** Who declares and who certifies, on a sheet that is not the last. */
export const struckSigned = ({ labels }: InvoiceWording): Tagged =>
  struckBoxes(['8', '9'], { boxes, labels }, 'Boxes 8 and 9 are struck out on this sheet');

const firstAreas = invoiceBoxes.map((box) => areaOf(box, boxes[box]));
const otherAreas = [
  ...(['1', '8', '9'] as const).map((box) => areaOf(box, boxes[box])),
  ...[areaOf('4', numberAgain), areaOf('7', goodsBoxOn(1))],
];

/** The boxes of a sheet as unseen areas, `area-1` to `area-9`: a page lights the one that is being filled in. */
export const areasOn = (sheet: number): readonly Artifact[] => (sheet === 0 ? firstAreas : otherAreas);
