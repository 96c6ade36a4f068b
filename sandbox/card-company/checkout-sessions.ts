import { z } from 'zod';
import { ApiError, missing } from './api-error.ts';
import type { Books, Change, SessionRow } from './books.ts';
import { eventEntries, newId, secondsOf } from './entries.ts';
import { checked } from './form-fields.ts';
import { expandNothing, sessionView } from './views.ts';

const whole = z
  .string()
  .regex(/^\d{1,12}$/, 'must be a whole number')
  .transform(Number);
const webAddress = z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).max(5000);
export const metadataInput = z.record(z.string().max(40), z.string().max(500));

/** Stripe lets a yen payment be no less than ¥50 and no more than eight digits. */
const smallestYen = 50;
const largestYen = 99_999_999;
const minutes = 60;

const lineItem = z.strictObject({
  quantity: whole.refine((count) => count >= 1, 'must be at least 1'),
  price_data: z.strictObject({
    currency: z.literal('jpy'),
    unit_amount: whole,
    product_data: z.strictObject({ name: z.string().min(1).max(250) }),
  }),
});

const sessionInput = z.strictObject({
  mode: z.literal('payment'),
  line_items: z.array(lineItem).min(1).max(100),
  success_url: webAddress,
  cancel_url: webAddress.optional(),
  client_reference_id: z.string().max(200).optional(),
  metadata: metadataInput.optional(),
  payment_intent_data: z.strictObject({ metadata: metadataInput.optional() }).optional(),
  allowed_payment_method_types: z.array(z.literal('card')).length(1),
  payment_method_options: z
    .strictObject({
      card: z.strictObject({ request_three_d_secure: z.enum(['any', 'automatic', 'challenge']).optional() }).optional(),
    })
    .optional(),
  locale: z.enum(['ja', 'en', 'auto']).default('auto'),
  expires_at: whole.optional(),
  customer_creation: z.literal('if_required').optional(),
  wallet_options: z.strictObject({ link: z.strictObject({ display: z.enum(['auto', 'never']) }) }).optional(),
  adaptive_pricing: z.strictObject({ enabled: z.literal('false') }).optional(),
  submit_type: z.enum(['auto', 'pay']).optional(),
});

/** What `POST /v1/checkout/sessions` does: the new session, or `ApiError` (400) as Stripe has it. */
export function newSession(input: unknown, now: Date): SessionRow {
  const asked = checked(sessionInput, input);
  const created = secondsOf(now);
  return {
    id: newId('cs_test'),
    created,
    expiresAt: expiryOf(asked.expires_at, created),
    status: 'open',
    amountYen: amountOf(asked.line_items),
    description: asked.line_items.map((item) => item.price_data.product_data.name).join(', '),
    clientReferenceId: asked.client_reference_id ?? null,
    metadata: asked.metadata ?? {},
    intentMetadata: asked.payment_intent_data?.metadata ?? {},
    successUrl: asked.success_url,
    cancelUrl: asked.cancel_url ?? null,
    locale: asked.locale,
    threeDSecure: asked.payment_method_options?.card?.request_three_d_secure ?? 'automatic',
    intentId: null,
  };
}

function amountOf(items: readonly z.infer<typeof lineItem>[]): number {
  const yen = items.reduce((sum, item) => sum + item.price_data.unit_amount * item.quantity, 0);
  const param = 'line_items[0][price_data][unit_amount]';
  if (yen < smallestYen) {
    throw new ApiError(`The Checkout Session's total amount due must add up to at least ¥${smallestYen} jpy`, {
      code: 'amount_too_small',
      param,
    });
  }
  if (yen > largestYen) {
    throw new ApiError(`Amount must be no more than ¥${largestYen}`, { code: 'amount_too_large', param });
  }
  return yen;
}

function expiryOf(asked: number | undefined, created: number): number {
  const longest = created + 24 * 60 * minutes;
  if (asked === undefined) return longest;
  // Stripe counts the thirty minutes from when the request arrives; a request a moment on its way is let through.
  if (asked >= created + 30 * minutes - 5 && asked <= longest) return asked;
  throw new ApiError('The `expires_at` timestamp must be 30 minutes to 24 hours from Checkout Session creation.', {
    param: 'expires_at',
  });
}

export function getSession(books: Books, id: string): SessionRow {
  const session = books.session.get(id);
  if (session === undefined) throw missing('checkout.session', id);
  return session;
}

/** What closing an open session changes; `ApiError` (400) when it is not open. */
export function expiryEntries(books: Books, session: SessionRow, publicUrl: string, now: Date): Change[] {
  if (session.status !== 'open') {
    throw new ApiError(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${session.status}\`.`,
    );
  }
  const expired: SessionRow = { ...session, status: 'expired' };
  const intent = session.intentId === null ? undefined : books.intent.get(session.intentId);
  const canceled: Change[] =
    intent === undefined ? [] : [{ put: 'intent', row: { ...intent, status: 'canceled', challenge: null } }];
  const view = sessionView(expired, publicUrl, expandNothing, books);
  return [{ put: 'session', row: expired }, ...canceled, ...eventEntries('checkout.session.expired', view, now)];
}

/** Closes every session whose time is over. */
export function expireDue(books: Books, publicUrl: string, now: Date): void {
  for (const session of books.session.values()) {
    if (session.status !== 'open' || session.expiresAt > secondsOf(now)) continue;
    books.write(expiryEntries(books, session, publicUrl, now));
  }
}
