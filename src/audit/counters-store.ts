import { sql } from 'kysely';
import type { Trx } from '../lib/db.ts';

/**
 * The next number of a series in a year, from 1, without a gap: the row stays locked until the transaction ends, and a
 * rollback gives the number back. Callers that take several series take them in the order of their names.
 */
export async function nextNumber(trx: Trx, of: { chamberId: string; series: string; year: number }): Promise<number> {
  const made = await sql<{ last: number }>`
    insert into counter (chamber_id, series, year, last) values (${of.chamberId}, ${of.series}, ${of.year}, 1)
    on conflict (chamber_id, series, year) do update set last = counter.last + 1
    returning last`.execute(trx);
  const last = made.rows[0]?.last;
  if (last === undefined) throw new Error('the counter gave no number');
  return last;
}
