import { sql } from 'kysely';
import type { Trx } from '../lib/db.ts';

/**
 * Appends an entry to the log and returns its position, from 0 and without a gap: the one row of `log_state` stays locked
 * until the caller's transaction ends. The log knows entries, not certificates.
 */
export async function appendLeaf(trx: Trx, entry: Buffer, at: Date): Promise<bigint> {
  const grown = await sql<{ position: string }>`
    update log_state set size = size + 1 where name = 'log' returning (size - 1)::text as position`.execute(trx);
  const position = grown.rows[0]?.position;
  if (position === undefined) throw new Error('the log has no state');
  await trx.insertInto('log_leaf').values({ position, entry, added_at: at }).execute();
  return BigInt(position);
}
