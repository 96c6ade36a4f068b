import { describe, expect, test } from 'vitest';
import { OriginContent } from './content.ts';
import { boxText, originBoxFit } from './sheet-boxes.ts';

const content = (fields: unknown) => OriginContent.parse(fields);

describe('what boxes 1–6 say', () => {
  test('name, address and country under each other', () => {
    const exporter = { name: 'A Co., Ltd.', address: '1-2 Hommachi\nOsaka', country: 'Japan' };
    expect(boxText('1', content({ exporter }))).toEqual(['A Co., Ltd.', '1-2 Hommachi', 'Osaka', 'Japan']);
  });

  test.each([
    ['named', ['Bank', 'Street 1', 'France']],
    ['to-order', ['To order']],
    ['to-order-of', ['To order of Bank', 'Street 1', 'France']],
  ])('consignee %s', (form, lines) => {
    expect(
      boxText('2', content({ consignee: { form, name: 'Bank', address: 'Street 1', country: 'France' } })),
    ).toEqual(lines);
  });

  test('every invoice in full with its date, an invoice without number as NIL', () => {
    const invoices = [
      { number: 'A-101', date: '2023-01-16' },
      { number: 'NIL', date: '2023-02-01' },
    ];
    expect(boxText('3', content({ invoices }))).toEqual(['A-101  January 16, 2023', 'NIL  February 1, 2023']);
  });

  test('countries in one line, remarks with their titles', () => {
    expect(boxText('4', content({ originCountries: ['JAPAN', ' CHINA'] }))).toEqual(['JAPAN, CHINA']);
    expect(boxText('6', content({ remarks: [{ title: 'L/C Number:', text: 'X-1' }] }))).toEqual(['L/C Number: X-1']);
  });

  test('an empty draft is empty boxes', () => {
    expect(Object.values(originBoxFit(content({}))).map((fit) => fit.linesUsed)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});

describe('what fits at 9 pt', () => {
  test('how many lines each box holds', () => {
    const allowed = Object.values(originBoxFit(content({}))).map((fit) => fit.linesAllowed);
    expect(allowed).toEqual([6, 6, 3, 2, 5, 5, 2]);
  });

  test('a line that is too wide counts as the lines that it is printed in', () => {
    const name = 'DEMO INTERNATIONAL TRADING AND MANUFACTURING COMPANY LIMITED';
    expect(originBoxFit(content({ exporter: { name } }))['1'].linesUsed).toBe(2);
  });
});
