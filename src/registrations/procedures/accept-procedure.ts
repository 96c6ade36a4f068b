// 受理: the one moment at which a procedure touches the registration, its signatories and their IDs.
import { byOf, type Ctx } from '../../accounts/context.ts';
import { sendPasswordLink } from '../../accounts/one-time-links.ts';
import { advance } from '../../audit/advance.ts';
import { nextNumber } from '../../audit/counters-store.ts';
import { appendEvent } from '../../audit/events.ts';
import { addDays, addYears, dayInJapan } from '../../lib/clock.ts';
import { duplicateRule, inChamber, type Trx } from '../../lib/db.ts';
import { newId } from '../../lib/ids.ts';
import { type FieldProblem, Refusal } from '../../lib/refusal.ts';
import type { MemberClass, RegistrationContent } from '../content.ts';
import { getPaperRegistration, markSwitched } from '../register/paper-register-store.ts';
import { getRemarks, remarksAfter, updateRemarks } from '../register/remarks-store.ts';
import type { NewRegistration, Registration } from '../registration.ts';
import { registrationLifecycle } from '../registration-lifecycle.ts';
import {
  findRegistrationByNumber,
  findStandingRegistration,
  getRegisteredForm,
  getRegistration,
  insertRegistration,
  updateRegistration,
} from '../store.ts';
import { contentProblems, needsSignatures, plainDigits } from './content-rules.ts';
import { mailApplicantFirm } from './mail-procedure.ts';
import { type Procedure, validityYears } from './procedure.ts';
import { deskProcedure } from './procedure-desk.ts';
import { procedureLifecycle } from './procedure-lifecycle.ts';
import { allCame, papersOf } from './procedure-papers.ts';
import { requireNotStruckOff } from './procedure-sanctions.ts';
import { updateAccepted, updateProcedureClaim } from './procedures-store.ts';
import { putAdministrator } from './put-administrator.ts';
import { putSignatories } from './put-signatories.ts';
import { isTooLateToRenew } from './renewal-time.ts';

export type Acceptance = {
  procedureId: string;
  /** The submission that the actor has in front of him. */
  round: number;
  /** 会員区分, as the chamber finds it; the fee follows it. */
  memberClass: MemberClass;
};

/** What is to be paid is settled in the same transaction, or it throws; the room of payments knows how. Returns it as it is then. */
export type SettleFee = (trx: Trx, procedure: Procedure) => Promise<Procedure>;

export type Accepted = {
  registrationId: string;
  number: string;
  /** The administrator ID that stands on the 貿易登録証. */
  administratorId: string;
  /** User IDs that were made now. */
  userIds: string[];
};

const refused = (...fields: FieldProblem[]): Refusal => new Refusal('invalid', { fields });
const problem = (field: string, ja: string, en: string): FieldProblem => ({ field, ja, en });

/**
 * Accepts a procedure that is being examined. New and switch: the registration begins, with its number, administrator ID and
 * user IDs. Renewal: two more years from today. Change: what differs. Everybody with a new ID is mailed a link of his own to
 * choose the password; the firm is mailed the number. Refuses `conflict` when it is another round or a colleague's,
 * `invalid` while a paper or the fee is missing, when the form breaks a rule, or when the firm is registered already or struck off.
 */
