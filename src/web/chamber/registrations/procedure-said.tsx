// First on a procedure's page: what came of the last deed, and what the firm was asked before.
import type { Refusal } from '../../../lib/refusal.ts';
import { statusWords } from '../../firm/registration-form/form-words.ts';
import { Notice } from '../../ui/notice.tsx';
import { nameOf } from '../case-view.ts';
import { placeName } from './place-names.ts';
import type { ProcedureTyped } from './procedure-typed.ts';
import type { ProcedureView } from './procedure-view.ts';
import { procedureWords } from './procedure-words.ts';

export type ProcedureRefused = { typed: ProcedureTyped; refused: Refusal };

/** Somebody was first: says what happened instead. */
type Conflicted = ProcedureView & {
  typed: ProcedureTyped;
  /** The firm pays its fee online at this moment. */
  isPaying: boolean;
};

export function ProcedureConflict(props: Conflicted) {
  const w = procedureWords[props.lang];
  return (
    <Notice tone="error" heading={w.conflictHeading}>
      <p>
        {w.conflictNotDone} {whatHappened(props)}
      </p>
    </Notice>
  );
}

function whatHappened({ lang, view, actions, typed, isPaying }: Conflicted): string {
  const w = procedureWords[lang];
  const { round, status } = view.procedure;
  if (typed.round > 0 && round !== typed.round) return w.conflictResent(round);
  if (view.holder && actions.has('take_over')) return w.conflictHeld(nameOf(lang, view.holder));
  if (isPaying) return w.conflictPaying;
  const moved = w.conflictMoved(statusWords[lang][status]);
  return actions.has('claim') ? `${moved} ${w.conflictClaim}` : moved;
}

/** Shown only where the page has no longer a form that keeps it. */
export function KeptRemarks({ lang, view, actions, typed }: ProcedureView & { typed: ProcedureTyped }) {
  if (actions.has('send_back') || typed.remarks.size === 0) return null;
  const w = procedureWords[lang];
  return (
    <section aria-labelledby="kept" class="desk-kept">
      <h2 id="kept">{w.keptHeading}</h2>
      <p>{w.keptLead}</p>
      {[...typed.remarks].map(([place, words]) => (
        <p class="desk-said">
          <strong>{placeName(lang, view.procedure.content, place)}</strong>
          <br />
          {words}
        </p>
      ))}
    </section>
  );
}

/** What was asked: in the round before, to see whether it was mended; in this one, where the firm has it. */
export function AskedBefore({ lang, view }: ProcedureView) {
  const w = procedureWords[lang];
  const { asked, remarks, procedure, before } = view;
  const shown = asked.length > 0 ? asked : remarks;
  if (shown.length === 0) return null;
  // By the name that he had there: he may have been taken out since.
  const content = asked.length > 0 ? procedure.content : (before ?? procedure.content);
  return (
    <section aria-labelledby="asked" class="desk-asked">
      <h2 id="asked">{asked.length > 0 ? w.askedNow : w.asked}</h2>
      <ul>
        {shown.map(({ place, words }) => (
          <li class="desk-said">
            <strong>{placeName(lang, content, place)}</strong>: {words}
          </li>
        ))}
      </ul>
    </section>
  );
}
