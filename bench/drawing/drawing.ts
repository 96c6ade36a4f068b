// One certificate of one sheet and one of 600 lines of goods, drawn by us and by four others, in turns.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKeyFile, type Signer } from '../../src/outside/signer.ts';
import { makeKeyFile } from '../../src/outside/signer-make-key.ts';
import { interleaved } from '../measure.ts';
import { figure, type Table, times } from '../table.ts';
import { checkDrawn } from './check-drawn.ts';
import { type Paper, paperOf, textsOf } from './content.ts';
import { drawOurs, drawOursSigned } from './ours.ts';
import { type ChromiumDrawer, openChromium } from './with-chromium.ts';
import { drawWithPdfLib } from './with-pdf-lib.ts';
import { drawWithPdfkit } from './with-pdfkit.ts';
import { drawWithPdfmake } from './with-pdfmake.ts';

export type DrawingOptions = { goodsLines: number; rounds: number; warmUp: number };
export const drawingOptions: readonly DrawingOptions[] = [
  { goodsLines: 1, rounds: 20, warmUp: 10 },
  { goodsLines: 600, rounds: 5, warmUp: 2 },
];

export async function benchDrawing(all: readonly DrawingOptions[] = drawingOptions): Promise<Table[]> {
  const keys = mkdtempSync(join(tmpdir(), 'hakkyu-bench-'));
  const browser = await openChromium();
  try {
    await makeKeyFile(keys, 'The Mihon Chamber (Demo)', new Date());
    const signer = await openKeyFile(keys);
    const tables: Table[] = [];
    for (const options of all) tables.push(await compare(options, signer, browser));
    return tables;
  } finally {
    await browser.close();
    rmSync(keys, { recursive: true, force: true });
  }
}

const drawers = (paper: Paper, signer: Signer, browser: ChromiumDrawer) => ({
  ours: () => drawOurs(paper),
  'ours, signed': () => drawOursSigned(paper, signer),
  pdfkit: () => drawWithPdfkit(paper.plain),
  '@pdfme/pdf-lib': () => drawWithPdfLib(paper.plain),
  pdfmake: () => drawWithPdfmake(paper.plain),
  'Chromium print': () => browser.draw(paper.plain),
});

type Name = keyof ReturnType<typeof drawers>;

async function compare(options: DrawingOptions, signer: Signer, browser: ChromiumDrawer): Promise<Table> {
  const paper = await paperOf(options.goodsLines);
  const draw = drawers(paper, signer, browser);
  const texts = textsOf(paper.plain);
  const drawn = new Map<Name, { pages: number; kilobytes: number }>();
  for (const name of Object.keys(draw) as Name[]) {
    const pdf = await draw[name]();
    drawn.set(name, { ...(await checkDrawn(name, pdf, texts)), kilobytes: pdf.length / 1000 });
  }
  const taken = await interleaved(draw, options);
  const rows = (Object.keys(draw) as Name[]).map((name) => [
    ...[name, figure(taken[name]), times(taken[name] / taken.ours)],
    ...[String(drawn.get(name)?.pages), figure(drawn.get(name)?.kilobytes ?? 0)],
  ]);
  return {
    title: `Drawing a certificate with ${options.goodsLines} line(s) of goods`,
    columns: ['drawn by', 'ms', 'of ours', 'pages', 'KB'],
    rows,
    notes: [
      `Median of ${options.rounds} rounds in turns after ${options.warmUp} to warm up; all text is in each file.`,
    ],
  };
}
