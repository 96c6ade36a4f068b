// A passkey is set up: the browser is asked, and its device makes one.
import { inChamber, inInstallation } from '../lib/db.ts';
import { Refusal } from '../lib/refusal.ts';
import { type Added, addFactor, goodFactorName, requireOwner } from './add-factor.ts';
import type { Ctx } from './context.ts';
import { askToMake, challengeMs, type PublicKeyCredentialCreationOptionsJSON, readMade } from './passkeys.ts';
import { insertPasskey, listPasskeys } from './second-factors-store.ts';
import { takeChallenge, updateChallenge } from './sessions-store.ts';

/** What the browser is asked; for one answer, within five minutes. Refuses `proof_needed`, `not_allowed` to a program. */
export async function offerPasskey(ctx: Ctx): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const sessionId = requireOwner(ctx);
  const there = await inChamber(ctx.db, ctx.actor.chamberId, (trx) => listPasskeys(trx, ctx.actor));
  const asked = await askToMake(ctx.outside.base, ctx.actor, there);
  await inInstallation(ctx.db, (trx) => updateChallenge(trx, sessionId, asked.challenge, ctx.now));
  return asked;
}

/**
 * @param input.answer the JSON of the browser. Refuses `proof_needed`; `invalid` at `name`, at `passkey` for an answer that is
 * not right, or comes too late; `conflict` when there are as many factors as may be, or it is there already.
 */
export async function addPasskey(ctx: Ctx, input: { answer: string; name: string }): Promise<Added> {
  const sessionId = requireOwner(ctx);
  const name = goodFactorName(input.name);
  const since = new Date(ctx.now.getTime() - challengeMs);
  const challenge = await inInstallation(ctx.db, (trx) => takeChallenge(trx, sessionId, since));
  const made = challenge === undefined ? undefined : await readMade(ctx.outside.base, input.answer, challenge);
  if (!made) throw new Refusal('invalid', { fields: [wrongPasskey] });
  const { chamberId, accountId } = ctx.actor;
  return addFactor(ctx, { sessionId, kind: 'passkey', name }, (trx, factorId) =>
    insertPasskey(trx, { ...{ chamberId, accountId, factorId, name, madeAt: ctx.now }, ...made }),
  );
}

const wrongPasskey = {
  field: 'passkey',
  ja: 'パスキーを登録できませんでした。もう一度「パスキーを作成する」を押してください。',
  en: 'The passkey could not be registered. Press “Make a passkey” once more.',
};
