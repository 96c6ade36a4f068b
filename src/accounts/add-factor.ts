// What every new second factor goes through, whichever kind it is.
import { randomBytes } from 'node:crypto';
import { inChamber, isDuplicate, type Trx } from '../lib/db.ts';
import { newId } from '../lib/ids.ts';
import { wordsProblem } from '../lib/plain-words.ts';
import { Refusal } from '../lib/refusal.ts';
import { recoveryMac } from './check-factor.ts';
import { byOf, type Ctx } from './context.ts';
import { requireProven } from './proof.ts';
import { requireSession } from './prove.ts';
import { recoveryCodeLength, recoveryCodeOf, recoveryCodesAtOnce } from './recovery-code.ts';
import { replaceRecoveryCodes } from './recovery-codes-store.ts';
import { requireAct } from './rights.ts';
import { type FactorKind, factorNameLength, factorsAtMost } from './second-factor.ts';
import { listFactorsOf } from './second-factors-store.ts';
import { endSessions, updateProof } from './sessions-store.ts';
import { lockAccount } from './store.ts';
import { tellFactor } from './tell-factor.ts';

/** Who signed in and has lately shown who he is; returns the session. Refuses `proof_needed`, `not_allowed` to a program. */
export function requireOwner(ctx: Ctx): string {
  requireAct(ctx.actor, 'account.use');
  const sessionId = requireSession(ctx.actor);
  requireProven(ctx);
  return sessionId;
}

/** The name without spaces around it. Refuses `invalid` at `name`. */
export function goodFactorName(typed: string): string {
  const name = typed.trim();
  if (name === '' || name.length > factorNameLength) throw new Refusal('invalid', { fields: [wrongName] });
  const problem = wordsProblem('name', name);
  if (problem) throw new Refusal('invalid', { fields: [problem] });
  return name;
}

const wrongName = {
  field: 'name',
  ja: `どの端末か分かる名前を、${factorNameLength}字以内で入れてください。`,
  en: `Name the device, in ${factorNameLength} characters or fewer.`,
};

/** The recovery codes of the first factor, shown once; undefined for a further one, which has them already. */
export type Added = { recoveryCodes: string[] | undefined };

/**
 * Adds it to the actor's own ID; ends the ID's other sessions, and mails the holder. Refuses `conflict` when there are as many
 * as may be, or it is there already.
 */
export async function addFactor(
  ctx: Ctx,
  { sessionId, kind, name }: { sessionId: string; kind: FactorKind; name: string },
  insert: (trx: Trx, factorId: string) => Promise<void>,
): Promise<Added> {
  const { actor, now } = ctx;
  const factorId = newId(now);
  try {
    return await inChamber(ctx.db, actor.chamberId, async (trx) => {
      await lockAccount(trx, actor);
      const before = await listFactorsOf(trx, actor);
      if (before.length >= factorsAtMost) throw new Refusal('conflict');
      await insert(trx, factorId);
      const recoveryCodes = before.length === 0 ? await putRecoveryCodes(trx, ctx) : undefined;
      await endOtherSessions(trx, ctx, sessionId);
      await updateProof(trx, sessionId, { at: now, by: kind });
      await tellFactor(trx, ctx, actor, {
        ...{ by: byOf(actor), action: 'add_second_factor', detail: { factor: factorId, kind, name } },
        news: { what: 'added', name },
      });
      return { recoveryCodes };
    });
  } catch (error) {
    // A passkey that is registered already: a button was pressed twice.
    if (isDuplicate(error)) throw new Refusal('conflict', { cause: error });
    throw error;
  }
}

/** Whoever came in by what was valid before, comes in again by what is valid now. */
export async function endOtherSessions(trx: Trx, { actor, now }: Ctx, sessionId: string): Promise<void> {
  const { chamberId, accountId } = actor;
  await endSessions(trx, { chamberId, accountId, at: now, except: sessionId });
}

/** Ten new ones in the place of all there were. */
export async function putRecoveryCodes(trx: Trx, { actor, outside }: Ctx): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodesAtOnce }, () => recoveryCodeOf(randomBytes(recoveryCodeLength)));
  const macs = codes.map((code) => recoveryMac(outside.vault, actor, code));
  await replaceRecoveryCodes(trx, actor, macs);
  return codes;
}
