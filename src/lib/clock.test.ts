import { expect, test } from 'vitest';
import { addDays, dayInJapan, startOfDayInJapan } from './clock.ts';

test('the day changes at midnight in Japan, not in UTC', () => {
  expect(dayInJapan(new Date('2026-11-22T14:59:59Z'))).toBe('2026-11-22');
  expect(dayInJapan(new Date('2026-11-22T15:00:00Z'))).toBe('2026-11-23');
  expect(startOfDayInJapan('2026-11-23').toISOString()).toBe('2026-11-22T15:00:00.000Z');
});

test.each([
  ['2026-12-31', 1, '2027-01-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-03-01', -1, '2026-02-28'],
  ['2026-11-22', -14, '2026-11-08'],
])('%s and %i days', (day, days, expected) => {
  expect(addDays(day, days)).toBe(expected);
});
