// Decodes a stranger's PNG (ISO/IEC 15948) of any kind to grey or RGB over white. Runs in the reader's own process.
import { inflateSync } from 'node:zlib';
import { believedDpi } from './scan-picture-kind.ts';

export type PngHeader = { width: number; height: number; depth: number; colour: number; interlaced: boolean };
export type PngPicture = {
  width: number;
  height: number;
  channels: 1 | 3;
  samples: Uint8Array;
  dpi: number | null;
};

const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const depthsOf: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

/** The size it declares, before anything is unpacked. Throws an Error when it does not begin as a PNG must. */
export function pngHeader(bytes: Buffer): PngHeader {
  if (bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR') throw new Error('PNG: no header');
  const [depth = 0, colour = 0, , , interlace = 0] = bytes.subarray(24, 29);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (width < 1 || height < 1 || interlace > 1) throw new Error('PNG: wrong header');
  if (!depthsOf[colour]?.includes(depth)) throw new Error('PNG: no such kind of pixel');
  return { width, height, depth, colour, interlaced: interlace === 1 };
}

/** Throws an Error saying what is wrong with the file. The caller has looked at the size. */
export function decodePng(bytes: Buffer): PngPicture {
  const header = pngHeader(bytes);
  const { width, height } = header;
  const { data, palette, clear, dpi } = chunksOf(bytes);
  const passes = passesOf(header);
  const expected = passes.reduce((sum, pass) => sum + pass.height * (rowBytes(header, pass.width) + 1), 0);
  const raw = inflateSync(data, { maxOutputLength: expected + 1 });
  if (raw.length < expected) throw new Error('PNG: cut off');
  const colour: Colour = { ...header, channels: channelsOf[header.colour] ?? 1, palette, clear };
  const channels = header.colour === 0 || header.colour === 4 ? 1 : 3;
  const picture: PngPicture = { width, height, channels, samples: new Uint8Array(width * height * channels), dpi };
  let from = 0;
  for (const pass of passes) from = decodePass(raw, from, pass, colour, picture);
  return picture;
}

type Chunks = { data: Buffer; palette: Buffer; clear: Buffer; dpi: number | null };

function chunksOf(bytes: Buffer): Chunks {
  const data: Buffer[] = [];
  let [palette, clear, dpi]: [Buffer, Buffer, number | null] = [Buffer.alloc(0), Buffer.alloc(0), null];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 8 + bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const body = bytes.subarray(at + 8, end);
    if (type === 'IEND') break;
    if (type === 'IDAT') data.push(body);
    else if (type === 'PLTE') palette = body;
    else if (type === 'tRNS') clear = body;
    else if (type === 'pHYs' && body.length === 9 && body[8] === 1) dpi = believedDpi(body.readUInt32BE(0) * 0.0254);
    at = end + 4;
  }
  return { data: Buffer.concat(data), palette, clear, dpi };
}

/** Where the pixels of a pass stand: all of them, or one of the seven of Adam7 (ISO/IEC 15948, 8.2). */
type Pass = { x: number; y: number; stepX: number; stepY: number; width: number; height: number };

const adam7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

function passesOf({ width, height, interlaced }: PngHeader): Pass[] {
  if (!interlaced) return [{ x: 0, y: 0, stepX: 1, stepY: 1, width, height }];
  return adam7
    .map(([x, y, stepX, stepY]) => ({
      ...{ x, y, stepX, stepY },
      width: Math.ceil((width - x) / stepX),
      height: Math.ceil((height - y) / stepY),
    }))
    .filter((pass) => pass.width > 0 && pass.height > 0);
}

const rowBytes = ({ depth, colour }: PngHeader, width: number): number =>
  Math.ceil((width * depth * (channelsOf[colour] ?? 1)) / 8);

type Colour = PngHeader & { channels: number; palette: Buffer; clear: Buffer };

/** Answers where the next pass begins. */
function decodePass(raw: Buffer, start: number, pass: Pass, colour: Colour, picture: PngPicture): number {
  const length = rowBytes(colour, pass.width);
  const step = Math.max(1, (colour.depth * colour.channels) >> 3);
  const write = pixelWriter(colour, picture);
  const asStored = colour.depth === 8 && colour.channels === picture.channels && colour.clear.length === 0;
  const straight = asStored && colour.colour !== 3 && pass.stepX === 1; // most scans: nothing to convert
  let above: Buffer = Buffer.alloc(length);
  for (let y = 0, at = start; y < pass.height; y += 1, at += length + 1) {
    const row = raw.subarray(at + 1, at + 1 + length);
    unfilter(raw[at] ?? 0, row, above, step);
    const line = (pass.y + y * pass.stepY) * picture.width + pass.x;
    if (straight) picture.samples.set(row, line * picture.channels);
    else for (let x = 0; x < pass.width; x += 1) write(row, x, line + x * pass.stepX);
    above = row;
  }
  return start + pass.height * (length + 1);
}

/** In place: each byte was stored as the difference to what its neighbours foretell. */
function unfilter(filter: number, row: Buffer, above: Buffer, step: number): void {
  if (filter > 4) throw new Error('PNG: unknown filter');
  if (filter === 0) return;
  for (let i = 0; i < row.length; i += 1) {
    const inside = i >= step;
    const guess = foretold(filter, inside ? row[i - step] : 0, above[i], inside ? above[i - step] : 0);
    row[i] = (row[i] ?? 0) + guess;
  }
}

function foretold(filter: number, left = 0, up = 0, corner = 0): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  return filter === 3 ? (left + up) >> 1 : paeth(left, up, corner);
}

function paeth(left: number, up: number, corner: number): number {
  const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

type Write = (row: Buffer, x: number, to: number) => void;

/** Puts pixel `x` of a row where it belongs; what is clear becomes white, as on paper. */
function pixelWriter(colour: Colour, { samples }: PngPicture): Write {
  const sample = sampleReader(colour);
  const full = 2 ** colour.depth - 1;
  const eight = (value: number): number => Math.round((value * 255) / full);
  const overWhite = (value: number, opacity: number): number => 255 - Math.round(((255 - value) * opacity) / 255);
  const { channels, palette, clear } = colour;
  if (colour.colour === 3) {
    return (row, x, to) => {
      const entry = sample(row, x);
      if (entry * 3 + 2 >= palette.length) throw new Error('PNG: colour outside its palette');
      for (let c = 0; c < 3; c += 1) samples[to * 3 + c] = overWhite(palette[entry * 3 + c] ?? 0, clear[entry] ?? 255);
    };
  }
  const inks = channels <= 2 ? 1 : 3;
  const withAlpha = channels === 2 || channels === 4;
  const clearValues = clear.length === inks * 2 ? [0, 2, 4].slice(0, inks).map((at) => clear.readUInt16BE(at)) : [];
  return (row, x, to) => {
    const at = x * channels;
    const isClear = clearValues.length > 0 && clearValues.every((value, c) => sample(row, at + c) === value);
    let opacity = isClear ? 0 : 255;
    if (withAlpha) opacity = eight(sample(row, at + inks));
    for (let c = 0; c < inks; c += 1) samples[to * inks + c] = overWhite(eight(sample(row, at + c)), opacity);
  };
}

function sampleReader({ depth }: Colour): (row: Buffer, at: number) => number {
  if (depth === 8) return (row, at) => row[at] ?? 0;
  if (depth === 16) return (row, at) => row.readUInt16BE(at * 2);
  const mask = 2 ** depth - 1;
  return (row, at) => ((row[(at * depth) >> 3] ?? 0) >> (8 - depth - ((at * depth) & 7))) & mask;
}
