// How a posted step is saved, and what comes of it.
import { isDeepStrictEqual } from 'node:util';
import { type FieldProblem, Refusal } from '../../../lib/refusal.ts';
import type { RegistrationContent } from '../../../registrations/content.ts';
import type { FormCtx } from '../../../registrations/procedures/applicant.ts';
import { isOpenToApplicant } from '../../../registrations/procedures/procedure-lifecycle.ts';
import { type FormView, readForm } from '../../../registrations/procedures/read-procedure.ts';
import { changeForm } from '../../../registrations/procedures/save-procedure.ts';
import { seenIn } from '../draft/seen-version.ts';

/**
 * saved: it stands. invalid: it is too long, or cannot be stored. conflict: somebody saved first; `typed` is what was
 * typed, in the form as it stands now. closed: the chamber has it.
 */
export type SavedStep =
  | { kind: 'saved' }
  | { kind: 'invalid'; view: FormView; typed: RegistrationContent; problems: readonly FieldProblem[] }
  | { kind: 'conflict'; view: FormView; typed: RegistrationContent }
  | { kind: 'closed' };

type Form = Readonly<Record<string, string>>;

/** Saves what a posted form says. The same sent twice (a double click, an answer that was lost) is no conflict. */
export async function saveStep(
  ctx: FormCtx & { procedureId: string },
  form: Form,
  by: (content: RegistrationContent) => RegistrationContent,
): Promise<SavedStep> {
  const { procedureId } = ctx;
  try {
    await changeForm(ctx, { procedureId, ...seenIn(form) }, by);
    return { kind: 'saved' };
  } catch (error) {
    if (!(error instanceof Refusal) || (error.code !== 'invalid' && error.code !== 'conflict')) throw error;
    const view = await readForm(ctx, procedureId);
    if (!isOpenToApplicant(view.procedure.status)) return { kind: 'closed' };
    const { content } = view.procedure;
    const typed = by(content);
    if (error.code === 'invalid') return { kind: 'invalid', view, typed, problems: error.fields };
    return isDeepStrictEqual(typed, content) ? { kind: 'saved' } : { kind: 'conflict', view, typed };
  }
}