export async function acceptProcedure(
  ctx: Ctx,
  input: Acceptance,
  settleFee: SettleFee = async (_, procedure) => procedure,
): Promise<Accepted> {
  const { actor, now } = ctx;
  try {
    return await inChamber(ctx.db, actor.chamberId, async (trx) => {
      const found = await deskProcedure(trx, ctx, input.procedureId, 'lock');
      if (found.round !== input.round || found.claimedBy !== actor.accountId) throw new Refusal('conflict');
      await requireAcceptable(trx, found);
      await requireNotStruckOff(trx, found, dayInJapan(now));
      const procedure = await settleFee(trx, found);
      requirePaid(procedure);
      const formBefore = await formBehind(trx, procedure);
      const registration = await putRegistration(trx, ctx, procedure, input.memberClass);
      const { chamberId, registrationId, number } = registration;
      const administrator = await putAdministrator(trx, ctx, registration, procedure.content.contact);
      const signing = needsSignatures(procedure.content) ? procedure.content.signatories : [];
      const { made, rows } = await putSignatories(trx, ctx, registration, signing);
      await updateRegistration(trx, registration, { ...procedure.content, signatories: rows });
      const remarks = await getRemarks(trx, chamberId, registrationId);
      await updateRemarks(trx, registration, remarksAfter(remarks, formBefore, procedure.content));
      const { procedureId } = procedure;
      await updateAccepted(trx, { chamberId, procedureId, registrationId, acceptedOn: dayInJapan(now) });
      await advance(trx, procedureLifecycle, {
        ...{ subject: 'procedure', chamberId, id: procedureId, from: procedure.status, action: 'accept', role: 'desk' },
        ...{ by: byOf(actor), at: now, detail: { registration: registrationId, number } },
      });
      await updateProcedureClaim(trx, { chamberId, procedureId, claim: null });
      await mailApplicantFirm(trx, ctx, procedure, { kind: 'accepted', registrationNumber: number });
      for (const account of [...administrator.made, ...made]) await sendPasswordLink(trx, ctx, account, 'first');
      return {
        ...{ registrationId, number, administratorId: administrator.loginId },
        userIds: made.map(({ loginId }) => loginId),
      };
    });
  } catch (error) {
    // 1つの法人に対して1つ: the database holds it, also against two at once.
    if (duplicateRule(error) === 'registration_standing')
      throw refused(
        problem(
          'corporateNumber',
          'この法人番号の登録が、この商工会議所にすでにあります。更新か変更の手続きをご案内ください。',
          'This corporate number is registered at this chamber already. It needs a renewal or a change.',
        ),
      );
    throw error;
  }
}

/** The form that stands in the register now; null: there is none yet. */
const formBehind = (trx: Trx, { chamberId, registrationId }: Procedure): Promise<RegistrationContent | null> =>
  registrationId === null ? Promise.resolve(null) : getRegisteredForm(trx, chamberId, registrationId);

async function requireAcceptable(trx: Trx, procedure: Procedure): Promise<void> {
  if (!procedureLifecycle.mayTake('accept', procedure.status, 'desk')) throw new Refusal('conflict');
  const problems = contentProblems(procedure.content);
  if (problems.length > 0) throw refused(...problems);
  if (!allCame(await papersOf(trx, procedure)))
    throw refused(problem('papers', 'まだ確認していない書類があります。', 'Some papers have not been ticked.'));
}

function requirePaid({ feeYen, feePaid }: Procedure): void {
  if ((feeYen ?? 0) > 0 && feePaid === null)
    throw refused(
      problem('feePaidAtCounter', '登録料のお支払いを確かめてください。', 'The registration fee has not been paid.'),
    );
}

/** What the accepted form says, in the columns of a registration. */
const told = (content: RegistrationContent, memberClass: MemberClass) =>
  ({
    ...{ nameJa: content.nameJa.trim(), nameEn: content.nameEn.trim(), addressEn: content.addressEn.trim() },
    ...{ placeEn: content.placeEn.trim(), memberClass },
    kind: content.kind === '' ? 'applicant' : content.kind,
    legalForm: content.legalForm === '' ? 'corporation' : content.legalForm,
    corporateNumber: content.legalForm === 'corporation' ? plainDigits(content.corporateNumber) : null,
  }) as const satisfies Partial<Registration>;

async function putRegistration(
  trx: Trx,
  ctx: Ctx,
  procedure: Procedure,
  memberClass: MemberClass,
): Promise<Registration> {
  const { kind, registrationId } = procedure;
  if (kind === 'new' || kind === 'switch') return begin(trx, ctx, procedure, memberClass);
  const before = await getRegistration(trx, procedure.chamberId, registrationId ?? '');
  if (before.status === 'ended' || before.status === 'struck_off') throw new Refusal('conflict');
  const today = dayInJapan(ctx.now);
  const validUntil = kind === 'renewal' ? lastDayFrom(today) : before.validUntil;
  await updateRegistration(trx, { ...before, ...told(procedure.content, memberClass), validUntil }, procedure.content);
  const { chamberId } = before;
  const by = byOf(ctx.actor);
  if (before.status === 'expired')
    await advance(trx, registrationLifecycle, {
      ...{ subject: 'registration', chamberId, id: before.registrationId, from: before.status, action: 'renew' },
      ...{ role: 'chamber', by, at: ctx.now, detail: { procedure: procedure.procedureId } },
    });
  await appendEvent(trx, {
    ...{ chamberId, at: ctx.now, by, subject: 'registration', subjectId: before.registrationId },
    action: kind === 'renewal' ? 'renewed' : 'changed',
    detail: { procedure: procedure.procedureId, validUntil, before: before.validUntil },
  });
  return getRegistration(trx, chamberId, before.registrationId);
}

