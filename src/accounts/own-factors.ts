// 2段階認証 of one's own ID: looked at, renamed, taken away, and the recovery codes made anew.
import { inChamber } from '../lib/db.ts';
import { isId } from '../lib/ids.ts';
import { Refusal } from '../lib/refusal.ts';
import { endOtherSessions, goodFactorName, putRecoveryCodes, requireOwner } from './add-factor.ts';
import { byOf, type Ctx } from './context.ts';
import { forgetFactors } from './forget-factors.ts';
import { countRecoveryCodes } from './recovery-codes-store.ts';
import { requireAct } from './rights.ts';
import type { Factor } from './second-factor.ts';
import { deleteFactors, hasFactor, listFactorsOf, updateFactorName } from './second-factors-store.ts';
import { updateProof } from './sessions-store.ts';
import { lockAccount } from './store.ts';
import { tellFactor } from './tell-factor.ts';

export type OwnFactors = { factors: Factor[]; recoveryCodesLeft: number };

/** The actor's own, oldest first. */
export function listOwnFactors({ db, actor }: Ctx): Promise<OwnFactors> {
  requireAct(actor, 'account.use');
  return inChamber(db, actor.chamberId, async (trx) => ({
    factors: await listFactorsOf(trx, actor),
    recoveryCodesLeft: await countRecoveryCodes(trx, actor),
  }));
}

/** Whether the actor's ID has a second factor. */
export function hasOwnFactor({ db, actor }: Ctx): Promise<boolean> {
  return inChamber(db, actor.chamberId, (trx) => hasFactor(trx, actor));
}

/** Ten new codes in the place of all old ones, returned once. Refuses `proof_needed`, `conflict` for an ID without a factor. */
export async function makeRecoveryCodes(ctx: Ctx): Promise<string[]> {
  requireOwner(ctx);
  const { actor } = ctx;
  return inChamber(ctx.db, actor.chamberId, async (trx) => {
    await lockAccount(trx, actor);
    if (!(await hasFactor(trx, actor))) throw new Refusal('conflict');
    const codes = await putRecoveryCodes(trx, ctx);
    await tellFactor(trx, ctx, actor, {
      ...{ by: byOf(actor), action: 'make_recovery_codes', detail: { codes: codes.length } },
      news: { what: 'codes_made' },
    });
    return codes;
  });
}

/** Refuses `proof_needed`, `not_found` for anybody else's, `invalid` at `name`. */
export async function renameFactor(ctx: Ctx, input: { factorId: string; name: string }): Promise<void> {
  requireOwner(ctx);
  const { factorId } = input;
  if (!isId(factorId)) throw new Refusal('not_found');
  const name = goodFactorName(input.name);
  const { chamberId, accountId } = ctx.actor;
  const renamed = await inChamber(ctx.db, chamberId, (trx) =>
    updateFactorName(trx, { chamberId, accountId, factorId, name }),
  );
  if (!renamed) throw new Refusal('not_found');
}

/**
 * Ends the ID's other sessions. The last one takes the recovery codes and the proof along: from then on the password alone
 * opens the ID, and what takes a second factor is refused. Refuses `proof_needed`, `not_found` for anybody else's.
 */
export async function removeFactor(ctx: Ctx, factorId: string): Promise<void> {
  const sessionId = requireOwner(ctx);
  if (!isId(factorId)) throw new Refusal('not_found');
  const { actor } = ctx;
  const { chamberId, accountId } = actor;
  await inChamber(ctx.db, chamberId, async (trx) => {
    await lockAccount(trx, actor);
    const [removed] = await deleteFactors(trx, { chamberId, accountId, factorId });
    if (!removed) throw new Refusal('not_found');
    const isLast = !(await hasFactor(trx, actor));
    if (isLast) await forgetFactors(trx, actor);
    await endOtherSessions(trx, ctx, sessionId);
    if (isLast) await updateProof(trx, sessionId, null);
    await tellFactor(trx, ctx, actor, {
      ...{ by: byOf(actor), action: 'remove_second_factor', detail: { factor: factorId, ...removed } },
      news: { what: 'removed', name: removed.name },
    });
  });
}
