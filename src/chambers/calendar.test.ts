import { describe, expect, test } from 'vitest';
import { type Calendar, isDeskOpen, isSystemOpen, isWorkingDay, nextDeskOpening, nextWorkingDay } from './calendar.ts';
import { nationalHolidays } from './holidays.ts';
import { defaultSettings } from './settings.ts';

const calendar: Calendar = {
  ...defaultSettings,
  closedDays: new Set([...nationalHolidays(2026, 2027).map(({ day }) => day), '2026-06-15']), // 会議所の創立記念日
  from: '2026-01-01',
  to: '2027-12-31',
};
/** `2026-11-20 16:30` by the clock in Japan. */
const jst = (text: string) => new Date(`${text.replace(' ', 'T')}+09:00`);

describe('working days', () => {
  test.each([
    ['2026-11-20', true, 'Friday'],
    ['2026-11-21', false, 'Saturday'],
    ['2026-11-22', false, 'Sunday'],
    ['2026-11-23', false, '勤労感謝の日, a Monday'],
    ['2026-11-24', true, 'Tuesday'],
    ['2026-09-21', false, '敬老の日'],
    ['2026-09-22', false, '国民の休日, between two holidays'],
    ['2026-09-23', false, '秋分の日'],
    ['2026-05-06', false, '振替休日: 憲法記念日 was a Sunday'],
    ['2026-06-15', false, 'a closed day of the chamber'],
    ['2026-12-28', true, 'the last before the year end'],
    ['2026-12-29', false, 'the first of the year end'],
    ['2026-12-31', false, 'year end'],
    ['2027-01-01', false, '元日'],
    ['2027-01-03', false, 'the last of the year end, a Sunday'],
    ['2027-01-04', true, 'the first after the year end'],
    ['2026-01-02', false, 'the year end of the year before, a Friday'],
  ])('%s: %s (%s)', (day, expected) => expect(isWorkingDay(day, calendar)).toBe(expected));

  test('the year end is the chamber’s own', () => {
    const longer = { ...calendar, yearEnd: { from: '12-28', to: '01-05' } };
    expect(['2026-12-28', '2027-01-04', '2027-01-05', '2027-01-06'].map((day) => isWorkingDay(day, longer))).toEqual([
      ...[false, false, false, true],
    ]);
  });

  test.each([
    ['2026-11-19', '2026-11-20'],
    ['2026-11-20', '2026-11-24'],
    ['2026-11-22', '2026-11-24'],
    ['2026-09-18', '2026-09-24'],
    ['2026-12-28', '2027-01-04'],
  ])('after %s comes %s', (day, expected) => expect(nextWorkingDay(day, calendar)).toBe(expected));
});

describe('system hours 8:30-17:30', () => {
  test.each([
    ['2026-11-20 08:29:59.999', false],
    ['2026-11-20 08:30', true],
    ['2026-11-20 12:30', true],
    ['2026-11-20 17:29:59.999', true],
    ['2026-11-20 17:30', false],
    ['2026-11-23 10:00', false],
    ['2026-12-31 10:00', false],
  ])('%s: %s', (at, expected) => expect(isSystemOpen(jst(at), calendar)).toBe(expected));
});

describe('desk hours 9:00-12:00, 13:00-16:30: open at the first instant, closed at the last', () => {
  test.each([
    ['2026-11-20 08:59:59.999', false, '2026-11-20 09:00', 'before'],
    ['2026-11-20 09:00', true, '2026-11-20 09:00', 'the first instant'],
    ['2026-11-20 11:59:59.999', true, '2026-11-20 11:59:59.999', 'the last of the morning'],
    ['2026-11-20 12:00', false, '2026-11-20 13:00', 'lunch begins'],
    ['2026-11-20 12:59', false, '2026-11-20 13:00', 'lunch'],
    ['2026-11-20 13:00', true, '2026-11-20 13:00', 'lunch is over'],
    ['2026-11-20 16:29', true, '2026-11-20 16:29', 'afternoon'],
    ['2026-11-19 16:30', false, '2026-11-20 09:00', 'the desk has closed, the system has not'],
    ['2026-11-20 16:30', false, '2026-11-24 09:00', 'Friday before a long weekend'],
    ['2026-11-20 20:00', false, '2026-11-24 09:00', 'Friday evening before a long weekend'],
    ['2026-11-23 10:00', false, '2026-11-24 09:00', 'holiday'],
    ['2026-11-24 00:00', false, '2026-11-24 09:00', 'midnight in Japan, the day before in UTC'],
    ['2026-09-18 17:00', false, '2026-09-24 09:00', 'five days with a 国民の休日'],
    ['2026-12-28 16:30', false, '2027-01-04 09:00', 'over the year end'],
    ['2026-12-31 23:59', false, '2027-01-04 09:00', 'New Year’s Eve'],
  ])('%s: %s, next %s (%s)', (at, open, next) => {
    expect(isDeskOpen(jst(at), calendar)).toBe(open);
    expect(nextDeskOpening(jst(at), calendar)).toEqual(jst(next));
  });
});

describe('a calendar says nothing about days that it does not know', () => {
  const short: Calendar = { ...calendar, from: '2026-11-20', to: '2026-11-23' };
  test('outside its range', () => {
    expect(() => isWorkingDay('2026-11-19', short)).toThrow(
      'the calendar knows 2026-11-20 to 2026-11-23, not 2026-11-19',
    );
    expect(() => isDeskOpen(jst('2026-11-24 09:00'), short)).toThrow(RangeError);
  });
  test('when the next opening lies behind its end', () => {
    expect(nextDeskOpening(jst('2026-11-20 12:30'), short)).toEqual(jst('2026-11-20 13:00'));
    expect(() => nextDeskOpening(jst('2026-11-20 17:00'), short)).toThrow('not 2026-11-24');
    expect(() => nextWorkingDay('2026-11-20', short)).toThrow('not 2026-11-24');
  });
  test.each(['2026-02-29', '2026-11-31', '20261120', '', '0206-11-24'])('%j is not a day', (day) => {
    expect(() => isWorkingDay(day, { ...calendar, from: '0000-01-01' })).toThrow('not a day');
  });
});
