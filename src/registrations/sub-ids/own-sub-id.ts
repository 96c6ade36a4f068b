// Whose sub IDs a signatory looks after: his own, and those of whom he has succeeded.
import type { Account } from '../../accounts/account.ts';
import type { Actor, Ctx } from '../../accounts/context.ts';
import { requireAct } from '../../accounts/rights.ts';
import { findAccount } from '../../accounts/store.ts';
import { inChamber, type Trx } from '../../lib/db.ts';
import { isId } from '../../lib/ids.ts';
import { Refusal } from '../../lib/refusal.ts';
import type { Signatory, SubId } from '../registration.ts';
import { findSignatoryOfAccount, listSucceeded } from '../store.ts';
import { findSubId } from './sub-ids-store.ts';

/** The signatory who signs in. Refuses `not_allowed` for anybody else, and for one who has ended. */
export async function managingSignatory(trx: Trx, actor: Actor): Promise<Signatory> {
  requireAct(actor, 'sub.manage');
  const signatory = await findSignatoryOfAccount(trx, actor.chamberId, actor.accountId);
  if (signatory?.status !== 'active') throw new Refusal('not_allowed');
  return signatory;
}

/** For a page that begins with a form: refuses as `managingSignatory`. */
export async function requireManaging(ctx: Ctx): Promise<void> {
  await inChamber(ctx.db, ctx.actor.chamberId, (trx) => managingSignatory(trx, ctx.actor));
}

/** Those whose sub IDs are his: himself, and everybody whom he has succeeded. */
export async function managedSignatoryIds(trx: Trx, actor: Actor): Promise<string[]> {
  const { signatoryId } = await managingSignatory(trx, actor);
  return listSucceeded(trx, actor.chamberId, signatoryId);
}

export type OwnSubId = { sub: SubId; account: Account };

/** A sub ID of the actor's, ended ones too. Refuses `not_found` for any other. */
export async function ownSubId(trx: Trx, actor: Actor, accountId: string): Promise<OwnSubId> {
  const signatoryIds = await managedSignatoryIds(trx, actor);
  const sub = isId(accountId) ? await findSubId(trx, actor.chamberId, accountId) : undefined;
  if (!sub || !signatoryIds.includes(sub.signatoryId)) throw new Refusal('not_found');
  const account = await findAccount(trx, actor.chamberId, accountId);
  if (!account) throw new Error(`the sub ID ${accountId} has no account`);
  return { sub, account };
}

/** The same, where something is to be changed. Refuses `conflict` for one that has ended. */
export async function activeSubId(trx: Trx, actor: Actor, accountId: string): Promise<OwnSubId> {
  const own = await ownSubId(trx, actor, accountId);
  if (own.account.status !== 'active') throw new Refusal('conflict');
  return own;
}
