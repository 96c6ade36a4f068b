import type { ScanPage } from '../../outside/scan-picture.ts';

/** A box that somebody drew on a page: from 0 to 1 of its width and height, from the top left corner. */
export type CropBox = { x: number; y: number; width: number; height: number };

/** A signature needs more than that to print (`judge.ts`); below it there is nothing to look at. */
const leastSide = 24; // pixels

/** What is in the box, or undefined when it is hardly on the page or hardly larger than a point. */
export function cropOf(page: ScanPage, box: CropBox): ScanPage | undefined {
  const left = Math.max(0, Math.round(box.x * page.width));
  const top = Math.max(0, Math.round(box.y * page.height));
  const width = Math.min(page.width, Math.round((box.x + box.width) * page.width)) - left;
  const height = Math.min(page.height, Math.round((box.y + box.height) * page.height)) - top;
  if (!(width >= leastSide && height >= leastSide)) return undefined;
  const { channels } = page;
  const samples = new Uint8Array(width * height * channels);
  for (let y = 0; y < height; y += 1) {
    const from = ((top + y) * page.width + left) * channels;
    samples.set(page.samples.subarray(from, from + width * channels), y * width * channels);
  }
  return { width, height, channels, samples, ...(page.dpi === undefined ? {} : { dpi: page.dpi }) };
}

/** Turned to the right by a quarter, a half or three quarters of a turn. */
export function quarterTurned(page: ScanPage, degrees: QuarterTurn): ScanPage {
  if (degrees === 0) return page;
  const { width, height, channels, samples } = page;
  const sideways = degrees !== 180;
  const turned = new Uint8Array(samples.length);
  const [wide, high] = sideways ? [height, width] : [width, height];
  for (let y = 0; y < high; y += 1) {
    for (let x = 0; x < wide; x += 1) {
      const from = turnedFrom(degrees, x, y, width, height) * channels;
      for (let c = 0; c < channels; c += 1) turned[(y * wide + x) * channels + c] = samples[from + c] ?? 0;
    }
  }
  return { ...page, width: wide, height: high, samples: turned };
}

export type QuarterTurn = 0 | 90 | 180 | 270;

function turnedFrom(degrees: QuarterTurn, x: number, y: number, width: number, height: number): number {
  if (degrees === 90) return (height - 1 - x) * width + y;
  if (degrees === 270) return x * width + width - 1 - y;
  return (height - 1 - y) * width + width - 1 - x;
}
