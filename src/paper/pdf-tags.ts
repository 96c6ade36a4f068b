// The structure tree (ISO 32000-1, 14.7): which marked piece of which page belongs to which element. A paper of hundreds of
// lines has thousands of elements, so they are written as ready text, one page's at a time.
import { endWith, type PdfInternals, type PdfRef, reserve, writeObjects } from './pdf-internals.ts';

/** An element under construction. `kids` are numbers of marked content on its page, and elements. */
export type Element = { id: number; role: string; head: string; kids: string[] };

export type Tags = {
  root: PdfRef;
  /** All pages are in it. */
  document: Element;
  /** For each page, in order, the element that each of its marked contents belongs to. */
  owners: number[][];
};

/** Takes the place of PDFKit's own tree in a document that was made with `tagged`. */
export function startTags(pdf: PdfInternals): Tags {
  const { StructTreeRoot: root, MarkInfo: marked } = pdf._root.data as { StructTreeRoot: PdfRef; MarkInfo: PdfRef };
  pdf.endMarkings = () => marked.end();
  return { root, document: element(pdf, 'Document', root.id), owners: [] };
}

/** `more`: further entries of its dictionary, as PDF. */
export const element = (pdf: PdfInternals, role: string, parent: number, more = ''): Element => ({
  id: reserve(pdf),
  role,
  head: `/S /${role}\n/P ${parent} 0 R${more}`,
  kids: [],
});

/** Elements of one page as objects; those without a page (the document) with `page` undefined. */
export const writeElements = (pdf: PdfInternals, elements: readonly Element[], page?: PdfRef): void => {
  const on = page === undefined ? '' : `\n/Pg ${page.id} 0 R`;
  writeObjects(
    pdf,
    elements.map(({ id, head, kids }) => ({ id, body: `<<\n${head}${on}\n/K [${kids.join(' ')}]\n>>` })),
  );
};

export function endTags(pdf: PdfInternals, { root, document, owners }: Tags): void {
  writeElements(pdf, [document]);
  const numbers = owners.map((ids, key) => `${key} [${ids.map((id) => `${id} 0 R`).join(' ')}]`);
  const tree = `<<\n/Nums [\n${numbers.join('\n')}\n]\n>>`;
  const kids = `/K [${document.id} 0 R]`;
  const next = `/ParentTreeNextKey ${owners.length}`;
  endWith(pdf, root, `<<\n/Type /StructTreeRoot\n/ParentTree ${tree}\n${next}\n${kids}\n>>`);
}

/** A text as PDF: in latin letters as it is, else in UTF-16 (ISO 32000-1, 7.9.2.2). */
export function textString(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`;
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}
