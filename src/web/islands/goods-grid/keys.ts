// Moving through the cells as in a spreadsheet, without taking from a cell what its text needs.
import { goodsColumns } from '../../../applications/forms/origin/goods-columns.ts';
import { type Cell, cellOf, fieldOf, type Row, type Rows, rowOf, rowsOf } from './rows.ts';

type Step = { rows: number; columns: number };

const arrows = {
  ArrowUp: { rows: -1, columns: 0 },
  ArrowDown: { rows: 1, columns: 0 },
  ArrowLeft: { rows: 0, columns: -1 },
  ArrowRight: { rows: 0, columns: 1 },
} as const satisfies Record<string, Step>;
type Arrow = keyof typeof arrows;
const isArrow = (key: string): key is Arrow => key in arrows;

/**
 * Where a key leads from a cell; undefined: the key is the cell's own. `typed`: something was typed since the cell was
 * entered, so that up and down belong to its list of suggestions.
 */
function stepOf(event: KeyboardEvent, cell: Cell, typed: boolean): Step | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (event.key === 'Enter') return event.shiftKey ? arrows.ArrowUp : arrows.ArrowDown;
  if (event.key === 'Tab') return tabStep(event, cell);
  return event.shiftKey ? undefined : arrowStep(event.key, cell, typed);
}

/** Arrows leave a cell from the edge of its text, or when all of it is marked, as it is after every move. */
function arrowStep(key: string, cell: Cell, typed: boolean): Step | undefined {
  const before = cell.value.slice(0, cell.selectionStart ?? 0);
  const after = cell.value.slice(cell.selectionEnd ?? 0);
  const whole = before === '' && after === '';
  const listed = typed && cell.hasAttribute('list');
  const leaves = {
    ArrowLeft: whole || (before === '' && collapsed(cell)),
    ArrowRight: whole || (after === '' && collapsed(cell)),
    ArrowUp: !listed && (whole || !before.includes('\n')),
    ArrowDown: !listed && (whole || !after.includes('\n')),
  };
  return isArrow(key) && leaves[key] ? arrows[key] : undefined;
}

const collapsed = (cell: Cell): boolean => cell.selectionStart === cell.selectionEnd;

/** From the last cell of a row to the first of the next, passing its buttons: they are one arrow to the right. */
function tabStep(event: KeyboardEvent, cell: Cell): Step | undefined {
  const field = fieldOf(cell);
  const last = goodsColumns.length - 1;
  if (!event.shiftKey && field === goodsColumns[last]?.field) return { rows: 1, columns: -last };
  if (event.shiftKey && field === goodsColumns[0]?.field) return { rows: -1, columns: last };
  return undefined;
}

/** @param addRow gives another row below the last one, or undefined where the page is full */
export function moveByKey(
  event: KeyboardEvent,
  cell: Cell,
  rows: Rows,
  typed: boolean,
  addBelow: () => Row | undefined,
): void {
  // While an input method composes, its keys are its own; Safari says so by 229 only.
  if (event.isComposing || event.keyCode === 229) return;
  if (event.key === 'Enter' && event.altKey) {
    breakLine(event, cell);
    return;
  }
  const step = stepOf(event, cell, typed);
  const row = rowOf(cell);
  if (!step || !row) return;
  const to =
    target(rows, row, cell, step) ?? (event.key === 'Enter' && step.rows > 0 ? firstOf(addBelow(), cell) : undefined);
  // Enter must never press a button of the form; Tab at the end leaves the table as it leaves any other.
  if (to || event.key === 'Enter') event.preventDefault();
  to?.focus();
  if (to && isText(to)) to.select();
}

const isText = (element: HTMLElement): element is Cell =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

function target(rows: Rows, row: Row, cell: Cell, step: Step): HTMLElement | undefined {
  const all = rowsOf(rows);
  const goal = all[all.indexOf(row) + step.rows];
  const column = goodsColumns.findIndex(({ field }) => field === fieldOf(cell)) + step.columns;
  if (!goal) return undefined;
  if (column === goodsColumns.length) return goal.querySelector('button') ?? undefined;
  const field = goodsColumns[column]?.field;
  return (field && cellOf(goal, field)) ?? undefined;
}

const firstOf = (row: Row | undefined, cell: Cell): Cell | undefined =>
  (row && cellOf(row, fieldOf(cell))) ?? undefined;

function breakLine(event: KeyboardEvent, cell: Cell): void {
  event.preventDefault();
  if (!(cell instanceof HTMLTextAreaElement)) return;
  cell.setRangeText('\n', cell.selectionStart, cell.selectionEnd, 'end');
  cell.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertLineBreak' }));
}
