// One certificate of one sheet and one of 600 lines of goods, drawn by us and by four others, in turns. The others draw it
// twice: its texts and tables alone, and the same page.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKeyFile, type Signer } from '../../src/outside/signer.ts';
import { makeKeyFile } from '../../src/outside/signer-make-key.ts';
import { interleaved } from '../measure.ts';
import { figure, type Table, times } from '../table.ts';
import { checkDrawn } from './check-drawn.ts';
import { checkSamePage, heldBeside } from './check-same-page.ts';
import { openChromium } from './chromium.ts';
import { type Paper, type PlainPaper, paperOf, textsOf, textsOnSheets } from './content.ts';
import { drawOurs, drawOursSigned } from './ours.ts';
import { chromiumDrawer } from './with-chromium.ts';
import { wholeChromiumDrawer } from './with-chromium-whole.ts';
import { drawWithPdfLib } from './with-pdf-lib.ts';
import { drawWholeWithPdfLib } from './with-pdf-lib-whole.ts';
import { drawWithPdfkit } from './with-pdfkit.ts';
import { drawWholeWithPdfkit } from './with-pdfkit-whole.ts';
import { drawWithPdfmake } from './with-pdfmake.ts';

export type DrawingOptions = { goodsLines: number; rounds: number; warmUp: number };
export const drawingOptions: readonly DrawingOptions[] = [
  { goodsLines: 1, rounds: 20, warmUp: 10 },
  { goodsLines: 600, rounds: 5, warmUp: 2 },
];

/** Who draws, and what: `texts` is texts and tables alone, `page` the same page as ours. */
type Drawer = {
  name: string;
  texts?: (paper: PlainPaper) => Promise<Uint8Array>;
  page?: (paper: Paper) => Promise<Uint8Array>;
};

export async function benchDrawing(all: readonly DrawingOptions[] = drawingOptions): Promise<Table[]> {
  const keys = mkdtempSync(join(tmpdir(), 'hakkyu-bench-'));
  const browser = await openChromium();
  try {
    await makeKeyFile(keys, 'The Mihon Chamber (Demo)', new Date());
    const signer = await openKeyFile(keys);
    const chromium = { texts: await chromiumDrawer(browser), page: await wholeChromiumDrawer(browser) };
    const drawers = [...ourDrawers(signer), ...rivals, { name: 'Chromium print', ...chromium }];
    const tables: Table[] = [];
    for (const options of all) tables.push(await compare(options, drawers));
    return tables;
  } finally {
    await browser.close();
    rmSync(keys, { recursive: true, force: true });
  }
}

const ours = 'ours';

const ourDrawers = (signer: Signer): Drawer[] => [
  { name: ours, page: drawOurs },
  { name: 'ours, signed', page: (paper) => drawOursSigned(paper, signer) },
];

const rivals: readonly Drawer[] = [
  { name: 'pdfkit', texts: drawWithPdfkit, page: (paper) => drawWholeWithPdfkit(paper, { shareForms: false }) },
  { name: 'pdfkit, ground shared', page: (paper) => drawWholeWithPdfkit(paper, { shareForms: true }) },
  { name: '@pdfme/pdf-lib', texts: drawWithPdfLib, page: drawWholeWithPdfLib },
  { name: 'pdfmake', texts: drawWithPdfmake },
];

type Work = { name: string; what: 'texts' | 'page'; draw: () => Promise<Uint8Array> };
/** Nothing of a file is kept but this. */
type Drawn = { kilobytes: number; held: readonly string[] };

function workOf(drawers: readonly Drawer[], paper: Paper): Map<string, Work> {
  const work = drawers.flatMap(({ name, texts, page }): Work[] => [
    ...(texts ? [{ name, what: 'texts', draw: () => texts(paper.plain) } as const] : []),
    ...(page ? [{ name, what: 'page', draw: () => page(paper) } as const] : []),
  ]);
  return new Map(work.map((one) => [keyOf(one), one]));
}

const keyOf = ({ name, what }: Pick<Work, 'name' | 'what'>): string => `${name}: ${what}`;

async function compare(options: DrawingOptions, drawers: readonly Drawer[]): Promise<Table> {
  const paper = await paperOf(options.goodsLines);
  const work = workOf(drawers, paper);
  const drawn = await drawnOnce(paper, work);
  const taken = await interleaved(Object.fromEntries([...work].map(([key, { draw }]) => [key, draw])), options);
  const own = taken[keyOf({ name: ours, what: 'page' })] ?? Number.NaN;
  const figures = (name: string, what: Work['what']): string[] => {
    const [ms, file] = [taken[keyOf({ name, what })], drawn.get(keyOf({ name, what }))];
    return ms === undefined || file === undefined
      ? ['–', '–', '–']
      : [figure(ms), times(ms / own), figure(file.kilobytes)];
  };
  return {
    title: `Drawing a certificate with ${options.goodsLines} line(s) of goods, ${paper.plain.sheets} sheet(s)`,
    columns: ['drawn by', 'texts: ms', 'of ours', 'KB', 'the page: ms', 'of ours', 'KB', 'holds'],
    rows: drawers.map(({ name }) => [
      ...[name, ...figures(name, 'texts'), ...figures(name, 'page')],
      drawn.get(keyOf({ name, what: 'page' }))?.held.join(', ') ?? '–',
    ]),
    notes: [
      `Median of ${options.rounds} rounds in turns after ${options.warmUp} to warm up; every text is in each file, and "the page" looks like ours. Ours, which always draws the page, is the 1.0× of both.`,
    ],
  };
}

/** Each result is looked at before anything is measured. */
async function drawnOnce(paper: Paper, work: ReadonlyMap<string, Work>): Promise<Map<string, Drawn>> {
  const { sheets } = paper.plain;
  const own = await drawOurs(paper);
  const texts = { texts: textsOf(paper.plain), page: textsOnSheets(paper) };
  const drawn = new Map<string, Drawn>();
  for (const [key, { what, draw }] of work) {
    const pdf = await draw();
    const { pages } = await checkDrawn(key, pdf, texts[what]);
    if (pages !== sheets) throw new Error(`${key} has ${pages} sheets instead of ${sheets}`);
    if (what === 'page') await checkSamePage(key, pdf, own, [...new Set([1, Math.min(2, sheets), sheets])]);
    drawn.set(key, { kilobytes: pdf.length / 1000, held: await heldBeside(pdf) });
  }
  return drawn;
}
