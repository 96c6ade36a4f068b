// One sentence for a firm: is anybody examining now, and if not, when does it begin?
import { type Calendar, deskWindows, isWithin, nextDeskOpening } from '../../chambers/calendar.ts';
import { dayInJapan } from '../../lib/clock.ts';
import { formatDayTime, formatTime } from './dates.ts';
import { catalogue, type Lang } from './words.ts';

const words = catalogue(
  {
    open: (until: string) => `審査の受付時間中です(${until}まで)。`,
    openBeforeBreak: (until: string, again: string) => `審査の受付時間中です(${until}まで、休憩後は${again}から)。`,
    today: (time: string) => `審査は次の営業時間 本日 ${time} に始まります。`,
    later: (dayTime: string) => `審査は次の営業時間 ${dayTime} に始まります。`,
  },
  {
    open: (until) => `Applications are being examined now, until ${until} JST.`,
    openBeforeBreak: (until, again) =>
      `Applications are being examined now, until ${until} JST, and again from ${again} JST.`,
    today: (time) => `Examination begins at the next desk opening: today, ${time} JST.`,
    later: (dayTime) => `Examination begins at the next desk opening: ${dayTime}.`,
  },
);

/** When applications are examined, as seen at that instant. RangeError when the calendar ends before the next opening. */
export function nextOpening(lang: Lang, at: Date, calendar: Calendar): string {
  const w = words[lang];
  const today = dayInJapan(at);
  const windows = deskWindows(today, calendar);
  const now = windows.findIndex((window) => isWithin(at, window));
  const [open, again] = now < 0 ? [] : windows.slice(now);
  if (open && again) return w.openBeforeBreak(formatTime(open.closes), formatTime(again.opens));
  if (open) return w.open(formatTime(open.closes));
  const next = nextDeskOpening(at, calendar);
  return dayInJapan(next) === today ? w.today(formatTime(next)) : w.later(formatDayTime(lang, next));
}
