import { byOf, type Ctx } from '../../accounts/context.ts';
import { requireProven } from '../../accounts/proof.ts';
import { requireAct } from '../../accounts/rights.ts';
import { dayInJapan } from '../../lib/clock.ts';
import { inChamber } from '../../lib/db.ts';
import { isId } from '../../lib/ids.ts';
import { Refusal } from '../../lib/refusal.ts';
import { isInForce } from './sanction.ts';
import { reasonProblems } from './sanction-input.ts';
import { getSanction, listUnderSanction, updateLifted } from './sanctions-store.ts';
import { tellLifted } from './tell-registration.ts';

/**
 * Lifts it, at every chamber at once; the reason is told to the firm. Alone the chamber that imposed it does: `not_allowed` for
 * any other. Returns on which registration it was imposed. Refuses `proof_needed` (accounts/proof.ts), `invalid` without a reason, `conflict` when it is not in force (any more).
 */
export async function liftSanction(
  ctx: Ctx,
  input: { sanctionId: string; reason: string },
): Promise<{ registrationId: string }> {
  const { actor, now } = ctx;
  const { chamberId } = actor;
  requireAct(actor, 'desk.sanction');
  requireProven(ctx);
  const { sanctionId } = input;
  if (!isId(sanctionId)) throw new Refusal('not_found');
  const reason = input.reason.trim();
  return inChamber(ctx.db, chamberId, async (trx) => {
    const sanction = await getSanction(trx, sanctionId, 'look');
    if (sanction.chamberId !== chamberId) throw new Refusal('not_allowed');
    if (!isInForce(sanction, dayInJapan(now))) throw new Refusal('conflict');
    const problems = reasonProblems(reason);
    if (problems.length > 0) throw new Refusal('invalid', { fields: problems });
    if (!(await updateLifted(trx, { sanctionId, at: now, by: actor.accountId, reason }))) throw new Refusal('conflict');
    for (const registrationId of await listUnderSanction(trx, chamberId, sanction))
      await tellLifted(trx, ctx, { chamberId, registrationId, sanctionId }, byOf(actor), reason);
    await ctx.jobs.add(trx, 'tell-sanction', { sanctionId });
    return { registrationId: sanction.registrationId };
  });
}
