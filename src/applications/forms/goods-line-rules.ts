// What is asked of the figures on a line of goods, on every kind of sheet that has them.
import type { Place } from '../finding.ts';
import type { Content, Facts } from './content.ts';
import { isWhole, parseDecimal } from './decimal.ts';
import { parsePackages } from './goods-sums.ts';
import { findPackageKind } from './package-kinds.ts';
import { type Hit, hitIf, isBlank, type Rule, ruleOf } from './rule.ts';
import { mendNumber } from './texts.ts';
import { findUnit } from './units.ts';

type Way = { box: Place; source: string };
type Lines<Line> = Content & { goods: readonly Line[] };
type Counted = Readonly<Record<'quantity' | 'unit', string>>;
type Packed = Readonly<Record<'packages' | 'packageKind', string>>;

/** Runs a test over every goods line and gives its hits the line's number. */
export function eachLine<Line>(goods: readonly Line[], find: (line: Line, path: string) => readonly Hit[]): Hit[] {
  return goods.flatMap((line, index) => find(line, `goods.${index}`).map((hit) => ({ ...hit, row: index + 1 })));
}

const lineRule =
  <Line>(name: string, level: 'block' | 'warn', find: (line: Line, path: string) => readonly Hit[]) =>
  <C extends Lines<Line & Readonly<Record<string, string>>>>({ box, source }: Way): Rule<C, Facts> =>
    ruleOf({ name, box, level, source, find: ({ goods }) => eachLine(goods, find) });

export const quantityNumber = lineRule<Counted>('quantity-number', 'block', ({ quantity }, path) => {
  const value = parseDecimal(mendNumber(quantity));
  return hitIf(
    !isBlank(quantity) && (value === undefined || value.units === 0n),
    `${path}.quantity`,
    `数量「${quantity.trim()}」は使えません。0より大きい数を、半角数字で入力してください(例: 1,200.5)。単位は数量単位の欄に入れます。`,
    `The quantity "${quantity.trim()}" must be a number above zero, in plain digits (1,200.5). The unit has its own field.`,
  );
});

export const piecesWhole = lineRule<Counted>('pieces-whole', 'warn', ({ quantity, unit }, path) => {
  const value = parseDecimal(quantity);
  return hitIf(
    findUnit(unit)?.whole === true && value !== undefined && !isWhole(value),
    `${path}.quantity`,
    `単位が ${unit.trim()} のときは、数量が整数か確かめてください。`,
    `Check the quantity: ${unit.trim()} are counted in whole numbers.`,
  );
});

export const packagesWhole = lineRule<Packed>('packages-whole', 'block', ({ packages }, path) =>
  hitIf(
    !isBlank(packages) && parsePackages(mendNumber(packages)) === undefined,
    `${path}.packages`,
    `梱包数「${packages.trim()}」は使えません。1以上の整数を、半角数字で入力してください(例: 1,200)。`,
    `The number of packages "${packages.trim()}" must be a whole number above zero, in plain digits (1,200).`,
  ),
);

export const packageKindGiven = lineRule<Packed>('package-kind-given', 'block', ({ packages, packageKind }, path) =>
  hitIf(
    !isBlank(packages) && isBlank(packageKind),
    `${path}.packageKind`,
    '梱包の種類を入れてください(例: CARTONS)。',
    'Give the kind of packages (CARTONS).',
  ),
);

export const packageCountGiven = lineRule<Packed>('package-count-given', 'block', ({ packages, packageKind }, path) =>
  hitIf(
    isBlank(packages) && !isBlank(packageKind) && findPackageKind(packageKind)?.loose !== true,
    `${path}.packages`,
    '梱包の数を入れてください。',
    'Give the number of packages.',
  ),
);

export const packageKindKnown = lineRule<Packed>('package-kind-known', 'warn', ({ packageKind }, path) =>
  hitIf(
    !isBlank(packageKind) && findPackageKind(packageKind) === undefined,
    `${path}.packageKind`,
    `梱包の種類「${packageKind.trim()}」は一覧にありません。つづりを確かめてください。`,
    `The kind of packages "${packageKind.trim()}" is not on the list. Check its spelling.`,
  ),
);
