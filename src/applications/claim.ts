// 審査の担当: who looks at it now, so that two do not do the same work. Others see the name, and may take it over openly.
import { byOf, type Ctx } from '../accounts/context.ts';
import { requireAct } from '../accounts/rights.ts';
import { appendEvent } from '../audit/events.ts';
import { inChamber } from '../lib/db.ts';
import { Refusal } from '../lib/refusal.ts';
import { deskRow } from './desk.ts';
import { updateClaim } from './desk-store.ts';

/**
 * Takes an application to examine. Refuses `conflict` when a colleague holds it and `takeOver` is not said, or when it is
 * not waiting for examination any more.
 */
export async function claimApplication(ctx: Ctx, input: { applicationId: string; takeOver?: boolean }): Promise<void> {
  const { actor, now } = ctx;
  requireAct(actor, 'desk.examine');
  return inChamber(ctx.db, actor.chamberId, async (trx) => {
    const row = await deskRow(trx, actor, input.applicationId, 'lock');
    if (row.status !== 'submitted') throw new Refusal('conflict');
    if (row.claimedBy === actor.accountId) return;
    if (row.claimedBy !== null && !input.takeOver) throw new Refusal('conflict');
    const { chamberId, applicationId } = row;
    await updateClaim(trx, { chamberId, applicationId, claim: { by: actor.accountId, at: now } });
    await appendEvent(trx, {
      ...{ chamberId, at: now, by: byOf(actor), subject: 'application', subjectId: applicationId, action: 'claim' },
      detail: row.claimedBy === null ? {} : { from: row.claimedBy },
    });
  });
}

/** Gives it back to the queue. Refuses `conflict` when the actor does not hold it. */
export async function releaseApplication(ctx: Ctx, input: { applicationId: string }): Promise<void> {
  const { actor, now } = ctx;
  requireAct(actor, 'desk.examine');
  return inChamber(ctx.db, actor.chamberId, async (trx) => {
    const row = await deskRow(trx, actor, input.applicationId, 'lock');
    if (row.claimedBy !== actor.accountId) throw new Refusal('conflict');
    const { chamberId, applicationId } = row;
    await updateClaim(trx, { chamberId, applicationId, claim: null });
    await appendEvent(trx, {
      ...{ chamberId, at: now, by: byOf(actor), subject: 'application', subjectId: applicationId, action: 'release' },
    });
  });
}
