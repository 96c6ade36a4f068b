import { describe, expect, test } from 'vitest';
import { baseContent } from '../forms/origin/rules/fixtures/base.ts';
import { originToCompare } from '../forms/origin/to-compare.ts';
import type { Sought } from '../forms/sought.ts';
import { type AttachedText, compareInvoice } from './compare-invoice.ts';

const invoice = (...pages: string[]): AttachedText => ({ evidenceId: 'I', isInvoice: true, textCut: false, pages });
const at = { path: 'x', place: '7' } as const;
const filler = 'COMMERCIAL INVOICE of goods and of prices\n';

/** What is said of one value on an invoice with this text: `found`, `missing`, or what the invoice says. */
function said(sought: Sought, text: string): string {
  const result = compareInvoice([sought], [invoice(filler + text)]);
  if (result.state !== 'compared') throw new Error(result.state);
  const outcome = result.values[0]?.outcome;
  return outcome?.is === 'otherwise' ? outcome.says : (outcome?.is ?? 'nothing');
}

const number = (value: string): Sought => ({ ...at, kind: 'number', value, near: ['Invoice No', 'Inv No'] });
test.each([
  ['NB-2026-118', 'Invoice No. NB-2026-118', 'found'],
  ['NB-2026-118', 'INVOICE NO: nb 2026/118', 'found'],
  ['NB-2026-118', 'INVOICE NO.\nNB-2026-\n118', 'found'],
  ['NB-2026-118', 'Invoice No. NB-2026-1180', 'NB-2026-1180'], // longer: another number
  ['NB-2026-118', 'Invoice No. NB-2026-181', 'NB-2026-181'], // two digits changed places
  ['118', 'Invoice No. A-1180', 'A-1180'],
  ['NB-2026-118', 'Inv. No.: QX/77 Date 1 May', 'QX/77'],
  ['NB-2026-118', 'no number at all', 'missing'],
])('a number %s on %j: %s', (value, text, expected) => expect(said(number(value), text)).toBe(expected));

const date = (value: string): Sought => ({ ...at, kind: 'date', value, near: ['Date'] });
test.each([
  ...['16 Jan 2026', '16-JAN-26', 'JAN. 16, 2026', 'January 16th, 2026', "Jan 16 '26", '2026/01/16', '2026.1.16'],
  ...['2026年1月16日', '20260116', '16/01/2026', '01/16/2026', '16th of January, 2026', '26/01/16', 'Jan.\n16,\n2026'],
])('16 January 2026 may be written %j', (text) => expect(said(date('2026-01-16'), `Date: ${text}`)).toBe('found'));
test.each([
  ['2026-01-16', 'DATE: 17 Jan 2026', '17 Jan 2026'],
  ['2026-01-16', 'Date 2026/02/16', '2026/02/16'],
  ['2026-01-16', 'due by 2026/02/16', 'missing'], // some date, but not called so
  ['2026-02-01', 'Date 01/02/2026', 'found'], // two dates; a person looks
  ['2026-01-16', 'Date 31 Feb 2026', 'missing'],
  ['2026-01-16', 'part 1234567890', 'missing'],
])('the date %s on %j: %s', (value, text, expected) => expect(said(date(value), text)).toBe(expected));

const words = (kind: 'party' | 'description' | 'marks' | 'words', value: string): Sought => ({ ...at, kind, value });
test.each([
  ['Gulf Machinery Trading L.L.C.', 'Consignee: GULF MACHINERY TRADING LLC', 'found'],
  ['Naniwa Bearing Co., Ltd.', 'NANIWA BEARING COMPANY LIMITED', 'found'],
  ['Smith & Sons Ltd', 'SMITH AND SONS LTD.', 'found'],
  ['Métropole de Lyon', 'METROPOLE DE LYON', 'found'],
  ['Multi-purpose bearings', 'MULTIPURPOSE BEARING', 'found'],
  ['International Trading Company', 'INTERNA-\ntional Trading Co', 'found'],
  // A second column between the lines of an address.
  ['P.O. Box 12345, Jebel Ali Free Zone, Dubai', 'P.O. Box 12345, Jebel Ali  Date: 16 Jan\nFree Zone, Dubai', 'found'],
  ['Musterkai 41, 20457 Hamburg', 'Musterkai 14\n20457 Hamburg', 'Musterkai 14 20457 Hamburg'],
  ['Gulf Machinery Trading L.L.C.', 'Gulf Machine Trading L.L.C.', 'Gulf Machine Trading L.L.C'],
  ['Gulf Machinery Trading L.L.C.', 'Emirates Tools FZE', 'missing'],
  [
    'M.T. LOS ANGELES C/NO. 1-10',
    'To Los Angeles by air, on 1 May. No marks. Country of origin: Japan. 10 boxes',
    'missing',
  ],
  ['大阪', '荷印 大阪市', 'found'],
])('the words %j on %j: %s', (value, text, expected) => expect(said(words('party', value), text)).toBe(expected));

