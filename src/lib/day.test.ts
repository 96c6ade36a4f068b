import { describe, expect, test } from 'vitest';
import { addMonths, isDay } from './day.ts';

describe('isDay', () => {
  test.each(['2026-11-22', '2024-02-29', '1999-12-31'])('%s exists', (day) => {
    expect(isDay(day)).toBe(true);
  });
  test.each(['', '2026-02-29', '2026-13-01', '2026-00-10', '2026-1-2', '2026/11/22', '2026-11-31', '+002026-11-22'])(
    '%j does not',
    (day) => {
      expect(isDay(day)).toBe(false);
    },
  );
});

test.each([
  ['2016-06-25', 6, '2016-12-25'],
  ['2016-06-25', 12, '2017-06-25'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2024-02-29', 12, '2025-02-28'],
])('%s and %i months', (day, months, result) => {
  expect(addMonths(day, months)).toBe(result);
});
