import { expect, test } from 'vitest';
import type { Registration } from '../../../registrations/registration.ts';
import { originForm } from '../origin/form.ts';
import { manyGoods } from '../origin/sheet-fixture.ts';
import { emptyInvoiceContent, type InvoiceContent, InvoiceLine, maxInvoiceLines } from './content.ts';
import { documentKinds } from './document-kinds.ts';
import { invoiceForm } from './form.ts';
import { invoiceColumns, invoiceGoodsTable, maxTableLines } from './goods-columns.ts';
import { invoiceSheets } from './sheet.ts';
import { demoIssued, manyLines } from './sheet-fixture.ts';
import { invoiceFromOrigin, originFromInvoice } from './take-over.ts';

const registration = {
  ...{ nameEn: 'NANIWA BEARING CO., LTD.', addressEn: '2-8 Honmachibashi', placeEn: 'Osaka, Japan' },
} as Registration;
const facts = {
  registered: { name: 'Demo Precision Machinery Co., Ltd.', addresses: ['3-2-18 Hommachi, Chuo-ku\nNaniwa'] },
  today: '2026-11-22',
  usedInvoiceNumbers: new Set<string>(),
};

test('a new draft knows the firm; a copy leaves out what belongs to one case only', () => {
  const fresh = invoiceForm.begin(registration, undefined, '2026-11-22');
  expect(fresh.exporter).toEqual({ name: 'NANIWA BEARING CO., LTD.', address: '2-8 Honmachibashi', country: 'JAPAN' });
  expect([fresh.date, fresh.declaration.place]).toEqual(['2026-11-22', 'Osaka, Japan']);
  const copied = invoiceForm.begin(registration, manyLines(2), '2026-11-22');
  expect([copied.number, copied.shipping.date, copied.date]).toEqual(['', '', '2026-11-22']);
  expect(copied.references).toEqual([
    { title: 'L/C No.', text: '' },
    { title: 'Order No.', text: '' },
  ]);
  expect(copied.goods).toEqual(manyLines(2).goods);
  expect(copied.declaration.place).toBe('Naniwa, Japan');
});

test('it is found by its buyer and its number', () => {
  expect(invoiceForm.keysOf(manyLines(3))).toEqual({
    ...{ consignee: 'Beispiel Werkzeugmaschinen GmbH', invoiceNumbers: ['DPM-2026-1187'], goodsLines: 3 },
  });
  expect(invoiceForm.keysOf(emptyInvoiceContent()).invoiceNumbers).toEqual([]);
});

test('a change of a price names its line, a change of the payment box 6', () => {
  const before = manyLines(2);
  const after = { ...before, terms: { ...before.terms, payment: 'D/P at sight' } };
  after.goods = before.goods.map((line, i) => (i === 1 ? { ...line, unitPrice: '9.99' } : line));
  expect(invoiceForm.differencesBetween(before, after)).toEqual([
    { place: '6', path: 'terms.payment', before: 'L/C at sight', after: 'D/P at sight' },
    { place: 'goods', path: 'goods.1.unitPrice', row: 2, before: '13.11', after: '9.99' },
  ]);
});

test('characters with a plain meaning are mended wherever they are printed', () => {
  const content = { ...manyLines(1), number: 'ＤＰＭ-1', terms: { ...manyLines(1).terms, payment: 'T/T – 30 days' } };
  const { content: mended, changes } = invoiceForm.mendCharacters(content);
  expect([mended.number, mended.terms.payment]).toEqual(['DPM-1', 'T/T - 30 days']);
  expect(changes.map(({ path }) => path)).toEqual(['number', 'terms.payment']);
});

test('the columns of a file are the fields of a line, as long as the content allows', () => {
  expect(maxTableLines).toBe(maxInvoiceLines);
  expect(invoiceColumns.map(({ field }) => field)).toEqual(Object.keys(InvoiceLine.shape));
  for (const { field, maxLength } of invoiceColumns) {
    expect(InvoiceLine.safeParse({ [field]: 'x'.repeat(maxLength) }).success, field).toBe(true);
    expect(InvoiceLine.safeParse({ [field]: 'x'.repeat(maxLength + 1) }).success, field).toBe(false);
  }
});

test('no heading means two columns', () => {
  for (const column of invoiceColumns)
    for (const heading of [column.ja, column.en, ...column.aliases])
      expect(invoiceGoodsTable.findColumn(heading)?.field, heading).toBe(column.field);
});

test('a file of goods with prices and weights is read, and its lines are checked by the file’s rows and columns', async () => {
  const text = 'Description,Qty,Unit,Unit price,Net weight,Gross weight\nBOLTS,10,PCS,1.25,3,2\nNUTS,ten,PCS,US$ 2,,\n';
  const { goods, findings } = await invoiceForm.checkGoodsFile(Buffer.from(text), 'goods.csv', {});
  expect(goods[0]).toMatchObject({ description: 'BOLTS', quantity: '10', unitPrice: '1.25', netWeight: '3' });
  expect(findings.map(({ rule, row, column }) => [rule, row, column])).toEqual([
    ['net-within-gross', 2, 'E Net weight'],
    ['quantity-number', 3, 'B Qty'],
    ['price-number', 3, 'D Unit price'],
  ]);
});

