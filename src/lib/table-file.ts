// A table as people have it – TSV, CSV or XLSX – to rows of text, or every reason why not. Knows no word of the trade.

import { defaultTableLimits, type TableLimits, tableProblems } from './table-check.ts';
import { decodeText, type TextEncodingName } from './table-file-decode.ts';
import { isZip, notATable } from './table-file-kind.ts';
import { readXlsxFile } from './table-file-xlsx.ts';
import { boundedProblems, cellProblem, fileProblem, type TableProblem } from './table-problem.ts';
import { detectDelimiter, normaliseCell, parseDelimited, withoutTrailingBlankRows } from './table-text.ts';

export type TableFormat = { kind: 'tsv' | 'csv'; encoding: TextEncodingName } | { kind: 'xlsx'; sheet: string };

/** `rows[0]` is row 1 of the file, blank rows within kept and those at the end dropped; cells in NFC. */
export type TableResult = { ok: true; rows: string[][]; format: TableFormat } | { ok: false; problems: TableProblem[] };

const emptyFile = fileProblem(
  'empty',
  'ファイルに行がありません。表の入ったファイルを選んでください。',
  'The file has no rows. Choose the file that holds the table.',
);

function tooLarge(size: number, max: number): TableProblem {
  const megabytes = (n: number): string => (n / 1024 / 1024).toFixed(1);
  return fileProblem(
    'too-large',
    `ファイルは${megabytes(max)} MB までです(${megabytes(size)} MB あります)。行を分けて、いくつかのファイルにしてください。`,
    `A file may have up to ${megabytes(max)} MB (this one has ${megabytes(size)} MB). Split it into several files.`,
  );
}

function finish(
  raw: readonly string[][],
  earlier: TableProblem[],
  limits: TableLimits,
  format: TableFormat,
): TableResult {
  const rows = withoutTrailingBlankRows(raw).map((row) => row.map(normaliseCell));
  const problems = [...earlier, ...tableProblems(rows, limits)];
  if (problems.length > 0) return { ok: false, problems: boundedProblems(problems) };
  return rows.length === 0 ? { ok: false, problems: [emptyFile] } : { ok: true, rows, format };
}

async function readWorkbook(bytes: Uint8Array, limits: TableLimits): Promise<TableResult> {
  if (bytes.length > limits.maxXlsxBytes) {
    return { ok: false, problems: [tooLarge(bytes.length, limits.maxXlsxBytes)] };
  }
  // A copy: a Buffer may be a slice of a pool, and the thread would be handed the whole pool.
  const answer = await readXlsxFile({
    bytes: new Uint8Array(bytes),
    maxRows: limits.maxRows,
    maxColumns: limits.maxColumns,
  });
  if (!answer.ok) return { ok: false, problems: [answer.problem] };
  return finish(answer.rows, answer.problems, limits, { kind: 'xlsx', sheet: answer.sheet });
}

function readText(bytes: Uint8Array, fileName: string, limits: TableLimits): TableResult {
  if (bytes.length > limits.maxTextBytes) {
    return { ok: false, problems: [tooLarge(bytes.length, limits.maxTextBytes)] };
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) return { ok: false, problems: [decoded.problem] };
  const delimiter = detectDelimiter(decoded.text, fileName);
  const { rows, unclosedQuote } = parseDelimited(decoded.text, delimiter);
  const quote =
    unclosedQuote === undefined
      ? []
      : [
          cellProblem(
            'unclosed-quote',
            unclosedQuote,
            '引用符(")が閉じていません。セルの最後に " を付けるか、最初の " を削除してください。',
            'the quotation mark (") is never closed. Close it at the end of the cell, or delete the first one.',
          ),
        ];
  return finish(rows, quote, limits, { kind: delimiter === ',' ? 'csv' : 'tsv', encoding: decoded.encoding });
}

/**
 * Reads a file by what its bytes are; the name (`goods.csv`) only settles a doubt about the delimiter.
 * Limits are `defaultTableLimits` unless told otherwise.
 */
export async function readTable(
  bytes: Uint8Array,
  fileName: string,
  limits: TableLimits = defaultTableLimits,
): Promise<TableResult> {
  if (bytes.length === 0) return { ok: false, problems: [emptyFile] };
  const problem = notATable(bytes);
  if (problem !== undefined) return { ok: false, problems: [problem] };
  if (isZip(bytes)) return readWorkbook(bytes, limits);
  return readText(bytes, fileName, limits);
}
