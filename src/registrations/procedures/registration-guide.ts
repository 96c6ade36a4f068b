// What somebody without an ID reads before beginning.
import type { OpenCtx } from '../../accounts/context.ts';
import type { Calendar } from '../../chambers/calendar.ts';
import { loadCalendar } from '../../chambers/calendar-store.ts';
import type { Chamber } from '../../chambers/chamber.ts';
import { getSettings } from '../../chambers/settings-store.ts';
import { getChamber } from '../../chambers/store.ts';
import { inChamber, isChamberId } from '../../lib/db.ts';
import { Refusal } from '../../lib/refusal.ts';
import { findNewestRules, type RulesText } from './rules-text-store.ts';

export type RegistrationGuide = {
  chamber: Chamber;
  /** What is agreed to today; undefined: this chamber takes no registration online. */
  rules: RulesText | undefined;
  /** Whether scans may be uploaded instead of bringing the papers. */
  uploads: boolean;
  /** Whether its fee may be paid by card. */
  feeOnline: boolean;
};

/** Refuses `not_found` where no chamber has this code. */
export async function readGuide(ctx: Pick<OpenCtx, 'db'>, chamberId: string): Promise<RegistrationGuide> {
  if (!isChamberId(chamberId)) throw new Refusal('not_found');
  return inChamber(ctx.db, chamberId, async (trx) => {
    const { registrationUploads, registrationFeeOnline } = await getSettings(trx, chamberId);
    return {
      chamber: await getChamber(trx, chamberId),
      rules: await findNewestRules(trx, chamberId),
      ...{ uploads: registrationUploads, feeOnline: registrationFeeOnline },
    };
  });
}

/** Of a procedure's chamber: whom to ask, whether scans may be uploaded, when its desk is open. */
export type FormChamber = { chamber: Chamber; uploads: boolean; calendar: Calendar };

/** Tells nothing that a stranger may not know. */
export function readFormChamber(
  ctx: Pick<OpenCtx, 'db' | 'now'>,
  { chamberId }: { chamberId: string },
): Promise<FormChamber> {
  return inChamber(ctx.db, chamberId, async (trx) => ({
    chamber: await getChamber(trx, chamberId),
    uploads: (await getSettings(trx, chamberId)).registrationUploads,
    calendar: await loadCalendar(trx, chamberId, ctx.now),
  }));
}
