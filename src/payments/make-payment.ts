// A payment begins: whatever it pays, and whoever pays it.
import type { OpenCtx } from '../accounts/context.ts';
import { appendEvent, type By } from '../audit/events.ts';
import type { Trx } from '../lib/db.ts';
import { newId } from '../lib/ids.ts';
import { pageEndsAt } from './card-page.ts';
import type { Charge, Payment } from './payment.ts';
import { insertPayment } from './store.ts';

export type Beginning = {
  chamberId: string;
  payer: Pick<Payment, 'accountId' | 'signatoryId' | 'procedureId'>;
  by: By;
  /** Open, locked by the caller. */
  charges: readonly Charge[];
  description: string;
  locale: Payment['locale'];
  /** For the history, beside the sum. */
  detail: Record<string, unknown>;
};

/**
 * Adds the payment to the caller's transaction, with the card company not asked yet. The database refuses charges that are in
 * another open payment: `isDuplicate`.
 */
export async function makePayment(trx: Trx, ctx: Pick<OpenCtx, 'now'>, of: Beginning): Promise<Payment> {
  const { chamberId, charges, description, locale } = of;
  const { now } = ctx;
  const payment: Payment = {
    ...{ chamberId, paymentId: newId(now), ...of.payer, status: 'created', description, locale },
    yen: charges.reduce((sum, charge) => sum + charge.yen, 0),
    ...{ sessionExpiresAt: pageEndsAt(now), sessionAttempt: 1 },
    ...{ sessionId: null, sessionUrl: null, paymentIntentId: null, createdAt: now, settledAt: null },
  };
  const ids = charges.map((charge) => charge.chargeId);
  await insertPayment(trx, payment, ids);
  await appendEvent(trx, {
    ...{ chamberId, at: now, by: of.by, subject: 'payment', subjectId: payment.paymentId },
    ...{ action: 'create', to: 'created', detail: { ...of.detail, yen: payment.yen } },
  });
  return payment;
}
