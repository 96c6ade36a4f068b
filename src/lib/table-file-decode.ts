// Bytes to text. Excel saves tables as UTF-16 with a byte order mark ("Unicode text"), as UTF-8 with one ("CSV UTF-8") and, in
// Japan, as CP932 (what WHATWG calls shift_jis: it has 髙, 﨑, ① and ㈱). Anything undecodable is an answer, never a U+FFFD. Pure.
import { fileProblem, type TableProblem } from './table-problem.ts';

export type TextEncodingName = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'cp932';

export type DecodedText = { ok: true; text: string; encoding: TextEncodingName } | { ok: false; problem: TableProblem };

const labels: Record<TextEncodingName, string> = {
  'utf-8': 'utf-8',
  'utf-8-bom': 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  cp932: 'shift_jis',
};

/** The text, or undefined when the bytes are not of this encoding (a fatal decoder throws a TypeError for that alone). */
function decodeAs(bytes: Uint8Array, encoding: TextEncodingName): string | undefined {
  try {
    return new TextDecoder(labels[encoding], { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function byteOrderMark(bytes: Uint8Array): TextEncodingName | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8-bom';
  return undefined;
}

/** The first offset whose prefix no longer decodes, by bisection: a longer prefix never becomes right again. */
function firstBadByte(bytes: Uint8Array, encoding: TextEncodingName): number {
  const decodes = (length: number): boolean => {
    try {
      new TextDecoder(labels[encoding], { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch (error) {
      if (error instanceof TypeError) return false;
      throw error;
    }
  };
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(middle)) good = middle;
    else bad = middle;
  }
  return bad - 1;
}

function undecodable(bytes: Uint8Array, encodings: TextEncodingName[]): TableProblem {
  const at = Math.max(...encodings.map((encoding) => firstBadByte(bytes, encoding)));
  const line = bytes.subarray(0, at).filter((byte) => byte === 0x0a).length + 1;
  const hex = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return {
    ...fileProblem(
      'encoding',
      `文字コードを読み取れません(テキストの${line}行目、先頭から${at + 1}バイト目の 0x${hex})。Excel で「CSV UTF-8」「Unicode テキスト」または「Excel ブック(.xlsx)」として保存し直してください。`,
      `The character encoding cannot be read (text line ${line}, byte ${at + 1} of the file, 0x${hex}). Save it again from Excel as "CSV UTF-8", "Unicode Text" or "Excel Workbook (.xlsx)".`,
    ),
    row: line,
  };
}

const utf16WithoutMark = fileProblem(
  'encoding',
  'UTF-16 のようですが、先頭の目印(BOM)がありません。Excel で「Unicode テキスト」または「CSV UTF-8」として保存し直してください。',
  'This looks like UTF-16 without a byte order mark. Save it again from Excel as "Unicode Text" or "CSV UTF-8".',
);

function looksLikeUtf16(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 1000);
  return head.filter((byte) => byte === 0).length > head.length / 4;
}

export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = byteOrderMark(bytes);
  if (marked === undefined && looksLikeUtf16(bytes)) return { ok: false, problem: utf16WithoutMark };
  const candidates: TextEncodingName[] = marked === undefined ? ['utf-8', 'cp932'] : [marked];
  for (const encoding of candidates) {
    const text = decodeAs(bytes, encoding);
    if (text !== undefined) return { ok: true, text, encoding };
  }
  return { ok: false, problem: undecodable(bytes, candidates) };
}
