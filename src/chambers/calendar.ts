// Working days, system hours and desk hours of a chamber, by the clock in Japan. Pure.
//
// Hours refuse nothing: drafts are saved, applications taken in, payments settled and papers looked up at any time, as a
// firm abroad or a card company keeps no desk hours. What is sent outside the desk hours is examined when the desk opens
// again (Osaka CCI: 営業時間外に申請をいただいても、審査や認証を完了できるわけではありません), and pages say when that is.
import { z } from 'zod';
import { addDays, dayInJapan } from '../lib/clock.ts';
import type { ChamberSettings } from './settings.ts';

/** A day in Japan, `YYYY-MM-DD`, that exists. None before the system did: a year typed with a slip (0206) is found here. */
export const CalendarDay = z.iso.date().refine((day) => day >= '2000-01-01');

/** A day on which the desk is closed besides Saturdays, Sundays and the year end. */
export const ClosedDay = z.strictObject({
  day: CalendarDay,
  nameJa: z.string().trim().min(1).max(100),
  nameEn: z.string().trim().min(1).max(100),
});
export type ClosedDay = z.infer<typeof ClosedDay>;

export type Calendar = Pick<ChamberSettings, 'systemHours' | 'deskHours' | 'yearEnd'> & {
  /** `YYYY-MM-DD`; complete from `from` to `to`, both included. Asking about a day outside is a RangeError, not a guess. */
  closedDays: ReadonlySet<string>;
  from: string;
  to: string;
};

/** Open from `opens` on, until just before `closes`. */
export type OpenWindow = { opens: Date; closes: Date };

/** Whether the desk works on that day. RangeError for what is no day, or none that the calendar knows. */
export function isWorkingDay(day: string, calendar: Calendar): boolean {
  assertKnown(day, calendar);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const weekend = weekday === 0 || weekday === 6;
  const monthDay = day.slice(5);
  const yearEnd = monthDay >= calendar.yearEnd.from || monthDay <= calendar.yearEnd.to;
  return !weekend && !yearEnd && !calendar.closedDays.has(day);
}

/** The first working day after `day`, never `day` itself. RangeError when the calendar ends before one comes. */
export function nextWorkingDay(day: string, calendar: Calendar): string {
  let next = addDays(day, 1);
  while (!isWorkingDay(next, calendar)) next = addDays(next, 1);
  return next;
}

/** Whether it is システム利用可能時間 (working days only, as chambers say it). Said on pages; nothing is refused by it. */
export function isSystemOpen(at: Date, calendar: Calendar): boolean {
  const day = dayInJapan(at);
  if (!isWorkingDay(day, calendar)) return false;
  const { opens, closes } = calendar.systemHours;
  return instant(day, opens) <= at && at < instant(day, closes);
}

/** Whether applications are being examined at that instant. */
export function isDeskOpen(at: Date, calendar: Calendar): boolean {
  return deskWindows(dayInJapan(at), calendar).some((window) => isWithin(at, window));
}

/** The next instant at which the desk is open: `at` itself if it is. RangeError when the calendar ends before one comes. */
export function nextDeskOpening(at: Date, calendar: Calendar): Date {
  // Ends: asking for the day after the calendar's last is a RangeError.
  for (let day = dayInJapan(at); ; day = addDays(day, 1)) {
    const next = deskWindows(day, calendar).find((window) => at < window.closes);
    if (next) return at < next.opens ? next.opens : at;
  }
}

/** The desk hours of that day, earliest first; none on a closed day. */
export function deskWindows(day: string, calendar: Calendar): OpenWindow[] {
  if (!isWorkingDay(day, calendar)) return [];
  return calendar.deskHours.map(({ from, to }) => ({ opens: instant(day, from), closes: instant(day, to) }));
}

/** Whether the instant lies in the window. */
export function isWithin(at: Date, window: OpenWindow): boolean {
  return window.opens <= at && at < window.closes;
}

/** `09:00` of that day in Japan. */
function instant(day: string, time: string): Date {
  return new Date(`${day}T${time}:00+09:00`);
}

function assertKnown(day: string, { from, to }: Calendar): void {
  if (!CalendarDay.safeParse(day).success) throw new RangeError(`not a day (YYYY-MM-DD, from 2000 on): ${day}`);
  if (day < from || day > to) throw new RangeError(`the calendar knows ${from} to ${to}, not ${day}`);
}
