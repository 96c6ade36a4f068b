// Reads a PDF with another library than the one that drew it (PDFium, the reader in Chrome): what a stranger's program will
// find in it. Used before a paper is issued and in tests, so that a fault of the drawer is not repeated by its own reader.
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { mmPerPoint } from './page.ts';

/** A character as read: its baseline origin in millimetres from the page's top left corner, its size in points. */
export type ReadChar = { char: string; x: number; y: number; size: number };
export type ReadPage = { width: number; height: number; text: string; chars: ReadChar[] };
export type ReadDocument = { pages: ReadPage[] };

/** RGBA, 8 bits, rows from the top. */
export type Raster = { width: number; height: number; rgba: Uint8Array };

type PdfiumDocument = Awaited<ReturnType<PDFiumLibrary['loadDocument']>>;
type PdfiumPage = ReturnType<PdfiumDocument['getPage']>;

let library: Promise<PDFiumLibrary> | undefined;

async function withDocument<T>(pdf: Uint8Array, read: (document: PdfiumDocument) => T | Promise<T>): Promise<T> {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(pdf);
  try {
    return await read(document);
  } finally {
    document.destroy();
  }
}

/** Throws when PDFium cannot open the file. */
export const readBack = (pdf: Uint8Array): Promise<ReadDocument> =>
  withDocument(pdf, (document) => ({ pages: eachPage(document, readPage) }));

/** Of each page its characters in the order in which PDFium finds them: without what `readBack` does besides. Throws as it does. */
export const readCharacters = (pdf: Uint8Array): Promise<string[]> =>
  withDocument(pdf, (document) =>
    eachPage(document, (page) =>
      readChars(page, 0)
        .map((one) => one.char)
        .join(''),
    ),
  );

/** The picture of one page, numbered from 1. */
export const renderPage = (pdf: Uint8Array, page: number, dpi: number): Promise<Raster> =>
  withDocument(pdf, async (document) => {
    const { data, width, height } = await document.getPage(page - 1).render({ scale: dpi / 72, render: 'bitmap' });
    return { width, height, rgba: data };
  });

/** PDFium's functions that the package loads but has no method for. */
type TextFunctions = {
  HEAPU8: Uint8Array;
  wasmExports: { malloc(size: number): number; free(at: number): void };
  _FPDF_ClosePage(page: number): void;
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_ClosePage(text: number): void;
  _FPDFText_CountChars(text: number): number;
  _FPDFText_GetUnicode(text: number, index: number): number;
  _FPDFText_GetFontSize(text: number, index: number): number;
  _FPDFText_GetCharOrigin(text: number, index: number, x: number, y: number): number;
};

/** The package closes a page only after it has rendered it: one that is only read stays in PDFium's memory for good. */
function eachPage<T>(document: PdfiumDocument, read: (page: PdfiumPage) => T): T[] {
  const answers: T[] = [];
  for (const page of document.pages()) {
    const { module, pageIdx } = insideOf(page);
    try {
      answers.push(read(page));
    } finally {
      module._FPDF_ClosePage(pageIdx);
    }
  }
  return answers;
}

const insideOf = (page: PdfiumPage) => page as unknown as { module: TextFunctions; pageIdx: number };

function readPage(page: PdfiumPage): ReadPage {
  const { originalWidth, originalHeight } = page.getOriginalSize();
  return {
    width: originalWidth * mmPerPoint,
    height: originalHeight * mmPerPoint,
    text: page.getText().replaceAll('\r\n', '\n').replaceAll(dividedInText, '-\n'),
    chars: readChars(page, originalHeight),
  };
}

function readChars(page: PdfiumPage, height: number): ReadChar[] {
  const { module, pageIdx } = insideOf(page);
  const text = module._FPDFText_LoadPage(pageIdx);
  const at = module.wasmExports.malloc(16);
  try {
    return charsOf(module, text, at, height);
  } finally {
    module.wasmExports.free(at);
    module._FPDFText_ClosePage(text);
  }
}

// PDFium takes a hyphen at the end of a line for the sign of a divided word and gives these in its place. The only hyphen
// that it can have been is U+002D: the soft hyphen is not drawn (./text, glyphsMissing), neither are these two.
const dividedInText = '\ufffe';
const dividedUnit = 0x02;
const charOf = (unit: number): string => (unit === dividedUnit ? '-' : String.fromCodePoint(unit));

/** `at` is room for two numbers in PDFium's memory. */
function charsOf(module: TextFunctions, text: number, at: number, height: number): ReadChar[] {
  const chars: ReadChar[] = [];
  const count = module._FPDFText_CountChars(text);
  let high = 0; // PDFium counts UTF-16 units: a pair is one character
  for (let i = 0; i < count; i++) {
    const unit = module._FPDFText_GetUnicode(text, i);
    if (unit >= 0xd800 && unit < 0xdc00) {
      high = unit;
      continue;
    }
    const char = high === 0 ? charOf(unit) : String.fromCharCode(high, unit);
    high = 0;
    if (module._FPDFText_GetCharOrigin(text, i, at, at + 8) === 0) continue; // a line break that PDFium put in itself
    const origin = new DataView(module.HEAPU8.buffer);
    const [x, y] = [origin.getFloat64(at, true), origin.getFloat64(at + 8, true)];
    const size = module._FPDFText_GetFontSize(text, i);
    chars.push({ char, x: x * mmPerPoint, y: (height - y) * mmPerPoint, size });
  }
  return chars;
}
