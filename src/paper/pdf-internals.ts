// The few members of PDFKit's document that its types do not name: the objects of the file itself. All that the rest of
// this room knows of PDFKit's inside is this file.
import type PDFDocument from 'pdfkit';

/** An indirect object. Plain strings become names; texts are `new String(…)`; a Buffer in `data` is written as hex. */
export type PdfRef = {
  data: Record<string, unknown>;
  write(chunk: Uint8Array): void;
  end(chunk?: Uint8Array): void;
};

type PdfPage = {
  dictionary: PdfRef;
  annotations: PdfRef[];
  fonts: Record<string, PdfRef>;
  xobjects: Record<string, PdfRef>;
};

export type StructElement = { add(child: StructElement | (() => void)): StructElement; end(): void };

export type PdfInternals = {
  page: PdfPage;
  _root: PdfRef;
  endAcroForm: () => unknown;
  ref(data?: Record<string, unknown>): PdfRef;
  addContent(operators: string): void;
  markContent(tag: 'Artifact', options: { type: string }): void;
  endMarkedContent(): void;
  struct(role: string, options?: { alt?: string; scope?: string; lang?: string }): StructElement;
  addStructure(element: StructElement): void;
};

export const inside = (doc: InstanceType<typeof PDFDocument>): PdfInternals => doc as unknown as PdfInternals;
