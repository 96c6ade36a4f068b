// The firm hands its form to the chamber, or gives the procedure up.
import { requireProven } from '../../accounts/proof.ts';
import { advance } from '../../audit/advance.ts';
import { nextNumber } from '../../audit/counters-store.ts';
import { dayInJapan } from '../../lib/clock.ts';
import { inChamber, type Trx } from '../../lib/db.ts';
import { Refusal } from '../../lib/refusal.ts';
import { getRegistration } from '../store.ts';
import { byApplicant, chamberOf, type FormCtx, ownProcedure } from './applicant.ts';
import { changesWhoActs } from './changes-who-acts.ts';
import { contentProblems } from './content-rules.ts';
import { type EndFee, noFee } from './end-fee.ts';
import { mailApplicantFirm } from './mail-procedure.ts';
import { type Procedure, procedureReceipt } from './procedure.ts';
import { procedureLifecycle } from './procedure-lifecycle.ts';
import { allCame, papersOf } from './procedure-papers.ts';
import { insertSubmittedProcedure } from './procedures-store.ts';
import { requireInTimeToRenew } from './renewal-time.ts';

/**
 * Hands the form to the chamber; the firm is mailed which papers to bring. Where everything was uploaded and looked at in an
 * earlier round, the papers count as received at once. An administrator ID that changes who signs, or who holds it, shows
 * first who it is (`proof_needed`). Refuses `invalid` with every place to mend, `conflict` when the
 * chamber has it or it was changed since the caller looked.
 */
export function submitForm(
  ctx: FormCtx,
  input: { procedureId: string; version?: number },
): Promise<{ receiptNumber: string; round: number }> {
  const { applicant, now } = ctx;
  return inChamber(ctx.db, chamberOf(ctx), async (trx) => {
    const procedure = await ownProcedure(trx, ctx, input.procedureId, 'lock');
    const { chamberId, procedureId, content } = procedure;
    if (!procedureLifecycle.mayTake('submit', procedure.status, 'firm')) throw new Refusal('conflict');
    if (input.version !== undefined && input.version !== procedure.version) throw new Refusal('conflict');
    if (applicant.kind === 'administrator' && (await changesWhoActs(trx, procedure)))
      requireProven({ actor: applicant.actor, now });
    await requireInTime(trx, procedure, dayInJapan(now));
    const problems = contentProblems(content);
    if (problems.length > 0) throw new Refusal('invalid', { fields: problems });
    const round = procedure.round + 1;
    const year = Number(dayInJapan(now).slice(0, 4));
    const receiptNumber =
      procedure.receiptNumber ??
      procedureReceipt(year, await nextNumber(trx, { chamberId, series: 'registration-receipt', year }));
    await insertSubmittedProcedure(trx, { chamberId, procedureId, round, receiptNumber, at: now }, content, []);
    const by = byApplicant(applicant);
    const step = { subject: 'procedure', chamberId, id: procedureId, role: 'firm', by, at: now } as const;
    await advance(trx, procedureLifecycle, {
      ...{ ...step, from: procedure.status, action: 'submit', detail: { round, receiptNumber } },
    });
    const papers = await papersOf(trx, procedure);
    if (allCame(papers))
      await advance(trx, procedureLifecycle, { ...step, from: 'submitted', action: 'receive', detail: { round } });
    await mailApplicantFirm(trx, ctx, { ...procedure, receiptNumber }, { kind: 'submitted', papers });
    return { receiptNumber, round };
  });
}

/** A renewal that was begun in time and left lying is handed in too late. */
async function requireInTime(trx: Trx, { chamberId, kind, registrationId }: Procedure, today: string): Promise<void> {
  if ((kind !== 'renewal' && kind !== 'change') || registrationId === null) return;
  requireInTimeToRenew(await getRegistration(trx, chamberId, registrationId), today);
}

/** 「申請キャンセル」: the firm gives the procedure up. Refuses `conflict` when it is over. */
export function cancelProcedure(ctx: FormCtx, input: { procedureId: string }, endFee: EndFee = noFee): Promise<void> {
  return inChamber(ctx.db, chamberOf(ctx), async (trx) => {
    const procedure = await ownProcedure(trx, ctx, input.procedureId, 'lock');
    const { chamberId, procedureId, status } = procedure;
    await advance(trx, procedureLifecycle, {
      ...{ subject: 'procedure', chamberId, id: procedureId, from: status, action: 'cancel', role: 'firm' },
      ...{ by: byApplicant(ctx.applicant), at: ctx.now },
    });
    await endFee(trx, procedure);
  });
}
