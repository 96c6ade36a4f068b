// The register from before, as a file: one row for each signatory, the firm's cells repeated or left empty below its first
// row. Pure.
import { isCorporateNumber } from '../../chambers/tax-number.ts';
import { columnLetters } from '../../lib/table-problem.ts';
import { plainDigits } from '../procedures/content-rules.ts';
import type { PaperRegistration } from './paper-register-store.ts';

export type RegisterEntry = Omit<PaperRegistration, 'paperRegistrationId' | 'registrationId'>;
/** `row` counts from 1, as the file does; `column`: its letter and heading. */
export type RegisterProblem = { row: number; column: string; ja: string; en: string };

const headings = {
  number: ['登録番号', 'number'],
  nameJa: ['会社名', 'name (japanese)'],
  nameEn: ['英文社名', 'name (english)'],
  corporateNumber: ['法人番号', 'corporate number'],
  validFrom: ['有効期間開始日', 'valid from'],
  validUntil: ['有効期間終了日', 'valid until'],
  signatoryNameEn: ['署名者氏名', 'signatory'],
  signatoryTitleEn: ['署名者役職', 'title'],
} as const;
type Column = keyof typeof headings;
const columnNames = Object.keys(headings) as Column[];
const optional: ReadonlySet<Column> = new Set(['corporateNumber', 'validFrom', 'signatoryTitleEn']);

/** The first row of a file that a chamber may fill in. */
export const registerHeadings: readonly string[] = columnNames.map((name) => headings[name][0]);

type Cells = Readonly<Record<Column, string>>;
type Place = { row: number; columns: ReadonlyMap<Column, number> };

/** Every entry, or every problem: a register is taken as a whole. */
export function registerFromTable(
  rows: readonly (readonly string[])[],
): { ok: true; entries: RegisterEntry[] } | { ok: false; problems: RegisterProblem[] } {
  const [first = [], ...rest] = rows;
  const columns = columnsOf(first);
  const missing = columnNames.filter((name) => !optional.has(name) && !columns.has(name));
  if (missing.length > 0) return { ok: false, problems: missing.map(missingColumn) };
  const entries = new Map<string, RegisterEntry>();
  const problems: RegisterProblem[] = [];
  rest.forEach((cells, index) => {
    const place = { row: index + 2, columns };
    const read = Object.fromEntries(columnNames.map((name) => [name, cellOf(cells, columns.get(name))])) as Cells;
    if (Object.values(read).every((cell) => cell === '')) return;
    const before = entries.get(read.number);
    const found = before ? continuationProblems(read, before, place) : firstRowProblems(read, place);
    problems.push(...found);
    if (found.length === 0) entries.set(read.number, before ? withSignatory(before, read) : entryOf(read));
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, entries: [...entries.values()] };
}

function columnsOf(first: readonly string[]): Map<Column, number> {
  const key = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
  const found = new Map<Column, number>();
  first.forEach((heading, index) => {
    const name = columnNames.find((one) => headings[one].some((word) => word === key(heading)));
    if (name && !found.has(name)) found.set(name, index);
  });
  return found;
}

const cellOf = (cells: readonly string[], index: number | undefined): string =>
  index === undefined ? '' : (cells[index] ?? '').trim();

const missingColumn = (name: Column): RegisterProblem => ({
  ...{ row: 1, column: headings[name][0] },
  ja: `1行目に「${headings[name][0]}」の列がありません。`,
  en: `Row 1 has no column "${headings[name][1]}".`,
});

const at = ({ row, columns }: Place, name: Column, ja: string, en: string): RegisterProblem => {
  const index = columns.get(name);
  return { row, column: `${index === undefined ? '' : columnLetters(index + 1)} ${headings[name][0]}`.trim(), ja, en };
};

function firstRowProblems(cells: Cells, place: Place): RegisterProblem[] {
  const needed = (['number', 'nameJa', 'nameEn'] as const).filter((name) => cells[name] === '');
  const days = (['validFrom', 'validUntil'] as const).filter(
    (name) => (cells[name] !== '' || name === 'validUntil') && dayOf(cells[name]) === undefined,
  );
  const number = plainDigits(cells.corporateNumber);
  return [
    ...needed.map((name) =>
      at(place, name, `「${headings[name][0]}」を入れてください。`, `Give "${headings[name][1]}".`),
    ),
    ...days.map((name) =>
      at(place, name, '日付を 2027-03-31 か 2027/3/31 の形で入れてください。', 'Give a day like 2027-03-31.'),
    ),
    ...(number === '' || isCorporateNumber(number)
      ? []
      : [at(place, 'corporateNumber', '法人番号の13桁が正しくありません。', 'This is no corporate number.')]),
  ];
}

/** A firm's further rows say the same of it, or nothing. */
function continuationProblems(cells: Cells, before: RegisterEntry, place: Place): RegisterProblem[] {
  const said = { nameJa: before.nameJa, nameEn: before.nameEn };
  return (['nameJa', 'nameEn'] as const)
    .filter((name) => cells[name] !== '' && cells[name] !== said[name])
    .map((name) =>
      at(
        place,
        name,
        `登録番号 ${before.number} の上の行(${said[name]})と違います。`,
        `This differs from the row above of number ${before.number} (${said[name]}).`,
      ),
    );
}

/** `2027-03-31`; undefined where it is no day. Excel writes `2027/3/31`. */
function dayOf(text: string): string | undefined {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text.normalize('NFKC')) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(iso) ? iso : undefined;
}

function entryOf(cells: Cells): RegisterEntry {
  const entry: RegisterEntry = {
    ...{ number: cells.number, nameJa: cells.nameJa, nameEn: cells.nameEn },
    corporateNumber: plainDigits(cells.corporateNumber) || null,
    ...{ validFrom: dayOf(cells.validFrom) ?? null, validUntil: dayOf(cells.validUntil) ?? '', signatories: [] },
  };
  return withSignatory(entry, cells);
}

const withSignatory = (entry: RegisterEntry, { signatoryNameEn, signatoryTitleEn }: Cells): RegisterEntry =>
  signatoryNameEn === ''
    ? entry
    : { ...entry, signatories: [...entry.signatories, { nameEn: signatoryNameEn, titleEn: signatoryTitleEn }] };
