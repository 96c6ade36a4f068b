// The certificate of origin's sheets: what was declared and what the chamber adds, as pages. Pure: the same input gives the
// same pages, for a preview while typing (a specimen) as for the paper itself.
import { a4, type PageModel, type Tagged } from '../../../paper/page.ts';
import { squaresForMissing } from '../../../paper/text.ts';
import type { Imprint } from '../imprint.ts';
import { footOf } from '../sheet/foot.ts';
import { groundOf, specimenMark, title } from '../sheet/frame.ts';
import { certification, declaration, mustFit } from '../sheet/signed.ts';
import { everyText } from '../texts.ts';
import type { OriginContent } from './content.ts';
import { declaredBoxes, goodsOnSheet } from './sheet-body.ts';
import { boxLines, fixedBoxes } from './sheet-boxes.ts';
import { areas, rules, struckBoxes } from './sheet-frame.ts';
import { goodsSheets } from './sheet-goods.ts';
import type { OriginWording } from './wording.ts';

/** Names this layout in a record. A change that moves print is another template, so that old records are drawn as they were. */
export const originTemplate = 'origin/1';

export type SheetInput = { content: OriginContent; imprint: Imprint<OriginWording> };

/**
 * All sheets in order, A4 upright. Throws an Error when an issued certificate's box does not fit: see `originBoxFit` and
 * `imprintFit`; drawing them throws for a character without glyph: see `glyphsMissing`.
 */
export function originSheets(input: SheetInput): PageModel[] {
  const { sheets, draw } = prepared(input);
  return Array.from({ length: sheets }, (_, sheet) => draw(sheet));
}

/** One sheet, numbered from 1, and how many there are: for a preview. Beyond the last it is the last. Throws as above. */
export function originSheet(input: SheetInput, number: number): { page: PageModel; sheets: number } {
  const { sheets, draw } = prepared(input);
  return { page: draw(Math.min(Math.max(1, Math.trunc(number)), sheets) - 1), sheets };
}

/** What all sheets share is made once; `draw` counts from 0. */
function prepared({ content: declared, imprint }: SheetInput): { sheets: number; draw: (sheet: number) => PageModel } {
  const { wording } = imprint;
  const isIssued = imprint.kind === 'issued';
  if (isIssued) mustFit(imprint);
  // A draft is shown while it is typed, with squares where a character cannot be printed; what is issued has none.
  const content = isIssued ? declared : everyText(declared, squaresForMissing);
  const goods = goodsSheets(content, wording.total);
  const { sheets } = goods.flow;
  const ground = groundOf(imprint, 'CERTIFICATE OF ORIGIN');
  const specimenParts = isIssued ? [] : [specimenMark(), ...areas];
  const firstStruck = struckBoxes(fixedBoxes, 'Boxes 1 to 6 are struck out on this sheet', wording);
  const lastStruck = struckBoxes(['9', '10'], 'Boxes 9 and 10 are struck out on this sheet', wording);
  const draw = (sheet: number): PageModel => ({
    ...a4,
    parts: [
      ground,
      ...specimenParts,
      rules,
      title(imprint),
      ...(sheet === 0 ? declaredBoxes(content, wording, isIssued) : [firstStruck]),
      ...goodsOnSheet(goods, sheet, wording),
      ...(sheet === sheets - 1 ? signedBoxes(content, imprint) : [lastStruck]),
      footOf(imprint, sheet + 1, sheets),
    ],
  });
  return { sheets, draw };
}

/** Boxes 9 and 10: only on the last sheet. */
function signedBoxes(content: OriginContent, imprint: Imprint<OriginWording>): Tagged[] {
  const { labels } = imprint.wording;
  return [
    declaration({ label: labels['9'], mark: 'box-9', place: boxLines('9', content).flat() }, imprint),
    certification({ label: labels['10'], mark: 'box-10' }, imprint),
  ];
}
