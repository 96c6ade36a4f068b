// 管理者ID再発行: for a firm that has lost the password and the mail address of its administrator ID, on sealed papers only.
import type { Account } from '../../accounts/account.ts';
import { byOf, type Ctx } from '../../accounts/context.ts';
import { endAccount } from '../../accounts/end-account.ts';
import { nextLoginId } from '../../accounts/next-login-id.ts';
import { sendPasswordLink } from '../../accounts/one-time-links.ts';
import { mailPlain } from '../../accounts/plain-mail.ts';
import { requireProven } from '../../accounts/proof.ts';
import { requireAct } from '../../accounts/rights.ts';
import { findAdministrator, insertAccount, lockAccount } from '../../accounts/store.ts';
import { appendEvent } from '../../audit/events.ts';
import { getChamber } from '../../chambers/store.ts';
import { dayInJapan } from '../../lib/clock.ts';
import { inChamber, type Trx } from '../../lib/db.ts';
import { isId, newId } from '../../lib/ids.ts';
import { Refusal } from '../../lib/refusal.ts';
import type { RegistrationContent } from '../content.ts';
import type { Procedure } from '../procedures/procedure.ts';
import { isOver } from '../procedures/procedure-lifecycle.ts';
import {
  findOpenProcedureOf,
  getProcedure,
  updateProcedureContent,
  updateProcedureMail,
} from '../procedures/procedures-store.ts';
import type { Registration } from '../registration.ts';
import { getRegisteredForm, getRegistration, updateRegistration } from '../store.ts';
import { endedMail, reissuedMail } from './reissue-mails.ts';
import { type Reissue, type ReissueInput, reissueProblems, sealCertificateOf } from './reissue-papers.ts';

/** What staff see before they do it. */
export type ReissueView = { registration: Registration; administrator: Account | null };

/** Refuses `not_found`. */
export async function readReissue(ctx: Ctx, registrationId: string): Promise<ReissueView> {
  requireAct(ctx.actor, 'desk.register');
  return inChamber(ctx.db, ctx.actor.chamberId, (trx) => viewOf(trx, ctx, registrationId));
}

async function viewOf(trx: Trx, { actor }: Ctx, registrationId: string): Promise<ReissueView> {
  if (!isId(registrationId)) throw new Refusal('not_found');
  const registration = await getRegistration(trx, actor.chamberId, registrationId);
  return { registration, administrator: (await findAdministrator(trx, actor.chamberId, registrationId)) ?? null };
}

/** Whether a registration still has somebody to administer it. */
export const isReissuable = ({ registration, administrator }: ReissueView): boolean =>
  administrator !== null && (registration.status === 'active' || registration.status === 'expired');

/** Whether it may be done as it is, for the page that asks once more. Refuses as `reissueAdministrator`. */
export async function checkReissue(ctx: Ctx, input: Reissue): Promise<ReissueView> {
  requireAct(ctx.actor, 'desk.register');
  requireProven(ctx);
  return inChamber(ctx.db, ctx.actor.chamberId, (trx) => requireReissuable(trx, ctx, input));
}

async function requireReissuable(
  trx: Trx,
  ctx: Ctx,
  input: Reissue,
): Promise<{ registration: Registration; administrator: Account }> {
  const view = await viewOf(trx, ctx, input.registrationId);
  const { registration, administrator } = view;
  if (!isReissuable(view) || administrator?.loginId !== input.formerId) throw new Refusal('conflict');
  const problems = reissueProblems(input, dayInJapan(ctx.now));
  if (problems.length > 0) throw new Refusal('invalid', { fields: problems });
  return { registration, administrator };
}

/**
 * Ends the administrator ID of a registration, with its sessions and keys, and makes a new one for the new contact, who
 * becomes the contact of the registration and of a procedure that is open. Both addresses are mailed; the link to the
 * password goes to the new one in a mail of its own. Refuses `invalid` with every place to mend, `conflict` when another ID
 * has taken its place or the registration has ended, `proof_needed`, `not_found`.
 */
