// パスワードを忘れたとき: for every kind of ID. The answer is the same, and comes as fast, whether there is such an ID or not.
import { inChamber, inInstallation, isChamberId } from '../lib/db.ts';
import { normaliseLoginId } from './account.ts';
import type { OpenCtx } from './context.ts';
import { sendPasswordLink } from './one-time-links.ts';
import { limitKeyOf, type SignInLimits } from './sign-in-limits.ts';
import { findAccountByLogin } from './store.ts';

/** As typed; `address`: where the request comes from. */
export type ForgottenInput = { chamberId: string; loginId: string; address: string };

/**
 * Nothing is looked up here: a job does that. Refuses `too_many` when one ID or one address asks too often, be there such an
 * ID or not.
 */
export async function forgotPassword(ctx: OpenCtx & { limits: SignInLimits }, input: ForgottenInput): Promise<void> {
  const chamberId = normaliseLoginId(input.chamberId).slice(0, 20);
  const loginId = normaliseLoginId(input.loginId).slice(0, 20);
  await ctx.limits.forgotten({ id: limitKeyOf(chamberId, loginId), address: input.address });
  await inInstallation(ctx.db, (trx) => ctx.jobs.add(trx, 'answer-forgotten', { chamberId, loginId }));
}

/** Mails the link to the ID's own address. Does nothing where there is no such ID, or it has ended. */
export async function answerForgotten(ctx: OpenCtx, of: { chamberId: string; loginId: string }): Promise<void> {
  const { chamberId, loginId } = of;
  if (!isChamberId(chamberId)) return;
  await inChamber(ctx.db, chamberId, async (trx) => {
    const account = await findAccountByLogin(trx, chamberId, loginId);
    if (account?.status === 'active') await sendPasswordLink(trx, ctx, account, 'reset');
  });
}
