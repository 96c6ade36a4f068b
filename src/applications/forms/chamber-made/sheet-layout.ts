// Where the five boxes stand, in millimetres on A4 upright: the family's corners, and one box for what the chamber certifies.
import type { Box } from '../../../paper/page.ts';
import {
  between,
  bodyEnd,
  certificationBox,
  declarationBox,
  left,
  middle,
  pad,
  pitch,
  right,
  titleBox,
  top,
} from '../sheet/measures.ts';
import type { MadeBox } from './wording.ts';

const addresseeY = titleBox.y + titleBox.height;
const madeY = addresseeY + 26;

export const boxes: Readonly<Record<MadeBox, Box>> = {
  '1': between(left, top, middle, addresseeY),
  '2': between(left, addresseeY, right, madeY),
  '3': between(left, madeY, right, bodyEnd),
  '4': declarationBox,
  '5': certificationBox,
};

/** Of box 3 on every sheet: from below its label to above `To be continued`. */
export const bodyRoom = { top: boxes['3'].y + 8, bottom: bodyEnd - pitch - pad } as const;
