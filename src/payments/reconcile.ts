// A payment moves only by asking the card company. Its notices and the payer's return are hints that it is time to ask.
import type { OpenCtx } from '../accounts/context.ts';
import { advance } from '../audit/advance.ts';
import type { By } from '../audit/events.ts';
import { dayInJapan } from '../lib/clock.ts';
import { inChamber, inInstallation, type Trx } from '../lib/db.ts';
import { isId, newId } from '../lib/ids.ts';
import { Refusal } from '../lib/refusal.ts';
import type { CardSession } from '../outside/card-gateway.ts';
import { listChargesOfPayment } from './charges-store.ts';
import { freezeStatements } from './freeze-statements.ts';
import { chargeLifecycle, type PaymentAction, type PaymentStatus, paymentLifecycle } from './lifecycle.ts';
import { compared, recordMismatch } from './mismatches.ts';
import { type Payment, settlementLines } from './payment.ts';
import {
  closePayment,
  findPaymentChamber,
  getPayment,
  insertGatewayMessage,
  insertLedgerLines,
  listOpenPayments,
  updateSettled,
} from './store.ts';
import { readyToPay } from './when-paid.ts';

const system: By = { kind: 'system' };

/**
 * Asks the card company about one payment and moves it as far as the answer goes. Safe to call at any time, by anybody,
 * as often as one likes. Returns the status now. An answer that does not fit moves nothing and is shown to the chamber
 * (`mismatches.ts`). Refuses `not_found`, and `unavailable` when nobody answers.
 */
export async function reconcilePayment(ctx: OpenCtx, paymentId: string): Promise<PaymentStatus> {
  if (!isId(paymentId)) throw new Refusal('not_found');
  const chamberId = await inInstallation(ctx.db, (trx) => findPaymentChamber(trx, paymentId));
  if (chamberId === undefined) throw new Refusal('not_found');
  const payment = await inChamber(ctx.db, chamberId, (trx) => getPayment(trx, chamberId, paymentId, 'look'));
  if (payment.status === 'created') return giveUpUnopened(ctx, payment);
  if (payment.status !== 'pending' || payment.sessionId === null) return payment.status;
  const session = await ctx.outside.gateway.retrieveSession(payment.sessionId);
  if (session.paymentStatus === 'paid') return settle(ctx, payment, session);
  if (session.status === 'expired') return close(ctx, payment, 'expire');
  return payment.status;
}

/** The payer changed his mind: closes the card company's page first, and believes only that. */
export async function cancelPayment(ctx: OpenCtx, paymentId: string): Promise<PaymentStatus> {
  const status = await reconcilePayment(ctx, paymentId);
  if (status !== 'pending') return status;
  const chamberId = await inInstallation(ctx.db, (trx) => findPaymentChamber(trx, paymentId));
  if (chamberId === undefined) throw new Refusal('not_found');
  const payment = await inChamber(ctx.db, chamberId, (trx) => getPayment(trx, chamberId, paymentId, 'look'));
  if (payment.sessionId === null) return payment.status;
  try {
    await ctx.outside.gateway.expireSession(payment.sessionId);
  } catch (error) {
    // Paid or expired at this very moment: what it is now decides.
    if (error instanceof Refusal && error.code === 'conflict') return reconcilePayment(ctx, paymentId);
    throw error;
  }
  return close(ctx, payment, 'cancel');
}

/** A page that was never opened for the payer: when its time is over the charges are free again. */
async function giveUpUnopened(ctx: OpenCtx, payment: Payment): Promise<PaymentStatus> {
  if (ctx.now < payment.sessionExpiresAt) return payment.status;
  return close(ctx, payment, 'expire');
}

/** The payer gives up a payment whose page was never made, as the card company says: there is nothing to close there. */
export const cancelUnopened = (ctx: OpenCtx, payment: Payment): Promise<PaymentStatus> => close(ctx, payment, 'cancel');

