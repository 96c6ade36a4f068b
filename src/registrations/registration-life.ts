// What happens to a registration by the calendar: the firm is reminded before it ends, and it lapses.

import type { OpenCtx } from '../accounts/context.ts';
import { mailPlain } from '../accounts/plain-mail.ts';
import { findAdministrator } from '../accounts/store.ts';
import { advance } from '../audit/advance.ts';
import { appendEvent } from '../audit/events.ts';
import { getChamber, listChamberIds } from '../chambers/store.ts';
import { addDays, dayInJapan } from '../lib/clock.ts';
import { inChamber, inInstallation, type Trx } from '../lib/db.ts';
import { renewalOpensDays } from './procedures/procedure.ts';
import type { Registration } from './registration.ts';
import { listLapsing, listToRemind } from './registration-life-store.ts';
import { registrationLifecycle } from './registration-lifecycle.ts';
import { getRegistration } from './store.ts';

/** Days before the last one on which the firm is told; the fewest first, so that a late run tells once. */
export const reminderDays = [7, 30, 60] as const;

/** Once a day: reminds and lapses, in every chamber. Doing it twice does nothing more. Returns how many of each. */
export async function ageRegistrations(ctx: OpenCtx): Promise<{ reminded: number; lapsed: number }> {
  const today = dayInJapan(ctx.now);
  let [reminded, lapsed] = [0, 0];
  for (const chamberId of await inInstallation(ctx.db, listChamberIds)) {
    for (const days of reminderDays) {
      const due = { until: addDays(today, days), days };
      const ids = await inChamber(ctx.db, chamberId, (trx) => listToRemind(trx, chamberId, today, due));
      for (const id of ids) if (await remind(ctx, chamberId, id, days)) reminded += 1;
    }
    const over = await inChamber(ctx.db, chamberId, (trx) => listLapsing(trx, chamberId, today));
    for (const id of over) if (await lapse(ctx, chamberId, id)) lapsed += 1;
  }
  return { reminded, lapsed };
}

function remind(ctx: OpenCtx, chamberId: string, registrationId: string, days: number): Promise<boolean> {
  return inChamber(ctx.db, chamberId, async (trx) => {
    const registration = await getRegistration(trx, chamberId, registrationId);
    const { validUntil } = registration;
    // Said before, also when nobody can be mailed: tomorrow it would be the same.
    await appendEvent(trx, {
      ...{ chamberId, at: ctx.now, by: { kind: 'system' }, subject: 'registration', subjectId: registrationId },
      ...{ action: 'remind', detail: { days, validUntil } },
    });
    const administrator = await findAdministrator(trx, chamberId, registrationId);
    if (!administrator) return false;
    await mailReminder(trx, ctx, administrator, registration);
    return true;
  });
}

async function mailReminder(
  trx: Trx,
  ctx: OpenCtx,
  to: { mail: string; nameJa: string; nameEn: string },
  { chamberId, number, validUntil }: Registration,
): Promise<void> {
  const chamber = await getChamber(trx, chamberId);
  const opens = addDays(validUntil, -renewalOpensDays);
  const page = `${ctx.outside.base}/registration`;
  const text = [
    `${to.nameJa} 様`,
    `貿易登録(${number})の有効期間は ${validUntil} に終わります。`,
    `更新の手続きは ${opens} から、管理者IDで始められます。期間が過ぎると新しい発給申請ができなくなります(認証済みの案件のお支払いと印刷はできます)。`,
    page,
    `${chamber.nameJa}\n${chamber.telephone}\n${chamber.mail}`,
    '—',
    `Dear ${to.nameEn},`,
    `Your trade registration (${number}) is valid until ${validUntil}.`,
    `It can be renewed with the administrator ID from ${opens}. After the last day no new applications are possible; what is certified can still be paid and printed.`,
    page,
    chamber.nameEn,
  ].join('\n\n');
  await mailPlain(trx, ctx, {
    to: to.mail,
    subject: `貿易登録の有効期間のお知らせ / Your trade registration ends on ${validUntil}`,
    text,
  });
}

function lapse(ctx: OpenCtx, chamberId: string, registrationId: string): Promise<boolean> {
  return inChamber(ctx.db, chamberId, async (trx) => {
    const { status, validUntil } = await getRegistration(trx, chamberId, registrationId);
    if (status !== 'active' || validUntil >= dayInJapan(ctx.now)) return false; // renewed in the meantime
    await advance(trx, registrationLifecycle, {
      ...{ subject: 'registration', chamberId, id: registrationId, from: status, action: 'lapse', role: 'system' },
      ...{ by: { kind: 'system' }, at: ctx.now, detail: { validUntil } },
    });
    return true;
  });
}