test.each([
  ['U.S.A.', 'MADE IN USA', 'found'],
  ['United States of America', 'New York, U.S.A.', 'found'],
  ['VIET NAM', 'Country of origin: Vietnam', 'found'],
  ['JAPAN', 'Made in China', 'missing'],
])('the country %s on %j: %s', (value, text, expected) => {
  expect(said({ ...at, kind: 'country', value }, text)).toBe(expected);
});

const quantity = (value: string, unit: string, of?: string): Sought => ({
  ...{ ...at, kind: 'quantity', value, unit },
  ...(of === undefined ? {} : { of }),
});
test.each([
  ['1,200', 'PCS', 'BALL BEARINGS 6204ZZ 1200 PIECES', 'found'],
  ['1,200', 'PCS', 'Ball Bearings 6204ZZ\n1,200pcs', 'found'],
  ['1,200', 'PCS', 'Ball Bearings 6204ZZ 1.200 Pcs.', 'found'],
  ['1,200', 'PCS', 'Ball Bearings 6204ZZ 1 200 pc', 'found'],
  ['1,200', 'PCS', 'Ball Bearings 6204ZZ PCS 1,200 USD 3.00', 'found'],
  ['1,200', 'PCS', 'Ball Bearings 6204ZZ 1,300 PCS', '1,300 PCS'],
  ['1,200', 'PCS', 'Ball Bearings 6204ZZ 1,200 SETS', '1,200 SETS'],
  ['36.5', 'KGS', 'Ball Bearings 6204ZZ 36.50 kg', 'found'],
  ['36.5', 'KGS', 'Ball Bearings 6204ZZ 365 kg', '365 kg'],
  ['3', 'WOODEN CASES', 'Ball Bearings 6204ZZ 3 WOODEN CASES', 'found'],
  ['10', 'CARTONS', 'Ball Bearings 6204ZZ 10 CTNS 1,200 PCS', 'found'],
  // Of another line: it is not taken for this one's.
  ['300', 'PCS', 'Ball Bearings 6204ZZ 1,200 PCS\nHousings 300 PCS', '1,200 PCS'],
  ['1,200', 'PCS', 'Ball Bearings 6204ZZ\nHousings\n300 PCS\nUSD 77.00', 'missing'], // another line's: not said of this one
  // A column by itself, in which the program that made the PDF has written all quantities.
  ['12', 'PCS', 'Ball Bearings 6204ZZ\nHousings\nSeals\nRings\n12\n30', 'found'],
  // A small number somewhere in a sentence is none.
  ['12', 'PCS', 'Housings\nwithin 12 months', 'missing'],
  ['12', 'PCS', 'Parts A-12, B/12 and 12/26', 'missing'],
  ['1,200', 'PCS', 'nothing of that kind', 'missing'],
])('the quantity %s %s of ball bearings on %j: %s', (value, unit, text, expected) => {
  expect(said(quantity(value, unit, 'Ball bearings 6204ZZ'), text)).toBe(expected);
});

const good = `NANIWA BEARING CO., LTD.
2-8 Honmachibashi, Chuo-ku, Osaka 540-0029, Japan
COMMERCIAL INVOICE No. NB-2026-118  Date: NOV. 16, 2026
Messrs. GULF MACHINERY TRADING L.L.C.
P.O. Box 12345, Jebel Ali Free Zone, Dubai, UAE
From Kobe to Jebel Ali per ONE COSMOS V.052W on or about Nov 28, 2026
L/C No. LC-778-2026
Marks GMT / DUBAI / C/NO. 1-12
BALL BEARINGS 6204ZZ 10 CTNS 1,200 PCS USD 3.00 USD 3,600.00
BEARING GREASE 2 CTNS 36.5 KGS USD 5.00 USD 182.50
TOTAL 12 PACKAGES`;

