import type { Trx } from '../lib/db.ts';
import { type Place, places } from './finding.ts';

/** What an examiner asks to mend, at a box. */
export type Remark = { remarkId: string; place: Place; words: string; accountId: string; round: number; at: Date };

export async function insertRemarks(
  trx: Trx,
  of: { chamberId: string; applicationId: string },
  remarks: readonly Remark[],
): Promise<void> {
  await trx
    .insertInto('remark')
    .values(
      remarks.map((remark) => ({
        chamber_id: of.chamberId,
        remark_id: remark.remarkId,
        application_id: of.applicationId,
        round: remark.round,
        place: remark.place,
        words: remark.words,
        account_id: remark.accountId,
        at: remark.at,
      })),
    )
    .execute();
}

/** Those of one round, in the order in which they were written; at most 200. */
export async function listRemarks(
  trx: Trx,
  of: { chamberId: string; applicationId: string; round: number },
): Promise<Remark[]> {
  const rows = await trx
    .selectFrom('remark')
    .selectAll()
    .where('chamber_id', '=', of.chamberId)
    .where('application_id', '=', of.applicationId)
    .where('round', '=', of.round)
    .orderBy('remark_id')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    ...{ remarkId: row.remark_id, words: row.words, accountId: row.account_id, round: row.round, at: row.at },
    place: places.find((place) => place === row.place) ?? 'request',
  }));
}
