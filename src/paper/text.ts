// Widths and line breaks, computed from the fonts' metrics alone: what is measured here is what both drawers paint, because
// they place glyphs by the same advances and use no kerning or ligatures.
import { drawnBy } from './faces.ts';
import { type FaceName, mmPerPoint } from './page.ts';

/** size in points, spacing in millimetres after each character. */
export type TextStyle = { size: number; face: FaceName; spacing?: number };

const advances = { regular: new Map<number, number>(), medium: new Map<number, number>() };

/** Advance in thousandths of an em. An undrawable character measures one em; drawing it throws. */
function advanceOf(face: FaceName, codePoint: number): number {
  const drawn = drawnBy(face, codePoint);
  const advance =
    drawn === undefined ? 1000 : (drawn.face.font.advance(drawn.glyph) * 1000) / drawn.face.font.unitsPerEm;
  advances[face].set(codePoint, advance);
  return advance;
}

const codePointOf = (char: string): number => char.codePointAt(0) ?? 0;

/** Width of one line of text in millimetres. */
export function widthOf(text: string, style: TextStyle): number {
  const known = advances[style.face];
  let thousandths = 0;
  let characters = 0;
  for (let at = 0; at < text.length; characters += 1) {
    const codePoint = text.codePointAt(at) ?? 0;
    thousandths += known.get(codePoint) ?? advanceOf(style.face, codePoint);
    at += codePoint > 0xffff ? 2 : 1;
  }
  return (thousandths / 1000) * style.size * mmPerPoint + characters * (style.spacing ?? 0);
}

// Without shaping, only scripts that are drawn one character, one glyph, left to right may be printed.
const plainScript =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Common}]$/u;
// Marks that join the character before them, and characters that are not seen, would be painted wrong or not at all.
const joinsOrHides =
  /^[\p{Mark}\p{Format}\p{Control}\p{Default_Ignorable_Code_Point}\p{Line_Separator}\p{Paragraph_Separator}]$/u;

const drawable = new Map<string, boolean>();

function canDraw(char: string): boolean {
  const known = drawable.get(char);
  if (known !== undefined) return known;
  const can = !joinsOrHides.test(char) && plainScript.test(char) && drawnBy('regular', codePointOf(char)) !== undefined;
  drawable.set(char, can);
  return can;
}

const isLineBreak = (char: string): boolean => char === '\n' || char === '\r';

/**
 * The characters of a text that the shipped fonts cannot draw, each once, in order of first appearance. Such a character
 * is an input error: painted, it would be a blank or a wrong shape. Line breaks are not characters here.
 */
export function glyphsMissing(text: string): string[] {
  const missing = new Set<string>();
  for (const char of text) if (!isLineBreak(char) && !canDraw(char)) missing.add(char);
  return [...missing];
}

/** The text with a white square for each character that cannot be drawn: for a draft, whose writer must see the place. */
export const squaresForMissing = (text: string): string =>
  Array.from(text, (char) => (isLineBreak(char) || canDraw(char) ? char : '□')).join('');

// Between two of these a line may break without a space (Japanese); Latin letters, digits and signs stay together.
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]/u;
// 行頭禁則 / 行末禁則, JIS X 4051: what may not begin or end a line.
const notFirst = /[、。，．・：；？！ー々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ」』）】〕｝〉》”’)\]}]/u;
const notLast = /[「『（【〔｛〈《“‘([{]/u;

/** Pieces that a line may end after; joined they are the text again. A piece is a word with the spaces that follow it. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let piece = '';
  const chars = [...text];
  for (const [i, char] of chars.entries()) {
    piece += char;
    const next = chars[i + 1];
    if (next === undefined || mayBreak(char, next)) {
      found.push(piece);
      piece = '';
    }
  }
  return found;
}

function mayBreak(char: string, next: string): boolean {
  if (char === ' ' || char === '\u3000') return next !== ' ' && next !== '\u3000';
  if (!wide.test(char) && !wide.test(next)) return false;
  return !notFirst.test(next) && !notLast.test(char) && next !== ' ' && next !== '\u3000';
}

/** The longest head of a word that fits; at least one character, so that the work ends. */
function headThatFits(word: string, width: number, style: TextStyle): string {
  let head = '';
  for (const char of word) {
    if (head !== '' && widthOf(head + char, style) > width) return head;
    head += char;
  }
  return head;
}

/**
 * Breaks text into lines no wider than `width` millimetres; line feeds break too. Nothing is lost: the lines of a
 * paragraph joined are the paragraph (spaces at a break hang at the line's end). A word is cut only where it alone is
 * wider than the line. An empty text is no line, an empty paragraph within a text is an empty line.
 */
export function breakLines(text: string, width: number, style: TextStyle): string[] {
  if (text === '') return [];
  if (!/[\r\n]/.test(text)) return breakParagraph(text, width, style);
  return text.split(/\r\n|\r|\n/).flatMap((paragraph) => breakParagraph(paragraph, width, style));
}

function breakParagraph(paragraph: string, width: number, style: TextStyle): string[] {
  const lines: string[] = [];
  let current = '';
  const fits = (candidate: string): boolean => widthOf(candidate.trimEnd(), style) <= width;
  if (fits(paragraph)) return [paragraph]; // most do: no need to look where they may break
  for (const piece of pieces(paragraph)) {
    if (fits(current + piece)) {
      current += piece;
      continue;
    }
    if (current !== '') lines.push(current);
    current = piece;
    while (!fits(current)) {
      const head = headThatFits(current, width, style);
      if (head === current) break;
      lines.push(head);
      current = current.slice(head.length);
    }
  }
  return [...lines, current];
}

/** The width of the widest line of a text as typed, in millimetres. */
export const naturalWidth = (text: string, style: TextStyle): number =>
  Math.max(0, ...text.split(/\r\n|\r|\n/).map((lineText) => widthOf(lineText.trimEnd(), style)));
