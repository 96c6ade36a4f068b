// What changes many cells at once – a paste, a row taken away – and taking the last of it back.
import type { GoodsLine } from '../../../applications/forms/origin/content.ts';
import { boxesWords } from '../../firm/boxes/boxes-words.ts';
import type { GridState } from '../../firm/goods/goods-page.ts';
import { layOver, type Pasted, readPaste } from '../../firm/goods/goods-paste.ts';
import { isMendable, showFindings } from './check.ts';
import { addRow, type Cell, fieldOf, lineOf, type Row, type Rows, removeRow, rowOf, rowsOf, setLines } from './rows.ts';
import type { Saver } from './saver.ts';
import type { Status } from './status.ts';
import { gridWords } from './words.ts';

const notesShown = 5;

/** The rows as they were; `behind`: how many lines were put behind the page since. */
type Undo = { rows: GoodsLine[]; behind: number };

export type Edits = {
  paste(cell: Cell, text: string): void;
  remove(row: Row): void;
  mayTakeBack(): boolean;
  takeBack(): Promise<void>;
  /** The last edit is left as it is: what is typed now has its own undo, the browser's. */
  settle(): void;
  /** Takes back a paste that the server will not have; true when there was one. */
  withdraw(): boolean;
};

type House = {
  rows: Rows;
  state: GridState;
  status: Status;
  saver: () => Saver;
  totals: () => void;
  redraw: () => Promise<void>;
};

export function makeEdits(house: House): Edits {
  const { rows, state, status } = house;
  const w = gridWords[rows.lang];
  let undo: Undo | undefined;

  function put(lines: readonly GoodsLine[]): void {
    for (const row of setLines(rows, lines)) showFindings(row, rows);
    house.totals();
  }

  const offer = { label: w.undo, act: () => void edits.takeBack() };

  function sayPasted(pasted: Pasted, behind: number): void {
    const count = (n: number) => n.toLocaleString('en-US');
    const notes = pasted.notes
      .slice(0, notesShown)
      .map((note) => (note.row === undefined ? note[rows.lang] : w.atRow(count(note.row), note[rows.lang])));
    const wrong = rows.body.querySelectorAll('[aria-invalid]').length;
    const wide = rowsOf(rows).some((row) => isMendable(lineOf(row)));
    const more = pasted.notes.length - notes.length;
    const sentences = [
      w.pasted(count(pasted.lines.length)),
      ...(pasted.headed ? [w.headed] : []),
      ...(behind > 0 ? [w.beyond(count(behind))] : []),
      ...(wrong > 0 ? [w.wrong(count(wrong))] : []),
      ...notes,
      ...(more > 0 ? [w.moreNotes(count(more))] : []),
    ];
    status.say(
      notes.length > 0 || wrong > 0 ? 'attention' : 'info',
      sentences,
      wide ? [offer, { label: boxesWords[rows.lang].mend, press: 'mend' }] : [offer],
    );
  }

  const edits: Edits = {
    mayTakeBack: () => undo !== undefined,
    settle() {
      undo = undefined;
    },
    withdraw() {
      if (!undo) return false;
      put(undo.rows);
      undo = undefined;
      return true;
    },
    paste(cell, text) {
      const row = rowOf(cell);
      if (!row) return;
      const before = rowsOf(rows).map(lineOf);
      const pasted = readPaste(text, fieldOf(cell));
      const laid = layOver(before, rowsOf(rows).indexOf(row), pasted.lines);
      const mine: Undo = { rows: before, behind: laid.beyond.length };
      undo = mine;
      house.saver().behind.push(...laid.beyond);
      put(laid.rows);
      house.saver().changed();
      // A refusal speaks for itself.
      void house
        .saver()
        .flush()
        .then((done) => {
          if (done && undo === mine) sayPasted(pasted, laid.beyond.length);
        });
    },
    remove(row) {
      undo = { rows: rowsOf(rows).map(lineOf), behind: 0 };
      const number = Number(row.dataset['row']) + 1;
      if (rowsOf(rows).length === 1) addRow(rows);
      const next = row.nextElementSibling ?? row.previousElementSibling;
      removeRow(rows, row);
      next?.querySelector<HTMLElement>('[data-field]')?.focus();
      house.totals();
      house.saver().changed();
      status.say('info', [w.removed(String(number))], [offer]);
    },
    async takeBack() {
      if (!undo) return;
      const { rows: before, behind } = undo;
      undo = undefined;
      await house.saver().settled(); // the paste may be on its way
      const unsaved = house.saver().behind.length;
      house.saver().behind = [];
      // Lines that were saved behind the page belong to what its next save replaces.
      const surplus = unsaved > 0 ? 0 : behind;
      state.count += surplus;
      put(before);
      house.saver().changed();
      if (!(await house.saver().flush())) return;
      if (surplus > 0) await house.redraw();
      status.say('info', [w.undone]);
    },
  };
  return edits;
}
