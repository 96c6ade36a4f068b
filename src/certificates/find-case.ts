// The case behind a number: the chamber's staff hear one on the telephone and want to see what became of it.
import type { Ctx } from '../accounts/context.ts';
import { requireAct } from '../accounts/rights.ts';
import { readReceiptNumber } from '../applications/desk-find.ts';
import { findByReceiptNumber } from '../applications/desk-find-store.ts';
import { inChamber } from '../lib/db.ts';
import { type FieldProblem, Refusal } from '../lib/refusal.ts';
import { readCertificateNumber } from './numbers.ts';
import { findByCertificateNumber } from './print-store.ts';

/**
 * The id of the application of a receipt number or a certificate number (a void one too), as somebody typed it.
 * Refuses `not_allowed` for firms; `invalid` at `number` when it is neither, or the chamber has none of that number.
 */
export async function findCase(ctx: Ctx, typed: string): Promise<string> {
  const { chamberId } = ctx.actor;
  requireAct(ctx.actor, 'desk.look');
  const number = readCertificateNumber(typed);
  const receiptNumber = readReceiptNumber(typed);
  if (number === undefined && receiptNumber === undefined) throw new Refusal('invalid', { fields: [unreadable] });
  const found = await inChamber(ctx.db, chamberId, async (trx) => {
    if (number !== undefined) return findByCertificateNumber(trx, { chamberId, number });
    return receiptNumber && findByReceiptNumber(trx, { chamberId, receiptNumber });
  });
  if (!found) throw new Refusal('invalid', { fields: [unknown(number ?? receiptNumber ?? '')] });
  return found;
}

const unreadable: FieldProblem = {
  field: 'number',
  ja: '受付番号か証明書番号を、終わりの文字まで入れてください。写し間違いがないか、確かめてください。',
  en: 'Give a receipt number or a certificate number to its last character. Check it for slips.',
};

const unknown = (number: string): FieldProblem => ({
  field: 'number',
  ja: `${number} の案件は、この商工会議所にはありません。番号を確かめてください。`,
  en: `This chamber has no case ${number}. Check the number.`,
});
