import { appendEvent } from '../audit/events.ts';
import { inChamber, isChamberId } from '../lib/db.ts';
import { hashSecret, newId, newSecret } from '../lib/ids.ts';
import { normaliseLoginId } from './account.ts';
import type { Actor, OpenCtx } from './context.ts';
import { compareWithNobody, passwordMatches } from './password.ts';
import { sessionLengthMs } from './sessions.ts';
import { insertSession } from './sessions-store.ts';
import type { SignInLimits } from './sign-in-limits.ts';
import { type AccountWithPassword, findAccountByLogin } from './store.ts';

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
  const chamberId = normaliseLoginId(input.chamberId);
  const loginId = normaliseLoginId(input.loginId).slice(0, 20);
  const ofWhom = { id: hashSecret(`${chamberId} ${loginId}`).toString('base64url'), address: input.address };
  await ctx.limits.begin(ofWhom);
  const account = isChamberId(chamberId)
    ? await inChamber(ctx.db, chamberId, (trx) => findAccountByLogin(trx, chamberId, loginId))
    : undefined;
  // An ID that has ended, or that nobody has chosen a password for, answers as one that there is not.
  const hash = account?.status === 'active' ? account.passwordHash : null;
  const right = hash === null ? await compareWithNobody(input.password) : await passwordMatches(hash, input.password);
  if (!account || !right) return undefined;
  await ctx.limits.succeeded(ofWhom);
  return openSession(ctx, account, input);
}

async function openSession(
  ctx: OpenCtx,
  { passwordHash: _, ...account }: AccountWithPassword,
  input: SignInInput,
): Promise<SignedIn> {
  const { chamberId, accountId, role } = account;
  const cookie = newSecret();
  const sessionId = newId(ctx.now);
  await inChamber(ctx.db, chamberId, async (trx) => {
    await insertSession(trx, hashSecret(cookie), {
      ...{ sessionId, chamberId, accountId, startedAt: ctx.now, lastSeenAt: ctx.now },
      endsAt: new Date(ctx.now.getTime() + sessionLengthMs[role]),
      browser: input.browser.slice(0, 300),
      address: input.address,
    });
    await appendEvent(trx, {
      ...{ chamberId, at: ctx.now, by: { kind: 'account', id: accountId }, subject: 'account', subjectId: accountId },
      ...{ action: 'sign_in', detail: { session: sessionId } },
    });
  });
  return { actor: { ...account, via: { kind: 'session', sessionId } }, cookie };
}
