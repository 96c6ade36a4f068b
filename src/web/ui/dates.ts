import { englishMonths } from '../../lib/months.ts';
import type { Lang } from './words.ts';

// Japan has had no daylight saving since 1952, so Japan Standard Time is a fixed nine hours ahead of UTC.
const jstOffsetMs = 9 * 60 * 60 * 1000;
const weekdays = ['日', '月', '火', '水', '木', '金', '土'] as const;

const two = (n: number) => String(n).padStart(2, '0');

/** A day in the calendar, written `2026-11-22` -> `2026年11月22日(日)` | `22 November 2026`. RangeError if there is no such day. */
export function formatDay(lang: Lang, day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day)
    throw new RangeError(`not a day (YYYY-MM-DD): ${day}`);
  return dayText(lang, at);
}

/** The clock in Japan at that instant: `14:03`. For "14:03 保存済み", on the day itself. */
export function formatTime(at: Date): string {
  const there = new Date(at.getTime() + jstOffsetMs);
  return `${two(there.getUTCHours())}:${two(there.getUTCMinutes())}`;
}

/**
 * An instant as the clock in Japan shows it: `2026年11月22日(日) 14:03` | `22 November 2026, 14:03 JST`.
 * `zone: true` says the zone in Japanese too, for pages that strangers read.
 */
export function formatDayTime(lang: Lang, at: Date, options: { zone?: boolean } = {}): string {
  const day = dayText(lang, new Date(at.getTime() + jstOffsetMs));
  if (lang === 'en') return `${day}, ${formatTime(at)} JST`;
  return `${day} ${formatTime(at)}${options.zone ? '(日本時間)' : ''}`;
}

/** Whole yen. `tax: 'included'` (the default) says so: `1,100円(税込)` | `1,100 yen (incl. tax)`. RangeError on a fraction. */
export function formatMoney(lang: Lang, yen: number, tax: 'included' | 'unsaid' = 'included'): string {
  if (!Number.isSafeInteger(yen)) throw new RangeError(`not a whole number of yen: ${yen}`);
  const amount = formatCount(yen);
  if (lang === 'en') return `${amount} yen${tax === 'included' ? ' (incl. tax)' : ''}`;
  return `${amount}円${tax === 'included' ? '(税込)' : ''}`;
}

// Made once: making one costs more than a page's worth of formatting.
const counts = new Intl.NumberFormat('en-US', { maximumFractionDigits: 20 });

/** A number with thousands grouped, the same in both languages: `1,100`. */
export function formatCount(n: number): string {
  return counts.format(n);
}

/** Bytes as a person says them, in powers of 1,000 as on a file list: `850 KB`, `9.4 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000_000) return `${formatCount(Math.ceil(bytes / 1000))} KB`;
  return `${formatCount(Math.ceil(bytes / 100_000) / 10)} MB`;
}

function dayText(lang: Lang, at: Date): string {
  const [year, month, date] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
  if (lang === 'en') return `${date} ${englishMonths[month]} ${year}`;
  return `${year}年${month + 1}月${date}日(${weekdays[at.getUTCDay()]})`;
}
