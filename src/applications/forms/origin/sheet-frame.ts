// The ten boxes before anything is typed in them: rules, labels, strokes through what is not on this sheet.
import type { Artifact, Tagged } from '../../../paper/page.ts';
import * as frame from '../sheet/frame.ts';
import { areaOf, framed, labelIn, ruleAbove, ruleLeft } from '../sheet/frame.ts';
import { boxes } from './sheet-layout.ts';
import { type OriginBox, type OriginWording, originBoxes } from './wording.ts';

export const rules: Artifact = framed([
  ...(['2', '3', '4', '5', '6', '7', '8', '9', '10'] as const).map((box) => ruleAbove(boxes[box])),
  ...(['3', '4', '6', '8', '10'] as const).map((box) => ruleLeft(boxes[box])),
]);

export const label = (box: OriginBox, wording: OriginWording): Tagged => labelIn(boxes[box], wording.labels[box]);

/** Boxes struck out on this sheet. @param words for who cannot see the strokes */
export const struckBoxes = (which: readonly OriginBox[], words: string, { labels }: OriginWording): Tagged =>
  frame.struckBoxes(which, { boxes, labels }, words);

/** The ten boxes, `area-1` to `area-10`. */
export const areas: readonly Artifact[] = originBoxes.map((box) => areaOf(box, boxes[box]));
