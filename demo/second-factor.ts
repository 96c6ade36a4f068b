import { generateSecret } from 'otplib';
import type { Account } from '../src/accounts/account.ts';
import { secretOf } from '../src/accounts/check-factor.ts';
import type { OpenCtx } from '../src/accounts/context.ts';
import { insertTotp } from '../src/accounts/second-factors-store.ts';
import { inChamber } from '../src/lib/db.ts';
import { newId } from '../src/lib/ids.ts';

/**
 * An authenticator app for an ID of the demo, without the deed's mail, and without anybody having scanned anything: its secret
 * is random for each data folder, and stands in demo.json and in the sandbox's authenticator. Returns it, base32.
 */
export async function putDemoTotp(ctx: OpenCtx, { chamberId, accountId }: Account): Promise<string> {
  const secret = generateSecret();
  const factorId = newId(ctx.now);
  await inChamber(ctx.db, chamberId, (trx) =>
    insertTotp(trx, {
      ...{ chamberId, accountId, factorId, name: '認証アプリ(デモ)', madeAt: ctx.now, lastStep: 0 },
      secretSealed: ctx.outside.vault.seal(Buffer.from(secret), secretOf(factorId)),
    }),
  );
  return secret;
}
