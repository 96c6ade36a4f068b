import type { Ctx } from '../accounts/context.ts';
import { may, requireAct } from '../accounts/rights.ts';
import { getSettings } from '../chambers/settings-store.ts';
import { dayInJapan } from '../lib/clock.ts';
import { inChamber } from '../lib/db.ts';
import { findOldestApproved } from './desk-queue-store.ts';

/**
 * The oldest examined application that the actor may certify: where the chamber wants two persons, none that he approved
 * himself, and none that a sanction stops. undefined when none waits. Refuses `not_allowed` without the right to certify.
 */
export async function nextToCertify(ctx: Ctx): Promise<string | undefined> {
  const { actor } = ctx;
  requireAct(actor, 'desk.certify');
  const { chamberId, accountId } = actor;
  const today = dayInJapan(ctx.now);
  return inChamber(ctx.db, chamberId, async (trx) => {
    const { certifyPersons } = await getSettings(trx, chamberId);
    return findOldestApproved(trx, { chamberId, today, notApprovedBy: certifyPersons === 2 ? accountId : undefined });
  });
}

/** Whether one waits for this actor; false, too, without the right to certify. */
export async function hasToCertify(ctx: Ctx): Promise<boolean> {
  return may(ctx.actor, 'desk.certify') && (await nextToCertify(ctx)) !== undefined;
}
