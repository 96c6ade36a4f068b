// An amount in words, as invoices and drafts state it: `SAY US DOLLARS ONE THOUSAND TWO HUNDRED AND 50/100 ONLY`. Pure.
import type { Decimal } from '../decimal.ts';
import type { Currency } from './currencies.ts';

const ones =
  'ZERO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE THIRTEEN FOURTEEN FIFTEEN SIXTEEN SEVENTEEN EIGHTEEN NINETEEN'.split(
    ' ',
  );
const tens = '  TWENTY THIRTY FORTY FIFTY SIXTY SEVENTY EIGHTY NINETY'.split(' ');
/** Of each group of three digits, from the right. */
const powers = ['', 'THOUSAND', 'MILLION', 'BILLION', 'TRILLION'] as const;

/** Amounts stay below this: there is no power for more, and no column of the sheet. */
export const amountLimit = 10n ** BigInt(3 * powers.length);

function belowHundred(count: number): string {
  if (count < 20) return ones[count] ?? '';
  const [ten = '', one] = [tens[Math.floor(count / 10)], count % 10];
  return one === 0 ? ten : `${ten}-${ones[one]}`;
}

function belowThousand(count: number): string {
  const [hundreds, rest] = [Math.floor(count / 100), count % 100];
  if (hundreds === 0) return belowHundred(rest);
  const hundred = `${ones[hundreds]} HUNDRED`;
  return rest === 0 ? hundred : `${hundred} ${belowHundred(rest)}`;
}

/** A whole number in English. Throws a RangeError for one at or beyond `amountLimit`. */
export function wholeInWords(count: bigint): string {
  if (count < 0n || count >= amountLimit) throw new RangeError(`no words for ${count}`);
  if (count === 0n) return 'ZERO';
  const groups = powers.map((power, i) => ({ power, count: Number((count / 1000n ** BigInt(i)) % 1000n) }));
  return groups
    .filter((group) => group.count > 0)
    .map((group) => `${belowThousand(group.count)} ${group.power}`.trim())
    .reverse()
    .join(' ');
}

/**
 * Without `SAY` and `ONLY`, which belong to the wording. What lies behind the point is a fraction of the unit, so that no
 * name of a coin is needed. `amount` has the digits of the currency. Throws a RangeError as `wholeInWords`.
 */
export function amountInWords(amount: Decimal, currency: Pick<Currency, 'words' | 'digits'>): string {
  const unit = 10n ** BigInt(amount.scale);
  const [whole, fraction] = [amount.units / unit, amount.units % unit];
  const said = `${currency.words} ${wholeInWords(whole)}`;
  if (fraction === 0n) return said;
  return `${said} AND ${fraction.toString().padStart(amount.scale, '0')}/${unit}`;
}
