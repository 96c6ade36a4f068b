// Reads a drawn paper back by another library than the one that drew it, and compares: what the file says is what was meant.
import { type Inside, isShape, type PageModel, type TextRun } from '../paper/page.ts';
import { readBackAside } from '../paper/read-back-aside.ts';

/** The drawn file does not say what it should: nobody may get it. */
export class PaperMismatch extends Error {
  constructor(what: string) {
    super(`the drawn paper does not say what was certified: ${what}`);
    this.name = 'PaperMismatch';
  }
}

/** Throws PaperMismatch unless every page holds each text of its model, and not one character more or less. */
export async function comparePaper(pdf: Buffer, pages: readonly PageModel[]): Promise<void> {
  const read = await readBackAside(pdf);
  if (read.length !== pages.length) throw new PaperMismatch(`${read.length} pages instead of ${pages.length}`);
  for (const [index, page] of pages.entries()) {
    const wanted = page.parts.flatMap(runsIn).map((run) => squeezed(run.text));
    const found = squeezed(read[index] ?? '');
    const missing = wanted.find((text) => !found.includes(text));
    if (missing !== undefined) throw new PaperMismatch(`page ${index + 1} lacks "${missing}"`);
    if (sorted(found) !== sorted(wanted.join(''))) throw new PaperMismatch(`page ${index + 1} has other characters`);
  }
}

/** Texts that are found as text; those drawn as curves are pictures. */
function runsIn(part: Inside): TextRun[] {
  if (!isShape(part)) return part.inside.flatMap(runsIn);
  if (part.kind === 'form') return part.form.shapes.flatMap(runsIn);
  return part.kind === 'text' && !part.outlined ? [part] : [];
}

const squeezed = (text: string): string => text.normalize('NFC').replace(/\s/g, '');
const sorted = (text: string): string => [...text].sort().join('');
