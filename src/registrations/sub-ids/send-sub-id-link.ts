import type { Ctx } from '../../accounts/context.ts';
import { sendPasswordLink } from '../../accounts/one-time-links.ts';
import { findPasswordHash } from '../../accounts/passwords-store.ts';
import { inChamber } from '../../lib/db.ts';
import { Refusal } from '../../lib/refusal.ts';
import { activeSubId } from './own-sub-id.ts';

/**
 * Mails the first link once more, to a holder who has not chosen a password yet: the last one has run out, or was lost. Ends
 * the older one. Refuses `not_found` for another signatory's, `conflict` for one that has ended or has a password: its
 * holder asks for a new one himself, or the administrator starts it.
 */
export function sendSubIdLink(ctx: Ctx, input: { accountId: string }): Promise<void> {
  return inChamber(ctx.db, ctx.actor.chamberId, async (trx) => {
    const { account } = await activeSubId(trx, ctx.actor, input.accountId);
    if (typeof (await findPasswordHash(trx, account)) === 'string') throw new Refusal('conflict');
    await sendPasswordLink(trx, ctx, account, 'first');
  });
}
