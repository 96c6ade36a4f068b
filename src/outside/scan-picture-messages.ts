import type { ScanReason } from './scan-picture-words.ts';

/** What reading one upload may cost. */
export type ScanLimits = {
  bytes: number;
  pages: number;
  /** Width × height that a picture may declare. */
  picturePixels: number;
  /** Width × height of a page as it is handed on; a larger one is made smaller. A4 at 400 dpi has 15.5 million. */
  pagePixels: number;
  dotsPerInch: number;
  /** From start to end, in milliseconds. */
  milliseconds: number;
  /** Of PDFium's own memory. */
  memoryBytes: number;
  /** Of the JavaScript around it, in MiB. */
  heapMebibytes: number;
  /** Of all pages together, one or three bytes a pixel. */
  outputBytes: number;
};

export const scanLimits: ScanLimits = {
  bytes: 12 * 1024 * 1024,
  pages: 5,
  picturePixels: 40_000_000,
  pagePixels: 16_000_000,
  dotsPerInch: 300,
  milliseconds: 30_000,
  memoryBytes: 512 * 1024 * 1024,
  heapMebibytes: 256,
  outputBytes: 200 * 1024 * 1024,
};

export type PageHead = { width: number; height: number; channels: 1 | 3; dpi: number | null };

/** What the child says, in order: each page, then that it ended or why it refused. */
export type ScanMessage =
  | ({ kind: 'page' } & PageHead)
  | { kind: 'end'; pages: number }
  | { kind: 'refused'; reason: ScanReason; detail: string };
