// The card company's page for a payment. There is one that counts at a time: who pays or gives up asks for that one first,
// and only when the card company itself says that it was never made, another takes its place.
import type { OpenCtx } from '../accounts/context.ts';
import { advance } from '../audit/advance.ts';
import { appendEvent, type By } from '../audit/events.ts';
import { inChamber } from '../lib/db.ts';
import { Refusal } from '../lib/refusal.ts';
import { paymentLifecycle } from './lifecycle.ts';
import { openingKey, type Payment } from './payment.ts';
import { getPayment, updateAttempt, updateSession } from './store.ts';

/** Who pays: somebody signed in, or the applicant of a procedure. */
export type PayerCtx = OpenCtx & { by: By };

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
export async function askForPage(ctx: OpenCtx, payment: Payment): Promise<Asked> {
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
const cameTooLate = (payment: Payment, now: Date): boolean =>
  payment.sessionExpiresAt.getTime() - now.getTime() < shortestPageMs;

/** Notes the page; only then may its address be given out. Refuses `conflict` when the payment has gone on meanwhile. */
export function keepPage(ctx: PayerCtx, asked: Payment, page: CardPage): Promise<string> {
  const { chamberId, paymentId } = asked;
  return inChamber(ctx.db, chamberId, async (trx) => {
    const found = await getPayment(trx, chamberId, paymentId, 'lock');
    if (found.status === 'pending' && found.sessionUrl !== null) return found.sessionUrl; // the other click was first
    if (found.status !== 'created' || found.sessionAttempt !== asked.sessionAttempt) throw new Refusal('conflict');
    await updateSession(trx, { chamberId, paymentId, ...page });
    await advance(trx, paymentLifecycle, {
      ...{ subject: 'payment', chamberId, id: paymentId, from: found.status, action: 'open' },
      ...{ role: 'system', by: ctx.by, at: ctx.now, detail: { session: page.sessionId } },
    });
    return page.url;
  });
}

/**
 * Another opening for a page that came too late (`cameTooLate`), with an hour from now. Returns the payment as it is now,
 * which another tab may have carried further.
 */
function renewOpening(ctx: PayerCtx, asked: Payment): Promise<Payment> {
  const { chamberId, paymentId } = asked;
  return inChamber(ctx.db, chamberId, async (trx) => {
    const found = await getPayment(trx, chamberId, paymentId, 'lock');
    if (found.status !== 'created' || found.sessionAttempt !== asked.sessionAttempt) return found;
    const next = { sessionAttempt: found.sessionAttempt + 1, sessionExpiresAt: pageEndsAt(ctx.now) };
    await updateAttempt(trx, { chamberId, paymentId, ...next });
    await appendEvent(trx, {
      ...{ chamberId, at: ctx.now, by: ctx.by, subject: 'payment', subjectId: paymentId, action: 'renew' },
      detail: { opening: next.sessionAttempt },
    });
    return { ...found, ...next };
  });
}

/**
 * The address of the card company's page for a payment that is not paid yet; opens the page when that failed before, and
 * opens it anew, for an hour from now, when it was never made. However often this is asked, there is one page that can be
 * paid, and one charge at most. Whether the payment is his who asks, the caller knows. Refuses `conflict` when the payment is
 * over, `unavailable` when nobody answers.
 */
export async function openPage(ctx: PayerCtx, payment: Payment): Promise<string> {
  const known = knownPage(payment);
  if (known !== undefined) return known;
  const first = await askForPage(ctx, payment);
  if (first.page) return keepPage(ctx, payment, first.page);
  if (!cameTooLate(payment, ctx.now)) throw first.refused;
  const renewed = await renewOpening(ctx, payment);
  const elsewhere = knownPage(renewed); // another tab has opened it meanwhile
  if (elsewhere !== undefined) return elsewhere;
  const second = await askForPage(ctx, renewed);
  if (!second.page) throw second.refused;
  return keepPage(ctx, renewed, second.page);
}

/** The page that is open already; undefined where it is still to be opened. */
function knownPage(payment: Payment): string | undefined {
  if (payment.status === 'pending' && payment.sessionUrl !== null) return payment.sessionUrl;
  if (payment.status !== 'created') throw new Refusal('conflict');
  return undefined;
}
