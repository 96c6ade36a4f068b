import { getSettings } from '../chambers/settings-store.ts';
import { getChamber } from '../chambers/store.ts';
import { dayInJapan } from '../lib/clock.ts';
import type { Trx } from '../lib/db.ts';
import { taxRateOn } from './payment.ts';
import { insertStatements } from './statement-store.ts';

/**
 * Keeps, in the transaction that settles, who sells and who buys on that day and at which tax rate: a ご利用明細 is an invoice
 * (消費税法 第57条の4), and says the same when firm or chamber is renamed later.
 */
export async function freezeStatements(
  trx: Trx,
  of: { chamberId: string; at: Date },
  paid: readonly { chargeId: string; buyer: { nameJa: string; nameEn: string } }[],
): Promise<void> {
  const { nameJa, nameEn, telephone, mail } = await getChamber(trx, of.chamberId);
  const { taxNumber } = await getSettings(trx, of.chamberId);
  const seller = { chamber: { nameJa, nameEn, telephone, mail }, taxNumber, taxPercent: taxRateOn(dayInJapan(of.at)) };
  const rows = paid.map(({ chargeId, buyer }) => ({
    ...{ chargeId, recipient: { nameJa: buyer.nameJa, nameEn: buyer.nameEn }, ...seller },
  }));
  await insertStatements(trx, of.chamberId, rows);
}