test('the demo documents could be submitted', () => {
  for (const document of ['commercial-invoice', 'packing-list', 'weight-list', 'quotation', 'order'] as const) {
    const blocking = invoiceForm.problemsOf(manyLines(3, document), facts).filter(({ level }) => level === 'block');
    expect(blocking, document).toEqual([]);
  }
});

test.each(documentKinds)('%s: what is not printed is not recorded, and the record draws the same paper', (document) => {
  const content = manyLines(3, document);
  const recorded = invoiceForm.recorded(content);
  expect(invoiceSheets({ content: recorded, imprint: demoIssued })).toEqual(
    invoiceSheets({ content, imprint: demoIssued }),
  );
  if (document === 'packing-list') expect(JSON.stringify(recorded)).not.toMatch(/26\.12|USD|L\/C at sight|INSURANCE/);
});

test('strangers are shown what is printed: prices with their currency, totals, the amount in words', () => {
  const { title, goods, certification } = invoiceForm.shown(manyLines(3), {
    ...demoIssued,
    ...{ number: demoIssued.number, date: demoIssued.date },
  });
  expect(title).toBe('COMMERCIAL INVOICE');
  expect(goods.lines[1]).toMatchObject({ quantity: '47 PCS', unitPrice: 'USD 13.11', amount: 'USD 616.17' });
  expect(goods.lines[1]?.packages).toBe(''); // no column of a commercial invoice
  expect(goods.totals.map(({ description, amount }) => [description, amount])).toEqual([
    ['SUBTOTAL', 'USD 2,811.25'],
    ['INSURANCE', 'USD 85.00'],
    ['SPECIAL DISCOUNT 2.5%', 'USD -70.28'],
    ['TOTAL CIF Hamburg, Germany', 'USD 2,825.97'],
    ['', ''],
  ]);
  expect(goods.notes?.[0]).toBe('SAY US DOLLARS TWO THOUSAND EIGHT HUNDRED TWENTY-FIVE AND 97/100 ONLY');
  expect(certification.lines[0]).toMatch(/^Seen by the Naniwa Chamber/);
  const packing = invoiceForm.shown(manyLines(3, 'packing-list'), { ...demoIssued });
  expect(JSON.stringify(packing)).not.toMatch(/USD|CIF|13\.11/);
  expect(packing.goods.lines[1]).toMatchObject({ packages: '2 CARTONS', netWeight: '2.5 KGS' });
});

test('goods, parties and shipping go over from a certificate of origin', () => {
  const origin = manyGoods(2);
  const invoice = invoiceFromOrigin(origin, invoiceForm.begin(registration, undefined, '2026-11-22'));
  expect(invoice.buyer.name).toBe('Beispiel Werkzeugmaschinen GmbH');
  expect([invoice.number, invoice.date, invoice.shipping.by]).toEqual(['DPM-2026-1187', '2026-11-16', 'sea']);
  expect(invoice.goods.map(({ description, quantity, unitPrice }) => [description, quantity, unitPrice])).toEqual(
    origin.goods.map(({ description, quantity }) => [description, quantity, '']),
  );
  expect(invoiceForm.Content.safeParse(invoice).success).toBe(true);
});

test('and to one, where goods of an invoice need no second typing', () => {
  const invoice: InvoiceContent = manyLines(2);
  const draft = originForm.begin(registration, undefined, '2026-11-22') as Parameters<typeof originFromInvoice>[1];
  const origin = originFromInvoice(invoice, draft);
  expect(origin.consignee).toMatchObject({ form: 'named', name: 'Muster Spedition AG', country: 'Germany' });
  expect(origin.invoices).toEqual([{ number: 'DPM-2026-1187', date: '2026-11-16' }]);
  expect(origin.transport).toMatchObject({ form: 'a', vessel: 'EVER SAMPLE V.052W', to: 'Hamburg' });
  expect(Object.keys(origin.goods[0] ?? {})).not.toContain('unitPrice');
  expect(originForm.Content.safeParse(origin).success).toBe(true);
  expect(invoiceFromOrigin(origin, invoice).goods.map(({ description, quantity }) => [description, quantity])).toEqual(
    invoice.goods.map(({ description, quantity }) => [description, quantity]),
  );
});

test('what the chamber adds is measured with its name in the sentence', () => {
  const fit = invoiceForm.imprintFit(demoIssued);
  for (const [part, { linesUsed, linesAllowed }] of Object.entries(fit))
    expect(linesUsed, part).toBeLessThanOrEqual(linesAllowed);
  const long = { ...demoIssued, chamber: { ...demoIssued.chamber, nameEn: 'The '.padEnd(400, 'Chamber ') } };
  const sentence = invoiceForm.imprintFit(long)['wording.certification'];
  expect(sentence?.linesUsed).toBeGreaterThan(sentence?.linesAllowed ?? 0);
});
