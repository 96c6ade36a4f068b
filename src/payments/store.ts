import { type Cases, isOf } from '../applications/cases-store.ts';
import type { Trx } from '../lib/db.ts';
import { known } from '../lib/known.ts';
import { Refusal } from '../lib/refusal.ts';
import { subjectColumns } from './charges-store.ts';
import { holdsCharges, paymentStatuses } from './lifecycle.ts';
import type { LedgerLine, Payment } from './payment.ts';

export async function insertPayment(trx: Trx, payment: Payment, chargeIds: readonly string[]): Promise<void> {
  await trx
    .insertInto('payment')
    .values({
      chamber_id: payment.chamberId,
      payment_id: payment.paymentId,
      account_id: payment.accountId,
      signatory_id: payment.signatoryId,
      procedure_id: payment.procedureId,
      yen: payment.yen,
      status: payment.status,
      description: payment.description,
      locale: payment.locale,
      session_expires_at: payment.sessionExpiresAt,
      created_at: payment.createdAt,
    })
    .execute();
  await trx
    .insertInto('payment_charge')
    .values(
      chargeIds.map((chargeId) => ({
        chamber_id: payment.chamberId,
        payment_id: payment.paymentId,
        charge_id: chargeId,
        holds: holdsCharges(payment.status),
      })),
    )
    .execute();
  await trx
    .insertInto('payment_lookup')
    .values({
      payment_id: payment.paymentId,
      chamber_id: payment.chamberId,
      open: true,
      created_at: payment.createdAt,
    })
    .execute();
}

const payments = (trx: Trx, chamberId: string) =>
  trx.selectFrom('payment').selectAll().where('chamber_id', '=', chamberId);
type Row = Awaited<ReturnType<ReturnType<typeof payments>['executeTakeFirstOrThrow']>>;

function paymentOf(row: Row): Payment {
  const status = known(paymentStatuses, row.status);
  return {
    ...{ chamberId: row.chamber_id, paymentId: row.payment_id, accountId: row.account_id, yen: row.yen, status },
    ...{ signatoryId: row.signatory_id, procedureId: row.procedure_id },
    ...{ description: row.description, locale: row.locale === 'en' ? 'en' : 'ja' },
    ...{ sessionExpiresAt: row.session_expires_at, sessionAttempt: row.session_attempt },
    ...{ sessionId: row.session_id, sessionUrl: row.session_url },
    ...{ paymentIntentId: row.payment_intent_id, createdAt: row.created_at, settledAt: row.settled_at },
  };
}

/** Refuses `not_found`. */
export async function getPayment(
  trx: Trx,
  chamberId: string,
  paymentId: string,
  reading: 'look' | 'lock',
): Promise<Payment> {
  const query = payments(trx, chamberId).where('payment_id', '=', paymentId);
  const row = await (reading === 'lock' ? query.forUpdate() : query).executeTakeFirst();
  if (!row) throw new Refusal('not_found');
  return paymentOf(row);
}

/** Of these payments, newest first. `page` from 1. */
export async function listPayments(trx: Trx, cases: Cases, page: { page: number; size: number }): Promise<Payment[]> {
  const rows = await payments(trx, cases.chamberId)
    .where(isOf('payment', cases))
    .orderBy('created_at', 'desc')
    .limit(page.size)
    .offset((page.page - 1) * page.size)
    .execute();
  return rows.map(paymentOf);
}

/** The newest payment for a procedure's fee; undefined: none was begun. */
export async function findPaymentOfProcedure(
  trx: Trx,
  of: { chamberId: string; procedureId: string },
): Promise<Payment | undefined> {
  const row = await payments(trx, of.chamberId)
    .where('procedure_id', '=', of.procedureId)
    .orderBy('created_at', 'desc')
    .orderBy('payment_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && paymentOf(row);
}

/** Another opening of the page, until a later end. */
export async function updateAttempt(
  trx: Trx,
  of: { chamberId: string; paymentId: string; sessionAttempt: number; sessionExpiresAt: Date },
): Promise<void> {
  await trx
    .updateTable('payment')
    .set({ session_attempt: of.sessionAttempt, session_expires_at: of.sessionExpiresAt })
    .where('chamber_id', '=', of.chamberId)
    .where('payment_id', '=', of.paymentId)
    .execute();
}

/** What the card company gave. */
export async function updateSession(
  trx: Trx,
  of: { chamberId: string; paymentId: string; sessionId: string; url: string },
): Promise<void> {
  await trx
    .updateTable('payment')
    .set({ session_id: of.sessionId, session_url: of.url })
    .where('chamber_id', '=', of.chamberId)
    .where('payment_id', '=', of.paymentId)
    .execute();
}

export async function updateSettled(
  trx: Trx,
  of: { chamberId: string; paymentId: string; at: Date; paymentIntentId: string },
): Promise<void> {
  await trx
    .updateTable('payment')
    .set({ settled_at: of.at, payment_intent_id: of.paymentIntentId })
    .where('chamber_id', '=', of.chamberId)
    .where('payment_id', '=', of.paymentId)
    .execute();
}

/** There is nothing more to ask about; its charges are free again unless it was paid. */
export async function closePayment(
  trx: Trx,
  of: { chamberId: string; paymentId: string; paid: boolean },
): Promise<void> {
  await trx.updateTable('payment_lookup').set({ open: false }).where('payment_id', '=', of.paymentId).execute();
  if (of.paid) return;
  await trx
    .updateTable('payment_charge')
    .set({ holds: false })
    .where('chamber_id', '=', of.chamberId)
    .where('payment_id', '=', of.paymentId)
    .execute();
}

/** The chamber of a payment, for whoever comes with its id alone. */
export async function findPaymentChamber(trx: Trx, paymentId: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('payment_lookup')
    .select('chamber_id')
    .where('payment_id', '=', paymentId)
    .executeTakeFirst();
  return row?.chamber_id;
}

/** Payments older than `before` that wait for an answer of the card company, oldest first. */
export function listOpenPayments(
  trx: Trx,
  before: Date,
  limit: number,
): Promise<{ paymentId: string; chamberId: string }[]> {
  return trx
    .selectFrom('payment_lookup')
    .select(['payment_id as paymentId', 'chamber_id as chamberId'])
    .where('open', '=', true)
    .where('created_at', '<', before)
    .orderBy('created_at')
    .limit(limit)
    .execute();
}

/** Keeps a notice once; returns whether it was new. */
export async function insertGatewayMessage(
  trx: Trx,
  message: { eventId: string; type: string; paymentId: string | undefined; body: string; at: Date },
): Promise<boolean> {
  const result = await trx
    .insertInto('gateway_message')
    .values({
      event_id: message.eventId,
      type: message.type,
      payment_id: message.paymentId ?? null,
      body: message.body,
      received_at: message.at,
    })
    .onConflict((conflict) => conflict.column('event_id').doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** One transaction of the books. `paymentId` null: received at the counter. */
export async function insertLedgerLines(
  trx: Trx,
  of: { chamberId: string; transactionId: string; paymentId: string | null; at: Date },
  lines: readonly (LedgerLine & { lineId: string })[],
): Promise<void> {
  await trx
    .insertInto('ledger_line')
    .values(
      lines.map((line) => ({
        chamber_id: of.chamberId,
        line_id: line.lineId,
        transaction_id: of.transactionId,
        at: of.at,
        book: line.book,
        yen: line.yen,
        payment_id: of.paymentId,
        ...(line.subject === null ? {} : subjectColumns(line.subject)),
      })),
    )
    .execute();
}
