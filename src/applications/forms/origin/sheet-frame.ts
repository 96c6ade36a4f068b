// The sheet before a firm has typed anything: ground, rules, title, labels.
import { guilloche } from '../../../paper/guilloche.ts';
import { microFrame } from '../../../paper/microtext.ts';
import {
  type Artifact,
  line,
  type PathShape,
  rectangle,
  type Shape,
  type Tagged,
  type TextRun,
} from '../../../paper/page.ts';
import { breakLines, type TextStyle, widthOf } from '../../../paper/text.ts';
import type { Imprint } from '../imprint.ts';
import {
  band,
  boxes,
  foot,
  frameLine,
  groundInks,
  hairline,
  inks,
  inner,
  labelBaseline,
  labelStyle,
  outer,
  pad,
  titleBox,
  written,
} from './sheet-layout.ts';
import { type OriginBox, type OriginWording, originBoxes } from './wording.ts';

/** The same object for every sheet of every document: packed once for the life of the process. */
const ground = guilloche('ground', inner.width, inner.height - foot.height, groundInks);

/** What the microtext says: on a specimen that it is one, else the number, so that a sheet belongs to its certificate. */
const microWords = (imprint: Imprint<OriginWording>): string =>
  imprint.kind === 'specimen' ? 'SPECIMEN NOT VALID ' : `${imprint.number} ${imprint.version} CERTIFICATE OF ORIGIN `;

/** All sheets of a document share these shapes. */
export function groundOf(imprint: Imprint<OriginWording>): Artifact {
  const micro = microFrame(microWords(imprint).toUpperCase(), outer, band, inks.quiet);
  return { role: 'Artifact', inside: [{ kind: 'form', form: ground, x: inner.x, y: inner.y }, ...micro] };
}

const specimenStyle: TextStyle = { size: 118, face: 'medium' };

/** Across the whole sheet, under the text, so that nothing typed is hidden by it. */
export function specimenMark(): Artifact {
  const text = 'SPECIMEN';
  const angle = 55;
  const half = widthOf(text, specimenStyle) / 2;
  const [sin, cos] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)];
  const capital = 15; // half the height of its capitals, so that it is centred on its middle line
  const x = outer.x + outer.width / 2 - half * cos + capital * sin;
  const y = outer.y + outer.height / 2 + half * sin + capital * cos;
  const run = { ...written(text, x, y, specimenStyle, inks.specimen), turn: angle, outlined: true };
  return { role: 'Artifact', inside: [run] };
}

const ruleAbove = (box: OriginBox): PathShape => {
  const { x, y, width } = boxes[box];
  return line(x, y, x + width, y, hairline);
};
const ruleLeft = (box: OriginBox): PathShape => {
  const { x, y, height } = boxes[box];
  return line(x, y, x, y + height, hairline);
};

export const rules: Artifact = {
  role: 'Artifact',
  inside: [
    rectangle(outer.x, outer.y, outer.width, outer.height, { stroke: frameLine }),
    rectangle(inner.x, inner.y, inner.width, inner.height, { stroke: hairline }),
    ...(['2', '3', '4', '5', '6', '7', '8', '9', '10'] as const).map(ruleAbove),
    ruleLeft('3'),
    ruleLeft('4'),
    ruleLeft('6'),
    ruleLeft('8'),
    ruleLeft('10'),
    line(titleBox.x, titleBox.y, titleBox.x, titleBox.y + titleBox.height, hairline),
    line(foot.x, foot.y, foot.x + foot.width, foot.y, frameLine),
  ],
};

export function label(box: OriginBox, wording: OriginWording): Tagged {
  const { x, y } = boxes[box];
  return { role: 'H2', inside: [written(wording.labels[box], x + pad, y + labelBaseline, labelStyle, inks.form)] };
}

