import { sql } from 'kysely';
import type { Trx } from '../lib/db.ts';

/** Applications made under one ID whose certificate may still be printed on that day (YYYY-MM-DD in Japan). */
export async function listPrintableOf(
  trx: Trx,
  of: { chamberId: string; accountId: string; day: string },
): Promise<string[]> {
  const rows = await trx
    .selectFrom('certificate')
    .innerJoin('application', (join) =>
      join
        .onRef('application.chamber_id', '=', 'certificate.chamber_id')
        .onRef('application.application_id', '=', 'certificate.application_id'),
    )
    .select('application.application_id')
    .where('application.chamber_id', '=', of.chamberId)
    .where('application.account_id', '=', of.accountId)
    .where('certificate.void_at', 'is', null)
    .where('certificate.status', '=', 'issued')
    .where(sql<boolean>`certificate.print_until >= ${of.day}::date`)
    .execute();
  return rows.map((row) => row.application_id);
}
