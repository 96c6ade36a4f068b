import type { Trx } from '../../lib/db.ts';

type Of = { chamberId: string; procedureId: string };

export async function insertProcedureLink(
  trx: Trx,
  hash: Buffer,
  of: Of & { madeAt: Date; endsAt: Date },
): Promise<void> {
  await trx
    .insertInto('procedure_link')
    .values({
      link_hash: hash,
      chamber_id: of.chamberId,
      procedure_id: of.procedureId,
      made_at: of.madeAt,
      ends_at: of.endsAt,
    })
    .execute();
}

/** undefined: there is none, or it has ended. */
export async function findProcedureLink(trx: Trx, hash: Buffer, now: Date): Promise<Of | undefined> {
  const row = await trx
    .selectFrom('procedure_link')
    .select(['chamber_id', 'procedure_id'])
    .where('link_hash', '=', hash)
    .where('ends_at', '>', now)
    .executeTakeFirst();
  return row && { chamberId: row.chamber_id, procedureId: row.procedure_id };
}

export async function insertProcedureSession(
  trx: Trx,
  hash: Buffer,
  of: Of & { startedAt: Date; endsAt: Date },
): Promise<void> {
  await trx
    .insertInto('procedure_session')
    .values({
      session_hash: hash,
      chamber_id: of.chamberId,
      procedure_id: of.procedureId,
      started_at: of.startedAt,
      ends_at: of.endsAt,
    })
    .execute();
}

/** undefined: there is none, or it has ended. */
export async function findProcedureSession(trx: Trx, hash: Buffer, now: Date): Promise<Of | undefined> {
  const row = await trx
    .selectFrom('procedure_session')
    .select(['chamber_id', 'procedure_id'])
    .where('session_hash', '=', hash)
    .where('ends_at', '>', now)
    .executeTakeFirst();
  return row && { chamberId: row.chamber_id, procedureId: row.procedure_id };
}

export async function deleteProcedureSession(trx: Trx, hash: Buffer): Promise<void> {
  await trx.deleteFrom('procedure_session').where('session_hash', '=', hash).execute();
}

/** Forgets what has ended. Returns how many links. */
export async function deleteEndedProcedureLinks(trx: Trx, now: Date): Promise<number> {
  await trx.deleteFrom('procedure_session').where('ends_at', '<=', now).execute();
  const gone = await trx.deleteFrom('procedure_link').where('ends_at', '<=', now).executeTakeFirst();
  return Number(gone.numDeletedRows);
}
