// What a firm is told by mail while its procedure is with the chamber. Nothing of its form: a mail is a postcard.

import type { OpenCtx } from '../../accounts/context.ts';
import { mailPlain } from '../../accounts/plain-mail.ts';
import { getChamber } from '../../chambers/store.ts';
import type { Trx } from '../../lib/db.ts';
import { type FeeMail, feeMailWords } from './fee-mails.ts';
import { paperNames } from './paper-names.ts';
import type { Procedure } from './procedure.ts';
import { linkHours, mailProcedureLink } from './procedure-links.ts';
import type { PaperState } from './procedure-papers.ts';

export type ProcedureMail =
  | { kind: 'submitted'; papers: readonly PaperState[] }
  | { kind: 'returned' }
  | { kind: 'rejected' }
  | { kind: 'accepted'; registrationNumber: string }
  | FeeMail;

type Words = { subject: string; text: string };

function wordsOf(mail: ProcedureMail): { ja: Words; en: Words } {
  if (mail.kind === 'submitted') return submittedWords(mail.papers);
  if (mail.kind === 'fee' || mail.kind === 'fee_paid') return feeMailWords(mail);
  if (mail.kind === 'returned')
    return {
      ja: {
        subject: '登録内容の修正のお願い',
        text: '修正をお願いしたい箇所があります。次のページで箇所と内容を確かめ、直してからもう一度送信してください。',
      },
      en: {
        subject: 'Please correct your registration',
        text: 'Some places should be corrected. Please see them on the page below, correct them and send the form again.',
      },
    };
  if (mail.kind === 'rejected')
    return {
      ja: { subject: '登録手続きの却下', text: '手続きは却下されました。理由は次のページに記載しています。' },
      en: { subject: 'Registration rejected', text: 'The procedure was rejected. The reason is on the page below.' },
    };
  return {
    ja: {
      subject: '貿易登録の完了',
      text: `手続きを受理しました。貿易登録番号は ${mail.registrationNumber} です。貿易登録証は次のページから、または商工会議所で受け取れます。管理者IDは貿易登録証に記載しています。最初のパスワードを決めるご案内は、別のメールでお送りします。`,
    },
    en: {
      subject: 'Trade registration complete',
      text: `The procedure was accepted. Your registration number is ${mail.registrationNumber}. The registration certificate, on which the administrator ID stands, is on the page below or at the chamber. How to choose the first password comes in a mail of its own.`,
    },
  };
}

function submittedWords(papers: readonly PaperState[]): { ja: Words; en: Words } {
  const missing = papers.filter(({ came }) => came.length === 0);
  const list = (lang: 'ja' | 'en'): string => missing.map(({ kind }) => `- ${paperNames[kind][lang]}`).join('\n');
  return {
    ja: {
      subject: '登録内容を受け付けました',
      text:
        missing.length === 0
          ? '登録内容を受け付けました。商工会議所が書類を確かめ、審査します。'
          : `登録内容を受け付けました。次の書類が商工会議所に届くと、審査が始まります。\n${list('ja')}`,
    },
    en: {
      subject: 'Your registration form has arrived',
      text:
        missing.length === 0
          ? 'Your form has arrived. The chamber will look at the papers and examine it.'
          : `Your form has arrived. Examination begins when the chamber has these papers:\n${list('en')}`,
    },
  };
}

/** Adds the mail to the caller's transaction. To a firm without an ID a new link goes in a mail of its own. */
export async function mailApplicantFirm(
  trx: Trx,
  ctx: OpenCtx,
  procedure: Pick<Procedure, 'chamberId' | 'procedureId' | 'mail' | 'accountId' | 'receiptNumber'>,
  mail: ProcedureMail,
): Promise<void> {
  const { chamberId, procedureId, accountId, receiptNumber } = procedure;
  const chamber = await getChamber(trx, chamberId);
  const { ja, en } = wordsOf(mail);
  const page = `${ctx.outside.base}/registration/forms/${procedureId}`;
  const byLink = accountId === null;
  const text = [
    `受付番号 ${receiptNumber ?? ''}`,
    ja.text,
    page,
    ...(byLink ? [`ページを開くには、別のメールでお送りするご案内(${linkHours}時間有効)をお使いください。`] : []),
    `${chamber.nameJa}\n${chamber.telephone}\n${chamber.mail}`,
    '—',
    `Receipt number ${receiptNumber ?? ''}`,
    en.text,
    page,
    ...(byLink ? [`To open it, use the link in the other mail (good for ${linkHours} hours).`] : []),
    chamber.nameEn,
  ].join('\n\n');
  await mailPlain(trx, ctx, {
    to: procedure.mail,
    subject: `【${receiptNumber ?? ''}】${ja.subject} / ${en.subject}`,
    text,
  });
  if (byLink) await mailProcedureLink(trx, ctx, procedure);
}
