// What a picture file says of itself before it is decoded: kind, size, scale, which way up.

export type ScanKind = 'pdf' | 'png' | 'jpeg' | 'tiff' | 'heic' | 'other';

/** By the first bytes alone; what a file is called says nothing. */
export function scanKind(bytes: Buffer): ScanKind {
  if (bytes.toString('latin1', 0, 5) === '%PDF-') return 'pdf';
  if (bytes.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (bytes.readUIntBE(0, Math.min(3, bytes.length)) === 0xffd8ff) return 'jpeg';
  if (/^(II\*\0|MM\0\*)/.test(bytes.toString('latin1', 0, 4))) return 'tiff';
  if (/^ftyp(hei|hev|mif1|msf1)/.test(bytes.toString('latin1', 4, 12))) return 'heic';
  return 'other';
}

/** EXIF 2.32, 4.6.4 A: 1 as stored, 3 upside down, 6 to be turned a quarter to the right, 8 to the left; even ones mirrored … */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
export type JpegFacts = {
  width: number;
  height: number;
  components: number;
  orientation: Orientation;
  dpi: number | null;
  /** Whether the mark that ends a picture (EOI) is there: one that is cut off would be grey from there on. */
  ended: boolean;
};

/** From the segments before the picture (ITU-T T.81, annex B); undefined when there is no size among them. */
export function jpegFacts(bytes: Buffer): JpegFacts | undefined {
  let orientation: Orientation = 1;
  let dpi: number | null = null;
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1; // fill byte
      continue;
    }
    const body = bytes.subarray(at + 4, at + 2 + bytes.readUInt16BE(at + 2));
    if (isFrameHeader(marker) && body.length >= 6) {
      const [height, width] = [body.readUInt16BE(1), body.readUInt16BE(3)];
      const ended = bytes.indexOf(Buffer.from([0xff, 0xd9]), at) >= 0;
      return { width, height, components: body[5] ?? 0, orientation, dpi, ended };
    }
    if (marker === 0xe0) dpi = jfifDpi(body) ?? dpi;
    if (marker === 0xe1) orientation = exifOrientation(body) ?? orientation;
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

const isFrameHeader = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jfifDpi(body: Buffer): number | null {
  if (body.length < 12 || body.toString('latin1', 0, 5) !== 'JFIF\0') return null;
  const [unit, x] = [body[7], body.readUInt16BE(8)];
  if (unit === 1) return believedDpi(x);
  return unit === 2 ? believedDpi(x * 2.54) : null;
}

/** 72 and 96 are what programs write that know nothing; beyond 1200 no office scanner goes. */
export function believedDpi(dpi: number): number | null {
  const rounded = Math.round(dpi);
  return rounded === 72 || rounded === 96 || rounded < 50 || rounded > 1200 ? null : rounded;
}

/** Tag 0x0112 of the first directory. */
function exifOrientation(body: Buffer): Orientation | undefined {
  if (body.toString('latin1', 0, 6) !== 'Exif\0\0') return undefined;
  const tiff = body.subarray(6);
  const order = tiff.toString('latin1', 0, 2);
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return undefined;
  const u16 = (at: number): number => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = order === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (first + 2 > tiff.length) return undefined;
  for (let entry = first + 2, left = u16(first); left > 0 && entry + 12 <= tiff.length; left -= 1, entry += 12) {
    if (u16(entry) === 0x0112) return orientationOf(u16(entry + 8));
  }
  return undefined;
}

const orientationOf = (value: number): Orientation | undefined =>
  value >= 1 && value <= 8 ? (value as Orientation) : undefined;
