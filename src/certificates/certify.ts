// 認証: the chamber certifies what was examined. Number, date and record are made here and never change; whatever is drawn,
// signed or charged later is made from them.

import { createHash, randomBytes } from 'node:crypto';
import { byOf, type Ctx } from '../accounts/context.ts';
import { requireProvenByFactor } from '../accounts/proof.ts';
import { requireAct } from '../accounts/rights.ts';
import { findAccount } from '../accounts/store.ts';
import type { ApplicationRow } from '../applications/application.ts';
import { deskRowFor } from '../applications/desk.ts';
import { listExaminations } from '../applications/desk-store.ts';
import { factsFor } from '../applications/facts.ts';
import { requireStanding } from '../applications/firm.ts';
import { formFor } from '../applications/forms/forms.ts';
import { problemsOf } from '../applications/forms/problems.ts';
import { applicationLifecycle } from '../applications/lifecycle.ts';
import { mailApplicant } from '../applications/mail-applicant.ts';
import { findSubmission, type Submission } from '../applications/submissions-store.ts';
import { advance } from '../audit/advance.ts';
import { nextNumber } from '../audit/counters-store.ts';
import { getSettings } from '../chambers/settings-store.ts';
import { getChamber } from '../chambers/store.ts';
import { dayInJapan } from '../lib/clock.ts';
import { inChamber, type Trx } from '../lib/db.ts';
import { hashSecret, newId } from '../lib/ids.ts';
import { type FieldProblem, Refusal } from '../lib/refusal.ts';
import { addCharge } from '../payments/charge.ts';
import { settleFree } from '../payments/settle-free.ts';
import type { Registration } from '../registrations/registration.ts';
import { getRegistration, getSignatory } from '../registrations/store.ts';
import { recordJson } from './draw-record.ts';
import { accessCodeOf, certificateNumber, tokenOf } from './numbers.ts';
import { type CertificateRecord, readRecord } from './record.ts';
import { findSeal, insertCertificate, insertLookup } from './store.ts';

export type Certified = { number: string; date: string };

/**
 * Certifies the round that the certifier has in front of him. Asks everything again first: the registration, the
 * signatory, every rule. Refuses `proof_needed` and `factor_needed` (proof.ts); `invalid` with what stands in the way; `not_allowed` for the examiner himself where the
 * chamber wants two persons; `conflict` when a colleague was first.
 */
export async function certifyApplication(
  ctx: Ctx,
  input: { applicationId: string; round: number },
): Promise<Certified> {
  const { actor, now } = ctx;
  requireAct(actor, 'desk.certify');
  requireProvenByFactor(ctx);
  return inChamber(ctx.db, actor.chamberId, async (trx) => {
    const row = await deskRowFor(trx, actor, 'desk.certify', input);
    if (!applicationLifecycle.mayTake('certify', row.status, 'certifier')) throw new Refusal('conflict');
    await requireSecondPerson(trx, ctx, row);
    const submission = await findSubmission(trx, row);
    if (!submission) throw new Error(`application ${row.applicationId} has no submission of round ${row.round}`);
    const registration = await getRegistration(trx, row.chamberId, row.registrationId);
    await requireStillGood(trx, ctx, row, submission, registration);
    const sealSha256 = await findSeal(trx, row.chamberId);
    if (!sealSha256) throw refused('商工会議所の印影が登録されていません。', 'No seal of the chamber is registered.');
    const date = dayInJapan(now);
    const year = Number(date.slice(0, 4));
    const serial = await nextNumber(trx, { chamberId: row.chamberId, series: 'certificate', year });
    const number = certificateNumber(row.chamberId, year, serial);
    const record = await frozen(trx, ctx, row, submission, { number, date });
    const json = recordJson(record);
    const certificateId = newId(now);
    const [code, token] = [accessCodeOf(randomBytes(12)), tokenOf(randomBytes(16))];
    const { vault } = ctx.outside;
    await insertCertificate(trx, {
      ...{ chamberId: row.chamberId, certificateId, applicationId: row.applicationId, year, serial, number, date },
      ...{ record: json, recordSha256: createHash('sha256').update(json).digest() },
      ...{ sealSha256, signatureSha256: submission.signatureSha256, salt: randomBytes(32) },
      accessCodeSealed: vault.seal(Buffer.from(code), `access code ${certificateId}`),
      tokenSealed: vault.seal(Buffer.from(token), `token ${certificateId}`),
      ...{ certifiedBy: actor.accountId, certifiedAt: now, voidAt: null, voidReason: null },
    });
    const codeHash = vault.mac(code, `access code ${number}`);
    await insertLookup(trx, {
      tokenHash: hashSecret(token),
      number,
      codeHash,
      chamberId: row.chamberId,
      certificateId,
    });
    await advance(trx, applicationLifecycle, {
      ...{ subject: 'application', chamberId: row.chamberId, id: row.applicationId, from: row.status },
      ...{ action: 'certify', role: 'certifier', by: byOf(actor), at: now, detail: { round: row.round, number } },
    });
    const owed = await addCharge(trx, {
      ...{ chamberId: row.chamberId, applicationId: row.applicationId, kind: row.kind, at: now },
      ...{ memberClass: registration.memberClass, appliedAt: submission.at },
    });
    if (owed === 0) await settleFree(trx, ctx, row);
    else await mailApplicant(trx, ctx, row, 'certified');
    return { number, date };
  });
}

