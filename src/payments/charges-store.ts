import { sql } from 'kysely';
import type { Fee, MemberClass } from '../chambers/fees.ts';
import type { Trx } from '../lib/db.ts';
import { known } from '../lib/known.ts';
import type { Charge, Subject } from './payment.ts';

export async function insertFees(trx: Trx, chamberId: string, fees: readonly Fee[]): Promise<void> {
  await trx
    .insertInto('fee')
    .values(
      fees.map((fee) => ({
        chamber_id: chamberId,
        kind: fee.kind,
        member_class: fee.memberClass,
        effective_from: fee.effectiveFrom,
        yen: fee.yen,
      })),
    )
    .execute();
}

/** All fees of one kind and class, for `feeOn` to choose from: one a change, so few. */
export async function listFees(
  trx: Trx,
  of: { chamberId: string; kind: string; memberClass: MemberClass },
): Promise<Fee[]> {
  const rows = await trx
    .selectFrom('fee')
    .select(['yen', sql<string>`effective_from::text`.as('from')])
    .where('chamber_id', '=', of.chamberId)
    .where('kind', '=', of.kind)
    .where('member_class', '=', of.memberClass)
    .orderBy('effective_from')
    .limit(200)
    .execute();
  return rows.map((row) => ({ kind: of.kind, memberClass: of.memberClass, effectiveFrom: row.from, yen: row.yen }));
}

export async function insertCharge(
  trx: Trx,
  charge: { chamberId: string; chargeId: string; subject: Subject; fee: Fee; at: Date },
): Promise<void> {
  await trx
    .insertInto('charge')
    .values({
      chamber_id: charge.chamberId,
      charge_id: charge.chargeId,
      ...subjectColumns(charge.subject),
      yen: charge.fee.yen,
      fee_kind: charge.fee.kind,
      fee_member_class: charge.fee.memberClass,
      fee_effective_from: charge.fee.effectiveFrom,
      status: 'open',
      created_at: charge.at,
    })
    .execute();
}

/** The columns in which a row says what it is for; the ledger has them too. */
export const subjectColumns = ({
  kind,
  id,
}: Subject): { application_id: string | null; procedure_id: string | null } => ({
  application_id: kind === 'application' ? id : null,
  procedure_id: kind === 'registration' ? id : null,
});

/** The column of each kind of subject. */
export const columnOf = { application: 'charge.application_id', registration: 'charge.procedure_id' } as const;

const charges = (trx: Trx, chamberId: string) =>
  trx
    .selectFrom('charge')
    .select(['charge.charge_id', 'application_id', 'procedure_id', 'yen', 'status'])
    .where('charge.chamber_id', '=', chamberId);
type Row = Awaited<ReturnType<ReturnType<typeof charges>['executeTakeFirstOrThrow']>>;

function subjectOf({ charge_id, application_id, procedure_id }: Row): Subject {
  if (application_id !== null) return { kind: 'application', id: application_id };
  if (procedure_id !== null) return { kind: 'registration', id: procedure_id };
  throw new Error(`charge ${charge_id} is for nothing`);
}

const chargeOf = (row: Row): Charge => ({
  ...{ chargeId: row.charge_id, subject: subjectOf(row), yen: row.yen },
  status: known(['open', 'paid', 'void'] as const, row.status),
});

/** The charges for these that are not void, locked, in the order of their ids (so that two never deadlock). */
export async function lockCharges(
  trx: Trx,
  chamberId: string,
  { kind, ids }: { kind: Subject['kind']; ids: readonly string[] },
): Promise<Charge[]> {
  const rows = await charges(trx, chamberId)
    .where(columnOf[kind], 'in', [...ids])
    .where('status', '<>', 'void')
    .orderBy('charge.charge_id')
    .forUpdate()
    .execute();
  return rows.map(chargeOf);
}

/** What one payment pays, or was to pay. */
export async function listChargesOfPayment(trx: Trx, of: { chamberId: string; paymentId: string }): Promise<Charge[]> {
  const rows = await charges(trx, of.chamberId)
    .innerJoin('payment_charge', (join) =>
      join
        .onRef('payment_charge.chamber_id', '=', 'charge.chamber_id')
        .onRef('payment_charge.charge_id', '=', 'charge.charge_id'),
    )
    .where('payment_charge.payment_id', '=', of.paymentId)
    .orderBy('charge.charge_id')
    .execute();
  return rows.map(chargeOf);
}

/** The payment that holds the charge for this: it may still be paid, or was; if any. */
export async function findHoldingPayment(
  trx: Trx,
  { chamberId, subject }: { chamberId: string; subject: Subject },
): Promise<string | undefined> {
  const row = await trx
    .selectFrom('payment_charge')
    .innerJoin('charge', (join) =>
      join
        .onRef('charge.chamber_id', '=', 'payment_charge.chamber_id')
        .onRef('charge.charge_id', '=', 'payment_charge.charge_id'),
    )
    .select('payment_charge.payment_id')
    .where('payment_charge.chamber_id', '=', chamberId)
    .where(columnOf[subject.kind], '=', subject.id)
    .where('payment_charge.holds', '=', true)
    .executeTakeFirst();
  return row?.payment_id;
}
