import type { ScanPage } from '../../outside/scan-picture.ts';
import { percentile } from './raster.ts';

/**
 * How much darker than the paper around it each pixel is: 0 as the paper, 255 black. Paper is measured place by place, so
 * neither its colour nor a shadow counts. A little below 0 where the paper is lighter than its surroundings.
 */
export type Ink = {
  width: number;
  height: number;
  dark: Int16Array;
  /** How many pixels were left out because they are of a seal's red. */
  red: number;
};

/** Of the vermilion of a seal: most of what is missing from white is missing in green and blue. */
const redness = 0.45;
const leastRedDark = 40;

/** @param block side of the squares in which the paper is measured, in pixels: wider than any stroke */
export function inkOf(page: ScanPage, block: number): Ink {
  const { width, height, channels, samples } = page;
  const papers = Array.from({ length: channels }, (_, channel) => paperOf(page, channel, block));
  const dark = new Int16Array(width * height);
  const rows = papers.map(() => new Float32Array(width));
  let red = 0;
  for (let y = 0; y < height; y += 1) {
    for (const [channel, paper] of papers.entries()) paper.row(y, rows[channel] ?? new Float32Array(0));
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      const most = darkest(samples, at * channels, rows, x);
      if (channels === 3 && most > leastRedDark && isRed(samples, at * 3, rows, x, most)) red += 1;
      else dark[at] = most;
    }
  }
  return { width, height, dark, red };
}

/** The channel in which the ink shows most: a light blue pen is dark in red. */
function darkest(samples: Uint8Array, at: number, rows: readonly Float32Array[], x: number): number {
  let most = -255;
  for (let c = 0; c < rows.length; c += 1) {
    const paper = rows[c]?.[x] ?? 255;
    const missing = (255 * (paper - (samples[at + c] ?? 0))) / paper;
    if (missing > most) most = missing;
  }
  return most;
}

function isRed(samples: Uint8Array, at: number, rows: readonly Float32Array[], x: number, most: number): boolean {
  const share = (channel: number) => (255 * (samples[at + channel] ?? 0)) / (rows[channel]?.[x] ?? 255);
  return share(0) - Math.max(share(1), share(2)) > most * redness;
}

type Paper = { row(y: number, into: Float32Array): void };

/** The paper's lightness everywhere, from a grid of squares: what most pixels of a square are at least as dark as. */
function paperOf(page: ScanPage, channel: number, block: number): Paper {
  const [wide, high] = [Math.ceil(page.width / block), Math.ceil(page.height / block)];
  const grid = new Float32Array(wide * high);
  for (let gy = 0; gy < high; gy += 1)
    for (let gx = 0; gx < wide; gx += 1) grid[gy * wide + gx] = lightOf(page, channel, block, gx, gy);
  const paper = blurred(withoutInk(grid, wide, high), wide, high);
  const at = (gx: number, gy: number) =>
    paper[Math.min(Math.max(gy, 0), high - 1) * wide + Math.min(Math.max(gx, 0), wide - 1)] ?? 255;
  return {
    row(y, into) {
      const down = (y + 0.5) / block - 0.5;
      const gy = Math.floor(down);
      for (let x = 0; x < into.length; x += 1) {
        const along = (x + 0.5) / block - 0.5;
        const gx = Math.floor(along);
        const upper = at(gx, gy) + (at(gx + 1, gy) - at(gx, gy)) * (along - gx);
        const lower = at(gx, gy + 1) + (at(gx + 1, gy + 1) - at(gx, gy + 1)) * (along - gx);
        into[x] = Math.max(16, upper + (lower - upper) * (down - gy));
      }
    },
  };
}

function lightOf(
  { width, height, channels, samples }: ScanPage,
  channel: number,
  block: number,
  gx: number,
  gy: number,
) {
  const counts = new Uint32Array(256);
  const [right, bottom] = [Math.min(width, (gx + 1) * block), Math.min(height, (gy + 1) * block)];
  for (let y = gy * block; y < bottom; y += 1) {
    for (let x = gx * block; x < right; x += 1) {
      const value = samples[(y * width + x) * channels + channel] ?? 0;
      counts[value] = (counts[value] ?? 0) + 1;
    }
  }
  return percentile(counts, 0.7);
}

/** A square full of ink is much darker than those around it: it takes their lightness. */
function withoutInk(grid: Float32Array, wide: number, high: number): Float32Array {
  return grid.map((value, i) => {
    const around = neighbours(grid, wide, high, i, 2).sort((a, b) => a - b);
    const typical = around[Math.floor(around.length * 0.7)] ?? value;
    return value < typical * 0.85 ? typical : value;
  });
}

const blurred = (grid: Float32Array, wide: number, high: number): Float32Array =>
  grid.map((_, i) => {
    const around = neighbours(grid, wide, high, i, 1);
    return around.reduce((sum, value) => sum + value, 0) / around.length;
  });

function neighbours(grid: Float32Array, wide: number, high: number, i: number, reach: number): number[] {
  const [gx, gy] = [i % wide, Math.floor(i / wide)];
  const values: number[] = [];
  for (let y = Math.max(0, gy - reach); y <= Math.min(high - 1, gy + reach); y += 1)
    for (let x = Math.max(0, gx - reach); x <= Math.min(wide - 1, gx + reach); x += 1)
      values.push(grid[y * wide + x] ?? 0);
  return values;
}
