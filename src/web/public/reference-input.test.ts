import { describe, expect, test } from 'vitest';
import { dateIn, missingIn, typedIn } from './reference-input.ts';

describe('the date of a paper, as typed', () => {
  test.each([
    [{ day: '5', month: '1', year: '2026' }, '2026-01-05'],
    [{ day: '05', month: '11', year: '2026' }, '2026-11-05'],
    [{ day: '１６', month: '11', year: '２０２６' }, '2026-11-16'],
    [{ day: '5', month: '1', year: '26' }, ''],
    [{ day: 'x', month: '1', year: '2026' }, ''],
    [{ day: '5', month: '-1', year: '2026' }, ''],
  ])('%o is %s', (typed, date) => {
    expect(dateIn(typed)).toBe(date);
  });
});

test('only what is missing is told, field by field', () => {
  const typed = typedIn({ number: ' 1 ', day: '5', year: '2026' });
  expect(missingIn(typed).map((problem) => problem.field)).toEqual(['accessCode', 'month']);
  expect(missingIn(typedIn({ number: 'n', accessCode: 'c', day: '1', month: '1', year: '2026' }))).toEqual([]);
});
