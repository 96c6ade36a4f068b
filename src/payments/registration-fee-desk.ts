// 登録料 at the desk: the firm is told what it owes; money is received at the counter; what came to nothing is given back.
import { byOf, type Ctx } from '../accounts/context.ts';
import { advance } from '../audit/advance.ts';
import { appendEvent } from '../audit/events.ts';
import { getSettings } from '../chambers/settings-store.ts';
import { dayInJapan } from '../lib/clock.ts';
import { inChamber, type Trx } from '../lib/db.ts';
import { newId } from '../lib/ids.ts';
import { type FieldProblem, Refusal } from '../lib/refusal.ts';
import { mailApplicantFirm } from '../registrations/procedures/mail-procedure.ts';
import { feeToReturn, type Procedure } from '../registrations/procedures/procedure.ts';
import { deskProcedure } from '../registrations/procedures/procedure-desk.ts';
import { isOver } from '../registrations/procedures/procedure-lifecycle.ts';
import { updateFeeReturned } from '../registrations/procedures/procedures-store.ts';
import { lockUnheldCharge } from './charge.ts';
import { chargeLifecycle, isUnpaid } from './lifecycle.ts';
import { counterLines, type Payment } from './payment.ts';
import { feesOfProcedure, isFreeProcedure, type RegistrationFees } from './registration-fees.ts';
import { noteRegistrationPaid } from './registration-paid.ts';
import { type FeeSetting, feeSubject, setFee } from './set-registration-fee.ts';
import { findPaymentOfProcedure, insertLedgerLines } from './store.ts';

export type DeskFee = {
  /** By the table of today. */
  fees: RegistrationFees;
  /** The firm may pay by card. */
  online: boolean;
  /** The firm has begun to pay online: nothing about the fee can be changed meanwhile. */
  paying: Payment | undefined;
};

/** What the desk has to know of a procedure's fee, beside what stands in the procedure. Refuses `not_found`. */
export async function readDeskFee(ctx: Ctx, procedureId: string): Promise<DeskFee> {
  const { procedure, online, payment } = await inChamber(ctx.db, ctx.actor.chamberId, async (trx) => {
    const found = await deskProcedure(trx, ctx, procedureId, 'look');
    return {
      procedure: found,
      online: (await getSettings(trx, found.chamberId)).registrationFeeOnline,
      payment: await findPaymentOfProcedure(trx, found),
    };
  });
  const paying = payment && isUnpaid(payment.status) ? payment : undefined;
  return { fees: await feesOfProcedure(ctx, procedure.kind), online, paying };
}

/** In these the chamber has the form in front of it, so it can tell which class the firm is. */
const mayTell = (status: Procedure['status']): boolean => status === 'received' || status === 'examining';

/**
 * 登録料を知らせる: sets the fee of the day for that member class, and mails the firm what it owes and how it is paid. Told
 * again as it is, nothing happens. Refuses `conflict` when it is another round, a colleague's, not being examined, or
 * somebody pays it online; `invalid` where nothing is to be paid for such a procedure, and as `setFee`.
 */
export function tellRegistrationFee(
  ctx: Ctx,
  input: FeeSetting & { procedureId: string; round: number },
): Promise<{ feeYen: number }> {
  const { actor } = ctx;
  return inChamber(ctx.db, actor.chamberId, async (trx) => {
    const before = await deskProcedure(trx, ctx, input.procedureId, 'lock');
    const isHeldByOther = before.claimedBy !== null && before.claimedBy !== actor.accountId;
    if (!mayTell(before.status) || before.round !== input.round || isHeldByOther) throw new Refusal('conflict');
    if (isFreeProcedure(before.kind)) throw new Refusal('invalid', { fields: [free] });
    const after = await setFee(trx, ctx, before, input);
    const feeYen = after.feeYen ?? 0;
    if (after !== before && (feeYen > 0 || (before.feeYen ?? 0) > 0)) {
      const { registrationFeeOnline: online } = await getSettings(trx, after.chamberId);
      await mailApplicantFirm(trx, ctx, after, { kind: 'fee', yen: feeYen, online });
    }
    return { feeYen };
  });
}

/**
 * Marks what was told as received at the counter. `feeSeenYen`: the money that was received. Any registrar may, as who sits
 * at the counter is not always who examines. Refuses `conflict` when it is another amount or round, is paid already or over,
 * or while somebody pays it online.
 */
export function receiveFeeAtCounter(
  ctx: Ctx,
  input: { procedureId: string; round: number; feeSeenYen: number },
): Promise<void> {
  return inChamber(ctx.db, ctx.actor.chamberId, async (trx) => {
    const procedure = await deskProcedure(trx, ctx, input.procedureId, 'lock');
    if (isOver(procedure.status) || procedure.round !== input.round) throw new Refusal('conflict');
    if (procedure.feeYen !== input.feeSeenYen) throw new Refusal('conflict');
    await settleAtCounter(trx, ctx, procedure);
  });
}

/**
 * The open charge of a locked procedure is paid, in the caller's transaction, and the books say that the counter has the
 * money. Returns the procedure as it is then. Refuses `conflict` when nothing is owed, or somebody pays it online.
 */
export async function settleAtCounter(trx: Trx, ctx: Ctx, procedure: Procedure): Promise<Procedure> {
  const { chamberId } = procedure;
  const { now, actor } = ctx;
  const charge = await lockUnheldCharge(trx, { chamberId, subject: feeSubject(procedure) });
  if (charge?.status !== 'open') throw new Refusal('conflict');
  const lines = counterLines(charge, dayInJapan(now)).map((line) => ({ ...line, lineId: newId(now) }));
  await insertLedgerLines(trx, { chamberId, transactionId: newId(now), paymentId: null, at: now }, lines);
  await advance(trx, chargeLifecycle, {
    ...{ subject: 'charge', chamberId, id: charge.chargeId, from: charge.status, action: 'pay', role: 'system' },
    ...{ by: byOf(actor), at: now, detail: { counter: true } },
  });
  await noteRegistrationPaid(trx, ctx, procedure, { yen: charge.yen, how: 'counter', by: byOf(actor) });
  return { ...procedure, feePaid: 'counter' };
}

/** The chamber has given back what was paid for a procedure that came to nothing. Refuses `conflict` when nothing is to be. */
export function noteFeeReturned(ctx: Ctx, input: { procedureId: string }): Promise<void> {
  return inChamber(ctx.db, ctx.actor.chamberId, async (trx) => {
    const procedure = await deskProcedure(trx, ctx, input.procedureId, 'lock');
    const yen = feeToReturn(procedure);
    if (yen === 0) throw new Refusal('conflict');
    const { chamberId, procedureId } = procedure;
    await updateFeeReturned(trx, { chamberId, procedureId, at: ctx.now });
    await appendEvent(trx, {
      ...{ chamberId, at: ctx.now, by: byOf(ctx.actor), subject: 'procedure', subjectId: procedureId },
      ...{ action: 'return_fee', detail: { yen } },
    });
  });
}

const free: FieldProblem = {
  field: 'memberClass',
  ja: 'この手続きに登録料はかかりません。',
  en: 'This procedure costs nothing.',
};
