// Who is behind the steps of a history, by the id that an event names.

import type { Event } from '../audit/events.ts';
import type { Trx } from '../lib/db.ts';
import type { Account } from './account.ts';
import { listOwnersOfApiKeys } from './api-keys-store.ts';
import { listAccounts } from './store.ts';

/** The account behind each id: of an account its own, of an API key that of whoever made it. */
export type People = ReadonlyMap<string, Account>;

/** Those who did something in this history, and these accounts besides. */
export async function peopleBehind(
  trx: Trx,
  chamberId: string,
  events: readonly Event[],
  besides: readonly string[] = [],
): Promise<People> {
  const idsOf = (kind: 'account' | 'api_key') => events.flatMap(({ by }) => (by.kind === kind ? [by.id] : []));
  const owners = await listOwnersOfApiKeys(trx, chamberId, [...new Set(idsOf('api_key'))]);
  const accounts = await listAccounts(trx, chamberId, [...idsOf('account'), ...owners.values(), ...besides]);
  const people = new Map(accounts.map((account) => [account.accountId, account]));
  for (const [key, owner] of owners) {
    const account = people.get(owner);
    if (account) people.set(key, account);
  }
  return people;
}