/** 認証規程 第2条4項: two years from the day of acceptance, the last one the day before (2021-04-01 to 2023-03-31). */
export const lastDayFrom = (from: string): string => addDays(addYears(from, validityYears), -1);

/** 貿易登録番号: `9901-000002`, gapless; one that was given by hand is passed over. */
async function nextRegistrationNumber(trx: Trx, chamberId: string): Promise<string> {
  for (;;) {
    const serial = await nextNumber(trx, { chamberId, series: 'registration', year: 0 });
    const number = `${chamberId}-${String(serial).padStart(6, '0')}`;
    if (!(await findRegistrationByNumber(trx, chamberId, number))) return number;
  }
}

async function begin(trx: Trx, ctx: Ctx, procedure: Procedure, memberClass: MemberClass): Promise<Registration> {
  const { chamberId, content, paperRegistrationId } = procedure;
  const today = dayInJapan(ctx.now);
  // 登録切替 keeps the remaining term of the paper registration.
  const paper =
    paperRegistrationId === null ? undefined : await getPaperRegistration(trx, chamberId, paperRegistrationId);
  if (paper && paper.registrationId !== null) throw new Refusal('conflict');
  if (paper && paper.validUntil < today)
    throw refused(
      problem(
        'paperNumber',
        '紙の登録の有効期間が、手続きの間に終わりました。新規登録をご案内ください。',
        'The registration on paper has ended meanwhile. It needs a new registration.',
      ),
    );
  const registration: NewRegistration = {
    ...told(content, memberClass),
    ...{ chamberId, registrationId: newId(ctx.now), number: await nextRegistrationNumber(trx, chamberId) },
    ...{
      validFrom: today,
      validUntil: paper?.validUntil ?? lastDayFrom(today),
      status: 'active',
    },
    ...{ usersSeeAll: false, releaseRequired: false, paperNumber: paper?.number ?? null },
  };
  await endLapsedTwin(trx, ctx, registration);
  await insertRegistration(trx, registration, ctx.now, content);
  const { registrationId } = registration;
  if (paper) await markSwitched(trx, { chamberId, paperRegistrationId: paper.paperRegistrationId, registrationId });
  await appendEvent(trx, {
    ...{ chamberId, at: ctx.now, by: byOf(ctx.actor), subject: 'registration', subjectId: registrationId },
    ...{ action: paper ? 'switch' : 'begin', to: 'active' },
    detail: { procedure: procedure.procedureId, number: registration.number, validUntil: registration.validUntil },
  });
  return getRegistration(trx, chamberId, registrationId);
}

/**
 * What a firm had before it lapsed too long ago to renew ends, since a corporate number has one standing registration. A
 * sole trader has no number: there the chamber sees to it.
 */
async function endLapsedTwin(
  trx: Trx,
  ctx: Ctx,
  { chamberId, registrationId, corporateNumber }: NewRegistration,
): Promise<void> {
  if (corporateNumber === null) return;
  const twin = await findStandingRegistration(trx, chamberId, corporateNumber);
  if (twin?.status !== 'expired' || !isTooLateToRenew(twin.validUntil, dayInJapan(ctx.now))) return;
  await advance(trx, registrationLifecycle, {
    ...{ subject: 'registration', chamberId, id: twin.registrationId, from: twin.status, action: 'end' },
    ...{ role: 'chamber', by: byOf(ctx.actor), at: ctx.now, detail: { successor: registrationId } },
  });
}
