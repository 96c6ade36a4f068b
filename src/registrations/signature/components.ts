import type { Bounds, Mask } from './raster.ts';

/** Dark pixels that hang together, corners included. `centre` and the spread around it in pixels and square pixels. */
export type Component = Bounds & {
  label: number;
  area: number;
  centre: { x: number; y: number };
  spread: { xx: number; yy: number; xy: number };
};

/** `labels`: for each pixel the label of its component, 0 where the mask is off. */
export type Components = { labels: Int32Array; list: Component[] };

/** All components, by a walk with a list instead of recursion: one may be as large as the picture. */
export function componentsOf({ width, height, on }: Mask): Components {
  const labels = new Int32Array(width * height);
  const waiting = new Int32Array(width * height);
  const list: Component[] = [];
  for (let start = 0; start < on.length; start += 1) {
    if (on[start] !== 1 || labels[start] !== 0) continue;
    const label = list.length + 1;
    labels[start] = label;
    waiting[0] = start;
    const count = spreadFrom({ width, height, on }, labels, waiting, label);
    list.push(measure(waiting, count, width, label));
  }
  return { labels, list };
}

/** Leaves the component's pixels in `waiting`, and answers how many they are. */
function spreadFrom({ width, height, on }: Mask, labels: Int32Array, waiting: Int32Array, label: number): number {
  let count = 1;
  for (let next = 0; next < count; next += 1) {
    const at = waiting[next] ?? 0;
    const [x, y] = [at % width, Math.floor(at / width)];
    for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny += 1) {
      for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx += 1) {
        const to = ny * width + nx;
        if (on[to] !== 1 || labels[to] !== 0) continue;
        labels[to] = label;
        waiting[count] = to;
        count += 1;
      }
    }
  }
  return count;
}

function measure(pixels: Int32Array, area: number, width: number, label: number): Component {
  const bounds: Bounds = { left: Number.MAX_SAFE_INTEGER, top: Number.MAX_SAFE_INTEGER, right: 0, bottom: 0 };
  let [sx, sy, sxx, syy, sxy] = [0, 0, 0, 0, 0];
  for (let i = 0; i < area; i += 1) {
    const at = pixels[i] ?? 0;
    const y = Math.floor(at / width);
    const x = at - y * width;
    bounds.left = Math.min(bounds.left, x);
    bounds.right = Math.max(bounds.right, x + 1);
    bounds.top = Math.min(bounds.top, y);
    bounds.bottom = Math.max(bounds.bottom, y + 1);
    sx += x;
    sy += y;
    sxx += x * x;
    syy += y * y;
    sxy += x * y;
  }
  const [mx, my] = [sx / area, sy / area];
  return {
    ...bounds,
    label,
    area,
    centre: { x: mx + 0.5, y: my + 0.5 },
    spread: { xx: sxx / area - mx * mx, yy: syy / area - my * my, xy: sxy / area - mx * my },
  };
}
