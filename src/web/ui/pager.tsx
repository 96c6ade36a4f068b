import { formatCount } from './dates.ts';
import { shellWords } from './shell-words.ts';
import type { Lang } from './words.ts';

type PagerProps = {
  lang: Lang;
  /** All that the filter lets through. */
  total: number;
  perPage: number;
  /** Counted from 1; the screen has already refused or moved a page beyond the last. */
  page: number;
  /** The address of another page with the same filter. */
  hrefOf: (page: number) => string;
};

/** How many there are, which of them are in sight, and the way to the others. */
export function Pager(props: PagerProps) {
  const w = shellWords[props.lang];
  const pages = Math.max(1, Math.ceil(props.total / props.perPage));
  if (pages === 1) return <p class="count">{w.countOnly(formatCount(props.total))}</p>;
  const first = (props.page - 1) * props.perPage + 1;
  const last = Math.min(props.total, props.page * props.perPage);
  return (
    <nav class="pager" aria-label={w.pages}>
      <p class="count">{w.range(formatCount(first), formatCount(last), formatCount(props.total))}</p>
      <ul>
        <li>
          {props.page > 1 ? (
            <a href={props.hrefOf(props.page - 1)} rel="prev">
              {w.previous}
            </a>
          ) : null}
        </li>
        <li>{w.showPage(props.page, pages)}</li>
        <li>
          {props.page < pages ? (
            <a href={props.hrefOf(props.page + 1)} rel="next">
              {w.next}
            </a>
          ) : null}
        </li>
      </ul>
    </nav>
  );
}
