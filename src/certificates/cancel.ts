// 承認取消: from certified back to nothing, while no payment is open. The number stays used, void with its reason.
import { byOf, type Ctx } from '../accounts/context.ts';
import { requireProvenByFactor } from '../accounts/proof.ts';
import { requireAct } from '../accounts/rights.ts';
import type { ApplicationRow } from '../applications/application.ts';
import { deskRow } from '../applications/desk.ts';
import { ownRow } from '../applications/firm.ts';
import { type ApplicationRole, applicationLifecycle } from '../applications/lifecycle.ts';
import { mailApplicant } from '../applications/mail-applicant.ts';
import { advance } from '../audit/advance.ts';
import { getSettings } from '../chambers/settings-store.ts';
import { inChamber, type Trx } from '../lib/db.ts';
import { Refusal } from '../lib/refusal.ts';
import { voidCharge } from '../payments/charge.ts';
import { voidLiveCertificate } from './store.ts';

/** By the chamber, with the reason, which the firm is told. Refuses `conflict` unless it is certified, unpaid, and in no open payment. */
export async function cancelCertified(ctx: Ctx, input: { applicationId: string; note: string }): Promise<void> {
  requireAct(ctx.actor, 'desk.certify');
  requireProvenByFactor(ctx);
  return inChamber(ctx.db, ctx.actor.chamberId, async (trx) => {
    const row = await deskRow(trx, ctx.actor, input.applicationId, 'lock');
    await cancel(trx, ctx, row, 'certifier', input.note);
    await mailApplicant(trx, ctx, row, 'cancelled');
  });
}

/**
 * By the firm itself, where the chamber allows it (`not_allowed` elsewhere, and to a sub ID that may not submit). Its content
 * can be copied into a new draft.
 */
export function cancelOwn(ctx: Ctx, input: { applicationId: string; note: string }): Promise<void> {
  return inChamber(ctx.db, ctx.actor.chamberId, async (trx) => {
    const row = await ownRow(trx, ctx, 'application.submit', input.applicationId, 'lock');
    const { firmMayCancel } = await getSettings(trx, row.chamberId);
    if (!firmMayCancel) throw new Refusal('not_allowed');
    await cancel(trx, ctx, row, 'firm', input.note);
  });
}

async function cancel(trx: Trx, ctx: Ctx, row: ApplicationRow, role: ApplicationRole, note: string): Promise<void> {
  const { chamberId, applicationId } = row;
  await advance(trx, applicationLifecycle, {
    ...{ subject: 'application', chamberId, id: applicationId, from: row.status, action: 'cancel', role, note },
    ...{ by: byOf(ctx.actor), at: ctx.now },
  });
  await voidCharge(trx, { chamberId, applicationId, by: byOf(ctx.actor), at: ctx.now });
  const wasLive = await voidLiveCertificate(trx, { chamberId, applicationId, at: ctx.now, reason: note.trim() });
  if (!wasLive) throw new Error(`application ${applicationId} was certified and has no certificate`);
}
