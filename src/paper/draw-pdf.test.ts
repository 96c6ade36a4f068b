import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { drawPdf, type PdfOptions, signatureRoom } from './draw-pdf.ts';
import { drawSvg } from './draw-svg.ts';
import { a4, type Form, line, type PageModel, rectangle, type Shape, type TextRun } from './page.ts';
import { qrPath } from './qr-path.ts';
import { readBack, renderPage } from './read-back.ts';

const { default: jsQR } = createRequire(import.meta.url)('jsqr') as typeof import('jsqr');

const options: PdfOptions = { title: 'A test', lang: 'en', createdAt: new Date('2026-11-22T00:00:00Z') };

const run = (text: string, x: number, y: number, more: Partial<TextRun> = {}): TextRun => ({
  kind: 'text',
  ...{ text, x, y, size: 9, face: 'regular', ink: '#000000' },
  ...more,
});

const pageOf = (...inside: Shape[]): PageModel => ({ ...a4, parts: [{ role: 'P', inside }] });

describe('a drawn PDF', () => {
  test('the same input gives the same bytes', async () => {
    const pages = [pageOf(run('Hello 髙﨑', 20, 20), line(10, 10, 100, 10, { ink: '#123456', width: 0.2 }))];
    expect((await drawPdf(pages, options)).equals(await drawPdf(pages, options))).toBe(true);
  });

  test('text is read back character by character where it was put, also characters that share a glyph', async () => {
    // U+2F24 is drawn with the glyph of U+5927, U+00B5 may be drawn with that of U+03BC.
    const text = 'Été µμ ⼤大 ㈱①𠮷 (Привет)';
    const { pages } = await readBack(await drawPdf([pageOf(run(text, 20, 30), run('second', 20, 40))], options));
    expect(pages[0]?.text).toBe(`${text}\nsecond`);
    const first = pages[0]?.chars[0];
    expect(first?.char).toBe('É');
    expect(first?.x).toBeCloseTo(20, 2);
    expect(first?.y).toBeCloseTo(30, 2);
    expect(first?.size).toBe(9);
  });

  test('a hyphen that ends a line is read back as the hyphen that it is', async () => {
    // PDFium takes it for a word that was divided, and gives U+0002 for it (in its text U+FFFE, without the line break).
    const { pages } = await readBack(await drawPdf([pageOf(run('CASE-', 20, 30), run('mark A-', 20, 34.1))], options));
    expect(pages[0]?.text).toBe('CASE-\nmark A-');
    expect(pages[0]?.chars.map(({ char }) => char).join('')).toContain('CASE-mark A-');
  });

  test('outlined text is seen and not read', async () => {
    const pdf = await drawPdf([pageOf(run('seen', 20, 40, { outlined: true, size: 40 }))], options);
    expect((await readBack(pdf)).pages[0]?.text).toBe('');
    expect(await darkPixels(pdf)).toBeGreaterThan(200);
  });

  test('a character without glyph is an error, never a blank', async () => {
    await expect(drawPdf([pageOf(run('a😀', 20, 20))], options)).rejects.toThrow('U+1f600');
  });

  test('a form is one object however many pages show it', async () => {
    const form: Form = {
      name: 'shared',
      box: { x: 0, y: 0, width: 50, height: 50 },
      shapes: [rectangle(1, 1, 40, 40, { fill: '#dddddd' })],
    };
    const page: PageModel = { ...a4, parts: [{ role: 'Artifact', inside: [{ kind: 'form', form, x: 10, y: 10 }] }] };
    const pdf = await drawPdf([page, page, page], options);
    expect(pdf.toString('latin1').match(/\/Subtype \/Form/g)).toHaveLength(1);
  });

  test('a picture is one object however many pages show it, and is where it was put', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const page = pageOf({ kind: 'picture', x: 50, y: 50, width: 20, height: 10, png });
    const pdf = await drawPdf([page, page], options);
    expect(pdf.toString('latin1').match(/\/ColorSpace \/DeviceRGB/g)).toHaveLength(1);
    const { rgba, width } = await renderPage(pdf, 2, 25.4); // one pixel a millimetre
    const at = (x: number, y: number): number[] => [...rgba.subarray(4 * (y * width + x), 4 * (y * width + x) + 3)];
    expect(at(60, 55)).not.toEqual([255, 255, 255]);
    expect([at(60, 48), at(60, 62), at(48, 55), at(72, 55)]).toEqual(Array(4).fill([255, 255, 255]));
  });

  test('two forms of one name would show one for the other: refused', async () => {
    const form = (width: number): Form => ({ name: 'same', box: { x: 0, y: 0, width, height: 1 }, shapes: [] });
    const page = pageOf({ kind: 'form', form: form(1), x: 0, y: 0 }, { kind: 'form', form: form(2), x: 0, y: 0 });
    await expect(drawPdf([page], options)).rejects.toThrow('form names');
  });

  test('it says what it is: PDF/A-3a, tagged, its language and title, not to be scaled when printed', async () => {
    const pdf = (await drawPdf([pageOf(run('x', 20, 20))], options)).toString('latin1');
    expect(pdf).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(pdf).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(pdf).toMatch(/\/Marked true/);
    expect(pdf).toMatch(/\/Lang \(en\)/);
    expect(pdf).toMatch(/\/PrintScaling \/None/);
    expect(pdf).toMatch(/\/OutputIntents/);
    expect(pdf).not.toMatch(/Helvetica/);
  });

  test('the record is attached as data', async () => {
    const attachment = { name: 'record.json', description: 'what was certified', json: '{"a":"髙"}' };
    const pdf = (await drawPdf([pageOf(run('x', 20, 20))], { ...options, attachment })).toString('latin1');
    expect(pdf).toMatch(/\/AFRelationship \/Data/);
    expect(pdf).toMatch(/\/UF \(record\.json\)/);
    expect(pdf).toMatch(/\/Subtype \/application#2Fjson/);
  });

  test('a title that would break the metadata is refused', async () => {
    await expect(drawPdf([pageOf()], { ...options, title: 'A & B' })).rejects.toThrow('title');
  });

  test('room for a signature: one field, one hole of zeros, one revision', async () => {
    const signature = { field: 'chamber', reason: 'Certified', at: new Date('2026-11-22T03:04:05Z') };
    const pdf = (await drawPdf([pageOf(run('x', 20, 20))], { ...options, signature })).toString('latin1');
    expect(pdf).toContain(`/Contents <${'00'.repeat(signatureRoom)}>`);
    expect(pdf.match(/\/ByteRange \[0 9999999999 9999999999 9999999999\]/g)).toHaveLength(1);
    expect(pdf.match(/%%EOF/g)).toHaveLength(1);
    expect(pdf).toContain('/M (D:20261122030405Z)');
    expect(pdf).not.toContain('NeedAppearances');
  });
});

