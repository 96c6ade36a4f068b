// What was typed beside what the attached invoice says: hints for the applicant and for the examiner, who look themselves. It
// never blocks: text in a PDF may stand in another order than on the page, and what is a picture is not read. Pure.
import type { Sought } from '../forms/sought.ts';
import { type PageText, type Reading, readInvoice } from './invoice-reading.ts';
import type { Outcome } from './outcome.ts';
import { seek } from './seek.ts';

/** Something typed, and what came of looking for it. */
export type Compared = Sought & { outcome: Outcome };

export type InvoiceComparison =
  /** Nothing to compare: no invoice is attached, or nothing is typed that it should say. */
  | { state: 'nothing' }
  /** The invoice is pictures only: nobody has compared. */
  | { state: 'no_text' }
  | {
      state: 'compared';
      values: Compared[];
      /** Pages of the invoice without text: what stands there was not found. */
      pagesWithoutText: number;
      /** The invoice has more text than is read. */
      textCut: boolean;
      /** Values that were not looked for, since that would have taken too long. */
      leftOut: number;
    };

/** A document that is attached. `pages`: their texts, '' for one without. */
export type AttachedText = { evidenceId: string; isInvoice: boolean; textCut: boolean; pages: readonly string[] };

/** Some tenths of a second: enough for thousands of lines of goods on an invoice of fifty pages. */
const stepsAtMost = 8_000_000;

/** Fewer letters and digits than this on a page are the stamp of a scanner, not an invoice. */
const leastLetters = 12;
const hasText = (text: string): boolean => (text.match(/[\p{L}\p{N}]/gu) ?? []).length >= leastLetters;

export function compareInvoice(sought: readonly Sought[], documents: readonly AttachedText[]): InvoiceComparison {
  const invoices = documents.filter((one) => one.isInvoice);
  const pages = invoices.flatMap((one) => one.pages);
  if (pages.length === 0 || sought.length === 0) return { state: 'nothing' };
  if (!pages.some(hasText)) return { state: 'no_text' };
  const complements = documents.filter((one) => !one.isInvoice && one.pages.some(hasText));
  const room = { steps: stepsAtMost };
  const readings = [
    readInvoice(invoices.flatMap(pagesOf), room),
    readInvoice(complements.flatMap(pagesOf), room),
  ] as const;
  const known = new Map<string, Outcome>();
  const values: Compared[] = [];
  for (const one of sought) {
    if (room.steps <= 0) break;
    const { path: _path, place: _place, row: _row, ...asked } = one;
    const key = JSON.stringify(asked);
    const outcome = known.get(key) ?? seekIn(readings, one);
    known.set(key, outcome);
    values.push({ ...one, outcome });
  }
  return {
    ...{ state: 'compared', values, leftOut: sought.length - values.length },
    pagesWithoutText: pages.filter((text) => !hasText(text)).length,
    textCut: invoices.some((one) => one.textCut),
  };
}

const pagesOf = ({ evidenceId, pages }: AttachedText): PageText[] =>
  pages.map((text, index) => ({ evidenceId, page: index + 1, text }));

/** On the invoice; what is not there may be on a complement, whose words are of no interest where they differ. */
function seekIn([invoice, complements]: readonly [Reading, Reading], sought: Sought): Outcome {
  const outcome = seek(invoice, sought);
  if (outcome.is === 'found' || complements.words.length === 0) return outcome;
  const beside = seek(complements, sought);
  return beside.is === 'found' ? { ...beside, is: 'beside' } : outcome;
}
