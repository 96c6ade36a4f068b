import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { encodePng } from './png-encode.ts';
import { readScan, type ScanPage, scanReader } from './scan-picture.ts';
import { encodeJpeg, pdfOf } from './scan-picture-corpus.ts';
import { scanLimits } from './scan-picture-messages.ts';
import { decodePng } from './scan-picture-png.ts';

const minutes = { timeout: 120_000 }; // of a machine that does other things too

/** Red, green and blue quarters and a white one, so that a turned or mirrored picture is told from an upright one. */
function quarters(width: number, height: number): ScanPage {
  const colours = [
    [220, 30, 30],
    [30, 160, 30],
    [30, 30, 220],
    [250, 250, 250],
  ];
  const samples = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at += 1) {
    const quarter = (at % width < width / 2 ? 0 : 1) + (at < (width * height) / 2 ? 0 : 2);
    samples.set(colours[quarter] ?? [], at * 3);
  }
  return { width, height, channels: 3, samples };
}

function colourAt({ width, height, channels, samples }: ScanPage, right: number, down: number): string {
  const at = (Math.floor(down * height) * width + Math.floor(right * width)) * channels;
  const [r = 0, g = 0, b = 0] = channels === 3 ? samples.subarray(at, at + 3) : Array(3).fill(samples[at]);
  if (r > 200 && g > 200 && b > 200) return 'white';
  if (r > 150) return 'red';
  return g > 100 ? 'green' : 'blue';
}

const seen = (page: ScanPage): string[] =>
  [
    [0.25, 0.25],
    [0.75, 0.25],
    [0.25, 0.75],
    [0.75, 0.75],
  ].map(([right = 0, down = 0]) => colourAt(page, right, down));

const upright = ['red', 'green', 'blue', 'white'];

const rgbaOf = ({ samples, width, height }: ScanPage): Uint8Array =>
  new Uint8Array(width * height * 4).map((_, i) => (i % 4 === 3 ? 255 : (samples[(i >> 2) * 3 + (i % 4)] ?? 0)));

async function pagesOf(bytes: Buffer): Promise<ScanPage[]> {
  const reading = await readScan(bytes);
  if (!reading.ok) throw new Error(`refused: ${reading.reason}\n${reading.detail}`);
  return reading.pages;
}

const picture = quarters(240, 160);
const png = encodePng(rgbaOf(picture), 240, 160);

describe('a scan becomes pixels', minutes, () => {
  test('of a PNG exactly, with the hash of the file', async () => {
    const reading = await readScan(png);
    expect(reading).toMatchObject({ ok: true, sha256: createHash('sha256').update(png).digest('hex') });
    const [page] = await pagesOf(png);
    expect(page?.samples).toEqual(Buffer.from(picture.samples));
  });

  // EXIF 2.32, 4.6.4 A: what stands where in the stored picture when the upright one is wanted.
  it.each([
    [1, upright],
    [2, ['green', 'red', 'white', 'blue']],
    [3, ['white', 'blue', 'green', 'red']],
    [4, ['blue', 'white', 'red', 'green']],
    [5, ['red', 'blue', 'green', 'white']],
    [6, ['blue', 'red', 'white', 'green']],
    [7, ['white', 'green', 'blue', 'red']],
    [8, ['green', 'white', 'red', 'blue']],
  ])('of a JPEG, turned as EXIF orientation %i says', async (orientation, expected) => {
    const [page] = await pagesOf(encodeJpeg(picture, 90, { orientation }));
    expect(page && seen(page)).toEqual(expected);
    expect([page?.width, page?.height]).toEqual(orientation >= 5 ? [160, 240] : [240, 160]);
    expect(page?.dpi).toBe(300);
  });

  test('of every page of a PDF, each as fine as its scan', async () => {
    const sheet = quarters(827, 1169); // A4 at 100 dpi
    const pages = await pagesOf(await pdfOf([undefined, encodeJpeg(sheet, 85)]));
    expect(pages.map(({ width, height, dpi }) => [width, height, Math.round(dpi ?? 0)])).toEqual([
      [2480, 3508, 300],
      [827, 1169, 100],
    ]);
    expect(pages[1] && seen(pages[1])).toEqual(upright);
  });

  test('of a large one made smaller, so that no page takes more than 16 million', async () => {
    const small = scanReader({ ...scanLimits, pagePixels: 10_000 });
    for (const file of [png, encodeJpeg(picture, 90), await pdfOf([encodeJpeg(picture, 90)])]) {
      const reading = await small(file);
      const [page] = reading.ok ? reading.pages : [];
      expect(page && page.width * page.height).toBeLessThan(10_200);
      expect(page && seen(page)).toEqual(upright);
    }
  });
});