/** Middle of the box, in the order of the list, at the baselines given from the box's top. */
function centred(text: string, y: number, style: TextStyle, ink = inks.form as TextRun['ink']): TextRun {
  const spacing = style.spacing ?? 0;
  const x = titleBox.x + (titleBox.width - widthOf(text, style) + spacing) / 2;
  return written(text, x, titleBox.y + y, style, ink);
}

/** The first style, from large to small, in which the text fits the width; else the smallest. */
export function fitting(
  text: string,
  width: number,
  sizes: readonly number[],
  style: Omit<TextStyle, 'size'>,
): TextStyle {
  const size = sizes.find((each) => widthOf(text, { ...style, size: each }) <= width) ?? Math.min(...sizes);
  return { ...style, size };
}

const headingSizes = [15, 13.5, 12, 10.5, 9];
const nameSizes = [10, 9.5, 9];
const citySizes = [8, 7, 6];
const versionStyle: TextStyle = { size: 11, face: 'medium', spacing: 1.1 };

/** Baselines from the top of the title's box; a chamber's name of two lines moves all closer together. */
const oneLine = { heading: 8.2, issuedBy: 12.9, name: 17.6, city: 21.6, version: 28.0 };
const twoLines = { heading: 7.0, issuedBy: 10.9, name: 14.8, city: 22.6, version: 28.0 };
const namePitch = 3.9;

export function title(imprint: Imprint<OriginWording>): Tagged {
  const { wording, chamber } = imprint;
  const room = titleBox.width - 2 * pad;
  const heading = fitting(wording.title, room, headingSizes, { face: 'medium', spacing: 0.42 });
  const nameStyle = fitting(chamber.nameEn, room, nameSizes, { face: 'medium' });
  const name = breakLines(chamber.nameEn, room, nameStyle).map((words) => words.trimEnd());
  const at = name.length > 1 ? twoLines : oneLine;
  const version = imprint.kind === 'specimen' ? 'SPECIMEN' : imprint.version;
  const versionInk = imprint.kind === 'specimen' ? inks.warning : inks.form;
  const p = (...inside: Shape[]): Tagged => ({ role: 'P', inside });
  return {
    role: 'Sect',
    inside: [
      { role: 'H1', inside: [centred(wording.title, at.heading, heading)] },
      p(centred(wording.issuedBy, at.issuedBy, { size: 8, face: 'regular' }, inks.quiet)),
      p(...name.map((words, i) => centred(words, at.name + i * namePitch, nameStyle))),
      p(centred(chamber.cityEn, at.city, fitting(chamber.cityEn, room, citySizes, { face: 'regular' }))),
      p(centred(version, at.version, versionStyle, versionInk)),
    ],
  };
}

/** Lines of the chamber's name in the title, and how many there are. */
export function titleFit(nameEn: string): { linesUsed: number; linesAllowed: number } {
  const room = titleBox.width - 2 * pad;
  const style = fitting(nameEn, room, nameSizes, { face: 'medium' });
  return { linesUsed: breakLines(nameEn, room, style).length, linesAllowed: 2 };
}

/** From corner to corner. */
function struck(which: readonly OriginBox[], words: string): Tagged {
  const strikes = which.map((box) => {
    const { x, y, width, height } = boxes[box];
    return line(x, y + height, x + width, y, { ink: inks.content, width: 0.3 });
  });
  return { role: 'Figure', alt: words, inside: strikes };
}

/** Boxes struck out on this sheet, with their labels: said in words for who cannot see the strokes. */
export function struckBoxes(which: readonly OriginBox[], words: string, wording: OriginWording): Tagged {
  return { role: 'Sect', inside: [...which.map((box) => label(box, wording)), struck(which, words)] };
}

/** The ten boxes as unseen areas, `area-1` to `area-10`: a page lights the one that is being filled in. */
export const areas: readonly Artifact[] = originBoxes.map((box) => {
  const { x, y, width, height } = boxes[box];
  return { role: 'Artifact', mark: `area-${box}`, inside: [rectangle(x, y, width, height, {})] };
});
