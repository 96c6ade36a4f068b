import { expect, test } from 'vitest';
import { drawPdf } from './draw-pdf.ts';
import { guilloche } from './guilloche.ts';
import { microFrame } from './microtext.ts';
import { a4, type Form, type FormShape, isShape, type PageModel, type Shape, type TextRun } from './page.ts';
import { type Raster, readBack, renderPage } from './read-back.ts';

const inks = { waves: '#3a7a6a', crossing: '#3a5a8a', rosette: '#2a6a66' } as const;
const asGround = guilloche('ground', 180, 250, inks);
const asForm: Form = { ...asGround, ground: false };
const box = { x: 10, y: 10, width: 190, height: 277 };
const frame = microFrame('0001-2026-000001-H ORIGINAL ', box, 1, '#000000');

const at = (form: Form, x = 15, y = 20): FormShape => ({ kind: 'form', form, x, y });
const word: TextRun = { kind: 'text', x: 20, y: 30, text: 'word', size: 9, face: 'regular', ink: '#000000' };
const pageOf = (...ground: Shape[]): PageModel => ({
  ...a4,
  parts: [
    { role: 'Artifact', inside: ground },
    { role: 'P', inside: [word] },
  ],
});
const draw = (...pages: PageModel[]): Promise<Buffer> =>
  drawPdf(pages, { title: 'ground', lang: 'en', createdAt: new Date('2026-11-22T00:00:00Z') });

/** Of what is dark in one of two pictures of one page, the part that is dark in only one. */
function disagreement(one: Raster, other: Raster): number {
  expect([one.width, one.height]).toEqual([other.width, other.height]);
  let [either, both] = [0, 0];
  for (let i = 1; i < one.rgba.length; i += 4) {
    const dark = [one, other].filter(({ rgba }) => (rgba[i] ?? 255) < 215).length;
    if (dark > 0) either += 1;
    if (dark === 2) both += 1;
  }
  expect(either).toBeGreaterThan(1000);
  return (either - both) / either;
}

test('a ground looks as the same lines drawn one by one, and stands where they do', async () => {
  const formOf = ([shape]: [FormShape]): FormShape => ({ ...shape, form: { ...shape.form, ground: false } });
  const ground = await renderPage(await draw(pageOf(at(asGround), ...frame)), 1, 150);
  const lines = await renderPage(await draw(pageOf(at(asForm), formOf(frame))), 1, 150);
  expect(disagreement(ground, lines)).toBeLessThan(0.01);
  const moved = await renderPage(await draw(pageOf(at(asForm, 15.5), formOf(frame))), 1, 150);
  expect(disagreement(ground, moved)).toBeGreaterThan(0.3); // so half a millimetre would have been seen
});

test('turned, it stands where its lines would', async () => {
  const turned = (form: Form): FormShape => ({ ...at(form, 100, 150), turn: 30, scale: 0.4 });
  const ground = await renderPage(await draw(pageOf(turned(asGround))), 1, 150);
  expect(disagreement(ground, await renderPage(await draw(pageOf(turned(asForm))), 1, 150))).toBeLessThan(0.01);
});

test('it is one object however many pages show it, and none that a reader of text takes to pieces', async () => {
  const page = pageOf(at(asGround), ...frame);
  const pdf = await draw(page, page, page);
  const file = pdf.toString('latin1');
  expect(file.match(/\/PatternType 1/g)).toHaveLength(2);
  expect((await readBack(pdf)).pages.map(({ text }) => text)).toEqual(['word', 'word', 'word']);
  // What a page itself names as XObject would be parsed with it.
  expect(file.match(/\/Pattern <</g)).toHaveLength(3);
  for (const [resources] of file.matchAll(/\/ProcSet[\s\S]*?endobj/g)) expect(resources).not.toMatch(/XObject <<\n\//);
});

test('it is refused where it would not be what it says: in a form, with text to be read, at two places', async () => {
  const inForm: Form = { name: 'outer', box: asGround.box, shapes: [at(asGround)] };
  await expect(draw(pageOf(at(inForm)))).rejects.toThrow('a ground stands on the page');
  const withText: Form = { ...asGround, name: 'words', shapes: [word] };
  await expect(draw(pageOf(at(withText)))).rejects.toThrow('no text to be read');
  await expect(draw(pageOf(at(asGround)), pageOf(at(asGround, 16)))).rejects.toThrow('one place');
});

test('the microtext says its words as often as they fit, along all four edges', () => {
  const [{ form }] = frame;
  const rows = form.shapes.map((shape) => (shape.kind === 'form' ? shape.form : undefined));
  expect(rows.map((row) => row?.name)).toEqual(['micro-across', 'micro-across', 'micro-down', 'micro-down']);
  for (const row of rows) {
    const units = row?.shapes ?? [];
    const [unit] = units.flatMap((shape) => (shape.kind === 'form' ? [shape.form] : []));
    expect(unit?.shapes.map((shape) => isShape(shape) && shape.kind === 'text' && shape.text)).toEqual([
      '0001-2026-000001-H ORIGINAL ',
    ]);
    expect(units.length).toBe(Math.floor((row?.box.width ?? 0) / (unit?.box.width ?? 1)));
    expect(units.length).toBeGreaterThan(10);
  }
});

test('microtext, whose curves are drawn as few straight lines, is the same letters to a printer of 1200 dpi', async () => {
  const text = '0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const style = { kind: 'text', face: 'medium', ink: '#000000', outlined: true, text } as const;
  const page = (scale: number): PageModel => ({
    ...{ width: 25.4 * scale, height: 12.7 * scale },
    parts: [{ role: 'Artifact', inside: [{ ...style, x: scale, y: 1.3 * scale, size: 1.6 * scale }] }],
  });
  // Ten times as large it is drawn with its curves.
  const small = await renderPage(await draw(page(1)), 1, 1200);
  const large = await renderPage(await draw(page(10)), 1, 120);
  expect(disagreement(small, large)).toBeLessThan(0.05);
});
