import type { OpenCtx } from '../accounts/context.ts';
import { appendEvent, type By } from '../audit/events.ts';
import type { Trx } from '../lib/db.ts';
import { mailApplicantFirm } from '../registrations/procedures/mail-procedure.ts';
import type { Procedure, WayPaid } from '../registrations/procedures/procedure.ts';
import { updateFeePaid } from '../registrations/procedures/procedures-store.ts';

export type PaidFee = {
  /** Tax included. */
  yen: number;
  how: WayPaid;
  /** Of the card company. */
  payment?: string;
  /** Who received it at the counter; left out: the system, which the card company has told. */
  by?: By;
};

/**
 * The procedure's side of a fee that is paid, in the transaction in which its charge is: the desk sees it, and it may be
 * accepted. Who paid by card is mailed, as he may have closed his browser.
 */
export async function noteRegistrationPaid(
  trx: Trx,
  ctx: OpenCtx,
  procedure: Procedure,
  { yen, how, payment, by = { kind: 'system' } }: PaidFee,
): Promise<void> {
  const { chamberId, procedureId } = procedure;
  await updateFeePaid(trx, { chamberId, procedureId, feePaid: how });
  await appendEvent(trx, {
    ...{ chamberId, at: ctx.now, by, subject: 'procedure', subjectId: procedureId, action: 'pay_fee' },
    detail: { yen, paid: how, ...(payment === undefined ? {} : { payment }) },
  });
  if (how === 'card') await mailApplicantFirm(trx, ctx, procedure, { kind: 'fee_paid', yen });
}
