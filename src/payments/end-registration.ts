// 却下 and 申請キャンセル, with the fee: what is owed is owed no more; what was paid is to be given back by the chamber.
import { byOf, type Ctx, type OpenCtx } from '../accounts/context.ts';
import { appendEvent, type By } from '../audit/events.ts';
import { inChamber } from '../lib/db.ts';
import { Refusal } from '../lib/refusal.ts';
import { byApplicant, type FormCtx } from '../registrations/procedures/applicant.ts';
import type { EndFee } from '../registrations/procedures/end-fee.ts';
import { rejectProcedure } from '../registrations/procedures/procedure-desk.ts';
import { cancelProcedure } from '../registrations/procedures/submit-procedure.ts';
import { voidLocked } from './charge.ts';
import { findHoldingPayment, lockCharges } from './charges-store.ts';
import { giveUp } from './give-up.ts';
import { feeSubject } from './set-registration-fee.ts';
import { getPayment } from './store.ts';

/** By the chamber, with the reason. Refuses as `rejectProcedure`, and `unavailable` as below. */
export function rejectRegistration(
  ctx: Ctx,
  input: { procedureId: string; round: number; note: string },
): Promise<void> {
  return endWithFee(ctx, byOf(ctx.actor), (endFee) => rejectProcedure(ctx, input, endFee));
}

/** By the firm. Refuses as `cancelProcedure`, and `unavailable` as below. */
export function cancelRegistration(ctx: FormCtx, input: { procedureId: string }): Promise<void> {
  return endWithFee(ctx, byApplicant(ctx.applicant), (endFee) => cancelProcedure(ctx, input, endFee));
}

/**
 * Ends it; where everything allows it but a payment that is begun, that is given up at the card company first, so that nobody
 * pays for nothing. What is paid at that very moment is paid, and is to be given back. `unavailable`: the card company does
 * not answer, and nothing has ended.
 */
async function endWithFee(ctx: OpenCtx, by: By, end: (endFee: EndFee) => Promise<void>): Promise<void> {
  let begun: { chamberId: string; paymentId: string } | undefined;
  const endFee: EndFee = async (trx, procedure) => {
    begun = undefined;
    const { chamberId, procedureId, feeYen, feePaid } = procedure;
    const subject = feeSubject(procedure);
    const [charge] = await lockCharges(trx, chamberId, { kind: subject.kind, ids: [subject.id] });
    if (charge?.status === 'open') {
      const paymentId = await findHoldingPayment(trx, { chamberId, subject });
      if (paymentId !== undefined) begun = { chamberId, paymentId };
      if (begun) throw new Refusal('conflict');
      await voidLocked(trx, charge, { chamberId, by, at: ctx.now });
    }
    if (feePaid !== null)
      await appendEvent(trx, {
        ...{ chamberId, at: ctx.now, by, subject: 'procedure', subjectId: procedureId, action: 'owe_fee_back' },
        detail: { yen: feeYen, paid: feePaid },
      });
  };
  try {
    await end(endFee);
  } catch (error) {
    const held = begun;
    if (!held || !(error instanceof Refusal) || error.code !== 'conflict') throw error;
    const payment = await inChamber(ctx.db, held.chamberId, (trx) =>
      getPayment(trx, held.chamberId, held.paymentId, 'look'),
    );
    await giveUp({ ...ctx, by }, payment);
    await end(endFee);
  }
}
