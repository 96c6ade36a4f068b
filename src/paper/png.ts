// Takes a PNG (ISO/IEC 15948) apart into what a PDF holds: colour samples and, beside them, the opacity. Done once for each
// picture of the process: a chamber's seal stands on a hundred thousand sheets a year.
import { createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';

/** rgb and alpha are zlib streams of 8-bit samples, three and one to a pixel. */
export type Picture = { width: number; height: number; rgb: Buffer; alpha: Buffer | undefined };

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const maxPixels = 16_000_000;
const keptPictures = 200;
const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

type Header = { width: number; height: number; colour: number; channels: number };
type Chunks = { header: Header; palette: Buffer; transparency: Buffer | undefined; data: Buffer };

const cache = new Map<string, Picture>();

/** Throws an Error saying what is wrong: only 8-bit PNGs without interlacing, up to 16 million pixels, are taken. */
export function readPng(bytes: Uint8Array): Picture {
  const key = createHash('sha256').update(bytes).digest('hex');
  const known = cache.get(key);
  if (known !== undefined) return known;
  const picture = decode(Buffer.from(bytes));
  const oldest = cache.keys().next().value;
  if (cache.size >= keptPictures && oldest !== undefined) cache.delete(oldest);
  cache.set(key, picture);
  return picture;
}

function decode(bytes: Buffer): Picture {
  const { header, palette, transparency, data } = chunksOf(bytes);
  const { width, height, channels } = header;
  const expected = (width * channels + 1) * height;
  const raw = inflateSync(data, { maxOutputLength: expected + 1 });
  if (raw.length !== expected) throw new Error('PNG: picture data has the wrong length');
  const samples = unfilter(raw, width * channels, height, channels);
  const rgb = Buffer.alloc(width * height * 3);
  const alpha = Buffer.alloc(width * height);
  const pixel = pixelReader(header, samples, palette, transparency);
  let opaque = true;
  for (let i = 0; i < width * height; i++) {
    const [red, green, blue, opacity] = pixel(i);
    rgb[3 * i] = red;
    rgb[3 * i + 1] = green;
    rgb[3 * i + 2] = blue;
    alpha[i] = opacity;
    if (opacity !== 255) opaque = false;
  }
  return { width, height, rgb: deflateSync(rgb), alpha: opaque ? undefined : deflateSync(alpha) };
}

function chunksOf(bytes: Buffer): Chunks {
  if (!bytes.subarray(0, 8).equals(signature)) throw new Error('PNG: not a PNG file');
  let header: Header | undefined;
  let palette = Buffer.alloc(0);
  let transparency: Buffer | undefined;
  const data: Buffer[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (body.length !== length) throw new Error('PNG: file is cut off');
    if (type === 'IHDR') header = headerOf(body);
    if (type === 'PLTE') palette = Buffer.from(body);
    if (type === 'tRNS') transparency = Buffer.from(body);
    if (type === 'IDAT') data.push(body);
    at += length + 12;
  }
  if (header === undefined) throw new Error('PNG: no header');
  return { header, palette, transparency, data: Buffer.concat(data) };
}

function headerOf(body: Buffer): Header {
  if (body.length !== 13) throw new Error('PNG: no header');
  const [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
  const [depth, colour, , , interlace] = body.subarray(8);
  const channels = channelsOf[colour ?? -1];
  if (depth !== 8 || channels === undefined || interlace !== 0) {
    throw new Error('PNG: only 8 bits a sample, not interlaced');
  }
  if (width === 0 || height === 0 || width * height > maxPixels) throw new Error('PNG: too many pixels');
  return { width, height, colour: colour ?? 0, channels };
}

/** PNG filters 0–4: each row was stored as differences from its left and upper neighbours. */
function unfilter(raw: Buffer, rowBytes: number, height: number, step: number): Buffer {
  // One row of zeros above and one pixel of zeros at the left of each row stand for the neighbours outside the picture.
  const wide = rowBytes + step;
  const out = Buffer.alloc(wide * (height + 1));
  for (let row = 0; row < height; row++) {
    const filter = raw[row * (rowBytes + 1)] ?? 0;
    if (filter > 4) throw new Error('PNG: unknown filter');
    for (let i = 0; i < rowBytes; i++) {
      const at = (row + 1) * wide + step + i;
      const above = at - wide;
      const guess = predicted(filter, out[at - step] ?? 0, out[above] ?? 0, out[above - step] ?? 0);
      out[at] = (raw[row * (rowBytes + 1) + 1 + i] ?? 0) + guess;
    }
  }
  return Buffer.concat(
    Array.from({ length: height }, (_, row) => out.subarray((row + 1) * wide + step, (row + 2) * wide)),
  );
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

type Pixel = readonly [number, number, number, number];

function pixelReader(header: Header, data: Buffer, palette: Buffer, clear: Buffer | undefined): (i: number) => Pixel {
  const s = (at: number): number => data[at] ?? 0;
  const { colour, channels } = header;
  if (colour === 3) {
    return (i) => {
      const entry = s(i);
      if (entry * 3 + 2 >= palette.length) throw new Error('PNG: colour outside its palette');
      const [red = 0, green = 0, blue = 0] = palette.subarray(entry * 3, entry * 3 + 3);
      return [red, green, blue, clear?.[entry] ?? 255];
    };
  }
  const grey = colour === 0 || colour === 4;
  const withAlpha = colour === 4 || colour === 6;
  // tRNS of a grey or colour picture names the one sample value that is clear.
  const clearSample = clear === undefined ? undefined : [0, 2, 4].map((at) => clear[at + 1]);
  return (i) => {
    const at = i * channels;
    const red = s(at);
    const green = grey ? red : s(at + 1);
    const blue = grey ? red : s(at + 2);
    if (withAlpha) return [red, green, blue, s(at + channels - 1)];
    const isClear = clearSample?.[0] === red && (grey || (clearSample[1] === green && clearSample[2] === blue));
    return [red, green, blue, isClear ? 0 : 255];
  };
}

/** Width and height in pixels, without decoding. Throws like `readPng`. */
export function pngSize(bytes: Uint8Array): { width: number; height: number } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!buffer.subarray(0, 8).equals(signature)) throw new Error('PNG: not a PNG file');
  const { width, height } = headerOf(buffer.subarray(16, 29));
  return { width, height };
}
