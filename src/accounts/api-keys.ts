// Bearer keys: a program comes with one and has the rights of the ID that made it.
import { advance } from '../audit/advance.ts';
import { appendEvent } from '../audit/events.ts';
import { type Db, inChamber, inInstallation } from '../lib/db.ts';
import { hashSecret, isId, newId, newSecret } from '../lib/ids.ts';
import { type FieldProblem, Refusal } from '../lib/refusal.ts';
import { type KeyRight, rightsOf } from './account.ts';
import { apiKeyLifecycle } from './api-key-lifecycle.ts';
import { type ApiKey, findApiKeyByHash, findOwnApiKey, insertApiKey, listOwnApiKeys } from './api-keys-store.ts';
import { type Actor, byOf, type Ctx } from './context.ts';
import { requireProven, requireProvenByFactor } from './proof.ts';
import { findAccount } from './store.ts';

const keyPattern = /^hk_[A-Za-z0-9_-]{43}$/;

/** Who comes with this key; undefined when it is none, or a revoked one. */
export async function findActorByKey(db: Db, key: string): Promise<Actor | undefined> {
  if (!keyPattern.test(key)) return undefined;
  const found = await inInstallation(db, (trx) => findApiKeyByHash(trx, hashSecret(key)));
  if (found?.status !== 'active') return undefined;
  const account = await inChamber(db, found.chamberId, (trx) => findAccount(trx, found.chamberId, found.accountId));
  if (account?.status !== 'active') return undefined;
  return { ...account, rights: rightsOf(account, found), via: { kind: 'api_key', apiKeyId: found.apiKeyId } };
}

/** The keys of the actor's own ID, newest first, revoked ones too. */
export function listApiKeys(ctx: Ctx): Promise<ApiKey[]> {
  return inInstallation(ctx.db, (trx) => listOwnApiKeys(trx, ctx.actor));
}

/**
 * Makes a key for the actor's own ID. The key itself is returned once and never again.
 * Only a signed-in person makes keys (`not_allowed` for a program). What goes beyond looking and examining needs the
 * chamber's word: `may` is for staff who manage staff, and never more than the ID itself holds.
 * Refuses `proof_needed` and `factor_needed` (proof.ts) besides.
 */
export async function makeApiKey(
  ctx: Ctx,
  input: { name: string; may: readonly KeyRight[] },
): Promise<{ key: string; apiKey: ApiKey }> {
  const { actor, now } = ctx;
  if (actor.via.kind !== 'session') throw new Refusal('not_allowed');
  if (input.may.length > 0 && !actor.rights.includes('manage_staff')) throw new Refusal('not_allowed');
  if (input.may.some((right) => !actor.rights.includes(right))) throw new Refusal('not_allowed');
  // A key needs no proof later: whoever makes it has given it. One that certifies takes what certifying takes.
  if (input.may.includes('certify')) requireProvenByFactor(ctx);
  else requireProven(ctx);
  const problems = nameProblems(input.name);
  if (problems.length > 0) throw new Refusal('invalid', { fields: problems });
  const key = `hk_${newSecret()}`;
  const apiKey: ApiKey = {
    ...{ apiKeyId: newId(now), chamberId: actor.chamberId, accountId: actor.accountId, createdAt: now },
    ...{ name: input.name.trim(), hint: key.slice(0, 9), may: [...input.may], status: 'active' },
  };
  await inChamber(ctx.db, actor.chamberId, async (trx) => {
    await insertApiKey(trx, hashSecret(key), apiKey);
    await appendEvent(trx, {
      ...{ chamberId: actor.chamberId, at: now, by: byOf(actor), subject: 'api_key', subjectId: apiKey.apiKeyId },
      ...{ action: 'make', to: 'active', detail: { name: apiKey.name, may: apiKey.may } },
    });
  });
  return { key, apiKey };
}

function nameProblems(name: string): FieldProblem[] {
  const length = name.trim().length;
  if (length > 0 && length <= 60) return [];
  return [
    {
      field: 'name',
      ja: 'どのプログラムが使うキーか分かる名前を、60字以内で入れてください。',
      en: 'Name the program that will use the key, in 60 characters or fewer.',
    },
  ];
}

/** Refuses `not_found` for anybody else's key, `conflict` for one that is revoked already. */
export async function revokeApiKey(ctx: Ctx, apiKeyId: string): Promise<void> {
  const { actor, now } = ctx;
  if (!isId(apiKeyId)) throw new Refusal('not_found');
  await inChamber(ctx.db, actor.chamberId, async (trx) => {
    const key = await findOwnApiKey(trx, actor, apiKeyId);
    if (!key) throw new Refusal('not_found');
    await advance(trx, apiKeyLifecycle, {
      ...{ subject: 'api_key', chamberId: actor.chamberId, id: apiKeyId, from: key.status },
      ...{ action: 'revoke', role: 'owner', by: byOf(actor), at: now },
    });
  });
}
