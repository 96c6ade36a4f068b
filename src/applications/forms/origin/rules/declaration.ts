// Box 9: where and when the exporter declares.

import { addDays } from '../../../../lib/clock.ts';
import { isDay } from '../../../../lib/day.ts';
import { findCountryAtEnd } from '../../../countries.ts';
import { hitIf, isBlank } from '../../rule.ts';
import { fukuiGuide, rule, tokyoGuide } from './rule.ts';

const fukui = fukuiGuide('9. Declaration by the Exporter');
const defaultMaxAgeDays = 14; // Tokyo CCI: up to two weeks back

export const declarationPlaceGiven = rule({
  name: 'declaration-place-given',
  box: '9',
  level: 'block',
  source: tokyoGuide('第9欄'),
  find: ({ declaration }) =>
    hitIf(
      isBlank(declaration.place),
      'declaration.place',
      '宣誓の場所を入れてください(例: Osaka, Japan)。',
      'Give the place of the declaration (Osaka, Japan).',
    ),
});

export const declarationPlaceInJapan = rule({
  name: 'declaration-place-in-japan',
  box: '9',
  level: 'block',
  source: tokyoGuide('第9欄'),
  find: ({ declaration }) => {
    const country = findCountryAtEnd(declaration.place);
    return hitIf(
      country !== undefined && country.code !== 'JP',
      'declaration.place',
      '宣誓の場所は日本国内にしてください。',
      'The declaration is made in Japan: give a place there.',
    );
  },
});

export const declarationDateReal = rule({
  name: 'declaration-date-real',
  box: '9',
  level: 'block',
  source: fukui,
  find: ({ declaration: { date } }) =>
    hitIf(
      !isDay(date),
      'declaration.date',
      isBlank(date) ? '宣誓の日付を入れてください。' : `「${date}」という日付はありません。入れ直してください。`,
      isBlank(date) ? 'Give the date of the declaration.' : `There is no date "${date}". Enter it again.`,
    ),
});

export const declarationNotFuture = rule({
  name: 'declaration-not-future',
  box: '9',
  level: 'block',
  source: fukui, // 「未来の日付になっているものはお預かりできません」
  find: ({ declaration: { date } }, { today }) =>
    hitIf(
      isDay(date) && date > today,
      'declaration.date',
      '宣誓の日付が未来です。今日までの日付にしてください。',
      'The declaration is dated in the future. Give a date up to today.',
    ),
});

export const declarationRecent = rule({
  name: 'declaration-recent',
  box: '9',
  level: 'block',
  source: tokyoGuide('第9欄'), // 2週間前まで
  find: ({ declaration: { date } }, { today, maxDeclarationAgeDays = defaultMaxAgeDays }) =>
    hitIf(
      isDay(date) && date < addDays(today, -maxDeclarationAgeDays),
      'declaration.date',
      `宣誓の日付は${maxDeclarationAgeDays}日前までにしてください。`,
      `The declaration may be dated up to ${maxDeclarationAgeDays} days back.`,
    ),
});
