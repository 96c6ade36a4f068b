// The structure tree of a tagged PDF, as a program that reads it aloud walks it.
import { dictOf, type PdfDict, type PdfObjects, type PdfValue } from './qpdf.ts';

/** Every structure element, in reading order. Throws when the tree has a loop. */
export function elementsOf(objects: PdfObjects): PdfDict[] {
  const found: PdfDict[] = [];
  const visit = (value: PdfValue | undefined, depth: number): void => {
    if (depth > 50) throw new Error('the structure tree has no end');
    const at = objects.get(value);
    if (Array.isArray(at)) {
      for (const kid of at) visit(kid, depth);
      return;
    }
    const element = dictOf(at);
    if (typeof element['/S'] === 'string') found.push(element);
    if (element['/K'] !== undefined) visit(element['/K'], depth + 1);
  };
  visit(objects.dict(objects.dict(objects.trailer, '/Root'), '/StructTreeRoot')['/K'], 0);
  return found;
}

/** Their roles: `Document`, `H1`, `TD` … */
export const structureOf = (objects: PdfObjects): string[] =>
  elementsOf(objects).map((element) => String(element['/S']).slice(1));

export const figuresWithoutAlt = (objects: PdfObjects): number =>
  elementsOf(objects).filter(
    (element) => element['/S'] === '/Figure' && !/^u:.+/.test(String(objects.get(element['/Alt']) ?? '')),
  ).length;
