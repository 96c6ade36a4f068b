// What only a letter of credit, the buyer's instruction or a consulate may ask for.
import { type Hit, hitIf } from '../../rule.ts';
import { textsIn } from '../../texts.ts';
import type { OriginContent } from '../content.ts';
import { mapTexts } from './content-texts.ts';
import { rule, tokyoGuide } from './rule.ts';

/** Whether something stands in it that must have been demanded. */
export const isDemanded = ({ demand }: OriginContent): boolean =>
  demand !== undefined && (demand.language !== '' || demand.struckOut.length > 0);

/** Letters of French and Spanish that no English word has. A name keeps its own, whatever the language. */
const foreignLetter = /[À-ÖØ-öø-ÿŒœŸ¿¡]/;
const isProse = (path: string): boolean =>
  path === 'others' || path.startsWith('remarks.') || /^goods\.\d+\.(?:description|packageKind)$/.test(path);

export const languageChosen = rule({
  name: 'language-chosen',
  box: '7',
  level: 'warn',
  source: tokyoGuide('記載についての注意事項②使用言語'), // 「信用状や領事館の要求がある場合は仏語・西語も可」
  find: (content) => {
    if (content.demand !== undefined && content.demand.language !== '') return [];
    return textsIn(mapTexts, content).flatMap(({ path, place, row, text }): Hit[] => {
      const letter = isProse(path) ? foreignLetter.exec(text)?.[0] : undefined;
      return hitIf(
        letter !== undefined,
        path,
        `英語にない文字(${letter})があります。仏語・西語で書くときは、記載の言語を選び、それを求める信用状などを添付してください。`,
        `There is a letter that English does not have (${letter}). To write in French or Spanish, choose the language and attach the letter of credit or the like that demands it.`,
      ).map((hit) => ({ ...hit, place, ...(row === undefined ? {} : { row }) }));
    });
  },
});
