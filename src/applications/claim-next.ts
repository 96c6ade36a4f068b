import { byOf, type Ctx } from '../accounts/context.ts';
import { requireAct } from '../accounts/rights.ts';
import { appendEvent } from '../audit/events.ts';
import { dayInJapan } from '../lib/clock.ts';
import { inChamber } from '../lib/db.ts';
import { lockOldestUnclaimed } from './desk-queue-store.ts';
import { updateClaim } from './desk-store.ts';

/**
 * Takes the oldest application that nobody holds, for the actor to examine, and says which; undefined when none waits.
 * None that a sanction stops. Two who ask at once get two different ones. Refuses `not_allowed` without the right to examine.
 */
export async function claimNext(ctx: Ctx): Promise<string | undefined> {
  const { actor, now } = ctx;
  requireAct(actor, 'desk.examine');
  const { chamberId } = actor;
  return inChamber(ctx.db, chamberId, async (trx) => {
    const applicationId = await lockOldestUnclaimed(trx, { chamberId, today: dayInJapan(now) });
    if (applicationId === undefined) return undefined;
    await updateClaim(trx, { chamberId, applicationId, claim: { by: actor.accountId, at: now } });
    await appendEvent(trx, {
      ...{ chamberId, at: now, by: byOf(actor), subject: 'application', subjectId: applicationId, action: 'claim' },
    });
    return applicationId;
  });
}
