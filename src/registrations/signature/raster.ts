import type { ScanPage } from '../../outside/scan-picture.ts';

/** A place in a picture, in pixels from its top left corner; the middle of the first pixel is (0.5, 0.5). */
export type Point = { x: number; y: number };
/** Corners as one reads: top left, top right, bottom right, bottom left. */
export type Quad = readonly [Point, Point, Point, Point];
/** One byte a pixel: 0 black, 255 white. */
export type Grey = { width: number; height: number; values: Uint8Array };
/** One byte a pixel: 1 where there is something dark. */
export type Mask = { width: number; height: number; on: Uint8Array };
/** Part of a picture, in whole pixels; `right` and `bottom` are the first that do not belong to it. */
export type Bounds = { left: number; top: number; right: number; bottom: number };

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** The lightness of a page, each pixel the mean of `factor` × `factor` of the page's. */
export function greyOf(page: ScanPage, factor: number): Grey {
  const [width, height] = [Math.floor(page.width / factor), Math.floor(page.height / factor)];
  const values = new Uint8Array(width * height);
  const sums = new Uint32Array(width);
  for (let y = 0; y < height; y += 1) {
    sums.fill(0);
    for (let row = y * factor; row < (y + 1) * factor; row += 1) addLightness(sums, page, row, factor);
    for (let x = 0; x < width; x += 1) values[y * width + x] = (sums[x] ?? 0) / (4 * factor * factor);
  }
  return { width, height, values };
}

/** Red, green and blue as 1 : 2 : 1; nearer is not needed to tell ink from paper. */
function addLightness(sums: Uint32Array, { width, channels, samples }: ScanPage, row: number, factor: number): void {
  let at = row * width * channels;
  for (let x = 0; x < sums.length; x += 1) {
    let sum = 0;
    for (let i = 0; i < factor; i += 1, at += channels) {
      const red = samples[at] ?? 0;
      sum += channels === 1 ? red * 4 : red + (samples[at + 1] ?? 0) * 2 + (samples[at + 2] ?? 0);
    }
    sums[x] = (sums[x] ?? 0) + sum;
  }
}

/** Where a picture is clearly darker than its surroundings (the mean of a square of 2 × `reach` + 1), whatever the light. */
export function darkerThanAround({ width, height, values }: Grey, reach: number): Mask {
  const sums = integral(values, width, height);
  const wide = width + 1;
  const on = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = [Math.max(0, y - reach), Math.min(height, y + reach + 1)];
    for (let x = 0; x < width; x += 1) {
      const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)];
      const sum =
        (sums[bottom * wide + right] ?? 0) -
        (sums[top * wide + right] ?? 0) -
        (sums[bottom * wide + left] ?? 0) +
        (sums[top * wide + left] ?? 0);
      const mean = sum / ((right - left) * (bottom - top));
      const value = values[y * width + x] ?? 0;
      if (value < mean * 0.82 && mean - value > 16) on[y * width + x] = 1;
    }
  }
  return { width, height, on };
}

/** Sums of all values above and to the left of each corner between pixels. */
function integral(values: Uint8Array, width: number, height: number): Float64Array {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += values[y * width + x] ?? 0;
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row;
    }
  }
  return sums;
}

/** The smallest value below which at least `share` (0 to 1) of the counted ones lie; 0 when none are counted. */
export function percentile(counts: ArrayLike<number>, share: number): number {
  let total = 0;
  for (let i = 0; i < counts.length; i += 1) total += counts[i] ?? 0;
  let seen = 0;
  for (let i = 0; i < counts.length && total > 0; i += 1) {
    seen += counts[i] ?? 0;
    if (seen >= total * share) return i;
  }
  return 0;
}
