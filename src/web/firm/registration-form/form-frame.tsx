// The frame around every step of a registration's form: which steps there are, how far each is, what the chamber asked.
import type { PropsWithChildren } from 'hono/jsx';
import type { FieldProblem } from '../../../lib/refusal.ts';
import { paperNames, procedureNames } from '../../../registrations/procedures/paper-names.ts';
import { isOpenToApplicant } from '../../../registrations/procedures/procedure-lifecycle.ts';
import type { FormView } from '../../../registrations/procedures/read-procedure.ts';
import { rowAt } from '../../../registrations/procedures/remark-places.ts';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import type { Req } from '../../request.ts';
import { formatTime } from '../../ui/dates.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Layout } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Stepper } from '../../ui/stepper.tsx';
import type { Lang } from '../../ui/words.ts';
import { fieldLabels, isFieldName } from './field-words.ts';
import {
  type FormProgress,
  type FormStep,
  formSteps,
  isPaperKind,
  placeHref,
  progressOf,
  stepHref,
  stepOfPath,
} from './form-steps.ts';
import { formWords } from './form-words.ts';
import { signatoryFieldName } from './signatory-words.ts';

type FrameProps = PropsWithChildren<{
  c: Req;
  step: FormStep;
  view: FormView;
  /** Of the form on this page. */
  problems?: readonly FieldProblem[];
  title?: string;
  islands?: readonly string[];
  fixedLanguage?: boolean;
}>;

/** Steps can be taken in any order; each says how far it is. */
export function FormFrame(props: FrameProps) {
  const { c, step, view, problems = [] } = props;
  const { lang } = c.var;
  const w = formWords[lang];
  const { procedureId, content, kind, changedAt, receiptNumber, status } = view.procedure;
  return (
    <Layout
      {...frameOf(c)}
      title={props.title ?? w[step]}
      hasErrors={problems.length > 0}
      back={{ href: paths.form(procedureId), label: w.toState }}
      islands={props.islands ?? []}
      fixedLanguage={props.fixedLanguage}
    >
      <ErrorSummary lang={lang} problems={problems} />
      <Stepper
        lang={lang}
        label={w.steps}
        steps={formSteps.map((name) => ({
          ...{
            label: w[name],
            href: name === step && props.title === undefined ? undefined : stepHref(procedureId, name),
          },
          ...(name === step ? { state: 'now' as const } : shownAs(progressOf(name, content, view.problems), lang)),
        }))}
      />
      <p class="quiet">
        {[procedureNames[kind][lang], receiptNumber, w.saved(formatTime(changedAt))].filter(Boolean).join(' · ')}
      </p>
      {status === 'returned' && isOpenToApplicant(status) ? <Remarks lang={lang} view={view} step={step} /> : null}
      {props.children}
    </Layout>
  );
}

function shownAs(progress: FormProgress, lang: Lang): { state: 'done' | 'wrong' | 'todo'; note: string } {
  const w = formWords[lang];
  const notes = { empty: w.stepEmpty, done: w.stepDone, wrong: w.stepWrong, none: w.stepNone, unknown: w.stepOpen };
  const states = { empty: 'todo', done: 'done', wrong: 'wrong', none: 'done', unknown: 'todo' } as const;
  return { state: states[progress], note: notes[progress] };
}

/** What a place of the form, or a paper, is called. */
export function placeName(lang: Lang, { content }: Pick<FormView['procedure'], 'content'>, place: string): string {
  if (isFieldName(place)) return fieldLabels[place][lang];
  if (isPaperKind(place)) return paperNames[place][lang];
  const [head = '', index = '', field = ''] = place.split('.');
  const step = formWords[lang][stepOfPath(place)];
  if (head !== 'signatories' || index === '') return step;
  const row = rowAt(content, index);
  // Asked about somebody whom the firm has taken out since.
  const unnamed = row ? `${step} ${content.signatories.indexOf(row) + 1}` : formWords[lang].rowGone;
  return [row?.nameEn || row?.nameJa || unnamed, signatoryFieldName(lang, field)].filter(Boolean).join(': ');
}

/** What the chamber asked: all of it on the state page, here what belongs to the step. */
export function Remarks({ lang, view, step }: { lang: Lang; view: FormView; step?: FormStep }) {
  const w = formWords[lang];
  const { procedure, remarks } = view;
  const shown = remarks.filter(({ place }) => step === undefined || stepOfPath(place) === step);
  if (shown.length === 0) return null;
  return (
    <Notice tone="attention" heading={w.remarksHeading}>
      <ul>
        {shown.map(({ place, words }) => (
          <li>
            <a href={placeHref(procedure.procedureId, procedure.content, place)}>{placeName(lang, procedure, place)}</a>
            {lang === 'ja' ? ': ' : ': '}
            {words}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
