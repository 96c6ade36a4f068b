// Who writes a letter, and where seals go: 社印(角印) and the registered seal of the representative; of a sole trader the
// seal of the 屋号, if there is one, and the registered seal of the person.
import {
  bodyStyle,
  letterInks,
  letterRight,
  letterRule,
  letterRun,
  linesOf,
  oneLine,
  pitchOf,
  runCentred,
  shrunk,
  tagged,
} from '../../paper/letter.ts';
import { type Flowing, type Part, whole } from '../../paper/letter-flow.ts';
import { circle, line, rectangle, type Shape } from '../../paper/page.ts';
import type { TextStyle } from '../../paper/text.ts';
import type { RegistrationContent } from '../content.ts';

const labelX = 38;
const valueX = 58;
/** 角印 are 21 to 24 mm wide, registered seals of a company 18, of a person up to 25 (most cities' rule). */
const square = 27;
const round = 25;
const squareX = letterRight - round - 5 - square;
const roundX = letterRight - round / 2;
const label: TextStyle = { size: 8.5, face: 'regular' };
const sealLabel: TextStyle = { size: 7, face: 'regular' };
const dotted = { ink: letterInks.quiet, width: 0.25, dash: [0.8, 0.9] };

type Line = { label: string; text: string; strong?: boolean; width: number };
export type Seals = 'both' | 'representative';

/** 住所, 商号 or 屋号, and the representative, the places for seals beside the names. Of one piece. */
export function sender(content: RegistrationContent, seals: Seals, gap: number): Flowing {
  const rows = senderLines(content, seals).map(shownLine);
  const heights = rows.map(({ lines, pitch }) => Math.max(1, lines.length) * pitch + 2.6);
  const names = heights.slice(1).reduce((sum, height) => sum + height, heights[0] ?? 0);
  const sealTop = heights[0] ?? 0;
  const height = Math.max(names, sealTop + square + 6);
  return whole(height, gap, (top) => {
    let y = top;
    const written = rows.map((row, i): Part => {
      const base = y + 4;
      y += heights[i] ?? 0;
      if (row.text === '') return toFill(row, base);
      return tagged(
        'P',
        letterRun(row.label, labelX, base, label, letterInks.quiet),
        ...row.lines.map((one, n) => letterRun(one, valueX, base + n * row.pitch, row.style)),
      );
    });
    return [...written, ...sealPlaces(content, seals, top + sealTop)];
  });
}

const wide = letterRight - valueX;

/** What nobody has typed is written by hand. */
const toFill = (row: Pick<Line, 'label' | 'width'>, base: number): Part =>
  tagged('P', letterRun(row.label, labelX, base, label, letterInks.quiet), {
    role: 'Artifact',
    inside: [line(valueX, base + 1.6, valueX + row.width, base + 1.6, letterRule)],
  });

function senderLines(content: RegistrationContent, seals: Seals): Line[] {
  const beside = (seals === 'both' && hasFirmSeal(content) ? squareX : roundX - round / 2) - 4 - valueX;
  const address = [content.postalCode && `〒${content.postalCode}`, content.addressJa].filter(Boolean).join('  ');
  const person = [content.representativeTitleJa, content.representativeNameJa].filter(Boolean).join('  ');
  const first: Line = { label: '住所', text: address, width: wide };
  if (content.legalForm === 'sole_trader') {
    const name = [content.representativeTitleJa, content.representativeNameJa || content.nameJa]
      .filter(Boolean)
      .join('  ');
    const trade: Line = { label: '屋号', text: content.tradeNameJa, width: beside, strong: true };
    return [
      first,
      ...(content.tradeNameJa === '' ? [] : [trade]),
      { label: '氏名', text: name, width: beside, strong: true },
    ];
  }
  const either = content.legalForm === '';
  return [
    first,
    { label: either ? '商号・屋号' : '商号', text: content.nameJa, width: beside, strong: true },
    { label: either ? '代表者氏名' : '代表者', text: person, width: beside, strong: true },
  ];
}

function shownLine({ label: name, text, width, strong }: Line) {
  const wanted: TextStyle = strong ? { size: 12, face: 'medium' } : bodyStyle;
  const { style } = shrunk(oneLine(text), width, wanted, { sizes: [10.5, 9, 8] });
  return { label: name, text, width, style, lines: linesOf(oneLine(text), width, style), pitch: pitchOf(style) };
}

/** A sole trader without a 屋号 has no seal but the person's own. */
export const hasFirmSeal = ({ legalForm, tradeNameJa }: RegistrationContent): boolean =>
  legalForm !== 'sole_trader' || tradeNameJa !== '';

/** Empty: a sheet that either fills in. */
const sealWords = {
  corporation: { firm: '社印(角印)', representative: '代表者印(登録した印)' },
  sole_trader: { firm: '屋号印(ある場合)', representative: '実印(登録した印)' },
  '': { firm: '社印・屋号印', representative: '登録した印' },
} as const;

function sealPlaces(content: RegistrationContent, seals: Seals, top: number): Part[] {
  const words = sealWords[content.legalForm];
  const base = top + square + 4;
  const places: Shape[] = [circle(roundX, top + square / 2, round / 2, { stroke: dotted })];
  const labels = [runCentred(words.representative, roundX, base, sealLabel, letterInks.quiet)];
  if (seals === 'both' && hasFirmSeal(content)) {
    places.push(rectangle(squareX, top, square, square, { stroke: dotted }));
    labels.unshift(runCentred(words.firm, squareX + square / 2, base, sealLabel, letterInks.quiet));
  }
  return [{ role: 'Artifact', inside: places }, tagged('P', ...labels)];
}
