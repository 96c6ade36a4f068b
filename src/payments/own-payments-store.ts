// What a payer looks at: what waits for payment, what one payment pays, what an application was paid with.

import { type Cases, isOf } from '../applications/cases-store.ts';
import type { ApplicationStatus } from '../applications/lifecycle.ts';
import { applicationStatuses } from '../applications/lifecycle.ts';
import type { Trx } from '../lib/db.ts';
import { known } from '../lib/known.ts';
import { columnOf } from './charges-store.ts';
import type { Subject } from './payment.ts';

/** One application with what is owed for it, as a list shows it. */
export type PaymentItem = {
  applicationId: string;
  receiptNumber: string | null;
  consignee: string;
  invoiceNumbers: readonly string[];
  status: ApplicationStatus;
  /** Tax included. */
  yen: number;
};
/** `paymentId`: the open payment that it is in already. */
export type PayableItem = PaymentItem & { paymentId: string | null };

const owed = (trx: Trx, chamberId: string) =>
  trx
    .selectFrom('charge')
    .innerJoin('application', (join) =>
      join
        .onRef('application.chamber_id', '=', 'charge.chamber_id')
        .onRef('application.application_id', '=', 'charge.application_id'),
    )
    .select([
      ...(['application.application_id', 'application.receipt_number', 'application.consignee'] as const),
      ...(['application.invoice_numbers', 'application.status', 'charge.yen'] as const),
    ])
    .where('charge.chamber_id', '=', chamberId);
type Row = Awaited<ReturnType<ReturnType<typeof owed>['executeTakeFirstOrThrow']>>;

function itemOf(row: Row): PaymentItem {
  const status = known(applicationStatuses, row.status);
  return {
    ...{ applicationId: row.application_id, receiptNumber: row.receipt_number, consignee: row.consignee },
    ...{ invoiceNumbers: row.invoice_numbers, status, yen: row.yen },
  };
}

const waiting = (trx: Trx, cases: Cases) =>
  owed(trx, cases.chamberId)
    .leftJoin('payment_charge', (join) =>
      join
        .onRef('payment_charge.chamber_id', '=', 'charge.chamber_id')
        .onRef('payment_charge.charge_id', '=', 'charge.charge_id')
        .on('payment_charge.holds', '=', true),
    )
    .where(isOf('application', cases))
    .where('application.status', '=', 'certified')
    .where('charge.status', '=', 'open');

/** Certified, owed and in no open payment: the oldest receipt first. `page` from 1. */
export async function listPayableItems(
  trx: Trx,
  cases: Cases,
  page: { page: number; size: number },
): Promise<{ rows: PaymentItem[]; total: number }> {
  const free = () => waiting(trx, cases).where('payment_charge.payment_id', 'is', null);
  const found = await free()
    .orderBy('application.receipt_number')
    .orderBy('application.application_id')
    .limit(page.size)
    .offset((page.page - 1) * page.size)
    .execute();
  const count = await free()
    .clearSelect()
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  return { rows: found.map(itemOf), total: Number(count.n) };
}

/** Of these applications, those that wait for payment, each with the open payment that it is in. */
export async function listWaitingItems(
  trx: Trx,
  cases: Cases,
  applicationIds: readonly string[],
): Promise<PayableItem[]> {
  if (applicationIds.length === 0) return [];
  const found = await waiting(trx, cases)
    .select('payment_charge.payment_id')
    .where('application.application_id', 'in', [...applicationIds])
    .execute();
  return found.map((row) => ({ ...itemOf(row), paymentId: row.payment_id }));
}

/** What one payment pays, or was to pay. */
export async function listItemsOfPayment(
  trx: Trx,
  of: { chamberId: string; paymentId: string },
): Promise<PaymentItem[]> {
  const found = await owed(trx, of.chamberId)
    .innerJoin('payment_charge', (join) =>
      join
        .onRef('payment_charge.chamber_id', '=', 'charge.chamber_id')
        .onRef('payment_charge.charge_id', '=', 'charge.charge_id'),
    )
    .where('payment_charge.payment_id', '=', of.paymentId)
    .orderBy('application.receipt_number')
    .orderBy('application.application_id')
    .execute();
  return found.map(itemOf);
}

export async function countPayments(trx: Trx, cases: Cases): Promise<number> {
  const row = await trx
    .selectFrom('payment')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where(isOf('payment', cases))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** The ids of the payments that may still be paid, newest first. */
export async function listUnpaidPaymentIds(trx: Trx, cases: Cases): Promise<string[]> {
  const rows = await trx
    .selectFrom('payment')
    .select('payment_id')
    .where(isOf('payment', cases))
    .where('status', 'in', ['created', 'pending'])
    .orderBy('created_at', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => row.payment_id);
}

/** What was paid by card for this, and when; undefined before, and where nothing was to pay. */
export async function findSettledCharge(
  trx: Trx,
  { chamberId, subject }: { chamberId: string; subject: Subject },
): Promise<{ yen: number; paymentId: string; settledAt: Date } | undefined> {
  const row = await trx
    .selectFrom('charge')
    .innerJoin('payment_charge', (join) =>
      join
        .onRef('payment_charge.chamber_id', '=', 'charge.chamber_id')
        .onRef('payment_charge.charge_id', '=', 'charge.charge_id')
        .on('payment_charge.holds', '=', true),
    )
    .innerJoin('payment', (join) =>
      join
        .onRef('payment.chamber_id', '=', 'payment_charge.chamber_id')
        .onRef('payment.payment_id', '=', 'payment_charge.payment_id'),
    )
    .select(['charge.yen', 'payment.payment_id', 'payment.settled_at'])
    .where('charge.chamber_id', '=', chamberId)
    .where(columnOf[subject.kind], '=', subject.id)
    .where('charge.status', '=', 'paid')
    .executeTakeFirst();
  if (!row || row.settled_at === null) return undefined;
  return { yen: row.yen, paymentId: row.payment_id, settledAt: row.settled_at };
}
