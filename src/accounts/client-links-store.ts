// Which sub IDs one person has put together (`client_link`).
import { sql } from 'kysely';
import type { Trx } from '../lib/db.ts';

type OfAccount = { chamberId: string; accountId: string };

/** Until the transaction ends nobody else links or unlinks: of two at once each would see too few. Rare, and short. */
export async function lockClientLinks(trx: Trx): Promise<void> {
  await sql`lock table client_link in share row exclusive mode`.execute(trx);
}

/** undefined: it is linked with none. */
export async function findPerson(trx: Trx, of: OfAccount): Promise<string | undefined> {
  const row = await trx
    .selectFrom('client_link')
    .select('person_id')
    .where('chamber_id', '=', of.chamberId)
    .where('account_id', '=', of.accountId)
    .executeTakeFirst();
  return row?.person_id;
}

/** In the order in which they came. */
export async function listLinked(trx: Trx, personId: string): Promise<OfAccount[]> {
  const rows = await trx
    .selectFrom('client_link')
    .select(['chamber_id', 'account_id'])
    .where('person_id', '=', personId)
    .orderBy('linked_at')
    .orderBy('account_id')
    .execute();
  return rows.map((row) => ({ chamberId: row.chamber_id, accountId: row.account_id }));
}

/** Does nothing for one that is linked already: that has been moved by `mergePersons`. */
export async function insertClientLink(trx: Trx, of: OfAccount & { personId: string; at: Date }): Promise<void> {
  await trx
    .insertInto('client_link')
    .values({ chamber_id: of.chamberId, account_id: of.accountId, person_id: of.personId, linked_at: of.at })
    .onConflict((conflict) => conflict.columns(['chamber_id', 'account_id']).doNothing())
    .execute();
}

export async function mergePersons(trx: Trx, { from, into }: { from: string; into: string }): Promise<void> {
  await trx.updateTable('client_link').set({ person_id: into }).where('person_id', '=', from).execute();
}

/** Returns whether it was linked. The others stay as they are. */
export async function deleteClientLink(trx: Trx, of: OfAccount): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('client_link')
    .where('chamber_id', '=', of.chamberId)
    .where('account_id', '=', of.accountId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
