import { loadCalendar } from '../../chambers/calendar-store.ts';
import { inChamber } from '../../lib/db.ts';
import { ctxOf, type Req } from '../request.ts';
import { nextOpening } from '../ui/next-opening.ts';

/** Whether the reader's chamber examines just now, or when it begins: one sentence. */
export async function deskSentence(c: Req): Promise<string> {
  const { db, actor, now } = ctxOf(c);
  const calendar = await inChamber(db, actor.chamberId, (trx) => loadCalendar(trx, actor.chamberId, now));
  return nextOpening(c.var.lang, now, calendar);
}
