import Stripe from 'stripe';
import { Refusal } from '../lib/refusal.ts';

/**
 * The card company, as the house sees it. Amounts are whole yen (JPY has no smaller unit), moments are `Date`s.
 *
 * Every method refuses `unavailable` when the card company does not answer. It may have acted all the same: ask again
 * with the same idempotency key and the same input, and it answers what it did the first time.
 * A wrong secret key and a key re-used with other input are faults of ours and come through as Stripe's own errors.
 */
export type CardGateway = {
  /** Opens one hosted payment page. Refuses `invalid` with the place when the card company does not take the input. */
  createSession(request: CardSessionRequest): Promise<{ sessionId: string; url: string }>;
  /** What the card company knows of the payment now: the only ground on which a payment may move. Refuses `not_found`. */
  retrieveSession(sessionId: string): Promise<CardSession>;
  /** Closes the payment page. Refuses `conflict` when it is no longer open, `not_found` when there is none. */
  expireSession(sessionId: string): Promise<void>;
  /** Pays back a part or the whole. Refuses `invalid` when more than is left, `conflict` when nothing is left. */
  refund(request: CardRefundRequest): Promise<{ refundId: string; status: string }>;
  /** Reads a notice of the card company: a hint which payment to ask about, never its state. Refuses `invalid`. */
  readWebhook(rawBody: string | Uint8Array, signatureHeader: string | undefined): CardNotice;
};

export type CardSessionRequest = {
  paymentId: string;
  amountYen: number;
  /** One line on the payment page, in the payer's language. */
  description: string;
  locale: 'ja' | 'en';
  successUrl: string;
  cancelUrl: string;
  /** 30 minutes to 24 hours from now: the card company takes nothing else. */
  expiresAt: Date;
  idempotencyKey: string;
};

export type CardSession = {
  status: 'open' | 'complete' | 'expired';
  paymentStatus: 'unpaid' | 'paid';
  amountYen: number;
  /** ISO 4217 in lower case: whoever settles compares it with 'jpy'. */
  currency: string;
  /** Ours, as we gave it at `createSession`: whoever settles compares it too. */
  paymentId: string | undefined;
  /** There is none before the payer has sent a card. */
  paymentIntentId: string | undefined;
  refundedYen: number;
  /** Why the last card was not charged, in the card company's codes; gone once a card was. */
  failure: { code: string; declineCode: string | undefined } | undefined;
};

export type CardRefundRequest = {
  paymentIntentId: string;
  amountYen: number;
  idempotencyKey: string;
  /** Kept with the refund at the card company, 500 characters at most. */
  reason: string;
};

export type CardNotice = {
  eventId: string;
  type: string;
  sessionId: string | undefined;
  paymentId: string | undefined;
};

export type CardGatewayConfig = {
  secretKey: string;
  webhookSecret: string;
  host?: string;
  port?: number;
  protocol?: 'http' | 'https';
  /** For one attempt; 8 seconds by default. */
  timeoutMs?: number;
  /** With the same idempotency key; one by default, because a payer is waiting. */
  maxNetworkRetries?: number;
  /** The clock against which the age of a webhook's signature is judged; the machine's own by default. */
  now?: () => Date;
};

const metadataLimit = 500;

/** The real card company: hosted Checkout by full redirect, so that no card number ever comes near us (PCI DSS SAQ A). */
export function stripeCardGateway(config: CardGatewayConfig): CardGateway {
  const stripe = stripeClient(config);
  const now = config.now ?? (() => new Date());
  return {
    async createSession(request) {
      const session = await answered(
        stripe.checkout.sessions.create(sessionParams(request), { idempotencyKey: request.idempotencyKey }),
      );
      if (session.url === null) throw new Error(`card company opened session ${session.id} without a page`);
      return { sessionId: session.id, url: session.url };
    },
    async retrieveSession(sessionId) {
      const expand = ['payment_intent.latest_charge'];
      return cardSession(await answered(stripe.checkout.sessions.retrieve(sessionId, { expand })));
    },
    async expireSession(sessionId) {
      await answered(stripe.checkout.sessions.expire(sessionId), () => new Refusal('conflict'));
    },
    async refund(request) {
      const refund = await answered(
        stripe.refunds.create(refundParams(request), { idempotencyKey: request.idempotencyKey }),
        refundRefused,
      );
      return { refundId: refund.id, status: refund.status ?? 'unknown' };
    },
    readWebhook(rawBody, signatureHeader) {
      return cardNotice(verifiedEvent(stripe, config.webhookSecret, rawBody, signatureHeader, now()));
    },
  };
}

