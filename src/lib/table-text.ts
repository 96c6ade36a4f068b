// Delimited text, as Excel saves and copies it and as people type it. Pure and without imports from Node, so that the page
// reads a paste with the very function that the server reads a file with. One small reader instead of a library: the library
// is 52 KB in the browser, and two readers would disagree some day (table-text.test.ts compares this one with csv-parse).
import { unguardCell } from './formula-guard.ts';

export type Delimiter = '\t' | ',';

/** Rows as they stand, blank ones kept, so that index + 1 is the row that a spreadsheet shows. */
export type DelimitedText = {
  rows: string[][];
  /** Where a quote opens that nothing closes (from 1); its cell was then read as typed. */
  unclosedQuote: { row: number; column: number } | undefined;
};

type Cell = { value: string; end: number; unclosed: boolean };

/** What may end a cell: one delimiter, or both while it is not yet known which. */
type Delimiters = Delimiter | '\t,';

/** The position of the quote that closes the cell; undefined when a quote stands inside text; -1 when none follows. */
function closingQuote(text: string, from: number, delimiters: Delimiters): number | undefined {
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  if (at === -1) return -1;
  const next = text[at + 1];
  const closes =
    next === undefined || delimiters.includes(next) || next === '\n' || (next === '\r' && text[at + 2] === '\n');
  return closes ? at : undefined;
}

function endOfPlainCell(text: string, from: number, delimiters: Delimiters): number {
  let at = from;
  while (at < text.length && !delimiters.includes(text.charAt(at)) && text[at] !== '\n') at += 1;
  return text[at] === '\n' && at > from && text[at - 1] === '\r' ? at - 1 : at;
}

function readCell(text: string, from: number, delimiters: Delimiters): Cell {
  const close = text[from] === '"' ? closingQuote(text, from + 1, delimiters) : undefined;
  if (close === undefined || close === -1) {
    // `3/4" BOLT`, `"quoted" start`: typed by hand, and meant as they stand.
    const end = endOfPlainCell(text, from, delimiters);
    return { value: text.slice(from, end), end, unclosed: close === -1 };
  }
  const value = text
    .slice(from + 1, close)
    .replaceAll('""', '"')
    .replaceAll('\r\n', '\n');
  return { value, end: close + 1, unclosed: false };
}

export function parseDelimited(text: string, delimiter: Delimiter): DelimitedText {
  const rows: string[][] = [];
  let unclosedQuote: DelimitedText['unclosedQuote'];
  let row: string[] = [];
  let at = 0;
  while (at < text.length || row.length > 0) {
    const cell = readCell(text, at, delimiter);
    row.push(cell.value);
    if (cell.unclosed) unclosedQuote ??= { row: rows.length + 1, column: row.length };
    at = cell.end;
    if (text[at] === delimiter) {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    at += text[at] === '\r' ? 2 : 1;
  }
  return { rows, unclosedQuote };
}

/** Counts the delimiters outside quoted cells in the first row that has any. */
function countDelimiters(text: string): { tabs: number; commas: number } {
  const count = { tabs: 0, commas: 0 };
  let at = 0;
  while (at < text.length) {
    at = readCell(text, at, '\t,').end;
    if (text[at] === '\t') count.tabs += 1;
    else if (text[at] === ',') count.commas += 1;
    else if (count.tabs + count.commas > 0) return count;
    at += 1;
  }
  return count;
}

/** Tabs win, since a heading or a description holds commas and hardly a tab; unless the name says CSV and commas are more. */
export function detectDelimiter(text: string, fileName: string): Delimiter {
  const { tabs, commas } = countDelimiters(text);
  if (tabs === 0) return commas > 0 && !fileName.toLowerCase().endsWith('.tsv') ? ',' : '\t';
  return fileName.toLowerCase().endsWith('.csv') && commas > tabs ? ',' : '\t';
}

const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '');

/** Excel saves rows that only carry a format: blank rows at the end are no rows. */
export function withoutTrailingBlankRows(rows: readonly string[][]): string[][] {
  let length = rows.length;
  while (length > 0 && isBlank(rows[length - 1] ?? [])) length -= 1;
  return rows.slice(0, length);
}

/** NFC, and the apostrophe that an export put before a formula sign taken off. Never NFKC, which turns ① into 1. */
export function normaliseCell(cell: string): string {
  return unguardCell(cell.normalize('NFC'));
}

/** Cells copied from a spreadsheet (tab-separated, Excel's quoting). Never fails: what is odd is kept as it is. */
export function parsePasted(text: string): string[][] {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return withoutTrailingBlankRows(parseDelimited(plain, '\t').rows).map((row) => row.map(normaliseCell));
}
