// What a document's prices come to: lines, charges and discounts, total. Exact (forms/decimal), rounded half up to the digits
// of the currency, once for each line and once for each percentage. Pure.
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  formatDecimal,
  multiplyDecimals,
  parseDecimal,
  roundDecimal,
  subtractDecimals,
} from '../decimal.ts';
import { amountLimit } from './amount-in-words.ts';
import type { InvoiceContent, InvoiceLine } from './content.ts';
import { findCurrency } from './currencies.ts';

/** Digits after the point of amounts; two while no currency of the list is given. */
export const digitsOf = (currency: string): number => findCurrency(currency.trim())?.digits ?? 2;

/** Whether it can be printed and said in words. */
export const isWithinLimit = (amount: Decimal): boolean =>
  compareDecimals(amount, { units: amountLimit, scale: 0 }) < 0;

/** Quantity × unit price, rounded; undefined unless both are numbers. */
export function productOf(line: Pick<InvoiceLine, 'quantity' | 'unitPrice'>, digits: number): Decimal | undefined {
  const [quantity, price] = [parseDecimal(line.quantity), parseDecimal(line.unitPrice)];
  return quantity === undefined || price === undefined
    ? undefined
    : roundDecimal(multiplyDecimals(quantity, price), digits);
}

/** The line's amount as the firm states it, else what it comes to. */
export function lineAmount(line: InvoiceLine, digits: number): Decimal | undefined {
  return line.amount.trim() === '' ? productOf(line, digits) : stated(line.amount, digits);
}

/** With the digits of the currency where it has no more than those. */
function stated(text: string, digits: number): Decimal | undefined {
  const amount = parseDecimal(text);
  return amount === undefined || amount.scale >= digits ? amount : roundDecimal(amount, digits);
}

type Adjustment = InvoiceContent['adjustments'][number];

/** A charge or discount as it stands below the goods; of a percentage, so much of their sum. */
export function adjustmentAmount(adjustment: Adjustment, goods: Decimal, digits: number): Decimal | undefined {
  if (adjustment.amount.trim() !== '') return stated(adjustment.amount, digits);
  const percent = parseDecimal(adjustment.percent);
  if (percent === undefined) return undefined;
  return roundDecimal(multiplyDecimals(goods, { units: percent.units, scale: percent.scale + 2 }), digits);
}

export type Amounts = {
  /** Of each line; undefined where it has no amount that could be added. */
  lines: (Decimal | undefined)[];
  /** Their sum. */
  goods: Decimal;
  adjustments: (Decimal | undefined)[];
  /** Undefined where the discounts are more than everything else. */
  total: Decimal | undefined;
};

/** All that a document's prices come to. What is no number adds nothing: the rules stop it. */
export function amountsOf(content: InvoiceContent): Amounts {
  const digits = digitsOf(content.currency);
  const none: Decimal = { units: 0n, scale: digits };
  const lines = content.goods.map((line) => lineAmount(line, digits));
  const goods = lines.reduce<Decimal>((sum, amount) => addDecimals(sum, amount ?? none), none);
  const adjustments = content.adjustments.map((one) => adjustmentAmount(one, goods, digits));
  const sumOf = (kind: Adjustment['kind']): Decimal =>
    adjustments
      .filter((_, i) => content.adjustments[i]?.kind === kind)
      .reduce<Decimal>((sum, amount) => addDecimals(sum, amount ?? none), none);
  return { lines, goods, adjustments, total: subtractDecimals(addDecimals(goods, sumOf('charge')), sumOf('discount')) };
}

/** As printed: commas at the thousands, no fewer digits after the point than the currency has. What is no number stays as typed. */
export function printedPrice(text: string, digits: number): string {
  const price = stated(text, digits);
  return price === undefined ? text.trim() : formatDecimal(price);
}
