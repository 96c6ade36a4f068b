// Which firm an actor applies for, and which applications are his.
import type { Actor } from '../accounts/context.ts';
import { type Act, requireAct } from '../accounts/rights.ts';
import { dayInJapan } from '../lib/clock.ts';
import type { Trx } from '../lib/db.ts';
import { isId } from '../lib/ids.ts';
import { Refusal } from '../lib/refusal.ts';
import {
  isSuspended,
  type Registration,
  type Signatory,
  type Standing,
  type SubId,
  type SubMay,
  standingOf,
} from '../registrations/registration.ts';
import {
  findSignatoryOfAccount,
  getLivingSignatory,
  getRegistration,
  getSignatory,
  listSignatoryIds,
  listSucceeded,
} from '../registrations/store.ts';
import { requireAgent } from '../registrations/sub-ids/agents.ts';
import { findSubId } from '../registrations/sub-ids/sub-ids-store.ts';
import { type Application, type ApplicationRow, isChangeable } from './application.ts';
import { type Cases, isAmong } from './cases-store.ts';
import { isOpenToFirm } from './lifecycle.ts';
import { getApplication, getApplicationRow, type Reading } from './store.ts';

export type Firm = { signatory: Signatory; registration: Registration };

/** The signatory under whose name an ID works, and the firm. Refuses `not_allowed` for an ID that makes no applications. */
export async function firmOf(trx: Trx, actor: Actor, now: Date): Promise<Firm> {
  const signatory = await signatoryOf(trx, actor, now);
  return { signatory, registration: await getRegistration(trx, actor.chamberId, signatory.registrationId) };
}

async function signatoryOf(trx: Trx, actor: Actor, now: Date): Promise<Signatory> {
  const { chamberId, accountId, role } = actor;
  if (role === 'sub') return getSignatory(trx, chamberId, (await subIdOf(trx, actor, now)).signatoryId);
  const signatory = role === 'user' ? await findSignatoryOfAccount(trx, chamberId, accountId) : undefined;
  if (!signatory) throw new Refusal('not_allowed');
  return signatory;
}

/** Refuses `not_allowed` when its last day is over, or the agent whose clerk holds it is registered as one no more. */
async function subIdOf(trx: Trx, { chamberId, accountId }: Actor, now: Date): Promise<SubId> {
  const sub = await findSubId(trx, chamberId, accountId);
  if (!sub || (sub.validUntil !== null && sub.validUntil < dayInJapan(now))) throw new Refusal('not_allowed');
  await requireAgent(trx, sub, dayInJapan(now));
  return sub;
}

/** What firms do with applications: those acts of the table that name whose they are. */
export type CaseAct = Extract<Act, `application.${string}` | `payment.${string}` | `paper.${string}`>;

/** What a sub ID does only where its signatory lets it; any other ID by the table of rights alone. */
export const subMayOf: Partial<Record<CaseAct, SubMay>> = { 'application.submit': 'submit', 'payment.pay': 'pay' };

/** With which applications this ID may do it. Refuses `not_allowed`. */
export async function casesFor(trx: Trx, actor: Actor, act: CaseAct, now: Date): Promise<Cases> {
  const { chamberId, accountId, registrationId } = actor;
  const scope = requireAct(actor, act);
  if (registrationId === null) throw new Refusal('not_allowed');
  if (scope === 'own') {
    const [sub, needed] = [await subIdOf(trx, actor, now), subMayOf[act]];
    if (needed && !sub.may.includes(needed)) throw new Refusal('not_allowed');
    return { chamberId, accountId };
  }
  const all =
    scope === 'firm' || (scope === 'shared' && (await getRegistration(trx, chamberId, registrationId)).usersSeeAll);
  if (all) return { chamberId, signatoryIds: await listSignatoryIds(trx, chamberId, registrationId) };
  const { signatoryId } = await signatoryOf(trx, actor, now);
  return { chamberId, signatoryIds: await listSucceeded(trx, chamberId, signatoryId) };
}

type Asking = { actor: Actor; now: Date };

/** An application with which the actor may do this, whole, with its own signatory. Refuses `not_found` for any other. */
export async function ownApplication(
  trx: Trx,
  { actor, now }: Asking,
  act: CaseAct,
  id: string,
  reading: Reading,
): Promise<Application & Firm> {
  const cases = await casesFor(trx, actor, act, now);
  if (!isId(id)) throw new Refusal('not_found');
  const application = await getApplication(trx, actor.chamberId, id, reading);
  return { ...application, ...(await firmBehind(trx, cases, application)) };
}

