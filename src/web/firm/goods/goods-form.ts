// What the form of the goods has sent: its rows, which lines they stand for, and the button that was pressed.
import { maxTableLines } from '../../../applications/forms/origin/goods-columns.ts';
import { Refusal } from '../../../lib/refusal.ts';
import { rowsOfForm } from './goods-page.ts';
import { goodsWords } from './goods-words.ts';

export type GoodsDeed =
  | { do: 'save' | 'next' | 'rows' | 'mend' }
  | { do: 'page'; to: number }
  | { do: 'insert' | 'delete'; at: number };

export type GoodsForm = {
  version: number;
  /** The rows stand for the saved lines `from` (0 is the first) onwards, `count` of them. */
  from: number;
  count: number;
  /** A row that is to be deleted is left out already. */
  rows: ReturnType<typeof rowsOfForm>;
  deed: GoodsDeed;
};

/** Refuses `invalid` when the form does not say which lines it stands for: to guess would overwrite others. */
export function goodsFormOf(form: Readonly<Record<string, string>>): GoodsForm {
  const [version, from, count] = ['version', 'from', 'count'].map((name) => wholeNumber(form[name]));
  if (version === undefined || from === undefined || count === undefined || from + count > maxTableLines)
    throw new Refusal('invalid', {
      fields: [{ field: '', ja: goodsWords.ja.versionMissing, en: goodsWords.en.versionMissing }],
    });
  const deed = deedOf(form['do'] ?? '');
  const rows = rowsOfForm(form).filter(({ at }) => !(deed.do === 'delete' && deed.at === at));
  return { version, from, count, rows, deed };
}

const wholeNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;

/** An unknown button saves: what was typed is kept in any case. */
function deedOf(pressed: string): GoodsDeed {
  const [what = '', number = ''] = pressed.split(':');
  const at = wholeNumber(number);
  if (what === 'next' || what === 'rows' || what === 'mend') return { do: what };
  if (what === 'page' && at !== undefined) return { do: what, to: at };
  if ((what === 'insert' || what === 'delete') && at !== undefined) return { do: what, at };
  return { do: 'save' };
}
