// 審査: the chamber compares what is declared with the documents. It never changes what the firm declared.
import { byOf, type Ctx } from '../accounts/context.ts';
import { advance } from '../audit/advance.ts';
import { inChamber, type Trx } from '../lib/db.ts';
import { isId, newId } from '../lib/ids.ts';
import { wordsProblem } from '../lib/plain-words.ts';
import { Refusal } from '../lib/refusal.ts';
import { getRegistration, listSignatories } from '../registrations/store.ts';
import type { ApplicationRow } from './application.ts';
import { deskRowFor, requireNotHeldByOther } from './desk.ts';
import { type Decision, insertExamination, updateClaim } from './desk-store.ts';
import type { Place } from './finding.ts';
import { requireNotStopped } from './firm.ts';
import { type ApplicationAction, applicationLifecycle } from './lifecycle.ts';
import { type Mail, mailApplicant } from './mail-applicant.ts';
import { insertRemarks } from './remarks-store.ts';

/** `round`: the submission that the examiner has in front of him. */
type Case = { applicationId: string; round: number };

/**
 * 修正: sends it back with what to mend, box by box; the firm is mailed. Refuses `invalid` without a remark (at `remarks`)
 * and for signs that nobody sees (at `remark.` and the place), `conflict` when a colleague holds it or it is not this round
 * that waits.
 */
export async function sendBack(
  ctx: Ctx,
  input: Case & { remarks: readonly { place: Place; words: string }[] },
): Promise<void> {
  const remarks = input.remarks
    .map(({ place, words }) => ({ place, words: words.trim() }))
    .filter((one) => one.words !== '');
  if (remarks.length === 0)
    throw new Refusal('invalid', {
      fields: [
        {
          field: 'remarks',
          ja: '修正してほしい箇所と内容を、1つ以上入れてください。',
          en: 'Say what should be corrected, at one box at least.',
        },
      ],
    });
  const problems = remarks.flatMap(({ place, words }) => wordsProblem(`remark.${place}`, words) ?? []);
  if (problems.length > 0) throw new Refusal('invalid', { fields: problems });
  const { actor, now } = ctx;
  return decide(ctx, input, { action: 'send_back', decision: 'returned', mail: 'returned' }, async (trx, row) => {
    const rows = remarks.map((one) => ({
      ...{ ...one, remarkId: newId(now), accountId: actor.accountId, round: row.round, at: now },
    }));
    await insertRemarks(trx, row, rows);
  });
}

/** 却下: refuses it for good, with the reason, which the firm is told. */
export function rejectApplication(ctx: Ctx, input: Case & { note: string }): Promise<void> {
  return decide(ctx, input, { action: 'reject', decision: 'rejected', mail: 'rejected', note: input.note });
}

/**
 * 審査済: what is declared agrees with the documents. `invoiceSignedBy`: the signatory whose registered signature the
 * invoice bears, as the examiner has compared it. Refuses `invalid` for anybody who is no signatory of that firm, and while a
 * sanction stops the firm's cases: it keeps its place, and may be sent back or rejected.
 */
export function approveApplication(ctx: Ctx, input: Case & { invoiceSignedBy: string }): Promise<void> {
  const { invoiceSignedBy } = input;
  return decide(ctx, input, { action: 'approve', decision: 'approved', invoiceSignedBy }, async (trx, row) => {
    requireNotStopped(await getRegistration(trx, row.chamberId, row.registrationId), ctx.now);
    const signatories = await listSignatories(trx, row.chamberId, row.registrationId);
    if (!isId(invoiceSignedBy) || !signatories.some((one) => one.signatoryId === invoiceSignedBy))
      throw new Refusal('invalid', {
        fields: [
          {
            field: 'invoiceSignedBy',
            ja: 'インボイスの署名が、どの署名者のものかを選んでください。',
            en: 'Choose whose signature the invoice bears.',
          },
        ],
      });
  });
}

type How = {
  action: ApplicationAction & ('send_back' | 'reject' | 'approve');
  decision: Decision;
  note?: string;
  invoiceSignedBy?: string;
  mail?: Mail;
};

function decide(
  ctx: Ctx,
  input: Case,
  how: How,
  first: (trx: Trx, row: ApplicationRow) => Promise<void> = async () => undefined,
): Promise<void> {
  const { actor, now } = ctx;
  return inChamber(ctx.db, actor.chamberId, async (trx) => {
    const row = await deskRowFor(trx, actor, 'desk.examine', input);
    requireNotHeldByOther(actor, row);
    await first(trx, row);
    const { chamberId, applicationId, round } = row;
    await advance(trx, applicationLifecycle, {
      ...{ subject: 'application', chamberId, id: applicationId, from: row.status, action: how.action },
      ...{ role: 'examiner', by: byOf(actor), at: now, detail: { round }, ...(how.note ? { note: how.note } : {}) },
    });
    await insertExamination(
      trx,
      { chamberId, applicationId },
      {
        ...{ round, decision: how.decision, accountId: actor.accountId, note: how.note?.trim() ?? '', at: now },
        invoiceSignedBy: how.invoiceSignedBy ?? null,
      },
    );
    await updateClaim(trx, { chamberId, applicationId, claim: null });
    if (how.mail) await mailApplicant(trx, ctx, row, how.mail);
  });
}
