// Calendar days as text, YYYY-MM-DD. Such texts sort as days do, so `<` compares them. Pure: knows no today.

const form = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A day that exists: 2026-02-29 does not. */
export function isDay(text: string): boolean {
  const match = form.exec(text);
  if (match === null) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** The same date so many months later; the last of the month where there is none (31 August + 6 months = end of February). */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
