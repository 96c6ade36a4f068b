// Fonts in the PDF: a Type 0 font per face, cut to the document's characters. Every character has its own code, even where
// two share a glyph (a Kangxi radical and its ideograph, Greek and Latin): so the text read back is the text that was drawn.
import { cutFont } from './cut-font.ts';
import { drawnBy, type Face } from './faces.ts';
import { type FaceName, type Form, faceNames, type Inside, isShape, type PageModel, type TextRun } from './page.ts';
import type { PdfInternals, PdfRef } from './pdf-internals.ts';
import { readTrueType } from './truetype.ts';

type PdfFont = { name: string; ref: PdfRef };
/** A character's font, and its code there as it stands in a PDF's string: two octets, of latin1. */
type Code = { font: PdfFont; octets: string };

/** What draws the texts of one document. */
export type PdfFonts = {
  all: readonly PdfFont[];
  /** By weight and code point. */
  codes: Readonly<Record<FaceName, ReadonlyMap<number, Code>>>;
};

/** A stretch of a run that one font draws: the octets of its codes, escaped. */
type Stretch = { font: PdfFont; octets: string };

/** Splits a run where the font changes. */
export function stretches(text: string, codes: ReadonlyMap<number, Code>): Stretch[] {
  const found: Stretch[] = [];
  let last: Stretch | undefined;
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at) ?? 0;
    at += codePoint > 0xffff ? 2 : 1;
    const code = codes.get(codePoint);
    if (code === undefined) throw new Error(`not embedded: U+${codePoint.toString(16)}`);
    if (last?.font === code.font) {
      last.octets += code.octets;
    } else {
      last = { ...code };
      found.push(last);
    }
  }
  return found;
}

/** Visits all runs that are drawn as text, those in forms once. */
function eachRun(parts: readonly Inside[], seen: Set<Form>, visit: (run: TextRun) => void): void {
  for (const part of parts) {
    if (!isShape(part)) {
      eachRun(part.inside, seen, visit);
    } else if (part.kind === 'text') {
      if (part.outlined !== true) visit(part);
    } else if (part.kind === 'form' && !seen.has(part.form)) {
      seen.add(part.form);
      eachRun(part.form.shapes, seen, visit);
    }
  }
}

/** Embeds every face that the pages use. Throws on a character that none draws: never a blank on a certificate. */
export async function embedFonts(doc: PdfInternals, pages: readonly PageModel[]): Promise<PdfFonts> {
  const all: PdfFont[] = [];
  const codes = { regular: new Map<number, Code>(), medium: new Map<number, Code>() };
  const used = charactersOf(pages);
  for (const name of faceNames) {
    for (const [face, codePoints] of byFace(name, used[name])) {
      const font = await embed(doc, `F${all.length + 1}`, face, codePoints);
      all.push(font);
      for (const [i, codePoint] of codePoints.entries()) codes[name].set(codePoint, { font, octets: octetsOf(i + 1) });
    }
  }
  return { all, codes };
}

function charactersOf(pages: readonly PageModel[]): Record<FaceName, Set<number>> {
  const used = { regular: new Set<number>(), medium: new Set<number>() };
  const seen = new Set<Form>();
  const add = ({ text, face }: TextRun): void => {
    for (let at = 0; at < text.length; ) {
      const codePoint = text.codePointAt(at) ?? 0;
      used[face].add(codePoint);
      at += codePoint > 0xffff ? 2 : 1;
    }
  };
  for (const page of pages) eachRun(page.parts, seen, add);
  return used;
}

/** In the order of Unicode, by the face that draws them. */
function byFace(name: FaceName, codePoints: ReadonlySet<number>): Map<Face, number[]> {
  const faces = new Map<Face, number[]>();
  for (const codePoint of codePoints) {
    const drawn = drawnBy(name, codePoint);
    if (drawn === undefined) throw new Error(`no font draws U+${codePoint.toString(16)}`);
    const drawnByIt = faces.get(drawn.face) ?? [];
    drawnByIt.push(codePoint);
    faces.set(drawn.face, drawnByIt);
  }
  for (const each of faces.values()) each.sort((a, b) => a - b);
  return faces;
}

/** Signs that would end a string or be read as another (ISO 32000-1, 7.3.4.2). */
const escapes: Readonly<Record<number, string>> = { 10: '\\n', 13: '\\r', 40: '\\(', 41: '\\)', 92: '\\\\' };

const octetsOf = (code: number): string =>
  [code >> 8, code & 0xff].map((octet) => escapes[octet] ?? String.fromCharCode(octet)).join('');

async function embed(doc: PdfInternals, name: string, face: Face, codePoints: readonly number[]): Promise<PdfFont> {
  const bytes = await cutFont(face, codePoints);
  const cut = readTrueType(bytes);
  const scale = 1000 / cut.unitsPerEm;
  const glyphs = codePoints.map((codePoint) => cut.glyph(codePoint));
  if (glyphs.includes(0)) throw new Error(`${face.key} lost a character when cut`);
  const file = doc.ref({ Length1: bytes.length });
  file.end(bytes);
  const baseFont = `${subsetTag(codePoints)}+${face.key}`;
  const descriptor = doc.ref({
    Type: 'FontDescriptor',
    FontName: baseFont,
    Flags: 4, // symbolic: codes are our own
    FontBBox: cut.bounds.map((value) => value * scale),
    ItalicAngle: 0,
    Ascent: cut.ascent * scale,
    Descent: cut.descent * scale,
    CapHeight: cut.capHeight * scale,
    StemV: 80,
    FontFile2: file,
  });
  descriptor.end();
  // Code 0 is .notdef; the document's characters are 1, 2, 3 … in the order of Unicode.
  const toGlyph = Buffer.alloc(2 * (glyphs.length + 1));
  for (const [i, glyph] of glyphs.entries()) toGlyph.writeUInt16BE(glyph, 2 * (i + 1));
  const map = doc.ref();
  map.end(toGlyph);
  const descendant = doc.ref({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: baseFont,
    CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
    FontDescriptor: descriptor,
    CIDToGIDMap: map,
    DW: 1000,
    W: [1, glyphs.map((glyph) => cut.advance(glyph) * scale)],
  });
  descendant.end();
  const toUnicode = doc.ref();
  toUnicode.end(Buffer.from(unicodeMap(codePoints), 'latin1'));
  const ref = doc.ref({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: baseFont,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: toUnicode,
  });
  ref.end();
  return { name, ref };
}

/** ISO 32000-1, 9.6.4: six capitals that tell two cuts of one face apart; here made from what the cut holds. */
function subsetTag(codePoints: readonly number[]): string {
  let hash = 0;
  for (const codePoint of codePoints) hash = (Math.imul(hash, 31) + codePoint) >>> 0;
  return Array.from({ length: 6 }, (_, i) => String.fromCharCode(65 + (Math.floor(hash / 26 ** i) % 26))).join('');
}

const hex4 = (value: number): string => value.toString(16).padStart(4, '0');

function utf16Hex(codePoint: number): string {
  const text = String.fromCodePoint(codePoint);
  return Array.from({ length: text.length }, (_, i) => hex4(text.charCodeAt(i))).join('');
}

/** ISO 32000-1, 9.10.3: from our codes to Unicode. A block may hold 100 entries. */
function unicodeMap(codePoints: readonly number[]): string {
  const entries = codePoints.map((codePoint, i) => `<${hex4(i + 1)}> <${utf16Hex(codePoint)}>`);
  const blocks: string[] = [];
  for (let at = 0; at < entries.length; at += 100) {
    const block = entries.slice(at, at + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}
