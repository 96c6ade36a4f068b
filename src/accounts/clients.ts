// 取引先の切替: somebody who holds sub IDs of several firms puts them together once, each with its own password, and then
// switches without signing in again. A session is always of exactly one of them, so that deeds and rights know no other.

import { randomUUID } from 'node:crypto';
import { appendEvent } from '../audit/events.ts';
import { getChamber } from '../chambers/store.ts';
import { inChamber, inInstallation, type Trx } from '../lib/db.ts';
import { Refusal } from '../lib/refusal.ts';
import type { Account } from './account.ts';
import { checkFactor } from './check-factor.ts';
import {
  deleteClientLink,
  findPerson,
  insertClientLink,
  listLinked,
  lockClientLinks,
  mergePersons,
} from './client-links-store.ts';
import { clientLinkedMail } from './client-mail.ts';
import type { Actor, Ctx } from './context.ts';
import { mailPlain } from './plain-mail.ts';
import { requireAct } from './rights.ts';
import type { GivenFactor } from './second-factor.ts';
import { hasFactor } from './second-factors-store.ts';
import { endSessions, findOpenSession } from './sessions-store.ts';
import { checkPassword, openSession, type SignedIn, type SignInInput } from './sign-in.ts';
import { factorLimitKeyOf, type SignInLimits } from './sign-in-limits.ts';
import { type AccountWithPassword, findAccount, findAccountByLogin, lockAccount } from './store.ts';

/** More clients than anybody has; the overview reads each of them. */
export const clientsAtMost = 50;

type OfAccount = { chamberId: string; accountId: string };
const isSame = (one: OfAccount, other: OfAccount): boolean =>
  one.chamberId === other.chamberId && one.accountId === other.accountId;

/** Refuses `not_allowed` to any other kind of ID, and to a program: a key is of one account. */
function requireClerk(actor: Actor): Actor['via'] & { kind: 'session' } {
  requireAct(actor, 'account.clients');
  if (actor.via.kind !== 'session') throw new Refusal('not_allowed');
  return actor.via;
}

/** The sub IDs among which the actor switches, his present one always among them; ended ones left out. */
export async function listClients(ctx: Ctx): Promise<Account[]> {
  requireClerk(ctx.actor);
  const linked = await inInstallation(ctx.db, async (trx) => {
    const personId = await findPerson(trx, ctx.actor);
    return personId === undefined ? [] : listLinked(trx, personId);
  });
  const accounts: Account[] = [];
  for (const { chamberId, accountId } of linked.length > 0 ? linked : [ctx.actor]) {
    const account = await inChamber(ctx.db, chamberId, (trx) => findAccount(trx, chamberId, accountId));
    if (account?.status === 'active') accounts.push(account);
  }
  return accounts;
}

/** As typed at a sign-in; `factor`: where the sub ID has a second factor, one that can be typed. */
export type AddClientInput = SignInInput & { factor?: Exclude<GivenFactor, { kind: 'passkey' }> };

/**
 * Links another sub ID with the present one, by its own password and, where it has one, its own second factor, checked and
 * limited as at sign-in; whatever each of them was linked with comes along. Both holders are mailed. Refuses `invalid` at `id`:
 * not together right, no sub ID, the present one, too many; at `factor`: missing, or wrong; `too_many` after repeated failures.
 */
export async function addClient(ctx: Ctx & { limits: SignInLimits }, input: AddClientInput): Promise<Account> {
  const { actor, now } = ctx;
  requireClerk(actor);
  const found = await checkPassword(ctx, input);
  if (!found) throw refusalAt('wrong');
  if (found.role !== 'sub') throw refusalAt('noSub');
  if (isSame(found, actor)) throw refusalAt('present');
  const { passwordHash: _, ...account } = found;
  const ofWhom = { id: factorLimitKeyOf(found), address: input.address };
  if (input.factor) await ctx.limits.beginFactor(ofWhom);
  const personId = await inChamber(ctx.db, account.chamberId, async (trx) => {
    await requireStill(trx, found);
    await requireFactorOf(trx, ctx, account, input.factor);
    const person = await link(trx, [actor, account], now);
    await tell(trx, ctx, account, person);
    return person;
  });
  if (input.factor) await ctx.limits.factorSucceeded(ofWhom);
  await inChamber(ctx.db, actor.chamberId, (trx) => tell(trx, ctx, actor, personId));
  return account;
}

