// Tables on the way out: templates and exports. What is written here, readTable reads back cell by cell. Pure.
import { guardCell } from './formula-guard.ts';

function writeCell(cell: string): string {
  const guarded = guardCell(cell);
  return /[\t,"\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

const write = (rows: readonly (readonly string[])[], delimiter: string): string =>
  rows.map((row) => `${row.map(writeCell).join(delimiter)}\r\n`).join('');

/** Tab-separated, CRLF, Excel's quoting, formula signs made harmless. */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  return write(rows, '\t');
}

/** The same, comma-separated. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return write(rows, ',');
}

/** UTF-8 with a byte order mark: without it a Japanese Excel takes the file for Shift_JIS. */
export function tableBytes(text: string): Uint8Array {
  return new TextEncoder().encode(`\uFEFF${text}`);
}
