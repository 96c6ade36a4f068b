// Box 8: quantity and unit of each line, and the totals of boxes 7 and 8.
import { parseDecimal, sameDecimal } from '../../decimal.ts';
import * as lineRules from '../../goods-line-rules.ts';
import { parsePackages, sumPackages, sumQuantities, unitIdentity } from '../../goods-sums.ts';
import { hitIf, isBlank } from '../../rule.ts';
import { findUnit, isRefusedUnit } from '../../units.ts';
import type { OriginContent } from '../content.ts';
import { eachLine, osakaForm, rule } from './rule.ts';

const guide = osakaForm('第8欄');

export const quantityGiven = rule({
  name: 'quantity-given',
  box: '8',
  level: 'block',
  source: guide,
  find: ({ goods }) =>
    eachLine(goods, ({ quantity }, path) =>
      hitIf(isBlank(quantity), `${path}.quantity`, '数量を入れてください。', 'Give the quantity.'),
    ),
});

export const quantityNumber = lineRules.quantityNumber<OriginContent>({ box: '8', source: guide });

export const unitGiven = rule({
  name: 'unit-given',
  box: '8',
  level: 'block',
  source: guide,
  find: ({ goods }) =>
    eachLine(goods, ({ unit }, path) =>
      hitIf(isBlank(unit), `${path}.unit`, '数量単位を入れてください(例: PCS)。', 'Give the unit of quantity (PCS).'),
    ),
});

export const unitIsNoPacking = rule({
  name: 'unit-is-no-packing',
  box: '8',
  level: 'block',
  source: guide, // lot, packages, cartons alone
  find: ({ goods }) =>
    eachLine(goods, ({ unit }, path) =>
      hitIf(
        isRefusedUnit(unit),
        `${path}.unit`,
        `「${unit.trim()}」は数量単位になりません。PCS、KGS、SETS など、インボイスと同じ単位にしてください。`,
        `"${unit.trim()}" is no unit of quantity. Give the invoice's unit: PCS, KGS, SETS.`,
      ),
    ),
});

export const unitKnown = rule({
  name: 'unit-known',
  box: '8',
  level: 'warn',
  source: 'UN/CEFACT Recommendation 20',
  find: ({ goods }) =>
    eachLine(goods, ({ unit }, path) =>
      hitIf(
        !isBlank(unit) && findUnit(unit) === undefined && !isRefusedUnit(unit),
        `${path}.unit`,
        `数量単位「${unit.trim()}」は一覧にありません。つづりを確かめてください。`,
        `The unit "${unit.trim()}" is not on the list. Check its spelling.`,
      ),
    ),
});

export const piecesWhole = lineRules.piecesWhole<OriginContent>({ box: '8', source: 'UN/CEFACT Recommendation 20' });

export const totalQuantitiesAgree = rule({
  name: 'total-quantities-agree',
  box: '8',
  level: 'block',
  source: guide, // per item and total
  find: ({ goods, totals }) => {
    const sums = new Map(sumQuantities(goods).map((sum) => [unitIdentity(sum.unit), sum]));
    return totals.quantities.flatMap(({ quantity, unit }, index) => {
      const stated = parseDecimal(quantity);
      const sum = sums.get(unitIdentity(unit));
      const summed = sum && parseDecimal(sum.quantity);
      const agrees = stated !== undefined && summed !== undefined && sameDecimal(stated, summed);
      const right = sum === undefined ? '0' : `${sum.quantity} ${sum.unit}`;
      return hitIf(
        !agrees,
        `totals.quantities.${index}.quantity`,
        `数量の合計「${quantity.trim()} ${unit.trim()}」が明細の合計(${right})と違います。インボイスと見比べて直してください。`,
        `The total "${quantity.trim()} ${unit.trim()}" is not the sum of the lines (${right}). Compare with the invoice and mend.`,
      );
    });
  },
});

export const totalPackagesAgree = rule({
  name: 'total-packages-agree',
  box: '7',
  level: 'block',
  source: guide,
  find: ({ goods, totals }) => {
    const sum = sumPackages(goods);
    const summed = sum === undefined ? undefined : parsePackages(sum.count);
    return hitIf(
      !isBlank(totals.packages) && (summed === undefined || parsePackages(totals.packages) !== summed),
      'totals.packages',
      `梱包数の合計「${totals.packages.trim()}」が明細の合計(${sum?.count ?? '0'})と違います。インボイスと見比べて直してください。`,
      `The total of packages "${totals.packages.trim()}" is not the sum of the lines (${sum?.count ?? '0'}). Compare with the invoice and mend.`,
    );
  },
});
