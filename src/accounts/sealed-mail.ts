// A mail with a secret in it waits encrypted: who reads the table of jobs, or a backup of it, reads no code.
import type { Trx } from '../lib/db.ts';
import type { Vault } from '../lib/vault.ts';
import type { OpenCtx } from './context.ts';
import { newMessageId } from './plain-mail.ts';

/** As the job carries it; `sealed` in base64. */
export type SealedMail = { to: string; subject: string; sealed: string; messageId: string };

const belongsTo = (messageId: string): string => `mail ${messageId}`;

/** Adds the mail to the caller's transaction. Its subject and address are not sealed. */
export async function mailSealed(
  trx: Trx,
  ctx: Pick<OpenCtx, 'jobs' | 'outside' | 'now'>,
  { to, subject, text }: { to: string; subject: string; text: string },
): Promise<void> {
  const messageId = newMessageId(ctx);
  const sealed = ctx.outside.vault.seal(Buffer.from(text), belongsTo(messageId)).toString('base64');
  await ctx.jobs.add(trx, 'send-sealed-mail', { to, subject, sealed, messageId });
}

/** The mail as it is sent. Throws when it was sealed by another installation's key. */
export function openMail(
  vault: Vault,
  { to, subject, sealed, messageId }: SealedMail,
): { to: string; subject: string; text: string; messageId: string } {
  const text = vault.open(Buffer.from(sealed, 'base64'), belongsTo(messageId)).toString();
  return { to, subject, text, messageId };
}
