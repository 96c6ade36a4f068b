// Where the boxes of an invoice's sheet stand, in millimetres on A4 upright. Sheets behind the first show only who issued
// the document and its number above the goods, so that these have more room.
import type { Box } from '../../../paper/page.ts';
import {
  between,
  bodyEnd,
  certificationBox,
  declarationBox,
  labelHeight,
  left,
  middle,
  pitch,
  right,
  titleBox,
  top,
} from '../sheet/measures.ts';
import type { InvoiceBox } from './wording.ts';

const titleEnd = titleBox.y + titleBox.height;
const ys = { consignee: 71, shipping: 54.6, terms: 76.6, goods: 103 };
/** On sheets behind the first. */
const goodsAgain = titleEnd + 10.2;

export const boxes: Readonly<Record<InvoiceBox, Box>> = {
  '1': between(left, top, middle, titleEnd),
  '2': between(left, titleEnd, middle, ys.consignee),
  '3': between(left, ys.consignee, middle, ys.goods),
  '4': between(middle, titleEnd, right, ys.shipping),
  '5': between(middle, ys.shipping, right, ys.terms),
  '6': between(middle, ys.terms, right, ys.goods),
  '7': between(left, ys.goods, right, bodyEnd),
  '8': declarationBox,
  '9': certificationBox,
};

/** Boxes 4 and 7 on sheets behind the first. */
export const numberAgain = between(left, titleEnd, right, goodsAgain);
export const goodsBoxOn = (sheet: number): Box =>
  sheet === 0 ? boxes['7'] : between(left, goodsAgain, right, bodyEnd);

const headHeight = 4.2;
/** Left for what is carried forward, at the foot of box 7. */
const forwardHeight = 5.6;

/** From the top of box 7: the baseline of the column heads, and the rule below them. */
export const headBaseline = labelHeight + 2.6;
export const headRule = labelHeight + headHeight - 0.4;
/** The first line of goods; behind the first sheet a line is left above it for what is brought forward. */
export const bodyTop = (sheet: number): number =>
  goodsBoxOn(sheet).y + labelHeight + headHeight + 0.8 + (sheet === 0 ? 0 : pitch + 0.8);

/** Half lines in the body of the first sheet, and of the others. */
export const unitsOn = (sheet: number): number => Math.floor((bodyEnd - forwardHeight - bodyTop(sheet)) / pitch) * 2;
