// Small PNGs of drawn pages: at most 48 colours, picked from the picture. Pages are white, black, a few blues
// and the pale ground, so nothing is seen to be lost, and a picture is a sixth of the size.
import { crc32, deflateSync } from 'node:zlib';

const colours = 48;
/** Colours are told apart to 4 bits a channel before they are counted. */
const bucketOf = (red, green, blue) => ((red >> 4) << 8) | ((green >> 4) << 4) | (blue >> 4);

/** @param {{ width: number, height: number, rgba: Uint8Array }} picture */
export function encodeSmallPng({ width, height, rgba }) {
  const palette = paletteOf(rgba);
  const nearest = new Map();
  const rows = Buffer.alloc((width + 1) * height); // each row after the byte 0: not filtered
  for (let i = 0; i < width * height; i++) {
    const [red, green, blue] = rgba.subarray(4 * i, 4 * i + 3);
    const bucket = bucketOf(red, green, blue);
    let entry = nearest.get(bucket);
    if (entry === undefined) {
      entry = closest(palette, [red, green, blue]);
      nearest.set(bucket, entry);
    }
    rows[Math.floor(i / width) * (width + 1) + 1 + (i % width)] = entry;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8); // 8 bits, by palette
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The mean colours of buckets, chosen one by one: many points, and far from what was chosen before (a seal's red is rare). */
function paletteOf(rgba) {
  const buckets = new Map();
  for (let at = 0; at < rgba.length; at += 4) {
    const [red, green, blue] = rgba.subarray(at, at + 3);
    const key = bucketOf(red, green, blue);
    const sum = buckets.get(key) ?? [0, 0, 0, 0];
    buckets.set(key, [sum[0] + 1, sum[1] + red, sum[2] + green, sum[3] + blue]);
  }
  const found = [...buckets.values()].map(([count, ...sums]) => ({
    mean: sums.map((sum) => Math.round(sum / count)),
    weight: Math.sqrt(count),
    far: Number.POSITIVE_INFINITY,
  }));
  const palette = [];
  const choose = (mean) => {
    palette.push(mean);
    for (const one of found) one.far = Math.min(one.far, distance(one.mean, mean));
  };
  choose([255, 255, 255]);
  choose([0, 0, 0]);
  while (palette.length < Math.min(colours, found.length)) {
    choose(found.reduce((best, one) => (one.weight * one.far > best.weight * best.far ? one : best)).mean);
  }
  return palette;
}

const distance = ([r1, g1, b1], [r2, g2, b2]) => (r1 - r2) ** 2 + (g1 - g2) ** 2 + (b1 - b2) ** 2;

function closest(palette, colour) {
  let best = 0;
  for (let i = 1; i < palette.length; i++) if (distance(palette[i], colour) < distance(palette[best], colour)) best = i;
  return best;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
