// What was paid, month by month and ID by ID: of the firm for its administrator, of his own cases for anybody else.
import type { Ctx } from '../accounts/context.ts';
import { casesFor } from '../applications/firm.ts';
import { startOfDayInJapan } from '../lib/clock.ts';
import { inChamber } from '../lib/db.ts';
import { type FieldProblem, Refusal } from '../lib/refusal.ts';
import { type Payer, type Sums, sumPayments } from './spend-store.ts';

export const spendMonthsAtMost = 24;
const payersAtMost = 200;

export type SpendView = {
  total: Sums;
  /** Months in which something was paid, `YYYY-MM` in Japan, oldest first. */
  months: (Sums & { month: string })[];
  /** The IDs that paid, the highest sum first; 200 at most. */
  payers: (Sums & { payer: Payer })[];
  /** Of IDs beyond those; all 0 where there are none. */
  otherPayers: Sums;
};

/**
 * Settled payments from the first day of `from` to the last of `to`, months `YYYY-MM` in Japan. What was refunded stands in
 * the month in which it was paid, and is told apart. What was free of charge is not among them. Refuses `invalid` at `from`
 * or `to`: no month, the wrong way round, or more than 24 months.
 */
export async function spendOf(ctx: Ctx, { from, to }: { from: string; to: string }): Promise<SpendView> {
  const fields = monthProblems(from, to);
  if (fields.length > 0) throw new Refusal('invalid', { fields });
  const { chamberId } = ctx.actor;
  const rows = await inChamber(ctx.db, chamberId, async (trx) => {
    const cases = await casesFor(trx, ctx.actor, 'payment.read', ctx.now);
    const until = startOfDayInJapan(`${monthAfter(to, 1)}-01`);
    return sumPayments(trx, cases, { from: startOfDayInJapan(`${from}-01`), until, payersAtMost });
  });
  const total = rows.find(({ month, payer }) => month === null && payer === null) ?? nothing;
  const months = rows.flatMap(({ month, payer: _, ...sums }) => (month === null ? [] : [{ ...sums, month }]));
  const payers = rows.flatMap(({ payer, month: _, ...sums }) => (payer === null ? [] : [{ ...sums, payer }]));
  return { total: sumsOf(total), months, payers, otherPayers: payers.reduce<Sums>(less, sumsOf(total)) };
}

const nothing: Sums = { paid: 0, refunded: 0, cases: 0 };
const sumsOf = ({ paid, refunded, cases }: Sums): Sums => ({ paid, refunded, cases });
const less = (all: Sums, part: Sums): Sums => ({
  ...{ paid: all.paid - part.paid, refunded: all.refunded - part.refunded, cases: all.cases - part.cases },
});

const isMonth = (text: string): boolean => /^20\d\d-(?:0[1-9]|1[0-2])$/.test(text);

/** The month so many months later. */
export function monthAfter(month: string, months: number): string {
  const at = new Date(`${month}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + months);
  return at.toISOString().slice(0, 7);
}

function monthProblems(from: string, to: string): FieldProblem[] {
  const noMonths = (['from', 'to'] as const).filter((field) => !isMonth({ from, to }[field]));
  if (noMonths.length > 0)
    return noMonths.map((field) => ({
      field,
      ...{ ja: '年月を 2026-11 のように入れてください。', en: 'Please give the month as 2026-11.' },
    }));
  if (from > to)
    return [
      {
        field: 'to',
        ja: '終わりの月は、始まりの月と同じか、それより後にしてください。',
        en: 'The last month must not be before the first.',
      },
    ];
  if (monthAfter(from, spendMonthsAtMost) <= to)
    return [
      {
        field: 'from',
        ja: `一度に表示できるのは${spendMonthsAtMost}か月までです。期間を短くしてください。`,
        en: `At most ${spendMonthsAtMost} months can be shown at once. Please choose a shorter period.`,
      },
    ];
  return [];
}
