// Files for the tests of reading scans, made by other code than reads them: a baseline JPEG encoder (ITU-T T.81) with
// the tables of its annex K, one sampling for all components, and PDFs of pictures by pdfkit.
import PDFDocument from 'pdfkit';

type Pixels = { width: number; height: number; channels: 1 | 3; samples: Uint8Array };

const luminance = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51,
  87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101,
  72, 92, 95, 98, 112, 100, 103, 99,
];
const zigzag = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
  35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47,
  55, 62, 63,
];
/** How many codes have 1, 2, … 16 bits (DC: table K.3). For AC every symbol gets 8 bits or, from the 128th on, 9. */
const dcBits = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
const dcSymbols = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const acSymbols = [0x00, 0xf0, ...Array.from({ length: 160 }, (_, i) => ((i / 10) << 4) | ((i % 10) + 1))];
const acBits = [0, 0, 0, 0, 0, 0, 0, 128, acSymbols.length - 128, 0, 0, 0, 0, 0, 0, 0];

type Code = { code: number; length: number };

/** Annex C: codes of one length follow each other; each further length begins where the last ended, doubled. */
function huffman(bits: readonly number[], symbols: readonly number[]): Map<number, Code> {
  const codes = new Map<number, Code>();
  let [code, next] = [0, 0];
  for (const [i, count] of bits.entries()) {
    for (let k = 0; k < count; k += 1) codes.set(symbols[next++] ?? 0, { code: code++, length: i + 1 });
    code <<= 1;
  }
  return codes;
}

const cosines = Array.from({ length: 64 }, (_, i) => Math.cos((((i >> 3) * 2 + 1) * (i & 7) * Math.PI) / 16));

/** Bits of a scan, a zero byte after each FF. */
class BitWriter {
  readonly bytes: number[] = [];
  #held = 0;
  #count = 0;

