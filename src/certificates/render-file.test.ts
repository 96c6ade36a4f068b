import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allForms } from '../applications/forms/forms.ts';
import { originForm } from '../applications/forms/origin/form.ts';
import { demoSeal } from '../applications/forms/origin/sheet-fixture.ts';
import { originWording } from '../applications/forms/origin/wording.ts';
import { Refusal } from '../lib/refusal.ts';
import { readBack } from '../paper/read-back.ts';
import type { PaperSecrets } from './draw-record.ts';
import { drawRecord } from './draw-record.ts';
import { recordOf } from './record.ts';
import { parseRecord, renderFile } from './render-file.ts';

const folder = join(import.meta.dirname, '../../docs/samples');
const samples = readdirSync(folder).filter((name) => name.endsWith('.json'));
const sample = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));

const secrets: PaperSecrets = {
  version: 'COPY',
  accessCode: '7K3M-9QXD-2FHW-R',
  qrAddress: 'HTTPS://REF.EXAMPLE.JP/R/7K3M9QXD2FHWR0ABCDEFGHJKMN',
  referenceHost: 'ref.example.jp',
  seal: { kind: 'form', form: demoSeal },
};

const schemas = allForms.map(({ recordSchema }) => `"${recordSchema}"`).join(', ');

function problemsOf(json: unknown): Record<string, string> {
  try {
    parseRecord(json);
  } catch (error) {
    if (error instanceof Refusal) return Object.fromEntries(error.fields.map(({ field, en }) => [field, en]));
    throw error;
  }
  return {};
}

const squeezed = (text: string): string => text.replace(/\s+/g, '');

describe('the samples', () => {
  test('there are some, each says that it is a demo', () => {
    expect(samples.length).toBeGreaterThanOrEqual(4);
    for (const name of samples) expect(sample(name).chamber.nameEn).toContain('Demo');
  });

  test.each(samples)('%s: everything that was certified is read back from the paper', async (name) => {
    const record = recordOf(originForm).parse(parseRecord(sample(name)));
    const { pdf, pages } = await drawRecord(record, secrets);
    const read = await readBack(pdf);
    expect(read.pages).toHaveLength(pages);
    const text = squeezed(read.pages.map((page) => page.text).join('\n'));
    const { content } = record;
    const declared = [
      content.exporter.name,
      content.consignee.name,
      content.marks,
      record.number,
      record.certifier.name,
    ];
    const lines = content.goods.flatMap((line) => [line.marks, line.description, line.quantity + line.unit]);
    for (const wanted of [...declared, ...lines].flatMap((each) => each.split('\n'))) {
      expect(text, wanted).toContain(squeezed(wanted));
    }
  });

  test('the wording printed in a record is the record’s own', () => {
    expect(sample('one-line.json').wording).toEqual(originWording);
  });

  test('three sheets are three sheets', async () => {
    expect((await renderFile(sample('three-sheets.json'))).pages).toBe(3);
  });
});

describe('drawing a record', () => {
  test('without secrets it is a specimen: no number, no code, no record attached', async () => {
    const { pdf } = await renderFile(sample('one-line.json'));
    const { pages } = await readBack(pdf);
    expect(pages[0]?.text).toContain('SPECIMEN');
    expect(pages[0]?.text).not.toContain(sample('one-line.json').number);
    expect(pdf.toString('latin1')).not.toContain('EmbeddedFile');
  });

  test('the same record gives the same bytes; ORIGINAL and COPY differ', async () => {
    const record = parseRecord(sample('one-line.json'));
    const [once, twice] = [await drawRecord(record, secrets), await drawRecord(record, secrets)];
    const original = await drawRecord(record, { ...secrets, version: 'ORIGINAL' });
    expect(once.pdf.equals(twice.pdf)).toBe(true);
    expect(once.pdf.equals(original.pdf)).toBe(false);
    expect((await readBack(original.pdf)).pages[0]?.text).toContain('ORIGINAL');
  });

  test('the access code and the token of the QR code are not in the attached record', () => {
    const record = sample('one-line.json');
    expect(problemsOf({ ...record, accessCode: 'X' })).toEqual({ '(file)': 'unknown: accessCode; take it out' });
  });

  test('a signature picture that is not the certified one is not drawn', async () => {
    const record = parseRecord(sample('one-line.json'));
    await expect(drawRecord(record, { ...secrets, signature: Buffer.from('other') })).rejects.toThrow(
      'signature picture',
    );
  });
});

describe('a file that is no record, or cannot be printed, is told where and why', () => {
  const record = sample('one-line.json');
  const goods = (fields: object) => ({
    ...record,
    content: { ...record.content, goods: [{ ...record.content.goods[0], ...fields }] },
  });

  test.each([
    ['no object', 'x', { '(file)': 'must be there and be of type object' }],
    ['another schema', { ...record, schema: 'other' }, { schema: `must be one of: ${schemas}` }],
    [
      'a missing name',
      { ...record, certifier: { title: '' } },
      { 'certifier.name': 'must be there and be of type string' },
    ],
    ['a date in digits and slashes', { ...record, date: '22/11/2026' }, { date: 'not in the form date' }],
    [
      'a number for a text',
      goods({ quantity: 12 }),
      { 'content.goods.0.quantity': 'must be there and be of type string' },
    ],
    [
      'a character without glyph',
      goods({ description: 'ok 😀' }),
      { 'content.goods.0.description': '"😀" (U+1F600) cannot be printed; use another character' },
    ],
    [
      'a box that does not fit',
      {
        ...record,
        content: { ...record.content, exporter: { name: 'A', address: '1\n2\n3\n4\n5\n6', country: 'Japan' } },
      },
      { 'content (box 1)': 'holds 6 lines, this takes 8; shorten it' },
    ],
  ])('%s', (_, json, problems) => {
    expect(problemsOf(json)).toEqual(problems);
  });

  test('a record that is right has no problems', () => {
    expect(problemsOf(record)).toEqual({});
  });
});
