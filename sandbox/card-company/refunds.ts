import { z } from 'zod';
import { ApiError, missing } from './api-error.ts';
import type { Books, Change, ChargeRow, RefundRow } from './books.ts';
import { metadataInput } from './checkout-sessions.ts';
import { eventEntries, newId, secondsOf } from './entries.ts';
import { checked } from './form-fields.ts';
import { chargeView } from './views.ts';

const refundInput = z.strictObject({
  payment_intent: z.string(),
  amount: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, 'must be a positive whole number')
    .transform(Number)
    .optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
  metadata: metadataInput.optional(),
});

/** What `POST /v1/refunds` does: a part, or without an amount all that is left. `ApiError` as Stripe has it. */
export function newRefund(books: Books, input: unknown, now: Date): { refund: RefundRow; changes: Change[] } {
  const asked = checked(refundInput, input);
  const charge = chargeOf(books, asked.payment_intent);
  const left = charge.amountYen - charge.refundedYen;
  if (left === 0) {
    throw new ApiError(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' });
  }
  const amountYen = asked.amount ?? left;
  if (amountYen > left) {
    throw new ApiError(`Refund amount (¥${amountYen}) is greater than unrefunded amount on charge (¥${left})`, {
      param: 'amount',
    });
  }
  const refund: RefundRow = {
    id: newId('re'),
    created: secondsOf(now),
    chargeId: charge.id,
    intentId: charge.intentId,
    amountYen,
    reason: asked.reason ?? null,
    metadata: asked.metadata ?? {},
  };
  const refunded: ChargeRow = { ...charge, refundedYen: charge.refundedYen + amountYen };
  return {
    refund,
    changes: [
      { put: 'refund', row: refund },
      { put: 'charge', row: refunded },
      ...eventEntries('charge.refunded', chargeView(refunded), now),
    ],
  };
}

function chargeOf(books: Books, intentId: string): ChargeRow {
  const intent = books.intent.get(intentId);
  if (intent === undefined) throw missing('payment_intent', intentId);
  const charge = intent.chargeId === null ? undefined : books.charge.get(intent.chargeId);
  if (charge === undefined) {
    throw new ApiError(`This PaymentIntent (${intentId}) does not have a successful charge to refund.`, {
      param: 'payment_intent',
    });
  }
  return charge;
}
