import { byOf, type Ctx } from '../accounts/context.ts';
import { advance } from '../audit/advance.ts';
import { nextNumber } from '../audit/counters-store.ts';
import { dayInJapan } from '../lib/clock.ts';
import { inChamber, type Trx } from '../lib/db.ts';
import { type FieldProblem, Refusal } from '../lib/refusal.ts';
import type { Application } from './application.ts';
import { listEvidence } from './evidence-store.ts';
import { factsFor } from './facts.ts';
import type { Finding } from './finding.ts';
import { type Firm, ownApplication, ownRow, requireStanding } from './firm.ts';
import { problemsOf } from './forms/origin/rules/rules.ts';
import { applicationLifecycle } from './lifecycle.ts';
import { requireVersion } from './save.ts';
import { updateSubmitted } from './store.ts';
import { insertSubmission } from './submissions-store.ts';

export type Submitted = { receiptNumber: string; round: number };

/** Everything that the rules say now about an application, the invoice that is not attached included. */
export async function findingsOf(trx: Trx, application: Application & Firm, now: Date): Promise<Finding[]> {
  const facts = await factsFor(trx, application, application.registration, now);
  const evidence = await listEvidence(trx, application.chamberId, application.applicationId);
  return [
    ...problemsOf(application.content, facts),
    ...(evidence.some((one) => one.kind === 'invoice') ? [] : [invoiceMissing]),
    ...(application.signatory.signatureSha256 === null ? [signatureMissing] : []),
  ];
}

// 典拠インボイス: a commercial invoice with a registered signature is attached in every case.
const invoiceMissing: Finding = {
  ...{ rule: 'invoice-attached', level: 'block', place: 'invoice', path: 'invoice' },
  ja: '署名した典拠インボイス(PDF)を添付してください。',
  en: 'Attach the signed commercial invoice as a PDF.',
};
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
 * registered signature. Refuses `invalid` with every finding that blocks, and when the registration does not let the
 * firm apply; `conflict` when it is with the chamber already or was changed since the caller looked.
 */
export function submitApplication(ctx: Ctx, input: { applicationId: string; version?: number }): Promise<Submitted> {
  const { actor, now } = ctx;
  return inChamber(ctx.db, actor.chamberId, async (trx) => {
    const application = await ownApplication(trx, ctx, 'application.submit', input.applicationId, 'lock');
    if (!applicationLifecycle.mayTake('submit', application.status, 'firm')) throw new Refusal('conflict');
    requireVersion(application, input.version);
    requireStanding(application.registration, now);
    const findings = await findingsOf(trx, application, now);
    const blocking = findings.filter((finding) => finding.level === 'block');
    const { signatureSha256 } = application.signatory;
    if (blocking.length > 0 || signatureSha256 === null)
      throw new Refusal('invalid', { fields: blocking.map(fieldProblemOf) });
    const { registration, signatory } = application;
    const { chamberId, applicationId } = application;
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
    await updateSubmitted(trx, { chamberId, applicationId, round, receiptNumber, at: now });
    await advance(trx, applicationLifecycle, {
      ...{ subject: 'application', chamberId, id: applicationId, from: application.status, action: 'submit' },
      ...{ role: 'firm', by: byOf(actor), at: now, detail: { round, receiptNumber } },
    });
    return { receiptNumber, round };
  });
}

const fieldProblemOf = ({ path, ja, en }: Finding): FieldProblem => ({ field: path, ja, en });

/** 受付番号: `R2026-000001`, gapless for each chamber and year (of Japan). */
async function newReceiptNumber(trx: Trx, chamberId: string, now: Date): Promise<string> {
  const year = Number(dayInJapan(now).slice(0, 4));
  const next = await nextNumber(trx, { chamberId, series: 'receipt', year });
  return `R${year}-${String(next).padStart(6, '0')}`;
}

/** 取下げ: the firm takes it back, before it is certified. Refuses `conflict` after that. */
export function withdrawApplication(ctx: Ctx, input: { applicationId: string }): Promise<void> {
  const { actor, now } = ctx;
  return inChamber(ctx.db, actor.chamberId, async (trx) => {
    const application = await ownRow(trx, ctx, 'application.submit', input.applicationId, 'lock');
    await advance(trx, applicationLifecycle, {
      ...{ subject: 'application', chamberId: actor.chamberId, id: application.applicationId },
      ...{ from: application.status, action: 'withdraw', role: 'firm', by: byOf(actor), at: now },
    });
  });
}
