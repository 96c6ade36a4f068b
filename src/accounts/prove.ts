// Shows again, in a session that is open, who one is: by the second factor, or by the password of an ID that has none.
import { appendEvent } from '../audit/events.ts';
import { inChamber, inInstallation, type Trx } from '../lib/db.ts';
import { Refusal } from '../lib/refusal.ts';
import { checkFactor } from './check-factor.ts';
import type { Actor, Ctx } from './context.ts';
import { askToShow, challengeMs, type PublicKeyCredentialRequestOptionsJSON } from './passkeys.ts';
import { passwordMatches } from './password.ts';
import { findPasswordHash } from './passwords-store.ts';
import type { FactorKind, GivenFactor } from './second-factor.ts';
import { hasFactor, listFactorsOf, listPasskeys } from './second-factors-store.ts';
import { takeChallenge, updateChallenge, updateProof } from './sessions-store.ts';
import { factorLimitKeyOf, limitKeyOf, type SignInLimits } from './sign-in-limits.ts';

export type Given = GivenFactor | { kind: 'password'; password: string };

/** A program has nothing to show but its key. */
export function requireSession(actor: Actor): string {
  if (actor.via.kind !== 'session') throw new Refusal('not_allowed');
  return actor.via.sessionId;
}

/** By what the actor may show who he is: the kinds of his factors, or none, and then by the password. */
export function readOwnKinds({ db, actor }: Ctx): Promise<FactorKind[]> {
  return inChamber(db, actor.chamberId, async (trx) => [
    ...new Set((await listFactorsOf(trx, actor)).map(({ kind }) => kind)),
  ]);
}

/** What a browser is asked for a passkey of the actor's; for one answer. Refuses `not_allowed` to a program. */
export async function challengeProof(ctx: Ctx): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const sessionId = requireSession(ctx.actor);
  const passkeys = await inChamber(ctx.db, ctx.actor.chamberId, (trx) => listPasskeys(trx, ctx.actor));
  const asked = await askToShow(ctx.outside.base, passkeys);
  await inInstallation(ctx.db, (trx) => updateChallenge(trx, sessionId, asked.challenge, ctx.now));
  return asked;
}

/**
 * From now on the session has shown who it is. False: what was given is wrong, or was used before; a password, where the ID
 * has a second factor. Refuses `too_many` after repeated failures, `not_allowed` to a program.
 * @param input.address where the request comes from
 */
export async function proveOneself(
  ctx: Ctx & { limits: SignInLimits },
  input: { given: Given; address: string },
): Promise<boolean> {
  const { actor, limits } = ctx;
  const sessionId = requireSession(actor);
  const { given, address } = input;
  const ofWhom = { id: limitKeyOf(actor.chamberId, actor.loginId), address };
  if (given.kind === 'password') {
    await limits.begin(ofWhom);
    if (!(await isPassword(ctx, given.password))) return false;
    await limits.succeeded(ofWhom);
    return inChamber(ctx.db, actor.chamberId, async (trx) => {
      if (await hasFactor(trx, actor)) return false;
      await proven(trx, ctx, sessionId, 'password');
      return true;
    });
  }
  const passwordHash = await inChamber(ctx.db, actor.chamberId, (trx) => findPasswordHash(trx, actor));
  const ofFactor = { id: factorLimitKeyOf({ ...actor, passwordHash: passwordHash ?? null }), address };
  await limits.beginFactor(ofFactor);
  // Taken in a transaction of its own: a challenge has one answer, a wrong one too.
  const since = new Date(ctx.now.getTime() - challengeMs);
  const challenge = await inInstallation(ctx.db, (trx) => takeChallenge(trx, sessionId, since));
  const right = await inChamber(ctx.db, actor.chamberId, async (trx) => {
    if (!(await checkFactor(trx, ctx, actor, given, challenge))) return false;
    await proven(trx, ctx, sessionId, given.kind);
    return true;
  });
  if (right) await limits.factorSucceeded(ofFactor);
  return right;
}

async function isPassword({ db, actor }: Ctx, password: string): Promise<boolean> {
  const stored = await inChamber(db, actor.chamberId, (trx) => findPasswordHash(trx, actor));
  return stored ? passwordMatches(stored, password) : false;
}

async function proven(trx: Trx, { actor, now }: Ctx, sessionId: string, by: Given['kind']): Promise<void> {
  await updateProof(trx, sessionId, { at: now, by });
  await appendEvent(trx, {
    ...{ chamberId: actor.chamberId, at: now, by: { kind: 'account', id: actor.accountId } },
    ...{ subject: 'account', subjectId: actor.accountId, action: 'prove', detail: { session: sessionId, how: by } },
  });
}
