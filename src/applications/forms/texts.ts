// Every text of a content that is printed, with its path: for rules and mends that look at characters wherever they stand.
// Each kind says which its texts are (`MapTexts`). Pure.
import { allowedCharacters, isInvisible, meantBy } from '../../registrations/character-set.ts';
import type { Place } from '../finding.ts';
import type { CharacterChange } from './content.ts';

export type ContentText = {
  path: string;
  place: Place;
  row?: number;
  text: string;
  /** `line`: no line break; `lines`: may break; `marks`: may break, and may hold whatever the fonts draw. */
  kind: 'line' | 'lines' | 'marks';
};

export type Change = (text: ContentText) => string;

/** The content with every printed text put through `change`; everything else stays. */
export type MapTexts<C> = (content: C, change: Change) => C;

/** One object's texts, by field name; `change` gives the new value of every listed field. */
export function mapFields<T extends Record<string, unknown>>(
  object: T,
  kinds: Partial<Record<keyof T & string, ContentText['kind']>>,
  about: { path: string; place: Place; row?: number },
  change: Change,
): T {
  const changed: Record<string, string> = {};
  for (const [field, kind] of Object.entries(kinds) as [string, ContentText['kind']][]) {
    const text = object[field];
    if (typeof text === 'string') changed[field] = change({ ...about, path: `${about.path}.${field}`, text, kind });
  }
  return { ...object, ...changed };
}

export function textsIn<C>(mapTexts: MapTexts<C>, content: C): ContentText[] {
  const texts: ContentText[] = [];
  mapTexts(content, (text) => {
    texts.push(text);
    return text.text;
  });
  return texts;
}

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
export function mendTexts<C>(mapTexts: MapTexts<C>, content: C): { content: C; changes: CharacterChange[] } {
  const changes: CharacterChange[] = [];
  const mended = mapTexts(content, (text) => {
    const after = mendText(text);
    if (after !== text.text) changes.push({ path: text.path, before: text.text, after });
    return after;
  });
  return { content: mended, changes };
}

/** Whatever was typed, with every text in it changed: also what is no printed text, such as a date. */
export function everyText<T>(value: T, change: (text: string) => string): T {
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return change(part);
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(value) as T;
}
