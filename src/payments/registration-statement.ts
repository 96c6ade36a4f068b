// ご利用明細 of a registration fee that was paid by card, for the firm. What is paid at the counter gets the counter's own
// receipt: two invoices for one sale would be one too many.
import { dayInJapan, startOfDayInJapan } from '../lib/clock.ts';
import { inChamber, type Trx } from '../lib/db.ts';
import { Refusal } from '../lib/refusal.ts';
import { drawPdf } from '../paper/draw-pdf.ts';
import { chamberOf, type FormCtx, ownProcedure } from '../registrations/procedures/applicant.ts';
import { findSettledCharge } from './own-payments-store.ts';
import { feeSubject } from './set-registration-fee.ts';
import { getStatementFacts } from './statement-store.ts';
import { registrationContent, statementTitle, type UsageStatement, usageStatementPage } from './usage-statement.ts';

/**
 * The statement, and the name under which it is saved; the same bytes each time. Refuses `not_found` for a procedure that is
 * not the applicant's, `conflict` where nothing was paid by card, or it was given back.
 */
export async function registrationStatement(
  ctx: FormCtx,
  procedureId: string,
): Promise<{ bytes: Buffer; fileName: string }> {
  const { statement, fileName } = await inChamber(ctx.db, chamberOf(ctx), (trx) => factsOf(trx, ctx, procedureId));
  const bytes = await drawPdf([usageStatementPage(statement)], {
    ...{ title: statementTitle, lang: 'ja', createdAt: startOfDayInJapan(statement.day) },
  });
  return { bytes, fileName };
}

async function factsOf(
  trx: Trx,
  ctx: FormCtx,
  procedureId: string,
): Promise<{ statement: UsageStatement; fileName: string }> {
  const procedure = await ownProcedure(trx, ctx, procedureId, 'look');
  const { chamberId, kind, receiptNumber, feeReturnedAt } = procedure;
  const of = { chamberId, subject: feeSubject(procedure) };
  const paid = await findSettledCharge(trx, of);
  if (!paid || feeReturnedAt !== null || receiptNumber === null) throw new Refusal('conflict');
  const statement = {
    ...(await getStatementFacts(trx, of)),
    content: registrationContent({ receiptNumber, procedure: kind === 'renewal' ? 'renewal' : 'new' }),
    ...{ day: dayInJapan(paid.settledAt), paymentId: paid.paymentId, yen: paid.yen },
  };
  return { statement, fileName: `${receiptNumber}-statement.pdf` };
}
