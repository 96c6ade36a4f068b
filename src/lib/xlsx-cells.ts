// What a person sees in the cells of a sheet, as text. Pure.
import type { CellObject } from '@e965/xlsx';
import { cellProblem, type TableProblem } from './table-problem.ts';

/** Only what we need of the library's sheet, read with `dense`. */
export type SheetCells = readonly (readonly (CellObject | undefined)[] | undefined)[];

/**
 * A number without a format is shown whole: Excel's own "General" would show a 13-digit JAN code as 4.90123E+12, and hides
 * the difference between 0.3 and 0.30000000000000004 (it calculates with 15 digits).
 */
function plainNumber(value: number): string {
  return value.toLocaleString('en-US', { useGrouping: false, maximumSignificantDigits: 15 });
}

function numberText(cell: CellObject, value: number): string {
  const unformatted = cell.z === undefined || cell.z === 'General' || cell.z === '@';
  // `1,200` and dates stand in the file as a number and a format; what the person sees is the number as formatted.
  return unformatted || cell.w === undefined ? plainNumber(value) : cell.w.trim();
}

export function cellText(cell: CellObject): string {
  if (typeof cell.v === 'number') return numberText(cell, cell.v);
  if (typeof cell.v === 'boolean') return cell.v ? 'TRUE' : 'FALSE';
  if (cell.v instanceof Date) return cell.w ?? '';
  return (cell.v ?? '').replaceAll('\r\n', '\n');
}

function problemOf(cell: CellObject, place: { row: number; column: number }): TableProblem | undefined {
  if (cell.f !== undefined && cell.v === undefined) {
    return cellProblem(
      'formula-without-value',
      place,
      '数式の計算結果がファイルにありません。Excel で開いて上書き保存するか、値を入力してください。',
      'the formula has no stored result. Open the file in Excel and save it, or type the value.',
    );
  }
  if (cell.t !== 'e') return undefined;
  const shown = cell.w ?? '#ERROR';
  return cellProblem(
    'cell-error',
    place,
    `セルがエラー(${shown})です。数式を直すか、値を入力してください。`,
    `the cell shows an error (${shown}). Mend the formula or type the value.`,
  );
}

type Limits = { maxRows: number; maxColumns: number };
type RowText = { texts: string[]; problems: TableProblem[] };

/** One row; a cell beyond the last allowed column lands in the column after it, where the check of the width finds it. */
function rowText(row: readonly (CellObject | undefined)[], r: number, limits: Limits): RowText {
  const texts: string[] = [];
  const problems: TableProblem[] = [];
  row.forEach((cell, c) => {
    if (cell === undefined) return;
    const problem = problemOf(cell, { row: r + 1, column: c + 1 });
    if (problem !== undefined) problems.push(problem);
    const text = cell.t === 'e' ? (cell.w ?? '') : cellText(cell);
    if (text !== '') texts[Math.min(c, limits.maxColumns)] = text;
  });
  return { texts: Array.from(texts, (text) => text ?? ''), problems };
}

export type SheetText = { rows: string[][]; problems: TableProblem[] };

/** Rows from row 1 of the sheet, with at most one row and one column more than the limits, so that an overflow shows. */
export function sheetText(cells: SheetCells, limits: Limits): SheetText {
  const problems: TableProblem[] = [];
  const rows: string[][] = [];
  cells.forEach((row, r) => {
    const { texts, problems: found } = rowText(row ?? [], r, limits);
    if (texts.length === 0 && found.length === 0) return;
    problems.push(...found);
    rows[Math.min(r, limits.maxRows)] = texts;
  });
  return { rows: Array.from(rows, (row) => row ?? []), problems };
}
