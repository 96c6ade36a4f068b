import type { Trx } from '../lib/db.ts';
import { columnOf } from './charges-store.ts';
import type { Subject } from './payment.ts';
import type { StatementFacts } from './usage-statement.ts';

/** Written when the charge is paid, and never changed: what its ご利用明細 says for ever. */
export async function insertStatements(
  trx: Trx,
  chamberId: string,
  rows: readonly (StatementFacts & { chargeId: string })[],
): Promise<void> {
  await trx
    .insertInto('usage_statement')
    .values(
      rows.map(({ chargeId, recipient, chamber, taxNumber, taxPercent }) => ({
        ...{ chamber_id: chamberId, charge_id: chargeId },
        ...{ recipient_name_ja: recipient.nameJa, recipient_name_en: recipient.nameEn },
        ...{ chamber_name_ja: chamber.nameJa, chamber_name_en: chamber.nameEn },
        ...{ chamber_telephone: chamber.telephone, chamber_mail: chamber.mail },
        ...{ tax_number: taxNumber ?? null, tax_percent: taxPercent },
      })),
    )
    .execute();
}

/** The facts of the one paid charge for this. Throws an Error when it has none: not paid, free of charge, or at the counter. */
export async function getStatementFacts(
  trx: Trx,
  { chamberId, subject }: { chamberId: string; subject: Subject },
): Promise<StatementFacts> {
  const row = await trx
    .selectFrom('usage_statement')
    .innerJoin('charge', (join) =>
      join
        .onRef('charge.chamber_id', '=', 'usage_statement.chamber_id')
        .onRef('charge.charge_id', '=', 'usage_statement.charge_id'),
    )
    .selectAll('usage_statement')
    .where('charge.chamber_id', '=', chamberId)
    .where(columnOf[subject.kind], '=', subject.id)
    .where('charge.status', '=', 'paid')
    .executeTakeFirst();
  if (!row) throw new Error(`${subject.kind} ${subject.id} has no facts of its usage statement`);
  return {
    recipient: { nameJa: row.recipient_name_ja, nameEn: row.recipient_name_en },
    chamber: {
      ...{ nameJa: row.chamber_name_ja, nameEn: row.chamber_name_en },
      ...{ telephone: row.chamber_telephone, mail: row.chamber_mail },
    },
    ...{ taxNumber: row.tax_number ?? undefined, taxPercent: row.tax_percent },
  };
}
