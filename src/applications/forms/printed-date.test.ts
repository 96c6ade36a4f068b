import { expect, test } from 'vitest';
import { printedDate } from './printed-date.ts';

test.each([
  ['2023-01-16', 'January 16, 2023'],
  ['2026-11-02', 'November 2, 2026'],
  ['', ''],
  ['16-JAN-23', '16-JAN-23'],
  ['2026-13-01', '2026-13-01'],
])('month in letters, year in four digits, anything else as typed: %s', (typed, printed) => {
  expect(printedDate(typed)).toBe(printed);
});