function stripeClient(config: CardGatewayConfig): Stripe {
  if (config.protocol === 'http' && !/^[sr]k_test_/.test(config.secretKey)) {
    throw new Error('card gateway: only a test key (sk_test_…) may travel over plain http');
  }
  return new Stripe(config.secretKey, {
    ...(config.host === undefined ? {} : { host: config.host }),
    ...(config.port === undefined ? {} : { port: config.port }),
    ...(config.protocol === undefined ? {} : { protocol: config.protocol }),
    timeout: config.timeoutMs ?? 8_000,
    maxNetworkRetries: config.maxNetworkRetries ?? 1,
    telemetry: false,
  });
}

function sessionParams(request: CardSessionRequest): Stripe.Checkout.SessionCreateParams {
  const metadata = { payment_id: request.paymentId };
  return {
    mode: 'payment',
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: 'jpy',
          unit_amount: request.amountYen,
          product_data: { name: request.description },
        },
      },
    ],
    client_reference_id: request.paymentId,
    metadata,
    payment_intent_data: { metadata },
    allowed_payment_method_types: ['card'],
    // クレジットカード・セキュリティガイドライン 6.0版: EMV 3-D Secure is obligatory for web shops in Japan since April 2025.
    payment_method_options: { card: { request_three_d_secure: 'any' } },
    // Nobody's card is kept for a next time: no customer, no Link, no setup_future_usage.
    customer_creation: 'if_required',
    wallet_options: { link: { display: 'never' } },
    // A certification fee is due in yen, whatever country the card is from.
    adaptive_pricing: { enabled: false },
    submit_type: 'pay',
    locale: request.locale,
    success_url: request.successUrl,
    cancel_url: request.cancelUrl,
    expires_at: Math.floor(request.expiresAt.getTime() / 1000),
  };
}

function refundParams(request: CardRefundRequest): Stripe.RefundCreateParams {
  if (request.reason.length > metadataLimit) {
    throw new Refusal('invalid', {
      fields: [
        {
          field: 'reason',
          ja: `返金の理由は${metadataLimit}文字以内で入れてください。`,
          en: `Give the reason for the refund in ${metadataLimit} characters at most.`,
        },
      ],
    });
  }
  return {
    payment_intent: request.paymentIntentId,
    amount: request.amountYen,
    reason: 'requested_by_customer',
    metadata: { reason: request.reason },
  };
}

function cardSession(session: Stripe.Checkout.Session): CardSession {
  const intent = expanded(session.payment_intent, 'payment_intent');
  const charge = intent === undefined ? undefined : expanded(intent.latest_charge, 'latest_charge');
  const error = intent?.last_payment_error ?? undefined;
  if (session.amount_total === null || session.currency === null) {
    throw new Error(`card company names no amount for session ${session.id}`);
  }
  return {
    status: known(['open', 'complete', 'expired'] as const, session.status, session.id),
    paymentStatus: known(['unpaid', 'paid'] as const, session.payment_status, session.id),
    amountYen: session.amount_total,
    currency: session.currency,
    paymentId: session.client_reference_id ?? undefined,
    paymentIntentId: intent?.id,
    refundedYen: charge?.amount_refunded ?? 0,
    failure: error === undefined ? undefined : { code: error.code ?? error.type, declineCode: error.decline_code },
  };
}

