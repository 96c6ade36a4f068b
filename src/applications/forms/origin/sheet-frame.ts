// The ten boxes before anything is typed in them: rules, labels, strokes through what is not on this sheet.
import { type Artifact, rectangle, type Tagged } from '../../../paper/page.ts';
import { framed, labelIn, ruleAbove, ruleLeft, struckOut } from '../sheet/frame.ts';
import { boxes } from './sheet-layout.ts';
import { type OriginBox, type OriginWording, originBoxes } from './wording.ts';

export const rules: Artifact = framed([
  ...(['2', '3', '4', '5', '6', '7', '8', '9', '10'] as const).map((box) => ruleAbove(boxes[box])),
  ...(['3', '4', '6', '8', '10'] as const).map((box) => ruleLeft(boxes[box])),
]);

export const label = (box: OriginBox, wording: OriginWording): Tagged => labelIn(boxes[box], wording.labels[box]);

/** Boxes struck out on this sheet, with their labels: said in words for who cannot see the strokes. */
export function struckBoxes(which: readonly OriginBox[], words: string, wording: OriginWording): Tagged {
  const strokes = struckOut(
    which.map((box) => boxes[box]),
    words,
  );
  return { role: 'Sect', inside: [...which.map((box) => label(box, wording)), strokes] };
}

/** The ten boxes as unseen areas, `area-1` to `area-10`: a page lights the one that is being filled in. */
export const areas: readonly Artifact[] = originBoxes.map((box) => {
  const { x, y, width, height } = boxes[box];
  return { role: 'Artifact', mark: `area-${box}`, inside: [rectangle(x, y, width, height, {})] };
});
