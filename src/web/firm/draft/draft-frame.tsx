// The frame around every step of a draft: where one is, which steps there are, when it was saved.
import type { PropsWithChildren } from 'hono/jsx';
import type { Finding } from '../../../applications/finding.ts';
import { formFor } from '../../../applications/forms/forms.ts';
import type { FirmView } from '../../../applications/read.ts';
import type { FieldProblem } from '../../../lib/refusal.ts';
import { frameOf } from '../../frame.ts';
import type { DraftStep } from '../../kinds/kind-pages.ts';
import { pagesOf } from '../../kinds/kinds.ts';
import { paths } from '../../paths.ts';
import type { Req } from '../../request.ts';
import { formatTime } from '../../ui/dates.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Layout } from '../../ui/layout.tsx';
import { Stepper } from '../../ui/stepper.tsx';
import type { Lang } from '../../ui/words.ts';
import { type Progress, progressOf } from './draft-steps.ts';
import { draftWords } from './draft-words.ts';
import { SaveStrip, type Standing, type StripForm } from './save-strip.tsx';

/** Steps can be taken in any order; each says how far it is, as far as the page knows. */
export function DraftFrame(
  props: PropsWithChildren<{
    c: Req;
    step: DraftStep;
    application: FirmView['application'];
    problems?: readonly FieldProblem[];
    islands?: readonly string[];
    /** All that the rules say of what is saved, where the page has asked them anyway. */
    findings?: readonly Finding[] | undefined;
    /** Not `saved` where the form shows what could not be saved. */
    standing?: Standing;
    /** The form that the strip saves. */
    save?: StripForm;
  }>,
) {
  const { c, step, application, problems = [] } = props;
  const { lang } = c.var;
  const w = draftWords[lang];
  const pages = pagesOf(application.kind);
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
        steps={pages.steps.map((name) => ({
          label: w[name],
          ...(name === step
            ? { state: 'now' as const }
            : { ...shownAs(progressOf(pages, name, application.content, props.findings), lang), href: href[name] }),
        }))}
      />
      <SaveStrip
        {...{ lang, form: props.save, standing: props.standing ?? 'saved' }}
        of={application.receiptNumber ?? w.applicationFor(formFor(application.kind).name[lang])}
        savedAt={formatTime(application.changedAt)}
      />
      {props.children}
    </Layout>
  );
}

function shownAs(progress: Progress, lang: Lang): { state: 'done' | 'wrong' | 'todo'; note: string } {
  const w = draftWords[lang];
  const notes = { empty: w.stepEmpty, begun: w.stepBegun, done: w.stepDone, wrong: w.stepWrong, unknown: '' };
  const state = progress === 'done' || progress === 'wrong' ? progress : 'todo';
  return { state, note: notes[progress] };
}
