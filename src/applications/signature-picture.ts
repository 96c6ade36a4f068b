import type { Ctx } from '../accounts/context.ts';
import { requireAct } from '../accounts/rights.ts';
import { inChamber } from '../lib/db.ts';
import { isId } from '../lib/ids.ts';
import { Refusal } from '../lib/refusal.ts';
import { getSignatory } from '../registrations/store.ts';
import { firmOf } from './firm.ts';

/**
 * The registered signature (PNG) of a signatory of the actor's own registration; a sub ID gets that of its signatory only.
 * Refuses `not_found` for any other, and
 * for one whose signature is not registered (サイン登録なし).
 */
export async function getSignaturePicture(ctx: Ctx, signatoryId: string): Promise<Buffer> {
  const { actor } = ctx;
  const sha256 = await inChamber(ctx.db, actor.chamberId, async (trx) => {
    requireAct(actor, 'application.read');
    if (!isId(signatoryId)) throw new Refusal('not_found');
    const signatory = await getSignatory(trx, actor.chamberId, signatoryId);
    // A sub ID, which an agent's clerk may hold, sees the one signature that it uses.
    const own = actor.role === 'sub' ? (await firmOf(trx, actor, ctx.now)).signatory.signatoryId === signatoryId : true;
    return own && signatory.registrationId === actor.registrationId ? signatory.signatureSha256 : null;
  });
  if (sha256 === null) throw new Refusal('not_found');
  return ctx.outside.files.get(sha256);
}
