import { expect, test } from 'vitest';
import { drawPdf } from './draw-pdf.ts';
import { guilloche } from './guilloche.ts';
import { a4, type PageModel } from './page.ts';
import { readBack, readCharacters } from './read-back.ts';

/** As a form, which PDFium takes to pieces: so a page that it keeps is noticed. */
const ground = {
  ...guilloche('ground', 190, 250, { waves: '#c8dce6', crossing: '#d2d7eb', rosette: '#c8d7e1' }),
  ground: false,
};
const page: PageModel = {
  ...a4,
  parts: [
    { role: 'Artifact', inside: [{ kind: 'form', form: ground, x: 10, y: 20 }] },
    { role: 'P', inside: [{ kind: 'text', x: 20, y: 30, text: 'kept', size: 9, face: 'regular', ink: '#000000' }] },
  ],
};

/** Memory of WebAssembly only grows: what PDFium was not told to give back stays with the process for good. */
const held = (): number => process.memoryUsage().arrayBuffers + process.memoryUsage().external;

test('a server that reads papers back for weeks needs no more memory for each of them', {
  timeout: 60_000,
}, async () => {
  const pdf = await drawPdf([page, page], { title: 'paper', lang: 'en', createdAt: new Date('2026-11-22T00:00:00Z') });
  const read = async (times: number): Promise<void> => {
    for (let i = 0; i < times; i++) {
      expect((await readBack(pdf)).pages[1]?.text).toBe('kept');
      expect(await readCharacters(pdf)).toEqual(['kept', 'kept']);
    }
  };
  await read(5);
  const before = held();
  await read(40);
  expect((held() - before) / 40 / 1e6).toBeLessThan(0.2); // megabytes a paper
});
