// Fees for certificates and the consumption tax in them. Pure; whole yen.
import { z } from 'zod';
import { CalendarDay } from './calendar.ts';

/** 会員区分: members and others pay differently. */
export const memberClasses = ['member', 'non_member'] as const;
export type MemberClass = (typeof memberClasses)[number];

/** A chamber's fee for one certificate of a kind, from a day on until the next begins. Chambers publish it with tax in it (税込). */
export const Fee = z.strictObject({
  /** The form's name, as applications call it: `origin` */
  kind: z.string().min(1),
  memberClass: z.enum(memberClasses),
  /** The first day in Japan on which it holds, `YYYY-MM-DD`. */
  effectiveFrom: CalendarDay,
  /** Consumption tax included; 0 is a fee that needs no payment. */
  yen: z.int().min(0).max(10_000_000),
});
export type Fee = z.infer<typeof Fee>;

/**
 * The fee that holds on a day (YYYY-MM-DD in Japan); undefined where the chamber has set none yet, which is not "free".
 * RangeError when two begin on the same day: neither can be charged.
 */
export function feeOn(fees: readonly Fee[], kind: string, memberClass: MemberClass, day: string): Fee | undefined {
  const begun = fees.filter((fee) => fee.kind === kind && fee.memberClass === memberClass && fee.effectiveFrom <= day);
  const latest = begun.reduce<string | undefined>(
    (last, { effectiveFrom }) => (last === undefined || effectiveFrom > last ? effectiveFrom : last),
    undefined,
  );
  const [fee, other] = begun.filter(({ effectiveFrom }) => effectiveFrom === latest);
  if (other) throw new RangeError(`two fees for ${kind}, ${memberClass} from ${latest}`);
  return fee;
}

/** 端数処理: the issuer's choice (消費税法基本通達 1-8-15). */
export const roundings = ['down', 'half_up', 'up'] as const;
export type Rounding = (typeof roundings)[number];

/** `net + tax` is the amount that was split. */
export type TaxSplit = { net: number; tax: number };

/**
 * The consumption tax in an amount that includes it, in yen. `yenIncluded`: the total of one invoice at one rate, since
 * only that may be rounded, once (消費税法施行令 第70条の10); use `taxByRate` for an invoice of many lines.
 * @param ratePercent 10, or 8 for the reduced rate
 * Throws RangeError for fractions and negative amounts.
 */
export function taxOf(yenIncluded: number, ratePercent: number, rounding: Rounding): TaxSplit {
  assertYen(yenIncluded);
  if (!Number.isInteger(ratePercent) || ratePercent < 0 || ratePercent > 100)
    throw new RangeError(`not a whole percentage from 0 to 100: ${ratePercent}`);
  const divisor = BigInt(100 + ratePercent);
  const over = BigInt(yenIncluded) * BigInt(ratePercent);
  const tax = Number((over + addedBefore(rounding, divisor)) / divisor);
  return { net: yenIncluded - tax, tax };
}

/** What is added before an integer division that drops the rest. */
function addedBefore(rounding: Rounding, divisor: bigint): bigint {
  if (rounding === 'up') return divisor - 1n;
  // An odd divisor (105, a rate of 5 %) has no rest that is exactly half of it.
  return rounding === 'half_up' ? divisor / 2n : 0n;
}

/** The lines of one invoice summed by rate, each sum split once; highest rate first. Errors as `taxOf`. */
export function taxByRate(
  lines: readonly { yenIncluded: number; ratePercent: number }[],
  rounding: Rounding,
): (TaxSplit & { ratePercent: number; yenIncluded: number })[] {
  const byRate = Map.groupBy(lines, ({ ratePercent }) => ratePercent);
  return [...byRate]
    .sort(([a], [b]) => b - a)
    .map(([ratePercent, ofRate]) => {
      // Each by itself: two halves of a yen would add up to a whole.
      for (const line of ofRate) assertYen(line.yenIncluded);
      const yenIncluded = ofRate.reduce((sum, line) => sum + line.yenIncluded, 0);
      return { ratePercent, yenIncluded, ...taxOf(yenIncluded, ratePercent, rounding) };
    });
}

function assertYen(yen: number): void {
  if (!Number.isSafeInteger(yen) || yen < 0) throw new RangeError(`not a whole amount of yen from 0: ${yen}`);
}