/** Who links an ID shows all that its sign-in would ask for. A passkey's holder types one of its recovery codes. */
async function requireFactorOf(trx: Trx, ctx: Ctx, account: Account, given: AddClientInput['factor']): Promise<void> {
  if (!(await hasFactor(trx, account))) return;
  if (!given) throw refusalAt('factorMissing', 'factor');
  if (!(await checkFactor(trx, ctx, account, given, undefined))) throw refusalAt('factorWrong', 'factor');
}

/** Ended, or its password changed, while this one was compared: as if it had been wrong. */
async function requireStill(trx: Trx, found: AccountWithPassword): Promise<void> {
  await lockAccount(trx, found);
  const still = await findAccountByLogin(trx, found.chamberId, found.loginId);
  if (still?.status !== 'active' || still.passwordHash !== found.passwordHash) throw refusalAt('wrong');
}

/** Two sub IDs, and whatever each was linked with, are one person's from now on; returns the person. */
async function link(trx: Trx, [one, other]: readonly [OfAccount, OfAccount], at: Date): Promise<string> {
  await lockClientLinks(trx);
  const [mine, theirs] = [await findPerson(trx, one), await findPerson(trx, other)];
  const personId = mine ?? theirs ?? randomUUID();
  if (theirs !== undefined && theirs !== personId) await mergePersons(trx, { from: theirs, into: personId });
  for (const each of [one, other]) await insertClientLink(trx, { ...each, personId, at });
  if ((await listLinked(trx, personId)).length > clientsAtMost) throw refusalAt('tooMany');
  return personId;
}

/** The event and the mail, in the account's own chamber. */
async function tell(trx: Trx, ctx: Ctx, account: Account, personId: string): Promise<void> {
  const { chamberId, accountId } = account;
  await appendEvent(trx, {
    ...{ chamberId, at: ctx.now, by: { kind: 'account', id: accountId }, subject: 'account', subjectId: accountId },
    ...{ action: 'link_client', detail: { person: personId } },
  });
  await mailPlain(trx, ctx, { to: account.mail, ...clientLinkedMail(account, await getChamber(trx, chamberId)) });
}

/** One of the actor's clients. Refuses `conflict` when it is none (any more): ended, unlinked, its password changed. */
async function clientOf(ctx: Ctx, accountId: string): Promise<{ account: Account; personId: string }> {
  const account = (await listClients(ctx)).find((one) => one.accountId === accountId);
  const personId = await inInstallation(ctx.db, (trx) => findPerson(trx, ctx.actor));
  if (!account || personId === undefined) throw new Refusal('conflict');
  return { account, personId };
}

/** Takes one out, the present one too; the rest stay together. Refuses `conflict` as above. */
export async function removeClient(ctx: Ctx, accountId: string): Promise<void> {
  const { account, personId } = await clientOf(ctx, accountId);
  const { chamberId } = account;
  await inChamber(ctx.db, chamberId, async (trx) => {
    if (!(await deleteClientLink(trx, account))) throw new Refusal('conflict');
    await appendEvent(trx, {
      ...{ chamberId, at: ctx.now, by: { kind: 'account', id: accountId }, subject: 'account', subjectId: accountId },
      ...{ action: 'unlink_client', detail: { person: personId } },
    });
  });
}

/**
 * Refuses `invalid` at `factor` where this client has a second factor and no second factor of this person has opened the present
 * session: the overview and a switch are never an easier way in than the client's own sign-in.
 */
