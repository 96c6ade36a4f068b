/**
 * Runs as a process of its own, started by `scan-picture.ts`: reads a stranger's PDF, JPEG or PNG from standard input and
 * writes the pixels of its pages to descriptor 3. PDFium is C++ compiled to WebAssembly: hostile input may trap, loop or
 * eat memory, but stays inside the library's own memory, and nobody minds when this process dies.
 */
import type { PDFiumLibrary, PDFiumPage } from '@hyzyla/pdfium';
import { loadPdfium } from './evidence-pdf-fonts.ts';
import { killAfter, limitMemory, readInput, send } from './reader-child.ts';
import { jpegAsPdf, turnUpright } from './scan-picture-jpeg.ts';
import { jpegFacts, type ScanKind, scanKind } from './scan-picture-kind.ts';
import type { PageHead, ScanLimits, ScanMessage } from './scan-picture-messages.ts';
import { decodePng, pngHeader } from './scan-picture-png.ts';
import type { ScanReason } from './scan-picture-words.ts';

const limits = JSON.parse(process.argv[2] ?? '') as ScanLimits;
killAfter(limits.milliseconds + 2000);
const memory = limitMemory(limits.memoryBytes);
const leastSide = 100;

const say: (message: ScanMessage, bytes?: Uint8Array) => void = send;

class NotShown extends Error {
  readonly reason: ScanReason;

  constructor(reason: ScanReason, detail: string = reason) {
    super(detail);
    this.reason = reason;
  }
}

type Picture = { width: number; height: number; channels: 1 | 3; samples: Uint8Array };

const input = await readInput();
const kind = scanKind(input);
// What goes wrong while the library loads is this installation's fault and ends the process; anything later is the file's.
const pdfium = kind === 'pdf' || kind === 'jpeg' ? await loadPdfium() : undefined;
try {
  const pages = await showScan(kind, pdfium);
  say({ kind: 'end', pages });
} catch (error) {
  let reason: ScanReason = error instanceof NotShown ? error.reason : 'unreadable';
  if (memory.exceeded) reason = 'too_heavy';
  say({ kind: 'refused', reason, detail: String(error).slice(0, 2000) });
}

/** Sends each page as soon as it is decoded, and answers how many there were. */
async function showScan(what: ScanKind, library: PDFiumLibrary | undefined): Promise<number> {
  if (what === 'tiff' || what === 'heic') throw new NotShown(what);
  if (what === 'png') return showPng();
  if (library === undefined) throw new NotShown('not_a_scan');
  return what === 'jpeg' ? showJpeg(library) : showPdf(library);
}

function showPng(): number {
  refuseSize(pngHeader(input));
  const { dpi, ...decoded } = decodePng(input);
  const { width, height } = decoded;
  const factor = Math.ceil(Math.sqrt((width * height) / limits.pagePixels));
  sendPage(smaller(decoded, factor), dpi === null ? null : dpi / factor);
  return 1;
}

async function showJpeg(library: PDFiumLibrary): Promise<number> {
  const facts = jpegFacts(input);
  if (facts === undefined) throw new NotShown('unreadable', 'no frame header');
  if (!facts.ended) throw new NotShown('unreadable', 'cut off');
  if (facts.components === 4) throw new NotShown('print_colours');
  refuseSize(facts);
  const document = await library.loadDocument(jpegAsPdf(input, facts));
  const page = document.getPage(0);
  const scale = Math.min(1, Math.sqrt(limits.pagePixels / (facts.width * facts.height)));
  // PDFium shows a picture that it cannot decode as nothing at all: without this, noise would become an empty sheet.
  const [inside] = picturesOn(page);
  if (inside?.width !== facts.width || inside.height !== facts.height) throw new NotShown('unreadable', 'not decoded');
  const picture = await render(page, Math.round(facts.width * scale), Math.round(facts.height * scale));
  sendPage(turnUpright(picture, facts.orientation), facts.dpi === null ? null : facts.dpi * scale);
  return 1;
}

async function showPdf(library: PDFiumLibrary): Promise<number> {
  const document = await library.loadDocument(input).catch((error: unknown) => {
    throw new NotShown(/password/i.test(String(error)) ? 'encrypted' : 'unreadable', String(error));
  });
  const count = document.getPageCount();
  if (count > limits.pages) throw new NotShown('too_many_pages', `${count} pages`);
  if (count < 1) throw new NotShown('unreadable', 'no pages');
  for (let at = 0; at < count; at += 1) await showPdfPage(document.getPage(at));
  return count;
}

async function showPdfPage(page: PDFiumPage): Promise<void> {
  const { originalWidth, originalHeight } = page.getOriginalSize(); // points, 1/72 inch
  if (!(originalWidth > 0 && originalHeight > 0)) throw new NotShown('unreadable', 'a page has no size');
  const area = originalWidth * originalHeight;
  const roomy = 72 * Math.sqrt(limits.pagePixels / area);
  const dpi = Math.min(roomy, scannedDpi(page, area));
  const size = (points: number) => Math.max(1, Math.round((points * dpi) / 72));
  sendPage(await render(page, size(originalWidth), size(originalHeight)), dpi);
}

