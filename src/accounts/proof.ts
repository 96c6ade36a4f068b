// Who has a session's cookie is not for that who signed in: before what counts most one shows again who one is, once for
// half an hour of work.
import { Refusal } from '../lib/refusal.ts';
import type { Ctx } from './context.ts';

/** For so long a proof counts; signing in is one. Never per case: a certifier has hundreds. */
export const proofLengthMs = 30 * 60_000;

/**
 * Refuses `proof_needed` where the session has not shown within that time who it is: by the second factor where the ID has
 * one, else by the password. Ask it before anything is read or written. A bearer key counts by itself: somebody who had
 * shown who he is made it.
 */
export function requireProven({ actor, now }: Pick<Ctx, 'actor' | 'now'>): void {
  if (actor.via.kind === 'api_key') return;
  const { proof } = actor.via;
  if (proof === undefined || now.getTime() - proof.at.getTime() >= proofLengthMs) throw new Refusal('proof_needed');
}

/**
 * The same for what takes a second factor: certifying, and what goes with it. Refuses `factor_needed` where the ID has none:
 * a password alone never certifies. That an ID has one is known by its proof: the first one that is set up ends every session
 * that was opened without, and the last one that is removed takes the proof along (add-factor.ts, own-factors.ts).
 */
export function requireProvenByFactor(ctx: Pick<Ctx, 'actor' | 'now'>): void {
  const { via } = ctx.actor;
  if (via.kind === 'api_key') return;
  if (via.proof === undefined || via.proof.by === 'password') throw new Refusal('factor_needed');
  requireProven(ctx);
}
