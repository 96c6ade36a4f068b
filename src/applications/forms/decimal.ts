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
