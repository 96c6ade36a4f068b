// What the card company says of a payment and does not fit what we asked of it: nothing moves, and somebody has to look. It is
// on the desk's list of held cases at once, and goes from there by itself when the payment is settled or over.
import type { Ctx, OpenCtx } from '../accounts/context.ts';
import { requireAct } from '../accounts/rights.ts';
import { appendEvent } from '../audit/events.ts';
import { inChamber } from '../lib/db.ts';
import type { CardSession } from '../outside/card-gateway.ts';
import type { PaymentStatus } from './lifecycle.ts';
import {
  countMismatched,
  insertMismatch,
  listOpenMismatches,
  type Mismatch,
  type MismatchRow,
} from './mismatch-store.ts';
import { listItemsOfPayment } from './own-payments-store.ts';
import type { Payment } from './payment.ts';
import { getPayment } from './store.ts';

/** Whether a session that is paid pays this payment: by which payment intent, or why not. */
export function compared(
  payment: Payment,
  session: CardSession,
): { paymentIntentId: string; mismatch?: never } | { mismatch: Mismatch } {
  const { paymentId, currency, amountYen, paymentIntentId } = session;
  if (paymentId !== payment.paymentId) return { mismatch: { kind: 'payment', found: paymentId ?? '—' } };
  if (currency !== 'jpy' || amountYen !== payment.yen)
    return { mismatch: { kind: 'amount', found: `${amountYen} ${currency}` } };
  return paymentIntentId === undefined ? { mismatch: { kind: 'intent', found: '—' } } : { paymentIntentId };
}

/** Keeps it, with an event when it is new. Returns the status of the payment, which does not move. */
export function recordMismatch(ctx: OpenCtx, seen: Payment, mismatch: Mismatch): Promise<PaymentStatus> {
  const { chamberId, paymentId } = seen;
  return inChamber(ctx.db, chamberId, async (trx) => {
    const { status } = await getPayment(trx, chamberId, paymentId, 'lock');
    if (status !== 'pending') return status; // another hint was first
    const isNew = await insertMismatch(trx, { chamberId, paymentId, at: ctx.now, ...mismatch });
    if (isNew)
      await appendEvent(trx, {
        ...{ chamberId, at: ctx.now, by: { kind: 'system' }, subject: 'payment', subjectId: paymentId },
        ...{ action: 'mismatch', detail: { ...mismatch } },
      });
    return status;
  });
}

export type MismatchView = MismatchRow & {
  /** The applications that wait behind it. */
  applications: { applicationId: string; receiptNumber: string | null }[];
};

/** Nobody has more of them; if so, the oldest show what is wrong. */
const most = 100;

/** What does not fit and still waits, the oldest first, at most 100. Refuses `not_allowed` for firms. */
export async function listMismatches(ctx: Ctx): Promise<MismatchView[]> {
  const { chamberId } = ctx.actor;
  requireAct(ctx.actor, 'desk.look');
  return inChamber(ctx.db, chamberId, async (trx) => {
    const views: MismatchView[] = [];
    for (const row of await listOpenMismatches(trx, chamberId, most)) {
      const items = await listItemsOfPayment(trx, { chamberId, paymentId: row.paymentId });
      const applications = items.map(({ applicationId, receiptNumber }) => ({ applicationId, receiptNumber }));
      views.push({ ...row, applications });
    }
    return views;
  });
}

/** How many payments wait because of it. Refuses `not_allowed` for firms. */
export async function countMismatches(ctx: Ctx): Promise<number> {
  const { chamberId } = ctx.actor;
  requireAct(ctx.actor, 'desk.look');
  return inChamber(ctx.db, chamberId, (trx) => countMismatched(trx, chamberId));
}
