import { byOf, type Ctx } from '../accounts/context.ts';
import { requireProvenByFactor } from '../accounts/proof.ts';
import { requireAct } from '../accounts/rights.ts';
import { advance } from '../audit/advance.ts';
import { inChamber } from '../lib/db.ts';
import { deskRowFor } from './desk.ts';
import { applicationLifecycle } from './lifecycle.ts';

/** The certifier hands an approved application back to the examiners, with a note for them. The firm is not troubled. */
export async function handBack(ctx: Ctx, input: { applicationId: string; round: number; note: string }): Promise<void> {
  requireAct(ctx.actor, 'desk.certify');
  requireProvenByFactor(ctx);
  await inChamber(ctx.db, ctx.actor.chamberId, async (trx) => {
    const row = await deskRowFor(trx, ctx.actor, 'desk.certify', input);
    await advance(trx, applicationLifecycle, {
      ...{ subject: 'application', chamberId: row.chamberId, id: row.applicationId, from: row.status },
      ...{ action: 'hand_back', role: 'certifier', by: byOf(ctx.actor), at: ctx.now, note: input.note },
    });
  });
}
