// The dates in a text, in the styles that invoices have. Pure.
import { isDay } from '../../lib/day.ts';
import { englishMonths } from '../../lib/months.ts';

/** `days`: every day that it may mean, YYYY-MM-DD; 01/02/2026 is two. */
export type DateFound = { days: readonly string[]; at: number; end: number };

const monthNames = englishMonths.map((month) => month.toUpperCase());
const name = `(${monthNames.map((month) => `${month.slice(0, 3)}(?:${month.slice(3)}|T)?`).join('|')})`;
const day = '(\\d{1,2})(?:ST|ND|RD|TH)?';
const year = "'?(\\d{4}|\\d{2})";
const alone = { before: '(?<![\\p{L}\\d])', after: '(?![\\p{L}\\d])' };

type Style = { form: RegExp; days: (parts: readonly string[]) => readonly string[] };

const style = (form: string, days: Style['days']): Style => ({
  form: new RegExp(`${alone.before}${form}${alone.after}`, 'giu'),
  days,
});

function dayOf(yearText = '', monthText = '', dateText = ''): string {
  const full = yearText.length === 2 ? `20${yearText}` : yearText;
  return `${full}-${monthText.padStart(2, '0')}-${dateText.padStart(2, '0')}`;
}
const monthOf = (word = ''): string =>
  String(monthNames.findIndex((month) => month.startsWith(word.slice(0, 3).toUpperCase())) + 1);

const styles: readonly Style[] = [
  // 2026-01-16, 2026/1/16, 2026.1.16, 2026年1月16日
  style('(\\d{4})\\s?[-/.年]\\s?(\\d{1,2})\\s?[-/.月]\\s?(\\d{1,2})日?', ([y, m, d]) => [dayOf(y, m, d)]),
  // 20260116
  style('(20\\d{2})(\\d{2})(\\d{2})', ([y, m, d]) => [dayOf(y, m, d)]),
  // 16 Jan 2026, 16-JAN-26, 16th of January, 2026
  style(`${day}(?:\\s*OF\\b)?[\\s./,-]*${name}[\\s./,-]*${year}`, ([d, m, y]) => [dayOf(y, monthOf(m), d)]),
  // January 16, 2026; JAN. 16, 2026
  style(`${name}[\\s./-]*${day}[\\s.,/-]+${year}`, ([m, d, y]) => [dayOf(y, monthOf(m), d)]),
  // 16/01/2026 is also 01/16/2026 where both are days; 26/01/16 may be any of three
  style('(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})', ([a, b, y]) => [dayOf(y, b, a), dayOf(y, a, b)]),
  style('(\\d{2})[-/.](\\d{1,2})[-/.](\\d{2})', ([a, b, c]) => [dayOf(c, b, a), dayOf(c, a, b), dayOf(a, b, c)]),
];

/** In the order of the text. */
export function findDates(text: string): DateFound[] {
  return styles
    .flatMap(({ form, days }) =>
      [...text.matchAll(form)].flatMap((match): DateFound[] => {
        const real = [...new Set(days(match.slice(1)).filter(isDay))];
        return real.length === 0 ? [] : [{ days: real, at: match.index, end: match.index + match[0].length }];
      }),
    )
    .sort((a, b) => a.at - b.at);
}
