import { describe, expect, test } from 'vitest';
import { readScan } from '../../outside/scan-picture.ts';
import { encodeJpeg, pdfOf } from '../../outside/scan-picture-corpus.ts';
import { pngSize } from '../../paper/png.ts';
import { extractSignature } from './extract.ts';
import { extractAside } from './extract-aside.ts';
import { scanOf } from './scan-corpus.ts';

const minutes = { timeout: 180_000 }; // of a machine that does other things too

async function pagesOf(bytes: Buffer) {
  const reading = await readScan(bytes);
  if (!reading.ok) throw new Error(`refused: ${reading.reason}`);
  return reading.pages;
}

describe('from the file to the signature', minutes, () => {
  const a4 = scanOf({ dpi: 200, skew: 1 });

  test('a PDF of two pages, the sheet on the second, packed hard as JPEG', async () => {
    const pages = await pagesOf(await pdfOf([undefined, encodeJpeg(a4, 35)]));
    const extraction = await extractAside(pages);
    expect(extraction).toMatchObject({ ok: true, at: 1, found: 'marks' });
    if (!extraction.ok) return;
    const { width, height } = pngSize(extraction.png);
    expect(width / height).toBeCloseTo(2.75, 1);
    expect(Math.max(width / 1417, height / 371)).toBeCloseTo(1, 1);
    expect(pngSize(extraction.before).width).toBeGreaterThan(900);
  });

  test('a photo that a phone stored sideways', async () => {
    const part = { x: 20, y: 92, width: 170, height: 80 };
    const sideways = scanOf({ dpi: 250, part, turn: 90, light: [0.7, 0.95], grain: 4 });
    const [page] = await pagesOf(encodeJpeg(sideways, 80, { orientation: 8, dpi: 72 }));
    expect(page && page.width > page.height).toBe(true);
    const extraction = await extractAside(page ? [page] : [], { kind: 'sheet' });
    expect(extraction).toMatchObject({ ok: true, found: 'marks' });
    if (extraction.ok) expect(extraction.width / extraction.height).toBeCloseTo(2.75, 1);
  });

  test('a scan of 100 dpi does not get finer by lying in a PDF', async () => {
    const pages = await pagesOf(await pdfOf([encodeJpeg(scanOf({ dpi: 100 }), 90)]));
    expect(await extractAside(pages)).toMatchObject({ ok: false, problem: { reason: 'coarse' } });
  });

  test('aside it is the same picture, and the eleventh at once is told to come again', async () => {
    const page = scanOf({ dpi: 150, part: { x: 30, y: 95, width: 150, height: 70 } });
    const here = extractSignature(page, { kind: 'sheet' });
    const small = { width: 200, height: 200, channels: 1 as const, samples: new Uint8Array(40_000).fill(250) };
    const others = Array.from({ length: 10 }, () => extractAside([small], { kind: 'sheet' }));
    const answers = await Promise.all([...others, extractAside([page], { kind: 'sheet' })]);
    expect(answers.filter((one) => !one.ok && one.problem.reason === 'no_frame')).toHaveLength(10);
    expect(answers.filter((one) => !one.ok && one.problem.reason === 'busy')).toHaveLength(1);
    const aside = await extractAside([page], { kind: 'sheet' });
    expect(here.ok && aside.ok && aside.png.equals(here.png)).toBe(true);
  });
});
