// Characters in every text of a kind: what can be mended by rote is offered, what cannot is named with its place.
import { allowedCharacters, meantBy } from '../../registrations/character-set.ts';
import type { Place } from '../finding.ts';
import type { Content, Facts } from './content.ts';
import { type Hit, type Rule, ruleOf } from './rule.ts';
import { type ContentText, isPlain, type MapTexts, mendText, textsIn } from './texts.ts';

type Found = { character: string; at: number };

/** `「髙」(U+9AD9、3文字目)`: the first few, since one text may hold many. */
function nameThem(found: readonly Found[]): { ja: string; en: string } {
  const first = found.slice(0, 5);
  const code = (character: string): string =>
    `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const more = found.length > first.length;
  return {
    ja:
      first.map(({ character, at }) => `「${character}」(${code(character)}、${at}文字目)`).join('') +
      (more ? 'など' : ''),
    en:
      first.map(({ character, at }) => `"${character}" (${code(character)}, character ${at})`).join(', ') +
      (more ? ' and more' : ''),
  };
}

function hitAt({ path, place, row }: ContentText, ja: string, en: string): Hit {
  return { path, place, ...(row === undefined ? {} : { row }), ja, en };
}

function charactersWhere(text: string, test: (character: string) => boolean): Found[] {
  return Array.from(text, (character, index) => ({ character, at: index + 1 })).filter(({ character }) =>
    test(character),
  );
}

const isNumber = (text: string): boolean => /^\s*\d[\d,.]*\s*$/.test(text);

/** Control characters, and in all boxes but the marks whatever is neither allowed nor mended by rote. */
function isRefused(character: string, kind: ContentText['kind']): boolean {
  if (character === '\n' || character === '\r') return false;
  if (kind === 'marks') return character !== '\t' && /\p{Cc}/u.test(character);
  return !allowedCharacters.has(character) && meantBy(character) === undefined;
}

type Way<C> = { mapTexts: MapTexts<C>; box: Place; source: string };

function eachText<C>({ mapTexts }: Way<C>, content: C, find: (text: ContentText) => Hit | undefined): Hit[] {
  return textsIn(mapTexts, content).flatMap((text) => {
    const hit = isPlain(text) ? undefined : find(text);
    return hit === undefined ? [] : [hit];
  });
}

function mendable<C extends Content>(way: Way<C>): Rule<C, Facts> {
  return ruleOf<C, Facts>({
    name: 'characters-mendable',
    box: way.box,
    level: 'block',
    fixed: true,
    source: way.source,
    find: (content) =>
      eachText(way, content, (text) => {
        const mended = mendText(text);
        if (mended === text.text) return undefined;
        return isNumber(mended)
          ? hitAt(
              text,
              `「${text.text}」は半角で「${mended}」と入力してください。`,
              `Type "${text.text}" as "${mended}".`,
            )
          : hitAt(
              text,
              `全角文字や特殊な引用符・空白などがあります。「${mended}」に置き換えてください。`,
              `There are full-width or typographic characters. Replace by "${mended}".`,
            );
      }),
  });
}

function allowed<C extends Content>(way: Way<C>): Rule<C, Facts> {
  return ruleOf<C, Facts>({
    name: 'characters-allowed',
    box: way.box,
    level: 'block',
    fixed: true,
    source: way.source,
    find: (content) =>
      eachText(way, content, (text) => {
        const found = charactersWhere(text.text.normalize('NFC'), (character) => isRefused(character, text.kind));
        if (found.length === 0) return undefined;
        const named = nameThem(found);
        return hitAt(
          text,
          `使えない文字があります: ${named.ja}。英語(必要なときは仏語・西語)の文字に直してください。`,
          `These characters cannot be used here: ${named.en}. Write in English (French or Spanish where required).`,
        );
      }),
  });
}

function drawn<C extends Content>(way: Way<C>): Rule<C, Facts> {
  return ruleOf<C, Facts>({
    name: 'characters-drawn',
    box: way.box,
    level: 'block',
    fixed: true,
    source: way.source,
    find: (content, { missingGlyphs }) => {
      if (missingGlyphs === undefined) return [];
      return eachText(way, content, (text) => {
        const missing = new Set(missingGlyphs(text.text));
        const found = charactersWhere(
          text.text.normalize('NFC'),
          (character) => missing.has(character) && character !== '\n' && !isRefused(character, text.kind),
        );
        if (found.length === 0) return undefined;
        const named = nameThem(found);
        return hitAt(
          text,
          `印刷できない文字があります: ${named.ja}。別の文字に直してください。`,
          `These characters cannot be printed: ${named.en}. Use others.`,
        );
      });
    },
  });
}

/** @param of.box where the rules belong in the order of the paper; what they find names its own place */
export const characterRules = <C extends Content>(
  mapTexts: MapTexts<C>,
  { box, source, drawnSource }: { box: Place; source: string; drawnSource: string },
): Record<'charactersMendable' | 'charactersAllowed' | 'charactersDrawn', Rule<C, Facts>> => ({
  charactersMendable: mendable({ mapTexts, box, source }),
  charactersAllowed: allowed({ mapTexts, box, source }),
  charactersDrawn: drawn({ mapTexts, box, source: drawnSource }),
});
