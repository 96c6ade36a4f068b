import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { places } from '../lib/places.ts';
import { readMessages } from './reader-messages.ts';
import { runReader } from './reader-process.ts';
import { type ScanLimits, type ScanMessage, scanLimits } from './scan-picture-messages.ts';
import { type ScanReason, scanWords } from './scan-picture-words.ts';

/**
 * A page as pixels, row by row from the top as one reads it (a photo's EXIF orientation is applied).
 * `channels` 1: grey, 3: red, green, blue; one byte each. `dpi`: what the file says of its scale, if it says anything that
 * can be believed; of a PDF page it follows from the page's size.
 */
export type ScanPage = { width: number; height: number; channels: 1 | 3; samples: Uint8Array; dpi?: number };

export type ScanReading =
  | { ok: true; pages: ScanPage[]; sha256: string }
  /** `ja` and `en`: what is wrong and what to do. `detail`: for the log, in the library's own words. */
  | { ok: false; reason: ScanReason; ja: string; en: string; detail: string };

// Beside this file, in the sources as in what is built from them.
const childFile = fileURLToPath(import.meta.url.replace(/(\.[jt]s)$/, '-child$1'));
// A page may take 48 MB until whoever asked lets go of it.
const maxChildren = 2;
const maxWaiting = 8;

/**
 * The pages of a scanned sheet, a PDF, JPEG or PNG, that a stranger sent. Never throws for what is in the file, only when
 * this installation cannot read any. Decoded in a process of its own that is killed when it takes too long or too much
 * memory; two at once, eight wait, more are answered `busy`.
 * @param bytes the whole file, up to 12 MB; `sha256` (hexadecimal) is of exactly these
 */
export const readScan = scanReader(scanLimits);

/** A reader with its own two places and its own limits. The server has one: `readScan`. */
export function scanReader(limits: ScanLimits): (bytes: Buffer) => Promise<ScanReading> {
  const take = places({ atOnce: maxChildren, waiting: maxWaiting });
  return async (bytes) => {
    if (bytes.length === 0) return refused('empty');
    if (bytes.length > limits.bytes) return refused('too_big');
    return take(() => readInChild(bytes, limits)) ?? refused('busy');
  };
}

function refused(reason: ScanReason, detail = ''): ScanReading {
  return { ok: false, reason, ...scanWords[reason], detail };
}

async function readInChild(bytes: Buffer, limits: ScanLimits): Promise<ScanReading> {
  const { written, said, end } = await runReader(childFile, JSON.stringify(limits), bytes, limits);
  const messages = readMessages<ScanMessage>(written);
  const last = messages.at(-1)?.message;
  if (last?.kind === 'refused') return refused(last.reason, last.detail);
  const pages = messages.flatMap(({ message, bytes: samples }): ScanPage[] => {
    if (message.kind !== 'page') return [];
    const { width, height, channels, dpi } = message;
    if (samples.length !== width * height * channels) throw new Error('a page has another size than it says');
    return [{ width, height, channels, samples, ...(dpi === null ? {} : { dpi }) }];
  });
  if (last?.kind === 'end' && last.pages === pages.length) {
    return { ok: true, pages, sha256: createHash('sha256').update(bytes).digest('hex') };
  }
  if (end === 'exited') throw new Error(`the reader of scans does not work: ${said}`);
  return refused('too_heavy', `${end}\n${said}`);
}
