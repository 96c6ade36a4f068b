// 署名届: the sheet on which a signatory signs, to be printed, signed and scanned. Grey and black only, so that the scan's one
// colour is the signature; frame and corner marks lie where the reader of the scan looks for them (../letters-frame).
import {
  bodyStyle,
  letterLeft,
  letterRight,
  letterRun,
  letterWidth,
  linesOf,
  oneLine,
  pitchOf,
  runEnding,
  shrunk,
  smallStyle,
  tagged,
} from '../../paper/letter.ts';
import type { Part } from '../../paper/letter-flow.ts';
import { type Artifact, type Ink, line, type PageModel, rectangle, type Tagged } from '../../paper/page.ts';
import type { TextStyle } from '../../paper/text.ts';
import type { ContentSignatory } from '../content.ts';
import { cornerMarks, signatureFrame } from '../letters-frame.ts';
import { needsSignatures, staying } from '../procedures/content-rules.ts';
import { paperNames } from '../procedures/paper-names.ts';
import type { LetterFacts } from './facts.ts';
import { documentTitle, sheet } from './letter-page.ts';

export const signatureSheetTitle = documentTitle(paperNames.signature_sheet);

const black: Ink = '#000000';
const grey: Ink = '#595959';
const pale: Ink = '#8c8c8c';

/** Who signs a sheet: nobody for 代行業者, and not who is registered without a signature or leaves. */
export const sheetSigners = ({ content }: LetterFacts): ContentSignatory[] =>
  needsSignatures(content) ? staying(content).filter(({ withoutSignature }) => !withoutSignature) : [];

/** One page. */
export function signatureSheetPages(facts: LetterFacts, signatory: ContentSignatory): PageModel[] {
  const parts: Part[] = [...head(facts), ...person(signatory), ...signHere(), ...below(facts)];
  return [sheet(parts, facts, `${paperNames.signature_sheet.ja}  1 / 1`, grey)];
}

function head({ chamber }: LetterFacts): Part[] {
  const to = shrunk(`${oneLine(chamber.nameJa)} 会頭 殿`, 84, bodyStyle, { lines: 1, sizes: [9, 8] });
  const lines = linesOf(to.text, 84, to.style);
  return [
    tagged(
      'H1',
      letterRun('署名届', letterLeft, 28, { size: 20, face: 'medium', spacing: 1.6 }, black),
      letterRun('Specimen signature notification', letterLeft, 33.8, { size: 9, face: 'regular' }, grey),
    ),
    tagged('P', ...lines.map((one, i) => runEnding(one, letterRight, 28 + i * pitchOf(to.style), to.style, black))),
    tagged(
      'P',
      letterRun(
        '次の署名を、貿易関係証明の申請に用いる署名として届け出ます。',
        letterLeft,
        42,
        { size: 9.5, face: 'regular' },
        black,
      ),
    ),
  ];
}

const labelStyle: TextStyle = { size: 8.5, face: 'regular' };
const valueX = letterLeft + 42;
const valueWidth = letterRight - valueX;
const personTop = 45.5;

/** The registered name as signed, and the title: between the head and the frame. */
function person({ nameJa, nameEn, titleJa, titleEn }: ContentSignatory): Part[] {
  const title = [titleJa, titleEn].map(oneLine).filter(Boolean).join(' / ');
  const rows = [
    { ja: '氏名', en: 'Name', text: oneLine(nameJa), style: { size: 12, face: 'medium' } as const },
    {
      ja: '英文氏名',
      en: 'Name in English, in full',
      text: oneLine(nameEn),
      style: { size: 14, face: 'medium' } as const,
    },
    { ja: '役職', en: 'Title', text: title || '—', style: bodyStyle },
  ];
  let y = personTop;
  const rules = [line(letterLeft, y, letterRight, y, { ink: pale, width: 0.2 })];
  const cells = rows.map(({ ja, en, text, style: wanted }) => {
    const { style } = shrunk(text, valueWidth, wanted, { lines: 1, sizes: [11, 9, 8] });
    const lines = linesOf(text, valueWidth, style);
    const base = y + (lines.length > 1 ? 4 : 6.2);
    const name = [
      letterRun(ja, letterLeft, y + 4.4, labelStyle, black),
      letterRun(en, letterLeft, y + 8, { ...labelStyle, size: 7 }, grey),
    ];
    const value = lines.map((one, i) => letterRun(one, valueX, base + i * pitchOf(style), style, black));
    y += Math.max(10, 3.4 + lines.length * pitchOf(style));
    rules.push(line(letterLeft, y, letterRight, y, { ink: pale, width: 0.2 }));
    return tagged('TR', tagged('TH', ...name), tagged('TD', ...value));
  });
  return [{ role: 'Artifact', inside: rules }, tagged('Table', ...cells)];
}

