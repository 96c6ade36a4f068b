// Boxes 9 and 10: who declares and who certifies. Only on the last sheet.
import type { Artifact, Figure, Inside, Tagged, TextRun } from '../../../paper/page.ts';
import { line } from '../../../paper/page.ts';
import { pngSize } from '../../../paper/png.ts';
import { breakLines, type TextStyle } from '../../../paper/text.ts';
import type { BoxFit } from '../content.ts';
import type { Emblem, Imprint, Issued, Printed } from '../imprint.ts';
import { printedDate } from '../printed-date.ts';
import type { OriginContent } from './content.ts';
import { boxLines } from './sheet-boxes.ts';
import { label, titleFit } from './sheet-frame.ts';
import {
  boxes,
  contentStyle,
  hairline,
  inks,
  labelHeight,
  pad,
  pitch,
  placeLines,
  strongStyle,
  wordingLines,
  wordingPitch,
  wordingStyle,
  written,
} from './sheet-layout.ts';
import type { OriginWording } from './wording.ts';

type SignedBox = '9' | '10';
type Styled = { text: string; style: TextStyle };

/** Baselines from the top of box 9 and 10: of the wording, of the first line below it, and of the last line. */
const wordingTop = labelHeight + 2.8;
const blockTop = wordingTop + wordingLines * wordingPitch + 1.9;
const blockEnd = boxes['9'].height - 2.2;
const linesInBlock = Math.floor((blockEnd - blockTop) / pitch) + 1;
const signerLines = 3; // in box 9, so that the signature keeps its height
const sealSide = 27;
const roomBesideSeal = boxes['10'].width - 2 * pad - sealSide - 2;
const fullWidth = boxes['9'].width - 2 * pad;

const brokenTo = (width: number, text: string, style: TextStyle): Styled[] =>
  breakLines(text.trim(), width, style).map((each) => ({ text: each, style }));

const signerOf = (person: { name: string; title: string } | undefined, width: number): Styled[] => [
  ...brokenTo(width, person?.name ?? '', strongStyle),
  ...brokenTo(width, person?.title ?? '', contentStyle),
];

const wordingIn = (words: string): string[] => breakLines(words, fullWidth, wordingStyle);

/** How many printed lines a sentence takes in box 9 or 10, and how many there are: both boxes are as wide. */
export const wordingFit = (words: string): BoxFit => ({
  linesUsed: wordingIn(words).length,
  linesAllowed: wordingLines,
});

/** Lines of box 10 that are not the chamber's name or the certifier: number and date. */
const factLines = 2;

type ImprintPart = 'chamber.nameEn' | 'wording.declaration' | 'wording.certification' | 'signatory' | 'certifier';

/**
 * For what chamber and registration put on the sheet: how many printed lines it takes, and how many there are. Under
 * `certifier` are all the lines of box 10 below its wording.
 */
export function originImprintFit(imprint: Printed<OriginWording>): Record<ImprintPart, BoxFit> {
  const { wording, chamber, certifier, signatory } = imprint;
  const name = brokenTo(roomBesideSeal, chamber.nameEn, strongStyle).length;
  const certified = name + factLines + signerOf(certifier, roomBesideSeal).length;
  return {
    'chamber.nameEn': titleFit(chamber.nameEn),
    'wording.declaration': wordingFit(wording.declaration),
    'wording.certification': wordingFit(wording.certification),
    signatory: { linesUsed: signerOf(signatory, fullWidth).length, linesAllowed: signerLines },
    certifier: { linesUsed: certified, linesAllowed: linesInBlock },
  };
}

/** Throws an Error when an issued sheet would have print outside its box: such an imprint is refused where it is set up. */
export function mustFit(imprint: Issued<OriginWording>): void {
  for (const [part, { linesUsed, linesAllowed }] of Object.entries(originImprintFit(imprint))) {
    if (linesUsed > linesAllowed)
      throw new Error(`${part} takes ${linesUsed} lines, there is room for ${linesAllowed}`);
  }
}

function wordingOf(words: string, box: SignedBox): Tagged {
  const { x, y } = boxes[box];
  const lines = wordingIn(words).slice(0, wordingLines);
  const runs = lines.map((text, i) =>
    written(text, x + pad, y + wordingTop + i * wordingPitch, wordingStyle, inks.form),
  );
  return { role: 'P', inside: runs };
}

