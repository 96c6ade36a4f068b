import type { ApplicationRow } from '../applications/application.ts';
import { getSettings } from '../chambers/settings-store.ts';
import { getChamber } from '../chambers/store.ts';
import { dayInJapan } from '../lib/clock.ts';
import type { Trx } from '../lib/db.ts';
import { getRegistration } from '../registrations/store.ts';
import { taxRateOn } from './payment.ts';
import { insertStatements } from './statement-store.ts';

/**
 * Keeps, in the transaction that settles, who sells and who buys on that day and at which tax rate: a ご利用明細 is an invoice
 * (消費税法 第57条の4), and says the same when firm or chamber is renamed later. `paid`: the charges with their applications.
 */
export async function freezeStatements(
  trx: Trx,
  of: { chamberId: string; at: Date },
  paid: readonly { chargeId: string; application: Pick<ApplicationRow, 'registrationId'> }[],
): Promise<void> {
  const { nameJa, nameEn, telephone, mail } = await getChamber(trx, of.chamberId);
  const { taxNumber } = await getSettings(trx, of.chamberId);
  const seller = { chamber: { nameJa, nameEn, telephone, mail }, taxNumber, taxPercent: taxRateOn(dayInJapan(of.at)) };
  const buyers = new Map<string, { nameJa: string; nameEn: string }>();
  for (const { application } of paid) {
    if (buyers.has(application.registrationId)) continue;
    const firm = await getRegistration(trx, of.chamberId, application.registrationId);
    buyers.set(application.registrationId, { nameJa: firm.nameJa, nameEn: firm.nameEn });
  }
  const rows = paid.map(({ chargeId, application }) => {
    const recipient = buyers.get(application.registrationId);
    if (!recipient) throw new Error(`charge ${chargeId} has no firm`);
    return { chargeId, recipient, ...seller };
  });
  await insertStatements(trx, of.chamberId, rows);
}
