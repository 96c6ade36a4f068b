// What a firm is told by mail while its application is with the chamber. Nothing of its content: a mail is a postcard.

import type { Account } from '../accounts/account.ts';
import type { Ctx } from '../accounts/context.ts';
import { mailPlain } from '../accounts/plain-mail.ts';
import { findAccount } from '../accounts/store.ts';
import { getChamber } from '../chambers/store.ts';
import { dayInJapan } from '../lib/clock.ts';
import type { Trx } from '../lib/db.ts';
import { getSignatory } from '../registrations/store.ts';
import { isOfFormerAgent } from '../registrations/sub-ids/agents.ts';
import { findSubId } from '../registrations/sub-ids/sub-ids-store.ts';
import type { ApplicationRow } from './application.ts';

export type Mail = 'returned' | 'rejected' | 'certified' | 'cancelled' | 'issued';

type Words = { subject: string; text: string };
/** `page`: where it leads, below the application's own page. `number`: the certificate's, where it is about the paper. */
export type Letter = { ja: Words; en: Words; page?: '/print'; number?: string };

const words: Record<Mail, Letter> = {
  returned: {
    ja: {
      subject: '修正のお願い',
      text: '申請の内容に、修正をお願いしたい箇所があります。次のページで箇所と内容を確かめ、直してからもう一度申請してください。',
    },
    en: {
      subject: 'Please correct your application',
      text: 'Some places of your application should be corrected. Please see them on the page below, correct them and submit again.',
    },
  },
  rejected: {
    ja: { subject: '申請の却下', text: '申請は却下されました。理由は次のページに記載しています。' },
    en: { subject: 'Application rejected', text: 'Your application was rejected. The reason is on the page below.' },
  },
  certified: {
    ja: { subject: '承認のお知らせ', text: '申請が承認されました。手数料をお支払いになると、証明書が交付されます。' },
    en: {
      subject: 'Application approved',
      text: 'Your application was approved. The certificate is issued once the fee is paid.',
    },
  },
  issued: {
    ja: { subject: '証明書の交付', text: '証明書が交付されました。次のページから印刷できます。' },
    en: { subject: 'Certificate issued', text: 'Your certificate is issued. You can print it from the page below.' },
  },
  cancelled: {
    ja: { subject: '承認取消のお知らせ', text: '承認が取り消されました。理由は次のページに記載しています。' },
    en: { subject: 'Approval cancelled', text: 'The approval was cancelled. The reason is on the page below.' },
  },
};

export type Addressed = Pick<
  ApplicationRow,
  'chamberId' | 'applicationId' | 'signatoryId' | 'accountId' | 'receiptNumber'
>;
export type Sending = Pick<Ctx, 'jobs' | 'outside' | 'now'>;

/** Adds the mail to the caller's transaction; it is sent to whoever makes the application. */
export function mailApplicant(trx: Trx, ctx: Sending, application: Addressed, mail: Mail): Promise<void> {
  return mailLetter(trx, ctx, application, words[mail]);
}

/** The same for words that a deed has put together itself. */
export async function mailLetter(trx: Trx, ctx: Sending, application: Addressed, letter: Letter): Promise<void> {
  await mailLetterTo(trx, ctx, application, await applicantOf(trx, ctx, application), letter);
}

/**
 * The holder of the ID under which it is made; where that has ended, or is held by an agent that is registered as one no
 * more, the signatory.
 */
async function applicantOf(
  trx: Trx,
  { now }: Pick<Sending, 'now'>,
  { chamberId, accountId, signatoryId }: Addressed,
): Promise<Account> {
  const maker = await findAccount(trx, chamberId, accountId);
  const sub = maker?.role === 'sub' ? await findSubId(trx, chamberId, accountId) : undefined;
  if (maker?.status === 'active' && !(sub && (await isOfFormerAgent(trx, sub, dayInJapan(now))))) return maker;
  const signatory = await getSignatory(trx, chamberId, signatoryId);
  const account = await findAccount(trx, chamberId, signatory.accountId);
  if (!account) throw new Error(`the signatory ${signatoryId} has no account`);
  return account;
}

/** The same to one ID. A draft has no receipt number to name. */
export async function mailLetterTo(
  trx: Trx,
  ctx: Sending,
  { chamberId, applicationId, receiptNumber }: Addressed,
  to: Pick<Account, 'nameJa' | 'nameEn' | 'mail'>,
  letter: Letter,
): Promise<void> {
  const chamber = await getChamber(trx, chamberId);
  const { ja, en, page = '', number } = letter;
  const link = `${ctx.outside.base}/applications/${applicationId}${page}`;
  const numbers = (receipt: string, certificate: string): string[] => {
    const lines = [
      ...(receiptNumber === null ? [] : [`${receipt} ${receiptNumber}`]),
      ...(number === undefined ? [] : [`${certificate} ${number}`]),
    ];
    return lines.length === 0 ? [] : [lines.join('\n')];
  };
  const text = [
    `${to.nameJa} 様`,
    ...numbers('受付番号', '証明書番号'),
    ja.text,
    link,
    `${chamber.nameJa}\n${chamber.telephone}\n${chamber.mail}`,
    '—',
    `Dear ${to.nameEn},`,
    ...numbers('Receipt number', 'Certificate number'),
    en.text,
    link,
    chamber.nameEn,
  ].join('\n\n');
  const about = receiptNumber === null ? '' : `【${receiptNumber}】`;
  await mailPlain(trx, ctx, { to: to.mail, subject: `${about}${ja.subject} / ${en.subject}`, text });
}
