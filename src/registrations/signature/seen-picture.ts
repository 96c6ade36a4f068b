import { encodePng } from '../../outside/png-encode.ts';
import type { ScanPage } from '../../outside/scan-picture.ts';

/** About so many pixels wide: it is only looked at. */
const seenWidth = 1000;

/** A picture for the screen (PNG), each pixel the mean of a square. Wide ones are made smaller. */
export function seenPicture(page: ScanPage): Buffer {
  const factor = Math.max(1, Math.round(page.width / seenWidth));
  const [width, height] = [Math.floor(page.width / factor), Math.floor(page.height / factor)];
  const rgba = new Uint8Array(width * height * 4);
  for (let y = 0, to = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, to += 4) {
      for (let c = 0; c < 3; c += 1) rgba[to + c] = meanOf(page, x * factor, y * factor, factor, c);
    }
  }
  return encodePng(rgba, width, height);
}

function meanOf({ width, channels, samples }: ScanPage, left: number, top: number, side: number, colour: number) {
  let sum = 0;
  for (let y = top; y < top + side; y += 1) {
    for (let x = left; x < left + side; x += 1) sum += samples[(y * width + x) * channels + (colour % channels)] ?? 0;
  }
  return Math.round(sum / (side * side));
}
