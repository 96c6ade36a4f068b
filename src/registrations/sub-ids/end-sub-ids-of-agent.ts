// The end of an agency (代行の終わり): a signatory ends every sub ID that clerks of one agent hold.
import type { Account } from '../../accounts/account.ts';
import { byOf, type Ctx } from '../../accounts/context.ts';
import { endAccount } from '../../accounts/end-account.ts';
import { requireProven } from '../../accounts/proof.ts';
import { requireAct } from '../../accounts/rights.ts';
import { findAccount } from '../../accounts/store.ts';
import { inChamber, type Trx } from '../../lib/db.ts';
import { isId } from '../../lib/ids.ts';
import { Refusal } from '../../lib/refusal.ts';
import { managedSignatoryIds } from './own-sub-id.ts';
import { hasSubIdOfAgent, lockSubIdsOfAgent } from './sub-ids-store.ts';

/**
 * Ends them all in one transaction, each with its event; cases and history stay the signatory's. Returns those that ended.
 * Refuses `not_found` when that agent never held one of his, `conflict` when all have ended already.
 */
export async function endSubIdsOfAgent(
  ctx: Ctx,
  input: { agentRegistrationId: string },
): Promise<Pick<Account, 'accountId' | 'loginId'>[]> {
  const { agentRegistrationId } = input;
  const { chamberId } = ctx.actor;
  requireAct(ctx.actor, 'sub.manage');
  requireProven(ctx);
  return inChamber(ctx.db, chamberId, async (trx) => {
    const of = { chamberId, signatoryIds: await managedSignatoryIds(trx, ctx.actor), agentRegistrationId };
    if (!isId(agentRegistrationId) || !(await hasSubIdOfAgent(trx, of))) throw new Refusal('not_found');
    const ended: Account[] = [];
    // Looked for again until there is none: one that was handed over while this waited for it has a successor.
    for (let found = await lockSubIdsOfAgent(trx, of); found.length > 0; found = await lockSubIdsOfAgent(trx, of))
      for (const accountId of found) ended.push(await endOne(trx, ctx, accountId, agentRegistrationId));
    if (ended.length === 0) throw new Refusal('conflict');
    return ended.map(({ accountId, loginId }) => ({ accountId, loginId }));
  });
}

async function endOne(trx: Trx, { actor, now }: Ctx, accountId: string, agent: string): Promise<Account> {
  const account = await findAccount(trx, actor.chamberId, accountId);
  if (!account) throw new Error(`the sub ID ${accountId} has no account`);
  await endAccount(trx, account, {
    ...{ role: 'signatory', by: byOf(actor), at: now, detail: { because: 'agency_ended', agent } },
  });
  return account;
}
