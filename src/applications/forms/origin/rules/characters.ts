// Characters in every box: what can be mended by rote is offered, what cannot is named with its place.

import { allowedCharacters, meantBy } from '../../../../registrations/character-set.ts';
import type { Hit } from '../../rule.ts';
import type { OriginContent } from '../content.ts';
import { type ContentText, textsOf } from './content-texts.ts';
import { isPlain, mendText } from './mend-characters.ts';
import { rule, tokyoGuide } from './rule.ts';

const source = tokyoGuide('記載についての注意事項②使用言語');

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

function eachText(content: OriginContent, find: (text: ContentText) => Hit | undefined): Hit[] {
  return textsOf(content).flatMap((text) => {
    const hit = isPlain(text) ? undefined : find(text);
    return hit === undefined ? [] : [hit];
  });
}

function charactersWhere(text: string, test: (character: string) => boolean): Found[] {
  return Array.from(text, (character, index) => ({ character, at: index + 1 })).filter(({ character }) =>
    test(character),
  );
}

const isNumber = (text: string): boolean => /^\s*\d[\d,.]*\s*$/.test(text);

export const charactersMendable = rule({
  name: 'characters-mendable',
  box: '7',
  level: 'block',
  source,
  find: (content) =>
    eachText(content, (text) => {
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

/** Control characters, and in all boxes but the marks whatever is neither allowed nor mended by rote. */
function isRefused(character: string, kind: ContentText['kind']): boolean {
  if (character === '\n' || character === '\r') return false;
  if (kind === 'marks') return character !== '\t' && /\p{Cc}/u.test(character);
  return !allowedCharacters.has(character) && meantBy(character) === undefined;
}

export const charactersAllowed = rule({
  name: 'characters-allowed',
  box: '7',
  level: 'block',
  source,
  find: (content) =>
    eachText(content, (text) => {
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

export const charactersDrawn = rule({
  name: 'characters-drawn',
  box: '7',
  level: 'block',
  source: '東京商工会議所「原産地証明:証明書の記載方法」第7欄(荷印は形・文字を問わない)',
  find: (content, { missingGlyphs }) => {
    if (missingGlyphs === undefined) return [];
    return eachText(content, (text) => {
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
