import { expect, test } from 'vitest';
import { formatBytes, formatDay, formatDayTime, formatMoney, formatTime } from './dates.ts';

test('a day is written as its readers write it', () => {
  expect(formatDay('ja', '2026-11-22')).toBe('2026年11月22日(日)');
  expect(formatDay('en', '2026-11-22')).toBe('22 November 2026');
  expect(formatDay('ja', '2028-02-29')).toBe('2028年2月29日(火)');
});

test.each(['2026-02-29', '2026-13-01', '26-11-22', '2026-11-22T00:00', ''])('%j is not a day', (day) => {
  expect(() => formatDay('ja', day)).toThrow(RangeError);
});

test('an instant is shown by the clock in Japan, also across midnight and the year', () => {
  const newYear = new Date('2026-12-31T15:00:00Z');
  expect(formatDayTime('ja', newYear)).toBe('2027年1月1日(金) 00:00');
  expect(formatDayTime('ja', newYear, { zone: true })).toBe('2027年1月1日(金) 00:00(日本時間)');
  expect(formatDayTime('en', new Date('2026-11-22T05:03:59Z'))).toBe('22 November 2026, 14:03 JST');
  expect(formatTime(new Date('2026-11-22T00:05:00Z'))).toBe('09:05');
});

test('money is whole yen and says whether tax is in it', () => {
  expect(formatMoney('ja', 1100)).toBe('1,100円(税込)');
  expect(formatMoney('en', 1234567)).toBe('1,234,567 yen (incl. tax)');
  expect(formatMoney('ja', 100, 'unsaid')).toBe('100円');
  expect(() => formatMoney('ja', 10.5)).toThrow(RangeError);
});

test('a file is never said to be smaller than it is', () => {
  expect([1, 849_001, 10_000_000, 10_000_001].map(formatBytes)).toEqual(['1 KB', '850 KB', '10 MB', '10.1 MB']);
});
