import { describe, expect, test } from 'vitest';
import { ClosedDay } from './calendar.ts';
import { nationalHolidays } from './holidays.ts';

describe('national holidays', () => {
  test('2026 as the law has them, with 国民の休日 (22 September) and 振替休日 (6 May)', () => {
    const days = nationalHolidays(2026, 2026);
    expect(days.map(({ day }) => day.slice(5))).toEqual([
      ...['01-01', '01-12', '02-11', '02-23', '03-20', '04-29', '05-03', '05-04', '05-05', '05-06', '07-20', '08-11'],
      ...['09-21', '09-22', '09-23', '10-12', '11-03', '11-23'],
    ]);
    expect(days.at(-1)).toEqual({ day: '2026-11-23', nameJa: '勤労感謝の日', nameEn: 'Labor Thanksgiving Day' });
    expect(days.every((day) => ClosedDay.safeParse(day).success)).toBe(true);
  });

  test('both years of the range, in order, whole', () => {
    const days = nationalHolidays(2026, 2027).map(({ day }) => day);
    expect(days).toEqual([...nationalHolidays(2026, 2026), ...nationalHolidays(2027, 2027)].map(({ day }) => day));
    expect(days).toEqual(days.toSorted());
    expect(days).toContain('2027-01-01');
  });

  test.each([
    [2050, 2051],
    [1969, 1970],
    [2027, 2026],
    [Number.NaN, 2026],
  ])('no silence about %d to %d', (first, last) => {
    expect(() => nationalHolidays(first, last)).toThrow(/the data has 1970 to 2050/);
  });
});
