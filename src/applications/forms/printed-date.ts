import { englishMonths } from '../../lib/months.ts';

/**
 * A date as box 3 asks for it: month in letters, year in four digits (`2023-01-16` -> `January 16, 2023`), because
 * 01/02/2023 is two dates. Anything but YYYY-MM-DD comes back as typed: a draft shows what was typed.
 */
export function printedDate(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const month = englishMonths[Number(match?.[2]) - 1];
  if (match === null || month === undefined) return date;
  return `${month} ${Number(match[3])}, ${match[1]}`;
}
