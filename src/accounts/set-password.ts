// What every new password goes through, however it is chosen: the rules before, and what follows from it.

import { appendEvent, type By } from '../audit/events.ts';
import { getChamber } from '../chambers/store.ts';
import type { Trx } from '../lib/db.ts';
import { Refusal } from '../lib/refusal.ts';
import type { Account } from './account.ts';
import { deleteClientLink } from './client-links-store.ts';
import type { OpenCtx } from './context.ts';
import { deleteUnusedLinks } from './one-time-links-store.ts';
import { passwordChangedMail } from './password-mails.ts';
import { contextWords, passwordFault } from './password-rules.ts';
import { passwordFaultWords } from './password-words.ts';
import { findFirmNames, updatePasswordHash } from './passwords-store.ts';
import { mailPlain } from './plain-mail.ts';
import { endSessions } from './sessions-store.ts';
import { deleteStepsOf } from './sign-in-steps-store.ts';

/** Words that strangers connect with this ID. */
export async function knownOf(trx: Trx, account: Account): Promise<string[]> {
  const { chamberId, registrationId } = account;
  const chamber = await getChamber(trx, chamberId);
  const firm = registrationId === null ? [] : await findFirmNames(trx, chamberId, registrationId);
  return contextWords([
    ...[account.loginId, chamberId, account.nameJa, account.nameEn, account.mail],
    ...[...firm, chamber.nameJa, chamber.nameEn],
  ]);
}

/** Refuses `invalid` at `field` where the password is not good enough. @param known by `knownOf` */
export function requireGoodPassword(password: string, known: readonly string[], field: string): void {
  const fault = passwordFault(password, known);
  if (fault) throw new Refusal('invalid', { fields: [{ field, ...passwordFaultWords(fault, password) }] });
}

/**
 * Writes it, ends the ID's one-time links and its sessions, takes it out of those that one switches among (who links it again
 * gives the new password), and tells the ID's own address. The ID's keys for programs stay:
 * a program that fails at night because somebody changed a password helps nobody, and the holder sees them all.
 * @param but.keep the session in which one changes it oneself stays
 */
export async function setPassword(
  trx: Trx,
  ctx: Pick<OpenCtx, 'now' | 'jobs' | 'outside'>,
  account: Account,
  hash: string,
  { by, action, keep }: { by: By; action: 'choose_password' | 'change_password'; keep?: string },
): Promise<void> {
  const { chamberId, accountId } = account;
  await updatePasswordHash(trx, account, hash);
  await deleteUnusedLinks(trx, account);
  await deleteClientLink(trx, account);
  await deleteStepsOf(trx, account);
  const sessions = await endSessions(trx, {
    ...{ chamberId, accountId, at: ctx.now },
    ...(keep === undefined ? {} : { except: keep }),
  });
  await appendEvent(trx, {
    ...{ chamberId, at: ctx.now, by, subject: 'account', subjectId: accountId },
    ...{ action, detail: { sessions } },
  });
  const chamber = await getChamber(trx, chamberId);
  await mailPlain(trx, ctx, { to: account.mail, ...passwordChangedMail(account, chamber, ctx.now) });
}
