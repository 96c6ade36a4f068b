import type { Trx } from '../lib/db.ts';
import { newId } from '../lib/ids.ts';
import type { OpenCtx } from './context.ts';

/** Adds a mail without a secret to the caller's transaction; one with a secret goes by `mailSealed`. */
export async function mailPlain(
  trx: Trx,
  ctx: Pick<OpenCtx, 'jobs' | 'outside' | 'now'>,
  mail: { to: string; subject: string; text: string },
): Promise<void> {
  await ctx.jobs.add(trx, 'send-mail', { ...mail, messageId: newMessageId(ctx) });
}

/** Made once for a mail, so that a mail that is sent twice is known to be the same. */
export const newMessageId = ({ outside, now }: Pick<OpenCtx, 'outside' | 'now'>): string =>
  `${newId(now)}@${new URL(outside.base).hostname}`;
