// The sheets as they will be, marked SPECIMEN: each as a picture for a page, and all as a PDF.
import { Hono } from 'hono';
import { previewPdf, previewSheet } from '../../../applications/preview.ts';
import { drawSvg } from '../../../paper/draw-svg.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env } from '../../request.ts';

export const previewScreens = new Hono<Env>();

previewScreens.get(paths.previewSheet(':id', ':sheet'), async (c) => {
  const asked = c.req.param('sheet');
  const sheet = /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 0;
  const { page, sheets } = await previewSheet(ctxOf(c), { applicationId: c.req.param('id'), sheet });
  // Only for whoever is signed in, and another picture after each change.
  return c.body(drawSvg(page, { label: `SPECIMEN ${asked}/${sheets}` }), 200, {
    ...{ 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'no-store' },
  });
});

previewScreens.get(paths.previewPdf(':id'), async (c) => {
  const pdf = await previewPdf(ctxOf(c), c.req.param('id'));
  return c.body(new Uint8Array(pdf), 200, {
    ...{ 'content-type': 'application/pdf', 'cache-control': 'no-store' },
    'content-disposition': 'inline; filename="specimen.pdf"',
  });
});
