// 新規登録・登録切替 begin without an ID, by a mail with a link; 登録更新・登録変更 by the administrator ID.
import type { Actor, OpenCtx } from '../../accounts/context.ts';
import { requireAct } from '../../accounts/rights.ts';
import { appendEvent } from '../../audit/events.ts';
import { addDays, dayInJapan } from '../../lib/clock.ts';
import { inChamber, isDuplicate, type Trx } from '../../lib/db.ts';
import { newId } from '../../lib/ids.ts';
import { type FieldProblem, Refusal } from '../../lib/refusal.ts';
import { ContentSignatory, emptyRegistrationContent, type RegistrationContent } from '../content.ts';
import { findPaperRegistration, type PaperRegistration } from '../register/paper-register-store.ts';
import type { Registration, Signatory } from '../registration.ts';
import { getRegisteredForm, getRegistration, listSignatories } from '../store.ts';
import { type Applicant, byApplicant } from './applicant.ts';
import { mailProblems } from './content-rules.ts';
import { formKeptDays, type Procedure, type ProcedureKind, renewalOpensDays } from './procedure.ts';
import { mailProcedureLink } from './procedure-links.ts';
import { findOpenProcedureOf, insertProcedure, listOpenFormsOfMail } from './procedures-store.ts';
import { requireInTimeToRenew } from './renewal-time.ts';
import { findNewestRules } from './rules-text-store.ts';

const day = 86_400_000;
const problem = (field: string, ja: string, en: string): FieldProblem => ({ field, ja, en });
const refused = (...fields: FieldProblem[]): Refusal => new Refusal('invalid', { fields });

export type Agreement = {
  /** 認証規程・罰則規程 were read and agreed to. */
  agreed: boolean;
  /** The version that stood on the page. */
  rulesVersion: number;
};

/** Refuses `invalid` without agreement, and for a text that is not the newest: somebody agrees to what he has read. */
async function requireAgreement(trx: Trx, chamberId: string, { agreed, rulesVersion }: Agreement): Promise<number> {
  const newest = await findNewestRules(trx, chamberId);
  if (!newest)
    throw refused(
      problem(
        '',
        'この商工会議所では、オンラインでの登録をまだ受け付けていません。',
        'This chamber does not take registrations online yet.',
      ),
    );
  if (!agreed)
    throw refused(
      problem(
        'agreed',
        '規程をお読みのうえ、同意するにチェックを入れてください。',
        'Please read the rules and tick that you agree.',
      ),
    );
  if (rulesVersion !== newest.version)
    throw refused(
      problem(
        'agreed',
        '規程が改められました。新しい規程をお読みください。',
        'The rules have changed. Please read the new text.',
      ),
    );
  return newest.version;
}

export type StartByMail = Agreement & {
  chamberId: string;
  mail: string;
  kind: Extract<ProcedureKind, 'new' | 'switch'>;
  /** Switch: the number of the paper registration. */
  paperNumber?: string;
};

/**
 * Begins a registration and mails its link: the address is proven by coming back with it. Refuses `invalid` at `mail`,
 * `agreed`, `paperNumber`; `too_many` is the caller's to say, who knows where a request comes from.
 */
export async function startByMail(ctx: OpenCtx, input: StartByMail): Promise<void> {
  const mail = input.mail.trim();
  const problems = mailProblems('mail', mail);
  if (problems.length > 0) throw refused(...problems);
  await inChamber(ctx.db, input.chamberId, async (trx) => {
    const rulesVersion = await requireAgreement(trx, input.chamberId, input);
    const paper = input.kind === 'switch' ? await switchable(trx, ctx.now, input) : undefined;
    const content = emptyRegistrationContent();
    const procedure = begun(ctx.now, {
      ...{ chamberId: input.chamberId, kind: input.kind, mail, rulesVersion },
      content: { ...(paper ? contentOfPaper(paper) : content), contact: { ...content.contact, mail } },
      paperRegistrationId: paper?.paperRegistrationId ?? null,
    });
    await insertBegun(trx, procedure, {
      kind: 'link',
      chamberId: procedure.chamberId,
      procedureId: procedure.procedureId,
    });
    await mailProcedureLink(trx, ctx, procedure);
  });
}

/** Refuses `invalid` for a number that the register does not have, that has run out, or was switched already. */
async function switchable(trx: Trx, now: Date, input: StartByMail): Promise<PaperRegistration> {
  const number = (input.paperNumber ?? '').normalize('NFKC').trim();
  const paper = await findPaperRegistration(trx, input.chamberId, number);
  if (!paper || paper.registrationId !== null)
    throw refused(
      problem(
        'paperNumber',
        '切り替えられる登録が、この番号にはありません。登録証の番号を確かめるか、商工会議所にお問い合わせください。',
        'No registration that can be switched has this number. Check it on your certificate, or ask the chamber.',
      ),
    );
  if (paper.validUntil < dayInJapan(now))
    throw refused(
      problem(
        'paperNumber',
        'この登録の有効期間は終わっています。新規登録を選んでください。',
        'This registration has ended. Please choose a new registration.',
      ),
    );
  return paper;
}

/**
 * What the paper register knows of the firm, so that nobody types it twice. Not its signatories: whoever knows a number has not
 * shown that he is that firm, and persons are not told to strangers. The desk sees both side by side.
 */
function contentOfPaper(paper: PaperRegistration): RegistrationContent {
  return {
    ...emptyRegistrationContent(),
    ...{ nameJa: paper.nameJa, nameEn: paper.nameEn, corporateNumber: paper.corporateNumber ?? '' },
    legalForm: paper.corporateNumber === null ? '' : 'corporation',
  };
}

