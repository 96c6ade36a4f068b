// Files that are plainly no table, told by their first bytes: each is named as what it is, not as a table gone wrong. Pure.
import { fileProblem, type TableProblem } from './table-problem.ts';

const tables = {
  ja: 'TSV、CSV または Excel ブック(.xlsx)を選んでください。',
  en: 'Choose a TSV, CSV or Excel workbook (.xlsx).',
};

const oldWorkbook = fileProblem(
  'not-a-table',
  '古い形式の Excel ブック(.xls)またはパスワード付きのブックです。「Excel ブック(.xlsx)」としてパスワードなしで保存し直してください。',
  'This is an old Excel workbook (.xls) or one with a password. Save it as "Excel Workbook (.xlsx)" without a password.',
);
const pdf = fileProblem(
  'not-a-table',
  `PDF は表として読み取れません。${tables.ja}`,
  `A PDF cannot be read as a table. ${tables.en}`,
);
const picture = fileProblem(
  'not-a-table',
  `画像は表として読み取れません。${tables.ja}`,
  `A picture cannot be read as a table. ${tables.en}`,
);
const archive = fileProblem(
  'not-a-table',
  `圧縮ファイルや Word などの文書は表として読み取れません。${tables.ja}`,
  `An archive (ZIP) or a text document cannot be read as a table. ${tables.en}`,
);

/** How the file begins, each byte as one character (Latin-1). */
const beginnings: readonly (readonly [string, TableProblem])[] = [
  ['\u00D0\u00CF\u0011\u00E0', oldWorkbook],
  ['%PDF', pdf],
  ['\u00FF\u00D8\u00FF', picture], // JPEG
  ['\u0089PNG', picture],
  ['GIF87a', picture],
  ['GIF89a', picture],
  ['II*\u0000', picture], // TIFF, least significant byte first
  ['MM\u0000*', picture], // TIFF, most significant byte first
  ['\u001F\u008B', archive], // gzip
  ['7z\u00BC\u00AF', archive],
  ['Rar!\u001A\u0007', archive],
  ['PK\u0005\u0006', archive], // a ZIP with nothing in it
];
/** WebP, and HEIC and AVIF as a phone takes them, whose first bytes are a length. */
const inBetween = /^(?:RIFF.{4}WEBP|.{4}ftyp(?:hei|mif1|avif))/s;

const startOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 16));

/** A workbook is a ZIP of parts; the parts' names stand in it as they are. */
const partsOfWorkbook = ['workbook', 'opendocument.spreadsheet'];
const endOfZip = 'PK\u0005\u0006';

export const isZip = (bytes: Uint8Array): boolean => startOf(bytes).startsWith('PK\u0003\u0004');

/** Whole, and no workbook; of one that was cut short the reader of workbooks says that it is damaged. */
function isOtherArchive(bytes: Uint8Array): boolean {
  const held = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return held.includes(endOfZip) && !partsOfWorkbook.some((name) => held.includes(name));
}

/** What is wrong with a file that is a picture, a PDF, an archive or an old workbook; undefined when it may be a table. */
export function notATable(bytes: Uint8Array): TableProblem | undefined {
  if (isZip(bytes)) return isOtherArchive(bytes) ? archive : undefined;
  const start = startOf(bytes);
  if (inBetween.test(start)) return picture;
  return beginnings.find(([beginning]) => start.startsWith(beginning))?.[1];
}