export async function reissueAdministrator(ctx: Ctx, input: Reissue): Promise<{ loginId: string; formerId: string }> {
  const { actor, now } = ctx;
  requireAct(actor, 'desk.register');
  requireProven(ctx);
  return inChamber(ctx.db, actor.chamberId, async (trx) => {
    const open = await lockOpenProcedure(trx, actor.chamberId, input.registrationId);
    const { registration, administrator: former } = await requireReissuable(trx, ctx, input);
    const contact = trimmed(input.contact);
    await lockAccount(trx, former);
    const made = await successorOf(trx, ctx, former, contact);
    await writeContact(trx, ctx, registration, contact, open);
    await appendEvent(trx, {
      ...{ chamberId: actor.chamberId, at: now, by: byOf(actor), subject: 'registration' },
      ...{ subjectId: registration.registrationId, action: 'reissue_administrator' },
      detail: { ...papersOf(registration, input), former: former.loginId, loginId: made.loginId },
    });
    const chamber = await getChamber(trx, actor.chamberId);
    await mailPlain(trx, ctx, { to: former.mail, ...endedMail(chamber, registration) });
    await mailPlain(trx, ctx, { to: made.mail, ...reissuedMail(chamber, registration) });
    await sendPasswordLink(trx, ctx, made, 'first');
    return { loginId: made.loginId, formerId: former.loginId };
  });
}

type Contact = ReissueInput['contact'];

const trimmed = ({ departmentJa, nameJa, nameEn, telephone, mail }: Contact): Contact => ({
  ...{ departmentJa: departmentJa.trim(), nameJa: nameJa.trim(), nameEn: nameEn.trim() },
  ...{ telephone: telephone.trim(), mail: mail.trim() },
});

/** What was handed in, for the history: each paper with its way and day. The reason is the chamber's own. */
function papersOf({ legalForm }: Registration, { letter, certificate, reason }: ReissueInput) {
  return {
    ...{ papers: { reissue_letter: letter, [sealCertificateOf(legalForm)]: certificate } },
    note: reason.trim(),
  };
}

/** Locked first, as its acceptance does: else that would hand the new ID back to the contact whom its form names. */
async function lockOpenProcedure(trx: Trx, chamberId: string, registrationId: string): Promise<Procedure | undefined> {
  if (!isId(registrationId)) throw new Refusal('not_found');
  const open = await findOpenProcedureOf(trx, chamberId, registrationId);
  return open && getProcedure(trx, chamberId, open.procedureId, 'lock');
}

/** Ends the old one first: the database allows one for a registration. */
async function successorOf(trx: Trx, { actor, now }: Ctx, former: Account, contact: Contact): Promise<Account> {
  const { chamberId } = former;
  const loginId = await nextLoginId(trx, chamberId, 'administrator');
  const { nameJa, nameEn, mail } = contact;
  const made: Account = { ...former, ...{ nameJa, nameEn, mail }, accountId: newId(now), loginId };
  const by = byOf(actor);
  const detail = { because: 'reissued', successor: made.accountId };
  await endAccount(trx, former, { role: 'chamber', by, at: now, detail });
  await insertAccount(trx, { ...made, passwordHash: null }, now);
  await appendEvent(trx, {
    ...{ chamberId, at: now, by, subject: 'account', subjectId: made.accountId, action: 'make' },
    detail: { loginId, because: 'reissued', former: former.accountId },
  });
  return made;
}

async function writeContact(
  trx: Trx,
  { actor, now }: Ctx,
  registration: Registration,
  contact: Contact,
  open: Procedure | undefined,
): Promise<void> {
  const { chamberId, registrationId } = registration;
  const reached = (form: RegistrationContent): RegistrationContent => ({ ...form, contact });
  const form = await getRegisteredForm(trx, chamberId, registrationId);
  if (form) await updateRegistration(trx, registration, reached(form));
  if (open === undefined || isOver(open.status)) return;
  const of = { chamberId, procedureId: open.procedureId };
  await updateProcedureContent(trx, { ...of, at: now }, reached(open.content));
  await updateProcedureMail(trx, { ...of, mail: contact.mail });
  await appendEvent(trx, {
    ...{ chamberId, at: now, by: byOf(actor), subject: 'procedure', subjectId: open.procedureId },
    ...{ action: 'contact_reissued', detail: { before: open.content.contact.mail, after: contact.mail } },
  });
}
