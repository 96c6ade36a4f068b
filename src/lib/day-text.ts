import { englishMonths } from './months.ts';

/** A day YYYY-MM-DD in sentences, letters and mails: `2026年11月22日`, `22 November 2026`. */
export const dayText = {
  ja(day: string): string {
    const [year = '', month = '', date = ''] = day.split('-');
    return `${year}年${Number(month)}月${Number(date)}日`;
  },
  en(day: string): string {
    const [year = '', month = '', date = ''] = day.split('-');
    return `${Number(date)} ${englishMonths[Number(month) - 1] ?? month} ${year}`;
  },
};
