import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { drawPdf, type PdfOptions } from './draw-pdf.ts';
import { a4, line, type PageModel, type Shape, type TextRun } from './page.ts';
import { colour, number, turned } from './pdf-numbers.ts';
import { textString } from './pdf-tags.ts';
import { readBack, readCharacters, renderPage } from './read-back.ts';
import { glyphsMissing } from './text.ts';

const options: PdfOptions = { title: 'A test', lang: 'en', createdAt: new Date('2026-11-22T00:00:00Z') };
const pageOf = (...inside: Shape[]): PageModel => ({ ...a4, parts: [{ role: 'P', inside }] });
const run = (text: string, y: number, more: Partial<TextRun> = {}): TextRun => ({
  ...{ kind: 'text', x: 20, y, text, size: 9, face: 'regular', ink: '#000000' },
  ...more,
});

describe('text in a PDF', () => {
  test('six hundred different characters are read back: their codes are every octet, brackets and line feeds too', async () => {
    const latin = Array.from({ length: 94 }, (_, i) => String.fromCodePoint(0x21 + i));
    const kanji = Array.from({ length: 900 }, (_, i) => String.fromCodePoint(0x4e00 + i));
    const drawable = [...latin, ...kanji].filter((char) => glyphsMissing(char).length === 0).slice(0, 600);
    expect(drawable).toHaveLength(600);
    const lines = Array.from({ length: 15 }, (_, i) => drawable.slice(40 * i, 40 * i + 40).join(''));
    const pdf = await drawPdf([pageOf(...lines.map((text, i) => run(text, 20 + 8 * i)))], options);
    const [read] = await readCharacters(pdf);
    expect(read?.replace(/\s/g, '')).toBe(drawable.join(''));
    expect((await readBack(pdf)).pages[0]?.chars.map(({ char }) => char).join('')).toBe(read);
    // A carriage return as it is means a line feed in a PDF's string. PDFium does not mind, others may.
    const shown = [...pdf.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/g)]
      .map(([, bytes = '']) => Buffer.from(bytes, 'latin1'))
      .flatMap((bytes) => ((bytes[0] ?? 0) % 16 === 8 ? [inflateSync(bytes).toString('latin1')] : []))
      .filter((content) => content.includes(') Tj'));
    expect(shown).toHaveLength(1);
    expect(shown[0]).not.toContain('\r');
  });

  test('each run has its own ink, size and spacing, whatever was said before it', async () => {
    const red = run('red', 20, { ink: '#ff0000', size: 20 });
    const filled = { ...line(100, 20, 120, 20, { ink: '#0000ff', width: 1 }), fill: '#00ff00' } as const;
    const runs = [red, run('wide', 40, { spacing: 5 }), run('same', 50), run('last', 60), filled, run('black', 80)];
    const pdf = await drawPdf([pageOf(...runs, { ...red, y: 100 })], options);
    const chars = (await readBack(pdf)).pages[0]?.chars ?? [];
    const of = (y: number) => chars.filter((char) => Math.abs(char.y - y) < 0.1);
    expect([20, 40, 50, 60, 80, 100].map((y) => of(y)[0]?.size)).toEqual([20, 9, 9, 9, 9, 20]);
    const gap = (y: number): number => (of(y)[1]?.x ?? 0) - (of(y)[0]?.x ?? 0);
    expect(gap(40)).toBeGreaterThan(7);
    expect(gap(50)).toBeLessThan(3);
    const { rgba, width } = await renderPage(pdf, 1, 254); // ten pixels a millimetre
    const darkestAt = (y: number): number => {
      const sums = Array.from({ length: 30 * 210 }, (_, i) => {
        const at = 4 * (((y - 3) * 10 + Math.floor(i / 210)) * width + 190 + (i % 210));
        return (rgba[at] ?? 0) + (rgba[at + 1] ?? 0) + (rgba[at + 2] ?? 0);
      });
      return Math.min(...sums);
    };
    for (const y of [20, 100]) expect(darkestAt(y), `red at ${y} mm`).toBe(255);
    for (const y of [40, 50, 60, 80]) expect(darkestAt(y), `black at ${y} mm`).toBeLessThan(60);
  });
});

describe('as PDF writes it', () => {
  test('numbers have no exponent, no minus zero, three digits; what is no length is refused', () => {
    expect([1e-9, -1e-9, 0.0005, 12.3456, -7, 1e6].map(number)).toEqual(['0', '0', '0.001', '12.346', '-7', '1000000']);
    for (const value of [Number.NaN, Infinity, 1e8]) expect(() => number(value)).toThrow('not a length');
    expect(turned(90)).toBe('0 -1 1 0');
    expect(turned()).toBe('1 0 0 1');
    expect(colour('#ff0080')).toBe('1 0 0.502');
    expect(() => colour('#ff00')).toThrow('not a colour');
  });

  test('texts outside the page are latin with escapes, or UTF-16 with its mark (ISO 32000-1, 7.9.2.2)', () => {
    expect(textString('Seal (red) \\')).toBe('(Seal \\(red\\) \\\\)');
    expect(textString('印𠮷')).toBe('<feff5370d842dfb7>');
    expect(textString('a\nb')).toBe('<feff0061000a0062>');
  });
});
