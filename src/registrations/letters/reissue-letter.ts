// 管理者ID再発行届: a firm that has lost its administrator ID, and the mail address behind it, asks on paper for a new one.
import {
  bodyStyle,
  letterLeft,
  letterRight,
  letterRule,
  letterRun,
  linesOf,
  oneLine,
  tagged,
} from '../../paper/letter.ts';
import { type Flowing, heading, type Part, paragraph, whole } from '../../paper/letter-flow.ts';
import { line, type PageModel } from '../../paper/page.ts';
import type { TextStyle } from '../../paper/text.ts';
import type { LegalForm, RegistrationContent } from '../content.ts';
import { type Name, paperNames } from '../procedures/paper-names.ts';
import type { LetterChamber } from './facts.ts';
import { documentTitle, letterPages, opening } from './letter-page.ts';
import { sender } from './sender.ts';

export const reissueLetterName: Name = { ja: '管理者ID再発行届', en: 'Request to reissue the administrator ID' };
export const reissueLetterTitle = documentTitle(reissueLetterName);

export type ReissueLetterFacts = {
  chamber: LetterChamber;
  /** What the register holds of the firm; empty texts are lines to write on. */
  content: RegistrationContent;
  /** 貿易登録番号 and 管理者ID; empty: written by hand. */
  number: string;
  administratorId: string;
  /** The day that the letter bears, YYYY-MM-DD in Japan; empty: written by hand. */
  today: string;
};

const large: TextStyle = { size: 11, face: 'regular' };
const pitch = 6.8;
const label: TextStyle = { size: 9, face: 'regular' };
const valueX = letterLeft + 46;
/** High enough to write in. */
const rowHeight = 8.6;

/** One page, also where everything is filled in by hand. */
export function reissueLetterPages(facts: ReissueLetterFacts): PageModel[] {
  const { content, number, administratorId } = facts;
  const lead =
    '貿易登録の管理者IDが使えなくなったため、次のとおり再発行を届け出ます。再発行と同時に現在の管理者IDが終了し、以後は使えなくなることに同意します。';
  const blocks: Flowing[] = [
    ...opening(facts, { title: reissueLetterName.ja, gap: 5 }),
    paragraph({ text: lead, style: large }, { gap: 5, pitch }),
    fillRow('貿易登録番号', number, 3),
    fillRow('現在の管理者ID', administratorId),
    fillRow('再発行の理由', '□ パスワードもメールアドレスも使えない   □ 連絡担当者の退職・異動   □ その他'),
    fillRow('', ''),
    heading('新しい連絡担当者', 4),
    ...['部署', '氏名', '英文氏名', '電話番号', 'メールアドレス'].map((name) => fillRow(name, '')),
    heading('添付する書類', 4),
    paragraph({ text: attached(content.legalForm), style: bodyStyle }, { gap: 0, indent: 5, label: '□' }),
    paragraph(
      {
        text: '新しい管理者IDは、新しい貿易登録証に記載します。パスワードを決めるためのご案内は、上のメールアドレスにお送りします。',
        style: { size: 9, face: 'regular' },
        quiet: true,
      },
      { gap: 2 },
    ),
    { ...sender(content, 'both', 6), notAbove: signedFrom },
  ];
  const about = number === '' ? '貿易登録 管理者IDの再発行' : `貿易登録 管理者IDの再発行  貿易登録番号 ${number}`;
  return letterPages({ ...facts, about }, reissueLetterName.ja, blocks);
}
/** So that it is sealed at the foot of the page. */
const signedFrom = 220;

function attached(legalForm: LegalForm | ''): string {
  const recent = '発行から3か月以内の原本 1通';
  const [seal, personal] = [paperNames.seal_certificate.ja, paperNames.personal_seal_certificate.ja];
  if (legalForm === '') return `${seal}(個人事業主は${personal})  ${recent}`;
  return `${legalForm === 'corporation' ? seal : personal}  ${recent}`;
}

/** A label, and what is known or a line to write on. */
function fillRow(name: string, value: string, gap = 0): Flowing {
  const text = oneLine(value);
  return whole(rowHeight, gap, (top): Part[] => {
    const base = top + 6;
    const [shown = ''] = linesOf(text, letterRight - valueX - 2, label);
    const runs = [
      ...(name === '' ? [] : [letterRun(name, letterLeft + 2, base, label)]),
      ...(shown === '' ? [] : [letterRun(shown, valueX + 2, base, number(name) ? bodyStyle : label)]),
    ];
    const under = line(name === '' ? valueX : letterLeft, top + rowHeight, letterRight, top + rowHeight, letterRule);
    return [...(runs.length === 0 ? [] : [tagged('P', ...runs)]), { role: 'Artifact', inside: [under] }];
  });
}

const number = (name: string): boolean => name !== '再発行の理由';
