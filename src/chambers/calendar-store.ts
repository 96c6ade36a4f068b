import { sql } from 'kysely';
import { addDays, dayInJapan } from '../lib/clock.ts';
import type { Trx } from '../lib/db.ts';
import { type FieldProblem, Refusal } from '../lib/refusal.ts';
import { type Calendar, CalendarDay, ClosedDay } from './calendar.ts';
import { getSettings } from './settings-store.ts';

/** Closed days from `from` to `to` (days in Japan, both included), earliest first: at most one a day, so the range is the bound. */
export async function listClosedDays(trx: Trx, chamberId: string, from: string, to: string): Promise<ClosedDay[]> {
  // A day is a day: the driver would make a Date of it, in the zone of the machine.
  return trx
    .selectFrom('closed_day')
    .select([sql<string>`day::text`.as('day'), 'name_ja as nameJa', 'name_en as nameEn'])
    .where('chamber_id', '=', chamberId)
    .where(sql<boolean>`day between ${from}::date and ${to}::date`)
    .orderBy('closed_day.day')
    .execute();
}

/**
 * Adds those that are not closed yet and leaves the others with the name that they have, so a seed may be added again.
 * Returns how many were new. Refuses `invalid`, and then adds none; `field` is a path: `3.day`.
 */
export async function addClosedDays(trx: Trx, chamberId: string, days: readonly ClosedDay[]): Promise<number> {
  const fields = days.flatMap(problemsOf);
  if (fields.length > 0) throw new Refusal('invalid', { fields });
  if (days.length === 0) return 0;
  const added = await trx
    .insertInto('closed_day')
    .values(days.map((closed) => rowOf(chamberId, closed)))
    .onConflict((conflict) => conflict.columns(['chamber_id', 'day']).doNothing())
    .executeTakeFirstOrThrow();
  return Number(added.numInsertedOrUpdatedRows ?? 0);
}

function rowOf(chamberId: string, closed: ClosedDay) {
  const { day, nameJa, nameEn } = ClosedDay.parse(closed); // without the blanks around a name
  return { chamber_id: chamberId, day, name_ja: nameJa, name_en: nameEn };
}

/** The desk works on that day again, unless it is a weekend or the year end. Refuses `not_found`, also for what is no day. */
export async function removeClosedDay(trx: Trx, chamberId: string, day: string): Promise<void> {
  if (!CalendarDay.safeParse(day).success) throw new Refusal('not_found');
  const { numDeletedRows } = await trx
    .deleteFrom('closed_day')
    .where('chamber_id', '=', chamberId)
    .where(sql<boolean>`day = ${day}::date`)
    .executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) throw new Refusal('not_found');
}

const daysBefore = 31;
/** More than a year: a firm never asks for an opening further off than that. */
const daysAfter = 400;

/** The chamber's calendar from a month before that instant to a year after it. */
export async function loadCalendar(trx: Trx, chamberId: string, around: Date): Promise<Calendar> {
  const today = dayInJapan(around);
  const [from, to] = [addDays(today, -daysBefore), addDays(today, daysAfter)];
  const { systemHours, deskHours, yearEnd } = await getSettings(trx, chamberId);
  const closed = await listClosedDays(trx, chamberId, from, to);
  return { systemHours, deskHours, yearEnd, from, to, closedDays: new Set(closed.map(({ day }) => day)) };
}

function problemsOf(closed: ClosedDay, index: number): FieldProblem[] {
  const issues = ClosedDay.safeParse(closed).error?.issues ?? [];
  return issues.map(({ path }) => ({
    field: [index, ...path.map(String)].join('.'),
    ...(path[0] === 'day' ? mends.day : mends.name),
  }));
}

const mends = {
  day: {
    ja: '休業日を 2026-11-24 のように、実際にある日付(2000年以降)で入れてください。',
    en: 'Give the day as 2026-11-24: a day that exists, from 2000 on.',
  },
  name: {
    ja: '休業日には名前だけを、日本語と英語で、それぞれ1字から100字までで付けてください。',
    en: 'Give the day a name in Japanese and one in English, of 1 to 100 characters each, and nothing else.',
  },
};
