// The signature certificate's sheets: what was declared, over a signature that the chamber verifies. The document is the
// firm's; the title in the corner says what the chamber does, so that nobody reads it as the chamber's own health certificate.
// Pure: the same input gives the same pages, for a preview while typing (a specimen) as for the paper itself.
import { a4, type PageModel, type Tagged } from '../../../paper/page.ts';
import { squaresForMissing } from '../../../paper/text.ts';
import type { BoxFit } from '../content.ts';
import type { Imprint, Printed } from '../imprint.ts';
import { footOf } from '../sheet/foot.ts';
import { groundOf, labelIn, specimenMark, title } from '../sheet/frame.ts';
import * as signed from '../sheet/signed.ts';
import { continuation, textBox } from '../sheet/text-box.ts';
import { everyText } from '../texts.ts';
import type { SignatureContent } from './content.ts';
import { declaredSheets } from './sheet-body.ts';
import { boxLines, linesAllowed, topBoxes } from './sheet-boxes.ts';
import { areas, rules, struckBoxes } from './sheet-frame.ts';
import { boxes } from './sheet-layout.ts';
import type { SignatureWording } from './wording.ts';

/** Names this layout in a record. A change that moves print is another template, so that old records are drawn as they were. */
export const signatureTemplate = 'signature/1';

type SheetInput = { content: SignatureContent; imprint: Imprint<SignatureWording> };

/** The words as printed by this chamber. */
export const certificationBy = (wording: SignatureWording, chamber: { nameEn: string }): string =>
  wording.certification.replaceAll('{chamber}', chamber.nameEn);

function withChamber<I extends { wording: SignatureWording; chamber: { nameEn: string } }>(imprint: I): I {
  const { wording, chamber } = imprint;
  return { ...imprint, wording: { ...wording, certification: certificationBy(wording, chamber) } };
}

export const imprintFit = (printed: Printed<SignatureWording>): Record<string, BoxFit> =>
  signed.imprintFit(withChamber(printed));

/**
 * All sheets in order, A4 upright. Throws an Error when an issued certificate's box does not fit: see `signatureBoxFit` and
 * `imprintFit`; drawing them throws for a character without glyph: see `glyphsMissing`.
 */
export function signatureSheets(input: SheetInput): PageModel[] {
  const { sheets, draw } = prepared(input);
  return Array.from({ length: sheets }, (_, sheet) => draw(sheet));
}

/** One sheet, numbered from 1, and how many there are: for a preview. Beyond the last it is the last. Throws as above. */
export function signatureSheet(input: SheetInput, number: number): { page: PageModel; sheets: number } {
  const { sheets, draw } = prepared(input);
  return { page: draw(Math.min(Math.max(1, Math.trunc(number)), sheets) - 1), sheets };
}

/** What all sheets share is made once; `draw` counts from 0. */
function prepared(input: SheetInput): { sheets: number; draw: (sheet: number) => PageModel } {
  const imprint = withChamber(input.imprint);
  const { wording } = imprint;
  const isIssued = imprint.kind === 'issued';
  if (isIssued) signed.mustFit(imprint);
  // A draft is shown while it is typed, with squares where a character cannot be printed; what is issued has none.
  const content = isIssued ? input.content : everyText(input.content, squaresForMissing);
  const body = declaredSheets(content, wording);
  const sheets = body.length;
  const ground = groundOf(imprint, wording.title);
  const specimenParts = isIssued ? [] : [specimenMark(), ...areas];
  const firstStruck = struckBoxes(topBoxes, 'Boxes 1 to 3 are struck out on this sheet', wording);
  const lastStruck = struckBoxes(['5', '6'], 'Boxes 5 and 6 are struck out on this sheet', wording);
  const declared = (sheet: number): Tagged => ({
    role: 'Sect',
    mark: 'box-4',
    inside: [
      labelIn(boxes['4'], wording.labels['4']),
      ...(body[sheet] ?? []),
      ...continuation(boxes['4'], { sheet, sheets }, wording),
    ],
  });
  const draw = (sheet: number): PageModel => ({
    ...a4,
    parts: [
      ground,
      ...specimenParts,
      rules,
      title(imprint),
      ...(sheet === 0 ? textBoxes(content, wording, isIssued) : [firstStruck]),
      declared(sheet),
      ...(sheet === sheets - 1 ? signedBoxes(content, imprint) : [lastStruck]),
      footOf(imprint, sheet + 1, sheets),
    ],
  });
  return { sheets, draw };
}

const textBoxes = (content: SignatureContent, wording: SignatureWording, mustFit: boolean): Tagged[] =>
  topBoxes.map((name) =>
    textBox({
      ...{ box: boxes[name], name, label: wording.labels[name], mustFit },
      paragraphs: boxLines(name, content),
      linesAllowed: linesAllowed(name),
    }),
  );

/** Boxes 5 and 6: only on the last sheet. */
function signedBoxes(content: SignatureContent, imprint: Imprint<SignatureWording>): Tagged[] {
  const { labels } = imprint.wording;
  return [
    signed.declaration({ label: labels['5'], mark: 'box-5', place: boxLines('5', content).flat() }, imprint),
    signed.certification({ label: labels['6'], mark: 'box-6' }, imprint),
  ];
}
