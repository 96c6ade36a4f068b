import type { Trx } from '../lib/db.ts';

type Rules = { usersSeeAll: boolean; releaseRequired: boolean };
type Of = { chamberId: string; registrationId: string };

/** Locked, so that of two who set them each knows what was there before. */
export async function lockFirmRules(trx: Trx, of: Of): Promise<Rules> {
  const row = await trx
    .selectFrom('registration')
    .select(['users_see_all', 'release_required'])
    .where('chamber_id', '=', of.chamberId)
    .where('registration_id', '=', of.registrationId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { usersSeeAll: row.users_see_all, releaseRequired: row.release_required };
}

export async function updateFirmRules(trx: Trx, of: Of, rules: Rules): Promise<void> {
  await trx
    .updateTable('registration')
    .set({ users_see_all: rules.usersSeeAll, release_required: rules.releaseRequired })
    .where('chamber_id', '=', of.chamberId)
    .where('registration_id', '=', of.registrationId)
    .execute();
}
