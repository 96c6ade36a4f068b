// Who has lost the second factor and the recovery codes, too, gets to the ID by somebody who knows him: the firm's
// administrator, or whoever runs this installation.
import { type Db, inChamber, isChamberId, type Trx } from '../lib/db.ts';
import { Refusal } from '../lib/refusal.ts';
import { type Account, normaliseLoginId } from './account.ts';
import { byOf } from './context.ts';
import { forgetFactors } from './forget-factors.ts';
import { type LinkCtx, sendPasswordLink } from './one-time-links.ts';
import { forgetPassword } from './passwords-store.ts';
import { endSessions } from './sessions-store.ts';
import { findAccountByLogin, lockAccount } from './store.ts';
import { tellFactor } from './tell-factor.ts';

/**
 * Takes away every second factor of an ID, in the caller's transaction. The password goes with them, and every session: else
 * whoever had stolen it would come in until the holder has set up anew. The caller gives the holder a one-time link.
 * Returns how many factors there were. Refuses `conflict` for an ID that has ended.
 */
export async function resetFactors(trx: Trx, ctx: LinkCtx, account: Account): Promise<number> {
  if (account.status !== 'active') throw new Refusal('conflict');
  const { chamberId, accountId } = account;
  await lockAccount(trx, account);
  const factors = await forgetFactors(trx, account);
  await forgetPassword(trx, account);
  const sessions = await endSessions(trx, { chamberId, accountId, at: ctx.now });
  const by = ctx.actor ? byOf(ctx.actor) : ({ kind: 'system' } as const);
  await tellFactor(trx, ctx, account, {
    ...{ by, action: 'reset_second_factors', detail: { factors, sessions } },
    news: { what: 'reset' },
  });
  return factors.length;
}

/**
 * The same for the command `hakkyu reset-factors`, which mails the link as well. undefined: there is no such ID, or it has
 * ended.
 */
export async function resetFactorsOf(
  ctx: LinkCtx & { db: Db },
  of: { chamberId: string; loginId: string },
): Promise<{ account: Account; factors: number } | undefined> {
  const [chamberId, loginId] = [normaliseLoginId(of.chamberId), normaliseLoginId(of.loginId)];
  if (!isChamberId(chamberId)) return undefined;
  return inChamber(ctx.db, chamberId, async (trx) => {
    const account = await findAccountByLogin(trx, chamberId, loginId);
    if (account?.status !== 'active') return undefined;
    const factors = await resetFactors(trx, ctx, account);
    await sendPasswordLink(trx, ctx, account, 'reset');
    return { account, factors };
  });
}
