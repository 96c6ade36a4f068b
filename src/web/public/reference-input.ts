// What was typed on the form, as the deed takes it. Only what is missing is told: what is wrong is "not found".
import type { FieldProblem } from '../../lib/refusal.ts';
import { referenceWords } from './reference-words.ts';

export type Typed = { number: string; accessCode: string; day: string; month: string; year: string };

const fields = ['number', 'accessCode', 'month', 'day', 'year'] as const satisfies readonly (keyof Typed)[];

export function typedIn(form: Readonly<Record<string, string>>): Typed {
  const of = (name: keyof Typed): string => (form[name] ?? '').trim();
  return {
    ...{ number: of('number'), accessCode: of('accessCode') },
    ...{ day: of('day'), month: of('month'), year: of('year') },
  };
}

export function missingIn(typed: Typed): FieldProblem[] {
  const { ja, en } = referenceWords;
  return fields
    .filter((field) => typed[field] === '')
    .map((field) => ({ field, ja: ja[`${field}Missing`], en: en[`${field}Missing`] }));
}

/** `YYYY-MM-DD`, or the empty text, which is the date of no certificate. Full-width digits are digits. */
export function dateIn({ day, month, year }: Pick<Typed, 'day' | 'month' | 'year'>): string {
  const [d, m, y] = [day, month, year].map((part) => part.normalize('NFKC'));
  if (!/^\d{1,2}$/.test(d ?? '') || !/^\d{1,2}$/.test(m ?? '') || !/^\d{4}$/.test(y ?? '')) return '';
  return `${y}-${m?.padStart(2, '0')}-${d?.padStart(2, '0')}`;
}
