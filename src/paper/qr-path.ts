// A QR code as one path: dark modules as rectangles, neighbours in a row joined, so that no viewer paints hair-thin gaps.
import { encodeQR } from 'qr';
import type { Ink, PathShape, PathStep } from './page.ts';

/** ISO/IEC 18004: four modules of white on each side, or readers do not find the code. */
export const quietModules = 4;

const alphanumeric = /^[0-9A-Z $%*+\-./:]+$/;

/**
 * Error correction M (15 %), `side` millimetres wide without the quiet zone, top left corner at (x, y). The text must be
 * upper case: the alphanumeric mode makes modules a third larger than bytes would. Throws otherwise.
 */
export function qrPath(text: string, x: number, y: number, side: number, ink: Ink): QrPath {
  const key = [text, x, y, side, ink].join(' ');
  if (last?.key !== key) last = { key, path: madePath(text, x, y, side, ink) };
  return last.path;
}

/** `module`: millimetres of one. */
type QrPath = PathShape & { module: number };

/** The newest: every sheet of a paper shows the same code at the same place. */
let last: { key: string; path: QrPath } | undefined;

function madePath(text: string, x: number, y: number, side: number, ink: Ink): QrPath {
  if (!alphanumeric.test(text)) throw new Error(`QR: not alphanumeric upper case: ${text}`);
  const framed = encodeQR(text, 'raw', { ecc: 'medium', encoding: 'alphanumeric', border: 1 });
  const rows = framed.slice(1, -1).map((row) => row.slice(1, -1));
  const module = side / rows.length;
  const steps = rows.flatMap((row, r) =>
    darkRuns(row).flatMap(([from, to]) => block(x + from * module, y + r * module, (to - from) * module, module)),
  );
  return { kind: 'path', steps, fill: ink, module };
}

function darkRuns(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  for (let from = 0; from < row.length; from++) {
    if (row[from] !== true || row[from - 1] === true) continue;
    let to = from;
    while (row[to] === true) to++;
    runs.push([from, to]);
  }
  return runs;
}

const block = (x: number, y: number, width: number, height: number): PathStep[] => [
  { go: 'M', x, y },
  { go: 'L', x: x + width, y },
  { go: 'L', x: x + width, y: y + height },
  { go: 'L', x, y: y + height },
  { go: 'Z' },
];
