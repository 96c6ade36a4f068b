// 必要書類一覧: what to print, sign and seal, and what to bring from public offices; to be ticked off.
import {
  bodyStyle,
  letterInks,
  letterLeft,
  letterRun,
  oneLine,
  smallStyle,
  tagged,
  type Words,
} from '../../paper/letter.ts';
import { cellRows, type Flowing, heading, paragraph, whole } from '../../paper/letter-flow.ts';
import type { Cell, Column } from '../../paper/letter-table.ts';
import type { PageModel } from '../../paper/page.ts';
import { type Name, paperNames, procedureNames } from '../procedures/paper-names.ts';
import type { NeededPaper } from '../procedures/papers.ts';
import type { PaperKind } from '../procedures/procedure.ts';
import type { LetterFacts } from './facts.ts';
import { documentTitle, letterPages } from './letter-page.ts';
import { hasFirmSeal } from './sender.ts';

const name: Name = { ja: '必要書類一覧', en: 'Papers to hand in' };
export const papersListTitle = documentTitle(name);

/** Made here; the rest is issued by others. */
const ownPapers: readonly PaperKind[] = [
  ...(['oath_applicant', 'oath_agent', 'business_details', 'signature_sheet'] as const),
  ...(['reasons_many_signatories', 'reasons_out_of_district'] as const),
];

/** Of the papers that `papersNeeded` names. */
export function papersListPages(facts: LetterFacts, papers: readonly NeededPaper[]): PageModel[] {
  const own = papers.filter(({ kind }) => ownPapers.includes(kind));
  const issued = papers.filter(({ kind }) => !ownPapers.includes(kind));
  const blocks: Flowing[] = [
    ...title(facts),
    ...part('1. このシステムで印刷し、署名・押印するもの', 'To print, then to sign or seal', own, facts),
    ...part('2. 役所などで取り、添えるもの', 'To get from public offices, or to copy', issued, facts),
    ...handingIn(facts, papers),
  ];
  return letterPages(facts, name.ja, blocks);
}

function title({ content, procedure, chamber }: LetterFacts): Flowing[] {
  const kind = procedureNames[procedure.kind];
  const firm = oneLine(content.nameJa) || oneLine(content.nameEn);
  const about = [firm && `${firm} 御中`, `${oneLine(chamber.nameJa)} 貿易登録(${kind.ja}) / ${kind.en}`];
  const titled = whole(17, 0, (top) => [
    tagged(
      'H1',
      letterRun(name.ja, letterLeft, top + 9, { size: 19, face: 'medium' }),
      letterRun(name.en, letterLeft, top + 15.2, { size: 9.5, face: 'regular' }, letterInks.quiet),
    ),
  ]);
  return [titled, ...about.map((text, i) => paragraph({ text, style: bodyStyle }, { gap: i === 0 ? 4 : 0 }))];
}

const columns: Column[] = [
  { title: '済', width: 9 },
  { title: '書類 Paper', width: 66 },
  { title: '部数 Copies', width: 20 },
  { title: '留意すること Notes', width: 71 },
];
const nine = { size: 9.5, face: 'regular' } as const;

function part(ja: string, en: string, papers: readonly NeededPaper[], facts: LetterFacts): Flowing[] {
  if (papers.length === 0) return [];
  const rows = papers.map((paper) => rowOf(paper, facts));
  return [
    heading(ja, 6),
    { ...paragraph({ text: en, style: smallStyle, quiet: true }, { gap: -1.4 }), keepsNext: true },
    cellRows(columns, rows, 1.6),
  ];
}

function rowOf({ kind, signatoryKey, copies, maxAgeMonths }: NeededPaper, facts: LetterFacts): Cell[] {
  const person = facts.content.signatories.find(({ key }) => key === signatoryKey);
  const whose = person && oneLine(person.nameJa || person.nameEn);
  const age =
    maxAgeMonths === undefined
      ? []
      : [
          {
            ja: `原本。提出前${maxAgeMonths}か月以内に発行されたもの`,
            en: `Original, issued within ${maxAgeMonths} months before you hand it in`,
          },
        ];
  const advised = [...age, ...adviceOn(kind, facts)];
  return [
    [{ text: '□', style: { size: 13, face: 'regular' } }],
    [
      { text: paperNames[kind].ja + (whose === undefined ? '' : `  ${whose}`), style: { ...nine, face: 'medium' } },
      { text: paperNames[kind].en, style: smallStyle, quiet: true },
    ],
    [{ text: String(copies), style: nine }],
    advised.flatMap(({ ja, en }): Words[] => [
      { text: ja, style: { size: 9, face: 'regular' } },
      { text: en, style: { size: 7.5, face: 'regular' }, quiet: true },
    ]),
  ];
}

/** What to see to before a paper is handed in. */
function adviceOn(kind: PaperKind, { content }: LetterFacts): Name[] {
  const soleTrader = content.legalForm === 'sole_trader';
  const personal = { ja: '実印を押す', en: 'Registered personal seal' };
  const tradeSeals = hasFirmSeal(content)
    ? { ja: '屋号印(ある場合)と実印を押す', en: 'Trade-name seal, if any, and registered personal seal' }
    : personal;
  const both = soleTrader
    ? tradeSeals
    : { ja: '社印(角印)と、登録した代表者印を押す', en: "Company seal and the representative's registered seal" };
  const representative = soleTrader
    ? personal
    : { ja: '登録した代表者印を押す', en: "The representative's registered seal" };
  const advice: Partial<Record<PaperKind, Name>> = {
    oath_applicant: both,
    oath_agent: both,
    business_details: { ja: '内容を確かめる(押印は不要)', en: 'Check what it says; no seal' },
    signature_sheet: {
      ja: '枠の中に、ご本人がインクで署名する',
      en: 'Signed in the frame by that person, in ink',
    },
    reasons_many_signatories: representative,
    reasons_out_of_district: representative,
    proof_of_business: { ja: 'どちらか一つ', en: 'Either of them' },
    residence_card: {
      ja: '外国籍の方お一人につき1部、表と裏',
      en: 'One for each foreign person, both sides',
    },
    antique_licence: { ja: '中古品を輸出する方', en: 'Who exports used goods' },
  };
  const found = advice[kind];
  return found === undefined ? [] : [found];
}

function handingIn({ chamber }: LetterFacts, papers: readonly NeededPaper[]): Flowing[] {
  const certificate = papers.find(({ kind }) => kind === 'seal_certificate' || kind === 'personal_seal_certificate');
  const words = [
    ...(certificate === undefined ? [] : [`登録した印は、${paperNames[certificate.kind].ja}と照らし合わせます。`]),
    '印刷したあとで届け出る内容を改めたときは、書類を印刷し直してください。',
    '提出の方法(窓口・郵送)と受付時間は、商工会議所の案内をご覧ください。',
  ];
  const reach = [chamber.telephone && `電話 ${chamber.telephone}`, chamber.mail].filter(Boolean).join('   ');
  return [
    heading('提出の前に', 7),
    ...words.map((text) => paragraph({ text, style: nine }, { gap: 0.8, indent: 5, label: '・' })),
    paragraph(
      { text: `お問い合わせ  ${[oneLine(chamber.nameJa), oneLine(reach)].filter(Boolean).join('   ')}`, style: nine },
      { gap: 5 },
    ),
  ];
}
