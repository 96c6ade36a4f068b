import type { Account } from '../../accounts/account.ts';
import { byOf, type Ctx } from '../../accounts/context.ts';
import { nextLoginId } from '../../accounts/next-login-id.ts';
import { endSessions } from '../../accounts/sessions-store.ts';
import { findAdministrator, insertAccount, updateHolder } from '../../accounts/store.ts';
import { appendEvent } from '../../audit/events.ts';
import type { Trx } from '../../lib/db.ts';
import { newId } from '../../lib/ids.ts';
import type { RegistrationContent } from '../content.ts';
import type { Registration } from '../registration.ts';

/**
 * 管理者ID, one for each registration, bound to the contact's mail address. With the first contact it is made; where another
 * address takes over, the same ID passes to it: it is signed out everywhere and its password ends. `made`: who is to be
 * sent a link to choose a password.
 */
export async function putAdministrator(
  trx: Trx,
  ctx: Pick<Ctx, 'actor' | 'now'>,
  { chamberId, registrationId }: Registration,
  contact: RegistrationContent['contact'],
): Promise<{ loginId: string; made: Account[] }> {
  const { actor, now } = ctx;
  const holder = { nameJa: contact.nameJa.trim(), nameEn: contact.nameEn.trim(), mail: contact.mail.trim() };
  const before = await findAdministrator(trx, chamberId, registrationId);
  const event = { chamberId, at: now, by: byOf(actor), subject: 'account' } as const;
  if (!before) {
    const account: Account = {
      ...{ chamberId, accountId: newId(now), role: 'administrator' },
      loginId: await nextLoginId(trx, chamberId, 'administrator'),
      ...{ status: 'active', registrationId, ...holder, titleEn: '', rights: [] },
    };
    await insertAccount(trx, { ...account, passwordHash: null }, now);
    await appendEvent(trx, {
      ...event,
      subjectId: account.accountId,
      action: 'make',
      detail: { loginId: account.loginId },
    });
    return { loginId: account.loginId, made: [account] };
  }
  if (before.nameJa === holder.nameJa && before.nameEn === holder.nameEn && before.mail === holder.mail)
    return { loginId: before.loginId, made: [] };
  const passes = before.mail.toLowerCase() !== holder.mail.toLowerCase();
  await updateHolder(trx, { ...before, ...holder, forgetPassword: passes });
  if (passes) await endSessions(trx, { chamberId, accountId: before.accountId, at: now });
  await appendEvent(trx, {
    ...{ ...event, subjectId: before.accountId, action: passes ? 'pass_on' : 'rename' },
    detail: { before: { nameJa: before.nameJa, nameEn: before.nameEn, mail: before.mail }, after: holder },
  });
  return { loginId: before.loginId, made: passes ? [{ ...before, ...holder }] : [] };
}
