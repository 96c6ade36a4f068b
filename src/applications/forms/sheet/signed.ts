// Who declares and who certifies: the two lower parts of the last sheet, the same on every kind of sheet.
import type { Artifact, Box, Figure, Inside, Tagged, TextRun } from '../../../paper/page.ts';
import { line } from '../../../paper/page.ts';
import { pngSize } from '../../../paper/png.ts';
import { breakLines, type TextStyle } from '../../../paper/text.ts';
import type { BoxFit } from '../content.ts';
import type { Emblem, Imprint, Issued, Printed } from '../imprint.ts';
import { printedDate } from '../printed-date.ts';
import { labelIn, titleFit } from './frame.ts';
import {
  certificationBox,
  contentStyle,
  declarationBox,
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
} from './measures.ts';

type Styled = { text: string; style: TextStyle };

/** Baselines from the top of either box: of the sentence, of the first line below it, and of the last line. */
const wordingTop = labelHeight + 2.8;
const blockTop = wordingTop + wordingLines * wordingPitch + 1.9;
const blockEnd = declarationBox.height - 2.2;
const linesInBlock = Math.floor((blockEnd - blockTop) / pitch) + 1;
const signerLines = 3; // of who declares, so that the signature keeps its height
const sealSide = 27;
const roomBesideSeal = certificationBox.width - 2 * pad - sealSide - 2;
const fullWidth = declarationBox.width - 2 * pad;

const brokenTo = (width: number, text: string, style: TextStyle): Styled[] =>
  breakLines(text.trim(), width, style).map((each) => ({ text: each, style }));

const signerOf = (person: { name: string; title: string } | undefined, width: number): Styled[] => [
  ...brokenTo(width, person?.name ?? '', strongStyle),
  ...brokenTo(width, person?.title ?? '', contentStyle),
];

const wordingIn = (words: string): string[] => breakLines(words, fullWidth, wordingStyle);

/** How many printed lines a sentence takes in either box, and how many there are: both boxes are as wide. */
export const wordingFit = (words: string): BoxFit => ({
  linesUsed: wordingIn(words).length,
  linesAllowed: wordingLines,
});

/** The sentences above both signatures. */
type Sentences = { declaration: string; certification: string };

/** Lines of the certification that are not the chamber's name or the certifier: number and date. */
const factLines = 2;

type ImprintPart = 'chamber.nameEn' | 'wording.declaration' | 'wording.certification' | 'signatory' | 'certifier';

/**
 * For what chamber and registration put on the sheet: how many printed lines it takes, and how many there are. Under
 * `certifier` are all the lines of the certification below its sentence.
 */
export function imprintFit(imprint: Printed<Sentences>): Record<ImprintPart, BoxFit> {
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
export function mustFit(imprint: Issued<Sentences>): void {
  for (const [part, { linesUsed, linesAllowed }] of Object.entries(imprintFit(imprint))) {
    if (linesUsed > linesAllowed)
      throw new Error(`${part} takes ${linesUsed} lines, there is room for ${linesAllowed}`);
  }
}

function wordingOf(words: string, box: Box): Tagged {
  const lines = wordingIn(words).slice(0, wordingLines);
  const runs = lines.map((text, i) =>
    written(text, box.x + pad, box.y + wordingTop + i * wordingPitch, wordingStyle, inks.form),
  );
  return { role: 'P', inside: runs };
}

/** Lines from a baseline downwards, a paragraph each. */
const stacked = (lines: readonly Styled[], box: Box, baseline: number): Tagged[] =>
  lines.map(({ text, style }, i) => {
    const run: TextRun = written(text, box.x + pad, box.y + baseline + i * pitch, style);
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

/**
 * Who declares. The signature is the registered one of who submits; a specimen has none.
 * @param of.place place and date, broken to lines
 */
export function declaration(
  of: { label: string; mark: string; place: readonly string[] },
  imprint: Imprint<Sentences>,
): Tagged {
  const { x, y, width } = declarationBox;
  const place = of.place.map((text) => ({ text, style: contentStyle }));
  if (imprint.kind === 'issued' && place.length > placeLines)
    throw new Error(`place and date of the declaration take ${place.length} lines`);
  const signer = signerOf(imprint.signatory, fullWidth).slice(0, signerLines);
  const rule = y + endingAtFoot(Math.max(2, signer.length)) - pitch;
  const ruled: Artifact = { role: 'Artifact', inside: [line(x + pad, rule, x + width * 0.72, rule, hairline)] };
  const signed: Figure[] = [];
  if (imprint.kind === 'issued' && imprint.signatory.signature !== undefined) {
    const top = y + blockTop + Math.max(0, place.length - 1) * pitch + 1.4;
    const space = { x: x + pad + 2, y: top, width: 60, height: rule - 0.3 - top };
    signed.push(emblem(imprint.signatory.signature, `Signature of ${imprint.signatory.name}`, space));
  }
  return {
    role: 'Sect',
    mark: of.mark,
    inside: [
      labelIn(declarationBox, of.label),
      wordingOf(imprint.wording.declaration, declarationBox),
      ...stacked(place.slice(0, placeLines), declarationBox, blockTop),
      ...signed,
      ruled,
      ...stacked(signer, declarationBox, endingAtFoot(signer.length)),
    ],
  };
}

/** Who certifies: nothing but its sentence on a specimen. */
export function certification(of: { label: string; mark: string }, imprint: Imprint<Sentences>): Tagged {
  const inside: Inside[] = [
    labelIn(certificationBox, of.label),
    wordingOf(imprint.wording.certification, certificationBox),
  ];
  if (imprint.kind === 'issued') inside.push(...certified(imprint));
  return { role: 'Sect', mark: of.mark, inside };
}

function certified(imprint: Issued): Inside[] {
  const { x, y, width, height } = certificationBox;
  const facts = [
    ...brokenTo(roomBesideSeal, imprint.chamber.nameEn, strongStyle),
    { text: `No. ${imprint.number}`, style: contentStyle },
    { text: printedDate(imprint.date), style: contentStyle },
  ];
  const certifier = signerOf(imprint.certifier, roomBesideSeal);
  const lines = [
    ...stacked(facts, certificationBox, blockTop),
    ...stacked(certifier, certificationBox, endingAtFoot(certifier.length)),
  ];
  if (imprint.seal === undefined) return lines;
  const space = { x: x + width - pad - sealSide, y: y + height - sealSide - 1, width: sealSide, height: sealSide };
  return [...lines, emblem(imprint.seal, `Seal of ${imprint.chamber.nameEn}`, space)];
}

/** In place of who declares, where nobody of the firm does: a sentence of the chamber's own. */
export const sentence = (of: { label: string; mark: string; words: string }): Tagged => ({
  role: 'Sect',
  mark: of.mark,
  inside: [labelIn(declarationBox, of.label), wordingOf(of.words, declarationBox)],
});
