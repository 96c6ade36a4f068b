// The sheet that all letters of a procedure share: day, addressee and title above, whose procedure it is at the foot.
import { dayText } from '../../lib/day-text.ts';
import {
  bodyStyle,
  letterInks,
  letterLeft,
  letterRight,
  letterRule,
  letterRun,
  linesOf,
  oneLine,
  pitchOf,
  runCentred,
  runEnding,
  shrunk,
  tagged,
} from '../../paper/letter.ts';
import { type Flowing, flow, type Part, whole } from '../../paper/letter-flow.ts';
import { type Artifact, a4, type Ink, line, type PageModel } from '../../paper/page.ts';
import { type TextStyle, widthOf } from '../../paper/text.ts';
import { type Name, procedureNames } from '../procedures/paper-names.ts';
import type { LetterFacts } from './facts.ts';

/** What stands around a letter. `about`: what it is about, where that is no procedure. `today` empty: the day is written by hand. */
export type SheetFacts = Pick<LetterFacts, 'chamber' | 'today'> & (Pick<LetterFacts, 'procedure'> | { about: string });

const room = { top: 20, nextTop: 20, bottom: 272 } as const;
const foot = { rule: 277, first: 281.4, second: 285.2 } as const;
const footStyle: TextStyle = { size: 7.5, face: 'regular' };
/** Long titles are set closer. */
const titleStyle = (title: string): TextStyle => ({ size: 20, face: 'medium', spacing: title.length > 6 ? 0.6 : 2.4 });
const middle = a4.width / 2;

/** Blocks on as many pages as they take. `name` stands at the foot of each beside its number. */
export function letterPages(facts: SheetFacts, name: string, blocks: readonly Flowing[]): PageModel[] {
  const pages = flow(blocks, room);
  return pages.map((parts, i) => sheet(parts, facts, `${name}  ${i + 1} / ${pages.length}`));
}

/** One page with its foot. */
export const sheet = (
  parts: readonly Part[],
  facts: SheetFacts,
  name: string,
  ink: Ink = letterInks.quiet,
): PageModel => ({
  ...a4,
  parts: [...parts, ...footOf(facts, name, ink)],
});

/** A scan of one sheet must tell to which case it belongs. */
function footOf(facts: SheetFacts, name: string, ink: Ink): Part[] {
  const { chamber, today } = facts;
  const ruled: Artifact = {
    role: 'Artifact',
    inside: [line(letterLeft, foot.rule, letterRight, foot.rule, { ...letterRule, ink })],
  };
  const made = today === '' ? '' : `${dayText.ja(today)} 作成`;
  const to = cutTo(`${chamber.code} ${oneLine(chamber.nameJa)}`, 130);
  const words = tagged(
    'P',
    letterRun(caseOf(facts), letterLeft, foot.first, footStyle, ink),
    runEnding(name, letterRight, foot.first, footStyle, ink),
    letterRun(to, letterLeft, foot.second, footStyle, ink),
    runEnding(made, letterRight, foot.second, footStyle, ink),
  );
  return [ruled, words];
}

const caseOf = (facts: SheetFacts): string =>
  'about' in facts
    ? facts.about
    : `貿易登録 ${procedureNames[facts.procedure.kind].ja}  受付番号 ${facts.procedure.number}`;

/** One line at the foot; the name stands in full above. */
function cutTo(text: string, width: number): string {
  const [first = '', ...rest] = linesOf(text, width - widthOf('…', footStyle), footStyle);
  return rest.length === 0 ? first : `${first}…`;
}

/** `below`: in brackets under the title. `gap`: clear above it, millimetres. */
export type Opening = { title: string; below?: string; gap?: number };

/** Day at the right, addressee at the left, title in the middle. */
export function opening(facts: Pick<SheetFacts, 'chamber' | 'today'>, { title, below, gap = 13 }: Opening): Flowing[] {
  const name = shrunk(oneLine(facts.chamber.nameJa), 120, { size: 13, face: 'medium' }, { sizes: [10.5, 8] });
  const lines = linesOf(name.text, 120, name.style);
  const pitch = pitchOf(name.style);
  const day = facts.today === '' ? '年      月      日' : dayText.ja(facts.today);
  const addressee = whole(7 + lines.length * pitch + 7, 0, (top) => [
    tagged('P', runEnding(day, letterRight, top + 4, bodyStyle)),
    tagged(
      'P',
      ...lines.map((one, i) => letterRun(one, letterLeft, top + 11 + i * pitch, name.style)),
      letterRun('会頭 殿', letterLeft, top + 11 + lines.length * pitch, { size: 13, face: 'medium' }),
    ),
  ]);
  const titled = whole(below === undefined ? 11 : 16, gap, (top) => [
    tagged(
      'H1',
      runCentred(title, middle, top + 7.5, titleStyle(title)),
      ...(below === undefined ? [] : [runCentred(below, middle, top + 14.5, bodyStyle)]),
    ),
  ]);
  return [addressee, titled];
}

/** `様式の名 English name` as a PDF's title. */
export const documentTitle = ({ ja, en }: Name): string => `${ja} ${en}`;
