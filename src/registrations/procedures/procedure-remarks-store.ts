import type { Trx } from '../../lib/db.ts';

/** What the chamber asked to mend. `place`: a field of the form, or a paper's kind. */
export type ProcedureRemark = { remarkId: string; round: number; place: string; words: string; at: Date };

type Of = { chamberId: string; procedureId: string };

export async function insertProcedureRemarks(
  trx: Trx,
  of: Of,
  remarks: readonly (ProcedureRemark & { accountId: string })[],
): Promise<void> {
  await trx
    .insertInto('procedure_remark')
    .values(
      remarks.map((one) => ({
        chamber_id: of.chamberId,
        remark_id: one.remarkId,
        procedure_id: of.procedureId,
        round: one.round,
        place: one.place,
        words: one.words,
        account_id: one.accountId,
        at: one.at,
      })),
    )
    .execute();
}

/** Those of one round, in the order in which they were written. */
export function listProcedureRemarks(trx: Trx, of: Of & { round: number }): Promise<ProcedureRemark[]> {
  return trx
    .selectFrom('procedure_remark')
    .select(['remark_id as remarkId', 'round', 'place', 'words', 'at'])
    .where('chamber_id', '=', of.chamberId)
    .where('procedure_id', '=', of.procedureId)
    .where('round', '=', of.round)
    .orderBy('remark_id')
    .limit(200)
    .execute();
}
