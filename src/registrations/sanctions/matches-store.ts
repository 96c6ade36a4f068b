// Firms without a corporate number (個人事業主): whether a registration is of the firm that was sanctioned is for people to say.
import { sql } from 'kysely';
import type { Trx } from '../../lib/db.ts';
import { known } from '../../lib/known.ts';
import { type Registration, registrationStatuses } from '../registration.ts';

type Pair = { sanctionId: string; chamberId: string; registrationId: string };

/** Undefined: nobody has answered. */
export async function findMatch(trx: Trx, of: Pair): Promise<boolean | undefined> {
  const row = await trx
    .selectFrom('sanction_match')
    .select('is_same')
    .where('sanction_id', '=', of.sanctionId)
    .where('chamber_id', '=', of.chamberId)
    .where('registration_id', '=', of.registrationId)
    .executeTakeFirst();
  return row?.is_same;
}

/** The answer, or another one than before. */
export async function putMatch(trx: Trx, of: Pair & { isSame: boolean; by: string; at: Date }): Promise<void> {
  await trx
    .insertInto('sanction_match')
    .values({
      ...{ sanction_id: of.sanctionId, chamber_id: of.chamberId, registration_id: of.registrationId },
      ...{ is_same: of.isSame, answered_by: of.by, answered_at: of.at },
    })
    .onConflict((clash) =>
      clash.columns(['sanction_id', 'chamber_id', 'registration_id']).doUpdateSet((eb) => ({
        is_same: eb.ref('excluded.is_same'),
        answered_by: eb.ref('excluded.answered_by'),
        answered_at: eb.ref('excluded.answered_at'),
      })),
    )
    .execute();
}

/** A registration of this chamber that may be of the sanctioned firm: the names are the same, however they are spaced. */
export type Candidate = {
  sanctionId: string;
  registration: Pick<Registration, 'registrationId' | 'number' | 'nameJa' | 'nameEn' | 'addressEn' | 'status'>;
};

/**
 * Of sanctions that are in force, those not answered yet, the oldest first; `limit` at most. Asked only where a corporate
 * number does not say it: of one of the two there is none. `today`: YYYY-MM-DD in Japan.
 */
export async function listCandidates(
  trx: Trx,
  of: { chamberId: string; today: string; limit: number },
): Promise<Candidate[]> {
  const found = await trx
    .selectFrom('sanction')
    .innerJoin('registration', 'registration.name_key', 'sanction.name_key')
    .select(['sanction.sanction_id', 'registration.registration_id', 'registration.number', 'registration.status'])
    .select(['registration.name_ja', 'registration.name_en', 'registration.address_en'])
    .where('registration.chamber_id', '=', of.chamberId)
    .where('registration.status', '<>', 'ended')
    .where('sanction.lifted_at', 'is', null)
    .where(sql<boolean>`(sanction.until_day is null or sanction.until_day >= ${of.today}::date)`)
    .where(sql<boolean>`(sanction.corporate_number is null or registration.corporate_number is null)`)
    .where(
      sql<boolean>`not exists (select from sanction_match m where m.sanction_id = sanction.sanction_id
        and m.chamber_id = registration.chamber_id and m.registration_id = registration.registration_id)`,
    )
    .orderBy('sanction.imposed_at')
    .orderBy('registration.number')
    .limit(of.limit)
    .execute();
  return found.map((row) => ({
    sanctionId: row.sanction_id,
    registration: {
      ...{ registrationId: row.registration_id, number: row.number, nameJa: row.name_ja, nameEn: row.name_en },
      ...{ addressEn: row.address_en, status: known(registrationStatuses, row.status) },
    },
  }));
}
