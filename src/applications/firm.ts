// Which firm an actor applies for, and which applications are his.
import type { Actor } from '../accounts/context.ts';
import { dayInJapan } from '../lib/clock.ts';
import type { Trx } from '../lib/db.ts';
import { isId } from '../lib/ids.ts';
import { Refusal } from '../lib/refusal.ts';
import { type Registration, type Signatory, type Standing, standingOf } from '../registrations/registration.ts';
import { findSignatoryOfAccount, getRegistration } from '../registrations/store.ts';
import type { Application, ApplicationRow } from './application.ts';
import { isOpenToFirm } from './lifecycle.ts';
import { getApplication, getApplicationRow, type Reading } from './store.ts';

export type Firm = { signatory: Signatory; registration: Registration };

/** The firm and signatory behind an ID. Refuses `not_allowed` for an ID that is no signatory's. */
export async function firmOf(trx: Trx, actor: Actor): Promise<Firm> {
  const signatory = await findSignatoryOfAccount(trx, actor.chamberId, actor.accountId);
  if (!signatory) throw new Refusal('not_allowed');
  return { signatory, registration: await getRegistration(trx, actor.chamberId, signatory.registrationId) };
}

/** An application of the actor's own signatory, whole. Refuses `not_found` for any other. */
export async function ownApplication(
  trx: Trx,
  actor: Actor,
  id: string,
  reading: Reading,
): Promise<Application & Firm> {
  const firm = await firmOf(trx, actor);
  if (!isId(id)) throw new Refusal('not_found');
  const application = await getApplication(trx, actor.chamberId, id, reading);
  if (application.signatoryId !== firm.signatory.signatoryId) throw new Refusal('not_found');
  return { ...application, ...firm };
}

/** The same without the content. */
export async function ownRow(trx: Trx, actor: Actor, id: string, reading: Reading): Promise<ApplicationRow & Firm> {
  const firm = await firmOf(trx, actor);
  if (!isId(id)) throw new Refusal('not_found');
  const row = await getApplicationRow(trx, actor.chamberId, id, reading);
  if (row.signatoryId !== firm.signatory.signatoryId) throw new Refusal('not_found');
  return { ...row, ...firm };
}

/** Refuses `conflict` when the firm may not change it any more: it is with the chamber, or over. */
export function requireOpen(application: Pick<Application, 'status'>): void {
  if (!isOpenToFirm(application.status)) throw new Refusal('conflict');
}

const standingWords: Record<Exclude<Standing, 'good'>, { ja: string; en: string }> = {
  not_yet: { ja: '貿易登録の有効期間がまだ始まっていません。', en: 'Your trade registration is not valid yet.' },
  expired: {
    ja: '貿易登録の有効期間が終わっています。登録を更新してから申請してください。認証済みの案件の支払いと印刷はできます。',
    en: 'Your trade registration has expired. Renew it before you apply. What is certified can still be paid and printed.',
  },
  ended: { ja: '貿易登録は終了しています。', en: 'Your trade registration has ended.' },
  struck_off: {
    ja: '貿易登録が抹消されているため、申請できません。',
    en: 'Your trade registration was struck off; you cannot apply.',
  },
  suspended: {
    ja: '発給が停止されている期間のため、申請できません。商工会議所にお問い合わせください。',
    en: 'Issuance to your firm is suspended at present. Please ask the chamber.',
  },
};

/** Refuses `invalid` with the reason when the firm's registration does not let it apply today. */
export function requireStanding(registration: Registration, now: Date): void {
  const standing = standingOf(registration, dayInJapan(now));
  if (standing !== 'good') throw new Refusal('invalid', { fields: [{ field: '', ...standingWords[standing] }] });
}
