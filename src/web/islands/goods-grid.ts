// The table of goods as a spreadsheet: paste from Excel, keys, errors and totals while typing, saved by itself. Without it
// the page is a form that works.
import { type GridState, goodsPageSize } from '../firm/goods/goods-page.ts';
import { isTable } from '../firm/goods/goods-paste.ts';
import { langOf } from '../ui/words.ts';
import { redrawAround, showTotals, strikeMended } from './goods-grid/around.ts';
import { showFindings } from './goods-grid/check.ts';
import { type Edits, makeEdits } from './goods-grid/edits.ts';
import { moveByKey } from './goods-grid/keys.ts';
import { guardLeaving } from './goods-grid/leaving.ts';
import { addRow, isCell, lineOf, markEmpty, type Row, type Rows, rowOf, rowsOf } from './goods-grid/rows.ts';
import { makeSaver, type Saver } from './goods-grid/saver.ts';
import { makeStatus } from './goods-grid/status.ts';

/** So many rows the button adds while there is room on the page. */
const rowsAdded = 10;

type Grid = { form: HTMLFormElement; rows: Rows; state: GridState; saver: Saver; edits: Edits; totals: () => void };

function startGrid(form: HTMLFormElement, body: HTMLTableSectionElement): void {
  const lang = langOf(document.documentElement.lang);
  const state = JSON.parse(form.dataset['grid'] ?? '') as GridState;
  const rows: Rows = { body, from: state.from, lang, levels: state.ruleLevels };
  const status = makeStatus(form, lang);
  const lines = () => rowsOf(rows).map(lineOf);
  const totals = () => {
    showTotals(form, state, lines(), saver.behind, lang);
    strikeMended();
  };
  const redraw = async () => {
    await redrawAround(form, state);
    totals();
  };
  const edits = makeEdits({ rows, state, status, totals, redraw, saver: () => saver });
  const saver: Saver = makeSaver({
    ...{ form, state, lang, status, lines },
    saved: (behind) => (behind > 0 ? redraw() : undefined),
    invalid: (behind) => behind > 0 && edits.withdraw(),
  });
  const grid: Grid = { form, rows, state, saver, edits, totals };
  hearTyping(grid);
  hearPaste(grid);
  hearButtons(grid);
  guardLeaving(form, saver);
  form.querySelector('[data-part="help"]')?.removeAttribute('hidden');
  form.dataset['ready'] = 'true';
}

const isLastPage = ({ state }: Grid): boolean => state.from + state.count === state.total;

function hearTyping(grid: Grid): void {
  const { form, rows, saver, edits, totals } = grid;
  let typed = false; // since the cell was entered: then up and down belong to its suggestions
  const addBelow = () => (isLastPage(grid) && rowsOf(rows).length < goodsPageSize ? addRow(rows) : undefined);

  form.addEventListener('input', (event) => {
    const row = isCell(event.target) ? rowOf(event.target) : null;
    if (!isCell(event.target) || !row) return;
    typed = true;
    markEmpty(row);
    edits.settle();
    if (event.target.hasAttribute('aria-invalid')) showFindings(row, rows);
    totals();
    saver.changed();
  });
  form.addEventListener('change', (event) => {
    const row = isCell(event.target) ? rowOf(event.target) : null;
    if (row) showFindings(row, rows);
    totals();
  });
  form.addEventListener('focusin', () => {
    typed = false;
  });
  form.addEventListener('keydown', (event) => {
    if (isCell(event.target)) moveByKey(event, event.target, rows, typed, addBelow);
  });
}

function hearPaste({ form, edits }: Grid): void {
  form.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const fromTable = /<t[rd][\s>]/i.test(event.clipboardData?.getData('text/html') ?? '');
    if (!isCell(event.target) || !isTable(text, fromTable)) return;
    event.preventDefault();
    edits.paste(event.target, text);
  });
  form.addEventListener('keydown', (event) => {
    const undoes = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
    if (!undoes || event.isComposing || !edits.mayTakeBack()) return;
    event.preventDefault();
    void edits.takeBack();
  });
}

function hearButtons(grid: Grid): void {
  const { form, rows, edits } = grid;
  const enter = (row: Row | undefined) => row?.querySelector<HTMLElement>('[data-field]')?.focus();
  form.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (button?.name !== 'do') return;
    const [what] = button.value.split(':');
    const row = button.closest('tr');
    if (what === 'delete' && row) edits.remove(row);
    else if (what === 'insert' && row) enter(addRow(rows, row));
    else if (what === 'rows' && isLastPage(grid) && rowsOf(rows).length + rowsAdded <= goodsPageSize)
      enter(Array.from({ length: rowsAdded }, () => addRow(rows))[0]);
    else return;
    event.preventDefault();
  });
}

const form = document.querySelector<HTMLFormElement>('form[data-island="goods-grid"]');
const body = form?.querySelector<HTMLTableSectionElement>('.goods-grid tbody');
if (form && body) startGrid(form, body);
