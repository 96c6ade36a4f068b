// 理由書: why there are more signatories than usual, and why a firm registers here whose office lies elsewhere.
import { bodyStyle, letterRight, runEnding, tagged } from '../../paper/letter.ts';
import { type Flowing, heading, paragraph, whole } from '../../paper/letter-flow.ts';
import type { PageModel } from '../../paper/page.ts';
import type { TextStyle } from '../../paper/text.ts';
import { signatoriesWithoutReasons } from '../content.ts';
import { staying } from '../procedures/content-rules.ts';
import { paperNames } from '../procedures/paper-names.ts';
import type { LetterFacts } from './facts.ts';
import { documentTitle, letterPages, opening } from './letter-page.ts';
import { sender } from './sender.ts';

export const manySignatoriesTitle = documentTitle(paperNames.reasons_many_signatories);
export const outOfDistrictTitle = documentTitle(paperNames.reasons_out_of_district);

const large: TextStyle = { size: 11, face: 'regular' };
const pitch = 7.4;
/** So that short letters are sealed at the foot of the page. */
const signedFrom = 212;

export function manySignatoriesPages(facts: LetterFacts): PageModel[] {
  const { content } = facts;
  const count = staying(content).length;
  const lead = `貿易登録の署名者は、原則として${signatoriesWithoutReasons}名までと承知していますが、次の理由により${count}名の登録をお願いします。`;
  return reasonPages(facts, { paper: 'reasons_many_signatories', lead, reason: content.manySignatoriesReasonJa });
}

export function outOfDistrictPages(facts: LetterFacts): PageModel[] {
  const { content } = facts;
  const lead = '事業所が貴所の地区の外にありますが、次の理由により貴所での貿易登録をお願いします。';
  return reasonPages(facts, { paper: 'reasons_out_of_district', lead, reason: content.outOfDistrictReasonJa });
}

type Letter = {
  paper: 'reasons_many_signatories' | 'reasons_out_of_district';
  lead: string;
  reason: string;
};

function reasonPages(facts: LetterFacts, { paper, lead, reason }: Letter): PageModel[] {
  const { ja } = paperNames[paper];
  const blocks: Flowing[] = [
    ...opening(facts, { title: ja }),
    paragraph({ text: lead, style: large }, { gap: 9, pitch }),
    heading('理由', 8),
    paragraph({ text: tidy(reason), style: large }, { gap: 1, pitch }),
    { ...whole(6, 4, (top) => [tagged('P', runEnding('以上', letterRight, top + 4.4, bodyStyle))]), keepsNext: true },
    { ...sender(facts.content, 'representative', 10), notAbove: signedFrom },
  ];
  return letterPages(facts, ja, blocks);
}

/** Typed in a form's field: at most one empty line between paragraphs, none at the ends; nothing is a dash. */
const tidy = (text: string): string => text.trim().replace(/(\r\n|\r|\n)\s*(\r\n|\r|\n)\s*/g, '\n\n') || '—';
