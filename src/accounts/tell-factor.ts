import { appendEvent, type By } from '../audit/events.ts';
import { getChamber } from '../chambers/store.ts';
import type { Trx } from '../lib/db.ts';
import type { Account } from './account.ts';
import type { OpenCtx } from './context.ts';
import { type FactorNews, factorMail } from './factor-mails.ts';
import { mailPlain } from './plain-mail.ts';

export type FactorAction =
  | 'add_second_factor'
  | 'remove_second_factor'
  | 'make_recovery_codes'
  | 'use_recovery_code'
  | 'reset_second_factors'
  | 'guess_second_factor';

/** The event on the ID, and the mail to its own address, in the caller's transaction. */
export async function tellFactor(
  trx: Trx,
  ctx: Pick<OpenCtx, 'now' | 'jobs' | 'outside'>,
  account: Account,
  { by, action, detail, news }: { by: By; action: FactorAction; detail: Record<string, unknown>; news: FactorNews },
): Promise<void> {
  const { chamberId, accountId } = account;
  await appendEvent(trx, {
    ...{ chamberId, at: ctx.now, by, subject: 'account', subjectId: accountId, action, detail },
  });
  const chamber = await getChamber(trx, chamberId);
  await mailPlain(trx, ctx, { to: account.mail, ...factorMail(account, chamber, news, ctx.now) });
}
