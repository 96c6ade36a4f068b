// 署名届: drawn where the reader of the scan will look.
import { describe, expect, test } from 'vitest';
import { drawPdf } from '../../paper/draw-pdf.ts';
import { a4, type PathShape, shapesOf } from '../../paper/page.ts';
import { renderPage } from '../../paper/read-back.ts';
import type { ContentSignatory } from '../content.ts';
import { cornerMarks, signatureFrame } from '../letters-frame.ts';
import { extractSignature } from '../signature/extract.ts';
import { demoFacts, demoSignatory, readPages } from './letter-fixture.ts';
import { sheetSigners, signatureSheetPages } from './signature-sheet.ts';

const facts = demoFacts();
const [signatory] = facts.content.signatories as [ContentSignatory];
const pages = signatureSheetPages(facts, signatory);
const shapes = shapesOf(pages[0]?.parts ?? []);
const paths = shapes.filter((shape): shape is PathShape => shape.kind === 'path');

/** Left, top, right and bottom in millimetres. */
function edges({ steps }: PathShape): number[] {
  const points = steps.filter((step) => step.go !== 'Z');
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

describe('署名届', () => {
  test('the frame and four black marks stand at the millimetres that the scan is read by', () => {
    const { x, y, width, height } = signatureFrame;
    expect(paths.filter(({ stroke }) => stroke).map(edges)).toContainEqual([x, y, x + width, y + height]);
    const marks = paths.filter(({ fill }) => fill === '#000000').map(edges);
    const half = cornerMarks.side / 2;
    expect(marks).toEqual(cornerMarks.centres.map((at) => [at.x - half, at.y - half, at.x + half, at.y + half]));
  });

  test('they are painted there: black inside the marks, white right beside them and inside the frame', async () => {
    const pdf = await drawPdf(pages, { title: 'x', lang: 'ja', createdAt: new Date('2026-11-23T00:00:00Z') });
    const { rgba, width, height: rows } = await renderPage(pdf, 1, 200);
    const red = (x: number, y: number): number =>
      rgba[4 * (Math.floor((y / a4.height) * rows) * width + Math.floor((x / a4.width) * width))] ?? -1;
    for (const { x, y } of cornerMarks.centres) {
      expect([red(x - 2.2, y), red(x, y), red(x + 2.2, y), red(x, y - 2.2), red(x, y + 2.2)]).toEqual(Array(5).fill(0));
      expect([red(x - 3, y), red(x + 3, y), red(x, y - 3), red(x, y + 3)]).toEqual(Array(4).fill(255));
    }
    const { x, y, width: wide, height } = signatureFrame;
    for (let dx = 1; dx < wide; dx++) for (let dy = 1; dy < height; dy++) expect(red(x + dx, y + dy)).toBe(255);
  });

  test('the reader of scans finds the marks on it, and that nobody has signed yet', async () => {
    const pdf = await drawPdf(pages, { title: 'x', lang: 'ja', createdAt: new Date('2026-11-23T00:00:00Z') });
    const { rgba, width, height } = await renderPage(pdf, 1, 200);
    const samples = rgba.filter((_, i) => i % 4 !== 3);
    const read = extractSignature({ width, height, channels: 3, samples, dpi: 200 }, { kind: 'sheet' });
    expect(read).toMatchObject({ ok: false, found: 'marks', problem: { reason: 'empty' } });
  });

  test('no colour: the signature is to be the only one on the scan', () => {
    const inks = shapes.flatMap((shape) => {
      if (shape.kind === 'text') return [shape.ink];
      return shape.kind === 'path' ? [shape.fill, shape.stroke?.ink].filter((ink) => ink !== undefined) : ['picture'];
    });
    expect(inks.filter((ink) => !/^#(..)\1\1$/.test(ink))).toEqual([]);
  });

  test('says who signs, for which firm and chamber, and how, in both languages', async () => {
    const [text = '', ...more] = await readPages(pages);
    expect(more).toEqual([]);
    const said = [
      ...['署名届', '山田太郎1', 'TaroYAMADA1', '貿易部長/ExportManager', '株式会社見本貿易', 'MIHONTRADINGCO.,LTD.'],
      ...['浪速商工会議所会頭殿', '枠の中に、ご本人がインクのペンで署名', 'Signinsidetheframe', '受付番号T2026-000123'],
    ];
    for (const words of said) expect(text).toContain(words);
  });

  test('one for each signatory who stays and signs, none for 代行業者', () => {
    const signatories = [1, 2, 3].map((n) => demoSignatory(n, { leaves: n === 2, withoutSignature: n === 3 }));
    expect(sheetSigners(demoFacts({ signatories })).map(({ nameEn }) => nameEn)).toEqual(['Taro YAMADA 1']);
    expect(sheetSigners(demoFacts({ signatories, kind: 'agent' }))).toEqual([]);
  });
});
