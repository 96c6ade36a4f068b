import { type StdioOptions, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import createQpdf from '@neslinesli93/qpdf-wasm';
import PDFDocument from 'pdfkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { type EvidenceReading, evidencePdfReader, readEvidencePdf } from './evidence-pdf.ts';
import { activeFiles, brokenFiles, drawing, heavyFiles, namedFont, onePage, stream } from './evidence-pdf-corpus.ts';
import { evidenceLimits } from './evidence-pdf-messages.ts';

const minutes = { timeout: 180_000 }; // of a machine that does other things too
const japaneseFont = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
);

/** What any refusal must say: one sentence on what is wrong and one on what to do, in both languages. */
const saysWhatToDo = {
  ja: expect.stringMatching(/。.*(ください|ます)。$/),
  en: expect.stringMatching(/\. .*\.$/),
};

async function invoice(options: PDFKit.PDFDocumentOptions, write: (doc: PDFKit.PDFDocument) => void): Promise<Buffer> {
  const doc = new PDFDocument({ size: 'A4', ...options });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => doc.on('end', resolve));
  write(doc);
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}

async function withObjectStreams(pdf: Buffer): Promise<Buffer> {
  const qpdf = (await createQpdf({} as Parameters<typeof createQpdf>[0])) as unknown as {
    callMain(args: string[]): number;
    FS: { writeFile(path: string, bytes: Uint8Array): void; readFile(path: string): Uint8Array };
  };
  qpdf.FS.writeFile('/in.pdf', pdf);
  expect(qpdf.callMain(['--object-streams=generate', '/in.pdf', '/out.pdf'])).toBe(0);
  return Buffer.from(qpdf.FS.readFile('/out.pdf'));
}

function pagesOf(reading: EvidenceReading) {
  if (!reading.ok) throw new Error(`refused: ${reading.reason}\n${reading.detail}`);
  return reading.pages;
}

const isColoured = (png: Buffer) => png[25] === 2; // IHDR, colour type: 2 is RGB, 0 grey

describe('an ordinary invoice', minutes, () => {
  it('becomes one picture and one text a page, whatever its script, size and rotation', async () => {
    const pdf = await invoice({}, (doc) => {
      doc.text('COMMERCIAL INVOICE').rect(300, 400, 90, 90).fill('red');
      doc.addPage({ size: 'A4', layout: 'landscape' }).font(japaneseFont).text('請求書 髙﨑商店 ①');
    });
    const reading = await readEvidencePdf(pdf);
    const [first, second, third] = pagesOf(reading);
    expect(reading).toMatchObject({ ok: true, sha256: createHash('sha256').update(pdf).digest('hex') });
    expect([first?.width, first?.height]).toEqual([909, 1286]); // A4 at 110 dpi
    expect([second?.width, second?.height]).toEqual([1286, 909]);
    expect(third).toBeUndefined();
    expect(first?.text).toContain('COMMERCIAL INVOICE');
    expect(second?.text).toContain('請求書 髙﨑商店 ①');
    expect(first && isColoured(first.png)).toBe(true);
    expect(second && isColoured(second.png)).toBe(false);
    for (const { png, width, height } of pagesOf(reading)) {
      expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width, height]);
    }
  });

  it.each([
    ['says which page to show first', onePage({ catalog: '/OpenAction [3 0 R /Fit]' })],
    ['says it long-hand, as LaTeX does', onePage({ catalog: '/OpenAction << /S /GoTo /D [3 0 R /Fit] >>' })],
    ['says it elsewhere', onePage({ catalog: '/OpenAction 10 0 R', objects: { 10: '[3 0 R /XYZ null null 0]' } })],
    [
      'has a link to a site',
      onePage({ page: '/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://example.com) >> >>]' }),
    ],
  ])('is taken when it %s', async (_what, pdf) => {
    expect(pagesOf(await readEvidencePdf(pdf))).toHaveLength(1);
  });

  it('is taken when its objects are packed in streams', async () => {
    const packed = await withObjectStreams(onePage());
    expect(packed.includes('/Helvetica')).toBe(false);
    expect(pagesOf(await readEvidencePdf(packed))[0]?.text).toBe('INVOICE');
  });

  it('shows what was typed into its form, and stamps laid over the page', async () => {
    const red = stream('/Type /XObject /Subtype /Form /BBox [0 0 90 90]', '1 0 0 rg 0 0 90 90 re f');
    for (const kind of ['/Widget /FT /Tx /T (total) /V (100)', '/Stamp']) {
      const page = `/Annots [<< /Type /Annot /Subtype ${kind} /F 4 /Rect [200 200 290 290] /AP << /N 10 0 R >> >>]`;
      const [shown] = pagesOf(await readEvidencePdf(onePage({ page, objects: { 10: red } })));
      expect(shown && isColoured(shown.png), kind).toBe(true);
    }
  });

  it('keeps the hyphen that ends a line, which PDFium gives as U+FFFE without the break', async () => {
    const pdf = await invoice({}, (doc) => void doc.text('CASE-', 50, 50).text('MARK A', 50, 64));
    expect(pagesOf(await readEvidencePdf(pdf))[0]?.text).toBe('CASE-\nMARK A');
  });

  it('shows Japanese text whose font is only named, as older office programs write it', async () => {
    const words = { 請求書: '90bf8b818f91', 原産地: '8cb48e59926e', '': '' };
    for (const name of ['MS-Mincho', 'MS-Gothic,Bold', 'HeiseiKakuGo-W5']) {
      const pictures = new Set<string>();
      for (const [text, shiftJis] of Object.entries(words)) {
        const [page] = pagesOf(await readEvidencePdf(namedFont(shiftJis, name, '90ms-RKSJ-H', 'Japan1')));
        expect(page?.text).toBe(text);
        pictures.add(page?.png.toString('base64') ?? '');
      }
      expect(pictures.size, name).toBe(3); // two words and the empty page look different: the words are there
    }
  });

  it('is taken with a scan of A4 at 600 dpi in colour', async () => {
    const image = '/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8 /Width 4960 /Height 7016';
    const scan = stream(image, Buffer.alloc(4960 * 7016 * 3, Buffer.from([250, 250, 200])), true);
    const pdf = drawing('595 0 0 842 0 0 cm /X Do', '/XObject << /X 10 0 R >>', { 10: scan });
    const [page] = pagesOf(await readEvidencePdf(pdf));
    expect(page && isColoured(page.png)).toBe(true);
  });
});