/**
 * A page is drawn as finely as its scan is, so that a coarse one shows: as the finest of the pictures that take up a good
 * part of it (a scanner may lay text and paper in two). A page without such pictures is drawn by lines, at any resolution.
 * @param area of the page, in square points
 */
function scannedDpi(page: PDFiumPage, area: number): number {
  const finest = picturesOn(page)
    .filter((picture) => picture.area > area / 4)
    .map((picture) => 72 * Math.sqrt((picture.width * picture.height) / picture.area));
  return finest.length === 0 ? limits.dotsPerInch : Math.min(limits.dotsPerInch, Math.max(...finest));
}

type Calls = {
  _FPDFImageObj_GetImagePixelSize(object: number, width: number, height: number): number;
  _FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): number;
  HEAPU8: Uint8Array;
  wasmExports: { malloc(bytes: number): number; free(at: number): void };
};
type Placed = { width: number; height: number; area: number };

/** The pictures on a page: pixels as stored, square points that they cover. Asked by PDFium's own calls: the wrapper would decode each. */
function picturesOn(page: PDFiumPage): Placed[] {
  const found: Placed[] = [];
  for (const object of page.objects()) {
    if (object.type !== 'image') continue;
    const { module, objectIdx } = object as unknown as { module: Calls; objectIdx: number };
    const at = module.wasmExports.malloc(24);
    const sized = module._FPDFImageObj_GetImagePixelSize(objectIdx, at, at + 4);
    const placed = module._FPDFPageObj_GetBounds(objectIdx, at + 8, at + 12, at + 16, at + 20);
    const { buffer } = module.HEAPU8.slice(at, at + 24);
    module.wasmExports.free(at);
    const [width = 0, height = 0] = new Uint32Array(buffer, 0, 2);
    const [left = 0, bottom = 0, right = 0, top = 0] = new Float32Array(buffer, 8, 4);
    if (sized && placed) found.push({ width, height, area: (right - left) * (top - bottom) });
  }
  return found;
}

function refuseSize({ width, height }: { width: number; height: number }): void {
  if (width * height > limits.picturePixels) throw new NotShown('too_many_pixels', `${width} x ${height}`);
  if (width < leastSide || height < leastSide) throw new NotShown('too_small', `${width} x ${height}`);
}

async function render(page: PDFiumPage, width: number, height: number): Promise<Picture> {
  const picture = await page.render({ width, height, scale: 1, render: 'bitmap', renderFormFields: true });
  // A library that gets no memory may leave a picture out and go on: what is shown must be the whole page.
  if (memory.exceeded) throw new NotShown('too_heavy');
  return withoutAlpha(picture.data, picture.width, picture.height);
}

/** One byte a pixel where all are grey. */
function withoutAlpha(rgba: Uint8Array, width: number, height: number): Picture {
  let grey = true;
  for (let at = 0; grey && at < rgba.length; at += 4) {
    grey = rgba[at] === rgba[at + 1] && rgba[at] === rgba[at + 2];
  }
  const channels = grey ? 1 : 3;
  const samples = new Uint8Array(width * height * channels);
  for (let from = 0, to = 0; from < rgba.length; from += 4) {
    for (let channel = 0; channel < channels; channel += 1) samples[to++] = rgba[from + channel] ?? 0;
  }
  return { width, height, channels, samples };
}

/** The mean of each square of `factor` × `factor` pixels. */
function smaller(picture: Picture, factor: number): Picture {
  if (factor <= 1) return picture;
  const { channels } = picture;
  const [width, height] = [Math.floor(picture.width / factor), Math.floor(picture.height / factor)];
  const samples = new Uint8Array(width * height * channels);
  const row = new Float64Array(width * channels);
  for (let y = 0; y < height; y += 1) {
    row.fill(0);
    for (let inner = 0; inner < factor; inner += 1) addRow(row, picture, y * factor + inner, factor);
    for (let i = 0; i < row.length; i += 1) samples[y * row.length + i] = Math.round((row[i] ?? 0) / (factor * factor));
  }
  return { width, height, channels, samples };
}

function addRow(sums: Float64Array, { width, channels, samples }: Picture, y: number, factor: number): void {
  const from = y * width * channels;
  for (let i = 0; i < sums.length * factor; i += 1) {
    const pixel = Math.floor(i / channels);
    const to = Math.floor(pixel / factor) * channels + (i % channels);
    sums[to] = (sums[to] ?? 0) + (samples[from + i] ?? 0);
  }
}

function sendPage({ samples, ...head }: Picture, dpi: number | null): void {
  say({ kind: 'page', ...(head satisfies Omit<PageHead, 'dpi'>), dpi }, samples);
}
