// The holder of a one-time code sees whose ID it is for, and chooses the password.
import type { Chamber } from '../chambers/chamber.ts';
import { getChamber } from '../chambers/store.ts';
import { inChamber, inInstallation } from '../lib/db.ts';
import { hashSecret } from '../lib/ids.ts';
import { Refusal } from '../lib/refusal.ts';
import type { Account } from './account.ts';
import type { OpenCtx } from './context.ts';
import { linkCodeLength, readLinkCode } from './link-code.ts';
import { findLinkByHash, useLink } from './one-time-links-store.ts';
import { hashPassword } from './password.ts';
import { knownOf, requireGoodPassword, setPassword } from './set-password.ts';
import { findAccount, lockAccount } from './store.ts';

export type LinkHolder = { account: Account; chamber: Chamber };

/** A code that is wrong, has been used or has ended: which of them is not told. */
const useless = (): Refusal =>
  new Refusal('invalid', {
    fields: [
      {
        field: 'code',
        ja: `このコードは使えません。入力を確かめてください(${linkCodeLength}文字です)。使い終わったか、期限が過ぎているときは、「パスワードを忘れたとき」から新しいリンクを受け取れます。`,
        en: `This code does not work. Please check what you typed (it has ${linkCodeLength} characters). If it has been used or its time is over, you can get a new link at “Forgot your password?”.`,
      },
    ],
  });

/** Whose ID the code is for; uses nothing up. @param typed the code, or a link with it. Refuses `invalid` at `code`. */
export async function readLink(ctx: Pick<OpenCtx, 'db' | 'now'>, typed: string): Promise<LinkHolder> {
  const { account, chamber } = await openLink(ctx, typed);
  return { account, chamber };
}

/**
 * Uses the code up and sets the password; ends every session of the ID. Refuses `invalid`: at `code` when it does not
 * work, of two at once for the second; at `password` when that is not good enough, and then the code still works.
 */
export async function choosePassword(
  ctx: OpenCtx,
  input: { code: string; password: string },
): Promise<Pick<Account, 'chamberId' | 'loginId'>> {
  const { account, hash, known } = await openLink(ctx, input.code);
  const { chamberId, accountId, loginId } = account;
  requireGoodPassword(input.password, known, 'password');
  const passwordHash = await hashPassword(input.password);
  await inChamber(ctx.db, chamberId, async (trx) => {
    await lockAccount(trx, account);
    if (!(await useLink(trx, hash, ctx.now))) throw useless();
    const now = await findAccount(trx, chamberId, accountId);
    if (now?.status !== 'active') throw useless();
    const by = { kind: 'account', id: accountId } as const;
    await setPassword(trx, ctx, now, passwordHash, { by, action: 'choose_password' });
  });
  return { chamberId, loginId };
}

async function openLink(
  ctx: Pick<OpenCtx, 'db' | 'now'>,
  typed: string,
): Promise<LinkHolder & { hash: Buffer; known: string[] }> {
  const code = readLinkCode(typed);
  if (code === undefined) throw useless();
  const hash = hashSecret(code);
  const link = await inInstallation(ctx.db, (trx) => findLinkByHash(trx, hash));
  if (!link || link.usedAt !== null || link.endsAt <= ctx.now) throw useless();
  return inChamber(ctx.db, link.chamberId, async (trx) => {
    const account = await findAccount(trx, link.chamberId, link.accountId);
    if (account?.status !== 'active') throw useless();
    return { account, chamber: await getChamber(trx, link.chamberId), hash, known: await knownOf(trx, account) };
  });
}
