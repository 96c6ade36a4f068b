// What the examiner should know before he looks: what the rules warned of, what was asked for, what has changed.

import type { Difference } from '../../applications/differences.ts';
import type { Remark } from '../../applications/remarks-store.ts';
import { byRule } from '../firm/review/findings-list.tsx';
import type { KindPages } from '../kinds/kind-pages.ts';
import { pagesOf } from '../kinds/kinds.ts';
import { formatCount } from '../ui/dates.ts';
import { Table } from '../ui/table.tsx';
import type { Lang } from '../ui/words.ts';
import type { CaseView } from './case-view.ts';
import { caseWords } from './case-words.ts';

export function CasePoints({ lang, view }: CaseView) {
  const w = caseWords[lang];
  const { askedFor, differences, application } = view;
  const pages = pagesOf(application.kind);
  // What was asked for in this very round stands here while the firm mends it.
  const asked = application.status === 'returned' ? view.remarks : askedFor;
  return (
    <>
      <Warnings {...{ lang, view, pages }} />
      {asked.length === 0 ? null : (
        <section aria-labelledby="asked" class="desk-asked">
          <h2 id="asked">{application.status === 'returned' ? w.askedNow : w.askedFor}</h2>
          <Remarks {...{ lang, pages }} remarks={asked} />
        </section>
      )}
      {differences === undefined ? null : <Changes {...{ lang, pages, differences }} />}
    </>
  );
}

type Said = { lang: Lang; pages: KindPages };

function Warnings({ lang, pages, view }: Said & Pick<CaseView, 'view'>) {
  const w = caseWords[lang];
  const warnings = view.submission.findings.filter((finding) => finding.level === 'warn');
  if (warnings.length === 0) return null;
  return (
    <section aria-labelledby="warnings" class="desk-warnings">
      <h2 id="warnings">{w.warnings(warnings.length)}</h2>
      <p>{w.warningsLead}</p>
      <ul>
        {byRule(warnings).map(({ shown, more }) => (
          <>
            {shown.map((finding) => (
              <li>
                <strong>{pages.placeName(lang, finding.place)}</strong>:{' '}
                {finding.row === undefined ? '' : w.row(finding.row)}
                {finding[lang]}
              </li>
            ))}
            {more === 0 ? null : <li class="quiet">{w.moreWarnings(formatCount(more))}</li>}
            <Why lang={lang} why={shown[0]?.why} />
          </>
        ))}
      </ul>
    </section>
  );
}

/** One answer for all that a rule says. */
function Why({ lang, why }: { lang: Lang; why: string | undefined }) {
  return why === undefined ? null : (
    <li class="desk-said">
      {caseWords[lang].why}: <bdi>{why}</bdi>
    </li>
  );
}

function Remarks({ lang, pages, remarks }: Said & { remarks: readonly Remark[] }) {
  return (
    <ul>
      {remarks.map(({ place, words }) => (
        <li class="desk-said">
          <strong>{pages.placeName(lang, place)}</strong>: <bdi>{words}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** A new list of five thousand lines would be a page of nothing else; the first of them say enough. */
const shownChanges = 60;

function Changes({ lang, pages, differences }: Said & { differences: readonly Difference[] }) {
  const w = caseWords[lang];
  if (differences.length === 0) return <p>{w.unchanged}</p>;
  const more = differences.length - shownChanges;
  return (
    <section aria-labelledby="changes-caption">
      <Table
        {...{ lang, id: 'changes', caption: w.changes(formatCount(differences.length)), dense: true, phone: 'stack' }}
        rows={differences.slice(0, shownChanges)}
        columns={[
          { key: 'place', head: w.place, cell: ({ place }) => pages.placeName(lang, place) },
          { key: 'item', head: w.item, namesRow: true, cell: (one) => pages.changedLabel(lang, one) },
          { key: 'before', head: w.before, cell: (one) => <Side {...{ lang, pages, one }} side="before" /> },
          { key: 'after', head: w.after, cell: (one) => <Side {...{ lang, pages, one }} side="after" /> },
        ]}
      />
      {more > 0 ? <p class="quiet">{w.moreChanges(formatCount(more))}</p> : null}
    </section>
  );
}

function Side(props: Said & { one: Difference; side: 'before' | 'after' }) {
  const { lang, pages, one, side } = props;
  const value = one[side];
  if (value === undefined) return <span class="quiet">{caseWords[lang].nothing}</span>;
  const text = pages.changedValue(lang, one.path, value);
  return side === 'before' ? <del class="desk-text">{text}</del> : <ins class="desk-text">{text}</ins>;
}
