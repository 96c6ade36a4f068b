// Chromium's print: the browser runs, the page is open and its fonts are loaded; only what it says is put in and printed.
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { faceNames } from '../../src/paper/page.ts';
import { root } from '../root.ts';
import { faceFiles } from './faces.ts';

type PrintOptions = Parameters<Page['pdf']>[0];
/** From the inside of a body to a PDF. */
export type Printer = (body: string) => Promise<Uint8Array>;
export type Browser = { printer(style: string, options: PrintOptions): Promise<Printer>; close(): Promise<void> };

const faceRules = faceNames.map((face) => `@font-face { font-family: ${face}; src: url(${face}.ttf) }`).join('\n');

export async function openChromium(): Promise<Browser> {
  // The tests' own way to a browser is no TypeScript, so it is not in dist/.
  const found = await import(pathToFileURL(join(root, 'test', 'runners', 'chromium.mjs')).href);
  const { findChromium, arguments_ } = found as typeof import('../../test/runners/chromium.mjs');
  const folder = mkdtempSync(join(tmpdir(), 'hakkyu-bench-'));
  for (const face of faceNames) symlinkSync(faceFiles[face], join(folder, `${face}.ttf`));
  const browser = await chromium.launch({ executablePath: await findChromium(root), args: arguments_ });
  return {
    async printer(style, options) {
      const page = await browser.newPage();
      const file = join(folder, 'page.html');
      writeFileSync(file, `<!DOCTYPE html><meta charset="utf-8"><style>${faceRules}\n${style}</style><body>`);
      await page.goto(pathToFileURL(file).href);
      return async (body) => {
        await page.evaluate(`document.body.innerHTML = ${JSON.stringify(body)}; document.fonts.ready.then(() => 0)`);
        return page.pdf(options);
      };
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const safe = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
