// Whether a second factor is right; what is right is used up in the caller's transaction, so that it is right only once.
import type { Trx } from '../lib/db.ts';
import type { Vault } from '../lib/vault.ts';
import type { Account } from './account.ts';
import type { OpenCtx } from './context.ts';
import { readShown } from './passkeys.ts';
import { readRecoveryCode } from './recovery-code.ts';
import { countRecoveryCodes, useRecoveryCode } from './recovery-codes-store.ts';
import type { GivenFactor } from './second-factor.ts';
import { listPasskeys, listTotps, takeCount, takeStep } from './second-factors-store.ts';
import { tellFactor } from './tell-factor.ts';
import { readTotpCode, totpStepOf } from './totp.ts';

export type FactorCtx = Pick<OpenCtx, 'now' | 'jobs' | 'outside'>;

/** What a sealed secret belongs to. */
export const secretOf = (factorId: string): string => `totp secret ${factorId}`;

/** What is kept of a recovery code: with a key, since it is shorter than a hash alone would guard. */
export const recoveryMac = (vault: Vault, { accountId }: Pick<Account, 'accountId'>, code: string): Buffer =>
  vault.mac(code, `recovery code ${accountId}`);

/**
 * Whether this is a factor of that ID. A used recovery code is an event, and its holder is mailed.
 * @param challenge what a passkey was asked to sign; undefined: nothing was asked
 */
export function checkFactor(
  trx: Trx,
  ctx: FactorCtx,
  account: Account,
  given: GivenFactor,
  challenge: string | undefined,
): Promise<boolean> {
  if (given.kind === 'totp') return checkTotp(trx, ctx, account, given.code);
  if (given.kind === 'recovery') return checkRecovery(trx, ctx, account, given.code);
  return checkPasskey(trx, ctx, account, given.answer, challenge);
}

async function checkTotp(trx: Trx, ctx: FactorCtx, account: Account, typed: string): Promise<boolean> {
  const code = readTotpCode(typed);
  if (code === undefined) return false;
  for (const { chamberId, factorId, secretSealed, lastStep } of await listTotps(trx, account)) {
    const secret = ctx.outside.vault.open(secretSealed, secretOf(factorId)).toString();
    const step = totpStepOf(secret, code, { at: ctx.now, after: lastStep });
    if (step !== undefined && (await takeStep(trx, { chamberId, factorId, step, at: ctx.now }))) return true;
  }
  return false;
}

async function checkRecovery(trx: Trx, ctx: FactorCtx, account: Account, typed: string): Promise<boolean> {
  const code = readRecoveryCode(typed);
  if (code === undefined) return false;
  const mac = recoveryMac(ctx.outside.vault, account, code);
  if (!(await useRecoveryCode(trx, account, mac, ctx.now))) return false;
  const left = await countRecoveryCodes(trx, account);
  await tellFactor(trx, ctx, account, {
    ...{ by: { kind: 'account', id: account.accountId }, action: 'use_recovery_code', detail: { left } },
    news: { what: 'recovery_used', left },
  });
  return true;
}

async function checkPasskey(
  trx: Trx,
  ctx: FactorCtx,
  account: Account,
  answer: string,
  challenge: string | undefined,
): Promise<boolean> {
  if (challenge === undefined) return false;
  const found = await readShown(ctx.outside.base, await listPasskeys(trx, account), answer, challenge);
  if (!found) return false;
  const { chamberId, factorId, counter: seen } = found.passkey;
  return takeCount(trx, { chamberId, factorId, seen, counter: found.counter, at: ctx.now });
}