  write(value: number, length: number): void {
    for (let i = length - 1; i >= 0; i -= 1) {
      this.#held = (this.#held << 1) | ((value >> i) & 1);
      this.#count += 1;
      if (this.#count === 8) this.#flush();
    }
  }

  end(): void {
    while (this.#count > 0) this.write(1, 1);
  }

  #flush(): void {
    this.bytes.push(this.#held);
    if (this.#held === 0xff) this.bytes.push(0);
    [this.#held, this.#count] = [0, 0];
  }
}

/** @param quality 1 to 100, as the usual programs mean it. `orientation`: written as EXIF, the pixels stay. */
export function encodeJpeg(picture: Pixels, quality: number, { orientation = 1, dpi = 300 } = {}): Buffer {
  const scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
  const table = luminance.map((value) => Math.min(255, Math.max(1, Math.floor((value * scale + 50) / 100))));
  const { width, height, channels } = picture;
  const out = new BitWriter();
  const tables = { dc: huffman(dcBits, dcSymbols), ac: huffman(acBits, acSymbols) };
  const planes = planesOf(picture);
  const last = planes.map(() => 0);
  for (let y = 0; y < height; y += 8)
    for (let x = 0; x < width; x += 8)
      for (const [c, plane] of planes.entries())
        last[c] = writeBlock(out, coefficients(plane, picture, x, y, table), last[c] ?? 0, tables);
  out.end();
  const ids = Array.from({ length: channels }, (_, i) => i + 1);
  const word = (value: number): number[] => [value >> 8, value & 255];
  const segment = (marker: number, body: number[]): number[] => [0xff, marker, ...word(body.length + 2), ...body];
  const text = (value: string): number[] => [...Buffer.from(value, 'latin1')];
  const tiff = [
    ...text('MM\0*'),
    0,
    0,
    0,
    8,
    0,
    1,
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
    0,
    0,
    0,
    0,
  ];
  const head = [
    ...[0xff, 0xd8],
    ...segment(0xe0, [...text('JFIF\0'), 1, 1, 1, ...word(dpi), ...word(dpi), 0, 0]),
    ...(orientation === 1 ? [] : segment(0xe1, [...text('Exif\0\0'), ...tiff])),
    ...segment(0xdb, [0, ...zigzag.map((at) => table[at] ?? 1)]),
    ...segment(0xc0, [8, ...word(height), ...word(width), channels, ...ids.flatMap((id) => [id, 0x11, 0])]),
    ...segment(0xc4, [0x00, ...dcBits, ...dcSymbols]),
    ...segment(0xc4, [0x10, ...acBits, ...acSymbols]),
    ...segment(0xda, [channels, ...ids.flatMap((id) => [id, 0]), 0, 63, 0]),
  ];
  return Buffer.concat([Buffer.from(head), Buffer.from(out.bytes), Buffer.from([0xff, 0xd9])]);
}

/** Luminance and the two colour differences (JFIF 1.02), around 0. */
function planesOf({ width, height, channels, samples }: Pixels): Float32Array[] {
  const planes = Array.from({ length: channels }, () => new Float32Array(width * height));
  for (let at = 0; at < width * height; at += 1) {
    const [r = 0, g = 0, b = 0] = samples.subarray(at * channels, at * channels + channels);
    const luma = channels === 1 ? r : 0.299 * r + 0.587 * g + 0.114 * b;
    for (const [c, value] of [luma - 128, 0.564 * (b - luma), 0.713 * (r - luma)].slice(0, channels).entries()) {
      const plane = planes[c];
      if (plane) plane[at] = value;
    }
  }
  return planes;
}

function coefficients(
  plane: Float32Array,
  { width, height }: Pixels,
  x0: number,
  y0: number,
  table: number[],
): number[] {
  const rows = new Float64Array(64);
  for (let y = 0; y < 8; y += 1) {
    const from = Math.min(y0 + y, height - 1) * width;
    for (let u = 0; u < 8; u += 1) {
      let sum = 0;
      for (let x = 0; x < 8; x += 1) {
        sum += (plane[from + Math.min(x0 + x, width - 1)] ?? 0) * (cosines[x * 8 + u] ?? 0);
      }
      rows[y * 8 + u] = sum * (u === 0 ? Math.SQRT1_2 : 1);
    }
  }
  return zigzag.map((at) => {
    const [v, u] = [at >> 3, at & 7];
    let sum = 0;
    for (let y = 0; y < 8; y += 1) sum += (rows[y * 8 + u] ?? 0) * (cosines[y * 8 + v] ?? 0);
    return Math.round((sum * (v === 0 ? Math.SQRT1_2 : 1)) / 4 / (table[at] ?? 1));
  });
}

function writeBlock(
  out: BitWriter,
  values: readonly number[],
  lastDc: number,
  tables: { dc: Map<number, Code>; ac: Map<number, Code> },
): number {
  const put = (table: Map<number, Code>, symbol: number, value: number, size: number): void => {
    const { code, length } = table.get(symbol) ?? { code: 0, length: 0 };
    out.write(code, length);
    out.write(value < 0 ? value + 2 ** size - 1 : value, size);
  };
  const sizeOf = (value: number): number => (value === 0 ? 0 : Math.floor(Math.log2(Math.abs(value))) + 1);
  const [dc = 0, ...ac] = values;
  put(tables.dc, sizeOf(dc - lastDc), dc - lastDc, sizeOf(dc - lastDc));
  let zeros = 0;
  for (const value of ac) {
    if (value === 0) {
      zeros += 1;
      continue;
    }
    for (; zeros > 15; zeros -= 16) put(tables.ac, 0xf0, 0, 0);
    put(tables.ac, (zeros << 4) | sizeOf(value), value, sizeOf(value));
    zeros = 0;
  }
  if (zeros > 0) put(tables.ac, 0, 0, 0);
  return dc;
}

/** A4 pages, each filled by its picture (JPEG or PNG); `undefined`: a page of text. */
export async function pdfOf(pictures: readonly (Buffer | undefined)[], options: PDFKit.PDFDocumentOptions = {}) {
  const doc = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false, ...options });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => doc.on('end', resolve));
  for (const picture of pictures) {
    doc.addPage();
    if (picture) doc.image(picture, 0, 0, { width: doc.page.width, height: doc.page.height });
    else doc.fontSize(12).text('A letter that comes with the sheet.', 72, 72);
  }
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}
