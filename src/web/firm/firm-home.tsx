// What a signatory sees first: how many applications there are in each state, those that wait for him before all.
import type { ApplicationStatus } from '../../applications/lifecycle.ts';
import { paths } from '../paths.ts';
import { ButtonLink, ButtonRow } from '../ui/button.tsx';
import { formatCount } from '../ui/dates.ts';
import type { Lang } from '../ui/words.ts';
import { applicationStatusWords } from './applications/application-status.ts';
import { ApplicationStatusTag } from './applications/application-status-tag.tsx';
import { listHref } from './applications/applications.tsx';
import { firmHomeWords } from './firm-home-words.ts';

type Counts = ReadonlyMap<ApplicationStatus, number>;

// Every state stands in one of the three; a test counts them.
export const yours: readonly ApplicationStatus[] = ['returned', 'draft', 'certified'];
export const chambers: readonly ApplicationStatus[] = ['submitted', 'approved', 'paid', 'held'];
export const over: readonly ApplicationStatus[] = [
  ...(['issued', 'rejected', 'withdrawn', 'refunded', 'cancelled', 'lapsed'] as const),
];

/** `mayWrite`: this ID makes applications; else it only looks at the firm's. */
export function FirmHome({ lang, counts, mayWrite }: { lang: Lang; counts: Counts; mayWrite: boolean }) {
  const w = firmHomeWords[lang];
  return (
    <>
      <ButtonRow>
        {mayWrite ? (
          <ButtonLink href={paths.newApplication} tone="primary">
            {w.start}
          </ButtonLink>
        ) : null}
        <ButtonLink href={paths.applications}>{w.all}</ButtonLink>
      </ButtonRow>
      <Group
        lang={lang}
        counts={counts}
        heading={mayWrite ? w.yours : w.signatories}
        statuses={yours}
        none={mayWrite ? w.yoursNone : w.signatoriesNone}
      />
      <Group lang={lang} counts={counts} heading={w.chambers} statuses={chambers} />
      <Group lang={lang} counts={counts} heading={w.over} statuses={over} />
    </>
  );
}

/** States without an application are left out; a group without any says so, or is left out too. */
function Group(props: {
  lang: Lang;
  counts: Counts;
  heading: string;
  statuses: readonly ApplicationStatus[];
  none?: string;
}) {
  const { lang, counts, statuses, none } = props;
  const w = firmHomeWords[lang];
  const held = statuses.filter((status) => (counts.get(status) ?? 0) > 0);
  if (held.length === 0 && none === undefined) return null;
  return (
    <>
      <h2>{props.heading}</h2>
      {held.length === 0 ? <p>{none}</p> : null}
      {held.length === 0 ? null : (
        <dl class="summary">
          {held.map((status) => (
            <div class="summary-item">
              <dt>
                <ApplicationStatusTag lang={lang} status={status} />
              </dt>
              <dd class="summary-value">
                <a href={listHref({ status })}>
                  {w.count(formatCount(counts.get(status) ?? 0))}
                  <span class="unseen"> {applicationStatusWords[lang][status]}</span>
                </a>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
