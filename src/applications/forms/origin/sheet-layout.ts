// Where everything stands on the sheet, in millimetres on A4 upright, and what it is written with. 10 mm stay clear at every
// edge: printers at the firm's desk cannot print further out.
import type { Box, Ink, TextRun } from '../../../paper/page.ts';
import type { TextStyle } from '../../../paper/text.ts';
import type { OriginBox } from './wording.ts';

/** The outer edge of the frame; a band of microtext runs inside it. */
export const outer: Box = { x: 10, y: 10, width: 190, height: 277 };
export const band = 1;
export const inner: Box = { x: 11, y: 11, width: 188, height: 275 };

const [left, right, top, bottom] = [inner.x, inner.x + inner.width, inner.y, inner.y + inner.height];
const ys = { consignee: 41, country: 58.7, transport: 72.3, goods: 98.2, declaration: 207, foot: bottom - 28 };
const quantityX = left + inner.width * 0.75; // box 7 takes three quarters of the width
const middle = left + inner.width / 2;

const between = (x1: number, y1: number, x2: number, y2: number): Box => ({
  x: x1,
  y: y1,
  width: x2 - x1,
  height: y2 - y1,
});

export const titleBox = between(middle, top, right, ys.consignee);

export const boxes: Readonly<Record<OriginBox, Box>> = {
  '1': between(left, top, middle, ys.consignee),
  '2': between(left, ys.consignee, middle, ys.transport),
  '3': between(middle, ys.consignee, right, ys.country),
  '4': between(middle, ys.country, right, ys.transport),
  '5': between(left, ys.transport, middle, ys.goods),
  '6': between(middle, ys.transport, right, ys.goods),
  '7': between(left, ys.goods, quantityX, ys.declaration),
  '8': between(quantityX, ys.goods, right, ys.declaration),
  '9': between(left, ys.declaration, middle, ys.foot),
  '10': between(middle, ys.declaration, right, ys.foot),
};

export const foot = between(left, ys.foot, right, bottom);

/** Space between a box's rule and its text. */
export const pad = 1.7;
/** From a box's top to the baseline of its label, and to the top of its first line. */
export const labelBaseline = 3.2;
export const labelHeight = 4.5;
/** From one baseline to the next, and from a line's top to its baseline, for the 9 pt of the boxes. */
export const pitch = 4.1;
export const ascent = 3.1;
/** Kept clear between a box's last line and its rule, below descenders: full, a box must not look struck through. */
export const clearBelow = 0.8;

/** What stands in the boxes is never smaller than 9 pt (the rule of the paper forms; labels may be). */
export const contentStyle: TextStyle = { size: 9, face: 'regular' };
export const strongStyle: TextStyle = { size: 9, face: 'medium' };
export const labelStyle: TextStyle = { size: 6.5, face: 'regular' };
export const wordingStyle: TextStyle = { size: 8, face: 'regular' };
export const wordingPitch = 3.5;
/** Lines that the wording of boxes 9 and 10 has, and the place and date in box 9. */
export const wordingLines = 4;
export const placeLines = 2;

/** Black for what is declared, one dark blue for what is pre-printed; both survive a fax. */
export const inks = {
  content: '#14161a',
  form: '#1d3a5f',
  quiet: '#3f5573',
  rule: '#2b4a73',
  warning: '#b3261e',
  specimen: '#f3d5d1',
} as const satisfies Record<string, Ink>;
export const groundInks = { waves: '#cbe2da', crossing: '#d3deee', rosette: '#bfd9d6' } as const;

/** Two tenths, not less: a fax has eight points a millimetre, and a thinner rule between two of them is lost. */
export const hairline = { ink: inks.rule, width: 0.2 } as const;
export const frameLine = { ink: inks.rule, width: 0.32 } as const;

export const written = (text: string, x: number, y: number, style: TextStyle, ink: Ink = inks.content): TextRun => ({
  kind: 'text',
  x,
  y,
  text,
  ...style,
  ink,
});