export async function requireReachable(trx: Trx, ctx: Ctx, client: OfAccount): Promise<void> {
  const { sessionId } = requireClerk(ctx.actor);
  if (isSame(client, ctx.actor) || !(await hasFactor(trx, client))) return;
  if (!(await findOpenSession(trx, sessionId))?.secondFactor) throw refusalAt('factorFirst', 'factor');
}

/**
 * Goes on as another of the actor's clients: a new session with a new cookie, which ends when the present one would have
 * ended, and the end of the present one. The new session has proven nothing (proof.ts). Refuses `conflict` as above, `invalid`
 * as `requireReachable`.
 */
export async function switchClient(
  ctx: Ctx,
  input: { accountId: string; browser: string; address: string },
): Promise<SignedIn> {
  const { sessionId } = requireClerk(ctx.actor);
  const { account: target, personId } = await clientOf(ctx, input.accountId);
  const present = await inInstallation(ctx.db, (trx) => findOpenSession(trx, sessionId));
  if (!present || isSame(target, ctx.actor)) throw new Refusal('conflict');
  const opened = await openSession(ctx, target, {
    ...{ proof: undefined, secondFactor: present.secondFactor },
    // No password was given: switching must not make a day at the screen longer than signing in does.
    ...{ browser: input.browser, address: input.address, endsAt: present.endsAt, detail: { because: 'switch_client' } },
    isStill: async (trx) => {
      await requireReachable(trx, ctx, target);
      return (await findPerson(trx, target)) === personId;
    },
  });
  if (!opened) throw new Refusal('conflict');
  await leave(ctx, sessionId);
  return opened;
}

async function leave({ db, actor, now }: Ctx, sessionId: string): Promise<void> {
  const { chamberId, accountId } = actor;
  await inChamber(db, chamberId, async (trx) => {
    const sessions = await endSessions(trx, { chamberId, accountId, sessionId, at: now });
    await appendEvent(trx, {
      ...{ chamberId, at: now, by: { kind: 'account', id: accountId }, subject: 'account', subjectId: accountId },
      ...{ action: 'sign_out', detail: { sessions, because: 'switch_client' } },
    });
  });
}

const refusals = {
  wrong: {
    ja: '商工会議所コード、サブID、パスワードの組み合わせが正しくありません。入力をお確かめください。',
    en: 'Chamber code, sub ID and password do not belong together. Please check what you typed.',
  },
  noSub: {
    ja: '加えられるのはサブIDだけです。管理者IDとユーザーIDは、それぞれサインインしてお使いください。',
    en: 'Only sub IDs can be added. Please sign in with administrator and user IDs by themselves.',
  },
  present: { ja: 'いまお使いのサブIDです。', en: 'This is the sub ID that you are using now.' },
  factorMissing: {
    ja: 'このサブIDには2段階認証があります。認証アプリのコードか、回復コードも入れてください。',
    en: 'This sub ID has a second factor. Please enter a code of its app, or a recovery code, too.',
  },
  factorWrong: {
    ja: 'コードが正しくないか、使用済みです。認証アプリに今表示されている6桁の数字か、まだ使っていない回復コードを入れてください。',
    en: 'This code is not right, or was used before. Enter the six digits that the app shows now, or a recovery code that you have not used.',
  },
  factorFirst: {
    ja: 'この取引先のサブIDには2段階認証があります。サインアウトして、そのサブIDでサインインしてください。いまのサブIDにも2段階認証を設定すると、次からは切り替えられます。',
    en: 'The sub ID for this client has a second factor. Please sign out and sign in with that sub ID. If you set up a second factor for the present one, too, you can switch from then on.',
  },
  tooMany: {
    ja: `一緒に使えるサブIDは${clientsAtMost}個までです。使わないものを外してから加えてください。`,
    en: `No more than ${clientsAtMost} sub IDs can be linked. Take out one that you no longer use first.`,
  },
};

const refusalAt = (why: keyof typeof refusals, field: 'id' | 'factor' = 'id'): Refusal =>
  new Refusal('invalid', { fields: [{ field, ...refusals[why] }] });
