import { sql } from 'kysely';
import type { Trx } from '../lib/db.ts';

export const versions = ['ORIGINAL', 'COPY'] as const;
export type Version = (typeof versions)[number];

export type Paper = { version: Version; drawnSha256: Buffer; cms: Buffer; pages: number; fileSha256: Buffer | null };

type Of = { chamberId: string; certificateId: string };

export async function findPaper(trx: Trx, of: Of, version: Version): Promise<Paper | undefined> {
  const row = await trx
    .selectFrom('paper')
    .selectAll()
    .where('chamber_id', '=', of.chamberId)
    .where('certificate_id', '=', of.certificateId)
    .where('version', '=', version)
    .executeTakeFirst();
  return row && { version, drawnSha256: row.drawn_sha256, cms: row.cms, pages: row.pages, fileSha256: row.file_sha256 };
}

/**
 * Keeps the signature of one drawing. One that is there already for the same drawing stays; one of another drawing gives
 * way, as long as no file was made with it.
 */
export async function insertPaper(trx: Trx, of: Of, paper: Omit<Paper, 'fileSha256'>, at: Date): Promise<void> {
  const made = { drawn_sha256: paper.drawnSha256, cms: paper.cms, signed_at: at, pages: paper.pages };
  await trx
    .insertInto('paper')
    .values({ chamber_id: of.chamberId, certificate_id: of.certificateId, version: paper.version, ...made })
    .onConflict((conflict) =>
      conflict
        .columns(['chamber_id', 'certificate_id', 'version'])
        .doUpdateSet(made)
        .where('paper.file_sha256', 'is', null)
        .where('paper.drawn_sha256', '<>', paper.drawnSha256),
    )
    .execute();
}

export async function updatePaperFile(trx: Trx, of: Of, version: Version, fileSha256: Buffer): Promise<void> {
  await trx
    .updateTable('paper')
    .set({ file_sha256: fileSha256 })
    .where('chamber_id', '=', of.chamberId)
    .where('certificate_id', '=', of.certificateId)
    .where('version', '=', version)
    .execute();
}

/** Applications that are paid since before then, oldest first. @param before the last time that is long ago */
export async function listPaidSince(trx: Trx, chamberId: string, before: Date): Promise<string[]> {
  const rows = await trx
    .selectFrom('application')
    .select('application_id')
    .where('chamber_id', '=', chamberId)
    .where('status', '=', 'paid')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('event')
            .select('event.seq')
            .whereRef('event.chamber_id', '=', 'application.chamber_id')
            .where('event.subject', '=', 'application')
            .whereRef('event.subject_id', '=', 'application.application_id')
            .where('event.to_status', '=', 'paid')
            .where('event.at', '>=', before),
        ),
      ),
    )
    .limit(500)
    .execute();
  return rows.map((row) => row.application_id);
}

export type Secrets = { salt: Buffer; accessCodeSealed: Buffer; tokenSealed: Buffer; leafPosition: string | null };

export async function getSecrets(trx: Trx, of: Of): Promise<Secrets> {
  const row = await trx
    .selectFrom('certificate')
    .select(['salt', 'access_code_sealed', 'token_sealed', sql<string | null>`leaf_position::text`.as('leaf')])
    .where('chamber_id', '=', of.chamberId)
    .where('certificate_id', '=', of.certificateId)
    .executeTakeFirstOrThrow();
  return {
    ...{ salt: row.salt, accessCodeSealed: row.access_code_sealed, tokenSealed: row.token_sealed },
    leafPosition: row.leaf,
  };
}

export async function updateLeafPosition(trx: Trx, of: Of, position: bigint): Promise<void> {
  await trx
    .updateTable('certificate')
    .set({ leaf_position: position })
    .where('chamber_id', '=', of.chamberId)
    .where('certificate_id', '=', of.certificateId)
    .execute();
}

/** What issuing adds: when, and the last day of the print window (YYYY-MM-DD in Japan). The status is `advance`'s. */
export async function updateIssued(trx: Trx, of: Of & { at: Date; printUntil: string }): Promise<void> {
  await trx
    .updateTable('certificate')
    .set({ issued_at: of.at, print_until: of.printUntil })
    .where('chamber_id', '=', of.chamberId)
    .where('certificate_id', '=', of.certificateId)
    .execute();
}
