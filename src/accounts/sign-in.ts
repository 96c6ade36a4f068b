import { appendEvent } from '../audit/events.ts';
import { inChamber, isChamberId, type Trx } from '../lib/db.ts';
import { hashSecret, newId, newSecret } from '../lib/ids.ts';
import { type Account, normaliseLoginId } from './account.ts';
import type { Actor, OpenCtx } from './context.ts';
import { compareWithNobody, passwordMatches } from './password.ts';
import { sessionLengthMs } from './sessions.ts';
import { insertSession } from './sessions-store.ts';
import { limitKeyOf, type SignInLimits } from './sign-in-limits.ts';
import { type AccountWithPassword, findAccountByLogin, lockAccount } from './store.ts';

export type SignInInput = {
  chamberId: string;
  loginId: string;
  password: string;
  /** What the browser calls itself and where it comes from, shown in the ID's own list of sessions. */
  browser: string;
  address: string;
};

export type SignedIn = { actor: Actor /** the cookie's value; known to the browser alone */; cookie: string };

/**
 * 商工会議所コード + ID + パスワード. undefined: they do not belong together; which of them is wrong is not told.
 * Refuses `too_many` after repeated failures. A second sign-in on the same ID is possible; each sees the other.
 */
export async function signIn(
  ctx: OpenCtx & { limits: SignInLimits },
  input: SignInInput,
): Promise<SignedIn | undefined> {
  const account = await checkPassword(ctx, input);
  if (!account) return undefined;
  const { passwordHash, ...rest } = account;
  const { browser, address } = input;
  return openSession(ctx, rest, {
    ...{ browser, address, endsAt: new Date(ctx.now.getTime() + sessionLengthMs[account.role]), detail: {} },
    // Its password has changed while this one was compared.
    isStill: async (_, still) => still.passwordHash === passwordHash,
  });
}

/** The ID to which this password belongs; undefined and `too_many` as above. */
export async function checkPassword(
  ctx: OpenCtx & { limits: SignInLimits },
  input: SignInInput,
): Promise<AccountWithPassword | undefined> {
  const chamberId = normaliseLoginId(input.chamberId);
  const loginId = normaliseLoginId(input.loginId).slice(0, 20);
  const ofWhom = { id: limitKeyOf(chamberId, loginId), address: input.address };
  await ctx.limits.begin(ofWhom);
  const account = isChamberId(chamberId)
    ? await inChamber(ctx.db, chamberId, (trx) => findAccountByLogin(trx, chamberId, loginId))
    : undefined;
  // An ID that has ended, or that nobody has chosen a password for, answers as one that there is not.
  const hash = account?.status === 'active' ? account.passwordHash : null;
  const right = hash === null ? await compareWithNobody(input.password) : await passwordMatches(hash, input.password);
  if (!account || hash === null || !right) return undefined;
  await ctx.limits.succeeded(ofWhom);
  return account;
}

type NewSession = {
  browser: string;
  address: string;
  endsAt: Date;
  /** What the event says besides. */
  detail: Record<string, unknown>;
  /** Asked once more when nobody else can change the ID: whether what it was opened for still holds. */
  isStill(trx: Trx, account: AccountWithPassword): Promise<boolean>;
};

/** A new session of that ID. undefined: the ID has ended meanwhile, or `isStill` says no. */
export async function openSession(ctx: OpenCtx, account: Account, how: NewSession): Promise<SignedIn | undefined> {
  const { chamberId, accountId } = account;
  const cookie = newSecret();
  const sessionId = newId(ctx.now);
  const opened = await inChamber(ctx.db, chamberId, async (trx) => {
    await lockAccount(trx, account);
    const now = await findAccountByLogin(trx, chamberId, account.loginId);
    if (now?.status !== 'active' || !(await how.isStill(trx, now))) return false;
    await insertSession(trx, hashSecret(cookie), {
      ...{ sessionId, chamberId, accountId, startedAt: ctx.now, lastSeenAt: ctx.now, endsAt: how.endsAt },
      ...{ browser: how.browser.slice(0, 300), address: how.address },
    });
    await appendEvent(trx, {
      ...{ chamberId, at: ctx.now, by: { kind: 'account', id: accountId }, subject: 'account', subjectId: accountId },
      ...{ action: 'sign_in', detail: { session: sessionId, ...how.detail } },
    });
    return true;
  });
  if (!opened) return undefined;
  return { actor: { ...account, via: { kind: 'session', sessionId } }, cookie };
}
