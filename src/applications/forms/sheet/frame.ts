// The sheet of every kind before a firm has typed anything: ground, frame, title, labels.
import { guilloche } from '../../../paper/guilloche.ts';
import { microFrame } from '../../../paper/microtext.ts';
import {
  type Artifact,
  type Box,
  line,
  type PathShape,
  rectangle,
  type Shape,
  type Tagged,
  type TextRun,
} from '../../../paper/page.ts';
import { breakLines, type TextStyle, widthOf } from '../../../paper/text.ts';
import type { BoxFit } from '../content.ts';
import type { Imprint } from '../imprint.ts';
import {
  band,
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
} from './measures.ts';

/** The same object for every sheet of every document: packed once for the life of the process. */
const ground = guilloche('ground', inner.width, inner.height - foot.height, groundInks);

/** What the microtext says: on a specimen that it is one, else the number, so that a sheet belongs to its certificate. */
const microWords = (imprint: Imprint, title: string): string =>
  imprint.kind === 'specimen' ? 'SPECIMEN NOT VALID ' : `${imprint.number} ${imprint.version} ${title} `;

/** All sheets of a document share these shapes. @param title what the paper is, in the microtext */
export function groundOf(imprint: Imprint, title: string): Artifact {
  const micro = microFrame(microWords(imprint, title).toUpperCase(), outer, band, inks.quiet);
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

/** Hairlines above and to the left of boxes. */
export const ruleAbove = ({ x, y, width }: Box): PathShape => line(x, y, x + width, y, hairline);
export const ruleLeft = ({ x, y, height }: Box): PathShape => line(x, y, x, y + height, hairline);

/** The frame, and the rules that every sheet has, with those of its own boxes. */
export const framed = (own: readonly PathShape[]): Artifact => ({
  role: 'Artifact',
  inside: [
    rectangle(outer.x, outer.y, outer.width, outer.height, { stroke: frameLine }),
    rectangle(inner.x, inner.y, inner.width, inner.height, { stroke: hairline }),
    ...own,
    line(titleBox.x, titleBox.y, titleBox.x, titleBox.y + titleBox.height, hairline),
    line(foot.x, foot.y, foot.x + foot.width, foot.y, frameLine),
  ],
});

export function labelIn({ x, y }: Box, words: string): Tagged {
  return { role: 'H2', inside: [written(words, x + pad, y + labelBaseline, labelStyle, inks.form)] };
}

/** A box as an unseen area, `area-1` and so on: a page lights the one that is being filled in. */
export const areaOf = (box: string, { x, y, width, height }: Box): Artifact => ({
  ...{ role: 'Artifact', mark: `area-${box}`, inside: [rectangle(x, y, width, height, {})] },
});

/** Boxes that are struck out on this sheet, with their labels: said in words for who cannot see the strokes. */
export function struckBoxes<Name extends string>(
  which: readonly Name[],
  { boxes, labels }: { boxes: Readonly<Record<Name, Box>>; labels: Readonly<Record<Name, string>> },
  words: string,
): Tagged {
  const strokes = struckOut(
    which.map((name) => boxes[name]),
    words,
  );
  return { role: 'Sect', inside: [...which.map((name) => labelIn(boxes[name], labels[name])), strokes] };
}

/** Strokes from corner to corner; said in words for who cannot see them. */
export function struckOut(which: readonly Box[], words: string): Tagged {
  const strikes = which.map(({ x, y, width, height }) =>
    line(x, y + height, x + width, y, { ink: inks.content, width: 0.3 }),
  );
  return { role: 'Figure', alt: words, inside: strikes };
}

/** In the middle of the title's box, at a baseline from its top. */
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

/** The words that are printed there: `CERTIFICATE OF ORIGIN`, `issued by`. */
type TitleWords = { title: string; issuedBy: string };

export function title(imprint: Imprint<TitleWords>): Tagged {
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
export function titleFit(nameEn: string): BoxFit {
  const room = titleBox.width - 2 * pad;
  const style = fitting(nameEn, room, nameSizes, { face: 'medium' });
  return { linesUsed: breakLines(nameEn, room, style).length, linesAllowed: 2 };
}
