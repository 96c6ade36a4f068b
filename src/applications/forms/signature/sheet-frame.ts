// The six boxes before anything is typed in them: rules, labels, strokes through what is not on this sheet.
import { type Artifact, rectangle, type Tagged } from '../../../paper/page.ts';
import { framed, labelIn, ruleAbove, ruleLeft, struckOut } from '../sheet/frame.ts';
import { boxes } from './sheet-layout.ts';
import { type SignatureBox, type SignatureWording, signatureBoxes } from './wording.ts';

export const rules: Artifact = framed([
  ...(['2', '3', '4', '5', '6'] as const).map((box) => ruleAbove(boxes[box])),
  ...(['3', '6'] as const).map((box) => ruleLeft(boxes[box])),
]);

/** Boxes struck out on this sheet, with their labels: said in words for who cannot see the strokes. */
export function struckBoxes(which: readonly SignatureBox[], words: string, wording: SignatureWording): Tagged {
  const strokes = struckOut(
    which.map((box) => boxes[box]),
    words,
  );
  return { role: 'Sect', inside: [...which.map((box) => labelIn(boxes[box], wording.labels[box])), strokes] };
}

/** The boxes as unseen areas, `area-1` to `area-6`: a page lights the one that is being filled in. */
export const areas: readonly Artifact[] = signatureBoxes.map((box) => {
  const { x, y, width, height } = boxes[box];
  return { role: 'Artifact', mark: `area-${box}`, inside: [rectangle(x, y, width, height, {})] };
});
