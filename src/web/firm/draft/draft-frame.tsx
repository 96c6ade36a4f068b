// The frame around every step of a draft: where one is, which steps there are, when it was saved.
import type { PropsWithChildren } from 'hono/jsx';
import type { FirmView } from '../../../applications/read.ts';
import type { FieldProblem } from '../../../lib/refusal.ts';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import type { Req } from '../../request.ts';
import { formatTime } from '../../ui/dates.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Layout } from '../../ui/layout.tsx';
import { Stepper } from '../../ui/stepper.tsx';
import { draftWords } from './draft-words.ts';

export const draftSteps = ['request', 'boxes', 'goods', 'evidence', 'review'] as const;
export type DraftStep = (typeof draftSteps)[number];

/** Steps can be taken in any order; the state is only where one is. The saved time is `<output data-island="saved">`. */
export function DraftFrame(
  props: PropsWithChildren<{
    c: Req;
    step: DraftStep;
    application: FirmView['application'];
    problems?: readonly FieldProblem[];
    islands?: readonly string[];
  }>,
) {
  const { c, step, application, problems = [] } = props;
  const { lang } = c.var;
  const w = draftWords[lang];
  const id = application.applicationId;
  const href = {
    ...{ request: paths.requestSheet(id), boxes: paths.boxes(id), goods: paths.goods(id) },
    ...{ evidence: paths.evidence(id), review: paths.review(id) },
  };
  return (
    <Layout
      {...frameOf(c)}
      title={w[step]}
      hasErrors={problems.length > 0}
      back={{ href: paths.applications, label: w.list }}
      islands={props.islands ?? []}
    >
      <ErrorSummary lang={lang} problems={problems} />
      <Stepper
        lang={lang}
        label={w.steps}
        steps={draftSteps.map((name) => ({
          label: w[name],
          state: name === step ? 'now' : 'todo',
          // Nothing is said of the others: one may have been passed by with nothing in it.
          ...(name === step ? {} : { href: href[name], note: '' }),
        }))}
      />
      <p class="quiet">
        {application.receiptNumber ?? w.kind}{' '}
        <output data-island="saved" aria-live="polite">
          {w.saved(formatTime(application.changedAt))}
        </output>
      </p>
      {props.children}
    </Layout>
  );
}
