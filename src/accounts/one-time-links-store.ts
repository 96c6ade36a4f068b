import type { Trx } from '../lib/db.ts';

export type OneTimeLink = {
  chamberId: string;
  accountId: string;
  madeAt: Date;
  endsAt: Date;
  usedAt: Date | null;
};

type OfAccount = { chamberId: string; accountId: string };

export async function insertLink(trx: Trx, hash: Buffer, link: Omit<OneTimeLink, 'usedAt'>): Promise<void> {
  await trx
    .insertInto('one_time_link')
    .values({
      link_hash: hash,
      chamber_id: link.chamberId,
      account_id: link.accountId,
      made_at: link.madeAt,
      ends_at: link.endsAt,
    })
    .execute();
}

export function findLinkByHash(trx: Trx, hash: Buffer): Promise<OneTimeLink | undefined> {
  return trx
    .selectFrom('one_time_link')
    .select(['chamber_id as chamberId', 'account_id as accountId'])
    .select(['made_at as madeAt', 'ends_at as endsAt', 'used_at as usedAt'])
    .where('link_hash', '=', hash)
    .executeTakeFirst();
}

/** Uses it up. False: it has been used, has ended or is not there; of two at once one gets true. */
export async function useLink(trx: Trx, hash: Buffer, at: Date): Promise<boolean> {
  const result = await trx
    .updateTable('one_time_link')
    .set({ used_at: at })
    .where('link_hash', '=', hash)
    .where('used_at', 'is', null)
    .where('ends_at', '>', at)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Ends those of this ID that are not used. */
export async function deleteUnusedLinks(trx: Trx, { chamberId, accountId }: OfAccount): Promise<void> {
  await trx
    .deleteFrom('one_time_link')
    .where('chamber_id', '=', chamberId)
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .execute();
}

/** Forgets links that are over since `before`. Returns how many. */
export async function deleteOldLinks(trx: Trx, before: Date): Promise<number> {
  const result = await trx.deleteFrom('one_time_link').where('ends_at', '<', before).executeTakeFirst();
  return Number(result.numDeletedRows);
}