async function close(ctx: OpenCtx, seen: Payment, action: PaymentAction): Promise<PaymentStatus> {
  const { chamberId, paymentId } = seen;
  return inChamber(ctx.db, chamberId, async (trx) => {
    const payment = await getPayment(trx, chamberId, paymentId, 'lock');
    // Another hint was first, or another tab has opened the page anew.
    if (payment.status !== seen.status || payment.sessionAttempt !== seen.sessionAttempt) return payment.status;
    const status = await advance(trx, paymentLifecycle, {
      ...{ subject: 'payment', chamberId, id: paymentId, from: payment.status, action, role: 'system' },
      ...{ by: system, at: ctx.now },
    });
    await closePayment(trx, { chamberId, paymentId, paid: false });
    return status;
  });
}

/** Settled, its charges paid, and what they are for goes on (`when-paid.ts`): all in one transaction. */
async function settle(ctx: OpenCtx, seen: Payment, session: CardSession): Promise<PaymentStatus> {
  const { chamberId, paymentId } = seen;
  const fit = compared(seen, session);
  if (fit.mismatch) return recordMismatch(ctx, seen, fit.mismatch);
  const { paymentIntentId } = fit;
  return inChamber(ctx.db, chamberId, async (trx) => {
    const payment = await getPayment(trx, chamberId, paymentId, 'lock');
    if (payment.status !== 'pending') return payment.status; // another hint was first
    await updateSettled(trx, { chamberId, paymentId, at: ctx.now, paymentIntentId });
    const status = await advance(trx, paymentLifecycle, {
      ...{ subject: 'payment', chamberId, id: paymentId, from: payment.status, action: 'settle', role: 'system' },
      ...{ by: system, at: ctx.now },
    });
    await closePayment(trx, { chamberId, paymentId, paid: true });
    await payCharges(trx, ctx, payment);
    return status;
  });
}

async function payCharges(trx: Trx, ctx: OpenCtx, { chamberId, paymentId }: Payment): Promise<void> {
  const charges = await listChargesOfPayment(trx, { chamberId, paymentId });
  const lines = settlementLines(charges, dayInJapan(ctx.now)).map((line) => ({ ...line, lineId: newId(ctx.now) }));
  await insertLedgerLines(trx, { chamberId, transactionId: newId(ctx.now), paymentId, at: ctx.now }, lines);
  const paid = await readyToPay(trx, ctx, chamberId, charges);
  await freezeStatements(trx, { chamberId, at: ctx.now }, paid);
  for (const { chargeId, status, goOn } of paid) {
    await advance(trx, chargeLifecycle, {
      ...{ subject: 'charge', chamberId, id: chargeId, from: status, action: 'pay', role: 'system' },
      ...{ by: system, at: ctx.now, detail: { payment: paymentId } },
    });
    await goOn(paymentId);
  }
}

/**
 * A notice of the card company: kept as it came, and a job to ask. Refuses `invalid` for a wrong signature. The same
 * notice twice, or a hundred times, is one.
 */
export async function receiveNotice(ctx: OpenCtx, rawBody: string, signature: string | undefined): Promise<void> {
  const notice = ctx.outside.gateway.readWebhook(rawBody, signature);
  const paymentId = notice.paymentId !== undefined && isId(notice.paymentId) ? notice.paymentId : undefined;
  await inInstallation(ctx.db, async (trx) => {
    const message = { eventId: notice.eventId, type: notice.type, paymentId, body: rawBody, at: ctx.now };
    const isNew = await insertGatewayMessage(trx, message);
    if (isNew && paymentId) await ctx.jobs.add(trx, 'reconcile-payment', { paymentId });
  });
}

/** Asks about every payment that has waited for two minutes: no notice is needed for anything. */
export async function sweepPayments(ctx: OpenCtx): Promise<void> {
  await inInstallation(ctx.db, async (trx) => {
    for (const { paymentId } of await listOpenPayments(trx, new Date(ctx.now.getTime() - 120_000), 500))
      await ctx.jobs.add(trx, 'reconcile-payment', { paymentId }, { once: paymentId });
  });
}
