// An authenticator app is set up: a secret is shown, and a code shows that the app has it.
import { generateSecret } from 'otplib';
import { Refusal } from '../lib/refusal.ts';
import { type Added, addFactor, goodFactorName, requireOwner } from './add-factor.ts';
import { secretOf } from './check-factor.ts';
import type { Ctx } from './context.ts';
import { insertTotp } from './second-factors-store.ts';
import { readTotpCode, totpSecretPattern, totpStepOf, totpUri } from './totp.ts';

/**
 * `secret`: base32, for typing. `uri`: what a QR code holds. `sealed`: the secret, to come back with `addTotp`; nothing is kept
 * of it until then, and it is good in this session alone.
 */
export type TotpOffer = { secret: string; uri: string; sealed: string };

/** Refuses `proof_needed`, `not_allowed` to a program. */
export function offerTotp(ctx: Ctx): TotpOffer {
  return offerOf(ctx, requireOwner(ctx), generateSecret());
}

/** The same secret again, after a wrong code. Refuses `conflict` besides, for what was not sealed in this session. */
export function offerTotpAgain(ctx: Ctx, sealed: string): TotpOffer {
  const sessionId = requireOwner(ctx);
  return offerOf(ctx, sessionId, unsealed(ctx, sessionId, sealed));
}

function offerOf({ actor, outside }: Ctx, sessionId: string, secret: string): TotpOffer {
  const sealed = outside.vault.seal(Buffer.from(secret), belongsTo(sessionId)).toString('base64url');
  const issuer = `Hakkyu (${new URL(outside.base).hostname})`;
  return { secret, sealed, uri: totpUri(secret, { issuer, label: `${actor.chamberId} ${actor.loginId}` }) };
}

const belongsTo = (sessionId: string): string => `totp set-up ${sessionId}`;

function unsealed({ outside }: Ctx, sessionId: string, sealed: string): string {
  let secret: string;
  try {
    secret = outside.vault.open(Buffer.from(sealed, 'base64url'), belongsTo(sessionId)).toString();
  } catch (cause) {
    // Of a session that has ended meanwhile, or changed on its way: the set-up begins anew.
    throw new Refusal('conflict', { cause });
  }
  if (!totpSecretPattern.test(secret)) throw new Refusal('conflict');
  return secret;
}

/**
 * Refuses `proof_needed`; `invalid` at `name`, and at `totp` when the code is not the app's; `conflict` when there are as many
 * factors as may be, or the sealed secret is none of this session.
 */
export async function addTotp(ctx: Ctx, input: { sealed: string; code: string; name: string }): Promise<Added> {
  const sessionId = requireOwner(ctx);
  const secret = unsealed(ctx, sessionId, input.sealed);
  const name = goodFactorName(input.name);
  const code = readTotpCode(input.code);
  const lastStep = code === undefined ? undefined : totpStepOf(secret, code, { at: ctx.now, after: 0 });
  if (lastStep === undefined) throw new Refusal('invalid', { fields: [wrongCode] });
  const { chamberId, accountId } = ctx.actor;
  return addFactor(ctx, { sessionId, kind: 'totp', name }, (trx, factorId) =>
    insertTotp(trx, {
      ...{ chamberId, accountId, factorId, name, madeAt: ctx.now, lastStep },
      secretSealed: ctx.outside.vault.seal(Buffer.from(secret), secretOf(factorId)),
    }),
  );
}

const wrongCode = {
  field: 'totp',
  ja: 'コードが正しくありません。認証アプリに今表示されている6桁の数字を入れてください。何度も合わないときは、端末の時刻が正しいかお確かめください。',
  en: 'This code is not right. Enter the six digits that the app shows now. If it never fits, check the clock of your device.',
};
