// 処分: a case that was certified before its firm was sanctioned. Staff decide each one: it goes on, with the reason kept for ever,
// or it is cancelled (./cancel).
import { byOf, type Ctx } from '../accounts/context.ts';
import { requireProvenByFactor } from '../accounts/proof.ts';
import { requireAct } from '../accounts/rights.ts';
import { deskRow } from '../applications/desk.ts';
import { mailApplicant } from '../applications/mail-applicant.ts';
import { insertDecisions, listInWay } from '../applications/sanctioned-cases-store.ts';
import { appendEvent } from '../audit/events.ts';
import { dayInJapan } from '../lib/clock.ts';
import { inChamber } from '../lib/db.ts';
import { Refusal } from '../lib/refusal.ts';
import { reasonProblems } from '../registrations/sanctions/sanction-input.ts';
import { resume } from './held.ts';

/**
 * Lets it go on in spite of the sanctions that stand in its way now; one that is imposed later needs a decision of its own. A
 * certified case can then be paid, which the firm is mailed; one that is paid and held is issued. Refuses `proof_needed` and `factor_needed`
 * (accounts/proof.ts); `invalid` without a reason (at `reason`); `conflict` when it is neither, or when nothing stands in its
 * way (any more).
 */
export async function letGoOn(ctx: Ctx, input: { applicationId: string; reason: string }): Promise<void> {
  const { actor, now } = ctx;
  requireAct(actor, 'desk.certify');
  requireProvenByFactor(ctx);
  const reason = input.reason.trim();
  await inChamber(ctx.db, actor.chamberId, async (trx) => {
    const row = await deskRow(trx, actor, input.applicationId, 'lock');
    const { chamberId, applicationId, status } = row;
    if (status !== 'certified' && status !== 'held') throw new Refusal('conflict');
    const inWay = await listInWay(trx, { chamberId, today: dayInJapan(now) }, [applicationId]);
    if (inWay.length === 0) throw new Refusal('conflict');
    const problems = reasonProblems(reason);
    if (problems.length > 0) throw new Refusal('invalid', { fields: problems });
    const sanctionIds = inWay.map(({ sanctionId }) => sanctionId);
    await insertDecisions(trx, { chamberId, applicationId, reason, by: actor.accountId, at: now }, sanctionIds);
    await appendEvent(trx, {
      ...{ chamberId, at: now, by: byOf(actor), subject: 'application', subjectId: applicationId, action: 'go_on' },
      detail: { note: reason, sanctions: sanctionIds },
    });
    if (status === 'held') await resume(trx, ctx, row);
    else await mailApplicant(trx, ctx, row, 'certified'); // as when it was certified: it can be paid
  });
}