/** Inside the frame nothing but the signature, between the marks nothing but the frame. */
function signHere(): Part[] {
  const { x, y, width, height } = signatureFrame;
  const { side, centres } = cornerMarks;
  const marks: Artifact = {
    role: 'Artifact',
    inside: [
      rectangle(x, y, width, height, { stroke: { ink: grey, width: 0.35 } }),
      ...centres.map((at) => rectangle(at.x - side / 2, at.y - side / 2, side, side, { fill: black })),
    ],
  };
  const words: Tagged = tagged(
    'P',
    letterRun(
      '枠の中に、ご本人がインクのペンで署名してください。',
      signatureFrame.x,
      94.4,
      { size: 10.5, face: 'medium' },
      black,
    ),
    letterRun('Sign inside the frame, by your own hand, in ink.', signatureFrame.x, 98.4, smallStyle, grey),
  );
  return [marks, words];
}

const notes = [
  [
    'A4の白い紙に、片面、黒一色で、拡大も縮小もせずに印刷してください。',
    'Print on white A4 paper, one side, in black, at 100 %.',
  ],
  [
    '枠線や四隅の黒い印に、署名が掛からないようにしてください。',
    'Keep the signature clear of the frame and of the black squares.',
  ],
  [
    '署名のほかには、何も書かず、印も押さないでください。署名のほかに色があると、読み取れません。',
    'Write nothing else and do not stamp: any colour but the signature spoils the reading.',
  ],
  [
    '消せるペンや鉛筆は使わないでください。書き損じたときは、新しい用紙に書いてください。',
    'No pencil, no erasable pen. After a slip, take a fresh sheet.',
  ],
  [
    '署名は、お一人に一つです。インボイスにも、同じ署名をお使いください。',
    'One signature for each person: use the same one on your invoices.',
  ],
] as const;

function below({ content }: LetterFacts): Part[] {
  const noteParts = notes.map(([ja, en], i) => {
    const y = 172 + i * 10.2;
    return tagged(
      'P',
      letterRun(`${i + 1}.`, letterLeft, y, { size: 9.5, face: 'regular' }, black),
      letterRun(ja, letterLeft + 6, y, { size: 9.5, face: 'regular' }, black),
      letterRun(en, letterLeft + 6, y + 3.9, { size: 7.5, face: 'regular' }, grey),
    );
  });
  const firm = [content.nameJa, content.nameEn].map(oneLine).filter(Boolean);
  let y = 235;
  const names = firm.map((text, i) => {
    const { style } = shrunk(
      text,
      letterWidth - 42,
      i === 0 ? { size: 11, face: 'medium' } : { size: 9.5, face: 'regular' },
      { sizes: [9, 8] },
    );
    const runs = linesOf(text, letterWidth - 42, style).map((one) => {
      y += pitchOf(style);
      return letterRun(one, valueX, y, style, black);
    });
    return tagged('P', ...runs);
  });
  const label = tagged(
    'P',
    letterRun('登録する者', letterLeft, 235 + 5, labelStyle, black),
    letterRun('Firm', letterLeft, 235 + 8.6, { ...labelStyle, size: 7 }, grey),
  );
  const ruled: Artifact = {
    role: 'Artifact',
    inside: [line(letterLeft, 234, letterRight, 234, { ink: pale, width: 0.2 })],
  };
  return [...noteParts, ruled, label, ...names];
}
