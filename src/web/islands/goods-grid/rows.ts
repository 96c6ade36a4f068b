// The rows of the table as the server drew them: read, written, added, taken away. Knows no event and no request.

import type { GoodsLine } from '../../../applications/forms/origin/content.ts';
import { type GoodsField, goodsColumns } from '../../../applications/forms/origin/goods-columns.ts';
import type { RuleLevels } from '../../../chambers/settings.ts';
import { emptyLine, goodsFieldName, isEmptyLine } from '../../firm/goods/goods-page.ts';
import { goodsWords } from '../../firm/goods/goods-words.ts';
import type { Lang } from '../../ui/words.ts';

export type Cell = HTMLInputElement | HTMLTextAreaElement;
/** `from`: the number of the page's first row, from 0. */
export type Rows = { body: HTMLTableSectionElement; from: number; lang: Lang; levels: RuleLevels };
export type Row = HTMLTableRowElement;

/** The rows that are lines of goods; below some stands a row of what is wrong in it. */
export const rowsOf = ({ body }: Rows): Row[] => [...body.rows].filter((row) => row.dataset['row'] !== undefined);

/** The row below a line of goods that says what is wrong in it. */
export function saidRowOf(row: Row): Row | undefined {
  const next = row.nextElementSibling;
  return next instanceof HTMLTableRowElement && next.dataset['row'] === undefined ? next : undefined;
}

export function isCell(target: unknown): target is Cell {
  return (
    (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) &&
    target.dataset['field'] !== undefined
  );
}

export const fieldOf = (cell: Cell): GoodsField =>
  goodsColumns.find(({ field }) => field === cell.dataset['field'])?.field ?? 'marks';

export const rowOf = (cell: Cell): Row | null => cell.closest('tr');

export function cellOf(row: Row, field: GoodsField): Cell | null {
  return row.querySelector<Cell>(`[data-field="${field}"]`);
}

export function lineOf(row: Row): GoodsLine {
  const line = emptyLine();
  for (const { field } of goodsColumns) line[field] = cellOf(row, field)?.value ?? '';
  return line;
}

/** An empty row shows no buttons: there is nothing to delete. */
export function markEmpty(row: Row): void {
  row.classList.toggle('goods-empty', isEmptyLine(lineOf(row)));
}

/** True when something changed. */
export function setLine(row: Row, line: GoodsLine): boolean {
  let changed = false;
  for (const { field } of goodsColumns) {
    const cell = cellOf(row, field);
    if (!cell || cell.value === line[field]) continue;
    cell.value = line[field];
    changed = true;
  }
  markEmpty(row);
  return changed;
}

/** An empty row before `before`, or at the end. Nothing happens to a table that has no row to copy. */
export function addRow(rows: Rows, before: Row | null = null): Row | undefined {
  const copy = rowsOf(rows)[0]?.cloneNode(true) as Row | undefined;
  if (!copy) return undefined;
  for (const cell of copy.querySelectorAll<Cell>('[data-field]')) {
    cell.removeAttribute('aria-invalid');
    cell.removeAttribute('aria-describedby');
    cell.value = '';
  }
  markEmpty(copy);
  rows.body.insertBefore(copy, before);
  renumber(rows);
  return copy;
}

export function removeRow(rows: Rows, row: Row): void {
  saidRowOf(row)?.remove();
  row.remove();
  renumber(rows);
}

/** As many rows as there are lines, in their place; tells which rows changed. */
export function setLines(rows: Rows, lines: readonly GoodsLine[]): Row[] {
  for (const row of rowsOf(rows).slice(Math.max(1, lines.length))) removeRow(rows, row);
  while (rowsOf(rows).length < lines.length && addRow(rows));
  return rowsOf(rows).filter((row, index) => setLine(row, lines[index] ?? emptyLine()));
}

function renumber(rows: Rows): void {
  rowsOf(rows).forEach((row, index) => {
    const at = rows.from + index;
    if (row.dataset['row'] !== String(at)) numberRow(row, at, rows.lang);
  });
}

function numberRow(row: Row, at: number, lang: Lang): void {
  const w = goodsWords[lang];
  row.dataset['row'] = String(at);
  const head = row.querySelector('th');
  if (head) head.textContent = String(at + 1);
  for (const column of goodsColumns) {
    const cell = cellOf(row, column.field);
    if (!cell) continue;
    cell.name = goodsFieldName(at, column.field);
    cell.id = `f-${cell.name}`;
    cell.setAttribute('aria-label', w.cell(at + 1, column[lang]));
    const said = saidRowOf(row)?.querySelector(`[data-of="${column.field}"]`);
    if (!said) continue;
    said.id = `${cell.id}-error`;
    cell.setAttribute('aria-describedby', said.id);
  }
  for (const button of row.querySelectorAll('button')) {
    button.value = `${button.value.split(':')[0] ?? ''}:${at}`;
    const unseen = button.querySelector('.unseen');
    if (unseen) unseen.textContent = ` (${w.ofRow(at + 1)})`;
  }
}
