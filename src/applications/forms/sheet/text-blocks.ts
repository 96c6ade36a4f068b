// What is declared in sentences, as blocks whose printed lines flow over sheets: a title, paragraphs, facts, a table of items,
// and the stroke after the last of them. No line is cut by a sheet's end. Lengths in millimetres.
import { type Flowing, type Part, whole } from '../../../paper/letter-flow.ts';
import { line, type Tagged, type TextRun } from '../../../paper/page.ts';
import { breakLines, type TextStyle, widthOf } from '../../../paper/text.ts';
import { contentStyle, hairline, inks, inner, labelStyle, left, pitch, written } from './measures.ts';

/** Text does not run over the whole width of the sheet: a line of more than a hundred letters is lost on its way back. */
export const measure = { x: left + 12, width: inner.width - 24 } as const;

const titleStyle: TextStyle = { size: 13, face: 'medium', spacing: 0.3 };
const headingStyle: TextStyle = { size: 10, face: 'medium' };
const proseStyle: TextStyle = { size: 10, face: 'regular' };
const titlePitch = 6.2;
const prosePitch = 4.9;
const nameWidth = 40;
const factGap = 0.9;
/** Of a line's height what stands above its baseline. */
const rise = 0.75;

const p = (...inside: TextRun[]): Tagged => ({ role: 'P', inside });

/** In the middle, in as many lines as it takes. */
export function titleBlock(text: string): Flowing {
  const lines = breakLines(text.trim(), measure.width, titleStyle);
  const centred = (words: string, y: number): TextRun => {
    const width = widthOf(words.trimEnd(), titleStyle);
    return written(words, measure.x + (measure.width - width) / 2, y, titleStyle);
  };
  return {
    gap: 0,
    rows: lines.map(() => titlePitch),
    keepsNext: true,
    draw: (from, to, top) => [
      {
        role: 'H2',
        inside: lines.slice(from, to).map((words, i) => centred(words, top + (i + rise) * titlePitch)),
      },
    ],
  };
}

export const headingBlock = (text: string): Flowing => ({
  ...whole(6, 5, (top) => [{ role: 'H2', inside: [written(text, measure.x, top + 4, headingStyle)] }]),
  keepsNext: true,
});

/** A text as typed: what was a paragraph stays one, and an empty line between two stays empty. */
export function proseBlock(text: string): Flowing {
  const paragraphs = text.trim().split(/\r\n|\r|\n/);
  const lines = paragraphs.flatMap((paragraph, of) => {
    const broken = breakLines(paragraph.trimEnd(), measure.width, proseStyle);
    return (broken.length === 0 ? [''] : broken).map((words) => ({ words, of }));
  });
  const draw = (from: number, to: number, top: number): Part[] => {
    const here = lines.slice(from, to).map(({ words, of }, i) => ({
      of,
      run: written(words, measure.x, top + (i + rise) * prosePitch, proseStyle),
    }));
    return [...Map.groupBy(here, ({ of }) => of).values()]
      .map((group) => group.map(({ run }) => run).filter((run) => run.text !== ''))
      .filter((runs) => runs.length > 0)
      .map((runs) => p(...runs));
  };
  return { gap: 4, rows: lines.map(() => prosePitch), draw };
}

/** What is called how: `Manufacturer`, and beside it its lines. */
export type Fact = { name: string; lines: readonly string[] };

export function factsBlock(facts: readonly Fact[]): Flowing {
  const rows = facts.flatMap(({ name, lines }, of) =>
    lines
      .flatMap((text) => breakLines(text, measure.width - nameWidth, contentStyle))
      .map((text, i, all) => {
        const ends = i === all.length - 1;
        return { of, text, name: i === 0 ? `${name} ` : '', height: ends ? pitch + factGap : pitch };
      }),
  );
  const draw = (from: number, to: number, top: number): Part[] => {
    let y = top + rise * pitch;
    const here = rows.slice(from, to).map(({ of, name, text, height }) => {
      const runs = {
        name: written(name, measure.x, y, contentStyle, inks.form),
        value: written(text, measure.x + nameWidth, y, contentStyle),
      };
      y += height;
      return { of, ...runs };
    });
    const shown = [...Map.groupBy(here, ({ of }) => of).values()].map((lines): Tagged => {
      const named = lines.map(({ name }) => name).filter(({ text }) => text !== '');
      const head: Tagged[] = named.length === 0 ? [] : [{ role: 'TH', inside: named }];
      return { role: 'TR', inside: [...head, { role: 'TD', inside: lines.map(({ value }) => value) }] };
    });
    return [{ role: 'Table', inside: shown }];
  };
  return { gap: 4.5, rows: rows.map(({ height }) => height), draw };
}

