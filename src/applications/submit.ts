import { byOf, type Ctx } from '../accounts/context.ts';
import { advance } from '../audit/advance.ts';
import { nextNumber } from '../audit/counters-store.ts';
import { dayInJapan } from '../lib/clock.ts';
import { inChamber, type Trx } from '../lib/db.ts';
import { wordsProblem } from '../lib/plain-words.ts';
import { type FieldProblem, Refusal } from '../lib/refusal.ts';
import { needsExtraDocuments, type Registration } from '../registrations/registration.ts';
import type { Application } from './application.ts';
import { type Evidence, listEvidence } from './evidence-store.ts';
import { factsFor } from './facts.ts';
import type { Finding } from './finding.ts';
import { type Firm, ownApplication, ownRow, requireSigning, requireStanding } from './firm.ts';
import { formFor } from './forms/forms.ts';
import { missingEvidence } from './forms/needed.ts';
import { problemsOf } from './forms/problems.ts';
import { applicationLifecycle } from './lifecycle.ts';
import { requireVersion } from './save.ts';
import { updatePrepared, updateSubmitted } from './store.ts';
import { insertSubmission } from './submissions-store.ts';

export type Submitted = { receiptNumber: string; round: number };
export type ToSubmit = { applicationId: string; version?: number; whys?: Whys };
type Whys = Readonly<Record<string, string>>;

/** Everything that the rules say now about an application, what must be attached and is not included. */
export async function findingsOf(trx: Trx, application: Application & Firm, now: Date): Promise<Finding[]> {
  const { content, chamberId, applicationId } = application;
  const facts = await factsFor(trx, application, application.registration, now);
  const form = formFor(application.kind);
  const attached = await listEvidence(trx, chamberId, applicationId);
  return [
    ...problemsOf(application.kind, content, facts),
    ...missingEvidence(form.evidence(content, facts), attached),
    ...extraDocuments(application.registration, attached, dayInJapan(now)),
    ...(application.signatory.signatureSha256 === null ? [signatureMissing] : []),
  ];
}

/** 追加書類: a firm under this sanction adds a complementary document to every application (罰則規程). */
function extraDocuments({ sanctioned }: Registration, evidence: readonly Evidence[], today: string): Finding[] {
  if (!needsExtraDocuments(sanctioned, today) || evidence.some((one) => one.kind === 'other')) return [];
  const day = sanctioned.extraDocumentsUntil;
  return [
    {
      ...{ rule: 'extra-documents', level: 'block', place: 'invoice', path: 'invoice' },
      ja: `処分(追加書類)により、${day} までは、典拠インボイスのほかに補完書類(PDF)を1つ以上添付してください。`,
      en: `A sanction asks for additional documents until ${day}: attach at least one complementary document (PDF) beside the invoice.`,
    },
  ];
}

// サイン登録なし: such a signatory may prepare, not apply.
const signatureMissing: Finding = {
  ...{ rule: 'signature-registered', level: 'block', place: '9', path: 'declaration' },
  ja: 'このIDの署名者にはサインが登録されていません。サインを登録した署名者のIDで申請してください。',
  en: 'No signature is registered for this ID. Apply with the ID of a signatory whose signature is registered.',
};

/** What the rules say about the actor's own application as it is saved. */
export function checkApplication(ctx: Ctx, applicationId: string): Promise<Finding[]> {
  return inChamber(ctx.db, ctx.actor.chamberId, async (trx) =>
    findingsOf(trx, await ownApplication(trx, ctx, 'application.read', applicationId, 'look'), ctx.now),
  );
}

/**
 * Hands the application to the chamber: 発給申請. What stands there now is kept as this round's submission, with the
 * registered signature. Of what a sub ID prepared it is its signatory's release. Refuses `invalid` with every finding that
 * blocks, when the registration does not let the firm apply, and to a sub ID whose firm wants the signatory's release
 * (`prepareApplication` is its way); `conflict` when it is with the chamber already, waits for the signatory, or was changed
 * since the caller looked; `not_allowed` to a sub ID that may not submit. `whys`, by rule: what the applicant says of a
 * warning, for the examiner; of a rule that does not warn (any more) it is dropped.
 */
export async function submitApplication(ctx: Ctx, input: ToSubmit): Promise<Submitted> {
  const { actor } = ctx;
  const whys = whysOf(input.whys ?? {});
  return inChamber(ctx.db, actor.chamberId, async (trx) => {
    const application = await ownApplication(trx, ctx, 'application.submit', input.applicationId, 'lock');
    requireTurn(application, actor);
    if (actor.role === 'sub' && application.registration.releaseRequired) throw releaseFirst();
    requireVersion(application, input.version);
    return hand(trx, ctx, application, whys);
  });
}

/** Refuses `conflict` where it is not this ID's turn: the chamber's, nobody's, or, of what is prepared, the signatory's. */
export function requireTurn(application: Pick<Application, 'status' | 'preparedAt'>, actor: Ctx['actor']): void {
  if (!applicationLifecycle.mayTake('submit', application.status, 'firm')) throw new Refusal('conflict');
  if (actor.role === 'sub' && application.preparedAt !== null) throw new Refusal('conflict');
}

