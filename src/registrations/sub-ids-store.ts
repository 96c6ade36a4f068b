import { sql } from 'kysely';
import type { Trx } from '../lib/db.ts';
import { known } from '../lib/known.ts';
import { type SubId, type SubMay, subMays } from './registration.ts';

export async function insertSubId(trx: Trx, sub: SubId & { createdBy: string; at: Date }): Promise<void> {
  await trx
    .insertInto('sub_id')
    .values({
      chamber_id: sub.chamberId,
      account_id: sub.accountId,
      signatory_id: sub.signatoryId,
      holder_registration_id: sub.holderRegistrationId,
      may: [...sub.may],
      valid_until: sub.validUntil,
      created_by: sub.createdBy,
      created_at: sub.at,
    })
    .execute();
}

/** undefined: no sub ID has this account. */
export async function findSubId(trx: Trx, chamberId: string, accountId: string): Promise<SubId | undefined> {
  const row = await trx
    .selectFrom('sub_id')
    .select(['signatory_id', 'holder_registration_id', 'may', sql<string | null>`valid_until::text`.as('valid_until')])
    .where('chamber_id', '=', chamberId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return (
    row && {
      ...{ chamberId, accountId, signatoryId: row.signatory_id, validUntil: row.valid_until },
      ...{ holderRegistrationId: row.holder_registration_id, may: row.may.map((one): SubMay => known(subMays, one)) },
    }
  );
}
