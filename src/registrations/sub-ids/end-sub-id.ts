import { byOf, type Ctx, type OpenCtx } from '../../accounts/context.ts';
import { endAccount } from '../../accounts/end-account.ts';
import { requireProven } from '../../accounts/proof.ts';
import { requireAct } from '../../accounts/rights.ts';
import { findAccount } from '../../accounts/store.ts';
import { listChamberIds } from '../../chambers/store.ts';
import { dayInJapan } from '../../lib/clock.ts';
import { inChamber, inInstallation } from '../../lib/db.ts';
import { activeSubId } from './own-sub-id.ts';
import { listLapsedSubIds } from './sub-ids-store.ts';

/**
 * The signatory ends a sub ID. What was made with it stays his, who sees it anyway. Refuses `not_found` for another
 * signatory's, `conflict` for one that has ended.
 */
export async function endSubId(ctx: Ctx, input: { accountId: string }): Promise<void> {
  const { actor, now } = ctx;
  requireAct(actor, 'sub.manage');
  requireProven(ctx);
  await inChamber(ctx.db, actor.chamberId, async (trx) => {
    const { account } = await activeSubId(trx, actor, input.accountId);
    await endAccount(trx, account, { role: 'signatory', by: byOf(actor), at: now });
  });
}

/** Ends those whose last day (in Japan) is over, of every chamber. Returns how many. */
export async function endLapsedSubIds(ctx: OpenCtx): Promise<number> {
  const today = dayInJapan(ctx.now);
  let ended = 0;
  for (const chamberId of await inInstallation(ctx.db, listChamberIds)) {
    const lapsed = await inChamber(ctx.db, chamberId, (trx) => listLapsedSubIds(trx, chamberId, today));
    for (const accountId of lapsed) if (await endLapsed(ctx, chamberId, accountId)) ended++;
  }
  return ended;
}

function endLapsed(ctx: OpenCtx, chamberId: string, accountId: string): Promise<boolean> {
  return inChamber(ctx.db, chamberId, async (trx) => {
    const account = await findAccount(trx, chamberId, accountId);
    // Ended by its signatory while this job went through the list.
    if (account?.status !== 'active') return false;
    await endAccount(trx, account, {
      ...{ role: 'system', by: { kind: 'system' }, at: ctx.now, detail: { because: 'valid_until' } },
    });
    return true;
  });
}
