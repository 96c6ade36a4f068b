import { sql } from 'kysely';
import { z } from 'zod';
import type { Trx } from '../../lib/db.ts';

/** One entry of the register from before (登録台帳), as the chamber imported it. Days are YYYY-MM-DD. */
export type PaperRegistration = {
  paperRegistrationId: string;
  number: string;
  nameJa: string;
  nameEn: string;
  corporateNumber: string | null;
  validFrom: string | null;
  validUntil: string;
  signatories: readonly PaperSignatory[];
  /** What it became by 登録切替; null: it stands. */
  registrationId: string | null;
};
const PaperSignatory = z.object({ nameEn: z.string(), titleEn: z.string() });
export type PaperSignatory = z.infer<typeof PaperSignatory>;

const rows = (trx: Trx, chamberId: string) =>
  trx
    .selectFrom('paper_registration')
    .select([
      ...(['paper_registration_id', 'number', 'name_ja', 'name_en', 'corporate_number', 'signatories'] as const),
      'registration_id',
      sql<string | null>`valid_from::text`.as('valid_from'),
      sql<string>`valid_until::text`.as('valid_until'),
    ])
    .where('chamber_id', '=', chamberId);
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>;

function paperRegistrationOf(row: Row): PaperRegistration {
  return {
    ...{ paperRegistrationId: row.paper_registration_id, number: row.number, nameJa: row.name_ja, nameEn: row.name_en },
    ...{ corporateNumber: row.corporate_number, validFrom: row.valid_from, validUntil: row.valid_until },
    signatories: z.array(PaperSignatory).parse(row.signatories),
    registrationId: row.registration_id,
  };
}

/** By its old number, as it stands on the paper. */
export async function findPaperRegistration(
  trx: Trx,
  chamberId: string,
  number: string,
): Promise<PaperRegistration | undefined> {
  const row = await rows(trx, chamberId).where('number', '=', number).executeTakeFirst();
  return row && paperRegistrationOf(row);
}

export async function getPaperRegistration(trx: Trx, chamberId: string, id: string): Promise<PaperRegistration> {
  const row = await rows(trx, chamberId).where('paper_registration_id', '=', id).executeTakeFirst();
  if (!row) throw new Error(`there is no paper registration ${id}`);
  return paperRegistrationOf(row);
}

/** Adds or renews entries by their number; one that was switched already stays as it is. Returns how many were written. */
export async function putPaperRegistrations(
  trx: Trx,
  chamberId: string,
  entries: readonly Omit<PaperRegistration, 'registrationId'>[],
  at: Date,
): Promise<number> {
  if (entries.length === 0) return 0;
  const written = await trx
    .insertInto('paper_registration')
    .values(
      entries.map((one) => ({
        chamber_id: chamberId,
        paper_registration_id: one.paperRegistrationId,
        number: one.number,
        name_ja: one.nameJa,
        name_en: one.nameEn,
        corporate_number: one.corporateNumber,
        valid_from: one.validFrom,
        valid_until: one.validUntil,
        signatories: JSON.stringify(one.signatories),
        imported_at: at,
      })),
    )
    .onConflict((clash) =>
      clash
        .columns(['chamber_id', 'number'])
        .doUpdateSet((eb) => ({
          name_ja: eb.ref('excluded.name_ja'),
          name_en: eb.ref('excluded.name_en'),
          corporate_number: eb.ref('excluded.corporate_number'),
          valid_from: eb.ref('excluded.valid_from'),
          valid_until: eb.ref('excluded.valid_until'),
          signatories: eb.ref('excluded.signatories'),
          imported_at: eb.ref('excluded.imported_at'),
        }))
        .where('paper_registration.registration_id', 'is', null),
    )
    .executeTakeFirst();
  return Number(written.numInsertedOrUpdatedRows ?? 0n);
}

/** 登録切替 is accepted: from now on the online registration stands in its place. */
export async function markSwitched(
  trx: Trx,
  of: { chamberId: string; paperRegistrationId: string; registrationId: string },
): Promise<void> {
  await trx
    .updateTable('paper_registration')
    .set({ registration_id: of.registrationId })
    .where('chamber_id', '=', of.chamberId)
    .where('paper_registration_id', '=', of.paperRegistrationId)
    .execute();
}