/**
 * The link once more, for every form of this address that still waits for its firm. Always the same answer: who asks
 * does not learn whether there is one.
 */
export async function mailLinksAgain(ctx: OpenCtx, input: { chamberId: string; mail: string }): Promise<void> {
  await inChamber(ctx.db, input.chamberId, async (trx) => {
    for (const one of await listOpenFormsOfMail(trx, input.chamberId, input.mail.trim()))
      await mailProcedureLink(trx, ctx, one);
  });
}

/**
 * Begins 登録更新 or 登録変更 with what is registered today. Refuses `conflict` while another procedure of the firm is open,
 * `invalid` for a renewal that comes too early or too late, or a registration that has ended for good.
 */
export async function startByAdministrator(
  ctx: OpenCtx & { actor: Actor },
  input: Agreement & { kind: Extract<ProcedureKind, 'renewal' | 'change'> },
): Promise<Procedure> {
  const { actor, now } = ctx;
  requireAct(actor, 'registration.request');
  const { chamberId, registrationId } = actor;
  if (registrationId === null) throw new Refusal('not_allowed');
  try {
    return await inChamber(ctx.db, chamberId, async (trx) => {
      const registration = await getRegistration(trx, chamberId, registrationId);
      requireStartable(registration, input.kind, dayInJapan(now));
      const rulesVersion = await requireAgreement(trx, chamberId, input);
      if (await findOpenProcedureOf(trx, chamberId, registrationId)) throw new Refusal('conflict');
      const signatories = await listSignatories(trx, chamberId, registrationId);
      const form = (await getRegisteredForm(trx, chamberId, registrationId)) ?? emptyRegistrationContent();
      const procedure = begun(now, {
        ...{ chamberId, kind: input.kind, mail: actor.mail, rulesVersion, registrationId },
        accountId: actor.accountId,
        content: contentOfRegistration(registration, form, signatories, now),
      });
      await insertBegun(trx, procedure, { kind: 'administrator', actor });
      return procedure;
    });
  } catch (error) {
    // Two tabs at once: the database allows one open procedure of a registration.
    if (isDuplicate(error)) throw new Refusal('conflict', { cause: error });
    throw error;
  }
}

function requireStartable(registration: Registration, kind: ProcedureKind, today: string): void {
  if (registration.sanctioned.struckOff || registration.status === 'struck_off' || registration.status === 'ended')
    throw refused(
      problem(
        '',
        'この貿易登録は終了しているため、手続きできません。',
        'This registration has ended; nothing can be requested.',
      ),
    );
  requireInTimeToRenew(registration, today);
  const opens = addDays(registration.validUntil, -renewalOpensDays);
  if (kind === 'renewal' && today < opens)
    throw refused(
      problem(
        '',
        `更新の手続きは、有効期間の終わる${renewalOpensDays}日前(${opens})から始められます。`,
        `Renewal opens ${renewalOpensDays} days before the last day of validity (${opens}).`,
      ),
    );
  if (kind === 'change' && today > registration.validUntil)
    throw refused(
      problem(
        '',
        '有効期間が終わっています。登録更新の手続きをしてください。',
        'It has expired. Please request a renewal instead.',
      ),
    );
}

/** What is registered today, as a form to change. */
function contentOfRegistration(
  registration: Registration,
  form: RegistrationContent,
  signatories: readonly Signatory[],
  now: Date,
): RegistrationContent {
  const known = new Map(form.signatories.map((one) => [one.signatoryId, one]));
  return {
    ...form,
    ...{ kind: registration.kind, legalForm: registration.legalForm, memberClass: registration.memberClass },
    corporateNumber: registration.corporateNumber ?? '',
    ...{ nameJa: registration.nameJa, nameEn: registration.nameEn },
    ...{ addressEn: registration.addressEn, placeEn: registration.placeEn },
    signatories: signatories
      .filter((one) => one.status === 'active')
      .map((one) => {
        const sha256 = one.signatureSha256?.toString('hex') ?? '';
        return ContentSignatory.parse({
          ...known.get(one.signatoryId),
          key: newId(now),
          ...{ signatoryId: one.signatoryId, nameJa: one.nameJa, nameEn: one.nameEn, titleEn: one.titleEn },
          ...{ signatureSha256: sha256, withoutSignature: sha256 === '' },
        });
      }),
  };
}

type Beginning = Pick<Procedure, 'chamberId' | 'kind' | 'mail' | 'rulesVersion' | 'content'> &
  Partial<Pick<Procedure, 'registrationId' | 'paperRegistrationId' | 'accountId'>>;

function begun(now: Date, of: Beginning): Procedure {
  return {
    ...{ registrationId: null, paperRegistrationId: null, accountId: null, ...of },
    ...{ procedureId: newId(now), status: 'draft', receiptNumber: null, agreedAt: now, version: 1, round: 0 },
    ...{
      claimedBy: null,
      claimedAt: null,
      feeYen: null,
      feePaid: null,
      feeMemberClass: null,
      feeReturnedAt: null,
      submittedAt: null,
      acceptedOn: null,
    },
    ...{ keptUntil: new Date(now.getTime() + formKeptDays * day), createdAt: now, changedAt: now },
  };
}

async function insertBegun(trx: Trx, procedure: Procedure, applicant: Applicant): Promise<void> {
  const { chamberId, procedureId, createdAt, kind, rulesVersion } = procedure;
  await insertProcedure(trx, procedure);
  await appendEvent(trx, {
    ...{ chamberId, at: createdAt, by: byApplicant(applicant), subject: 'procedure', subjectId: procedureId },
    ...{ action: 'start', to: 'draft', detail: { kind, rules: rulesVersion } },
  });
}
