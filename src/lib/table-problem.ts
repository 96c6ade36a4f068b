// What can be wrong with a table before anybody asks what it means: words that name the place and the mend. Pure.

export type TableProblemCode =
  | 'empty'
  | 'too-large'
  | 'not-a-table'
  | 'encoding'
  | 'unclosed-quote'
  | 'character'
  | 'cell-too-long'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'cell-error'
  | 'formula-without-value'
  | 'workbook-damaged'
  | 'workbook-too-heavy'
  | 'busy'
  | 'more';

/** `row` and `column` count from 1 as a spreadsheet does (column 3 is C); both absent: the whole file. */
export type TableProblem = {
  code: TableProblemCode;
  row?: number;
  column?: number;
  /** The offending character as `U+202E`. */
  character?: string;
  ja: string;
  en: string;
};

/** 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `U+00A0`, four hexadecimal digits at least. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

export function fileProblem(code: TableProblemCode, ja: string, en: string): TableProblem {
  return { code, ja, en };
}

/** A problem of one cell; the place is put in front of the words. */
export function cellProblem(
  code: TableProblemCode,
  place: { row: number; column: number },
  ja: string,
  en: string,
): TableProblem {
  const letters = columnLetters(place.column);
  return {
    code,
    ...place,
    ja: `${place.row}行目 ${letters}列: ${ja}`,
    en: `Row ${place.row}, column ${letters}: ${en}`,
  };
}

/** So many problems that nobody mends them one by one: the first ones, and how many more there are. */
const maxProblems = 500;

export function boundedProblems(problems: readonly TableProblem[]): TableProblem[] {
  if (problems.length <= maxProblems) return [...problems];
  const rest = problems.length - maxProblems;
  return [
    ...problems.slice(0, maxProblems),
    fileProblem('more', `ほかに${rest}件の誤りがあります。`, `There are ${rest} more problems.`),
  ];
}
