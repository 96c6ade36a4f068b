import { sql } from 'kysely';
import type { Trx } from '../lib/db.ts';

/**
 * Names files that lie in the file store as this chamber's. The same bytes are the same file. One that nothing pointed to is
 * in use again: the sweep passes it over, and waits for whoever writes here.
 */
export async function insertFiles(
  trx: Trx,
  chamberId: string,
  at: Date,
  files: readonly { sha256: Buffer; mediaType: string; size: number }[],
): Promise<void> {
  const named = new Map(files.map((file) => [file.sha256.toString('hex'), file])); // two pages may be the same picture
  await trx
    .insertInto('file')
    .values(
      // In one order, so that two who name the same files do not wait for each other.
      [...named]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([, file]) => ({
          chamber_id: chamberId,
          sha256: file.sha256,
          media_type: file.mediaType,
          size: file.size,
          added_at: at,
        })),
    )
    .onConflict((conflict) => conflict.columns(['chamber_id', 'sha256']).doUpdateSet({ unused_since: null }))
    .execute();
}

/**
 * Where a file is named inside JSON, as SHA-256 in hex. Foreign keys are found in the catalog; whoever keeps a hash in
 * another JSON column adds it here (test/sweep-files.test.ts finds one that is missing).
 */
export const jsonThatNamesFiles = [
  ['procedure', 'content'], // signatures and scans of a form
  ['procedure_submission', 'content'],
  ['procedure_paper', 'pictures'],
  ['registration', 'content'],
] as const;

type Column = { table: string; column: string };

/** Every column with a foreign key to `file`, whatever table it is in. */
export async function listFileColumns(trx: Trx): Promise<Column[]> {
  const found = await sql<Column>`
    select referring.relname as table, own.attname as column
    from pg_constraint c
    join pg_class referring on referring.oid = c.conrelid
    cross join lateral unnest(c.conkey, c.confkey) as pair(own, theirs)
    join pg_attribute own on own.attrelid = c.conrelid and own.attnum = pair.own
    join pg_attribute theirs on theirs.attrelid = c.confrelid and theirs.attnum = pair.theirs
    where c.contype = 'f' and c.confrelid = 'public.file'::regclass and theirs.attname = 'sha256'
    order by 1, 2`.execute(trx);
  return found.rows;
}

/** The hashes of all files of the chamber to which some row points. */
async function pointedTo(trx: Trx, chamberId: string) {
  const keys = (await listFileColumns(trx)).map(
    ({ table, column }) =>
      sql`select ${sql.ref(column)} from ${sql.table(table)} where chamber_id = ${chamberId} and ${sql.ref(column)} is not null`,
  );
  const named = jsonThatNamesFiles.map(
    ([table, column]) => sql`
      select decode(found.hash[1], 'hex') from ${sql.table(table)},
        regexp_matches(${sql.ref(`${table}.${column}`)}::text, '"([0-9a-f]{64})"', 'g') as found(hash)
      where chamber_id = ${chamberId}`,
  );
  return sql.join([...keys, ...named], sql` union all `);
}

/** Marks files to which nothing points from `at` on, and takes the mark from those to which something points again. */
export async function markUnusedFiles(trx: Trx, chamberId: string, at: Date): Promise<void> {
  const used = await pointedTo(trx, chamberId);
  await sql`
    with used(sha256) as materialized (${used})
    update file set unused_since = case when unused_since is null then ${at}::timestamptz end
    where chamber_id = ${chamberId}
      and (unused_since is not null) = (sha256 in (select sha256 from used))`.execute(trx);
}

/** Those that have been marked since `before` or earlier; at most 500. */
export async function listUnusedFiles(trx: Trx, chamberId: string, before: Date): Promise<Buffer[]> {
  const rows = await trx
    .selectFrom('file')
    .select('sha256')
    .where('chamber_id', '=', chamberId)
    .where('unused_since', '<=', before)
    .orderBy('sha256')
    .limit(500)
    .execute();
  return rows.map(({ sha256 }) => sha256);
}

export async function hasFile(trx: Trx, chamberId: string, sha256: Buffer): Promise<boolean> {
  const row = await trx
    .selectFrom('file')
    .select('sha256')
    .where('chamber_id', '=', chamberId)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Forgets one that has been marked since `before` or earlier. Returns whether: it is kept where somebody has named it
 * meanwhile, or is about to. Throws (foreign key) for one to which a row points.
 */
export async function deleteUnusedFile(trx: Trx, chamberId: string, sha256: Buffer, before: Date): Promise<boolean> {
  const gone = await sql`
    delete from file where (chamber_id, sha256) in (
      select chamber_id, sha256 from file
      where chamber_id = ${chamberId} and sha256 = ${sha256} and unused_since <= ${before}::timestamptz
      for update skip locked)`.execute(trx);
  return gone.numAffectedRows === 1n;
}
