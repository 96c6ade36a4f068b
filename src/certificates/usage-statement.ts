// ご利用明細: drawn each time somebody asks for it, from facts that were kept when it was paid; the same facts give the same
// bytes.
import type { Ctx } from '../accounts/context.ts';
import { ownRow } from '../applications/firm.ts';
import { dayInJapan, startOfDayInJapan } from '../lib/clock.ts';
import { inChamber, type Trx } from '../lib/db.ts';
import { Refusal } from '../lib/refusal.ts';
import { drawPdf } from '../paper/draw-pdf.ts';
import { findSettledCharge } from '../payments/own-payments-store.ts';
import { getStatementFacts } from '../payments/statement-store.ts';
import {
  certificateContent,
  statementTitle,
  type UsageStatement,
  usageStatementPage,
} from '../payments/usage-statement.ts';
import { recordDownload } from './print.ts';
import { getPrintCase, type PrintCase } from './print-store.ts';

/**
 * The statement of one paid application, and the name under which it is saved. The download is written down. Refuses
 * `not_found` for another signatory's, `conflict` while nothing was paid for it or when the payment was given back.
 */
export async function usageStatement(ctx: Ctx, applicationId: string): Promise<{ bytes: Buffer; fileName: string }> {
  const { chamberId } = ctx.actor;
  const { print, statement } = await inChamber(ctx.db, chamberId, (trx) => factsOf(trx, ctx, applicationId));
  const bytes = await drawPdf([usageStatementPage(statement)], {
    ...{ title: statementTitle, lang: 'ja', createdAt: startOfDayInJapan(statement.day) },
  });
  // After the drawing: what could not be drawn was not fetched.
  await inChamber(ctx.db, chamberId, (trx) => recordDownload(trx, ctx, print, 'statement'));
  return { bytes, fileName: `${print.number}-statement.pdf` };
}

async function factsOf(
  trx: Trx,
  ctx: Ctx,
  applicationId: string,
): Promise<{ print: PrintCase; statement: UsageStatement }> {
  const row = await ownRow(trx, ctx, 'paper.print', applicationId, 'look');
  const { chamberId, receiptNumber, status, invoiceNumbers } = row;
  const subject = { kind: 'application', id: applicationId } as const;
  const paid = await findSettledCharge(trx, { chamberId, subject });
  if (!paid || status === 'refunded' || receiptNumber === null) throw new Refusal('conflict');
  const print = await getPrintCase(trx, { chamberId, applicationId }, 'look');
  const statement = {
    ...(await getStatementFacts(trx, { chamberId, subject })),
    content: certificateContent({ receiptNumber, invoiceNumbers, certificateNumber: print.number }),
    ...{ day: dayInJapan(paid.settledAt), paymentId: paid.paymentId, yen: paid.yen },
  };
  return { print, statement };
}
