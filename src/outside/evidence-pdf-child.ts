/**
 * Runs as a process of its own, started by `evidence-pdf.ts`: reads a stranger's PDF from standard input and writes
 * pictures of its pages to descriptor 3. Both libraries are C++ compiled to WebAssembly: hostile input may trap, loop or
 * eat memory, but stays inside the library's own memory, and nobody minds when this process dies.
 */
import { constants } from 'node:fs';
import type { PDFiumLibrary, PDFiumPage } from '@hyzyla/pdfium';
import createQpdf from '@neslinesli93/qpdf-wasm';
import { loadPdfium } from './evidence-pdf-fonts.ts';
import { findDanger, type PdfObjects } from './evidence-pdf-inspect.ts';
import type { ChildMessage, EvidenceLimits } from './evidence-pdf-messages.ts';
import type { EvidenceReason } from './evidence-pdf-words.ts';
import { encodePng } from './png-encode.ts';
import { killAfter, limitMemory, readInput, send } from './reader-child.ts';

const limits = JSON.parse(process.argv[2] ?? '') as EvidenceLimits;
killAfter(limits.milliseconds + 2000);
const said: string[] = [];
for (const level of ['log', 'warn', 'error'] as const) {
  console[level] = (...words: unknown[]) => void (said.length < 20 && said.push(words.join(' ').slice(0, 200)));
}
// qpdf's build asks Node's inside for these numbers when it loads, which this process is not permitted.
Object.assign(process, { binding: () => ({ fs: constants }) });
const memory = limitMemory(limits.memoryBytes);

let textLeft = limits.textCharacters;
let textCut = false;
const say: (message: ChildMessage, bytes?: Uint8Array) => void = send;

class NotShown extends Error {
  readonly reason: EvidenceReason;

  constructor(reason: EvidenceReason, detail: string = reason) {
    super(detail);
    this.reason = reason;
  }
}

// What goes wrong while a library loads is this installation's fault and ends the process; anything later is the file's.
const qpdf = await loadQpdf();
const input = await readInput();
const pdf = await orRefuse(() => normalise(input));
if (pdf !== undefined) {
  const pdfium = await loadPdfium();
  const pages = await orRefuse(() => showPages(pdfium, pdf));
  if (pages !== undefined) say({ kind: 'end', pages, textCut });
}

async function orRefuse<T>(step: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await step();
  } catch (error) {
    const reason = memory.exceeded ? 'too_heavy' : error instanceof NotShown ? error.reason : 'unreadable';
    say({ kind: 'refused', reason, detail: [String(error), ...said].join('\n').slice(0, 2000) });
    return undefined;
  }
}

async function loadQpdf() {
  type Qpdf = {
    callMain(args: string[]): number;
    FS: { writeFile(path: string, bytes: Uint8Array): void; readFile(path: string): Uint8Array };
  };
  return (await createQpdf({} as Parameters<typeof createQpdf>[0])) as unknown as Qpdf;
}

/**
 * Looks at all objects, with names decoded and object streams unpacked, and answers the file written anew from what was
 * looked at, so that the library that draws cannot see another file in the same bytes. Streams stay packed: a bomb is
 * not blown up here. What needs repair is refused: repaired differently by each reader, it would show different pages.
 */
function normalise(pdf: Buffer): Uint8Array {
  qpdf.FS.writeFile('/in.pdf', pdf);
  runQpdf('--json=2', '--json-key=qpdf', '--json-stream-data=none', '/in.pdf', '/objects.json');
  const listed = JSON.parse(new TextDecoder().decode(qpdf.FS.readFile('/objects.json'))) as {
    qpdf: [unknown, PdfObjects];
  };
  const danger = findDanger(listed.qpdf[1], limits.picturePixels);
  if (danger !== undefined) throw new NotShown(danger);
  runQpdf('--object-streams=disable', '--stream-data=preserve', '/in.pdf', '/out.pdf');
  return qpdf.FS.readFile('/out.pdf');
}

function runQpdf(...args: string[]): void {
  const status = qpdf.callMain(args);
  if (status === 0 || status === 3) return; // 3: done, with warnings
  const locked = said.some((line) => line.includes('invalid password'));
  throw new NotShown(locked ? 'encrypted' : 'unreadable', `qpdf ended with ${status}`);
}

/** Sends each page as soon as it is drawn, and answers how many there were. */
async function showPages(pdfium: PDFiumLibrary, pdf: Uint8Array): Promise<number> {
  const document = await pdfium.loadDocument(pdf);
  const count = document.getPageCount();
  if (count > limits.pages) throw new NotShown('too_many_pages', `${count} pages`);
  if (count < 1) throw new NotShown('unreadable', 'no pages');
  for (let at = 0; at < count; at += 1) await showPage(document.getPage(at), at + 1);
  return count;
}

async function showPage(page: PDFiumPage, number: number): Promise<void> {
  const { originalWidth, originalHeight } = page.getOriginalSize(); // points, 1/72 inch
  const longer = Math.max(originalWidth, originalHeight);
  if (!(originalWidth > 0 && originalHeight > 0)) throw new NotShown('unreadable', `page ${number} has no size`);
  const scale = Math.min(limits.dotsPerInch / 72, limits.maxSide / longer);
  const size = (points: number) => Math.min(limits.maxSide, Math.max(1, Math.round(points * scale)));
  const text = textOf(page);
  const picture = await page.render({
    width: size(originalWidth),
    height: size(originalHeight),
    scale: 1,
    render: 'bitmap',
    renderFormFields: true,
  });
  // A library that gets no memory may leave a picture out and go on: what is shown must be the whole page.
  if (memory.exceeded) throw new NotShown('too_heavy', `page ${number}`);
  const { width, height } = picture;
  say({ kind: 'page', width, height, text }, encodePng(picture.data, width, height));
}

/** As much of it as there is room for. */
function textOf(page: PDFiumPage): string {
  const whole = page.getText();
  textCut ||= whole.length > textLeft;
  const read = whole.slice(0, textLeft);
  textLeft -= read.length;
  // PDFium gives U+FFFE for a hyphen at the end of a line and the break after it.
  return read.replaceAll('\uFFFE', '-\n').replace(/[\p{Cc}\p{Cs}\uFFFF]/gu, (sign) => (sign === '\n' ? sign : ' '));
}
