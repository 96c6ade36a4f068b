// The sheets of a certificate whose text is the chamber's. Pure: the same input gives the same pages. Before the chamber has
// written its part a specimen shows where it will stand.
import { flow, type Part } from '../../../paper/letter-flow.ts';
import { type Artifact, a4, type PageModel, type Tagged } from '../../../paper/page.ts';
import { breakLines, squaresForMissing } from '../../../paper/text.ts';
import { toAnyone } from '../addressee-rules.ts';
import type { BoxFit } from '../content.ts';
import type { Imprint } from '../imprint.ts';
import { footOf } from '../sheet/foot.ts';
import {
  areaOf,
  framed,
  groundOf,
  labelIn,
  ruleAbove,
  ruleLeft,
  specimenMark,
  struckBoxes,
  title,
} from '../sheet/frame.ts';
import { clearBelow, contentStyle, labelHeight, pad, pitch } from '../sheet/measures.ts';
import * as signed from '../sheet/signed.ts';
import { endBlock, factsBlock, proseBlock, titleBlock } from '../sheet/text-blocks.ts';
import { continuation, textBox } from '../sheet/text-box.ts';
import { everyText } from '../texts.ts';
import type { ChamberMadeContent } from './content.ts';
import type { FittedBox } from './rules.ts';
import { bodyRoom, boxes } from './sheet-layout.ts';
import { type ChamberMadeWording, madeBoxes } from './wording.ts';

type SheetInput = { content: ChamberMadeContent; imprint: Imprint<ChamberMadeWording> };

const filled = (...parts: readonly string[]): string[] =>
  parts.map((part) => part.trim()).filter((part) => part !== '');
const linesOf = (...parts: readonly string[]): string[] => filled(...parts).flatMap((part) => part.split(/\r\n|\r|\n/));

/** What boxes 1 and 2 say: one entry for each line as typed, not yet broken to the box's width. */
export function boxText(box: FittedBox, { company, addressee }: ChamberMadeContent): string[] {
  if (box === '2' && addressee.form === 'anyone') return [toAnyone];
  const { name, address, country } = box === '1' ? company : addressee;
  return linesOf(name, address, country);
}

const boxLines = (box: FittedBox, content: ChamberMadeContent): string[][] =>
  boxText(box, content).map((one) => breakLines(one, boxes[box].width - 2 * pad, contentStyle));

const linesAllowed = (box: FittedBox): number => Math.floor((boxes[box].height - labelHeight - clearBelow) / pitch);

/** For each box that does not flow how many printed lines its content takes, and how many there are. */
export function chamberMadeBoxFit(content: ChamberMadeContent): Record<FittedBox, BoxFit> {
  const fitOf = (box: FittedBox): BoxFit => ({
    linesUsed: boxLines(box, content).flat().length,
    linesAllowed: linesAllowed(box),
  });
  return { '1': fitOf('1'), '2': fitOf('2') };
}

/** Said on a specimen only: an issued sheet without the chamber's part cannot exist. */
const yetToBeWritten = '(The chamber writes the text of the certificate here.)';

function bodyOf(content: ChamberMadeContent, wording: ChamberMadeWording): Part[][] {
  const { language, made } = content;
  const heading = language === 'en' ? [] : [titleBlock(wording.titles[language])];
  const facts = (made?.facts ?? []).map(({ name, value }) => ({ name, lines: linesOf(value) }));
  const blocks = [
    ...heading,
    proseBlock(made === undefined ? yetToBeWritten : made.text),
    ...(facts.length === 0 ? [] : [factsBlock(facts.filter(({ lines }) => lines.length > 0))]),
  ];
  // The closing strokes do not go to a sheet of their own: the last line comes along.
  const kept = blocks.map((block, i) => (i === blocks.length - 1 ? { ...block, keepsNext: true } : block));
  return flow([...kept, endBlock], { top: bodyRoom.top, nextTop: bodyRoom.top, bottom: bodyRoom.bottom });
}

const rules: Artifact = framed([
  ...(['2', '3', '4', '5'] as const).map((box) => ruleAbove(boxes[box])),
  ruleLeft(boxes['5']),
]);

/** The boxes, `area-1` to `area-5`. */
const areas: readonly Artifact[] = madeBoxes.map((box) => areaOf(box, boxes[box]));

/**
 * All sheets in order, A4 upright. Throws an Error for an issued one that the chamber has written nothing on, or whose box
 * does not fit.
 */
export function chamberMadeSheets(input: SheetInput): PageModel[] {
  const { sheets, draw } = prepared(input);
  return Array.from({ length: sheets }, (_, sheet) => draw(sheet));
}

/** One sheet, numbered from 1, and how many there are: for a preview. Beyond the last it is the last. Throws as above. */
export function chamberMadeSheet(input: SheetInput, number: number): { page: PageModel; sheets: number } {
  const { sheets, draw } = prepared(input);
  return { page: draw(Math.min(Math.max(1, Math.trunc(number)), sheets) - 1), sheets };
}

/** What all sheets share is made once; `draw` counts from 0. */
function prepared({ content: asked, imprint }: SheetInput): { sheets: number; draw: (sheet: number) => PageModel } {
  const { wording } = imprint;
  const isIssued = imprint.kind === 'issued';
  if (isIssued) signed.mustFit(imprint);
  if (isIssued && asked.made === undefined) throw new Error('the chamber has written nothing on this certificate');
  // A draft is shown while it is typed, with squares where a character cannot be printed; what is issued has none.
  const content = isIssued ? asked : everyText(asked, squaresForMissing);
  const body = bodyOf(content, wording);
  const sheets = body.length;
  const ground = groundOf(imprint, wording.title);
  const specimenParts = isIssued ? [] : [specimenMark(), ...areas];
  const { labels } = wording;
  const firstStruck = struckBoxes(['1', '2'], { boxes, labels }, 'Boxes 1 and 2 are struck out on this sheet');
  const lastStruck = struckBoxes(['4', '5'], { boxes, labels }, 'Boxes 4 and 5 are struck out on this sheet');
  const made = (sheet: number): Tagged => ({
    role: 'Sect',
    mark: 'box-3',
    inside: [
      labelIn(boxes['3'], wording.labels['3']),
      ...(body[sheet] ?? []),
      ...continuation(boxes['3'], { sheet, sheets }, wording),
    ],
  });
  const draw = (sheet: number): PageModel => ({
    ...a4,
    parts: [
      ground,
      ...specimenParts,
      rules,
      title(imprint),
      ...(sheet === 0 ? parties(content, wording, isIssued) : [firstStruck]),
      made(sheet),
      ...(sheet === sheets - 1 ? certified(imprint) : [lastStruck]),
      footOf(imprint, sheet + 1, sheets),
    ],
  });
  return { sheets, draw };
}

const parties = (content: ChamberMadeContent, wording: ChamberMadeWording, mustFit: boolean): Tagged[] =>
  (['1', '2'] as const).map((name) =>
    textBox({
      ...{ box: boxes[name], name, label: wording.labels[name], mustFit },
      paragraphs: boxLines(name, content),
      linesAllowed: linesAllowed(name),
    }),
  );

/** Boxes 4 and 5: only on the last sheet. */
const certified = (imprint: Imprint<ChamberMadeWording>): Tagged[] => [
  signed.sentence({ label: imprint.wording.labels['4'], mark: 'box-4', words: imprint.wording.declaration }),
  signed.certification({ label: imprint.wording.labels['5'], mark: 'box-5' }, imprint),
];
