// Characters and sizes that no table may have, whatever it means. Every problem at once, not only the first. Pure.
import { cellProblem, codePointName, fileProblem, type TableProblem } from './table-problem.ts';

export type TableLimits = {
  /** Bytes of a text file (TSV, CSV). */
  maxTextBytes: number;
  /** Bytes of a workbook (XLSX). */
  maxXlsxBytes: number;
  /** Rows, the heading included, blank rows at the end not. */
  maxRows: number;
  maxColumns: number;
  /** UTF-16 units in one cell, for every column; a column that allows less says so itself. */
  maxCellChars: number;
};

export const defaultTableLimits: TableLimits = {
  maxTextBytes: 2 * 1024 * 1024,
  maxXlsxBytes: 5 * 1024 * 1024,
  maxRows: 5001,
  maxColumns: 100,
  maxCellChars: 500,
};

// C0 and C1 controls but tab and line feed; the signs that turn the reading direction (a text may then read other than it is
// stored: "Trojan Source", CVE-2021-42574); Unicode's line and paragraph separators; what a failed conversion leaves behind.
const forbidden = /(?![\t\n])\p{Cc}|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029\uFFFD-\uFFFF]/gu;

type Words = { ja: string; en: string };

function wordsFor(character: string, name: string): Words {
  if (character === '\r') {
    return {
      ja: `改行文字 CR だけの改行(${name})があります。Excel などで保存し直すか、削除してください。`,
      en: `a line break made of CR alone (${name}). Save the file again, from Excel for example, or delete it.`,
    };
  }
  if (character === '\u0000') {
    return { ja: `空文字 NUL(${name})があります。削除してください。`, en: `a NUL character (${name}). Delete it.` };
  }
  if (/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/.test(character)) {
    return {
      ja: `文字の並びを変える見えない文字(${name})があります。セルの文字を入力し直してください。`,
      en: `an invisible character that changes the reading direction (${name}). Type the cell again.`,
    };
  }
  if (character === '\uFFFD') {
    return {
      ja: `文字化けした文字(${name})があります。元の文字を入力し直してください。`,
      en: `a character that an earlier conversion lost (${name}). Type the original again.`,
    };
  }
  return {
    ja: `使えない制御文字(${name})があります。削除してください。`,
    en: `a control character (${name}). Delete it.`,
  };
}

function characterProblems(cell: string, place: { row: number; column: number }): TableProblem[] {
  const seen = new Set(cell.match(forbidden) ?? []);
  return [...seen].map((character) => {
    const name = codePointName(character);
    const at = Array.from(cell.slice(0, cell.indexOf(character))).length + 1; // as a person counts: 𠮷 is one
    const { ja, en } = wordsFor(character, name);
    return { ...cellProblem('character', place, `${at}文字目に${ja}`, `at character ${at} is ${en}`), character: name };
  });
}

function lengthProblem(cell: string, place: { row: number; column: number }, max: number): TableProblem[] {
  if (cell.length <= max) return [];
  return [
    cellProblem(
      'cell-too-long',
      place,
      `1つのセルは${max}文字までです(${cell.length}文字あります)。短くしてください。`,
      `a cell holds up to ${max} characters (this one has ${cell.length}). Shorten it.`,
    ),
  ];
}

function sizeProblems(rows: readonly string[][], limits: TableLimits): TableProblem[] {
  const problems: TableProblem[] = [];
  if (rows.length > limits.maxRows) {
    problems.push(
      fileProblem(
        'too-many-rows',
        `見出しを含めて${limits.maxRows}行までです。ファイルを分けてください。`,
        `A file holds up to ${limits.maxRows} rows with its heading. Split it.`,
      ),
    );
  }
  const wide = rows.findIndex((row) => row.length > limits.maxColumns);
  if (wide !== -1) {
    problems.push({
      code: 'too-many-columns',
      row: wide + 1,
      ja: `${wide + 1}行目: ${limits.maxColumns}列までです。余分な列を削除してください。`,
      en: `Row ${wide + 1}: up to ${limits.maxColumns} columns. Delete the surplus ones.`,
    });
  }
  return problems;
}

/** Every problem of a table's cells and size; empty when there is none. */
export function tableProblems(rows: readonly string[][], limits: TableLimits): TableProblem[] {
  const size = sizeProblems(rows, limits);
  const cells = rows.slice(0, limits.maxRows).flatMap((row, r) =>
    row.slice(0, limits.maxColumns).flatMap((cell, c) => {
      const place = { row: r + 1, column: c + 1 };
      return [...characterProblems(cell, place), ...lengthProblem(cell, place, limits.maxCellChars)];
    }),
  );
  return [...size, ...cells];
}