const releaseFirst = (): Refusal =>
  new Refusal('invalid', {
    fields: [
      {
        field: '',
        ja: 'この会社では、サブIDが準備した申請は署名者が申請します。署名者の確認へ回してください。',
        en: 'In this firm the signatory submits what a sub ID prepared. Ask the signatory for release instead.',
      },
    ],
  });

/**
 * Refuses `invalid` with every finding that blocks, and when firm or signatory may not apply today; what the rules say
 * beside, and the signature that will stand there, come back.
 */
export async function requireReady(
  trx: Trx,
  application: Application & Firm,
  now: Date,
): Promise<{ findings: Finding[]; signatureSha256: Buffer }> {
  requireStanding(application.registration, now);
  requireSigning(application);
  const findings = await findingsOf(trx, application, now);
  const blocking = findings.filter((finding) => finding.level === 'block');
  const { signatureSha256 } = application.signatory;
  if (blocking.length > 0 || signatureSha256 === null)
    throw new Refusal('invalid', { fields: blocking.map(fieldProblemOf) });
  return { findings, signatureSha256 };
}

/** Without those that are blank. Refuses `invalid` at `why.<rule>` what the examiner could not read. */
function whysOf(whys: Whys): ReadonlyMap<string, string> {
  const said = Object.entries(whys).flatMap(([rule, words]) =>
    words.trim() === '' ? [] : [[rule, words.trim()] as const],
  );
  const fields = said.flatMap(([rule, words]) => wordsProblem(`why.${rule}`, words) ?? []);
  if (fields.length > 0) throw new Refusal('invalid', { fields });
  return new Map(said);
}

function explained(finding: Finding, whys: ReadonlyMap<string, string>): Finding {
  const why = whys.get(finding.rule);
  return why === undefined || finding.level !== 'warn' ? finding : { ...finding, why };
}

async function hand(
  trx: Trx,
  { actor, now }: Ctx,
  application: Application & Firm,
  whys: ReadonlyMap<string, string>,
): Promise<Submitted> {
  const { findings: found, signatureSha256 } = await requireReady(trx, application, now);
  const findings = found.map((finding) => explained(finding, whys));
  const { chamberId, applicationId, registration, signatory } = application;
  const round = application.round + 1;
  const receiptNumber = application.receiptNumber ?? (await newReceiptNumber(trx, chamberId, now));
  await insertSubmission(trx, chamberId, {
    ...{ applicationId, round, at: now, accountId: actor.accountId, content: application.content, findings },
    exporter: {
      ...{ registrationNumber: registration.number, nameEn: registration.nameEn, addressEn: registration.addressEn },
    },
    signatory: { signatoryId: signatory.signatoryId, nameEn: signatory.nameEn, titleEn: signatory.titleEn },
    signatureSha256,
  });
  const { signatoryId } = signatory;
  await updateSubmitted(trx, { chamberId, applicationId, round, receiptNumber, signatoryId, at: now });
  await advance(trx, applicationLifecycle, {
    ...{ subject: 'application', chamberId, id: applicationId, from: application.status, action: 'submit' },
    ...{ role: 'firm', by: byOf(actor), at: now },
    // By a sub ID: whose signature it bears stands beside who did it.
    detail: { round, receiptNumber, ...(actor.role === 'sub' ? { signatory: namesOf(signatory) } : {}) },
  });
  return { receiptNumber, round };
}

const namesOf = ({ nameJa, nameEn }: Firm['signatory']) => ({ nameJa: nameJa || nameEn, nameEn });

const fieldProblemOf = ({ path, ja, en }: Finding): FieldProblem => ({ field: path, ja, en });

/** 受付番号: `R2026-000001`, gapless for each chamber and year (of Japan). */
async function newReceiptNumber(trx: Trx, chamberId: string, now: Date): Promise<string> {
  const year = Number(dayInJapan(now).slice(0, 4));
  const next = await nextNumber(trx, { chamberId, series: 'receipt', year });
  return `R${year}-${String(next).padStart(6, '0')}`;
}

/**
 * 取下げ: the firm takes it back, before it is certified. Refuses `conflict` after that, and to a sub ID while its signatory
 * has it for release; `not_allowed` to a sub ID that may not submit.
 */
export function withdrawApplication(ctx: Ctx, input: { applicationId: string }): Promise<void> {
  const { actor, now } = ctx;
  return inChamber(ctx.db, actor.chamberId, async (trx) => {
    const application = await ownRow(trx, ctx, 'application.submit', input.applicationId, 'lock');
    const { chamberId, applicationId, preparedAt } = application;
    if (preparedAt !== null && actor.role === 'sub') throw new Refusal('conflict');
    if (preparedAt !== null) await updatePrepared(trx, { chamberId, applicationId, preparedAt: null, at: now });
    await advance(trx, applicationLifecycle, {
      ...{ subject: 'application', chamberId, id: applicationId },
      ...{ from: application.status, action: 'withdraw', role: 'firm', by: byOf(actor), at: now },
    });
  });
}