/** Lines from a baseline downwards, a paragraph each. */
const stacked = (lines: readonly Styled[], box: SignedBox, baseline: number): Tagged[] =>
  lines.map(({ text, style }, i) => {
    const run: TextRun = written(text, boxes[box].x + pad, boxes[box].y + baseline + i * pitch, style);
    return { role: 'P', inside: [run] };
  });

/** The baseline of the first of some lines that end at the foot of the box. */
const endingAtFoot = (lines: number): number => blockEnd - (lines - 1) * pitch;

type Space = { x: number; y: number; width: number; height: number };

/** As large as the space allows, its own shape kept, standing on the space's foot at its left. */
function emblem(what: Emblem, alt: string, space: Space): Figure {
  const size = what.kind === 'png' ? pngSize(what.png) : what.form.box;
  const scale = Math.min(space.width / size.width, space.height / size.height);
  const [width, height] = [size.width * scale, size.height * scale];
  const [x, y] = [space.x, space.y + space.height - height];
  if (what.kind === 'png')
    return { role: 'Figure', alt, inside: [{ kind: 'picture', x, y, width, height, png: what.png }] };
  const { box } = what.form;
  const placed = { kind: 'form', form: what.form, x: x - box.x * scale, y: y - box.y * scale, scale } as const;
  return { role: 'Figure', alt, inside: [placed] };
}

/** Box 9. The signature is the registered one of who submits; a specimen has none. */
export function declaration(content: OriginContent, imprint: Imprint<OriginWording>): Tagged {
  const { x, y, width } = boxes['9'];
  const place = boxLines('9', content)
    .flat()
    .map((text) => ({ text, style: contentStyle }));
  if (imprint.kind === 'issued' && place.length > placeLines)
    throw new Error(`box 9: place and date take ${place.length} lines`);
  const signer = signerOf(imprint.signatory, fullWidth).slice(0, signerLines);
  const rule = y + endingAtFoot(Math.max(2, signer.length)) - pitch;
  const ruled: Artifact = { role: 'Artifact', inside: [line(x + pad, rule, x + width * 0.72, rule, hairline)] };
  const signed: Figure[] = [];
  if (imprint.kind === 'issued' && imprint.signatory.signature !== undefined) {
    const top = y + blockTop + Math.max(0, place.length - 1) * pitch + 1.4;
    const space = { x: x + pad + 2, y: top, width: 60, height: rule - 0.3 - top };
    signed.push(emblem(imprint.signatory.signature, `Signature of ${imprint.signatory.name}`, space));
  }
  const inside: Inside[] = [
    label('9', imprint.wording),
    wordingOf(imprint.wording.declaration, '9'),
    ...stacked(place.slice(0, placeLines), '9', blockTop),
    ...signed,
    ruled,
    ...stacked(signer, '9', endingAtFoot(signer.length)),
  ];
  return { role: 'Sect', mark: 'box-9', inside };
}

/** Box 10: nothing but its wording on a specimen. */
export function certification(imprint: Imprint<OriginWording>): Tagged {
  const inside: Inside[] = [label('10', imprint.wording), wordingOf(imprint.wording.certification, '10')];
  if (imprint.kind === 'issued') inside.push(...certified(imprint));
  return { role: 'Sect', mark: 'box-10', inside };
}

function certified(imprint: Issued<OriginWording>): Inside[] {
  const { x, y, width, height } = boxes['10'];
  const facts = [
    ...brokenTo(roomBesideSeal, imprint.chamber.nameEn, strongStyle),
    { text: `No. ${imprint.number}`, style: contentStyle },
    { text: printedDate(imprint.date), style: contentStyle },
  ];
  const certifier = signerOf(imprint.certifier, roomBesideSeal);
  const lines = [...stacked(facts, '10', blockTop), ...stacked(certifier, '10', endingAtFoot(certifier.length))];
  if (imprint.seal === undefined) return lines;
  const space = { x: x + width - pad - sealSide, y: y + height - sealSide - 1, width: sealSide, height: sealSide };
  return [...lines, emblem(imprint.seal, `Seal of ${imprint.chamber.nameEn}`, space)];
}
