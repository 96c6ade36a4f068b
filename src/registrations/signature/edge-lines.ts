import type { ScanPage } from '../../outside/scan-picture.ts';
import { darkerThanAround, greyOf, type Mask } from './raster.ts';
import type { Course } from './remove-line.ts';

/** The longer side at which lines are looked for, in pixels. */
const searchedSide = 400;
/** A line that leans more is not part of a sheet that was cut out upright. */
const mostSlope = 0.06;
/** A stroke under a signature does not go from edge to edge. */
const leastSeen = 0.9;
const mostLines = 4; // each way

/**
 * Straight lines from one edge of a cutting to the other, as the frame's when only a part of it was cut out.
 * @param perMillimetre pixels in a millimetre
 */
export function edgeLines(page: ScanPage, perMillimetre: number): Course[] {
  const factor = Math.max(1, Math.round(Math.max(page.width, page.height) / searchedSide));
  const grey = greyOf(page, factor);
  const mask = darkerThanAround(grey, Math.max(4, Math.round((3 * perMillimetre) / factor)));
  const flipped: Mask = { width: mask.height, height: mask.width, on: transposed(mask) };
  return [
    ...rowsIn(mask).map((line) => courseOf('row', line, factor, page.width)),
    ...rowsIn(flipped).map((line) => courseOf('column', line, factor, page.height)),
  ];
}

type Row = { start: number; end: number };

const courseOf = (axis: Course['axis'], { start, end }: Row, factor: number, length: number): Course => ({
  axis,
  from: 0,
  to: length,
  at: (along) => (start + ((end - start) * along) / length + 0.5) * factor,
});

function transposed({ width, height, on }: Mask): Uint8Array {
  const flipped = new Uint8Array(on.length);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) flipped[x * height + y] = on[y * width + x] ?? 0;
  return flipped;
}

/** The best seen first; one within three pixels of a better one is the same line. */
function rowsIn(mask: Mask): Row[] {
  const lean = Math.ceil(mask.width * mostSlope);
  const seen: (Row & { share: number })[] = [];
  for (let start = 0; start < mask.height; start += 1) {
    for (let end = Math.max(0, start - lean); end <= Math.min(mask.height - 1, start + lean); end += 1) {
      const share = shareSeen(mask, start, end);
      if (share >= leastSeen) seen.push({ start, end, share });
    }
  }
  const rows: Row[] = [];
  for (const line of seen.sort((a, b) => b.share - a.share)) {
    const isNew = rows.every((row) => Math.abs(row.start - line.start) > 3 || Math.abs(row.end - line.end) > 3);
    if (isNew && rows.length < mostLines) rows.push(line);
  }
  return rows;
}

/** Dark on the line or right beside it. */
function shareSeen({ width, height, on }: Mask, start: number, end: number): number {
  let [dark, missed] = [0, 0];
  for (let x = 0; x < width && missed <= width * (1 - leastSeen); x += 1) {
    const y = Math.round(start + ((end - start) * x) / width);
    const above = y > 0 ? on[(y - 1) * width + x] : 0;
    const below = y + 1 < height ? on[(y + 1) * width + x] : 0;
    if (on[y * width + x] === 1 || above === 1 || below === 1) dark += 1;
    else missed += 1;
  }
  return dark / width;
}
