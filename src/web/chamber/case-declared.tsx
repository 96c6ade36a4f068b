// Left: what is declared. The sheets as they will be, and the same once more as text to copy.
import { a4 } from '../../paper/page.ts';
import { pagesOf } from '../kinds/kinds.ts';
import { paths } from '../paths.ts';
import { formatCount } from '../ui/dates.ts';
import { SummaryList } from '../ui/summary-list.tsx';
import type { CaseView } from './case-view.ts';
import { caseWords } from './case-words.ts';

/** More lines than these have a page of their own. */
export const shownGoods = 50;

export function CaseDeclared(props: CaseView & { sheets: number }) {
  const { lang, view, sheets } = props;
  const w = caseWords[lang];
  const { applicationId, round } = view.application;
  return (
    <div class="desk-side">
      <div class="desk-side-head">
        <h2>{w.sheets(sheets)}</h2>
        <a href="#as-text">{w.asText}</a>
      </div>
      <section class="desk-pane" id="pane-left" aria-label={w.declared} tabindex={0}>
        {Array.from({ length: sheets }, (_, index) => index + 1).map((sheet) => (
          <a class="desk-picture" href={`${paths.deskSheet(applicationId, String(sheet))}?round=${round}`} data-page="">
            <img
              src={`${paths.deskSheet(applicationId, String(sheet))}?round=${round}`}
              alt={w.sheet(sheet, sheets)}
              width={String(Math.round(a4.width * 4))}
              height={String(Math.round(a4.height * 4))}
              loading={sheet === 1 ? 'eager' : 'lazy'}
            />
          </a>
        ))}
        <AsText {...props} />
      </section>
    </div>
  );
}

function AsText({ lang, view }: CaseView) {
  const w = caseWords[lang];
  const { submission } = view;
  const { applicationId, goodsLines, kind } = view.application;
  const pages = pagesOf(kind);
  return (
    <>
      <h3 id="as-text" tabindex={-1}>
        {w.asTextHeading}
      </h3>
      <SummaryList items={pages.deskText(lang, submission)} />
      {pages.goodsTable({ lang, id: 'goods', from: 0, lines: submission.content.goods.slice(0, shownGoods) })}
      {goodsLines > shownGoods ? (
        <p>
          <a href={paths.deskGoods(applicationId)} target="_blank" rel="noopener">
            {w.allGoods(formatCount(goodsLines))}
          </a>
        </p>
      ) : null}
    </>
  );
}