/** The same without the content. */
export async function ownRow(
  trx: Trx,
  { actor, now }: Asking,
  act: CaseAct,
  id: string,
  reading: Reading,
): Promise<ApplicationRow & Firm> {
  const cases = await casesFor(trx, actor, act, now);
  if (!isId(id)) throw new Refusal('not_found');
  const row = await getApplicationRow(trx, actor.chamberId, id, reading);
  return { ...row, ...(await firmBehind(trx, cases, row)) };
}

async function firmBehind(trx: Trx, cases: Cases, row: Omit<Application, 'content'>): Promise<Firm> {
  if (!isAmong(cases, row)) throw new Refusal('not_found');
  // What is still the firm's to submit will bear the signature of whoever has taken over; what was submitted keeps its own.
  const signing = isOpenToFirm(row.status) ? getLivingSignatory : getSignatory;
  return {
    signatory: await signing(trx, row.chamberId, row.signatoryId),
    registration: await getRegistration(trx, row.chamberId, row.registrationId),
  };
}

/** Refuses `conflict` when nobody of the firm may change it: it is with the chamber, waits for its signatory, or is over. */
export function requireOpen(application: Pick<Application, 'status' | 'preparedAt'>): void {
  if (!isChangeable(application)) throw new Refusal('conflict');
}

/** Refuses `invalid` when the signatory has left: nothing new is signed in that name. */
export function requireSigning({ signatory }: Pick<Firm, 'signatory'>): void {
  if (signatory.status === 'active') return;
  throw new Refusal('invalid', {
    fields: [
      {
        field: '',
        ja: `署名者 ${signatory.nameJa || signatory.nameEn} の登録は終了しているため、この署名では申請できません。複写して、登録のある署名者のIDで申請してください。`,
        en: `The registration of the signatory ${signatory.nameEn} has ended, so nothing is submitted with this signature. Copy it and apply with the ID of a registered signatory.`,
      },
    ],
  });
}

type Words = { ja: string; en: string };
const standingWords: Record<Exclude<Standing, 'good' | 'suspended'>, Words> = {
  not_yet: { ja: '貿易登録の有効期間がまだ始まっていません。', en: 'Your trade registration is not valid yet.' },
  expired: {
    ja: '貿易登録の有効期間が終わっています。登録を更新してから申請してください。認証済みの案件の支払いと印刷はできます。',
    en: 'Your trade registration has expired. Renew it before you apply. What is certified can still be paid and printed.',
  },
  ended: { ja: '貿易登録は終了しています。', en: 'Your trade registration has ended.' },
  struck_off: {
    ja: '貿易登録が抹消されているため、申請も認証もできません。処分をした商工会議所にお問い合わせください。',
    en: 'The trade registration is struck off: nothing is submitted or certified. Please ask the chamber that did it.',
  },
};
/** `day`: the last one. */
const suspendedWords = (day: string): Words => ({
  ja: `発給が停止されているため(${day} まで)、申請も認証もできません。処分をした商工会議所にお問い合わせください。`,
  en: `Issuance is suspended until ${day}: nothing is submitted or certified. Please ask the chamber that suspended it.`,
});

/** Refuses `invalid` with the reason when the firm's registration does not let it apply today. */
export function requireStanding(registration: Registration, now: Date): void {
  const standing = standingOf(registration, dayInJapan(now));
  if (standing === 'good') return;
  requireNotStopped(registration, now);
  if (standing !== 'suspended') throw new Refusal('invalid', { fields: [{ field: '', ...standingWords[standing] }] });
}

/** Refuses `invalid` where a sanction stops the firm's cases, whatever else is with its registration. */
export function requireNotStopped({ status, sanctioned }: Registration, now: Date): void {
  const refuse = (words: Words): never => {
    throw new Refusal('invalid', { fields: [{ field: '', ...words }] });
  };
  if (status === 'struck_off' || sanctioned.struckOff) refuse(standingWords.struck_off);
  if (isSuspended(sanctioned, dayInJapan(now))) refuse(suspendedWords(sanctioned.suspendedUntil ?? ''));
}
