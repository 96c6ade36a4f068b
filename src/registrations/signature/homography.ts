import type { ScanPage } from '../../outside/scan-picture.ts';
import type { Point, Quad } from './raster.ts';

/** A picture taken from the side, undone: maps a flat sheet to where it lies in the picture. */
export type Projection = (x: number, y: number) => Point;

/** The projection that takes each corner of `from` to that of `to`; undefined when three corners lie on one line. */
export function projection(from: Quad, to: Quad): Projection | undefined {
  const rows: number[][] = [];
  for (const [i, { x, y }] of from.entries()) {
    const { x: u, y: v } = to[i] ?? { x: 0, y: 0 };
    rows.push([x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v]);
  }
  const solved = solve(rows);
  if (solved === undefined) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = solved;
  return (x, y) => {
    const depth = g * x + h * y + 1;
    return { x: (a * x + b * y + c) / depth, y: (d * x + e * y + f) / depth };
  };
}

/** Gauss's elimination; the last column is the right side. */
function solve(rows: number[][]): number[] | undefined {
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    const rest = rows.slice(column).map((row) => Math.abs(row[column] ?? 0));
    const best = column + rest.indexOf(Math.max(...rest));
    const [here = [], there = []] = [rows[column], rows[best]];
    rows[column] = there;
    rows[best] = here;
    const pivot = there[column] ?? 0;
    if (Math.abs(pivot) < 1e-9) return undefined;
    for (const row of rows) {
      if (row === there) continue;
      const times = (row[column] ?? 0) / pivot;
      for (let i = column; i <= size; i += 1) row[i] = (row[i] ?? 0) - times * (there[i] ?? 0);
    }
  }
  return rows.map((row, i) => (row[size] ?? 0) / (row[i] ?? 1));
}

/** A picture of `width` × `height` whose pixel (x, y) is the page's at `where(x, y)`; beyond the page's edge, the edge. */
export function redraw(page: ScanPage, width: number, height: number, where: Projection): ScanPage {
  const { channels } = page;
  const samples = new Uint8Array(width * height * channels);
  const [maxX, maxY] = [page.width - 1, page.height - 1];
  for (let y = 0, to = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const place = where(x + 0.5, y + 0.5);
      const px = Math.min(Math.max(place.x - 0.5, 0), maxX);
      const py = Math.min(Math.max(place.y - 0.5, 0), maxY);
      const [left, top] = [Math.floor(px), Math.floor(py)];
      const at = (top * page.width + left) * channels;
      const right = left < maxX ? channels : 0;
      const below = top < maxY ? page.width * channels : 0;
      for (let c = 0; c < channels; c += 1)
        samples[to++] = blend(page.samples, at + c, right, below, px - left, py - top);
    }
  }
  return { width, height, channels, samples };
}

/** Between four neighbours, by how near each is. */
function blend(samples: Uint8Array, at: number, right: number, below: number, dx: number, dy: number): number {
  const upper = (samples[at] ?? 0) * (1 - dx) + (samples[at + right] ?? 0) * dx;
  const lower = (samples[at + below] ?? 0) * (1 - dx) + (samples[at + right + below] ?? 0) * dx;
  return upper * (1 - dy) + lower * dy + 0.5;
}
