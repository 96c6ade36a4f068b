import type { Trx } from '../lib/db.ts';

/** The application of that number, by the unique key of receipt numbers. A draft has none yet. */
export async function findByReceiptNumber(
  trx: Trx,
  of: { chamberId: string; receiptNumber: string },
): Promise<string | undefined> {
  const row = await trx
    .selectFrom('application')
    .select('application_id')
    .where('chamber_id', '=', of.chamberId)
    .where('receipt_number', '=', of.receiptNumber)
    .executeTakeFirst();
  return row?.application_id;
}
