import { expect, test } from 'vitest';
import { drawPdf } from './draw-pdf.ts';
import { a4, type PageModel } from './page.ts';
import { readBackAside } from './read-back-aside.ts';

const at = new Date('2026-11-22T00:00:00Z');
const page = (text: string): PageModel => ({
  ...a4,
  parts: [{ role: 'P', inside: [{ kind: 'text', x: 20, y: 30, text, size: 9, face: 'regular', ink: '#000000' }] }],
});
const paper = (...texts: string[]): Promise<Buffer> =>
  drawPdf(texts.map(page), { title: 'paper', lang: 'en', createdAt: at });

test('each page is read, and papers that are asked for together do not get mixed up', async () => {
  const papers = await Promise.all([paper('one', '髙﨑'), paper('two'), paper('three')]);
  expect(await Promise.all(papers.map((pdf) => readBackAside(pdf)))).toEqual([['one', '髙﨑'], ['two'], ['three']]);
});

test('what is no PDF is refused, and the next is read all the same, by a new thread', async () => {
  const begun: unknown[] = [];
  process.on('worker', (worker) => begun.push(worker));
  await readBackAside(await paper('before'));
  const before = begun.length;
  await expect(readBackAside(Buffer.from('no PDF'))).rejects.toThrow('PDFium cannot read the paper');
  expect(await readBackAside(await paper('after'))).toEqual(['after']);
  expect(begun.length).toBe(before + 1);
});

test('a paper that takes too long does not hold up those that come later', async () => {
  await expect(readBackAside(await paper(...Array.from({ length: 200 }, String)), 1)).rejects.toThrow('ended');
  expect(await readBackAside(await paper('later'))).toEqual(['later']);
});
