// What letters and statements on A4 are written with: two weights of ink, three sizes of type, texts that break or shrink to
// their width. Knows no letter.
import { a4, type Figure, type Inside, mmPerPoint, type Role, type Tagged, type TextRun } from './page.ts';
import { pngSize } from './png.ts';
import { breakLines, squaresForMissing, type TextStyle, widthOf } from './text.ts';

export const letterInks = { text: '#14161a', quiet: '#5a626d', rule: '#9aa3af', ground: '#f5f6f8' } as const;
export const letterRule = { ink: letterInks.rule, width: 0.2 } as const;

/** Where the text begins and ends from left to right, in millimetres. */
export const letterLeft = 22;
export const letterRight = a4.width - 22;
export const letterWidth = letterRight - letterLeft;

export const bodyStyle: TextStyle = { size: 10.5, face: 'regular' };
export const strongStyle: TextStyle = { size: 10.5, face: 'medium' };
export const smallStyle: TextStyle = { size: 8, face: 'regular' };

/** From one baseline to the next, in millimetres. */
export const pitchOf = (style: TextStyle): number => (style.size * 5.2) / bodyStyle.size;

/** One line at its baseline. What no font draws is a white square: a letter is a draft until somebody signs it. */
export const letterRun = (
  text: string,
  x: number,
  y: number,
  style: TextStyle,
  ink: TextRun['ink'] = letterInks.text,
): TextRun => ({ kind: 'text', x, y, text: squaresForMissing(text), ...style, ink });

/** The same, ending at `right`. */
export const runEnding = (text: string, right: number, y: number, style: TextStyle, ink?: TextRun['ink']): TextRun =>
  letterRun(text, right - widthShown(text, style), y, style, ink);

/** The same, about `middle`. */
export const runCentred = (text: string, middle: number, y: number, style: TextStyle, ink?: TextRun['ink']): TextRun =>
  letterRun(text, middle - (widthShown(text, style) - (style.spacing ?? 0)) / 2, y, style, ink);

const widthShown = (text: string, style: TextStyle): number => widthOf(squaresForMissing(text), style);

export const tagged = (role: Exclude<Role, 'Figure'>, ...inside: Inside[]): Tagged => ({ role, inside });

/** Lines no wider than `width`, without the spaces that hang at their ends. */
export const linesOf = (text: string, width: number, style: TextStyle): string[] =>
  breakLines(squaresForMissing(text), width, style).map((one) => one.trimEnd());

/**
 * The same, but a paragraph does not end with a few characters alone on a line where the lines above can give up some of
 * theirs: a runt under a line of Japanese looks like a mistake.
 */
export const evenLines = (text: string, width: number, style: TextStyle): string[] =>
  text === '' ? [] : text.split(/\r\n|\r|\n/).flatMap((one) => evenParagraph(one, width, style));

function evenParagraph(text: string, width: number, style: TextStyle): string[] {
  const em = style.size * mmPerPoint;
  const lines = text === '' ? [''] : linesOf(text, width, style);
  const isRunt = (broken: readonly string[]): boolean => widthOf(broken.at(-1) ?? '', style) < 5 * em;
  for (let less = 1; lines.length > 1 && isRunt(lines) && less <= 6; less++) {
    const narrower = linesOf(text, width - less * em, style);
    if (narrower.length === lines.length && !isRunt(narrower)) return narrower;
  }
  return lines;
}

export type Words = { text: string; style: TextStyle; quiet?: boolean };

/** Paragraphs under each other below `y`, broken to the width. `end` is the last baseline. */
export function block(
  words: readonly Words[],
  at: { x: number; y: number; width: number },
): { parts: Tagged[]; end: number } {
  let y = at.y;
  const parts = words.map(({ text, style, quiet }) => {
    const shown = linesOf(text, at.width, style).map((one) => {
      y += pitchOf(style);
      return letterRun(one, at.x, y, style, quiet ? letterInks.quiet : letterInks.text);
    });
    return tagged('P', ...shown);
  });
  return { parts, end: y };
}

/** In the first of its own size and these smaller ones (points) that takes no more lines than `lines`; else in the last. */
export function shrunk(
  text: string,
  width: number,
  style: TextStyle,
  { lines = 2, sizes = [smallStyle.size] }: { lines?: number; sizes?: readonly number[] } = {},
): { text: string; style: TextStyle } {
  const tried = [style.size, ...sizes].map((size) => ({ ...style, size }));
  const fitting = tried.find((one) => linesOf(text, width, one).length <= lines);
  return { text, style: fitting ?? tried.at(-1) ?? style };
}

/** What was typed into one field as one line: line breaks and tabs are spaces. */
export const oneLine = (text: string): string => text.replace(/[\r\n\t]+/g, ' ').trim();

/** A PNG as large as the space allows, its own shape kept, in the middle of it. Throws an Error for what is no PNG. */
export function pictureIn(
  png: Uint8Array,
  alt: string,
  space: { x: number; y: number; width: number; height: number },
): Figure {
  const size = pngSize(png);
  const scale = Math.min(space.width / size.width, space.height / size.height);
  const [width, height] = [size.width * scale, size.height * scale];
  const [x, y] = [space.x + (space.width - width) / 2, space.y + (space.height - height) / 2];
  return { role: 'Figure', alt, inside: [{ kind: 'picture', x, y, width, height, png }] };
}
