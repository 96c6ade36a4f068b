import { describe, expect, test } from 'vitest';
import { emptyInvoiceContent, type InvoiceContent } from '../../applications/forms/invoice/content.ts';
import { invoiceForm } from '../../applications/forms/invoice/form.ts';
import { manyLines } from '../../applications/forms/invoice/sheet-fixture.ts';
import { InvoiceContent as Answered, InvoiceBoxes } from '../api/invoice-schema.ts';
import { invoiceLabel } from '../firm/invoice/invoice-labels.ts';
import { invoicePages } from './invoice.tsx';

/** Paths of all that can be typed. */
function pathsIn(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, path === '' ? key : `${path}.${key}`));
}

const exporter = { nameEn: 'REGISTERED', addressEn: 'OSAKA' };
const submission = (content: InvoiceContent) =>
  ({ content, exporter }) as unknown as Parameters<typeof invoicePages.deskText>[1];

describe.each(['ja', 'en'] as const)('%s', (lang) => {
  test('every field and every place has a name of its own', () => {
    const paths = pathsIn(manyLines(1));
    expect(paths.filter((path) => invoiceLabel(lang, path) === path)).toEqual([]);
    const fields = new Set(paths.map((path) => path.replace(/\.\d+/g, '')));
    expect(new Set([...fields].map((field) => invoiceLabel(lang, field))).size).toBe(fields.size);
    const names = invoiceForm.places.map((place) => invoicePages.placeName(lang, place));
    expect(new Set(names).size).toBe(names.length);
    expect(names.some((name) => /^\d$/.test(name))).toBe(false);
  });

  test('at a glance: document, buyer, number, route, terms, and what it comes to', () => {
    const { before, after } = invoicePages.summary(lang, manyLines(3));
    expect(before.map(({ value }) => value)).toEqual([
      lang === 'ja' ? 'コマーシャルインボイス' : 'Commercial invoice',
      'Beispiel Werkzeugmaschinen GmbH, Germany',
      expect.stringContaining('DPM-2026-1187'),
      'Kobe, Japan → Hamburg, Germany',
      'CIF Hamburg, Germany (Incoterms 2020)',
    ]);
    expect(after[0]?.value).toBe('USD 2,825.97');
    expect(invoicePages.summary(lang, manyLines(3, 'packing-list')).after[0]?.value).toBe('');
  });

  test('the desk copies all that is declared beside the goods', () => {
    const said = invoicePages.deskText(lang, submission(manyLines(2))).map(({ value }) => value);
    for (const text of ['REGISTERED\nOSAKA', 'BEISPIEL\nHAMBURG', 'SPECIAL DISCOUNT 2.5%', 'Payment: L/C at sight'])
      expect(
        said.some((value) => String(value).includes(text)),
        text,
      ).toBe(true);
  });

  test('what changed is said in words', () => {
    const price = invoicePages.changedLabel(lang, { path: 'goods.1.unitPrice', row: 2 });
    expect(price).toBe(lang === 'ja' ? '単価(2行目)' : 'Unit price, line 2');
    expect(invoicePages.changedValue(lang, 'shipping.by', 'air')).not.toBe('air');
    expect(invoicePages.changedValue(lang, 'request.document', 'order')).not.toBe('order');
    expect(invoicePages.changedValue(lang, 'noCommercialValue', 'true')).not.toBe('true');
    expect(invoicePages.changedValue(lang, 'terms.payment', 'T/T')).toBe('T/T');
  });
});

test('a finding is mended where its field stands', () => {
  const stepAt = (place: '7' | '6' | 'request' | 'goods', path?: string) =>
    invoicePages.stepOf(path === undefined ? { place } : { place, path });
  expect([stepAt('7', 'goods.0.unitPrice'), stepAt('7', 'currency'), stepAt('6', 'terms.payment')]).toEqual([
    'goods',
    'boxes',
    'boxes',
  ]);
  expect([stepAt('request', 'request.document'), stepAt('goods')]).toEqual(['request', 'goods']);
  expect(invoicePages.fieldOf('adjustments')).toBe('adjustments.0.label');
  expect(invoicePages.fieldOf('goods.4')).toBe('goods.4.description');
  expect(invoicePages.fieldOf('terms.place')).toBe('terms.place');
});

test('a new draft leads to its first empty step', () => {
  expect(invoicePages.firstEmpty(emptyInvoiceContent())).toBe('request');
  expect(invoicePages.firstEmpty(manyLines(0))).toBe('goods');
  expect(invoicePages.firstEmpty(manyLines(1))).toBeUndefined();
});

test('the API answers the whole content, and takes boxes without wiping what is left out', () => {
  expect(Answered.parse(manyLines(2))).toEqual(manyLines(2));
  expect(Answered.safeParse({ ...manyLines(1), colour: 'red' }).success).toBe(false);
  expect(InvoiceBoxes.parse({ number: 'A-1' })).toEqual({ number: 'A-1' });
  expect(InvoiceBoxes.safeParse({}).success).toBe(false);
});
