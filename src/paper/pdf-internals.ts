// The few members of PDFKit's document that its types do not name: the objects of the file itself. All that the rest of
// this room knows of PDFKit's inside is this file. PDFKit writes what there is one of (catalogue, metadata, attachment,
// cross-references); what there are thousands of goes past it, as its way takes several times as long.
import type PDFDocument from 'pdfkit';

/** An indirect object. Plain strings become names; texts are `new String(…)`; a Buffer in `data` is written as hex. */
export type PdfRef = {
  readonly id: number;
  offset: number;
  data: Record<string, unknown>;
  write(chunk: Uint8Array): void;
  end(chunk?: Uint8Array): void;
};

type PdfPage = {
  height: number;
  content: PdfRef & { compress: boolean; buffer: Uint8Array[] };
  dictionary: PdfRef;
  annotations: PdfRef[];
  fonts: Record<string, PdfRef>;
  xobjects: Record<string, PdfRef>;
  patterns: Record<string, PdfRef>;
};

export type PdfInternals = {
  page: PdfPage;
  _root: PdfRef;
  /** Where each object begins, by its number less one. */
  _offsets: (number | null)[];
  /** Bytes written so far. */
  _offset: number;
  _write(data: string | Uint8Array): void;
  _refEnd(ref: PdfRef): void;
  endAcroForm: () => unknown;
  endMarkings: () => unknown;
  ref(data?: Record<string, unknown>): PdfRef;
};

type Doc = InstanceType<typeof PDFDocument>;

export const inside = (doc: Doc): PdfInternals => doc as unknown as PdfInternals;

/**
 * Takes what the document writes, in place of its stream; the answer gives all of it, once the document is ended. PDFKit
 * writes as it goes and waits for nothing, so `end()` leaves nothing to come.
 */
export function written(doc: Doc): () => Buffer {
  const pdf = inside(doc);
  const chunks: Uint8Array[] = [doc.read() as Buffer]; // the header was written when the document was made
  let text = '';
  const flush = (): void => {
    if (text !== '') chunks.push(Buffer.from(text, 'latin1'));
    text = '';
  };
  pdf._write = (data) => {
    const isText = typeof data === 'string';
    if (!isText) flush();
    if (isText) text += `${data}\n`;
    else chunks.push(data);
    pdf._offset += data.length + (isText ? 1 : 0);
  };
  return () => {
    flush();
    return Buffer.concat(chunks);
  };
}

/** The page's operators, packed: in place of those that PDFKit began with, which turn the page upside down. */
export function setContent({ content }: PdfPage, packed: Uint8Array): void {
  content.data['Filter'] = 'FlateDecode';
  Object.assign(content, { compress: false, buffer: [packed] });
}

/** The number of an object that will be written by `writeObjects`. */
export const reserve = (pdf: PdfInternals): number => pdf._offsets.push(null);

/** Objects ready made, each in latin1: what is read as `1 0 obj … endobj`. */
export function writeObjects(pdf: PdfInternals, objects: readonly { id: number; body: string }[]): void {
  let at = pdf._offset;
  const texts = objects.map(({ id, body }) => {
    const text = `${id} 0 obj\n${body}\nendobj`;
    pdf._offsets[id - 1] = at;
    at += text.length + 1;
    return text;
  });
  if (texts.length > 0) pdf._write(texts.join('\n'));
}

/** Ends an object of PDFKit's with a body of our own. */
export function endWith(pdf: PdfInternals, ref: PdfRef, body: string): void {
  ref.offset = pdf._offset;
  pdf._write(`${ref.id} 0 obj\n${body}\nendobj`);
  pdf._refEnd(ref);
}