describe('a QR code', () => {
  const address = 'HTTPS://REF.EXAMPLE.JP/R/7K3M9QXD2FHWR0ABCDEFGHJKMN';

  test('22 mm wide, it is decoded from the page at 150 dpi', async () => {
    const pdf = await drawPdf([pageOf(qrPath(address, 30, 30, 22, '#000000'))], options);
    const { rgba, width, height } = await renderPage(pdf, 1, 150);
    expect(jsQR(new Uint8ClampedArray(rgba), width, height)?.data).toBe(address);
  });

  test('it is one object however many pages show it, and is decoded from each', async () => {
    const page = pageOf(run('x', 10, 10), qrPath(address, 30, 30, 22, '#000000'), run('after', 10, 80));
    const pdf = await drawPdf([page, page], options);
    expect(pdf.toString('latin1').match(/\/Subtype \/Form/g)).toHaveLength(1);
    for (const number of [1, 2]) {
      const { rgba, width, height } = await renderPage(pdf, number, 150);
      expect(jsQR(new Uint8ClampedArray(rgba), width, height)?.data).toBe(address);
    }
  });

  test('lower case is refused: it would make every module smaller', () => {
    expect(() => qrPath('https://x', 0, 0, 22, '#000000')).toThrow('upper case');
  });
});

describe('the same page as SVG', () => {
  const page: PageModel = {
    ...a4,
    parts: [
      {
        role: 'P',
        mark: 'box-1',
        inside: [run('Hello "&" 髙', 20, 30), rectangle(1, 2, 3, 4, { stroke: { ink: '#112233', width: 0.1 } })],
      },
    ],
  };

  test('no script, no style, nothing from elsewhere: the content policy allows none', () => {
    const svg = drawSvg(page, { label: 'a "sheet" <1>' });
    expect(svg).not.toMatch(/<script|style=|<style|url\(|href="(?!#)/);
    expect(svg).toContain('aria-label="a &#34;sheet&#34; &#60;1&#62;"');
    expect(svg).toContain('data-mark="box-1"');
  });

  test('each glyph is defined once and every use has its definition', () => {
    const svg = drawSvg(page, { label: 'x', idPrefix: 'p2' });
    const defined = [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    const used = [...svg.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(defined).size).toBe(defined.length);
    expect([...new Set(used)].filter((id) => !defined.includes(id))).toEqual([]);
    expect(used).toHaveLength('Hello"&"髙'.length);
    expect(defined.every((id) => id?.startsWith('p2-'))).toBe(true);
  });

  test('a character without glyph is an error here too', () => {
    expect(() => drawSvg(pageOf(run('😀', 1, 1)), { label: 'x' })).toThrow('U+1f600');
  });
});

async function darkPixels(pdf: Uint8Array): Promise<number> {
  const { rgba } = await renderPage(pdf, 1, 50);
  let dark = 0;
  for (let at = 0; at < rgba.length; at += 4) if ((rgba[at] ?? 255) < 128) dark += 1;
  return dark;
}