/** Four eyes, where the chamber wants them: who approved does not certify. */
async function requireSecondPerson(trx: Trx, ctx: Ctx, row: ApplicationRow): Promise<void> {
  const { certifyPersons } = await getSettings(trx, row.chamberId);
  const approval = (await listExaminations(trx, row)).findLast((one) => one.decision === 'approved');
  if (!approval || approval.round !== row.round)
    throw new Error(`${row.applicationId} is approved without examination`);
  if (certifyPersons === 2 && approval.accountId === ctx.actor.accountId) throw new Refusal('not_allowed');
}

async function requireStillGood(
  trx: Trx,
  ctx: Ctx,
  row: ApplicationRow,
  submission: Submission,
  registration: Registration,
): Promise<void> {
  requireStanding(registration, ctx.now);
  const signatory = await getSignatory(trx, row.chamberId, row.signatoryId);
  if (signatory.signatureSha256 === null)
    throw refused('署名者のサインが登録されていません。', 'The signatory has no registered signature.');
  const facts = await factsFor(trx, { ...row, content: submission.content }, registration, ctx.now);
  const appliedOn = dayInJapan(submission.at);
  const problems = problemsOf(row.kind, submission.content, { ...facts, appliedOn });
  const blocking = problems.filter((finding) => finding.level === 'block');
  if (blocking.length > 0)
    throw new Refusal('invalid', {
      fields: blocking.map(({ path, ja, en }): FieldProblem => ({ field: path, ja, en })),
    });
}

async function frozen(
  trx: Trx,
  ctx: Ctx,
  row: ApplicationRow,
  submission: Submission,
  made: { number: string; date: string },
): Promise<CertificateRecord> {
  const chamber = await getChamber(trx, row.chamberId);
  const { exporter, signatory } = submission;
  const form = formFor(row.kind);
  const printed = {
    chamber: { code: chamber.chamberId, nameEn: chamber.nameEn, nameJa: chamber.nameJa, cityEn: chamber.cityEn },
    signatory: {
      ...{ name: signatory.nameEn, title: signatory.titleEn },
      signatureSha256: submission.signatureSha256.toString('hex'),
    },
    certifier: { name: ctx.actor.nameEn, title: ctx.actor.titleEn },
    wording: form.wordingOf(await getSettings(trx, row.chamberId)),
  };
  const tooLong = Object.entries(form.imprintFit(printed)).filter(([, fit]) => fit.linesUsed > fit.linesAllowed);
  if (tooLong.length > 0)
    throw refused(
      `証明書に入りきらない文字があります: ${tooLong.map(([name]) => name).join('、')}`,
      `This does not fit on the certificate: ${tooLong.map(([name]) => name).join(', ')}`,
    );
  return readRecord({
    ...{ schema: form.recordSchema, template: form.template, ...made, ...printed },
    ...{ receiptNumber: row.receiptNumber, exporterName: exporter.nameEn, content: form.recorded(submission.content) },
    ...(await appliedBy(trx, row.chamberId, submission)),
  });
}

/** Where a sub ID submitted: which, and under whose ID. A signatory who submits is named by the signature. */
async function appliedBy(
  trx: Trx,
  chamberId: string,
  { accountId, signatory }: Submission,
): Promise<Pick<CertificateRecord, 'appliedBy'>> {
  const account = await findAccount(trx, chamberId, accountId);
  if (account?.role !== 'sub') return {};
  const user = await findAccount(trx, chamberId, (await getSignatory(trx, chamberId, signatory.signatoryId)).accountId);
  if (!user) throw new Error(`the signatory ${signatory.signatoryId} has no account`);
  return { appliedBy: { id: account.loginId, under: user.loginId } };
}

const refused = (ja: string, en: string): Refusal => new Refusal('invalid', { fields: [{ field: '', ja, en }] });
