// The parts of an XLSX file (a ZIP archive, ECMA-376 part 2), inflated under a limit of our own. The sheet library believes the
// sizes that the archive states about itself; here no size is believed, so that a small file cannot become a big one.

import { crc32, inflateRawSync } from 'node:zlib';
import { isErrorCode } from './error-code.ts';

/** Inflated bytes of all XML parts together: a table of 5,000 rows needs about 5 MB. */
const maxInflatedBytes = 32 * 1024 * 1024;
const maxEntries = 2000;

export class XlsxPackageError extends Error {
  readonly code: 'workbook-damaged' | 'workbook-too-heavy';

  constructor(code: 'workbook-damaged' | 'workbook-too-heavy', detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.name = 'XlsxPackageError';
    this.code = code;
  }
}

type Entry = {
  name: string;
  method: number;
  flags: number;
  checksum: number;
  compressedSize: number;
  headerAt: number;
};

const damaged = (detail: string, cause?: unknown): XlsxPackageError =>
  new XlsxPackageError('workbook-damaged', detail, { cause });

function findDirectory(view: DataView): { count: number; at: number } {
  const last = view.byteLength - 22;
  const first = Math.max(0, last - 0xffff); // the archive comment has at most 65,535 bytes
  for (let at = last; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    return { count: view.getUint16(at + 10, true), at: view.getUint32(at + 16, true) };
  }
  throw damaged('no end of central directory');
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): { entry: Entry; next: number } {
  if (view.getUint32(at, true) !== 0x02014b50) throw damaged('central directory entry expected');
  const nameLength = view.getUint16(at + 28, true);
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const entry = {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    checksum: view.getUint32(at + 16, true),
    compressedSize: view.getUint32(at + 20, true),
    headerAt: view.getUint32(at + 42, true),
  };
  return { entry, next };
}

function inflate(data: Uint8Array, limit: number): Uint8Array {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, limit) });
  } catch (error) {
    if (isErrorCode(error, 'ERR_BUFFER_TOO_LARGE')) {
      throw new XlsxPackageError('workbook-too-heavy', `more than ${maxInflatedBytes} bytes inflated`, {
        cause: error,
      });
    }
    throw damaged('a part does not inflate', error);
  }
}

function partOf(bytes: Uint8Array, view: DataView, entry: Entry, limit: number): Uint8Array {
  if ((entry.flags & 0x2041) !== 0) throw damaged(`${entry.name} is encrypted`);
  if (view.getUint32(entry.headerAt, true) !== 0x04034b50) throw damaged(`no local header for ${entry.name}`);
  const nameLength = view.getUint16(entry.headerAt + 26, true);
  const start = entry.headerAt + 30 + nameLength + view.getUint16(entry.headerAt + 28, true);
  const data = bytes.subarray(start, start + entry.compressedSize);
  if (data.length !== entry.compressedSize) throw damaged(`${entry.name} is cut short`);
  if (entry.method === 8) return inflate(data, limit);
  if (entry.method !== 0) throw damaged(`${entry.name}: compression method ${entry.method}`);
  if (data.length > limit) throw new XlsxPackageError('workbook-too-heavy', `more than ${maxInflatedBytes} bytes`);
  return data;
}

/**
 * Name → bytes of every XML part; pictures, macros and embedded files are left out.
 * Throws XlsxPackageError: damaged or encrypted, or heavier inflated than a table can be.
 */
export function readXlsxPackage(bytes: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = new Map<string, Uint8Array>();
  try {
    const directory = findDirectory(view);
    if (directory.count > maxEntries) throw new XlsxPackageError('workbook-too-heavy', `${directory.count} entries`);
    let at = directory.at;
    let left = maxInflatedBytes;
    for (let n = 0; n < directory.count; n += 1) {
      const { entry, next } = readEntry(bytes, view, at);
      at = next;
      if (!/\.(xml|rels)$/i.test(entry.name)) continue;
      if (parts.has(entry.name)) throw damaged(`${entry.name} is there twice`);
      const part = partOf(bytes, view, entry, left);
      if (crc32(part) !== entry.checksum) throw damaged(`${entry.name} does not match its checksum`);
      left -= part.length;
      parts.set(entry.name, part);
    }
  } catch (error) {
    if (error instanceof RangeError) throw damaged('an offset points outside the file', error);
    throw error;
  }
  return parts;
}