describe('a PDF that could do something', minutes, () => {
  it.concurrent.each(activeFiles)('is refused: %s (%s)', async (_name, reason, pdf) => {
    expect(await readEvidencePdf(pdf())).toMatchObject({ ok: false, reason, ...saysWhatToDo });
  });

  it('is refused when that is packed in an object stream', async () => {
    const packed = await withObjectStreams(
      onePage({
        catalog: '/Names 11 0 R',
        objects: { 10: '<< /S /JavaScript /JS (a) >>', 11: '<< /JavaScript << /Names [(a) 10 0 R] >> >>' },
      }),
    );
    expect(packed.includes('/JavaScript')).toBe(false);
    expect(await readEvidencePdf(packed)).toMatchObject({ ok: false, reason: 'script' });
  });

  it.each([
    ['to open', { userPassword: 'secret', ownerPassword: 'master' }],
    ['to change', { ownerPassword: 'master', permissions: { modifying: false } }],
    ['to open (AES-256)', { userPassword: 'secret', pdfVersion: '1.7ext3' as const }],
  ])('is refused when it needs a password %s, and says how to mend that', async (_what, options) => {
    const pdf = await invoice(options, (doc) => void doc.text('INVOICE'));
    const reading = await readEvidencePdf(pdf);
    expect(reading).toMatchObject({ ok: false, reason: 'encrypted', ...saysWhatToDo });
    expect(!reading.ok && reading.ja).toContain('制限を外す');
  });
});

describe('a PDF that cannot be read, or only at too high a price', minutes, () => {
  it.concurrent.each(brokenFiles)('is refused: %s (%s)', async (_name, reasons, pdf) => {
    const reason = expect.toBeOneOf([...reasons]);
    expect(await readEvidencePdf(pdf())).toMatchObject({ ok: false, reason, ...saysWhatToDo });
  });

  it.concurrent.each(heavyFiles)('is shown within the limits or refused: %s', async (_name, pdf) => {
    const reading = await readEvidencePdf(pdf());
    if (!reading.ok) expect(reading).toMatchObject({ reason: 'too_heavy', ...saysWhatToDo });
    else expect(reading.pages).toHaveLength(1);
    for (const { width, height } of reading.ok ? reading.pages : [])
      expect(Math.max(width, height)).toBeLessThanOrEqual(2000);
  });
});

