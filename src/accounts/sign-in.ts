import { appendEvent } from '../audit/events.ts';
import { inChamber, isChamberId, type Trx } from '../lib/db.ts';
import { hashSecret, newId, newSecret } from '../lib/ids.ts';
import { type Account, normaliseLoginId } from './account.ts';
import type { Actor, OpenCtx, Proof } from './context.ts';
import { compareWithNobody, passwordMatches } from './password.ts';
import { hasFactor } from './second-factors-store.ts';
import { sessionLengthMs } from './sessions.ts';
import { insertSession } from './sessions-store.ts';
import { limitKeyOf, type SignInLimits } from './sign-in-limits.ts';
import { insertStep } from './sign-in-steps-store.ts';
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

/** The password was right, and the ID has a second factor: `finishSignIn` with this cookie's value, within ten minutes. */
export type SecondStep = { step: string };

/** For so long a right password waits for its second factor. */
const stepLengthMs = 10 * 60_000;

/**
 * 商工会議所コード + ID + パスワード. undefined: they do not belong together; which of them is wrong is not told.
 * Refuses `too_many` after repeated failures. A second sign-in on the same ID is possible; each sees the other.
 */
export async function signIn(
  ctx: OpenCtx & { limits: SignInLimits },
  input: SignInInput,
): Promise<SignedIn | SecondStep | undefined> {
  const account = await checkPassword(ctx, input);
  if (!account) return undefined;
  const { passwordHash, ...rest } = account;
  const step = await beginSecondStep(ctx, account);
  if (step) return step;
  const { browser, address } = input;
  return openSession(ctx, rest, {
    ...{ browser, address, endsAt: sessionEnd(ctx, account), detail: {} },
    ...{ proof: { at: ctx.now, by: 'password' }, secondFactor: false },
    // Its password has changed while this one was compared, or it has got a second factor.
    isStill: async (trx, still) => still.passwordHash === passwordHash && !(await hasFactor(trx, still)),
  });
}

export const sessionEnd = ({ now }: Pick<OpenCtx, 'now'>, { role }: Pick<Account, 'role'>): Date =>
  new Date(now.getTime() + sessionLengthMs[role]);

/** undefined: the ID has no second factor, or its password has changed meanwhile. */
function beginSecondStep(ctx: OpenCtx, account: AccountWithPassword): Promise<SecondStep | undefined> {
  const { chamberId, accountId } = account;
  return inChamber(ctx.db, chamberId, async (trx) => {
    if (!(await hasFactor(trx, account))) return undefined;
    await lockAccount(trx, account);
    const still = await findAccountByLogin(trx, chamberId, account.loginId);
    if (still?.passwordHash !== account.passwordHash) return undefined;
    const step = newSecret();
    const endsAt = new Date(ctx.now.getTime() + stepLengthMs);
    await insertStep(trx, hashSecret(step), { chamberId, accountId, endsAt });
    return { step };
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
  /** undefined: opening it proves nothing. */
  proof: Proof | undefined;
  /** Whether a second factor opened it. */
  secondFactor: boolean;
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
      ...{ proof: how.proof, secondFactor: how.secondFactor },
    });
    await appendEvent(trx, {
      ...{ chamberId, at: ctx.now, by: { kind: 'account', id: accountId }, subject: 'account', subjectId: accountId },
      ...{ action: 'sign_in', detail: { session: sessionId, ...how.detail } },
    });
    return true;
  });
  if (!opened) return undefined;
  const { proof } = how;
  return { actor: { ...account, via: { kind: 'session', sessionId, ...(proof ? { proof } : {}) } }, cookie };
}
