import { sql } from 'kysely';
import type { Trx } from '../../lib/db.ts';
import { known } from '../../lib/known.ts';
import { type SubId, type SubMay, subMays } from '../registration.ts';

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

/** What its signatory may change. */
export async function updateSubId(
  trx: Trx,
  sub: Pick<SubId, 'chamberId' | 'accountId' | 'may' | 'validUntil'>,
): Promise<void> {
  await trx
    .updateTable('sub_id')
    .set({ may: [...sub.may], valid_until: sub.validUntil })
    .where('chamber_id', '=', sub.chamberId)
    .where('account_id', '=', sub.accountId)
    .execute();
}

/** All sub IDs of a signatory sign with another's signature from now on: his successor's. */
export async function moveSubIds(trx: Trx, of: { chamberId: string; from: string; to: string }): Promise<void> {
  await trx
    .updateTable('sub_id')
    .set({ signatory_id: of.to })
    .where('chamber_id', '=', of.chamberId)
    .where('signatory_id', '=', of.from)
    .execute();
}

/**
 * Those of these signatories that clerks of that agent hold and that have not ended, kept from changing until the
 * transaction ends.
 */
export async function lockSubIdsOfAgent(
  trx: Trx,
  of: { chamberId: string; signatoryIds: readonly string[]; agentRegistrationId: string },
): Promise<string[]> {
  const rows = await subIdsOfAgent(trx, of)
    .where('account.status', '=', 'active')
    // One order for all: two who end the same ones wait for each other, not both for ever.
    .orderBy('account.account_id')
    .forNoKeyUpdate('account')
    .execute();
  return rows.map((row) => row.account_id);
}

/** Whether a clerk of that agent holds or held one of theirs. */
export async function hasSubIdOfAgent(
  trx: Trx,
  of: { chamberId: string; signatoryIds: readonly string[]; agentRegistrationId: string },
): Promise<boolean> {
  return (await subIdsOfAgent(trx, of).limit(1).executeTakeFirst()) !== undefined;
}

const subIdsOfAgent = (
  trx: Trx,
  of: { chamberId: string; signatoryIds: readonly string[]; agentRegistrationId: string },
) =>
  trx
    .selectFrom('account')
    .innerJoin('sub_id', (join) =>
      join.onRef('account.chamber_id', '=', 'sub_id.chamber_id').onRef('account.account_id', '=', 'sub_id.account_id'),
    )
    .select('account.account_id')
    .where('sub_id.chamber_id', '=', of.chamberId)
    .where('sub_id.holder_registration_id', '=', of.agentRegistrationId)
    .where('sub_id.signatory_id', 'in', of.signatoryIds);

/** IDs that are still active although their last day was before `day` (YYYY-MM-DD in Japan). */
export async function listLapsedSubIds(trx: Trx, chamberId: string, day: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('sub_id')
    .innerJoin('account', (join) =>
      join.onRef('account.chamber_id', '=', 'sub_id.chamber_id').onRef('account.account_id', '=', 'sub_id.account_id'),
    )
    .select('sub_id.account_id')
    .where('sub_id.chamber_id', '=', chamberId)
    .where('account.status', '=', 'active')
    .where(sql<boolean>`sub_id.valid_until < ${day}::date`)
    .execute();
  return rows.map((row) => row.account_id);
}
