// サブIDの引継ぎ: another person goes on with a sub ID's work. Here, above the applications, since it asks what may be printed.
import type { Account } from '../accounts/account.ts';
import { byOf, type Ctx } from '../accounts/context.ts';
import { endAccount } from '../accounts/end-account.ts';
import { sendPasswordLink } from '../accounts/one-time-links.ts';
import { requireProven } from '../accounts/proof.ts';
import { requireAct } from '../accounts/rights.ts';
import { moveCases } from '../applications/hand-over-store.ts';
import type { ApplicationStatus } from '../applications/lifecycle.ts';
import { dayInJapan } from '../lib/clock.ts';
import { inChamber } from '../lib/db.ts';
import { Refusal } from '../lib/refusal.ts';
import { addSubId } from '../registrations/sub-ids/add-sub-id.ts';
import { readAgent } from '../registrations/sub-ids/agents.ts';
import { mailSubIdMade } from '../registrations/sub-ids/mail-sub-id.ts';
import { activeSubId, managingSignatory } from '../registrations/sub-ids/own-sub-id.ts';
import { type HolderAgent, holderProblems, type SubIdHolder } from '../registrations/sub-ids/sub-ids-input.ts';
import { listPrintableOf } from './printable-store.ts';

/** What is still going on. Without what is with the chamber, a case that came back would come back to nobody. */
const goingOn: readonly ApplicationStatus[] = [
  ...(['draft', 'submitted', 'returned', 'approved', 'certified', 'paid', 'held'] as const),
];

/**
 * Makes a new sub ID with the same limits for the new holder, puts under it what is still going on and what may still be
 * printed, and ends the old one. The history keeps who did what. The new holder may be of the firm or of any agent. Refuses `not_found` for another signatory's, `conflict` for
 * one that has ended, `invalid` for what was typed, at `agentNumber` when no agent in good standing has it.
 */
export async function handOverSubId(
  ctx: Ctx,
  input: { accountId: string } & SubIdHolder & HolderAgent,
): Promise<{ account: Account; cases: number }> {
  const { actor, now } = ctx;
  requireAct(actor, 'sub.manage');
  requireProven(ctx);
  const fields = holderProblems(input);
  if (fields.length > 0) throw new Refusal('invalid', { fields });
  return inChamber(ctx.db, actor.chamberId, async (trx) => {
    const { chamberId } = actor;
    const signatory = await managingSignatory(trx, actor);
    const old = await activeSubId(trx, actor, input.accountId);
    const agent = await readAgent(trx, { ...signatory, today: dayInJapan(now) }, input.agentNumber);
    const limits = { may: old.sub.may, validUntil: old.sub.validUntil };
    const account = await addSubId(trx, ctx, signatory, { ...input, ...limits, agent, after: old.account.accountId });
    const besides = await listPrintableOf(trx, { chamberId, accountId: input.accountId, day: dayInJapan(now) });
    const cases = await moveCases(trx, {
      ...{ chamberId, from: input.accountId, to: account.accountId, statuses: goingOn, besides },
    });
    await endAccount(trx, old.account, {
      ...{ role: 'signatory', by: byOf(actor), at: now, detail: { handedOverTo: account.accountId, cases } },
    });
    await mailSubIdMade(trx, ctx, account, { signatory, agent });
    await sendPasswordLink(trx, ctx, account, 'first');
    return { account, cases };
  });
}
