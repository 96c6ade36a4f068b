// Words that one person writes and another reads: a remark, a note, a reason. Pure.
import type { FieldProblem } from './refusal.ts';

/**
 * Control characters other than tab and line break, and the marks of reading direction (Unicode Standard Annex 9, 2.1–2.6).
 * Nobody sees them, and they come along with a copy; one of them turns round everything that follows it on a page.
 */
const unseen = /[^\P{Cc}\t\n\r]|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** A page of text. What is longer was pasted from somewhere else; cut off unseen, a reason would say something else. */
export const longestWords = 2000;

/** What is wrong with such words, at `field`: too long, or a sign that may not stand there, by its number. Undefined: nothing. */
export function wordsProblem(field: string, words: string): FieldProblem | undefined {
  const { length } = words;
  if (length > longestWords)
    return {
      field,
      ja: `${longestWords}文字までです(今は${length}文字)。減らしてください。`,
      en: `${longestWords} characters at most (${length} now). Please shorten it.`,
    };
  const sign = unseen.exec(words)?.[0];
  if (sign === undefined) return undefined;
  const name = `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return {
    field,
    ja: `目に見えない制御文字(${name})が含まれています。その文字を削除するか、文章を入れ直してください。`,
    en: `This holds an invisible control character (${name}). Delete it, or type the text again.`,
  };
}
