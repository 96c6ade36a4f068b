import { sql } from 'kysely';
import type { Trx } from '../lib/db.ts';

/**
 * Standing registrations whose last day lies between `today` and `due.until` and that were not yet told so many days before
 * this very end. Whoever was told of fewer days already is passed over. At most 500; the rest come with the next run.
 */
export async function listToRemind(
  trx: Trx,
  chamberId: string,
  today: string,
  due: { until: string; days: number },
): Promise<string[]> {
  const found = await sql<{ registration_id: string }>`
    select registration_id from registration
    where chamber_id = ${chamberId} and status = 'active'
      and valid_until between ${today}::date and ${due.until}::date
      and not exists (
        select from event
        where event.chamber_id = registration.chamber_id and event.subject = 'registration'
          and event.subject_id = registration.registration_id and event.action = 'remind'
          and event.detail ->> 'validUntil' = registration.valid_until::text
          and (event.detail ->> 'days')::int <= ${due.days})
    order by valid_until, registration_id limit 500`.execute(trx);
  return found.rows.map((row) => row.registration_id);
}

/** Those that are still called active though their last day is over. At most 500. */
export async function listLapsing(trx: Trx, chamberId: string, today: string): Promise<string[]> {
  const found = await trx
    .selectFrom('registration')
    .select('registration_id')
    .where('chamber_id', '=', chamberId)
    .where('status', '=', 'active')
    .where(sql<boolean>`valid_until < ${today}::date`)
    .orderBy('registration_id')
    .limit(500)
    .execute();
  return found.map((row) => row.registration_id);
}
