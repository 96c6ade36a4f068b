// Writes demo/seal.png, the seal of the demo chamber: a drawing that belongs to nobody, at 600 dpi, its ground transparent.
// Run after `node scripts/build.mjs`.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoSeal } from '../dist/src/applications/forms/origin/sheet-fixture.js';
import { encodePng } from '../dist/src/outside/png-encode.js';
import { drawPdf } from '../dist/src/paper/draw-pdf.js';
import { a4 } from '../dist/src/paper/page.js';
import { renderPage } from '../dist/src/paper/read-back.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dpi = 600;
const side = 27.4; // millimetres
const page = { ...a4, parts: [{ kind: 'form', form: demoSeal, x: side / 2, y: side / 2 }] };
const pdf = await drawPdf([page], { title: 'seal', lang: 'ja', createdAt: new Date(0) });
const { width, rgba } = await renderPage(pdf, 1, dpi);
const pixels = Math.round((side / 25.4) * dpi);
const ink = new Uint8Array(pixels * pixels * 4);
for (let y = 0; y < pixels; y++)
  for (let x = 0; x < pixels; x++) {
    const from = (y * width + x) * 4;
    // Red ink on white: how far green is from white says how much ink there is.
    const much = Math.min(255, Math.round(((255 - rgba[from + 1]) / (255 - 0x26)) * 255));
    ink.set([0xc8, 0x26, 0x2b, much], (y * pixels + x) * 4);
  }
writeFileSync(join(root, 'demo/seal.png'), encodePng(ink, pixels, pixels, 'kept'));
