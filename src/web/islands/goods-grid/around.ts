// What stands around the rows and depends on all lines: totals at once, pages and problems as the server draws them.

import { sumPackages, sumQuantities } from '../../../applications/forms/goods-sums.ts';
import type { GoodsLine } from '../../../applications/forms/origin/content.ts';
import { type GridState, isEmptyLine } from '../../firm/goods/goods-page.ts';
import { goodsWords } from '../../firm/goods/goods-words.ts';
import type { Lang } from '../../ui/words.ts';
import { holdStill } from './hold-still.ts';

/** @param behind lines that were pasted beyond the page and are not saved yet */
export function showTotals(
  form: HTMLFormElement,
  state: GridState,
  lines: readonly GoodsLine[],
  behind: readonly GoodsLine[],
  lang: Lang,
): void {
  const w = goodsWords[lang];
  const write = (name: string, text: string) => {
    const place = form.querySelector(`[data-total="${name}"]`);
    if (place && place.textContent !== text) place.textContent = text;
  };
  const all = [...state.before, ...lines, ...behind, ...state.after];
  const here = lines.filter((line) => !isEmptyLine(line)).length;
  const kept = here + behind.length;
  document.querySelector('[data-part="empty"]')?.toggleAttribute('hidden', state.total - state.count + kept > 0);
  showRange(form, state, { here, total: state.total - state.count + kept }, lang);
  const packages = sumPackages(all);
  const quantities = sumQuantities(all).map(({ quantity, unit }) => `${quantity} ${unit}`);
  write('lines', w.lineCount((state.total - state.count + kept).toLocaleString('en-US')));
  write('packages', packages ? `${packages.count} ${packages.kind}`.trim() : w.noTotal);
  write('quantities', quantities.join(lang === 'ja' ? '、' : ', ') || w.noTotal);
}

/** Which lines stand on this page, of how many; nothing while there are none. */
function showRange(
  form: HTMLFormElement,
  { from }: GridState,
  lines: { here: number; total: number },
  lang: Lang,
): void {
  const [first, last, total] = [from + 1, from + lines.here, lines.total].map((n) => n.toLocaleString('en-US'));
  const text = lines.here === 0 ? '' : goodsWords[lang].range(first ?? '', last ?? '', total ?? '');
  for (const count of form.querySelectorAll('[data-part^="pager"] .count'))
    if (count.textContent !== text) count.textContent = text;
}

/** The page as the server would draw it now: its pagers and problems take the place of ours, the rows stay. */
export async function redrawAround(form: HTMLFormElement, state: GridState): Promise<void> {
  const page = Math.floor(state.from / 50) + 1;
  const response = await fetch(`${form.getAttribute('action') ?? ''}?page=${page}`);
  if (!response.ok) return; // the next full page will show it
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  holdStill(form.querySelector('.goods-grid'), () => {
    for (const name of ['pager-top', 'pager-end', 'problems', 'mends']) {
      const now = fresh.querySelector(`[data-part="${name}"]`);
      now?.removeAttribute('autofocus');
      if (now) document.querySelector(`[data-part="${name}"]`)?.replaceWith(document.importNode(now, true));
    }
  });
  const drawn = fresh.querySelector<HTMLFormElement>('[data-grid]')?.dataset['grid'];
  const { before, after, total } = JSON.parse(drawn ?? '{}') as Partial<GridState>;
  state.before = before ?? state.before;
  state.after = after ?? state.after;
  state.total = total ?? state.total;
}

/** Strikes out of the list at the top what is no longer wrong; nothing moves while somebody types. */
export function strikeMended(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-part="problems"] a[href^="#"]')) {
    const cell = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    link.classList.toggle('goods-mended', cell !== null && !cell.hasAttribute('aria-invalid'));
  }
}
