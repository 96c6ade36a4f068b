// A deed was refused: who was first, and what was typed, so that it is not lost.
import type { FieldProblem } from '../../lib/refusal.ts';
import { applicationStatusWords } from '../firm/applications/application-status.ts';
import { Notice } from '../ui/notice.tsx';
import type { Lang } from '../ui/words.ts';
import { placeName } from './case-send-back.tsx';
import { type CaseView, nameOf } from './case-view.ts';
import { caseWords } from './case-words.ts';
import { refusedWords } from './refused-words.ts';
import type { Typed } from './typed.ts';

/** What the reader had in front of him no longer holds: says what happened instead. */
export function ConflictNotice(props: CaseView & { typed: Typed }) {
  const w = refusedWords[props.lang];
  const [heading, text] = whatHappened(props);
  return (
    <Notice tone="error" heading={heading}>
      <p>
        {w.notDone} {text}
      </p>
    </Notice>
  );
}

function whatHappened({ lang, view, actions, typed }: CaseView & { typed: Typed }): [string, string?] {
  const w = refusedWords[lang];
  const { status, round } = view.application;
  if (status === 'withdrawn') return [w.withdrawn];
  if (typed.reopen) return [w.printingMoved];
  if (round !== typed.round) return [w.resubmitted(round)];
  if (actions.has('take_over') && view.holder) return [w.held(nameOf(lang, view.holder))];
  if (actions.has('claim')) return [w.notYours, w.notYoursText];
  return [w.moved(applicationStatusWords[lang][status])];
}

/** What stands in the way of certifying, in the rules' own words. @param lead what to do about it */
export function CannotCertify(props: { lang: Lang; problems: readonly FieldProblem[]; lead: string }) {
  const { lang, problems } = props;
  return (
    <Notice tone="error" heading={refusedWords[lang].cannotCertify}>
      <p>{props.lead}</p>
      <ul>
        {problems.map((problem) => (
          <li>{problem[lang]}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** Shown only where the page has no longer a form that keeps it. */
export function KeptWords({ lang, view, actions, typed }: CaseView & { typed: Typed }) {
  const w = caseWords[lang];
  const remarks = actions.has('send_back') ? [] : typed.remarks;
  if (remarks.length === 0 && typed.note === '') return null;
  return (
    <section aria-labelledby="kept" class="desk-kept">
      <h2 id="kept">{w.typedHeading}</h2>
      <p>{w.typedLead}</p>
      {remarks.map(({ place, words }) => (
        <p class="desk-said">
          <strong>{placeName(lang, view.application.kind, place)}</strong>
          <br />
          {words}
        </p>
      ))}
      {typed.note === '' ? null : <p class="desk-said">{typed.note}</p>}
    </section>
  );
}
