import type { Account } from '../../accounts/account.ts';
import type { Ctx } from '../../accounts/context.ts';
import { sendPasswordLink } from '../../accounts/one-time-links.ts';
import { requireAct } from '../../accounts/rights.ts';
import { dayInJapan } from '../../lib/clock.ts';
import { inChamber } from '../../lib/db.ts';
import { Refusal } from '../../lib/refusal.ts';
import { addSubId } from './add-sub-id.ts';
import { readAgent } from './agents.ts';
import { mailSubIdMade } from './mail-sub-id.ts';
import { managingSignatory } from './own-sub-id.ts';
import {
  type HolderAgent,
  holderProblems,
  limitProblems,
  type SubIdHolder,
  type SubIdLimits,
} from './sub-ids-input.ts';

/**
 * A signatory makes a sub ID for somebody of the firm, or of an agent of this chamber. The holder is mailed a link with which he chooses the password, and
 * not the ID: that the signatory tells him, so that nobody who reads the mail has both. Refuses `not_allowed` for who is no
 * signatory, `invalid` for what was typed, at `agentNumber` when no agent in good standing has it.
 */
export async function makeSubId(ctx: Ctx, input: SubIdHolder & SubIdLimits & HolderAgent): Promise<Account> {
  requireAct(ctx.actor, 'sub.manage');
  const today = dayInJapan(ctx.now);
  const fields = [...holderProblems(input), ...limitProblems(input, today)];
  if (fields.length > 0) throw new Refusal('invalid', { fields });
  return inChamber(ctx.db, ctx.actor.chamberId, async (trx) => {
    const signatory = await managingSignatory(trx, ctx.actor);
    const agent = await readAgent(trx, { ...signatory, today }, input.agentNumber);
    const account = await addSubId(trx, ctx, signatory, { ...input, agent });
    await mailSubIdMade(trx, ctx, account, { signatory, agent });
    await sendPasswordLink(trx, ctx, account, 'first');
    return account;
  });
}
