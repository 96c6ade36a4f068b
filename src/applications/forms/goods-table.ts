// A table with a heading to goods lines, with everything that is wrong about it said at once. Pure, so that the page of the
// goods grid reads a paste as the server reads a file.
import { columnLetters } from '../../lib/table-problem.ts';
import type { Finding } from '../finding.ts';

/** A column of a goods file: our headings in Japanese and English, and what else people call it. */
export type GoodsColumn<Field extends string = string> = {
  field: Field;
  ja: string;
  en: string;
  aliases: readonly string[];
  /** A file without this column holds no goods of this kind. */
  required: boolean;
  /** UTF-16 units, as the content allows (a test compares the two). */
  maxLength: number;
};

/** What a kind's goods may be read from: its columns in the order of the template, and how many lines. */
export type GoodsTableForm<Field extends string> = {
  columns: readonly GoodsColumn<Field>[];
  findColumn: (heading: string) => GoodsColumn<Field> | undefined;
  maxLines: number;
};

/** Headings are compared without case, width, spaces and punctuation (NFKC serves as a key only, nothing is stored so). */
function headingKey(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

export function goodsTableForm<Field extends string>(
  columns: readonly GoodsColumn<Field>[],
  maxLines: number,
): GoodsTableForm<Field> {
  const byHeading = new Map(
    columns.flatMap((column) =>
      [column.ja, column.en, ...column.aliases].map((heading) => [headingKey(heading), column] as const),
    ),
  );
  return { columns, maxLines, findColumn: (heading) => byHeading.get(headingKey(heading)) };
}

type Rows = readonly (readonly string[])[];
type Words = { ja: string; en: string };

export type GoodsFromTable<Field extends string> = {
  goods: Record<Field, string>[];
  /** `row` is the row of the file, from 1. */
  problems: Finding[];
  /** For each goods line, the row of the file that it came from. */
  fileRows: number[];
  /** How to name a field's column: `E 数量`. */
  columnNames: Partial<Record<Field, string>>;
};

type Heading<Field extends string> = {
  row: number;
  columns: { column: GoodsColumn<Field>; index: number; name: string }[];
  problems: Finding[];
};

function fileFinding(
  rule: string,
  level: Finding['level'],
  words: Words,
  at: { row?: number; column?: string } = {},
): Finding {
  return { rule, level, place: 'goods', path: 'goods', ...at, ...words };
}

const isBlankRow = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '');
const columnName = (index: number, heading: string): string => `${columnLetters(index + 1)} ${heading.trim()}`;

/** Titles and notes may stand above the heading, but not a whole page of them. */
const headingWithinRows = 20;

/** The first row in which two headings are known: one known word may be chance. */
function findHeading(rows: Rows, { findColumn }: Pick<GoodsTableForm<string>, 'findColumn'>): number {
  return rows
    .slice(0, headingWithinRows)
    .findIndex((row) => row.filter((cell) => findColumn(cell) !== undefined).length >= 2);
}

function unknownColumn(index: number, heading: string): Finding {
  return fileFinding(
    'goods-file-unknown-column',
    'warn',
    {
      ja: `「${heading.trim()}」の列は読みません。商品の列なら、見出しをひな形の名前に変えてください。`,
      en: `The column "${heading.trim()}" is not read. If it belongs to the goods, name it as in the template.`,
    },
    { column: columnName(index, heading) },
  );
}

function columnTwice(index: number, heading: string): Finding {
  return fileFinding(
    'goods-file-column-twice',
    'block',
    {
      ja: `同じ内容の列が2つあります(「${heading.trim()}」)。1つにしてください。`,
      en: `Two columns hold the same thing ("${heading.trim()}"). Keep one.`,
    },
    { column: columnName(index, heading) },
  );
}

function missingColumn(column: GoodsColumn): Finding {
  return fileFinding('goods-file-missing-column', 'block', {
    ja: `「${column.ja}」の列がありません。見出し「${column.ja}」の列を加えてください。`,
    en: `There is no column "${column.en}". Add one with that heading.`,
  });
}

function readHeading<Field extends string>(rows: Rows, row: number, form: GoodsTableForm<Field>): Heading<Field> {
  const columns: Heading<Field>['columns'] = [];
  const problems: Finding[] = [];
  (rows[row] ?? []).forEach((heading, index) => {
    const column = form.findColumn(heading);
    if (column === undefined) {
      if (heading.trim() !== '') problems.push(unknownColumn(index, heading));
    } else if (columns.some((known) => known.column === column)) problems.push(columnTwice(index, heading));
    else columns.push({ column, index, name: columnName(index, heading) });
  });
  for (const column of form.columns) {
    if (column.required && !columns.some((known) => known.column === column)) problems.push(missingColumn(column));
  }
  return { row, columns, problems: problems.map((problem) => ({ ...problem, row: row + 1 })) };
}

const noHeading = (columns: readonly GoodsColumn[]): Finding =>
  fileFinding('goods-file-no-heading', 'block', {
    ja: `見出しの行が見つかりません。1行目に ${columns.map((column) => column.ja).join('、')} などの見出しを入れてください(順番は自由です)。`,
    en: `There is no heading row. Give headings in row 1: ${columns.map((column) => column.en).join(', ')} (in any order).`,
  });

