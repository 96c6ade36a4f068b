import { inflateSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import type { ScanPage } from '../../outside/scan-picture.ts';
import { readPng } from '../../paper/png.ts';
import { type Extraction, extractFromPages, extractSignature, type How } from './extract.ts';
import { type ScanKind, scanOf, trueInk } from './scan-corpus.ts';

const minutes = { timeout: 180_000 }; // of a machine that does other things too
const sheet: How = { kind: 'sheet' };
/** A sheet cut off above and below the frame: as good as a whole one, and made sooner. */
const part = { x: 12, y: 85, width: 186, height: 92 };

type Found = Extract<Extraction, { ok: true }>;

function taken(extraction: Extraction): Found {
  if (!extraction.ok) throw new Error(`refused: ${extraction.problem.reason}`);
  return extraction;
}

const refusedFor = (extraction: Extraction): string => (extraction.ok ? 'not refused' : extraction.problem.reason);

type Inked = { width: number; height: number; on: (at: number) => boolean };

/** By the reader that the certificate uses. */
function inkIn(png: Buffer): Inked & { alpha: Buffer; rgb: Buffer } {
  const { width, height, rgb, alpha } = readPng(png);
  if (alpha === undefined) throw new Error('no ground shows through');
  const opacity = inflateSync(alpha);
  return { width, height, rgb: inflateSync(rgb), alpha: opacity, on: (at) => (opacity[at] ?? 0) > 127 };
}

function boundsOf({ width, height, on }: Inked) {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      if (!on(y * width + x)) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
    }
  return { left, top, right, bottom };
}

/** Both laid on each other by the boxes around their ink: what both cover, divided by what either covers. */
function overlap(kind: ScanKind, extraction: Found): { same: number; shape: number } {
  const got = inkIn(extraction.png);
  const drawn = trueInk(kind);
  const want: Inked = { ...drawn, on: (at) => drawn.on[at] === 1 };
  const [a, b] = [boundsOf(got), boundsOf(want)];
  const [fx, fy] = [(a.right - a.left) / (b.right - b.left), (a.bottom - a.top) / (b.bottom - b.top)];
  let [both, either] = [0, 0];
  for (let y = b.top; y < b.bottom; y += 1)
    for (let x = b.left; x < b.right; x += 1) {
      const gx = Math.floor(a.left + (x + 0.5 - b.left) * fx);
      const gy = Math.floor(a.top + (y + 0.5 - b.top) * fy);
      const [isGot, isWanted] = [got.on(gy * got.width + gx), want.on(y * want.width + x)];
      if (isGot && isWanted) both += 1;
      if (isGot || isWanted) either += 1;
    }
  return { same: both / either, shape: fx / fy };
}

