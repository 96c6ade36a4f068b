// Box 7: marks, number and kind of packages.

import * as lineRules from '../../goods-line-rules.ts';
import { findPackageKind } from '../../package-kinds.ts';
import { hitIf, isBlank } from '../../rule.ts';
import type { OriginContent } from '../content.ts';
import { fukuiGuide, nagoyaForm, rule } from './rule.ts';

export const marksGiven = rule({
  name: 'marks-given',
  box: '7',
  level: 'block',
  source: nagoyaForm('第7欄'), // 「荷印がない場合は N/M 又は No Mark」
  find: ({ marks, goods }) =>
    hitIf(
      isBlank(marks) && isBlank(goods[0]?.marks ?? ''),
      'marks',
      '荷印・荷番号を入れてください。荷印がないときは N/M と入れてください。',
      'Give the marks and numbers; where there are none, enter N/M.',
    ),
});

export const marksSayNone = rule({
  name: 'marks-say-none',
  box: '7',
  level: 'block',
  source: fukuiGuide('7. Marks, numbers'),
  find: ({ marks }) =>
    hitIf(
      /^(?:[-\s.*/―—–]+|nil|none|nothing|n\/?a)$/i.test(marks) && !isBlank(marks),
      'marks',
      '荷印がないときは N/M、No Mark、Unmarked、No number のどれかにしてください。',
      'Where there are no marks, enter N/M, No Mark, Unmarked or No number.',
    ),
});

export const packagesGiven = rule({
  name: 'packages-given',
  box: '7',
  level: 'block',
  source: fukuiGuide('7. Marks, numbers'),
  find: ({ goods }) =>
    hitIf(
      goods.length > 0 &&
        goods.every(({ packages, packageKind }) => isBlank(packages) && findPackageKind(packageKind)?.loose !== true),
      'goods.0.packages',
      '梱包の数と種類を入れてください。ばら積みは種類を IN BULK、無包装は UNPACKED としてください。',
      'Give the number and kind of packages. For goods in bulk enter the kind IN BULK, for unpacked goods UNPACKED.',
    ).map((hit) => ({ ...hit, row: 1 })),
});

export const packagesWhole = lineRules.packagesWhole<OriginContent>({
  box: '7',
  source: fukuiGuide('7. Marks, numbers'),
});
export const packageKindGiven = lineRules.packageKindGiven<OriginContent>({
  box: '7',
  source: fukuiGuide('7. Marks, numbers'),
});
export const packageCountGiven = lineRules.packageCountGiven<OriginContent>({
  box: '7',
  source: fukuiGuide('7. Marks, numbers'),
});
export const packageKindKnown = lineRules.packageKindKnown<OriginContent>({
  box: '7',
  source: 'UN/CEFACT Recommendation 21',
});
