// How long a registration that has ended can still be renewed. Pure.
import { addYears } from '../../lib/clock.ts';
import { type FieldProblem, Refusal } from '../../lib/refusal.ts';

/** 新規登録 is for whoever was never registered or lapsed three years ago or more (Osaka CCI, 貿易登録のご案内). */
export const renewalYearsAfterEnd = 3;

/** Days are YYYY-MM-DD in Japan; the last day of validity counts. */
export const isTooLateToRenew = (validUntil: string, today: string): boolean =>
  today > addYears(validUntil, renewalYearsAfterEnd);

const tooLate: FieldProblem = {
  field: '',
  ja: `有効期間が終わってから${renewalYearsAfterEnd}年を過ぎたため、更新も変更もできません。新規登録の手続きをしてください。`,
  en: `It ended more than ${renewalYearsAfterEnd} years ago and can be neither renewed nor changed. Please begin a new registration.`,
};

/** Refuses `invalid` and leads to 新規登録. */
export function requireInTimeToRenew({ validUntil }: { validUntil: string }, today: string): void {
  if (isTooLateToRenew(validUntil, today)) throw new Refusal('invalid', { fields: [tooLate] });
}
