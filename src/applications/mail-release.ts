// The two mails of a release: to the signatory that something waits, to the sub ID's holder that it came back.
import type { Account } from '../accounts/account.ts';
import type { Ctx } from '../accounts/context.ts';
import { findAccount } from '../accounts/store.ts';
import type { Trx } from '../lib/db.ts';
import { getSignatory } from '../registrations/store.ts';
import { type Addressed, mailLetterTo, type Sending } from './mail-applicant.ts';

/** Tells the signatory that this sub ID's application waits for his release. */
export async function mailPrepared(trx: Trx, ctx: Sending, application: Addressed, sub: Ctx['actor']): Promise<void> {
  const signatory = await getSignatory(trx, application.chamberId, application.signatoryId);
  await mailLetterTo(trx, ctx, application, await accountOf(trx, application.chamberId, signatory.accountId), {
    ja: {
      subject: '申請の確認のお願い',
      text: `サブID ${sub.loginId}(${sub.nameJa} 様)が、発給申請の準備を終えました。次のページで内容を確かめ、申請するか、戻してください。確認が済むまで、内容は変わりません。`,
    },
    en: {
      subject: 'An application waits for your release',
      text: `${sub.nameEn} (sub ID ${sub.loginId}) has finished an application. Please look at it on the page below and submit it or give it back. Until then nobody changes it.`,
    },
  });
}

/** Tells the holder of the sub ID that it was given back; what to change stands on the page. An ID that has ended is told nothing. */
export async function mailGivenBack(trx: Trx, ctx: Sending, application: Addressed): Promise<void> {
  const holder = await accountOf(trx, application.chamberId, application.accountId);
  if (holder.status !== 'active') return;
  await mailLetterTo(trx, ctx, application, holder, {
    ja: {
      subject: '準備した申請が戻されました',
      text: '署名者が、準備した発給申請を戻しました。直すところは次のページに記載しています。',
    },
    en: {
      subject: 'Your application was given back',
      text: 'The signatory has given back the application that you prepared. What to change is on the page below.',
    },
  });
}

async function accountOf(trx: Trx, chamberId: string, accountId: string): Promise<Account> {
  const account = await findAccount(trx, chamberId, accountId);
  if (!account) throw new Error(`there is no account ${accountId}`);
  return account;
}
