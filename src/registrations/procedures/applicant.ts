// Who works on a procedure for the firm: somebody who came by its link, or the administrator ID of its registration.
import { type Actor, byOf, type OpenCtx } from '../../accounts/context.ts';
import { requireAct } from '../../accounts/rights.ts';
import type { By } from '../../audit/events.ts';
import type { Trx } from '../../lib/db.ts';
import { isId } from '../../lib/ids.ts';
import { Refusal } from '../../lib/refusal.ts';
import type { Procedure } from './procedure.ts';
import { isOpenToApplicant } from './procedure-lifecycle.ts';
import { getProcedure } from './procedures-store.ts';

export type Applicant =
  | { kind: 'link'; chamberId: string; procedureId: string }
  | { kind: 'administrator'; actor: Actor };

/** What a deed of the firm's side gets. */
export type FormCtx = OpenCtx & { applicant: Applicant };

export const chamberOf = ({ applicant }: FormCtx): string =>
  applicant.kind === 'link' ? applicant.chamberId : applicant.actor.chamberId;

export const byApplicant = (applicant: Applicant): By =>
  applicant.kind === 'link' ? { kind: 'applicant', id: applicant.procedureId } : byOf(applicant.actor);

/** A procedure that is the applicant's. Refuses `not_found` for any other, `not_allowed` for an ID that requests none. */
export async function ownProcedure(
  trx: Trx,
  ctx: FormCtx,
  procedureId: string,
  reading: 'look' | 'lock',
): Promise<Procedure> {
  const { applicant } = ctx;
  if (applicant.kind === 'administrator') requireAct(applicant.actor, 'registration.request');
  if (!isId(procedureId)) throw new Refusal('not_found');
  const procedure = await getProcedure(trx, chamberOf(ctx), procedureId, reading);
  const own =
    applicant.kind === 'link'
      ? procedure.procedureId === applicant.procedureId
      : procedure.accountId !== null && procedure.registrationId === applicant.actor.registrationId;
  if (!own) throw new Refusal('not_found');
  return procedure;
}

/** Refuses `conflict` when the chamber has it, or it is over. */
export function requireOpenToApplicant({ status }: Pick<Procedure, 'status'>): void {
  if (!isOpenToApplicant(status)) throw new Refusal('conflict');
}
