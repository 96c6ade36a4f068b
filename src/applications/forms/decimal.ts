// Numbers as invoices print them (`1,200.50`), exact: a unit count in BigInt and how many of its digits stand after the point.
// No floating point, which would make 0.1 + 0.2 something else than 0.3 on a certificate. Pure.

/** `1,200.50` is { units: 120050n, scale: 2 }. */
export type Decimal = { units: bigint; scale: number };

const decimalForm = /^(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d{1,10})?$/;

/** Undefined unless digits, commas at the thousands (all or none) and a point: no sign, no unit, no exponent. */
export function parseDecimal(text: string): Decimal | undefined {
  const trimmed = text.trim();
  if (!decimalForm.test(trimmed)) return undefined;
  const [whole = '', fraction = ''] = trimmed.replaceAll(',', '').split('.');
  return { units: BigInt(whole + fraction), scale: fraction.length };
}

const unitsAt = (value: Decimal, scale: number): bigint => value.units * 10n ** BigInt(scale - value.scale);

/** Keeps the longer fraction, as a person adding up a column does: 1.50 + 1 = 2.50. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: unitsAt(a, scale) + unitsAt(b, scale), scale };
}

/** Exact: the digits after the point add up. */
export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

/** Undefined when `b` is the greater: there are no numbers below zero here. */
export function subtractDecimals(a: Decimal, b: Decimal): Decimal | undefined {
  const scale = Math.max(a.scale, b.scale);
  const units = unitsAt(a, scale) - unitsAt(b, scale);
  return units < 0n ? undefined : { units, scale };
}

/** To so many digits after the point, 5 up (四捨五入); zeros are added where there are fewer. */
export function roundDecimal(value: Decimal, scale: number): Decimal {
  if (scale >= value.scale) return { units: unitsAt(value, scale), scale };
  const unit = 10n ** BigInt(value.scale - scale);
  return { units: (value.units + unit / 2n) / unit, scale };
}

/** By value: below zero when `a` is the smaller, 0 when they are the same. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = unitsAt(a, scale) - unitsAt(b, scale);
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/** By value: 1.50 equals 1.5. */
export function sameDecimal(a: Decimal, b: Decimal): boolean {
  const scale = Math.max(a.scale, b.scale);
  return unitsAt(a, scale) === unitsAt(b, scale);
}

export function isWhole(value: Decimal): boolean {
  return value.units % 10n ** BigInt(value.scale) === 0n;
}

/** With commas at the thousands and the fraction as long as it is: `1,200.50`. */
export function formatDecimal(value: Decimal): string {
  const digits = value.units.toString().padStart(value.scale + 1, '0');
  const whole = digits.slice(0, digits.length - value.scale).replace(/\B(?=(\d{3})+$)/g, ',');
  return value.scale === 0 ? whole : `${whole}.${digits.slice(-value.scale)}`;
}
