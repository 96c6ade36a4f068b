import { expect, test } from 'vitest';
import type { Calendar } from '../../chambers/calendar.ts';
import { defaultSettings } from '../../chambers/settings.ts';
import { nextOpening } from './next-opening.ts';

const calendar: Calendar = {
  ...{ ...defaultSettings, closedDays: new Set(['2026-11-23']), from: '2026-11-01', to: '2027-01-31' },
};

test.each([
  [
    '2026-11-20T10:00',
    '審査の受付時間中です(12:00まで、休憩後は13:00から)。',
    'Applications are being examined now, until 12:00 JST, and again from 13:00 JST.',
  ],
  ['2026-11-20T13:00', '審査の受付時間中です(16:30まで)。', 'Applications are being examined now, until 16:30 JST.'],
  [
    '2026-11-20T12:00',
    '審査は次の営業時間 本日 13:00 に始まります。',
    'Examination begins at the next desk opening: today, 13:00 JST.',
  ],
  [
    '2026-11-24T00:00', // the day before by the clock in UTC
    '審査は次の営業時間 本日 09:00 に始まります。',
    'Examination begins at the next desk opening: today, 09:00 JST.',
  ],
  [
    '2026-11-20T16:30',
    '審査は次の営業時間 2026年11月24日(火) 09:00 に始まります。',
    'Examination begins at the next desk opening: 24 November 2026, 09:00 JST.',
  ],
  [
    '2026-12-28T17:00',
    '審査は次の営業時間 2027年1月4日(月) 09:00 に始まります。',
    'Examination begins at the next desk opening: 4 January 2027, 09:00 JST.',
  ],
])('at %s in Japan', (at, ja, en) => {
  const instant = new Date(`${at}+09:00`);
  expect(nextOpening('ja', instant, calendar)).toBe(ja);
  expect(nextOpening('en', instant, calendar)).toBe(en);
});