/** A column of the table; `right`: its text ends at its right edge. */
export type Column = { title: string; width: number; right?: boolean };

const tableHead = 5.6;
const rowGap = 1.2;
const cellPad = 1.4;
/** Longer items are split between two lines rather than leave a large hole at the foot of a sheet. */
const keptTogether = 8;

type TableRow = { cells: readonly string[][]; gap: number };

/** The lines of one item, as rows that are not split: together, or where they are many each by itself. */
function rowsOf(cells: readonly string[], columns: readonly Column[]): TableRow[] {
  const broken = cells.map((text, i) => breakLines(text, (columns[i]?.width ?? 0) - 2 * cellPad, contentStyle));
  const height = Math.max(1, ...broken.map((lines) => lines.length));
  if (height <= keptTogether) return [{ cells: broken, gap: rowGap }];
  return Array.from({ length: height }, (_, at) => ({
    cells: broken.map((lines) => lines.slice(at, at + 1)),
    gap: at === height - 1 ? rowGap : 0,
  }));
}

const linesIn = ({ cells }: TableRow): number => Math.max(1, ...cells.map((lines) => lines.length));

/** @param items the cells of each, in the order of the columns, whose widths are together the measure's */
export function tableBlock(columns: readonly Column[], items: readonly (readonly string[])[]): Flowing {
  const lefts = columns.map((_, i) => columns.slice(0, i).reduce((x, { width }) => x + width, measure.x));
  const rows = items.flatMap((item) => rowsOf(item, columns));
  const heights = rows.map((row) => linesIn(row) * pitch + row.gap);
  const cell = (
    text: string,
    i: number,
    y: number,
    style: TextStyle,
    ink = inks.content as TextRun['ink'],
  ): TextRun => {
    const { width = 0, right } = columns[i] ?? {};
    const x = lefts[i] ?? measure.x;
    const ending = x + width - cellPad - widthOf(text.trimEnd(), style);
    return written(text, right ? ending : x + cellPad, y, style, ink);
  };
  const head = (top: number): Tagged => ({
    role: 'TR',
    inside: columns.map(({ title }, i) => ({
      role: 'TH',
      inside: [cell(`${title} `, i, top + 3.6, labelStyle, inks.form)],
    })),
  });
  const draw = (from: number, to: number, top: number): Part[] => {
    let y = top + tableHead;
    const body = rows.slice(from, to).map(({ cells }, at): Tagged => {
      const first = y + 0.6 + rise * pitch;
      y += heights[from + at] ?? 0;
      return {
        role: 'TR',
        inside: cells.map((lines, i) => ({
          role: 'TD',
          inside: lines.map((text, row) => cell(text, i, first + row * pitch, contentStyle)),
        })),
      };
    });
    const ruled = [top, top + tableHead - 0.6].map((at) =>
      line(measure.x, at, measure.x + measure.width, at, hairline),
    );
    return [
      { role: 'Artifact', inside: ruled },
      { role: 'Table', inside: [head(top), ...body] },
    ];
  };
  return { gap: 5, head: tableHead, rows: heights, draw };
}

/** Two strokes after the last line, as an accountant closes a column: nothing can be written in after it. */
export const endBlock: Flowing = whole(2, 4, (top) => {
  const middle = measure.x + measure.width / 2;
  const strokes = [top + 0.4, top + 1.1].map((y) => line(middle - 20, y, middle + 20, y, hairline));
  return [{ role: 'Artifact', inside: strokes }];
});
