import type { Books, ChargeRow, EventRow, IntentRow, RefundRow, SessionRow } from './books.ts';

/** The version of Stripe's API whose protocol the sandbox speaks: the one that the SDK is pinned to. */
export const apiVersion = '2026-10-28.endive';

/** A session as the API shows it; `expand` replaces ids by what they name. */
export function sessionView(session: SessionRow, publicUrl: string, expand: Expand, books: Books): object {
  const intent = session.intentId === null ? undefined : books.intent.get(session.intentId);
  return {
    id: session.id,
    object: 'checkout.session',
    amount_subtotal: session.amountYen,
    amount_total: session.amountYen,
    cancel_url: session.cancelUrl,
    client_reference_id: session.clientReferenceId,
    created: session.created,
    currency: 'jpy',
    customer: null,
    expires_at: session.expiresAt,
    livemode: false,
    locale: session.locale,
    metadata: session.metadata,
    mode: 'payment',
    payment_intent: intent === undefined || !expand.intent ? session.intentId : intentView(intent, expand, books),
    payment_method_types: ['card'],
    payment_status: session.status === 'complete' ? 'paid' : 'unpaid',
    status: session.status,
    success_url: session.successUrl,
    ui_mode: 'hosted_page',
    url: session.status === 'open' ? `${publicUrl}/pay/${session.id}` : null,
  };
}

export type Expand = { intent: boolean; charge: boolean };
export const expandNothing: Expand = { intent: false, charge: false };

export function intentView(intent: IntentRow, expand: Expand, books: Books): object {
  const charge = intent.chargeId === null ? undefined : books.charge.get(intent.chargeId);
  return {
    id: intent.id,
    object: 'payment_intent',
    amount: intent.amountYen,
    amount_received: intent.status === 'succeeded' ? intent.amountYen : 0,
    created: intent.created,
    currency: 'jpy',
    customer: null,
    last_payment_error:
      intent.lastError === null
        ? null
        : {
            type: 'card_error',
            code: intent.lastError.code,
            ...(intent.lastError.declineCode === null ? {} : { decline_code: intent.lastError.declineCode }),
            message: intent.lastError.message,
          },
    latest_charge: charge === undefined || !expand.charge ? intent.chargeId : chargeView(charge),
    livemode: false,
    metadata: intent.metadata,
    payment_method_types: ['card'],
    status: intent.status,
  };
}

export function chargeView(charge: ChargeRow): object {
  return {
    id: charge.id,
    object: 'charge',
    amount: charge.amountYen,
    amount_captured: charge.amountYen,
    amount_refunded: charge.refundedYen,
    captured: true,
    created: charge.created,
    currency: 'jpy',
    livemode: false,
    metadata: charge.metadata,
    paid: true,
    payment_intent: charge.intentId,
    payment_method_details: { type: 'card', card: { brand: charge.card.brand, last4: charge.card.last4 } },
    refunded: charge.refundedYen === charge.amountYen,
    status: 'succeeded',
  };
}

export function refundView(refund: RefundRow): object {
  return {
    id: refund.id,
    object: 'refund',
    amount: refund.amountYen,
    charge: refund.chargeId,
    created: refund.created,
    currency: 'jpy',
    metadata: refund.metadata,
    payment_intent: refund.intentId,
    reason: refund.reason,
    status: 'succeeded',
  };
}

export function eventView(event: EventRow): object {
  return {
    id: event.id,
    object: 'event',
    api_version: apiVersion,
    created: event.created,
    data: { object: event.object },
    livemode: false,
    pending_webhooks: 0,
    request: { id: null, idempotency_key: null },
    type: event.type,
  };
}
