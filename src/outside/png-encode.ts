import { crc32, deflateSync } from 'node:zlib';

/**
 * A PNG (ISO/IEC 15948), 8 bits a channel; grey when every pixel is.
 * @param rgba 4 bytes a pixel, row by row from the top
 * @param alpha `opaque`: the fourth byte is not looked at. `kept`: it says how much of the ground shows through
 */
export function encodePng(
  rgba: Uint8Array,
  width: number,
  height: number,
  alpha: 'opaque' | 'kept' = 'opaque',
): Buffer {
  if (width < 1 || height < 1 || rgba.length !== width * height * 4) throw new Error('pixels and size do not agree');
  const channels = alpha === 'kept' ? 4 : isGrey(rgba) ? 1 : 3;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, colourType[channels]], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rowsOf(rgba, width, height, channels), { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const colourType = { 1: 0, 3: 2, 4: 6 } as const;

function isGrey(rgba: Uint8Array): boolean {
  for (let at = 0; at < rgba.length; at += 4) {
    if (rgba[at] !== rgba[at + 1] || rgba[at] !== rgba[at + 2]) return false;
  }
  return true;
}

/** Each row after the byte that names its filter: Up, the difference to the row above. White paper becomes zeros. */
function rowsOf(rgba: Uint8Array, width: number, height: number, channels: 1 | 3 | 4): Uint8Array {
  const stride = width * channels + 1;
  const rows = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    let to = y * stride;
    rows[to++] = 2;
    for (let from = y * width * 4; from < (y + 1) * width * 4; from += 4) {
      for (let channel = 0; channel < channels; channel += 1) {
        const above = y === 0 ? 0 : (rgba[from - width * 4 + channel] ?? 0);
        rows[to++] = (rgba[from + channel] ?? 0) - above;
      }
    }
  }
  return rows;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
