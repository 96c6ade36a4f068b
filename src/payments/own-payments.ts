// What a payer sees of his payments, and what he may do with one beside paying it.
import { byOf, type Ctx } from '../accounts/context.ts';
import { requireAct } from '../accounts/rights.ts';
import { casesFor } from '../applications/firm.ts';
import { listInWay } from '../applications/sanctioned-cases-store.ts';
import { dayInJapan } from '../lib/clock.ts';
import { inChamber } from '../lib/db.ts';
import { isId } from '../lib/ids.ts';
import { Refusal } from '../lib/refusal.ts';
import { giveUp } from './give-up.ts';
import type { PaymentStatus } from './lifecycle.ts';
import {
  countPayments,
  listItemsOfPayment,
  listPayableItems,
  listUnpaidPaymentIds,
  listWaitingItems,
  type PaymentItem,
} from './own-payments-store.ts';
import type { Payment } from './payment.ts';
import { isPayer, openPayment, ownPayment, paymentAtMost, startPayment } from './start-payment.ts';
import { getPayment, listPayments } from './store.ts';

export type PaymentView = { payment: Payment; items: PaymentItem[] };

export type PayableView = {
  rows: PaymentItem[];
  total: number;
  /** Of these rows, those that a sanction (処分) stops until the chamber has decided; they cannot be paid yet. */
  stopped: ReadonlySet<string>;
  /** Payments that were begun and not paid, with what they hold. */
  unpaid: PaymentView[];
};

/** As many as one payment takes. */
export const payablePageSize = paymentAtMost;
export const paymentsPageSize = 20;

/** What waits for payment, and which payments are open. @param page from 1; `payablePageSize` a page */
export function listPayable(ctx: Ctx, page: number): Promise<PayableView> {
  const { chamberId } = ctx.actor;
  return inChamber(ctx.db, chamberId, async (trx) => {
    // A sub ID that may not pay sees what waits for whoever pays it.
    requireAct(ctx.actor, 'payment.pay');
    const of = await casesFor(trx, ctx.actor, 'payment.read', ctx.now);
    const found = await listPayableItems(trx, of, { page, size: payablePageSize });
    const unpaid: PaymentView[] = [];
    for (const paymentId of await listUnpaidPaymentIds(trx, of))
      unpaid.push({
        payment: await getPayment(trx, chamberId, paymentId, 'look'),
        items: await listItemsOfPayment(trx, { chamberId, paymentId }),
      });
    const ids = found.rows.map(({ applicationId }) => applicationId);
    const inWay = ids.length === 0 ? [] : await listInWay(trx, { chamberId, today: dayInJapan(ctx.now) }, ids);
    return { ...found, unpaid, stopped: new Set(inWay.map(({ applicationId }) => applicationId)) };
  });
}

/** Every payment of the actor's signatory, newest first. @param page from 1; `paymentsPageSize` a page */
export function listOwnPayments(ctx: Ctx, page: number): Promise<{ rows: Payment[]; total: number }> {
  const { chamberId } = ctx.actor;
  return inChamber(ctx.db, chamberId, async (trx) => {
    const of = await casesFor(trx, ctx.actor, 'payment.read', ctx.now);
    return {
      rows: await listPayments(trx, of, { page, size: paymentsPageSize }),
      total: await countPayments(trx, of),
    };
  });
}

/** Refuses `not_found` for another signatory's. */
export async function readOwnPayment(ctx: Ctx, paymentId: string): Promise<PaymentView> {
  const payment = await ownPayment(ctx, 'payment.read', paymentId);
  const { chamberId } = payment;
  const items = await inChamber(ctx.db, chamberId, (trx) => listItemsOfPayment(trx, { chamberId, paymentId }));
  return { payment, items };
}

/**
 * The address of the card company's page for these applications. A second press of the button, or the same choice from
 * another tab, leads to the payment that the first has made. Refuses as `startPayment`.
 */
export async function payFor(
  ctx: Ctx,
  input: { applicationIds: readonly string[]; locale: 'ja' | 'en' },
): Promise<string> {
  try {
    return (await startPayment(ctx, input)).url;
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'conflict') throw error;
    const paymentId = await samePayment(ctx, new Set(input.applicationIds));
    if (paymentId === undefined) throw error;
    return openPayment(ctx, paymentId);
  }
}

/**
 * The one open payment that holds exactly these applications, where it is the actor's: a sub ID's applications may be in
 * its signatory's payment, with which it has nothing to do.
 */
function samePayment(ctx: Ctx, ids: ReadonlySet<string>): Promise<string | undefined> {
  const { chamberId } = ctx.actor;
  if (![...ids].every(isId)) return Promise.resolve(undefined);
  return inChamber(ctx.db, chamberId, async (trx) => {
    const cases = await casesFor(trx, ctx.actor, 'payment.pay', ctx.now);
    const waiting = await listWaitingItems(trx, cases, [...ids]);
    const [paymentId, ...others] = new Set(waiting.map((item) => item.paymentId));
    if (waiting.length !== ids.size || others.length > 0 || typeof paymentId !== 'string') return undefined;
    const items = await listItemsOfPayment(trx, { chamberId, paymentId });
    if (items.length !== ids.size) return undefined;
    return isPayer(cases, await getPayment(trx, chamberId, paymentId, 'look')) ? paymentId : undefined;
  });
}

/**
 * The payer gives one of his own payments up; its applications can be paid anew. Returns the status now: `settled` when
 * it was paid at that moment. Refuses `not_found`, and `unavailable` when the card company does not answer.
 */
export async function cancelOwnPayment(ctx: Ctx, paymentId: string): Promise<PaymentStatus> {
  return giveUp({ ...ctx, by: byOf(ctx.actor) }, await ownPayment(ctx, 'payment.pay', paymentId));
}
