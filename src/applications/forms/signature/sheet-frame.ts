// The six boxes before anything is typed in them: rules, labels, strokes through what is not on this sheet.
import type { Artifact, Tagged } from '../../../paper/page.ts';
import * as frame from '../sheet/frame.ts';
import { areaOf, framed, ruleAbove, ruleLeft } from '../sheet/frame.ts';
import { boxes } from './sheet-layout.ts';
import { type SignatureBox, type SignatureWording, signatureBoxes } from './wording.ts';

export const rules: Artifact = framed([
  ...(['2', '3', '4', '5', '6'] as const).map((box) => ruleAbove(boxes[box])),
  ...(['3', '6'] as const).map((box) => ruleLeft(boxes[box])),
]);

/** Boxes struck out on this sheet. @param words for who cannot see the strokes */
export const struckBoxes = (which: readonly SignatureBox[], words: string, { labels }: SignatureWording): Tagged =>
  frame.struckBoxes(which, { boxes, labels }, words);

/** The six boxes, `area-1` to `area-6`. */
export const areas: readonly Artifact[] = signatureBoxes.map((box) => areaOf(box, boxes[box]));