describe('PNGs of every kind', () => {
  /** A PNG of rows that are already packed; unfiltered. */
  function pngOf(width: number, height: number, depth: number, colour: number, rows: number[][], more: Buffer[] = []) {
    const chunk = (type: string, body: Buffer): Buffer => {
      const head = Buffer.alloc(8);
      head.writeUInt32BE(body.length, 0);
      head.write(type, 4, 'latin1');
      return Buffer.concat([head, body, Buffer.alloc(4)]);
    };
    const header = Buffer.from([0, 0, 0, width, 0, 0, 0, height, depth, colour, 0, 0, 0]);
    const data = deflateSync(Buffer.from(rows.flatMap((row) => [0, ...row])));
    const parts = [chunk('IHDR', header), ...more, chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))];
    return { file: Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts]), chunk };
  }
  const { chunk } = pngOf(1, 1, 8, 0, [[0]]);

  test('one bit a pixel', () => {
    const { file } = pngOf(10, 1, 1, 0, [[0b10110000, 0b01000000]]);
    expect([...decodePng(file).samples]).toEqual([255, 0, 255, 255, 0, 0, 0, 0, 0, 255]);
  });

  test('16 bits, and a palette with a clear entry: clear is white, as paper', () => {
    expect([...decodePng(pngOf(2, 1, 16, 0, [[255, 255, 0, 0]]).file).samples]).toEqual([255, 0]);
    const palette = [chunk('PLTE', Buffer.from([10, 20, 30, 40, 50, 60])), chunk('tRNS', Buffer.from([0, 255]))];
    expect([...decodePng(pngOf(2, 1, 8, 3, [[0, 1]], palette).file).samples]).toEqual([255, 255, 255, 40, 50, 60]);
  });

  test('half clear ink is half as dark', () => {
    expect([...decodePng(pngOf(2, 1, 8, 6, [[0, 0, 0, 128, 9, 9, 9, 0]]).file).samples].slice(0, 4)).toEqual([
      127, 127, 127, 255,
    ]);
  });

  test('interlaced, each pixel where its pass says', () => {
    // A row of eight pixels has something in passes 1, 2, 4 and 6 only.
    const { file } = pngOf(8, 1, 8, 0, [[1], [2], [3, 4], [5, 6, 7, 8]]);
    file[28] = 1;
    expect([...decodePng(file).samples]).toEqual([1, 5, 3, 6, 2, 7, 4, 8]);
  });
});

describe('what cannot be read is refused in words that name the mend', minutes, () => {
  const jpeg = encodeJpeg(picture, 90);
  const wide = Buffer.from(png);
  wide.writeUInt32BE(9000, 16);
  wide.writeUInt32BE(9000, 20);
  const fourColours = Buffer.from(jpeg);
  fourColours[fourColours.indexOf(Buffer.from([0xff, 0xc0])) + 9] = 4;

  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['nothing', () => Buffer.alloc(0), 'empty'],
    ['more than 12 MB', () => Buffer.alloc(12 * 1024 * 1024 + 1, '%PDF-'), 'too_big'],
    ['a TIFF', () => Buffer.from('II*\0and more', 'latin1'), 'tiff'],
    ['an iPhone photo', () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'), 'heic'],
    ['a text', () => Buffer.from('a letter'), 'not_a_scan'],
    ['one byte', () => Buffer.from('a'), 'not_a_scan'],
    ['a JPEG in printing colours', () => fourColours, 'print_colours'],
    ['a picture that declares 81 million pixels', () => wide, 'too_many_pixels'],
    ['a picture of 40 pixels', () => encodePng(new Uint8Array(40 * 40 * 4), 40, 40), 'too_small'],
    [
      'a PDF of six pages',
      () => pdfOf([undefined, undefined, undefined, undefined, undefined, undefined]),
      'too_many_pages',
    ],
    ['a PDF with a password', () => pdfOf([undefined], { userPassword: 'secret' }), 'encrypted'],
    ['a PDF cut off', async () => (await pdfOf([jpeg])).subarray(0, 600), 'unreadable'],
    ['a JPEG cut off', () => jpeg.subarray(0, jpeg.length / 2), 'unreadable'],
    ['a JPEG of nothing but its first bytes', () => jpeg.subarray(0, 4), 'unreadable'],
    ['a PNG cut off', () => png.subarray(0, png.length / 2), 'unreadable'],
    ['a PNG with a wrong header', () => Buffer.concat([png.subarray(0, 24), Buffer.alloc(40)]), 'unreadable'],
  ])('%s', async (_name, file, reason) => {
    const reading = await readScan(await file());
    expect(reading).toMatchObject({
      ok: false,
      reason,
      ja: expect.stringMatching(/。.*ください。$/),
      en: expect.stringMatching(/\. .*\.$/),
    });
  });

  test('what takes too long is stopped', async () => {
    const hurried = scanReader({ ...scanLimits, milliseconds: 5 });
    expect(await hurried(png)).toMatchObject({ ok: false, reason: 'too_heavy' });
  });

  test('what takes too much memory is stopped', async () => {
    const poor = scanReader({ ...scanLimits, memoryBytes: 24 * 1024 * 1024 });
    const reading = await poor(encodeJpeg(quarters(2000, 1600), 60)).catch((error: unknown) => String(error));
    expect(reading).toMatchObject({ ok: false, reason: 'too_heavy' });
  });

  test('the eleventh at once is told to come again', async () => {
    const reader = scanReader(scanLimits);
    const readings = await Promise.all(Array.from({ length: 11 }, () => reader(Buffer.from('a letter'))));
    expect(readings.filter((one) => !one.ok && one.reason === 'busy')).toHaveLength(1);
  });
});
