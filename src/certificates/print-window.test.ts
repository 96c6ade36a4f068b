import { describe, expect, test } from 'vitest';
import { endProblem, isPrintWindowOpen, offeredEnd } from './print-window.ts';

test('印刷期間 ends at 24:00 of its last day: that day is in it, the next is not', () => {
  expect(isPrintWindowOpen('2026-11-30', '2026-11-30')).toBe(true);
  expect(isPrintWindowOpen('2026-11-30', '2026-12-01')).toBe(false);
  expect(isPrintWindowOpen(null, '2026-11-30')).toBe(false);
});

describe('the end that is offered', () => {
  test('as many days from today as after the issue', () => {
    expect(offeredEnd({ printUntil: '2026-11-30', today: '2026-12-01', windowDays: 14 })).toBe('2026-12-15');
  });
  test('never before the end that is promised already', () => {
    expect(offeredEnd({ printUntil: '2026-12-20', today: '2026-12-01', windowDays: 14 })).toBe('2026-12-20');
  });
});

describe('the new end of the window', () => {
  const over = { printUntil: '2026-11-30', today: '2026-12-01' };
  const open = { printUntil: '2026-11-30', today: '2026-11-20' };

  test.each([
    ['today itself', '2026-12-01', over],
    ['a year from today', '2027-12-01', over],
    ['the day after the present end', '2026-12-01', open],
  ])('%s is taken', (_, until, of) => {
    expect(endProblem(until, of)).toBeUndefined();
  });

  test.each([
    ['nothing', '', over, '日付を入れて', 'Give the last day'],
    ['no day', '2026-02-30', over, '日付を入れて', 'Give the last day'],
    ['words', '来週', over, '日付を入れて', 'Give the last day'],
    ['yesterday', '2026-11-30', over, '今日以後の日', 'today or later'],
    ['the present end', '2026-11-30', open, '2026年11月30日より後の日', 'after 30 November 2026'],
    ['before the present end', '2026-11-25', open, '2026年11月30日より後の日', 'after 30 November 2026'],
    ['more than a year', '2027-12-02', over, '2027年12月1日まで', '1 December 2027'],
  ])('%s is refused at its field, in both languages', (_, until, of, ja, en) => {
    const problem = endProblem(until, of);
    expect(problem?.field).toBe('until');
    expect(problem?.ja).toContain(ja);
    expect(problem?.en).toContain(en);
  });
});
