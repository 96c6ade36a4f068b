import type { Trx } from '../lib/db.ts';
import { Refusal } from '../lib/refusal.ts';
import { type ChamberSettings, settingsOf, settingsProblems } from './settings.ts';

/** The chamber's settings, or the defaults until it has saved its own. */
export async function getSettings(trx: Trx, chamberId: string): Promise<ChamberSettings> {
  const row = await trx
    .selectFrom('chamber_setting')
    .select('settings')
    .where('chamber_id', '=', chamberId)
    .executeTakeFirst();
  try {
    return settingsOf((row?.settings ?? {}) as Record<string, unknown>);
  } catch (cause) {
    // Only saveSettings writes here, so this is a bug: an old row was not carried along when a rule became stricter.
    throw new Error(`the stored settings of chamber ${chamberId} break a rule of this version`, { cause });
  }
}

/** All settings at once; the last who saves wins. Refuses `invalid` with each place, unknown and missing settings included. */
export async function saveSettings(trx: Trx, chamberId: string, settings: ChamberSettings, at: Date): Promise<void> {
  const fields = settingsProblems(settings);
  if (fields.length > 0) throw new Refusal('invalid', { fields });
  const values = { settings: JSON.stringify(settings), changed_at: at };
  await trx
    .insertInto('chamber_setting')
    .values({ chamber_id: chamberId, ...values })
    .onConflict((conflict) => conflict.column('chamber_id').doUpdateSet(values))
    .execute();
}
