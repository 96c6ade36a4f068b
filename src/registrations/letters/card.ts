// The sheet of 貿易登録証 and 署名登録証: a frame of two lines, the title in its middle, facts in rows, small print at the foot.
import { evenLines, letterRun, linesOf, oneLine, pitchOf, runCentred, shrunk, tagged } from '../../paper/letter.ts';
import type { Part } from '../../paper/letter-flow.ts';
import { type Artifact, a4, type Ink, line, rectangle } from '../../paper/page.ts';
import type { TextStyle } from '../../paper/text.ts';
import type { Name } from '../procedures/paper-names.ts';

export const cardInks = {
  form: '#1d3a5f',
  text: '#14161a',
  quiet: '#4a5a70',
  rule: '#8fa1b8',
} as const satisfies Record<string, Ink>;
export const cardLeft = 32;
export const cardRight = a4.width - cardLeft;
const cardWidth = cardRight - cardLeft;
const middle = a4.width / 2;
export const valueX = cardLeft + 48;
export const valueWidth = cardRight - valueX;

export function cardFrame(): Artifact {
  const around = (inset: number, width: number) =>
    rectangle(inset, inset, a4.width - 2 * inset, a4.height - 2 * inset, { stroke: { ink: cardInks.form, width } });
  return { role: 'Artifact', inside: [around(13, 0.9), around(15, 0.2)] };
}

/** Millimetres from the top of the page. */
export const cardTop = 73;

/** The title, and what the paper says in a sentence. Below `cardTop` the page is free. */
export function cardTitle(name: Name, says: Name): Part[] {
  return [
    tagged(
      'H1',
      runCentred(name.ja, middle, 40, { size: 26, face: 'medium', spacing: 3 }, cardInks.form),
      runCentred(name.en, middle, 48, { size: 11, face: 'regular', spacing: 0.25 }, cardInks.quiet),
    ),
    tagged('P', runCentred(says.ja, middle, 61, { size: 11, face: 'regular' })),
    tagged('P', runCentred(says.en, middle, 66, { size: 8.5, face: 'regular' }, cardInks.quiet)),
  ];
}

/** `values` are paragraphs under each other, each shrunk to keep to two lines where it can. */
export type CardRow = { name: Name; values: readonly { text: string; style: TextStyle; quiet?: boolean }[] };

export type CardTable = { parts: Part[]; end: number };

/** Rows between hairlines from `top` on, in the largest type with which they end above `bottom`. `end` is their last rule. */
export function cardRows(rows: readonly CardRow[], { top, bottom }: { top: number; bottom: number }): CardTable {
  const tables = [15, 11, 9, 7.5].map((largest) => rowsIn(rows, top, largest));
  return tables.find(({ end }) => end <= bottom) ?? rowsIn(rows, top, 6.5);
}

const leastHeight = 12.4;

function rowsIn(rows: readonly CardRow[], top: number, largest: number): CardTable {
  let y = top;
  const rules = [ruled(y)];
  const cells = rows.map(({ name, values }) => {
    let base = y + 1.6;
    const shown = values.map(({ text, style: wanted, quiet }) => {
      const style = styleFor(oneLine(text), wanted, largest);
      const runs = linesOf(oneLine(text), valueWidth, style).map((one) => {
        base += pitchOf(style);
        return letterRun(one, valueX, base, style, quiet ? cardInks.quiet : cardInks.text);
      });
      return tagged('P', ...runs);
    });
    const label = [
      letterRun(name.ja, cardLeft + 2, y + 6, { size: 9.5, face: 'medium' }, cardInks.form),
      letterRun(name.en, cardLeft + 2, y + 9.8, { size: 7.5, face: 'regular' }, cardInks.quiet),
    ];
    y = Math.max(y + leastHeight, base + 3);
    rules.push(ruled(y));
    return tagged('TR', tagged('TH', ...label), tagged('TD', ...shown));
  });
  return { parts: [{ role: 'Artifact', inside: rules }, tagged('Table', ...cells)], end: y };
}

/** What fits one line stays as large as is wanted; only longer texts are set smaller. */
function styleFor(text: string, wanted: TextStyle, largest: number): TextStyle {
  if (linesOf(text, valueWidth, wanted).length <= 1) return wanted;
  const size = Math.min(wanted.size, largest);
  const sizes = [11, 9, 8].filter((one) => one < size);
  return shrunk(text, valueWidth, { ...wanted, size }, { sizes }).style;
}
const ruled = (y: number) => line(cardLeft, y, cardRight, y, { ink: cardInks.rule, width: 0.2 });

const noteStyle: TextStyle = { size: 8.5, face: 'regular' };
const noteSmall: TextStyle = { size: 7.5, face: 'regular' };
const foot = 276;

/** Sentences that end at the foot of the frame. `top`: above it the page is free. */
export function cardNotes(notes: readonly Name[]): { parts: Part[]; top: number } {
  const paragraphs = notes.flatMap(({ ja, en }) => [
    { lines: evenLines(ja, cardWidth, noteStyle), style: noteStyle, ink: cardInks.text, pitch: 4.2, above: 2.2 },
    { lines: evenLines(en, cardWidth, noteSmall), style: noteSmall, ink: cardInks.quiet, pitch: 3.5, above: 0.2 },
  ]);
  const top = foot - paragraphs.reduce((height, { lines, pitch, above }) => height + lines.length * pitch + above, 0);
  let y = top;
  const parts = paragraphs.map(({ lines, style, ink, pitch, above }) => {
    y += above;
    const runs = lines.map((text) => {
      y += pitch;
      return letterRun(text, cardLeft, y, style, ink);
    });
    return tagged('P', ...runs);
  });
  return { parts, top };
}
