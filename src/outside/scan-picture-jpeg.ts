import type { JpegFacts, Orientation } from './scan-picture-kind.ts';

/**
 * A PDF of one page that shows the JPEG and nothing else, a point to a pixel (ISO 32000-1 §7.4.8): so the decoder of JPEGs
 * is the one inside PDFium, in its own memory, and no further library meets a stranger's bytes.
 */
export function jpegAsPdf(jpeg: Buffer, { width, height, components }: JpegFacts): Buffer {
  const colours = components === 1 ? '/DeviceGray' : '/DeviceRGB';
  const drawing = `q ${width} 0 0 ${height} 0 0 cm /P Do Q`;
  const picture = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace ${colours} /BitsPerComponent 8`;
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 4 0 R /Resources << /XObject << /P 5 0 R >> >> >>`,
    ),
    stream('', Buffer.from(drawing)),
    stream(`${picture} /Filter /DCTDecode `, jpeg),
  ];
  const parts = [Buffer.from('%PDF-1.7\n')];
  let length = 9;
  const starts = objects.map((object, i) => {
    const start = length;
    const part = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    parts.push(part);
    length += part.length;
    return `${String(start).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${starts.join('')}`;
  parts.push(Buffer.from(`${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`));
  return Buffer.concat(parts);
}

const stream = (dictionary: string, bytes: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`<< ${dictionary}/Length ${bytes.length} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);

type Pixels = { width: number; height: number; channels: 1 | 3; samples: Uint8Array };

/** The picture as it is to be looked at. */
export function turnUpright(picture: Pixels, orientation: Orientation): Pixels {
  if (orientation === 1) return picture;
  const { width, height, channels, samples } = picture;
  const [right, bottom] = [width - 1, height - 1];
  const sideways = orientation >= 5;
  // Where the pixel that stands at (x, y) afterwards is stored: EXIF 2.32 names row 0 and column 0 of each value.
  const stored: Record<Orientation, (x: number, y: number) => number> = {
    1: (x, y) => y * width + x,
    2: (x, y) => y * width + right - x,
    3: (x, y) => (bottom - y) * width + right - x,
    4: (x, y) => (bottom - y) * width + x,
    5: (x, y) => x * width + y,
    6: (x, y) => (bottom - x) * width + y,
    7: (x, y) => (bottom - x) * width + right - y,
    8: (x, y) => x * width + right - y,
  };
  const at = stored[orientation];
  const upright = new Uint8Array(samples.length);
  const [wide, high] = sideways ? [height, width] : [width, height];
  for (let y = 0, to = 0; y < high; y += 1) {
    for (let x = 0; x < wide; x += 1) {
      const from = at(x, y) * channels;
      for (let channel = 0; channel < channels; channel += 1) upright[to++] = samples[from + channel] ?? 0;
    }
  }
  return { width: wide, height: high, channels, samples: upright };
}
