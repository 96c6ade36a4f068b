// 国民の祝日 as a seed for a chamber's closed days. The chamber edits the table afterwards: the law changes, the equinoxes
// are fixed officially only in the February before, and 「その他本会議所が定めた休日」 are the chamber's own.
import holidayJp from '@holiday-jp/holiday_jp';
import type { ClosedDay } from './calendar.ts';

// By its keys, YYYY-MM-DD: the library's search makes a Date at UTC midnight of each, and takes the machine's zone for ours.
const holidays = Object.values<{ date: string; name: string; name_en: string }>(holidayJp.holidays);
const known = { first: holidays[0]?.date.slice(0, 4), last: holidays.at(-1)?.date.slice(0, 4) };

/**
 * National holidays of these years, both included, with 振替休日 and 国民の休日, in order; also those on a Saturday.
 * RangeError for years that the data does not have: an empty year would be taken for one without holidays.
 */
export function nationalHolidays(firstYear: number, lastYear: number): ClosedDay[] {
  const has = (year: number) => holidays.some(({ date }) => date.startsWith(`${year}-`));
  if (firstYear > lastYear || !has(firstYear) || !has(lastYear))
    throw new RangeError(`no holidays from ${firstYear} to ${lastYear}: the data has ${known.first} to ${known.last}`);
  return holidays
    .filter(({ date }) => Number(date.slice(0, 4)) >= firstYear && Number(date.slice(0, 4)) <= lastYear)
    .map(({ date, name, name_en }) => ({ day: date, nameJa: name, nameEn: name_en }));
}
