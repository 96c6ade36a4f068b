// Chromium's print of a page: the browser runs, the page is open and its font is loaded; only what it says is put in and
// printed.
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { root } from '../root.ts';
import { fontFile, type PlainBox, type PlainPaper, rowsBySheet } from './content.ts';

const style = `@font-face { font-family: noto; src: url(noto.ttf) } body { font: 8pt noto; margin: 0 }
  h1:not(:first-child) { break-before: page } section { border: 1px solid; margin-bottom: 4pt } small { font-size: 6pt } p { margin: 0 } table { width: 100% }
  td { border-bottom: 0.3pt solid; vertical-align: top } td:first-child, td:last-child { width: 20% }`;

export type ChromiumDrawer = { draw(paper: PlainPaper): Promise<Uint8Array>; close(): Promise<void> };

export async function openChromium(): Promise<ChromiumDrawer> {
  // The tests' own way to a browser is no TypeScript, so it is not in dist/.
  const found = await import(pathToFileURL(join(root, 'test', 'runners', 'chromium.mjs')).href);
  const { findChromium, arguments_ } = found as typeof import('../../test/runners/chromium.mjs');
  const folder = mkdtempSync(join(tmpdir(), 'hakkyu-bench-'));
  symlinkSync(fontFile, join(folder, 'noto.ttf'));
  writeFileSync(join(folder, 'page.html'), `<!DOCTYPE html><meta charset="utf-8"><style>${style}</style><body>`);
  const browser = await chromium.launch({ executablePath: await findChromium(root), args: arguments_ });
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(folder, 'page.html')).href);
  return {
    async draw(paper) {
      await page.evaluate(
        `document.body.innerHTML = ${JSON.stringify(bodyOf(paper))}; document.fonts.ready.then(() => 0)`,
      );
      return page.pdf({ format: 'A4', margin: { top: '14mm', right: '14mm', bottom: '14mm', left: '14mm' } });
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const safe = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const boxed = ({ label, lines }: PlainBox): string =>
  `<section><small>${safe(label)}</small>${lines.map((line) => `<p>${safe(line)}</p>`).join('')}</section>`;

function bodyOf(paper: PlainPaper): string {
  const cells = (row: readonly string[]): string => `<tr>${row.map((cell) => `<td>${safe(cell)}</td>`).join('')}</tr>`;
  const first = [...paper.boxes, { label: 'Marks', lines: paper.marks }].map(boxed).join('');
  const sheets = rowsBySheet(paper).map(
    (rows, sheet) =>
      `<h1>${safe(paper.title)}</h1>${sheet === 0 ? first : ''}<table>${[paper.head, ...rows].map(cells).join('')}</table>`,
  );
  return sheets.join('') + paper.feet.map(boxed).join('');
}
