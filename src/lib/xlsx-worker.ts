// Runs in a worker thread of its own, started by table-file-xlsx: opens the archive, has the library read it, answers with text.
import { parentPort, workerData } from 'node:worker_threads';
import { CFB, read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { fileProblem, type TableProblem } from './table-problem.ts';
import { type SheetCells, type SheetText, sheetText } from './xlsx-cells.ts';
import { readXlsxPackage, XlsxPackageError } from './xlsx-package.ts';

export type XlsxJob = { bytes: Uint8Array; maxRows: number; maxColumns: number };
export type XlsxAnswer = ({ ok: true; sheet: string } & SheetText) | { ok: false; problem: TableProblem };

/** What the library's archive module is, as far as we use it (its own types leave it open). */
type ArchiveModule = {
  utils: { cfb_new(): object; cfb_add(archive: object, name: string, content: Uint8Array): void };
  write(archive: object, options: { fileType: 'zip'; type: 'buffer' }): Uint8Array;
};

const damaged = fileProblem(
  'workbook-damaged',
  'Excel ブックを開けません(破損、パスワード付き、または別の形式です)。Excel で開き、「Excel ブック(.xlsx)」としてパスワードなしで保存し直してください。',
  'The workbook cannot be opened (damaged, protected by a password, or of another kind). Open it in Excel and save it again as "Excel Workbook (.xlsx)" without a password.',
);

const tooHeavy = fileProblem(
  'workbook-too-heavy',
  'Excel ブックの中身が大きすぎます。表だけを新しいブックにコピーして保存してください。',
  'The workbook is too heavy inside. Copy the table alone into a new workbook and save that.',
);

/** The inflated parts packed again without compression: the library then meets only sizes that are true. */
function openWorkbook(parts: Map<string, Uint8Array>): WorkBook {
  const archives: ArchiveModule = CFB;
  const archive = archives.utils.cfb_new();
  for (const [name, content] of parts) archives.utils.cfb_add(archive, name, content);
  return read(archives.write(archive, { fileType: 'zip', type: 'buffer' }), {
    type: 'buffer',
    dense: true,
    cellNF: true,
  });
}

function firstVisibleSheet(book: WorkBook): { name: string; sheet: WorkSheet } | undefined {
  const hidden = (name: string): boolean => {
    const properties = book.Workbook?.Sheets?.find((sheet) => sheet.name === name);
    return properties?.Hidden !== undefined && properties.Hidden !== 0;
  };
  const name = book.SheetNames.find((candidate) => !hidden(candidate)) ?? book.SheetNames[0];
  const sheet = name === undefined ? undefined : book.Sheets[name];
  return name === undefined || sheet === undefined ? undefined : { name, sheet };
}

export function readXlsx(job: XlsxJob): XlsxAnswer {
  try {
    const parts = readXlsxPackage(job.bytes);
    if (![...parts.keys()].some((name) => /(^|\/)workbook\.xml$/i.test(name))) return { ok: false, problem: damaged };
    const first = firstVisibleSheet(openWorkbook(parts));
    if (first === undefined) return { ok: false, problem: damaged };
    const cells: SheetCells = first.sheet['!data'] ?? [];
    return { ok: true, sheet: first.name, ...sheetText(cells, job) };
  } catch (error) {
    if (error instanceof XlsxPackageError) {
      return { ok: false, problem: error.code === 'workbook-too-heavy' ? tooHeavy : damaged };
    }
    // The library throws plain errors of many kinds at a broken part: whatever it trips over, the file cannot be read.
    if (error instanceof Error) return { ok: false, problem: damaged };
    throw error;
  }
}

parentPort?.postMessage(readXlsx(workerData as XlsxJob));
