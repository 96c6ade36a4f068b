// The bench compares drawers of the same page: what it says is the same must be, and what its files hold is read from them.
import { beforeAll, describe, expect, it } from 'vitest';
import { checkDrawn } from '../bench/drawing/check-drawn.ts';
import { checkSamePage, heldBeside } from '../bench/drawing/check-same-page.ts';
import { type Paper, paperOf, textsOnSheets } from '../bench/drawing/content.ts';
import { drawOurs } from '../bench/drawing/ours.ts';
import { drawWholeWithPdfLib } from '../bench/drawing/with-pdf-lib-whole.ts';
import { drawWithPdfkit } from '../bench/drawing/with-pdfkit.ts';
import { drawWholeWithPdfkit } from '../bench/drawing/with-pdfkit-whole.ts';
import { recordSheets } from '../src/certificates/draw-record.ts';
import { drawPdf } from '../src/paper/draw-pdf.ts';
import type { Artifact, PageModel, Shape } from '../src/paper/page.ts';

let paper: Paper;
let ours: Uint8Array;
beforeAll(async () => {
  paper = await paperOf(1);
  ours = await drawOurs(paper);
});

/** Our page with some of its ground left out. */
async function withGround(keep: (shape: Shape) => boolean): Promise<Uint8Array> {
  const kept = (part: PageModel['parts'][number]): PageModel['parts'][number] =>
    isGround(part) ? { ...part, inside: part.inside.filter(keep) } : part;
  const sheets = recordSheets(paper.record, paper.secrets);
  const pages = sheets.map((sheet) => ({ ...sheet, parts: sheet.parts.map(kept) }));
  return drawPdf(pages, { title: 'Ground', lang: 'en', createdAt: new Date(0) });
}

const isGround = (part: PageModel['parts'][number]): part is Artifact =>
  part.role === 'Artifact' && part.inside.some((shape) => shape.kind === 'form');
const isMicrotext = (shape: Shape): boolean => shape.kind === 'form' && shape.form.name.startsWith('micro');

describe('the same page', () => {
  it.each([
    ['pdfkit', () => drawWholeWithPdfkit(paper, { shareForms: false }), ['tags', 'PDF/A-3a', 'record']],
    ['pdfkit, ground shared', () => drawWholeWithPdfkit(paper, { shareForms: true }), ['tags', 'PDF/A-3a', 'record']],
    ['pdf-lib', () => drawWholeWithPdfLib(paper), ['record']],
  ])('%s draws it, with every text, and holds what the table says', async (name, draw, held) => {
    const pdf = await draw();
    await checkSamePage(name, pdf, ours, [1]);
    await checkDrawn(name, pdf, textsOnSheets(paper));
    expect(await heldBeside(pdf)).toEqual(held);
  });

  it('is not one without microtext', async () => {
    const pdf = await withGround((shape) => !isMicrotext(shape));
    await expect(checkSamePage('bare', pdf, ours, [1])).rejects.toThrow(/differs by/);
  });

  it('is not one without the woven ground', async () => {
    const pdf = await withGround(isMicrotext);
    await expect(checkSamePage('bare', pdf, ours, [1])).rejects.toThrow(/differs by/);
  });

  it('is not one of texts and tables alone', async () => {
    const pdf = await drawWithPdfkit(paper.plain);
    await expect(checkSamePage('plain', pdf, ours, [1])).rejects.toThrow(/differs by/);
    await expect(checkDrawn('plain', pdf, textsOnSheets(paper))).rejects.toThrow(/plain/);
    expect(await heldBeside(pdf)).toEqual([]);
  });
});
