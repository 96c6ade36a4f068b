import type { OpenCtx } from '../accounts/context.ts';
import { inChamber, inInstallation } from '../lib/db.ts';
import { isId } from '../lib/ids.ts';
import { Refusal } from '../lib/refusal.ts';
import { findPaymentChamber, getPayment } from './store.ts';

/**
 * The procedure whose fee a payment pays; null: it pays for applications. Tells nothing else, as whoever comes back from the
 * card company is not asked who he is. Refuses `not_found`.
 */
export async function procedureOfPayment(ctx: Pick<OpenCtx, 'db'>, paymentId: string): Promise<string | null> {
  if (!isId(paymentId)) throw new Refusal('not_found');
  const chamberId = await inInstallation(ctx.db, (trx) => findPaymentChamber(trx, paymentId));
  if (chamberId === undefined) throw new Refusal('not_found');
  return inChamber(ctx.db, chamberId, async (trx) => (await getPayment(trx, chamberId, paymentId, 'look')).procedureId);
}
