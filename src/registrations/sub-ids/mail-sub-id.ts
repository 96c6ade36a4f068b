// What the holder of a new sub ID is told by mail: whose it is and where it is used. Never the ID itself: that the signatory
// tells, so that nobody who reads the mails has both halves of a sign-in. The link comes in a mail of its own.

import type { Account } from '../../accounts/account.ts';
import type { OpenCtx } from '../../accounts/context.ts';
import { mailPlain } from '../../accounts/plain-mail.ts';
import { getChamber } from '../../chambers/store.ts';
import type { Trx } from '../../lib/db.ts';
import type { Registration, Signatory } from '../registration.ts';
import { getRegistration } from '../store.ts';

/** Adds the mail to the caller's transaction. `agent`: whose clerk the holder is; null: the firm's own. */
export async function mailSubIdMade(
  trx: Trx,
  ctx: Pick<OpenCtx, 'jobs' | 'outside' | 'now'>,
  account: Pick<Account, 'chamberId' | 'nameJa' | 'nameEn' | 'mail'>,
  { signatory, agent }: { signatory: Signatory; agent: Pick<Registration, 'nameJa' | 'nameEn' | 'number'> | null },
): Promise<void> {
  const { chamberId } = account;
  const chamber = await getChamber(trx, chamberId);
  const firm = await getRegistration(trx, chamberId, signatory.registrationId);
  const page = `${ctx.outside.base}/sign-in`;
  const nameJa = signatory.nameJa || signatory.nameEn;
  const text = [
    `${account.nameJa} 様`,
    `${firm.nameJa} の署名者 ${nameJa} 様が、あなたのサブIDを作りました。サブIDでは、この署名者のサインで貿易関係証明の発給申請を準備できます。`,
    ...(agent ? [`代行業者 ${agent.nameJa}(貿易登録番号 ${agent.number})のご担当者としてお使いください。`] : []),
    'パスワードを決めるためのリンクは、別のメールでお送りします。サブIDそのものはメールに書かれていません。署名者からお聞きください。',
    `サインインの画面\n${page}\n商工会議所コード: ${chamberId}`,
    '心当たりがないときは、このメールは捨て、商工会議所にお知らせください。',
    `${chamber.nameJa}\n${chamber.telephone}\n${chamber.mail}`,
    '—',
    `Dear ${account.nameEn},`,
    `${signatory.nameEn}, a signatory of ${firm.nameEn}, has made a sub ID for you. With it you prepare applications for trade certificates, which bear this signatory's signature.`,
    ...(agent ? [`It is for a clerk of the agent ${agent.nameEn} (registration ${agent.number}).`] : []),
    'The link with which you choose your password comes in another mail. The sub ID itself stands in neither: ask the signatory for it.',
    `Where to sign in\n${page}\nChamber code: ${chamberId}`,
    'If you know nothing of it, throw this mail away and tell the chamber.',
    chamber.nameEn,
  ].join('\n\n');
  await mailPlain(trx, ctx, { to: account.mail, subject: 'サブIDが作られました / A sub ID was made for you', text });
}
