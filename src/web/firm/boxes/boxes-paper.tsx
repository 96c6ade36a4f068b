// The paper beside the form: sheet 1 as saved, and over it a light for the box in which one is typing.
import { boxes } from '../../../applications/forms/origin/sheet-layout.ts';
import { a4 } from '../../../paper/page.ts';
import { paths } from '../../paths.ts';
import { fieldId } from '../../ui/field-frame.tsx';
import type { Lang } from '../../ui/words.ts';
import { boxesWords } from './boxes-words.ts';

/** Where a box's typing begins; box 8 shows the totals, box 10 is the chamber's. */
const firstField = {
  '1': 'exporter.address',
  '2': 'consignee.name',
  '3': 'invoices.0.number',
  '4': 'originCountries.0',
  '5': 'transport.form',
  '6': 'remarks',
  '7': 'marks',
  '8': 'totals.packages',
  '9': 'declaration.place',
} as const satisfies Partial<Record<keyof typeof boxes, string>>;
type LitBox = keyof typeof firstField;

/** @param version so that the picture is asked for again when there is something new to see */
export function Paper(props: { lang: Lang; applicationId: string; version: number }) {
  const w = boxesWords[props.lang];
  return (
    <aside class="paper" aria-label={w.paper}>
      <p class="paper-heading">{w.paper}</p>
      <div class="paper-sheet">
        <img
          src={`${paths.previewSheet(props.applicationId, '1')}?v=${props.version}`}
          alt={w.paperAlt}
          width={String(a4.width * 4)}
          height={String(a4.height * 4)}
          data-island="paper"
        />
        {/* Where one is comes from the focus itself (boxes.css); the links are a shortcut for the mouse. */}
        <svg class="paper-boxes" viewBox={`0 0 ${a4.width} ${a4.height}`} aria-hidden="true">
          {(Object.keys(firstField) as LitBox[]).map((box) => (
            <a href={`#${fieldId(firstField[box])}`} tabindex={-1}>
              <rect class={`paper-box paper-box-${box}`} {...placeOf(box)} />
            </a>
          ))}
        </svg>
      </div>
      <p class="field-help">{w.paperHelp}</p>
    </aside>
  );
}

/** Millimetres on A4, as the sheet itself is drawn. */
function placeOf(box: LitBox): Record<'x' | 'y' | 'width' | 'height', string> {
  const { x, y, width, height } = boxes[box];
  return { x: String(x), y: String(y), width: String(width), height: String(height) };
}
