// What the firm sees of its procedure.
import { z } from 'zod';
import type { Actor, OpenCtx } from '../../accounts/context.ts';
import { requireAct } from '../../accounts/rights.ts';
import { listEvents } from '../../audit/events.ts';
import { inChamber } from '../../lib/db.ts';
import type { FieldProblem } from '../../lib/refusal.ts';
import { Refusal } from '../../lib/refusal.ts';
import type { RegistrationContent } from '../content.ts';
import { getRegistration } from '../store.ts';
import { chamberOf, type FormCtx, ownProcedure } from './applicant.ts';
import { contentProblems } from './content-rules.ts';
import type { Procedure, ProcedureRow } from './procedure.ts';
import { type PaperState, papersOf, registeredContent } from './procedure-papers.ts';
import type { ProcedureRemark } from './procedure-remarks-store.ts';
import { listProceduresOf } from './procedures-store.ts';
import { remarksOfRound } from './read-remarks.ts';
import { findRules, type RulesText } from './rules-text-store.ts';

export type FormView = {
  procedure: Procedure;
  papers: PaperState[];
  /** What the chamber asked to mend in the last round. */
  remarks: ProcedureRemark[];
  /** What stands in the way of handing it in now. */
  problems: FieldProblem[];
  /** Renewal and change: what stands in the register, to show what differs. */
  registered: RegistrationContent | undefined;
};

/** Refuses `not_found` for one that is not the applicant's. */
export function readForm(ctx: FormCtx, procedureId: string): Promise<FormView> {
  return inChamber(ctx.db, chamberOf(ctx), async (trx) => {
    const procedure = await ownProcedure(trx, ctx, procedureId, 'look');
    return {
      procedure,
      papers: await papersOf(trx, procedure),
      remarks: await remarksOfRound(trx, procedure),
      problems: contentProblems(procedure.content),
      registered: await registeredContent(trx, procedure),
    };
  });
}

/** How it ended. */
export type FormOutcome = {
  /** Why the chamber rejected it. */
  rejection: string | undefined;
  /** 貿易登録番号, once it was accepted. */
  registrationNumber: string | undefined;
};

/** What `advance` writes beside a step that needs a reason. */
const Noted = z.object({ note: z.string() });

export function readFormOutcome(ctx: FormCtx, procedureId: string): Promise<FormOutcome> {
  return inChamber(ctx.db, chamberOf(ctx), async (trx) => {
    const { chamberId, status, registrationId } = await ownProcedure(trx, ctx, procedureId, 'look');
    const of = { chamberId, subject: 'procedure', subjectId: procedureId };
    const events = status === 'rejected' ? await listEvents(trx, of) : [];
    const accepted = status === 'accepted' && registrationId !== null;
    return {
      rejection: Noted.safeParse(events.findLast(({ action }) => action === 'reject')?.detail).data?.note,
      registrationNumber: accepted ? (await getRegistration(trx, chamberId, registrationId)).number : undefined,
    };
  });
}

/** The rules as the firm agreed to them, whatever is published today. */
export function readAgreedRules(ctx: FormCtx, procedureId: string): Promise<RulesText> {
  return inChamber(ctx.db, chamberOf(ctx), async (trx) => {
    const { chamberId, rulesVersion } = await ownProcedure(trx, ctx, procedureId, 'look');
    const rules = await findRules(trx, chamberId, rulesVersion);
    if (!rules) throw new Error(`chamber ${chamberId} has no rules of version ${rulesVersion}`);
    return rules;
  });
}

/** All procedures of the administrator's registration, the newest first. */
export function listOwnProcedures(ctx: OpenCtx & { actor: Actor }): Promise<ProcedureRow[]> {
  const { actor } = ctx;
  requireAct(actor, 'registration.read');
  const { chamberId, registrationId } = actor;
  if (registrationId === null) throw new Refusal('not_allowed');
  return inChamber(ctx.db, chamberId, (trx) => listProceduresOf(trx, chamberId, registrationId));
}