describe('a signature is found on any scan of the sheet, straight, alone and whole', minutes, () => {
  // 300 dpi unless it says otherwise. The least overlap is what each reaches, less a hundredth or two.
  it.each<[string, ScanKind, Found['found'], number]>([
    ['a whole sheet from a scanner', {}, 'marks', 0.88],
    ['yellowish paper', { part, paper: [247, 240, 205] }, 'marks', 0.88],
    [
      'a grey photo, uneven light, taken askew',
      { dpi: 240, light: [0.95, 0.5], grain: 5, skew: 2, perspective: 0.08, grey: true },
      'marks',
      0.88,
    ],
    ['3 degrees to the right', { skew: 3 }, 'marks', 0.88],
    ['5 degrees to the left', { part, skew: -5 }, 'marks', 0.88],
    ['fed sideways', { turn: 90 }, 'marks', 0.86],
    ['upside down', { turn: 180 }, 'marks', 0.86],
    ['a pencil', { part, pen: { width: 0.5, colour: [120, 120, 120], strength: 0.55 }, grain: 3 }, 'marks', 0.86],
    [
      'a faint blue pen on cream',
      { part, pen: { width: 0.5, colour: [110, 140, 225], strength: 0.7 }, paper: [247, 240, 215] },
      'marks',
      0.86,
    ],
    ['a thin ballpoint pen', { part, pen: { width: 0.25, colour: [20, 20, 60] } }, 'marks', 0.74],
    ['a brush', { part, pen: { width: 2.2, colour: [10, 10, 10] } }, 'marks', 0.94],
    ['thick frame lines', { part, frameLine: 1.2 }, 'marks', 0.88],
    // What lies on the line is lost: the box around the ink is half a millimetre lower, and laid on it all is shifted.
    ['a stroke that ends in the frame line', { part, frameLine: 0.6, shift: { x: 0, y: -7.7 } }, 'marks', 0.68],
    ['a stroke across the frame line', { part, shift: { x: -19.2, y: 0 } }, 'marks', 0.86],
    ['150 dpi', { part, dpi: 150 }, 'marks', 0.86],
    ['600 dpi', { dpi: 600, part: { x: 30, y: 95, width: 150, height: 70 } }, 'marks', 0.88],
    ['marks without a frame', { part, frame: false }, 'marks', 0.88],
    ['a frame without marks', { marks: false }, 'frame', 0.88],
    ['a frame without marks, askew and sideways', { marks: false, skew: -5, turn: 90 }, 'frame', 0.88],
    ['dust and a grainy scanner', { part, specks: 60, grain: 6 }, 'marks', 0.88],
    ['a red seal beside it', { part, seal: { x: 150, y: 128 } }, 'marks', 0.88],
    ['a red seal across it', { part, seal: { x: 120, y: 125 } }, 'marks', 0.86],
    ['half as large', { part, size: 0.5 }, 'marks', 0.9],
  ])('%s', (_name, kind, found, least) => {
    const extraction = taken(extractSignature(scanOf(kind), sheet));
    expect(extraction.found).toBe(found);
    const { same, shape } = overlap(kind, extraction);
    expect(same).toBeGreaterThan(least);
    expect(Math.abs(shape - 1)).toBeLessThan(0.03);
    const { alpha, rgb } = inkIn(extraction.png);
    // A frame line would be a row or column of ink; specks and paper would be a ground that is not quite clear.
    expect(alpha.filter((value) => value === 0).length / alpha.length).toBeGreaterThan(0.6);
    expect(alpha.some((value) => value === 255)).toBe(true);
    expect(rgb.every((value) => value === 0)).toBe(true);
  });
});

describe('what would print badly is refused, and the words name the mend', minutes, () => {
  it.each<[string, ScanKind, string]>([
    ['100 dpi', { dpi: 100 }, 'coarse'],
    ['a signature of 10 mm', { part, size: 0.15 }, 'small'],
    ['hardly to be seen', { part, pen: { width: 0.5, colour: [200, 200, 200], strength: 0.3 }, grain: 3 }, 'faint'],
    ['out of focus', { part, blur: 5 }, 'blurred'],
    ['a stroke along the frame line', { part, shift: { x: 0, y: 5 } }, 'cut'],
    ['a stroke outside the frame', { part, shift: { x: 0, y: 9 } }, 'cut'],
    ['far out of the frame', { part, size: 1.25, shift: { x: 0, y: -9 } }, 'cut'],
    ['no signature', { part, signed: false }, 'empty'],
    ['dust instead of a signature', { part, signed: false, specks: 40, grain: 5 }, 'empty'],
    ['a seal instead of a signature', { part, signed: false, seal: { x: 110, y: 130 } }, 'only_red'],
    ['a filled area', { part, signed: false, block: true }, 'block'],
    ['neither marks nor frame', { marks: false, frame: false }, 'no_frame'],
  ])('%s', (_name, kind, reason) => {
    const extraction = extractSignature(scanOf(kind), sheet);
    expect(refusedFor(extraction)).toBe(reason);
    if (extraction.ok) return;
    expect(extraction.problem.ja).toMatch(/。.*ください。$/);
    expect(extraction.problem.en).toMatch(/[.:].*\.$/);
    expect(extraction.before !== undefined).toBe(reason !== 'no_frame');
  });

  test('the words of a coarse scan say its dpi and what this signature needs', () => {
    const extraction = extractSignature(scanOf({ dpi: 100, part }), sheet);
    expect(extraction).toMatchObject({ problem: { en: expect.stringMatching(/about 100 dpi.*needs 150 dpi/) } });
  });

  test('noise alone is never a signature', () => {
    const samples = new Uint8Array(900 * 400).map((_, i) => (i * 7919 + ((i * i) % 251)) % 256);
    const page: ScanPage = { width: 900, height: 400, channels: 1, samples };
    expect(extractSignature(page, sheet).ok).toBe(false);
    expect(extractSignature(page, { kind: 'crop', box: { x: 0, y: 0, width: 1, height: 1 } }).ok).toBe(false);
  });
});

