// How large a signature is printed: box 9 of the certificate of origin leaves it 60 mm by what is left of the height
// between place and date and the rule above the name, 15.7 mm where each takes one line.
import type { Bounds } from './raster.ts';

export const printRoom = { width: 60, height: 15.7 } as const; // millimetres
/** Finer than any office printer prints. */
const dotsPerMillimetre = 600 / 25.4;
const mostWidth = Math.round(printRoom.width * dotsPerMillimetre);
const mostHeight = Math.round(printRoom.height * dotsPerMillimetre);

/** Millimetres on paper to one pixel of a picture of this size. */
export const printedPerPixel = (size: { width: number; height: number }): number =>
  Math.min(printRoom.width / size.width, printRoom.height / size.height);

/** Ink alone: 0 nothing, 255 full ink. */
export type InkPicture = { width: number; height: number; alpha: Uint8Array };

/** Cut out with a little room around, and made smaller where it is finer than 600 dpi as printed. Never made larger. */
export function trimmedForPrint(picture: InkPicture, bounds: Bounds): InkPicture {
  const margin = Math.round(Math.max(bounds.bottom - bounds.top, bounds.right - bounds.left) * 0.015) + 2;
  const { left, top, right, bottom } = {
    left: Math.max(0, bounds.left - margin),
    top: Math.max(0, bounds.top - margin),
    right: Math.min(picture.width, bounds.right + margin),
    bottom: Math.min(picture.height, bounds.bottom + margin),
  };
  const factor = Math.max(1, (right - left) / mostWidth, (bottom - top) / mostHeight);
  const [width, height] = [Math.floor((right - left) / factor), Math.floor((bottom - top) / factor)];
  const alpha = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      alpha[y * width + x] = meanOf(picture, left + x * factor, top + y * factor, factor);
  return { width, height, alpha };
}

/** Of a square whose corner and side may lie between pixels: each pixel counts by how much of it is inside. */
function meanOf({ width, alpha }: InkPicture, left: number, top: number, side: number): number {
  let [sum, weight] = [0, 0];
  for (let y = Math.floor(top); y < top + side; y += 1) {
    const high = Math.min(y + 1, top + side) - Math.max(y, top);
    for (let x = Math.floor(left); x < left + side; x += 1) {
      const share = high * (Math.min(x + 1, left + side) - Math.max(x, left));
      sum += share * (alpha[y * width + x] ?? 0);
      weight += share;
    }
  }
  return Math.round(sum / weight);
}

/** Black ink on nothing, 4 bytes a pixel. */
export function blackInk({ alpha }: InkPicture): Uint8Array {
  const rgba = new Uint8Array(alpha.length * 4);
  for (let at = 0; at < alpha.length; at += 1) rgba[at * 4 + 3] = alpha[at] ?? 0;
  return rgba;
}
