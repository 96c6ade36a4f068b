import { askForPage, keepPage, type PayerCtx } from './card-page.ts';
import type { PaymentStatus } from './lifecycle.ts';
import type { Payment } from './payment.ts';
import { cancelPayment, cancelUnopened } from './reconcile.ts';

/**
 * Gives a payment up; what it was to pay can be paid anew. Whether it is his who asks, the caller knows. Returns the status
 * now: `settled` when it was paid at that moment. Refuses `unavailable` when the card company does not answer.
 */
export async function giveUp(ctx: PayerCtx, payment: Payment): Promise<PaymentStatus> {
  if (payment.status === 'created') {
    // The card company's answer to an opening may have been lost: only what we know of can be closed there.
    const { page } = await askForPage(ctx, payment);
    if (!page) return cancelUnopened(ctx, payment);
    await keepPage(ctx, payment, page);
  }
  return cancelPayment(ctx, payment.paymentId);
}
