import type { EvidenceReason } from './evidence-pdf-words.ts';

/** What one PDF may cost. A picture of a page has at most `maxSide` pixels on its longer side, whatever the page says. */
export type EvidenceLimits = {
  bytes: number;
  pages: number;
  /** Width × height that one picture inside may declare. */
  picturePixels: number;
  /** From start to end, in milliseconds. */
  milliseconds: number;
  /** Of each library's own memory. */
  memoryBytes: number;
  /** Of the JavaScript around them, in MiB. */
  heapMebibytes: number;
  /** Of all pictures and texts that come out. */
  outputBytes: number;
  /** Of the text of all pages together, which is read for searching and comparing; what goes beyond is left out, and said. */
  textCharacters: number;
  dotsPerInch: number;
  maxSide: number;
};

export const evidenceLimits: EvidenceLimits = {
  bytes: 10 * 1024 * 1024,
  pages: 200,
  picturePixels: 40_000_000,
  milliseconds: 60_000,
  memoryBytes: 512 * 1024 * 1024,
  heapMebibytes: 256,
  outputBytes: 100 * 1024 * 1024,
  textCharacters: 200_000,
  dotsPerInch: 110,
  maxSide: 2000,
};

/** What the child says, in order: each page, then that it ended or why it refused. `textCut`: there was more text than that. */
export type ChildMessage =
  | { kind: 'page'; width: number; height: number; text: string }
  | { kind: 'end'; pages: number; textCut: boolean }
  | { kind: 'refused'; reason: EvidenceReason; detail: string };
