import type { Trx } from '../lib/db.ts';
import { type KeyRight, keyRights } from './account.ts';
import type { ApiKeyStatus } from './api-key-lifecycle.ts';

export type ApiKey = {
  apiKeyId: string;
  chamberId: string;
  accountId: string;
  name: string;
  /** The key's first characters, so that a person tells one from another. */
  hint: string;
  may: readonly KeyRight[];
  status: ApiKeyStatus;
  createdAt: Date;
};

export async function insertApiKey(trx: Trx, hash: Buffer, key: ApiKey): Promise<void> {
  await trx
    .insertInto('api_key')
    .values({
      key_hash: hash,
      api_key_id: key.apiKeyId,
      chamber_id: key.chamberId,
      account_id: key.accountId,
      name: key.name,
      hint: key.hint,
      may: [...key.may],
      status: key.status,
      created_at: key.createdAt,
    })
    .execute();
}

const all = (trx: Trx) =>
  trx
    .selectFrom('api_key')
    .select([...(['api_key_id', 'chamber_id', 'account_id', 'name', 'hint', 'may', 'status', 'created_at'] as const)]);
type Row = Awaited<ReturnType<ReturnType<typeof all>['executeTakeFirstOrThrow']>>;

export async function findApiKeyByHash(trx: Trx, hash: Buffer): Promise<ApiKey | undefined> {
  const row = await all(trx).where('key_hash', '=', hash).executeTakeFirst();
  return row && apiKeyOf(row);
}

type Owner = { chamberId: string; accountId: string };

export async function findOwnApiKey(trx: Trx, of: Owner, apiKeyId: string): Promise<ApiKey | undefined> {
  const row = await all(trx)
    .where('chamber_id', '=', of.chamberId)
    .where('account_id', '=', of.accountId)
    .where('api_key_id', '=', apiKeyId)
    .executeTakeFirst();
  return row && apiKeyOf(row);
}

export async function listOwnApiKeys(trx: Trx, of: Owner): Promise<ApiKey[]> {
  const rows = await all(trx)
    .where('chamber_id', '=', of.chamberId)
    .where('account_id', '=', of.accountId)
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute();
  return rows.map(apiKeyOf);
}

/** Of one ID, for its end. */
export async function listActiveApiKeyIds(trx: Trx, of: Owner): Promise<string[]> {
  const rows = await trx
    .selectFrom('api_key')
    .select('api_key_id')
    .where('chamber_id', '=', of.chamberId)
    .where('account_id', '=', of.accountId)
    .where('status', '=', 'active')
    .execute();
  return rows.map((row) => row.api_key_id);
}

/** Whose these keys are, by the key's id. Keys of other chambers are left out. */
export async function listOwnersOfApiKeys(
  trx: Trx,
  chamberId: string,
  apiKeyIds: readonly string[],
): Promise<Map<string, string>> {
  if (apiKeyIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('api_key')
    .select(['api_key_id', 'account_id'])
    .where('chamber_id', '=', chamberId)
    .where('api_key_id', 'in', [...apiKeyIds])
    .execute();
  return new Map(rows.map((row) => [row.api_key_id, row.account_id]));
}

function apiKeyOf(row: Row): ApiKey {
  return {
    apiKeyId: row.api_key_id,
    chamberId: row.chamber_id,
    accountId: row.account_id,
    name: row.name,
    hint: row.hint,
    may: keyRights.filter((right) => row.may.includes(right)),
    status: row.status === 'active' ? 'active' : 'revoked',
    createdAt: row.created_at,
  };
}
