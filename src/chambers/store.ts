import type { Trx } from '../lib/db.ts';
import { Refusal } from '../lib/refusal.ts';
import type { Chamber } from './chamber.ts';

export async function insertChamber(trx: Trx, chamber: Chamber, at: Date): Promise<void> {
  await trx
    .insertInto('chamber')
    .values({
      chamber_id: chamber.chamberId,
      name_ja: chamber.nameJa,
      name_en: chamber.nameEn,
      city_en: chamber.cityEn,
      telephone: chamber.telephone,
      mail: chamber.mail,
      created_at: at,
    })
    .execute();
}

/** Refuses `not_found`. */
export async function getChamber(trx: Trx, chamberId: string): Promise<Chamber> {
  const row = await trx.selectFrom('chamber').selectAll().where('chamber_id', '=', chamberId).executeTakeFirst();
  if (!row) throw new Refusal('not_found');
  return {
    chamberId: row.chamber_id,
    nameJa: row.name_ja,
    nameEn: row.name_en,
    cityEn: row.city_en,
    telephone: row.telephone,
    mail: row.mail,
  };
}

/** Every chamber of this installation, for jobs that go through them one by one. */
export async function listChamberIds(trx: Trx): Promise<string[]> {
  const rows = await trx.selectFrom('chamber').select('chamber_id').orderBy('chamber_id').execute();
  return rows.map((row) => row.chamber_id);
}