/** We always ask for the whole thing, so a bare id in its place is a fault. */
function expanded<T extends object>(value: string | T | null, name: string): T | undefined {
  if (typeof value === 'string') throw new Error(`card company did not expand ${name}`);
  return value ?? undefined;
}

function known<T extends string>(words: readonly T[], word: string | null, sessionId: string): T {
  const found = words.find((candidate) => candidate === word);
  if (found === undefined) throw new Error(`card company calls session ${sessionId} '${word}', which we do not know`);
  return found;
}

function verifiedEvent(
  stripe: Stripe,
  secret: string,
  rawBody: string | Uint8Array,
  header: string | undefined,
  now: Date,
): Stripe.Event {
  try {
    const tolerance = stripe.webhooks.DEFAULT_TOLERANCE;
    return stripe.webhooks.constructEvent(rawBody, header ?? '', secret, tolerance, undefined, now.getTime());
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError || error instanceof SyntaxError) {
      throw new Refusal('invalid', { cause: error });
    }
    throw error;
  }
}

function cardNotice(event: Stripe.Event): CardNotice {
  const about = event.data.object;
  const notice = { eventId: event.id, type: event.type };
  if (!('object' in about)) return { ...notice, sessionId: undefined, paymentId: undefined };
  if (about.object === 'checkout.session') {
    return { ...notice, sessionId: about.id, paymentId: about.client_reference_id ?? undefined };
  }
  const metadata = about.object === 'charge' || about.object === 'payment_intent' ? about.metadata : undefined;
  return { ...notice, sessionId: undefined, paymentId: metadata?.['payment_id'] };
}

type InvalidRequest = InstanceType<typeof Stripe.errors.StripeInvalidRequestError>;

/** Waits for the card company's answer and turns its errors into refusals; what is a fault of ours passes unchanged. */
async function answered<T>(answer: Promise<T>, refused: (error: InvalidRequest) => Refusal = inputRefused): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw refusalOf(error, refused);
  }
}

function refusalOf(error: unknown, refused: (error: InvalidRequest) => Refusal): unknown {
  const { StripeAPIError, StripeConnectionError, StripeInvalidRequestError, StripeRateLimitError } = Stripe.errors;
  if (
    error instanceof StripeConnectionError ||
    error instanceof StripeAPIError ||
    error instanceof StripeRateLimitError
  ) {
    return new Refusal('unavailable', { cause: error });
  }
  if (!(error instanceof StripeInvalidRequestError)) return error;
  if (error.code === 'resource_missing') return new Refusal('not_found', { cause: error });
  return refused(error);
}

function inputRefused(error: InvalidRequest): Refusal {
  return new Refusal('invalid', {
    cause: error,
    fields: [
      {
        field: error.param ?? 'payment',
        ja: `カード会社がこの内容を受け付けませんでした: ${error.message}`,
        en: `The card company did not accept this: ${error.message}`,
      },
    ],
  });
}

function refundRefused(error: InvalidRequest): Refusal {
  if (error.code === 'charge_already_refunded') return new Refusal('conflict', { cause: error });
  if (error.param !== 'amount') return inputRefused(error);
  return new Refusal('invalid', {
    cause: error,
    fields: [
      {
        field: 'amountYen',
        ja: '返金額が、まだ返金していない金額を超えています。金額を減らしてください。',
        en: 'The refund is more than what is left of the payment. Give a smaller amount.',
      },
    ],
  });
}

/** Where no card company is set: payments cannot be begun, everything else works. */
export const noGateway: CardGateway = {
  createSession: () => Promise.reject(notSet()),
  retrieveSession: () => Promise.reject(notSet()),
  expireSession: () => Promise.reject(notSet()),
  refund: () => Promise.reject(notSet()),
  readWebhook: () => {
    throw notSet();
  },
};

function notSet(): Refusal {
  const cause = new Error('no card company is set: HAKKYU_STRIPE_KEY and HAKKYU_STRIPE_WEBHOOK_SECRET');
  return new Refusal('unavailable', { cause });
}
