// What stands around the table of goods: what is to be mended, the way to the other pages, the totals.
import type { Finding } from '../../../applications/finding.ts';
import { sumPackages, sumQuantities } from '../../../applications/forms/goods-sums.ts';
import type { GoodsLine } from '../../../applications/forms/origin/content.ts';
import { goodsColumns } from '../../../applications/forms/origin/goods-columns.ts';
import { formatCount } from '../../ui/dates.ts';
import { fieldId } from '../../ui/field-frame.tsx';
import type { Lang } from '../../ui/words.ts';
import { cellOf, type GoodsPage, type GoodsRow, goodsFieldName, goodsPageSize } from './goods-page.ts';
import { goodsWords } from './goods-words.ts';

const shownPlaces = 10;
const shownPages = 12;

/**
 * Findings about cells, those of this page as links to the cell, of other pages as links to the page. `focused` after a
 * save that was asked for, so that it is read first; not at each visit of a draft that is still being typed.
 */
export function GoodsProblems(props: {
  lang: Lang;
  findings: readonly Finding[];
  rows: readonly GoodsRow[];
  page: GoodsPage;
  hrefOf: (page: number) => string;
  focused: boolean;
}) {
  const { lang, findings, page } = props;
  const w = goodsWords[lang];
  const about = findings.filter((finding) => cellOf(finding) !== undefined);
  const blocking = about.filter((finding) => finding.level === 'block');
  const warnings = about.length - blocking.length;
  const elsewhere = countByPage(blocking, page.page);
  return (
    <div data-part="problems">
      {blocking.length === 0 ? null : (
        <div class="error-summary" id="errors" tabindex={-1} autofocus={props.focused}>
          <h2>{w.problems(formatCount(blocking.length))}</h2>
          <ul>
            <PlacesHere lang={lang} rows={props.rows} />
            {elsewhere.slice(0, shownPages).map(([number, n]) => (
              <li>
                <a href={props.hrefOf(number)}>{w.onPage(number, formatCount(n))}</a>
              </li>
            ))}
            {elsewhere.length > shownPages ? (
              <li>{w.furtherPages(formatCount(elsewhere.length - shownPages))}</li>
            ) : null}
          </ul>
          <p>{w.problemsLead}</p>
        </div>
      )}
      {warnings === 0 ? null : (
        <p class="goods-warnings">
          <strong>{w.warnings(formatCount(warnings))}</strong> {w.warningsLead}
        </p>
      )}
    </div>
  );
}

function PlacesHere({ lang, rows }: { lang: Lang; rows: readonly GoodsRow[] }) {
  const w = goodsWords[lang];
  const places = rows.flatMap((row) =>
    row.findings.flatMap((finding) => {
      const column = goodsColumns.find(({ field }) => field === cellOf(finding)?.field);
      return finding.level !== 'block' || !column ? [] : [{ at: row.at, column, finding }];
    }),
  );
  return (
    <>
      {places.slice(0, shownPlaces).map(({ at, column, finding }) => (
        <li>
          <a href={`#${fieldId(goodsFieldName(at, column.field))}`}>
            {w.cell(at + 1, column[lang])}: {finding[lang]}
          </a>
        </li>
      ))}
      {places.length > shownPlaces ? <li>{w.morePlaces(formatCount(places.length - shownPlaces))}</li> : null}
    </>
  );
}

function countByPage(findings: readonly Finding[], except: number): [page: number, n: number][] {
  const byPage = Map.groupBy(findings, (finding) => Math.floor((cellOf(finding)?.index ?? 0) / goodsPageSize) + 1);
  return [...byPage].filter(([page]) => page !== except).map(([page, found]) => [page, found.length]);
}

/**
 * The way to other pages. In the form that is typed on it is made of its buttons, so that moving saves, without script
 * too; elsewhere of links.
 */
export function GoodsPager(props: { lang: Lang; page: GoodsPage; hrefOf?: (page: number) => string; id: string }) {
  const { lang, page } = props;
  const w = goodsWords[lang];
  const ways = [
    { to: 1, label: w.first, may: page.page > 2 },
    { to: page.page - 1, label: w.previous, may: page.page > 1 },
    { to: page.page + 1, label: w.next, may: page.page < page.pages },
    { to: page.pages, label: w.last, may: page.page < page.pages - 1 },
  ].filter(({ may }) => may);
  // The island counts here what is typed.
  if (page.total === 0)
    return (
      <div class="pager" data-part={props.id}>
        <p class="count" />
      </div>
    );
  return (
    <nav class="pager" aria-label={`${w.pages} (${props.id === 'pager-top' ? '1' : '2'})`} data-part={props.id}>
      <p class="count">
        {w.range(formatCount(page.from + 1), formatCount(page.from + page.count), formatCount(page.total))}
      </p>
      {page.pages === 1 ? null : (
        <ul>
          <li>{w.pageOf(page.page, page.pages)}</li>
          {ways.map(({ to, label }) => (
            <li>
              {props.hrefOf ? (
                <a href={props.hrefOf(to)}>{label}</a>
              ) : (
                <button type="submit" class="button button-link" name="do" value={`page:${to}`}>
                  {label}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}

/** The sums of all lines, not of the page alone. The island writes into the same places. */
export function GoodsTotals({ lang, goods }: { lang: Lang; goods: readonly GoodsLine[] }) {
  const w = goodsWords[lang];
  const packages = sumPackages(goods);
  const quantities = sumQuantities(goods).map(({ quantity, unit }) => `${quantity} ${unit}`);
  return (
    <section class="goods-totals" aria-labelledby="goods-totals">
      <h2 id="goods-totals">{w.totals}</h2>
      <dl>
        <div>
          <dt>{w.lines}</dt>
          <dd data-total="lines">{w.lineCount(formatCount(goods.length))}</dd>
        </div>
        <div>
          <dt>{w.packages}</dt>
          <dd data-total="packages">{packages ? `${packages.count} ${packages.kind}`.trim() : w.noTotal}</dd>
        </div>
        <div>
          <dt>{w.quantities}</dt>
          <dd data-total="quantities">{quantities.join(lang === 'ja' ? '、' : ', ') || w.noTotal}</dd>
        </div>
      </dl>
      <p class="field-help">{w.totalsHelp}</p>
    </section>
  );
}
