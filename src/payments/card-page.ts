// The card company's page for a payment. There is one that counts at a time: who pays or gives up asks for that one first,
// and only when the card company itself says that it was never made, another takes its place.
import { byOf, type Ctx } from '../accounts/context.ts';
import { advance } from '../audit/advance.ts';
import { appendEvent } from '../audit/events.ts';
import { inChamber } from '../lib/db.ts';
import { Refusal } from '../lib/refusal.ts';
import { paymentLifecycle } from './lifecycle.ts';
import { openingKey, type Payment } from './payment.ts';
import { getPayment, updateAttempt, updateSession } from './store.ts';

/** How long the page stays open. The card company takes 30 minutes at least, from the moment in which it makes the page. */
const pageMinutes = 60;
export const pageEndsAt = (now: Date): Date => new Date(now.getTime() + pageMinutes * 60_000);

export type CardPage = { sessionId: string; url: string };
/** `refused`: the card company has made no page for this opening and makes none. */
export type Asked = { page: CardPage; refused?: never } | { page?: never; refused: Refusal };

/**
 * Asks for the page of a payment's opening: made now, or made before while its answer was lost. As key and input are the
 * same each time, and an answer that was given once is given again (Stripe keeps them for 24 hours), a refusal of the input
 * is proof that there is no page under this key; as its end only comes nearer, there will be none either. Refuses
 * `unavailable` when nobody answers: then there may be one.
 */
export async function askForPage(ctx: Ctx, payment: Payment): Promise<Asked> {
  const { base, gateway } = ctx.outside;
  const { paymentId } = payment;
  try {
    const page = await gateway.createSession({
      ...{ paymentId, amountYen: payment.yen, description: payment.description, locale: payment.locale },
      ...{ expiresAt: payment.sessionExpiresAt, idempotencyKey: openingKey(payment) },
      successUrl: `${base}/payments/${paymentId}/return`,
      cancelUrl: `${base}/payments/${paymentId}/return?cancelled`,
    });
    return { page };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'invalid') return { refused: error };
    throw error;
  }
}

/** Half an hour, and a minute for clocks that differ. */
const shortestPageMs = 31 * 60_000;

/**
 * Whether a page was refused since its end is nearer than the card company takes. By our clock, as not every version of its
 * API names the input that it refuses; where it was something else, a page with a later end is refused as well.
 */
export const cameTooLate = (payment: Payment, now: Date): boolean =>
  payment.sessionExpiresAt.getTime() - now.getTime() < shortestPageMs;

/** Notes the page; only then may its address be given out. Refuses `conflict` when the payment has gone on meanwhile. */
export function keepPage(ctx: Ctx, asked: Payment, page: CardPage): Promise<string> {
  const { chamberId, paymentId } = asked;
  return inChamber(ctx.db, chamberId, async (trx) => {
    const found = await getPayment(trx, chamberId, paymentId, 'lock');
    if (found.status === 'pending' && found.sessionUrl !== null) return found.sessionUrl; // the other click was first
    if (found.status !== 'created' || found.sessionAttempt !== asked.sessionAttempt) throw new Refusal('conflict');
    await updateSession(trx, { chamberId, paymentId, ...page });
    await advance(trx, paymentLifecycle, {
      ...{ subject: 'payment', chamberId, id: paymentId, from: found.status, action: 'open' },
      ...{ role: 'system', by: byOf(ctx.actor), at: ctx.now, detail: { session: page.sessionId } },
    });
    return page.url;
  });
}

/**
 * Another opening for a page that came too late (`cameTooLate`), with an hour from now. Returns the payment as it is now,
 * which another tab may have carried further.
 */
export function renewOpening(ctx: Ctx, asked: Payment): Promise<Payment> {
  const { chamberId, paymentId } = asked;
  return inChamber(ctx.db, chamberId, async (trx) => {
    const found = await getPayment(trx, chamberId, paymentId, 'lock');
    if (found.status !== 'created' || found.sessionAttempt !== asked.sessionAttempt) return found;
    const next = { sessionAttempt: found.sessionAttempt + 1, sessionExpiresAt: pageEndsAt(ctx.now) };
    await updateAttempt(trx, { chamberId, paymentId, ...next });
    await appendEvent(trx, {
      ...{ chamberId, at: ctx.now, by: byOf(ctx.actor), subject: 'payment', subjectId: paymentId, action: 'renew' },
      detail: { opening: next.sessionAttempt },
    });
    return { ...found, ...next };
  });
}
