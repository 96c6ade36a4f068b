import { sql } from 'kysely';
import type { Trx } from '../lib/db.ts';
import { known } from '../lib/known.ts';

/**
 * What does not fit: the card company says that its page is of another `payment`, that another `amount` (or currency) was
 * paid, or that something was paid without a payment `intent`.
 */
export const mismatchKinds = ['payment', 'amount', 'intent'] as const;
export type Mismatch = {
  kind: (typeof mismatchKinds)[number];
  /** What it said instead of ours: `1 jpy`. */
  found: string;
};

/** Keeps it once for each payment; returns whether it was new. */
export async function insertMismatch(
  trx: Trx,
  of: { chamberId: string; paymentId: string; at: Date } & Mismatch,
): Promise<boolean> {
  const result = await trx
    .insertInto('payment_mismatch')
    .values({ chamber_id: of.chamberId, payment_id: of.paymentId, kind: of.kind, found: of.found, at: of.at })
    .onConflict((conflict) => conflict.columns(['chamber_id', 'payment_id', 'kind', 'found']).doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export type MismatchRow = Mismatch & {
  paymentId: string;
  /** When the card company said so first. */
  at: Date;
  /** What we asked for: whole yen, tax included. */
  yen: number;
  firm: { nameJa: string; nameEn: string };
  /** 貿易登録の手続き whose fee it pays; null: it pays for applications. */
  procedure: { procedureId: string; receiptNumber: string | null } | null;
};

const open = (trx: Trx, chamberId: string) =>
  trx
    .selectFrom('payment_mismatch')
    .innerJoin('payment', (join) =>
      join
        .onRef('payment.chamber_id', '=', 'payment_mismatch.chamber_id')
        .onRef('payment.payment_id', '=', 'payment_mismatch.payment_id'),
    )
    .where('payment_mismatch.chamber_id', '=', chamberId)
    .where('payment.status', '=', 'pending');

/** Of payments that are still pending, the oldest first, at most `limit`. */
export async function listOpenMismatches(trx: Trx, chamberId: string, limit: number): Promise<MismatchRow[]> {
  const rows = await open(trx, chamberId)
    .leftJoin('signatory', (join) =>
      join
        .onRef('signatory.chamber_id', '=', 'payment.chamber_id')
        .onRef('signatory.signatory_id', '=', 'payment.signatory_id'),
    )
    .leftJoin('registration', (join) =>
      join
        .onRef('registration.chamber_id', '=', 'signatory.chamber_id')
        .onRef('registration.registration_id', '=', 'signatory.registration_id'),
    )
    .leftJoin('procedure', (join) =>
      join
        .onRef('procedure.chamber_id', '=', 'payment.chamber_id')
        .onRef('procedure.procedure_id', '=', 'payment.procedure_id'),
    )
    .select([
      ...(['procedure.procedure_id', 'procedure.receipt_number'] as const),
      sql<string | null>`procedure.content ->> 'nameJa'`.as('applicant_ja'),
      sql<string | null>`procedure.content ->> 'nameEn'`.as('applicant_en'),
      ...(['payment_mismatch.payment_id', 'payment_mismatch.kind', 'payment_mismatch.found'] as const),
      ...(['payment_mismatch.at', 'payment.yen', 'registration.name_ja', 'registration.name_en'] as const),
    ])
    .orderBy('payment_mismatch.at')
    .orderBy('payment_mismatch.payment_id')
    .orderBy('payment_mismatch.kind')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ...{ paymentId: row.payment_id, kind: known(mismatchKinds, row.kind), found: row.found, at: row.at, yen: row.yen },
    firm: { nameJa: row.name_ja ?? row.applicant_ja ?? '', nameEn: row.name_en ?? row.applicant_en ?? '' },
    procedure: row.procedure_id === null ? null : { procedureId: row.procedure_id, receiptNumber: row.receipt_number },
  }));
}

/** How many payments they are of. */
export async function countMismatched(trx: Trx, chamberId: string): Promise<number> {
  const row = await open(trx, chamberId)
    .select((eb) => eb.fn.count<string>('payment_mismatch.payment_id').distinct().as('n'))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}
