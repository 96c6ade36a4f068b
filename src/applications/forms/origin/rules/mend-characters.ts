// The mend that a page offers for the whole application at once: shown before and after, then taken with one click. Pure.

import { allowedCharacters, isInvisible, meantBy } from '../../../../registrations/character-set.ts';
import type { CharacterChange } from '../../content.ts';
import type { OriginContent } from '../content.ts';
import { type ContentText, mapTexts } from './content-texts.ts';

/** Nothing to look at in most texts: printable ASCII, and line breaks where they may stand. */
const plainLine = /^[ -~]*$/;
const plainLines = /^[ -~\n]*$/;

export const isPlain = ({ text, kind }: Pick<ContentText, 'text' | 'kind'>): boolean =>
  (kind === 'line' ? plainLine : plainLines).test(text);

/** Marks are free: only what nobody sees goes, and a tabulator is a space. */
function mendMark(character: string): string {
  if (character === '\t') return ' ';
  return isInvisible(character) ? '' : character;
}

function mendCharacter(character: string, kind: ContentText['kind']): string {
  if (character === '\n') return kind === 'line' ? ' ' : character;
  if (kind === 'marks') return mendMark(character);
  return allowedCharacters.has(character) ? character : (meantBy(character) ?? character);
}

/** NFC, one kind of line break, and every character that has a plain meaning put plainly; the others stay and are errors. */
export function mendText(text: Pick<ContentText, 'text' | 'kind'>): string {
  if (isPlain(text)) return text.text;
  const broken = text.text.normalize('NFC').replace(/\r\n?/g, '\n');
  return Array.from(broken, (character) => mendCharacter(character, text.kind)).join('');
}

/**
 * What the rules about numbers read: `３００` is one mistake, which the rule about characters names, and not also a text that is
 * no number.
 */
export const mendNumber = (text: string): string => mendText({ text, kind: 'line' });

/** The mended content, and what would change where. No changes: the content is fine or past mending by rote. */
export function mendCharacters(content: OriginContent): { content: OriginContent; changes: CharacterChange[] } {
  const changes: CharacterChange[] = [];
  const mended = mapTexts(content, (text) => {
    const after = mendText(text);
    if (after !== text.text) changes.push({ path: text.path, before: text.text, after });
    return after;
  });
  return { content: mended, changes };
}
