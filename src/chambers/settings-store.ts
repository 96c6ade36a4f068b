import type { Trx } from '../lib/db.ts';
import { type FieldProblem, Refusal } from '../lib/refusal.ts';
import { type ChamberSettings, type RuleLevels, settingsOf, settingsProblems } from './settings.ts';
import { settingMends } from './settings-mends.ts';

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

/** What is to mend in the chamber's words for its sheets. Only the form that prints them can say. */
export type WordingCheck = (sheetWording: Readonly<Record<string, string>>) => FieldProblem[];

/** What is to mend in the chamber's levels of rules. Only the forms whose rules they are can say. */
export type LevelCheck = (levels: RuleLevels) => FieldProblem[];
const noRules: LevelCheck = (levels) =>
  Object.keys(levels).map((name) => ({ field: `ruleLevels.${name}`, ...settingMends.unknown }));

/** Words that no form was asked about are not saved: they might not fit where they are printed, or be printed nowhere. */
const noForm: WordingCheck = (sheetWording) =>
  Object.keys(sheetWording).map((name) => ({ field: `sheetWording.${name}`, ...settingMends.unknown }));

/**
 * All settings at once; the last who saves wins. Refuses `invalid` with each place, unknown and missing settings included.
 * @param wordingProblems the form's check of `sheetWording`; without it none may be saved
 * @param levelProblems the forms' check of `ruleLevels`; without it none may be saved
 */
export async function saveSettings(
  trx: Trx,
  chamberId: string,
  settings: ChamberSettings,
  at: Date,
  wordingProblems: WordingCheck = noForm,
  levelProblems: LevelCheck = noRules,
): Promise<void> {
  const broken = settingsProblems(settings);
  const asked = () => [...wordingProblems(settings.sheetWording ?? {}), ...levelProblems(settings.ruleLevels ?? {})];
  const fields = broken.length > 0 ? broken : asked();
  if (fields.length > 0) throw new Refusal('invalid', { fields });
  const values = { settings: JSON.stringify(settings), changed_at: at };
  await trx
    .insertInto('chamber_setting')
    .values({ chamber_id: chamberId, ...values })
    .onConflict((conflict) => conflict.column('chamber_id').doUpdateSet(values))
    .execute();
}
