// A box with lines of text that does not flow to a second sheet.
import type { Box, Tagged, TextRun } from '../../../paper/page.ts';
import { widthOf } from '../../../paper/text.ts';
import { labelIn } from './frame.ts';
import {
  ascent,
  contentStyle,
  inks,
  labelBaseline,
  labelHeight,
  labelStyle,
  pad,
  pitch,
  strongStyle,
  written,
} from './measures.ts';

/**
 * On a draft's specimen what does not fit is left out and the label line says how much; an issued sheet with such a box cannot
 * exist (the rules refuse it), so there it is an Error.
 * @param of.paragraphs an entry for each line as typed, holding its printed lines
 */
export function textBox(of: {
  box: Box;
  name: string;
  label: string;
  paragraphs: readonly (readonly string[])[];
  linesAllowed: number;
  mustFit: boolean;
}): Tagged {
  const { box, linesAllowed } = of;
  const used = of.paragraphs.flat().length;
  if (of.mustFit && used > linesAllowed)
    throw new Error(`box ${of.name} has ${used} lines, there is room for ${linesAllowed}`);
  let row = 0;
  const inside = of.paragraphs.flatMap((lines): Tagged[] => {
    const shown = lines.slice(0, Math.max(0, linesAllowed - row));
    const first = box.y + labelHeight + ascent + row * pitch;
    row += shown.length;
    const runs = shown.map((text, i) => written(text, box.x + pad, first + i * pitch, contentStyle));
    return runs.length === 0 ? [] : [{ role: 'P', inside: runs }];
  });
  const over = used - linesAllowed;
  const note = over > 0 ? [{ role: 'P', inside: [tooMany(over, box)] } as const] : [];
  return { role: 'Sect', mark: `box-${of.name}`, inside: [labelIn(box, of.label), ...inside, ...note] };
}

function tooMany(over: number, box: Box): TextRun {
  const words = over === 1 ? '1 line too many' : `${over} lines too many`;
  const x = box.x + box.width - pad - widthOf(words, labelStyle);
  return written(words, x, box.y + labelBaseline, labelStyle, inks.warning);
}

/** `Continued from sheet 1` beside a box's label, `To be continued` at its foot. `sheet` counts from 0. */
export function continuation(
  box: Box,
  at: { sheet: number; sheets: number },
  words: { toBeContinued: string; continuedFrom: string },
): Tagged[] {
  const ending = (text: string, y: number, style: typeof labelStyle): Tagged => {
    const x = box.x + box.width - pad - widthOf(text, style);
    return { role: 'P', inside: [written(text, x, y, style, inks.form)] };
  };
  const inside: Tagged[] = [];
  if (at.sheet > 0) inside.push(ending(`${words.continuedFrom} ${at.sheet}`, box.y + labelBaseline, labelStyle));
  if (at.sheet < at.sheets - 1) inside.push(ending(words.toBeContinued, box.y + box.height - 1.6, strongStyle));
  return inside.length === 0 ? [] : [{ role: 'Sect', inside }];
}
