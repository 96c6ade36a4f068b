import { deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { pngSize, readPng } from './png.ts';

const chunk = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body, Buffer.alloc(4)]);
};

type Made = {
  width: number;
  height: number;
  colour: number;
  rows: number[][];
  depth?: number;
  extra?: Buffer[];
  interlace?: number;
};

function png({ width, height, colour, rows, depth = 8, extra = [], interlace = 0 }: Made): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colour, 0, 0, interlace], 8);
  const data = deflateSync(Buffer.from(rows.flat()));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    ...extra,
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const samples = (bytes: Uint8Array): { rgb: number[]; alpha: number[] | undefined } => {
  const { rgb, alpha } = readPng(bytes);
  return { rgb: [...inflateSync(rgb)], alpha: alpha === undefined ? undefined : [...inflateSync(alpha)] };
};

describe('PNG', () => {
  test('every row filter is undone', () => {
    // One grey picture, three columns, five equal rows 10 20 30, each stored with another filter.
    const rows = [
      [0, 10, 20, 30],
      [1, 10, 10, 10],
      [2, 0, 0, 0],
      [3, 5, 5, 5],
      [4, 0, 0, 0],
    ];
    const { rgb, alpha } = samples(png({ width: 3, height: 5, colour: 0, rows }));
    const row = [10, 10, 10, 20, 20, 20, 30, 30, 30];
    expect(rgb).toEqual([...row, ...row, ...row, ...row, ...row]);
    expect(alpha).toBeUndefined();
  });

  test('opacity is taken from the alpha channel, the palette and the clear colour', () => {
    expect(samples(png({ width: 1, height: 1, colour: 6, rows: [[0, 1, 2, 3, 128]] }))).toEqual({
      rgb: [1, 2, 3],
      alpha: [128],
    });
    expect(samples(png({ width: 1, height: 1, colour: 4, rows: [[0, 7, 0]] }))).toEqual({ rgb: [7, 7, 7], alpha: [0] });
    const palette = [chunk('PLTE', Buffer.from([9, 8, 7, 6, 5, 4])), chunk('tRNS', Buffer.from([255, 40]))];
    const indexed = png({ width: 2, height: 1, colour: 3, rows: [[0, 0, 1]], extra: palette });
    expect(samples(indexed)).toEqual({ rgb: [9, 8, 7, 6, 5, 4], alpha: [255, 40] });
    const clear = [chunk('tRNS', Buffer.from([0, 1, 0, 2, 0, 3]))];
    const keyed = png({ width: 2, height: 1, colour: 2, rows: [[0, 1, 2, 3, 1, 2, 4]], extra: clear });
    expect(samples(keyed).alpha).toEqual([0, 255]);
  });

  test.each([
    ['no PNG', Buffer.from('GIF89a'), /not a PNG/],
    ['16 bits', png({ width: 1, height: 1, colour: 0, depth: 16, rows: [[0, 1, 1]] }), /8 bits/],
    ['interlaced', png({ width: 1, height: 1, colour: 0, interlace: 1, rows: [[0, 1]] }), /not interlaced/],
    ['a huge claim in a small file', png({ width: 60_000, height: 60_000, colour: 0, rows: [[0]] }), /too many pixels/],
    ['less data than claimed', png({ width: 2, height: 2, colour: 0, rows: [[0, 1, 1]] }), /wrong length/],
    ['colour outside the palette', png({ width: 1, height: 1, colour: 3, rows: [[0, 9]] }), /palette/],
    ['a file cut off', png({ width: 1, height: 1, colour: 0, rows: [[0, 1]] }).subarray(0, 46), /cut off|data/],
  ])('refused with a reason: %s', (_, bytes, reason) => {
    expect(() => readPng(bytes)).toThrow(reason);
  });

  test('the size is read without decoding', () => {
    expect(pngSize(png({ width: 4, height: 2, colour: 0, rows: [] }))).toEqual({ width: 4, height: 2 });
  });
});
