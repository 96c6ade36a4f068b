// Time of the trade: stored in UTC, counted in Japan (UTC+9, no summer time).

/** The one source of "now": real in the server, turned by hand in tests. */
export type Clock = () => Date;

const jst = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in Japan, `YYYY-MM-DD`. */
export function dayInJapan(at: Date): string {
  return jst.format(at);
}

/** The instant at which a day `YYYY-MM-DD` begins in Japan (0:00 JST). */
export function startOfDayInJapan(day: string): Date {
  return new Date(`${day}T00:00:00+09:00`);
}

/** The day `YYYY-MM-DD` that lies `days` after another. */
export function addDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** The same day `years` later; 29 February becomes 28 February where there is none (民法 第143条2項: the month's last day). */
export function addYears(day: string, years: number): string {
  const [year = '', rest = ''] = [day.slice(0, 4), day.slice(4)];
  const then = `${String(Number(year) + years).padStart(4, '0')}${rest}`;
  return addDays(then, 0) === then ? then : `${then.slice(0, 4)}-02-28`;
}
