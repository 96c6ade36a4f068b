// Reads of a TrueType file what measuring and embedding need: which glyph draws a character, how wide it is, how tall the
// face is (OpenType spec 1.9: cmap, hhea, hmtx, head, maxp, OS/2). Shaping is not done: see `glyphsMissing` in ./text.

export type TrueType = {
  postscriptName: string;
  unitsPerEm: number;
  ascent: number;
  descent: number;
  capHeight: number;
  /** xMin, yMin, xMax, yMax in font units. */
  bounds: readonly [number, number, number, number];
  /** Glyph index of a code point; 0 where the face cannot draw it. */
  glyph(codePoint: number): number;
  /** Advance width in font units. */
  advance(glyph: number): number;
};

type Tables = ReadonlyMap<string, { offset: number; length: number }>;

function tablesOf(data: DataView): Tables {
  const tables = new Map<string, { offset: number; length: number }>();
  for (let i = 0; i < data.getUint16(4); i++) {
    const at = 12 + 16 * i;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((k) => data.getUint8(at + k)));
    tables.set(tag, { offset: data.getUint32(at + 8), length: data.getUint32(at + 12) });
  }
  return tables;
}

function tableAt(tables: Tables, tag: string): number {
  const found = tables.get(tag);
  if (found === undefined) throw new Error(`font has no table ${tag}`);
  return found.offset;
}

/** Format 12 covers the whole of Unicode, format 4 its first plane: what a cut font has left when it needs no more. */
function readCmap(data: DataView, cmap: number): Map<number, number> {
  const at = (format: number): number | undefined => {
    for (let i = 0; i < data.getUint16(cmap + 2); i++) {
      const start = cmap + data.getUint32(cmap + 4 + 8 * i + 4);
      if (data.getUint16(start) === format) return start;
    }
    return undefined;
  };
  const whole = at(12);
  if (whole !== undefined) return readFormat12(data, whole);
  const firstPlane = at(4);
  if (firstPlane === undefined) throw new Error('font has no character map of format 12 or 4');
  return readFormat4(data, firstPlane);
}

function readFormat12(data: DataView, at: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let group = 0; group < data.getUint32(at + 12); group++) {
    const start = data.getUint32(at + 16 + 12 * group);
    const end = data.getUint32(at + 20 + 12 * group);
    const first = data.getUint32(at + 24 + 12 * group);
    for (let code = start; code <= end; code++) glyphs.set(code, first + code - start);
  }
  return glyphs;
}

function readFormat4(data: DataView, at: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  const twice = data.getUint16(at + 6); // twice the number of segments: the length of each of four arrays
  for (let k = 0; k < twice; k += 2) {
    const end = data.getUint16(at + 14 + k);
    const start = data.getUint16(at + 16 + twice + k);
    const delta = data.getUint16(at + 16 + 2 * twice + k);
    const rangeAt = at + 16 + 3 * twice + k;
    const range = data.getUint16(rangeAt);
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const raw = range === 0 ? code : data.getUint16(rangeAt + range + 2 * (code - start));
      if (raw !== 0) glyphs.set(code, (raw + delta) & 0xffff);
    }
  }
  return glyphs;
}

function postscriptNameOf(data: DataView, name: number): string {
  const strings = name + data.getUint16(name + 4);
  for (let i = 0; i < data.getUint16(name + 2); i++) {
    const at = name + 6 + 12 * i;
    const isUnicode = data.getUint16(at) === 3;
    if (!isUnicode || data.getUint16(at + 6) !== 6) continue;
    const from = strings + data.getUint16(at + 10);
    const units = Array.from({ length: data.getUint16(at + 8) / 2 }, (_, k) => data.getUint16(from + 2 * k));
    return String.fromCharCode(...units);
  }
  throw new Error('font has no PostScript name');
}

/** Throws an Error when the bytes are not a TrueType font with the tables named above. */
export function readTrueType(bytes: Uint8Array): TrueType {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = tablesOf(data);
  const head = tableAt(tables, 'head');
  const hhea = tableAt(tables, 'hhea');
  const hmtx = tableAt(tables, 'hmtx');
  const os2 = tableAt(tables, 'OS/2');
  const wide = data.getUint16(hhea + 34); // numberOfHMetrics: glyphs from here on share the last width
  const glyphs = readCmap(data, tableAt(tables, 'cmap'));
  return {
    postscriptName: postscriptNameOf(data, tableAt(tables, 'name')),
    unitsPerEm: data.getUint16(head + 18),
    ascent: data.getInt16(hhea + 4),
    descent: data.getInt16(hhea + 6),
    capHeight: data.getInt16(os2 + 88),
    bounds: [36, 38, 40, 42].map((k) => data.getInt16(head + k)) as [number, number, number, number],
    glyph: (codePoint) => glyphs.get(codePoint) ?? 0,
    advance: (glyph) => data.getUint16(hmtx + 4 * Math.min(glyph, wide - 1)),
  };
}
