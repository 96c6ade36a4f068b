// 誓約書, one for each part that the firm takes. Its four points are those of the Osaka CCI's; the sentences are ours.
import { dayText } from '../../lib/day-text.ts';
import { bodyStyle, smallStyle, type Words } from '../../paper/letter.ts';
import { type Flowing, paragraph } from '../../paper/letter-flow.ts';
import type { PageModel } from '../../paper/page.ts';
import type { TextStyle } from '../../paper/text.ts';
import { firmKindNames, paperNames } from '../procedures/paper-names.ts';
import type { LetterFacts } from './facts.ts';
import { documentTitle, letterPages, opening } from './letter-page.ts';
import { sender } from './sender.ts';

export type OathPart = 'applicant' | 'agent';

export const oathTitle = (part: OathPart): string => documentTitle(paperNames[`oath_${part}`]);

/** 申請者かつ代行業者 swears one of each. */
export const oathParts = ({ content }: LetterFacts): OathPart[] =>
  (['applicant', 'agent'] as const).filter((part) => content.kind === part || content.kind === 'both');

const large: TextStyle = { size: 11, face: 'regular' };
const pitch = 7.4;

/** The pledge in one part: one page, with names and addresses of usual length. */
export function oathPages(facts: LetterFacts, part: OathPart): PageModel[] {
  const { content } = facts;
  const we = content.legalForm === 'sole_trader' ? '私' : '当社';
  const clauses = clausesOf(part, we).map((text, i) =>
    paragraph({ text, style: large }, { gap: 3.6, indent: 8, pitch, label: `${i + 1}.` }),
  );
  const lead = `${we}は、貿易関係証明の${firmKindNames[part].ja}として貴所に登録するにあたり、次のとおり誓約します。`;
  const blocks: Flowing[] = [
    ...opening(facts, { title: '誓約書', below: `(${firmKindNames[part].ja})` }),
    paragraph({ text: lead, style: large }, { gap: 9, pitch }),
    ...clauses.map((clause, i) => (i === 0 ? { ...clause, gap: 6 } : clause)),
    ...rulesAgreed(facts),
    ...(content.foreignNational ? translation(part) : []),
    { ...sender(content, 'both', 10), notAbove: signedFrom },
  ];
  return letterPages(facts, paperNames[`oath_${part}`].ja, blocks);
}
/** So that short pledges are sealed at the foot of the page. */
const signedFrom = 212;

function clausesOf(part: OathPart, we: string): string[] {
  const whom = firmKindNames[part].ja;
  const about = part === 'applicant' ? '申請および交付を受けた証明' : '代行した申請およびその証明';
  return [
    '登録にあたって届け出る事項および提出する書類の記載は、すべて真実かつ正確です。',
    `下記の規程に同意し、これを守る${whom}として登録を受けます。`,
    `${about}について紛争が生じたときは、貴所の定めに従い、${we}が一切の責任を負って解決します。`,
    part === 'applicant'
      ? '代行業者に申請を行わせるときは、認証規程を守らせます。'
      : '申請者に代わる申請では認証規程を守り、これに従事する者にも守らせます。',
  ];
}

/** As the chamber names the edition; a day is written as a day. */
const edition = (version: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(version) ? dayText.ja(version) : version);

function rulesAgreed({ procedure }: LetterFacts): Flowing[] {
  const line = (text: string, gap: number): Flowing =>
    paragraph({ text, style: { ...bodyStyle, size: 9.5 } }, { gap, indent: 8, pitch: 5.6 });
  return [
    paragraph({ text: '同意した規程', style: { size: 9.5, face: 'medium' } }, { gap: 8, indent: 8, pitch: 5.6 }),
    line('商工会議所原産地証明書等貿易関係書類認証規程(認証規程)', 0),
    line('商工会議所貿易関係証明罰則規程(罰則規程)', 0),
    line(`規程の版: ${edition(procedure.rulesVersion)}`, 0),
  ];
}

/** For a representative who reads English better: what is sworn is the Japanese above. */
function translation(part: OathPart): Flowing[] {
  const whom = part === 'applicant' ? 'an applicant' : 'an agent';
  const quiet = (text: string): Words => ({ text, style: smallStyle, quiet: true });
  const points = [
    'All that is stated in the registration and in its papers is true and exact.',
    `We register as ${whom} who agrees to the rules named above and keeps them.`,
    "Disputes about what we apply for are settled by the chamber's terms and are fully our responsibility.",
    part === 'applicant'
      ? 'We make every agent who applies for us keep the Certification Regulations.'
      : 'When we apply for others, we and our staff keep the Certification Regulations.',
  ];
  return [
    paragraph(quiet('Translation for reference (参考訳). The Japanese text is what is sworn.'), { gap: 6 }),
    ...points.map((text, i) => paragraph(quiet(text), { gap: 0.4, indent: 5, label: `${i + 1}.` })),
  ];
}
