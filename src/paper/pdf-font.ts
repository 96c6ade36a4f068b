// Fonts in the PDF: a Type 0 font per face, cut to the document's characters. Every character has its own code, even where
// two share a glyph (a Kangxi radical and its ideograph, Greek and Latin): so the text read back is the text that was drawn.
import { cutFont } from './cut-font.ts';
import { drawnBy, type Face } from './faces.ts';
import type { FaceName, Form, PageModel, Shape, TextRun } from './page.ts';
import { shapesOf } from './page.ts';
import type { PdfInternals, PdfRef } from './pdf-internals.ts';
import { readTrueType } from './truetype.ts';

type PdfFont = { name: string; ref: PdfRef; code(codePoint: number): number };
/** By the face's key. */
export type PdfFonts = ReadonlyMap<string, PdfFont>;

/** A stretch of a run that one face draws. */
type Stretch = { face: Face; text: string };

/** Splits a run where the face changes. Throws on a character that no face draws: never a blank on a certificate. */
export function stretches(text: string, name: FaceName): Stretch[] {
  const found: Stretch[] = [];
  for (const char of text) {
    const drawn = drawnBy(name, char.codePointAt(0) ?? 0);
    if (drawn === undefined) throw new Error(`no font draws U+${(char.codePointAt(0) ?? 0).toString(16)}`);
    const last = found.at(-1);
    if (last?.face === drawn.face) last.text += char;
    else found.push({ face: drawn.face, text: char });
  }
  return found;
}

/** All runs of the pages that are drawn as text, those in forms once. */
function runsOf(shapes: readonly Shape[], seen: Set<Form>): TextRun[] {
  return shapes.flatMap((shape) => {
    if (shape.kind === 'text') return shape.outlined === true ? [] : [shape];
    if (shape.kind !== 'form' || seen.has(shape.form)) return [];
    seen.add(shape.form);
    return runsOf(shape.form.shapes, seen);
  });
}

/** Embeds every face that the pages use. */
export async function embedFonts(doc: PdfInternals, pages: readonly PageModel[]): Promise<PdfFonts> {
  const used = new Map<Face, Set<number>>();
  const seen = new Set<Form>();
  for (const run of pages.flatMap((page) => runsOf(shapesOf(page.parts), seen))) {
    for (const { face, text } of stretches(run.text, run.face)) {
      const codePoints = used.get(face) ?? new Set<number>();
      for (const char of text) codePoints.add(char.codePointAt(0) ?? 0);
      used.set(face, codePoints);
    }
  }
  const fonts = new Map<string, PdfFont>();
  for (const [face, codePoints] of used) {
    const sorted = [...codePoints].sort((a, b) => a - b);
    fonts.set(face.key, await embed(doc, `F${fonts.size + 1}`, face, sorted));
  }
  return fonts;
}

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
  const codes = new Map(codePoints.map((codePoint, i) => [codePoint, i + 1]));
  return { name, ref, code: (codePoint) => codes.get(codePoint) ?? 0 };
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
