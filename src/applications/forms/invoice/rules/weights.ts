// Box 7: packages, weights and volume, by line and in total.
import { compareDecimals, type Decimal, formatDecimal, parseDecimal, sameDecimal } from '../../decimal.ts';
import { eachLine } from '../../goods-line-rules.ts';
import { parsePackages, sumPackages } from '../../goods-sums.ts';
import { hitIf, isBlank } from '../../rule.ts';
import { mendNumber } from '../../texts.ts';
import type { FigureColumn } from '../document-kinds.ts';
import { type MeasureKey, measureKeys, sumMeasure, unitOf } from '../totals.ts';
import { formOf, ours, ownArithmetic, rule } from './rule.ts';

const names: Readonly<Record<MeasureKey, { column: FigureColumn; ja: string; en: string }>> = {
  netWeight: { column: 'net', ja: '正味重量', en: 'net weight' },
  grossWeight: { column: 'gross', ja: '総重量', en: 'gross weight' },
  measurement: { column: 'measurement', ja: '容積', en: 'measurement' },
};

const parsed = (text: string): Decimal | undefined => parseDecimal(mendNumber(text));

export const weightsGiven = rule({
  name: 'weights-given',
  box: '7',
  level: 'block',
  source: ours,
  find: (content) =>
    eachLine(content.goods, (line, path) =>
      measureKeys.flatMap((key) =>
        hitIf(
          formOf(content).asked.includes(names[key].column) && isBlank(line[key]),
          `${path}.${key}`,
          `${names[key].ja}を入れてください。`,
          `Give the ${names[key].en}.`,
        ),
      ),
    ),
});

export const weightNumber = rule({
  name: 'weight-number',
  box: '7',
  level: 'block',
  source: ours,
  fixed: true,
  find: (content) =>
    eachLine(content.goods, (line, path) =>
      measureKeys.flatMap((key) => {
        const value = parsed(line[key]);
        const { ja, en } = names[key];
        return hitIf(
          !isBlank(line[key]) && (value === undefined || value.units === 0n),
          `${path}.${key}`,
          `${ja}「${line[key].trim()}」は使えません。0より大きい数を、半角数字で入力してください(例: 1,200.5)。単位(${unitOf(content, key)})は書類全体で選びます。`,
          `The ${en} "${line[key].trim()}" must be a number above zero, in plain digits (1,200.5). Its unit (${unitOf(content, key)}) is chosen for the whole document.`,
        );
      }),
    ),
});

const isAbove = (net: string, gross: string): boolean => {
  const [light, heavy] = [parsed(net), parsed(gross)];
  return light !== undefined && heavy !== undefined && compareDecimals(light, heavy) > 0;
};

export const netWithinGross = rule({
  name: 'net-within-gross',
  box: '7',
  level: 'block',
  source: ours,
  find: ({ goods, totals }) => {
    const words = (net: string, gross: string): [ja: string, en: string] => [
      `正味重量(${net.trim()})が総重量(${gross.trim()})より重くなっています。入れ違いがないか確かめてください。`,
      `The net weight (${net.trim()}) is more than the gross weight (${gross.trim()}). Check whether they are exchanged.`,
    ];
    return [
      ...eachLine(goods, ({ netWeight, grossWeight }, path) =>
        hitIf(isAbove(netWeight, grossWeight), `${path}.netWeight`, ...words(netWeight, grossWeight)),
      ),
      ...hitIf(
        isAbove(totals.netWeight, totals.grossWeight),
        'totals.netWeight',
        ...words(totals.netWeight, totals.grossWeight),
      ),
    ];
  },
});

/** Stated totals stand alone where no line has a weight: an invoice states them so. */
export const totalWeightsAgree = rule({
  name: 'total-weights-agree',
  box: '7',
  level: 'block',
  source: ownArithmetic,
  fixed: true,
  find: ({ goods, totals }) =>
    measureKeys.flatMap((key) => {
      const stated = totals[key];
      const value = parsed(stated);
      const sum = sumMeasure(goods, key);
      const { ja, en } = names[key];
      if (isBlank(stated)) return [];
      if (value === undefined)
        return hitIf(
          true,
          `totals.${key}`,
          `${ja}の合計「${stated.trim()}」は使えません。半角数字で入力してください(例: 1,200.5)。`,
          `The total ${en} "${stated.trim()}" must be a number in plain digits (1,200.5).`,
        );
      return hitIf(
        sum !== undefined && !sameDecimal(value, sum),
        `totals.${key}`,
        `${ja}の合計「${stated.trim()}」が明細の合計(${sum === undefined ? '' : formatDecimal(sum)})と違います。見比べて直してください。`,
        `The total ${en} "${stated.trim()}" is not the sum of the lines (${sum === undefined ? '' : formatDecimal(sum)}). Compare and mend.`,
      );
    }),
});

export const totalPackagesAgree = rule({
  name: 'total-packages-agree',
  box: '7',
  level: 'block',
  source: ownArithmetic,
  find: ({ goods, totals }) => {
    if (isBlank(totals.packages)) return [];
    const stated = parsePackages(mendNumber(totals.packages));
    const sum = sumPackages(goods);
    const differs = sum !== undefined && stated !== parsePackages(sum.count);
    return hitIf(
      stated === undefined || differs,
      'totals.packages',
      `梱包数の合計「${totals.packages.trim()}」が明細の合計(${sum?.count ?? '-'})と違うか、数になっていません。見比べて直してください。`,
      `The total of packages "${totals.packages.trim()}" is no whole number or not the sum of the lines (${sum?.count ?? '-'}). Compare and mend.`,
    );
  },
});
