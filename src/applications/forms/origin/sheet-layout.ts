// Where the ten boxes stand, in millimetres on A4 upright.
import type { Box } from '../../../paper/page.ts';
import {
  between,
  bodyEnd,
  certificationBox,
  declarationBox,
  inner,
  left,
  middle,
  right,
  titleBox,
  top,
} from '../sheet/measures.ts';
import type { OriginBox } from './wording.ts';

const consigneeY = titleBox.y + titleBox.height;
const ys = { country: 58.7, transport: 72.3, goods: 98.2 };
const quantityX = left + inner.width * 0.75; // box 7 takes three quarters of the width

export const boxes: Readonly<Record<OriginBox, Box>> = {
  '1': between(left, top, middle, consigneeY),
  '2': between(left, consigneeY, middle, ys.transport),
  '3': between(middle, consigneeY, right, ys.country),
  '4': between(middle, ys.country, right, ys.transport),
  '5': between(left, ys.transport, middle, ys.goods),
  '6': between(middle, ys.transport, right, ys.goods),
  '7': between(left, ys.goods, quantityX, bodyEnd),
  '8': between(quantityX, ys.goods, right, bodyEnd),
  '9': declarationBox,
  '10': certificationBox,
};