describe('a whole application', () => {
  const sought = originToCompare(baseContent());
  const compared = (...documents: AttachedText[]) => {
    const result = compareInvoice(sought, documents);
    if (result.state !== 'compared') throw new Error(result.state);
    return result;
  };

  test('everything that is declared is found on an invoice that says it, on its page', () => {
    const { values } = compared(invoice('', good));
    expect(values.filter(({ outcome }) => outcome.is !== 'found')).toEqual([]);
    expect(values.map(({ outcome }) => 'page' in outcome && outcome.page)).toEqual(values.map(() => 2));
    expect(values.length).toBeGreaterThan(18);
  });

  test('and nothing of it on another invoice, but for what both have', () => {
    const other = 'INVOICE X-1, 3 May 2025. Messrs. Someone Else GmbH, Berlin. 77 drums of paint, 4,000 litres.';
    expect(compared(invoice(other)).values.filter(({ outcome }) => outcome.is === 'found')).toEqual([]);
  });

  test('what only a complement says is told so, with its page', () => {
    const packing = { ...invoice('PACKING LIST for you', 'GMT\nDUBAI\nC/NO. 1-12'), evidenceId: 'P', isInvoice: false };
    const { values } = compared(invoice(good.replace('Marks GMT / DUBAI / C/NO. 1-12\n', '')), packing);
    const beside = values.filter(({ outcome }) => outcome.is !== 'found');
    expect(beside).toMatchObject([{ path: 'marks', outcome: { is: 'beside', evidenceId: 'P', page: 2 } }]);
  });

  test('a scan is not compared, and says so', () => {
    expect(compareInvoice(sought, [invoice('', ' \n ')])).toEqual({ state: 'no_text' });
    expect(compareInvoice(sought, [invoice('Scan 1')])).toEqual({ state: 'no_text' });
  });

  test('without an invoice, or without anything typed, there is nothing to compare', () => {
    expect(compareInvoice(sought, [{ ...invoice(good), isInvoice: false }])).toEqual({ state: 'nothing' });
    expect(compareInvoice([], [invoice(good)])).toEqual({ state: 'nothing' });
  });

  test('pages without text, and text that was not read, are counted', () => {
    expect(compared({ ...invoice(good, '', ''), textCut: true })).toMatchObject({ pagesWithoutText: 2, textCut: true });
    expect(compared(invoice(good))).toMatchObject({ pagesWithoutText: 0, textCut: false, leftOut: 0 });
  });
});

// A file is a stranger's, and the page that compares it is everybody's.
describe('a text that is made to be slow', () => {
  const many = Array.from({ length: 3000 }, (_, row): Sought[] => [
    { ...words('description', `A 1 1 A ${row} B 1 A 2 C 3 D`), row },
    { ...quantity(String(100 + row), 'PCS', 'A 1 1'), row },
    { ...number(`A-1-1-1-1-1-1-${row}`), row },
  ]).flat();
  test.each([
    ['the same word', 'A 1 '.repeat(50_000)],
    ['one word without end', '1'.repeat(200_000)],
    ['zeros without end', `${'0'.repeat(199_999)}1`],
    ['thousands without end', '111 '.repeat(50_000)],
    ['commas without end', '1,'.repeat(100_000)],
    ['a line without end of quantities', '1 PCS '.repeat(33_000)],
    ['blanks', `1${' '.repeat(199_000)}JAN${' '.repeat(900)}`],
    ['dates', '1 JAN 26 '.repeat(22_000)],
  ])(
    'is given up, and what was left out is said: %s',
    (_name, text) => {
      const result = compareInvoice(many, [invoice(filler, text)]);
      if (result.state !== 'compared') throw new Error(result.state);
      expect(result.values.length + result.leftOut).toBe(many.length);
    },
    20_000,
  );
});
