import { expect, test } from 'vitest';
import type { OriginContent } from '../applications/forms/origin/content.ts';
import { originForm } from '../applications/forms/origin/form.ts';
import { manyGoods } from '../applications/forms/origin/sheet-fixture.ts';
import { goodsSheets } from '../applications/forms/origin/sheet-goods.ts';
import { originWording } from '../applications/forms/origin/wording.ts';
import { recordOf } from '../certificates/record.ts';
import { publicView } from './public-view.ts';

function recordWith(change: Partial<OriginContent> = {}) {
  const content = manyGoods(3);
  return recordOf(originForm).parse({
    ...{ schema: originForm.recordSchema, template: 'origin/1', number: '0001-2026-000123-7', date: '2026-11-22' },
    chamber: { code: '0001', nameEn: 'The Naniwa Chamber (Demo)', nameJa: '浪速商工会議所(デモ)', cityEn: 'Naniwa' },
    ...{ receiptNumber: 'RECEIPT-77', exporterName: 'REGISTERED NAME' },
    signatory: { name: 'Demo Signatory', title: '', signatureSha256: 'a'.repeat(64) },
    certifier: { name: 'Demo Certifier', title: 'Manager' },
    wording: originWording,
    content: { ...content, ...change },
  });
}

test('boxes stand in the order of the paper, with its labels', () => {
  const view = publicView(recordWith());
  expect(view.boxes.map((box) => box.label.split('.')[0])).toEqual(['1', '2', '3', '4', '5', '6']);
  expect([view.goods.label, view.goods.quantityLabel].map((label) => label.split('.')[0])).toEqual(['7', '8']);
  expect([view.declaration.label, view.certification.label].map((label) => label.split('.')[0])).toEqual(['9', '10']);
  expect(view.certification.lines).toEqual([
    originWording.certification,
    'The Naniwa Chamber (Demo)',
    'No. 0001-2026-000123-7',
    'November 22, 2026',
    'Demo Certifier',
    'Manager',
  ]);
});

test('what is not printed is not told: HS codes, statistics, the receipt number, digests', () => {
  const base = recordWith();
  const goods = base.content.goods.map((line) => ({ ...line, hsCode: '848210' }));
  const request = { ...base.content.request, goodsClass: 'metals' as const, destination: 'ZW' };
  const told = JSON.stringify(publicView(recordWith({ goods, request })));
  for (const secret of ['848210', 'metals', 'ZW', 'RECEIPT-77', 'a'.repeat(64)]) expect(told).not.toContain(secret);
});

test('every line is shown, in order, and the totals are those that the sheet prints', () => {
  const record = recordWith(manyGoods(40));
  const { lines, totals } = publicView(record).goods;
  expect(lines).toHaveLength(40);
  for (const [i, line] of record.content.goods.entries())
    expect(lines[i]?.description).toContain(line.description.trim());
  const printed = goodsSheets(record.content, originWording.total).totals;
  expect(totals.map((row) => row.quantity)).toEqual(printed.map(({ quantity, unit }) => `${quantity} ${unit}`.trim()));
  expect(totals[0]?.description).toBe('TOTAL');
});

test('an amount stands beside its unit, and the origin of a line behind its description', () => {
  const line = { packages: '10', packageKind: 'CARTONS', quantity: '1,200', unit: 'PCS' };
  const goods = [{ ...line, marks: 'ABC\nNO. 1', description: 'Bearings', hsCode: '', origin: 'VIETNAM' }];
  expect(publicView(recordWith({ goods })).goods.lines).toEqual([
    { marks: 'ABC\nNO. 1', packages: '10 CARTONS', description: 'Bearings (origin VIETNAM)', quantity: '1,200 PCS' },
  ]);
});
