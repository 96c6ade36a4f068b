import { describe, expect, test } from 'vitest';
import { boxesOf, pressOf, tooLong, withoutEmptyRows, withoutRow, withRow } from './boxes-input.ts';

describe('the form as it was posted', () => {
  test('is kept as typed, but for what the database cannot hold and line breaks that nobody typed', () => {
    const { marks, consignee } = boxesOf({ marks: ' A\r\nB\0 ', 'consignee.name': 'Half \ud800' });
    expect(marks).toBe(' A\nB ');
    expect(consignee.name).toBe('Half \ufffd');
  });

  test('an empty form is an empty draft, and an answer that the page does not offer is none', () => {
    const { consignee, transport, invoices, originCountries } = boxesOf({
      'consignee.form': 'x',
      'transport.form': 'zz',
      'transport.by': 'train',
    });
    expect([consignee.form, transport.form, transport.by]).toEqual(['named', '', '']);
    expect([invoices, originCountries]).toEqual([[], []]);
  });

  test('rows are counted by their highest number, and a number beyond all bounds makes no rows', () => {
    expect(boxesOf({ 'invoices.2.date': '2026-01-01' }).invoices).toHaveLength(3);
    expect(boxesOf({ 'originCountries.1': 'JAPAN' }).originCountries).toEqual(['', 'JAPAN']);
    expect(boxesOf({ 'invoices.99999999.number': 'X' }).invoices).toEqual([]);
    expect(boxesOf({ 'remarks.9999.title': 'X' }).remarks).toHaveLength(21);
  });

  test('what is too long is named with its place and its bound', () => {
    const problems = tooLong(boxesOf({ 'invoices.1.number': 'N'.repeat(101), 'remarks.9999.title': 'X' }));
    expect(problems.map(({ field, ja }) => [field, ja])).toEqual([
      ['invoices.1.number', 'インボイス番号 2は100文字までです(今は101文字)。減らしてください。'],
      ['remarks', '備考は20行までです。減らしてください。'],
    ]);
  });
});

test('which button was pressed; one that is not known saves', () => {
  expect(pressOf('remove:totals.quantities:3')).toEqual({ kind: 'remove', list: 'totals.quantities', row: 3 });
  expect(pressOf('add:invoices')).toEqual({ kind: 'add', list: 'invoices' });
  for (const unknown of [undefined, '', 'add:goods', 'remove:invoices:x', 'toString'])
    expect(pressOf(unknown)).toEqual({ kind: 'save' });
});

test('rows: one more up to the bound, one less, and none in which nothing stands', () => {
  const boxes = boxesOf({ 'remarks.0.title': ' ', 'remarks.1.title': 'Buyer:', 'totals.quantities.0.unit': '' });
  expect(withRow(boxes, 'remarks').remarks).toHaveLength(3);
  expect(withoutRow(boxes, 'remarks', 0).remarks.map(({ title }) => title)).toEqual(['Buyer:']);
  const bare = withoutEmptyRows(boxes);
  expect([bare.remarks.length, bare.totals.quantities.length]).toEqual([1, 0]);
  const full = boxesOf({ 'originCountries.49': 'JAPAN' });
  expect(withRow(full, 'originCountries').originCountries).toHaveLength(50);
});
