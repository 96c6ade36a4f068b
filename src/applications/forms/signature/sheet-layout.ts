// Where the six boxes stand, in millimetres on A4 upright: the family's corners, and one box for what is declared.
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
import type { SignatureBox } from './wording.ts';

const addresseeY = titleBox.y + titleBox.height;
const declaredY = addresseeY + 26;

export const boxes: Readonly<Record<SignatureBox, Box>> = {
  '1': between(left, top, middle, addresseeY),
  '2': between(left, addresseeY, middle, declaredY),
  '3': between(middle, addresseeY, right, declaredY),
  '4': between(left, declaredY, right, bodyEnd),
  '5': declarationBox,
  '6': certificationBox,
};

/** Of box 4 on every sheet: from below its label to above `To be continued`. */
export const bodyRoom = { top: boxes['4'].y + 8, bottom: bodyEnd - pitch - pad } as const;