/** A cell under no heading would be lost without a word. */
function strayCells(row: readonly string[], heading: readonly string[], fileRow: number): Finding[] {
  return row.flatMap((cell, index) => {
    if (cell.trim() === '' || (heading[index] ?? '').trim() !== '') return [];
    return [
      fileFinding(
        'goods-file-stray-cell',
        'warn',
        {
          ja: `見出しのない列に「${cell.trim().slice(0, 20)}」があり、読みません。`,
          en: `"${cell.trim().slice(0, 20)}" stands under no heading and is not read.`,
        },
        { row: fileRow, column: columnLetters(index + 1) },
      ),
    ];
  });
}

const totalRow = /^\s*(?:(?:grand|sub)[\s-]*)?total\s*[:.]?\s*$|^\s*(?:総合計|合計|小計|計)\s*[::]?\s*$/i;

function isTotalRow(row: readonly string[]): boolean {
  const first = row.find((cell) => cell.trim() !== '');
  return first !== undefined && totalRow.test(first);
}

/** A line with nothing in it. */
export const emptyGoodsLine = <Field extends string>(columns: readonly GoodsColumn<Field>[]): Record<Field, string> =>
  Object.fromEntries(columns.map(({ field }) => [field, ''])) as Record<Field, string>;

function cellTooLong(column: GoodsColumn, path: string, name: string): Finding {
  return {
    rule: 'goods-file-cell-too-long',
    level: 'block',
    place: 'goods',
    path,
    column: name,
    ja: `${column.ja}は${column.maxLength}文字までです。短くしてください。`,
    en: `${column.en}: up to ${column.maxLength} characters. Shorten it.`,
  };
}

/** Cells that are longer than their field are named and cut, so that the preview can show their beginning. */
function readLine<Field extends string>(
  row: readonly string[],
  heading: Heading<Field>,
  line: Record<Field, string>,
  path: string,
): Finding[] {
  return heading.columns.flatMap(({ column, index, name }) => {
    const cell = (row[index] ?? '').trim();
    line[column.field] = cell.slice(0, column.maxLength) as Record<Field, string>[Field];
    return cell.length > column.maxLength ? [cellTooLong(column, `${path}.${column.field}`, name)] : [];
  });
}

const totalIgnored: Words = {
  ja: '合計の行とみなし、商品として読みません。合計は自動で計算されます。',
  en: 'This row is taken for a total and not read as goods. Totals are calculated.',
};

const tooManyLines = (maxLines: number): Words => ({
  ja: `商品は${maxLines}行までです。申請を分けてください。`,
  en: `Up to ${maxLines} lines of goods. Split the application.`,
});

const noLines: Words = {
  ja: '見出しの下に商品の行がありません。商品を1行以上入れてください。',
  en: 'There is no line of goods below the heading. Enter at least one.',
};

/**
 * Goods from the rows of a file or a paste. The heading row is found by its words, Japanese or English, in any order; without
 * one nothing is guessed, since a column in the wrong place would be printed and signed. Blank rows are skipped.
 */
export function goodsFromTable<Field extends string>(rows: Rows, form: GoodsTableForm<Field>): GoodsFromTable<Field> {
  const at = findHeading(rows, form);
  const headingRow = rows[at];
  if (headingRow === undefined)
    return { goods: [], problems: [noHeading(form.columns)], fileRows: [], columnNames: {} };
  const heading = readHeading(rows, at, form);
  const result: GoodsFromTable<Field> = { goods: [], problems: heading.problems, fileRows: [], columnNames: {} };
  for (const { column, name } of heading.columns) result.columnNames[column.field] = name;
  for (const [index, row] of rows.entries()) {
    if (index <= at || isBlankRow(row)) continue;
    const fileRow = index + 1;
    if (isTotalRow(row)) {
      result.problems.push(fileFinding('goods-file-total-row', 'warn', totalIgnored, { row: fileRow }));
      continue;
    }
    if (result.goods.length === form.maxLines) {
      result.problems.push(
        fileFinding('goods-file-too-many-lines', 'block', tooManyLines(form.maxLines), { row: fileRow }),
      );
      break;
    }
    const line = emptyGoodsLine(form.columns);
    const problems = readLine(row, heading, line, `goods.${result.goods.length}`);
    result.goods.push(line);
    result.fileRows.push(fileRow);
    result.problems.push(
      ...problems.map((problem) => ({ ...problem, row: fileRow })),
      ...strayCells(row, headingRow, fileRow),
    );
  }
  if (result.goods.length === 0) result.problems.push(fileFinding('goods-file-no-lines', 'block', noLines));
  return result;
}

/** The rows of an empty file to fill in: the heading alone, since an example line would one day be certified. */
export function goodsTemplate(columns: readonly GoodsColumn[], lang: 'ja' | 'en'): string[][] {
  return [columns.map((column) => column[lang])];
}

/** Goods as rows under the template's heading; goodsFromTable reads them back as they were. */
export function goodsToTable<Field extends string>(
  columns: readonly GoodsColumn<Field>[],
  goods: readonly Readonly<Record<Field, string>>[],
  lang: 'ja' | 'en',
): string[][] {
  return [...goodsTemplate(columns, lang), ...goods.map((line) => columns.map((column) => line[column.field]))];
}
