// A code that works once: with it the holder of an ID chooses the password, so that nobody else ever knows one. It is
// mailed, or shown once to whoever hands it over. Only its SHA-256 is kept.
import { randomBytes } from 'node:crypto';
import { appendEvent } from '../audit/events.ts';
import { getChamber } from '../chambers/store.ts';
import { type Db, inInstallation, type Trx } from '../lib/db.ts';
import { hashSecret } from '../lib/ids.ts';
import { Refusal } from '../lib/refusal.ts';
import type { Account } from './account.ts';
import { type Actor, byOf, type OpenCtx } from './context.ts';
import { type LinkPurpose, linkCodeLength, linkCodeOf, linkLengthMs } from './link-code.ts';
import { deleteOldLinks, deleteUnusedLinks, insertLink } from './one-time-links-store.ts';
import { passwordLinkMail } from './password-mails.ts';
import { mailSealed } from './sealed-mail.ts';
import { lockAccount } from './store.ts';

/** `actor`: who causes it; left out, the system does. */
export type LinkCtx = Pick<OpenCtx, 'now' | 'jobs' | 'outside'> & { actor?: Actor };
type Of = Pick<Account, 'chamberId' | 'accountId' | 'status' | 'role' | 'nameJa' | 'nameEn' | 'mail'>;

/** A new code for this ID. Ends the older ones. Refuses `conflict` for an ID that has ended. */
export async function makeLink(
  trx: Trx,
  ctx: Pick<LinkCtx, 'now'>,
  account: Pick<Of, 'chamberId' | 'accountId' | 'status'>,
  purpose: LinkPurpose,
): Promise<{ code: string; endsAt: Date }> {
  if (account.status !== 'active') throw new Refusal('conflict');
  const { chamberId, accountId } = account;
  const code = linkCodeOf(randomBytes(linkCodeLength));
  const endsAt = new Date(ctx.now.getTime() + linkLengthMs[purpose]);
  await lockAccount(trx, account);
  await deleteUnusedLinks(trx, account);
  await insertLink(trx, hashSecret(code), { chamberId, accountId, madeAt: ctx.now, endsAt });
  return { code, endsAt };
}

/**
 * Makes a code and mails it to the ID's own address, in the caller's transaction. The mail holds neither the ID nor a
 * password. Refuses `conflict` for an ID that has ended.
 */
export async function sendPasswordLink(trx: Trx, ctx: LinkCtx, account: Of, purpose: LinkPurpose): Promise<void> {
  const { code, endsAt } = await makeLink(trx, ctx, account, purpose);
  const chamber = await getChamber(trx, account.chamberId);
  // Behind `#`: a browser sends that part to no server, so that the code is in no log, and who fetches links for safety's
  // sake uses nothing up.
  const page = `${ctx.outside.base}/link`;
  const mail = passwordLinkMail(account, chamber, { purpose, page, link: `${page}#${code}`, code, endsAt });
  await mailSealed(trx, ctx, { to: account.mail, ...mail });
  await tell(trx, ctx, account, 'send_password_link', purpose, endsAt);
}

/** Makes a code for whoever hands it over: shown once, never again. Refuses `conflict` for an ID that has ended. */
export async function handOverLink(
  trx: Trx,
  ctx: Pick<LinkCtx, 'now' | 'actor'>,
  account: Pick<Of, 'chamberId' | 'accountId' | 'status'>,
  purpose: LinkPurpose,
): Promise<{ code: string; endsAt: Date }> {
  const made = await makeLink(trx, ctx, account, purpose);
  await tell(trx, ctx, account, 'hand_over_password_link', purpose, made.endsAt);
  return made;
}

function tell(
  trx: Trx,
  ctx: Pick<LinkCtx, 'now' | 'actor'>,
  { chamberId, accountId }: Pick<Of, 'chamberId' | 'accountId'>,
  action: 'send_password_link' | 'hand_over_password_link',
  purpose: LinkPurpose,
  endsAt: Date,
): Promise<void> {
  const by = ctx.actor ? byOf(ctx.actor) : ({ kind: 'system' } as const);
  return appendEvent(trx, {
    ...{ chamberId, at: ctx.now, by, subject: 'account', subjectId: accountId },
    ...{ action, detail: { purpose, ends_at: endsAt.toISOString() } },
  });
}

/** Forgets links a month after their end: the events keep what an auditor needs. */
export function sweepLinks(db: Db, now: Date): Promise<number> {
  return inInstallation(db, (trx) => deleteOldLinks(trx, new Date(now.getTime() - 30 * 24 * 3_600_000)));
}
