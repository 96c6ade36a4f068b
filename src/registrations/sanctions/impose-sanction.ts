// 処分: the chamber of one registration imposes it, and it holds at every chamber from the commit of this transaction on.
import { byOf, type Ctx } from '../../accounts/context.ts';
import { requireProven } from '../../accounts/proof.ts';
import { requireAct } from '../../accounts/rights.ts';
import { dayInJapan } from '../../lib/clock.ts';
import { inChamber } from '../../lib/db.ts';
import { isId, newId } from '../../lib/ids.ts';
import { Refusal } from '../../lib/refusal.ts';
import { getRegistration } from '../store.ts';
import { putMatch } from './matches-store.ts';
import { type SanctionTyped, sanctionFrom } from './sanction-input.ts';
import { insertSanction, listInForce, lockForSanction } from './sanctions-store.ts';
import { tellImposed } from './tell-registration.ts';

/**
 * Imposes it on a firm of the actor's chamber; by its 法人番号 it is on every registration of the firm at once, and a job goes
 * to tell the other chambers. Refuses `proof_needed`
 * (accounts/proof.ts); `invalid` at `kind`, `reason`, `untilDay`; `not_found` for no firm of this chamber;
 * `conflict` when the very same is in force already, as after a second press.
 */
export async function imposeSanction(
  ctx: Ctx,
  input: SanctionTyped & { registrationId: string },
): Promise<{ sanctionId: string }> {
  const { actor, now } = ctx;
  const { chamberId } = actor;
  requireAct(actor, 'desk.sanction');
  requireProven(ctx);
  const today = dayInJapan(now);
  const said = sanctionFrom(input, today);
  if (!said.ok) throw new Refusal('invalid', { fields: said.problems });
  const { registrationId } = input;
  if (!isId(registrationId)) throw new Refusal('not_found');
  const { kind, reason, untilDay } = said.input;
  return inChamber(ctx.db, chamberId, async (trx) => {
    await lockForSanction(trx, chamberId, registrationId);
    const { nameJa, nameEn, addressEn, corporateNumber } = await getRegistration(trx, chamberId, registrationId);
    const known = await listInForce(trx, { corporateNumber, registration: { chamberId, registrationId } }, today);
    if (known.some((one) => one.chamberId === chamberId && one.kind === kind && one.untilDay === untilDay))
      throw new Refusal('conflict');
    const sanctionId = newId(now);
    await insertSanction(trx, {
      ...{ sanctionId, kind, reason, untilDay, corporateNumber, chamberId, registrationId },
      ...{ nameJa, nameEn, addressEn, imposedBy: actor.accountId, imposedAt: now },
    });
    await putMatch(trx, { sanctionId, chamberId, registrationId, isSame: true, by: actor.accountId, at: now });
    await tellImposed(trx, ctx, { chamberId, registrationId, sanctionId }, byOf(actor));
    await ctx.jobs.add(trx, 'tell-sanction', { sanctionId });
    return { sanctionId };
  });
}
