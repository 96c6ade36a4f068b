// Box 7: marks, number and kind of packages.

import { findPackageKind } from '../../package-kinds.ts';
import { hitIf, isBlank } from '../../rule.ts';
import { parsePackages } from '../goods.ts';
import { mendNumber } from './mend-characters.ts';
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

export const packagesWhole = rule({
  name: 'packages-whole',
  box: '7',
  level: 'block',
  source: fukuiGuide('7. Marks, numbers'),
  find: ({ goods }) =>
    goods.flatMap(({ packages }, index) =>
      hitIf(
        !isBlank(packages) && parsePackages(mendNumber(packages)) === undefined,
        `goods.${index}.packages`,
        `梱包数「${packages.trim()}」は使えません。1以上の整数を、半角数字で入力してください(例: 1,200)。`,
        `The number of packages "${packages.trim()}" must be a whole number above zero, in plain digits (1,200).`,
      ).map((hit) => ({ ...hit, row: index + 1 })),
    ),
});

export const packageKindGiven = rule({
  name: 'package-kind-given',
  box: '7',
  level: 'block',
  source: fukuiGuide('7. Marks, numbers'),
  find: ({ goods }) =>
    goods.flatMap(({ packages, packageKind }, index) =>
      hitIf(
        !isBlank(packages) && isBlank(packageKind),
        `goods.${index}.packageKind`,
        '梱包の種類を入れてください(例: CARTONS)。',
        'Give the kind of packages (CARTONS).',
      ).map((hit) => ({ ...hit, row: index + 1 })),
    ),
});

export const packageCountGiven = rule({
  name: 'package-count-given',
  box: '7',
  level: 'block',
  source: fukuiGuide('7. Marks, numbers'),
  find: ({ goods }) =>
    goods.flatMap(({ packages, packageKind }, index) =>
      hitIf(
        isBlank(packages) && !isBlank(packageKind) && findPackageKind(packageKind)?.loose !== true,
        `goods.${index}.packages`,
        '梱包の数を入れてください。',
        'Give the number of packages.',
      ).map((hit) => ({ ...hit, row: index + 1 })),
    ),
});

export const packageKindKnown = rule({
  name: 'package-kind-known',
  box: '7',
  level: 'warn',
  source: 'UN/CEFACT Recommendation 21',
  find: ({ goods }) =>
    goods.flatMap(({ packageKind }, index) =>
      hitIf(
        !isBlank(packageKind) && findPackageKind(packageKind) === undefined,
        `goods.${index}.packageKind`,
        `梱包の種類「${packageKind.trim()}」は一覧にありません。つづりを確かめてください。`,
        `The kind of packages "${packageKind.trim()}" is not on the list. Check its spelling.`,
      ).map((hit) => ({ ...hit, row: index + 1 })),
    ),
});
