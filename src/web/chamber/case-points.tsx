// What the examiner should know before he looks: what the rules warned of, what was asked for, what has changed.

import type { Difference } from '../../applications/differences.ts';
import type { Remark } from '../../applications/remarks-store.ts';
import { placeWords } from '../firm/review/finding-link.ts';
import { byRule } from '../firm/review/findings-list.tsx';
import { formatCount } from '../ui/dates.ts';
import { Table } from '../ui/table.tsx';
import type { Lang } from '../ui/words.ts';
import { changedLabel, changedValue } from './case-changed.ts';
import type { CaseView } from './case-view.ts';
import { caseWords } from './case-words.ts';

export function CasePoints({ lang, view }: CaseView) {
  const w = caseWords[lang];
  const { askedFor, differences, application } = view;
  // What was asked for in this very round stands here while the firm mends it.
  const asked = application.status === 'returned' ? view.remarks : askedFor;
  return (
    <>
      <Warnings lang={lang} view={view} />
      {asked.length === 0 ? null : (
        <section aria-labelledby="asked" class="desk-asked">
          <h2 id="asked">{application.status === 'returned' ? w.askedNow : w.askedFor}</h2>
          <Remarks lang={lang} remarks={asked} />
        </section>
      )}
      {differences === undefined ? null : <Changes lang={lang} differences={differences} />}
    </>
  );
}

function Warnings({ lang, view }: Pick<CaseView, 'lang' | 'view'>) {
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
                <strong>{placeWords[lang][finding.place]}</strong>:{' '}
                {finding.row === undefined ? '' : w.row(finding.row)}
                {finding[lang]}
              </li>
            ))}
            {more === 0 ? null : <li class="quiet">{w.moreWarnings(formatCount(more))}</li>}
          </>
        ))}
      </ul>
    </section>
  );
}

function Remarks({ lang, remarks }: { lang: Lang; remarks: readonly Remark[] }) {
  return (
    <ul>
      {remarks.map(({ place, words }) => (
        <li class="desk-said">
          <strong>{placeWords[lang][place]}</strong>: <bdi>{words}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** A new list of five thousand lines would be a page of nothing else; the first of them say enough. */
const shownChanges = 60;

function Changes({ lang, differences }: { lang: Lang; differences: readonly Difference[] }) {
  const w = caseWords[lang];
  if (differences.length === 0) return <p>{w.unchanged}</p>;
  const more = differences.length - shownChanges;
  return (
    <section aria-labelledby="changes-caption">
      <Table
        {...{ lang, id: 'changes', caption: w.changes(formatCount(differences.length)), dense: true, phone: 'stack' }}
        rows={differences.slice(0, shownChanges)}
        columns={[
          { key: 'place', head: w.place, cell: ({ place }) => placeWords[lang][place] },
          { key: 'item', head: w.item, namesRow: true, cell: (one) => changedLabel(lang, one) },
          { key: 'before', head: w.before, cell: (one) => <Side lang={lang} one={one} side="before" /> },
          { key: 'after', head: w.after, cell: (one) => <Side lang={lang} one={one} side="after" /> },
        ]}
      />
      {more > 0 ? <p class="quiet">{w.moreChanges(formatCount(more))}</p> : null}
    </section>
  );
}

function Side(props: { lang: Lang; one: Difference; side: 'before' | 'after' }) {
  const { lang, one, side } = props;
  const value = one[side];
  if (value === undefined) return <span class="quiet">{caseWords[lang].nothing}</span>;
  const text = changedValue(lang, one.path, value);
  return side === 'before' ? <del class="desk-text">{text}</del> : <ins class="desk-text">{text}</ins>;
}
