// Lines of goods as numbers: sums per unit and of the packages, as they are printed under the last line. Pure.
import { addDecimals, type Decimal, formatDecimal, isWhole, parseDecimal } from './decimal.ts';
import { findPackageKind } from './package-kinds.ts';
import { printedKey } from './printed-key.ts';
import { findUnit } from './units.ts';

/** What a line of any kind is counted by. */
type Counted = { quantity: string; unit: string };
type Packed = { packages: string; packageKind: string };

export type QuantitySum = { quantity: string; unit: string };

/** Two printed forms are one unit when the list says so (`PCS`, `PIECES`), else when they read the same. */
export function unitIdentity(printed: string): string {
  return findUnit(printed)?.code ?? printedKey(printed);
}

/**
 * The sum of every unit, in the order in which the units first occur and under the name that stands there first.
 * Lines whose quantity is no number or that have no unit add nothing: the rules stop them.
 */
export function sumQuantities(goods: readonly Counted[]): QuantitySum[] {
  const sums = new Map<string, { unit: string; sum: Decimal }>();
  for (const line of goods) {
    const quantity = parseDecimal(line.quantity);
    if (quantity === undefined || line.unit.trim() === '') continue;
    const identity = unitIdentity(line.unit);
    const earlier = sums.get(identity);
    sums.set(identity, {
      unit: earlier?.unit ?? line.unit.trim(),
      sum: earlier === undefined ? quantity : addDecimals(earlier.sum, quantity),
    });
  }
  return [...sums.values()].map(({ unit, sum }) => ({ quantity: formatDecimal(sum), unit }));
}

/** A number of packages: whole and above zero. */
export function parsePackages(text: string): bigint | undefined {
  const count = parseDecimal(text);
  return count !== undefined && count.scale === 0 && isWhole(count) && count.units > 0n ? count.units : undefined;
}

function commonKind(printed: readonly string[], count: bigint): string {
  const [first = ''] = printed;
  if (printed.every((kind) => kind.toUpperCase() === first.toUpperCase())) {
    const listed = findPackageKind(first);
    // Three lines of `1 CARTON` are `3 CARTONS`; a plural as typed stays as typed.
    const singular = listed !== undefined && !listed.loose && !/S\)?$/i.test(first);
    return singular && count > 1n ? listed.plural : first;
  }
  const kinds = new Set(printed.map((kind) => findPackageKind(kind)));
  const [kind] = kinds;
  if (kinds.size !== 1 || kind === undefined) return count === 1n ? 'PACKAGE' : 'PACKAGES';
  return kind.plural;
}

/**
 * All packages together: `{ count: '1,200', kind: 'CARTONS' }`; kinds that differ are `PACKAGES`. A line without a number
 * shares the packages of another line. Undefined when no line has a number (goods in bulk).
 */
export function sumPackages(goods: readonly Packed[]): { count: string; kind: string } | undefined {
  const counted = goods.flatMap((line) => {
    const count = parsePackages(line.packages);
    return count === undefined ? [] : [{ count, kind: line.packageKind.trim() }];
  });
  if (counted.length === 0) return undefined;
  const total = counted.reduce((sum, { count }) => sum + count, 0n);
  const kinds = counted.map(({ kind }) => kind).filter((kind) => kind !== '');
  return { count: formatDecimal({ units: total, scale: 0 }), kind: commonKind(kinds, total) };
}
