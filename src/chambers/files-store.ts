import type { Trx } from '../lib/db.ts';

/** Names files that lie in the file store as this chamber's. The same bytes are the same file. */
export async function insertFiles(
  trx: Trx,
  chamberId: string,
  at: Date,
  files: readonly { sha256: Buffer; mediaType: string; size: number }[],
): Promise<void> {
  await trx
    .insertInto('file')
    .values(
      files.map((file) => ({
        chamber_id: chamberId,
        sha256: file.sha256,
        media_type: file.mediaType,
        size: file.size,
        added_at: at,
      })),
    )
    .onConflict((conflict) => conflict.columns(['chamber_id', 'sha256']).doNothing()) // the same bytes are the same file
    .execute();
}
