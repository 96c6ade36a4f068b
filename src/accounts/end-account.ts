import { advance } from '../audit/advance.ts';
import type { By } from '../audit/events.ts';
import type { Trx } from '../lib/db.ts';
import type { Account } from './account.ts';
import { type AccountRole, accountLifecycle } from './account-lifecycle.ts';
import { apiKeyLifecycle } from './api-key-lifecycle.ts';
import { listActiveApiKeyIds } from './api-keys-store.ts';
import { deleteClientLink } from './client-links-store.ts';
import { forgetFactors } from './forget-factors.ts';
import { endSessions } from './sessions-store.ts';

/**
 * Ends an ID in the caller's transaction: it signs in no more, is signed out everywhere, is nobody's client any more, its second
 * factors are forgotten, and its API keys are revoked.
 * Refuses `conflict` when it has ended already.
 */
export async function endAccount(
  trx: Trx,
  account: Pick<Account, 'chamberId' | 'accountId' | 'status'>,
  how: { role: AccountRole; by: By; at: Date; detail?: Record<string, unknown> },
): Promise<void> {
  const { chamberId, accountId, status } = account;
  const { role, by, at } = how;
  await advance(trx, accountLifecycle, {
    ...{ subject: 'account', chamberId, id: accountId, from: status, action: 'end', role, by, at },
    ...(how.detail ? { detail: how.detail } : {}),
  });
  await endSessions(trx, { chamberId, accountId, at });
  await deleteClientLink(trx, account);
  await forgetFactors(trx, account);
  for (const id of await listActiveApiKeyIds(trx, { chamberId, accountId }))
    await advance(trx, apiKeyLifecycle, {
      ...{ subject: 'api_key', chamberId, id, from: 'active', action: 'revoke', role: 'owner', by, at },
      detail: { because: 'account_ended' },
    });
}
