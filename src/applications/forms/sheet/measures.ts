// What the sheets of all kinds share: where the parts stand that are the same, in millimetres on A4 upright, and what it is written with. 10 mm stay clear at every
// edge: printers at the firm's desk cannot print further out.
import type { Box, Ink, TextRun } from '../../../paper/page.ts';
import type { TextStyle } from '../../../paper/text.ts';

/** The outer edge of the frame; a band of microtext runs inside it. */
export const outer: Box = { x: 10, y: 10, width: 190, height: 277 };
export const band = 1;
export const inner: Box = { x: 11, y: 11, width: 188, height: 275 };

export const [left, right, top, bottom] = [inner.x, inner.x + inner.width, inner.y, inner.y + inner.height];
export const middle = left + inner.width / 2;

/** Where the lower part begins in which somebody declares and the chamber certifies, and where the foot does. */
const signedTop = 207;
const footTop = bottom - 28;
/** To here what was declared may reach. */
export const bodyEnd = signedTop;

export const between = (x1: number, y1: number, x2: number, y2: number): Box => ({
  x: x1,
  y: y1,
  width: x2 - x1,
  height: y2 - y1,
});

/** The same corner on every kind of sheet: title and chamber, who declares, who certifies, what is checked. */
export const titleBox = between(middle, top, right, 41);
export const declarationBox = between(left, signedTop, middle, footTop);
export const certificationBox = between(middle, signedTop, right, footTop);
export const foot = between(left, footTop, right, bottom);

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
/** Lines that the sentences of who declares and who certifies have, and the place and date of the declaration. */
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
