import type { Ctx } from '../accounts/context.ts';
import { requireAct } from '../accounts/rights.ts';
import { inChamber } from '../lib/db.ts';
import { isId } from '../lib/ids.ts';
import { Refusal } from '../lib/refusal.ts';
import { getSignatory } from '../registrations/store.ts';

/**
 * The registered signature (PNG) of a signatory of the actor's own registration. Refuses `not_found` for any other, and
 * for one whose signature is not registered (サイン登録なし).
 */
export async function getSignaturePicture(ctx: Ctx, signatoryId: string): Promise<Buffer> {
  const { actor } = ctx;
  const sha256 = await inChamber(ctx.db, actor.chamberId, async (trx) => {
    requireAct(actor, 'application.read');
    if (!isId(signatoryId)) throw new Refusal('not_found');
    const signatory = await getSignatory(trx, actor.chamberId, signatoryId);
    return signatory.registrationId === actor.registrationId ? signatory.signatureSha256 : null;
  });
  if (sha256 === null) throw new Refusal('not_found');
  return ctx.outside.files.get(sha256);
}
