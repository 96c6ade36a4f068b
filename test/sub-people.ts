// Sub IDs for tests: made by the deed, with the context in which their holders work.
import type { Account } from '../src/accounts/account.ts';
import type { Ctx } from '../src/accounts/context.ts';
import { hashPassword } from '../src/accounts/password.ts';
import { findAccount } from '../src/accounts/store.ts';
import { inChamber } from '../src/lib/db.ts';
import { newId } from '../src/lib/ids.ts';
import { makeSubId } from '../src/registrations/sub-ids/make-sub-id.ts';
import type { SubIdHolder, SubIdLimits } from '../src/registrations/sub-ids/sub-ids-input.ts';
import { contextOf } from './deeds.ts';
import type { World } from './world.ts';

export const holder = (change: Partial<SubIdHolder> = {}): SubIdHolder => ({
  ...{ nameJa: '見本 三郎', nameEn: 'Saburo Mihon', mail: 'saburo@mihon.example' },
  ...change,
});
export const unlimited: SubIdLimits = { may: ['submit', 'pay'], validUntil: null };

/** As the database knows the ID now; as if a browser had signed in. */
export async function ctxOfAccount(
  world: World,
  { chamberId, accountId }: Pick<Account, 'chamberId' | 'accountId'>,
): Promise<Ctx> {
  const { db, jobs, outside } = world.house;
  const account = await inChamber(db, chamberId, (trx) => findAccount(trx, chamberId, accountId));
  if (!account) throw new Error(`no account ${accountId}`);
  const via = {
    kind: 'session' as const,
    sessionId: newId(world.now()),
    proof: { at: world.now(), by: 'password' as const },
  };
  return { db, jobs, outside, now: world.now(), actor: { ...account, via } };
}

/** Puts a password in, as the holder would by the link. */
export async function givePassword(world: World, accountId: string, password: string): Promise<void> {
  const hash = await hashPassword(password);
  await inChamber(world.house.db, '9901', (trx) =>
    trx.updateTable('account').set({ password_hash: hash }).where('account_id', '=', accountId).execute(),
  );
}

/** A sub ID of the demo's signatory, and who works with it. */
export async function makeSub(
  world: World,
  limits: Partial<SubIdLimits> = {},
): Promise<{ account: Account; ctx: Ctx }> {
  const account = await makeSubId(await contextOf(world, 'user'), { ...holder(), ...unlimited, ...limits });
  return { account, ctx: await ctxOfAccount(world, account) };
}