describe('by hand', minutes, () => {
  const bare = { marks: false, frame: false } as const;
  const page = scanOf(bare);
  const around = (left: number, top: number, width: number, height: number): How => ({
    kind: 'crop',
    box: { x: left / 210, y: top / 297, width: width / 210, height: height / 297 },
  });

  test('a box around the signature is enough', () => {
    const extraction = taken(extractSignature(page, around(55, 112, 95, 36)));
    expect(extraction.found).toBe('hand');
    expect(overlap(bare, extraction).same).toBeGreaterThan(0.85);
  });

  test('a box through the signature is refused as cut', () => {
    expect(refusedFor(extractSignature(page, around(55, 112, 50, 36)))).toBe('cut');
  });

  test('a box with the frame in it leaves no line of the frame', () => {
    const kind: ScanKind = { marks: false, skew: 1.5 };
    const extraction = taken(extractSignature(scanOf(kind), around(40, 105, 130, 51)));
    expect(overlap(kind, extraction).same).toBeGreaterThan(0.85);
  });

  test('a box across the frame leaves no part of its lines', () => {
    const kind: ScanKind = { marks: false };
    const extraction = taken(extractSignature(scanOf(kind), around(55, 106, 95, 48)));
    expect(overlap(kind, extraction).same).toBeGreaterThan(0.85);
  });

  test('what lies sideways can be turned', () => {
    const sideways = scanOf({ ...bare, turn: 90 });
    const how: How = { kind: 'crop', box: { x: 149 / 297, y: 55 / 210, width: 36 / 297, height: 95 / 210 }, turn: 270 };
    const extraction = taken(extractSignature(sideways, how));
    expect(overlap(bare, extraction).same).toBeGreaterThan(0.85);
  });

  it.each([
    [{ x: 2, y: 0, width: 1, height: 1 }],
    [{ x: 0, y: 0, width: 0, height: 1 }],
    [{ x: Number.NaN, y: 0, width: 1, height: 1 }],
  ])('a box outside the page or of no size is refused: %j', (box) => {
    expect(refusedFor(extractSignature(page, { kind: 'crop', box }))).toBe('box');
  });
});

describe('several pages', minutes, () => {
  const letter = scanOf({ marks: false, frame: false, signed: false, dpi: 150 });

  test('the sheet is found wherever it is, and its place said', () => {
    expect(extractFromPages([letter, scanOf({ part })])).toMatchObject({ ok: true, at: 1, found: 'marks' });
  });

  test('two signed sheets are refused: one sheet, one signatory', () => {
    expect(refusedFor(extractFromPages([scanOf({ part }), scanOf({ part, shift: { x: 4, y: 0 } })]))).toBe('several');
  });

  test('an unsigned sheet is said to be empty, not missing', () => {
    expect(refusedFor(extractFromPages([letter, scanOf({ part, signed: false })]))).toBe('empty');
    expect(refusedFor(extractFromPages([letter]))).toBe('no_frame');
  });
});
