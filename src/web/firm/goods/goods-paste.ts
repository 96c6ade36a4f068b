// What was copied from a spreadsheet, into the rows of the goods. Pure: the island does nothing but put the result on the page.
import type { Finding } from '../../../applications/finding.ts';
import type { GoodsLine } from '../../../applications/forms/origin/content.ts';
import { type GoodsField, goodsColumns } from '../../../applications/forms/origin/goods-columns.ts';
import { goodsFromTable } from '../../../applications/forms/origin/goods-file.ts';
import { parsePasted } from '../../../lib/table-text.ts';
import { emptyLine, goodsPageSize } from './goods-page.ts';

export type Pasted = {
  /** Only the fields that were copied. */
  lines: Partial<GoodsLine>[];
  /** A heading row was among them and said which column is which. */
  headed: boolean;
  /** What the heading or the rows leave to say: columns that are not read, totals that are no goods. `row`: of what was copied. */
  notes: Pick<Finding, 'ja' | 'en' | 'row'>[];
};

/** Cells of one column of one row are no table: they are pasted into the text of a cell as any other words. */
export function isTable(text: string, fromTable: boolean): boolean {
  const rows = parsePasted(text);
  const oneCell = rows.length <= 1 && (rows[0]?.length ?? 0) <= 1;
  return !oneCell && (fromTable || rows.some((row) => row.length > 1));
}

/** Without a heading row the cells go to the right of the cell in which the paste began, as a spreadsheet does. */
export function readPaste(text: string, begins: GoodsField): Pasted {
  const rows = parsePasted(text);
  const headed = goodsFromTable(rows);
  if (!headed.problems.some(({ rule }) => rule === 'goods-file-no-heading')) {
    const fields = goodsColumns.map(({ field }) => field).filter((field) => headed.columnNames[field] !== undefined);
    return {
      headed: true,
      lines: headed.goods.map((line) => Object.fromEntries(fields.map((field) => [field, line[field]]))),
      // A column that is missing is no fault here: its cells stay as they are.
      notes: headed.problems.filter(({ rule }) => rule !== 'goods-file-missing-column'),
    };
  }
  const columns = goodsColumns.slice(goodsColumns.findIndex(({ field }) => field === begins));
  const lines = rows.map((row) =>
    Object.fromEntries(columns.slice(0, row.length).map(({ field }, index) => [field, (row[index] ?? '').trim()])),
  );
  const surplus = Math.max(0, ...rows.map((row) => row.length)) - columns.length;
  return { headed: false, lines, notes: surplus > 0 ? [tooWide(surplus)] : [] };
}

const tooWide = (surplus: number): Pasted['notes'][number] => ({
  ja: `右の${surplus}列は表からはみ出すため、貼り付けていません。`,
  en: `${surplus} columns at the right go beyond the table and were not pasted.`,
});

/**
 * The rows of the page with the paste laid over them from row `at` (0 is the page's first), and what goes beyond the page:
 * lines that are to be inserted behind its last one.
 */
export function layOver(
  rows: readonly GoodsLine[],
  at: number,
  pasted: readonly Partial<GoodsLine>[],
): { rows: GoodsLine[]; beyond: GoodsLine[] } {
  const room = Math.max(rows.length, goodsPageSize);
  const here = pasted.slice(0, Math.max(0, room - at));
  const laid = [...rows];
  here.forEach((line, index) => {
    laid[at + index] = { ...(rows[at + index] ?? emptyLine()), ...line };
  });
  return { rows: laid, beyond: pasted.slice(here.length).map((line) => ({ ...emptyLine(), ...line })) };
}