describe('the limits', minutes, () => {
  const children = `/proc/self/task/${process.pid}/children`;
  let slow: Buffer;
  beforeAll(() => {
    // Each drawing takes milliseconds, and there are 100,000 of them in a few hundred bytes.
    const image = '/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8 /Width 3000 /Height 3000';
    const picture = stream(image, Buffer.alloc(9_000_000, 99), true);
    slow = drawing('q 595 0 0 842 0 0 cm /X Do Q '.repeat(100_000), '/XObject << /X 10 0 R >>', { 10: picture });
  });

  it('of time: what takes longer is killed, and leaves no process behind', async () => {
    const started = performance.now();
    const reading = await evidencePdfReader({ ...evidenceLimits, milliseconds: 3000 })(slow);
    expect(reading).toMatchObject({ ok: false, reason: 'too_heavy', detail: expect.stringContaining('out of time') });
    expect(performance.now() - started).toBeLessThan(15_000);
    if (existsSync(children)) expect(readFileSync(children, 'utf8').trim()).toBe('');
  });

  it.skipIf(!existsSync(children))(
    'of rights: the process has no environment and is permitted to read only',
    async () => {
      const reading = evidencePdfReader({ ...evidenceLimits, milliseconds: 3000 })(slow);
      const pid = readFileSync(children, 'utf8').trim();
      await expect.poll(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')).toContain('--permission');
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
      const here = fileURLToPath(new URL('./', import.meta.url));
      const root = fileURLToPath(new URL('../../', import.meta.url));
      expect(command.filter((each) => each.startsWith('--allow'))).toEqual([
        '--allow-worker',
        `--allow-fs-read=${here}*`,
        `--allow-fs-read=${root}node_modules/*`,
        `--allow-fs-read=${root}package.json`,
      ]);
      expect(readFileSync(`/proc/${pid}/environ`, 'utf8')).toBe('');
      expect(await reading).toMatchObject({ ok: false, reason: 'too_heavy' });
    },
  );

  it('of time, when the server has died: the process ends itself though its only thread is in a loop', () => {
    const child = fileURLToPath(new URL('./evidence-pdf-child.ts', import.meta.url));
    const limits = JSON.stringify({ ...evidenceLimits, milliseconds: 1000 });
    const stdio: StdioOptions = ['pipe', 'ignore', 'ignore', 'ignore'];
    const ended = spawnSync(process.execPath, [child, limits], { input: slow, stdio, timeout: 60_000 });
    expect(ended.signal).toBe('SIGKILL');
  });

  it('of memory: the library gets no more than that', async () => {
    const read = evidencePdfReader({ ...evidenceLimits, memoryBytes: 40 * 1024 * 1024 });
    expect(await read(drawing(Buffer.alloc(60_000_000, ' ')))).toMatchObject({ ok: false, reason: 'too_heavy' });
    expect(pagesOf(await read(onePage()))).toHaveLength(1);
  });

  it('of the heap: when the process runs out of it, that is no fault of ours', async () => {
    const [, manyObjects] = heavyFiles.find(([name]) => name.includes('objects')) ?? [];
    if (manyObjects === undefined) throw new Error('not in the corpus');
    const read = evidencePdfReader({ ...evidenceLimits, heapMebibytes: 24 });
    expect(await read(manyObjects())).toMatchObject({ ok: false, reason: 'too_heavy' });
  });

  it('of output: pictures beyond it are not collected', async () => {
    const read = evidencePdfReader({ ...evidenceLimits, outputBytes: 1000 });
    expect(await read(onePage())).toMatchObject({ ok: false, reason: 'too_heavy' });
  });

  it('of text: what goes beyond is left out, and that is said; the pictures are whole', async () => {
    const some = await evidencePdfReader({ ...evidenceLimits, textCharacters: 5 })(onePage());
    expect(some).toMatchObject({ ok: true, textCut: true, pages: [{ text: 'INVOI' }] });
    const all = await evidencePdfReader({ ...evidenceLimits, textCharacters: 7 })(onePage());
    expect(all).toMatchObject({ ok: true, textCut: false, pages: [{ text: 'INVOICE' }] });
    expect(pagesOf(some)[0]?.png).toEqual(pagesOf(all)[0]?.png);
  });

  it('of processes: two at once, eight wait, more are told to come back', async () => {
    const read = evidencePdfReader(evidenceLimits);
    const readings = await Promise.all(Array.from({ length: 12 }, () => read(onePage())));
    expect(readings.filter((each) => each.ok)).toHaveLength(10);
    expect(readings.filter((each) => !each.ok && each.reason === 'busy')).toHaveLength(2);
    expect(readings.at(-1)).toMatchObject({ ok: false, reason: 'busy', ...saysWhatToDo });
    expect(pagesOf(await read(onePage()))).toHaveLength(1); // and the places are free again
  });
});
