import { sql } from 'kysely';
import { type Cases, isOf } from '../applications/cases-store.ts';
import type { Trx } from '../lib/db.ts';

/** Yen, tax included. */
export type Sums = {
  /** What was paid, refunds not deducted. */
  paid: number;
  /** What of it was given back since. */
  refunded: number;
  /** Applications that it paid for, those that were refunded left out. */
  cases: number;
};

export type Payer = { accountId: string; loginId: string; nameJa: string; nameEn: string };
/** `month` YYYY-MM in Japan: the sum of a month. `payer`: of an ID. Neither: of all. */
export type SumRow = Sums & { month: string | null; payer: Payer | null };

type Found = { month: string | null; account_id: string | null; paid: string; refunded: string; cases: string } & {
  login_id: string | null;
  name_ja: string | null;
  name_en: string | null;
};

/**
 * Of the payments that were settled from `from` up to, and without, `until`: the sum of all first, then of each month, then
 * of the IDs that paid most. Added up charge by charge, since one application of a payment may be refunded alone; it counts
 * in the month in which it was paid, so that a month that is over changes by its own refunds only.
 */
export async function sumPayments(
  trx: Trx,
  cases: Cases,
  of: { from: Date; until: Date; payersAtMost: number },
): Promise<SumRow[]> {
  const found = await sql<Found>`
    with settled as (
      select to_char(payment.settled_at at time zone 'Asia/Tokyo', 'YYYY-MM') as month, payment.account_id, charge.yen,
        payment.status = 'refunded' or application.status = 'refunded' as refunded
      from payment
      join payment_charge using (chamber_id, payment_id)
      join charge using (chamber_id, charge_id)
      join application using (chamber_id, application_id)
      where ${isOf('payment', cases)} and payment.status in ('settled', 'refunded')
        and payment.settled_at >= ${of.from} and payment.settled_at < ${of.until}
    ), sums as (
      select month, account_id, coalesce(sum(yen), 0) as paid,
        coalesce(sum(yen) filter (where refunded), 0) as refunded, count(*) filter (where not refunded) as cases
      from settled group by grouping sets ((), (month), (account_id))
    ), ranked as (
      select sums.*, row_number() over (partition by account_id is null order by paid - refunded desc, account_id) as rank
      from sums
    )
    select ranked.month, ranked.account_id, ranked.paid, ranked.refunded, ranked.cases,
      account.login_id, account.name_ja, account.name_en
    from ranked left join account
      on account.chamber_id = ${cases.chamberId} and account.account_id = ranked.account_id
    where ranked.account_id is null or ranked.rank <= ${of.payersAtMost}
    order by ranked.account_id is not null, ranked.month nulls first, ranked.rank`.execute(trx);
  return found.rows.map((row) => ({
    ...{ month: row.month, payer: payerOf(row) },
    ...{ paid: Number(row.paid), refunded: Number(row.refunded), cases: Number(row.cases) },
  }));
}

const payerOf = ({ account_id, login_id, name_ja, name_en }: Found): Payer | null =>
  account_id === null
    ? null
    : { accountId: account_id, loginId: login_id ?? '', nameJa: name_ja ?? '', nameEn: name_en ?? '' };
