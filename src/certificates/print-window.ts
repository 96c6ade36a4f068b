// 印刷期間: from the issue until 24:00 in Japan of its last day; the chamber may set a later last day. Pure; a day is YYYY-MM-DD
// in Japan.

import { addDays } from '../lib/clock.ts';
import { isDay } from '../lib/day.ts';
import { dayText } from '../lib/day-text.ts';
import type { FieldProblem } from '../lib/refusal.ts';

/** May be printed on that day: until 24:00 of its last day (Osaka CCI: 14 days after issue). */
export const isPrintWindowOpen = (printUntil: string | null, today: string): boolean =>
  printUntil !== null && today <= printUntil;

type Window = { printUntil: string; today: string };

/** The new last day where nobody says another: `windowDays` from today, as after the issue; never before the present one. */
export function offeredEnd({ printUntil, today, windowDays }: Window & { windowDays: number }): string {
  const fresh = addDays(today, windowDays);
  return fresh > printUntil ? fresh : printUntil;
}

/** How far a window may be set: a year, as the longest that a chamber may set for itself. Our own choice. */
const longestDays = 365;
export const furthestEnd = (today: string): string => addDays(today, longestDays);
/** The first day that `endProblem` lets pass. */
export function nearestEnd({ printUntil, today }: Window): string {
  return printUntil < today ? today : addDays(printUntil, 1);
}

/** What is wrong with a new last day, as typed; it never makes a window shorter, since its end was told to the firm. */
export function endProblem(until: string, of: Window): FieldProblem | undefined {
  if (!isDay(until)) return problem('終わりの日の日付を入れてください。', 'Give the last day as a date.');
  if (until < of.today) return problem('今日以後の日を入れてください。', 'Give today or later.');
  if (until <= of.printUntil)
    return problem(
      `いまの終わりの日、${dayText.ja(of.printUntil)}より後の日を入れてください。`,
      `Give a day after ${dayText.en(of.printUntil)}, the present last day.`,
    );
  const furthest = furthestEnd(of.today);
  if (until > furthest)
    return problem(
      `印刷期間は、今日から1年までです。${dayText.ja(furthest)}までの日を入れてください。`,
      `The window may last a year from today: give a day until ${dayText.en(furthest)}.`,
    );
  return undefined;
}

const problem = (ja: string, en: string): FieldProblem => ({ field: 'until', ja, en });
