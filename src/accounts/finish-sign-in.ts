// The second half of a sign-in: the password was right, and the ID has a second factor.
import { inChamber, inInstallation } from '../lib/db.ts';
import { hashSecret } from '../lib/ids.ts';
import type { Account } from './account.ts';
import { checkFactor } from './check-factor.ts';
import type { OpenCtx } from './context.ts';
import { askToShow, type PublicKeyCredentialRequestOptionsJSON } from './passkeys.ts';
import { findPasswordHash } from './passwords-store.ts';
import type { FactorKind, GivenFactor } from './second-factor.ts';
import { listFactorsOf, listPasskeys } from './second-factors-store.ts';
import { openSession, type SignedIn, sessionEnd } from './sign-in.ts';
import { factorLimitKeyOf, type SignInLimits } from './sign-in-limits.ts';
import {
  countTry,
  deleteStep,
  findStepByHash,
  type SignInStep,
  takeStepChallenge,
  updateStepChallenge,
} from './sign-in-steps-store.ts';
import { type AccountWithPassword, findAccount } from './store.ts';
import { tellFactor } from './tell-factor.ts';

/** Wrong answers to one right password; then it is typed again. */
export const triesAtMost = 5;

/** A cookie's value that says nothing (any more): the sign-in begins anew. */
export const stepOver = 'over';

async function openStep(
  ctx: Pick<OpenCtx, 'db' | 'now'>,
  cookie: string,
): Promise<{ step: SignInStep; hash: Buffer } | undefined> {
  const hash = hashSecret(cookie);
  const step = await inInstallation(ctx.db, (trx) => findStepByHash(trx, hash));
  return step && step.endsAt > ctx.now ? { step, hash } : undefined;
}

/** Which kinds of factor the ID has, for the page that asks. `stepOver`: nobody's password waits under this cookie. */
export async function readSignInStep(
  ctx: Pick<OpenCtx, 'db' | 'now'>,
  cookie: string,
): Promise<FactorKind[] | typeof stepOver> {
  const open = await openStep(ctx, cookie);
  if (!open) return stepOver;
  const { chamberId } = open.step;
  const factors = await inChamber(ctx.db, chamberId, (trx) => listFactorsOf(trx, open.step));
  return factors.length === 0 ? stepOver : [...new Set(factors.map(({ kind }) => kind))];
}

/** What a browser is asked for a passkey; for one answer. */
export async function challengeSignIn(
  ctx: OpenCtx,
  cookie: string,
): Promise<PublicKeyCredentialRequestOptionsJSON | typeof stepOver> {
  const open = await openStep(ctx, cookie);
  if (!open) return stepOver;
  return inChamber(ctx.db, open.step.chamberId, async (trx) => {
    const asked = await askToShow(ctx.outside.base, await listPasskeys(trx, open.step));
    await updateStepChallenge(trx, open.hash, asked.challenge);
    return asked;
  });
}

/**
 * Opens the session. undefined: the factor is wrong, or was used before. `stepOver`: the password is to be typed again, after
 * ten minutes, or five wrong answers; the holder is mailed of these. Refuses `too_many` after repeated failures.
 */
export async function finishSignIn(
  ctx: OpenCtx & { limits: SignInLimits },
  input: { cookie: string; given: GivenFactor; browser: string; address: string },
): Promise<SignedIn | typeof stepOver | undefined> {
  const { given, browser, address } = input;
  const open = await openStep(ctx, input.cookie);
  const found = open && (await accountOf(ctx, open.step));
  if (!open || !found) return stepOver;
  const { passwordHash: _, ...account } = found;
  const ofWhom = { id: factorLimitKeyOf(found), address };
  await ctx.limits.beginFactor(ofWhom);
  // Outside of the transaction that compares: a wrong answer is taken back, and still counts.
  const counted = await inInstallation(ctx.db, async (trx) => ({
    may: await countTry(trx, open.hash, triesAtMost),
    challenge: await takeStepChallenge(trx, open.hash),
  }));
  if (!counted.may) return stepOver;
  const signedIn = await openSession(ctx, account, {
    ...{ browser, address, endsAt: sessionEnd(ctx, account), detail: { second_factor: given.kind } },
    ...{ proof: { at: ctx.now, by: given.kind }, secondFactor: true },
    // A password that was changed, and a factor that was reset, have taken the step away.
    isStill: async (trx, still) =>
      (await checkFactor(trx, ctx, still, given, counted.challenge)) && (await deleteStep(trx, open.hash)),
  });
  if (signedIn) {
    await ctx.limits.factorSucceeded(ofWhom);
    return signedIn;
  }
  return open.step.tries + 1 >= triesAtMost ? giveUp(ctx, account, open.hash) : undefined;
}

function accountOf({ db }: OpenCtx, of: SignInStep): Promise<AccountWithPassword | undefined> {
  return inChamber(db, of.chamberId, async (trx) => {
    const account = await findAccount(trx, of.chamberId, of.accountId);
    return account && { ...account, passwordHash: (await findPasswordHash(trx, of)) ?? null };
  });
}

/** Somebody knows the password and not the factor: its holder had better know. */
async function giveUp(ctx: OpenCtx, account: Account, hash: Buffer): Promise<typeof stepOver> {
  await inChamber(ctx.db, account.chamberId, async (trx) => {
    if (!(await deleteStep(trx, hash))) return;
    await tellFactor(trx, ctx, account, {
      ...{ by: { kind: 'system' }, action: 'guess_second_factor' },
      ...{ detail: { tries: triesAtMost }, news: { what: 'guessed' } },
    });
  });
  return stepOver;
}
