// The sheets of an invoice or the like in the chamber's form: what was typed and what the chamber adds, as pages. Pure: the
// same input gives the same pages, for a preview while typing (a specimen) as for the paper itself.
import { a4, type PageModel, type Tagged } from '../../../paper/page.ts';
import { squaresForMissing } from '../../../paper/text.ts';
import type { BoxFit } from '../content.ts';

import type { Imprint, Printed } from '../imprint.ts';
import { footOf } from '../sheet/foot.ts';
import { groundOf, specimenMark, title } from '../sheet/frame.ts';
import * as signed from '../sheet/signed.ts';
import { everyText } from '../texts.ts';
import type { InvoiceContent } from './content.ts';
import { goodsOnSheet, upperBoxes } from './sheet-body.ts';
import { boxLines, columnsPart, invoiceBoxFit } from './sheet-boxes.ts';
import { areasOn, rulesOn, struckSigned } from './sheet-frame.ts';
import { columnsFit, goodsSheets } from './sheet-goods.ts';
import { type InvoiceWording, invoiceWording, sheetWords } from './wording.ts';

/** Names this layout in a record. A change that moves print is another template, so that old records are drawn as they were. */
export const invoiceTemplate = 'invoice/1';

export type SheetInput = { content: InvoiceContent; imprint: Imprint<InvoiceWording> };

/**
 * All sheets in order, A4 upright. Throws an Error when an issued certificate's boxes or columns do not fit: see
 * `invoiceFit` and `invoiceImprintFit`; drawing them throws for a character without glyph: see `glyphsMissing`.
 */
export function invoiceSheets(input: SheetInput): PageModel[] {
  const { sheets, draw } = prepared(input);
  return Array.from({ length: sheets }, (_, sheet) => draw(sheet));
}

/** One sheet, numbered from 1, and how many there are: for a preview. Beyond the last it is the last. Throws as above. */
export function invoiceSheet(input: SheetInput, number: number): { page: PageModel; sheets: number } {
  const { sheets, draw } = prepared(input);
  return { page: draw(Math.min(Math.max(1, Math.trunc(number)), sheets) - 1), sheets };
}

/** What all sheets share is made once; `draw` counts from 0. */
function prepared({ content: declared, imprint }: SheetInput): { sheets: number; draw: (sheet: number) => PageModel } {
  const { wording, chamber } = imprint;
  const words = sheetWords(wording, declared.request.document, chamber.nameEn);
  const shared: Imprint<typeof words> = { ...imprint, wording: words };
  const isIssued = shared.kind === 'issued';
  // A draft is shown while it is typed, with squares where a character cannot be printed; what is issued has none.
  const content = isIssued ? declared : everyText(declared, squaresForMissing);
  const goods = goodsSheets(content, wording);
  if (shared.kind === 'issued') {
    signed.mustFit(shared);
    const { needed, room } = goods.fit;
    if (needed > room) throw new Error(`the columns of goods take ${needed} mm, there is room for ${room}`);
  }
  const { sheets } = goods.flow;
  const ground = groundOf(shared, words.title);
  const draw = (sheet: number): PageModel => ({
    ...a4,
    parts: [
      ground,
      ...(isIssued ? [] : [specimenMark(), ...areasOn(sheet)]),
      rulesOn(sheet),
      title(shared),
      ...upperBoxes(content, wording, sheet, isIssued),
      ...goodsOnSheet(goods, sheet, wording),
      ...(sheet === sheets - 1 ? signedBoxes(content, shared, wording) : [struckSigned(wording)]),
      footOf(shared, sheet + 1, sheets),
    ],
  });
  return { sheets, draw };
}

type SharedImprint = Imprint<ReturnType<typeof sheetWords>>;

/** Boxes 8 and 9: only on the last sheet. */
function signedBoxes(content: InvoiceContent, imprint: SharedImprint, { labels }: InvoiceWording): Tagged[] {
  return [
    signed.declaration({ label: labels['8'], mark: 'box-8', place: boxLines('8', content).flat() }, imprint),
    signed.certification({ label: labels['9'], mark: 'box-9' }, imprint),
  ];
}

/** For what does not flow how much it takes and how much there is: lines of the boxes, millimetres of the columns. */
export function invoiceFit(content: InvoiceContent): Record<string, BoxFit> {
  const { needed, room } = columnsFit(content, invoiceWording);
  return { ...invoiceBoxFit(content), [columnsPart]: { linesUsed: Math.ceil(needed), linesAllowed: Math.floor(room) } };
}

/** For what chamber and registration put on the sheet. The title depends on the document and always fits. */
export function invoiceImprintFit(printed: Printed<InvoiceWording>): Record<string, BoxFit> {
  return signed.imprintFit({ ...printed, wording: sheetWords(printed.wording, '', printed.chamber.nameEn) });
}
