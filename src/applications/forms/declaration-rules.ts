// Where and when somebody declares: the same questions on every kind of sheet.
import { addDays } from '../../lib/clock.ts';
import { isDay } from '../../lib/day.ts';
import { findCountryAtEnd } from '../countries.ts';
import type { Finding, Place } from '../finding.ts';
import type { Content, Facts } from './content.ts';
import { hitIf, isBlank, type Rule, ruleOf } from './rule.ts';

const defaultMaxAgeDays = 14; // Tokyo CCI, box 9 of the certificate of origin: up to two weeks back

type Placed = Content & { declaration: { place: string } };
type Declared = Placed & { declaration: { date: string } };
type Way = { box: Place; source: string };
type OneRule<D extends Content> = <C extends D>(way: Way) => Rule<C, Facts>;

export const declarationPlaceGiven: OneRule<Placed> = ({ box, source }) =>
  ruleOf({
    name: 'declaration-place-given',
    box,
    level: 'block',
    source,
    find: ({ declaration }) =>
      hitIf(
        isBlank(declaration.place),
        'declaration.place',
        '宣誓の場所を入れてください(例: Osaka, Japan)。',
        'Give the place of the declaration (Osaka, Japan).',
      ),
  });

export const declarationPlaceInJapan: OneRule<Placed> = ({ box, source }) =>
  ruleOf({
    name: 'declaration-place-in-japan',
    box,
    level: 'block',
    source,
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

export const declarationDateReal: OneRule<Declared> = ({ box, source }) =>
  ruleOf({
    name: 'declaration-date-real',
    box,
    level: 'block',
    fixed: true,
    source,
    find: ({ declaration: { date } }) =>
      hitIf(
        !isDay(date),
        'declaration.date',
        isBlank(date) ? '宣誓の日付を入れてください。' : `「${date}」という日付はありません。入れ直してください。`,
        isBlank(date) ? 'Give the date of the declaration.' : `There is no date "${date}". Enter it again.`,
      ),
  });

export const declarationNotFuture: OneRule<Declared> = ({ box, source }) =>
  ruleOf({
    name: 'declaration-not-future',
    box,
    level: 'block',
    fixed: true,
    source,
    find: ({ declaration: { date } }, { today }) =>
      hitIf(
        isDay(date) && date > today,
        'declaration.date',
        '宣誓の日付が未来です。今日までの日付にしてください。',
        'The declaration is dated in the future. Give a date up to today.',
      ),
  });

/** @param way.level `warn` where no chamber refuses an older document */
export const declarationRecent = <C extends Declared>({
  box,
  source,
  level,
}: Way & { level: Finding['level'] }): Rule<C, Facts> =>
  ruleOf({
    name: 'declaration-recent',
    box,
    level,
    source,
    find: ({ declaration: { date } }, { today, maxDeclarationAgeDays = defaultMaxAgeDays }) =>
      hitIf(
        isDay(date) && date < addDays(today, -maxDeclarationAgeDays),
        'declaration.date',
        `宣誓の日付は${maxDeclarationAgeDays}日前までにしてください。`,
        `The declaration may be dated up to ${maxDeclarationAgeDays} days back.`,
      ),
  });
