import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTaxNumber } from './tax-number.ts';

describe('適格請求書発行事業者の登録番号', () => {
  test('the National Tax Agency’s own number holds', () => expect(isTaxNumber('T7000012050002')).toBe(true));

  test('one digit mistyped is found, unless 0 and 9 or 9 and 0 are exchanged', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 8 }), (place, by) => {
        const digits = [...'7000012050002'];
        const before = Number(digits[place]);
        const after = (before + by) % 9;
        fc.pre(after !== before % 9);
        digits[place] = String(after);
        expect(isTaxNumber(`T${digits.join('')}`)).toBe(false);
      }),
    );
  });

  test.each([
    '7000012050002',
    't7000012050002',
    'T700001205000',
    'T70000120500021',
    'T7000012050002 ',
    'T７000012050002',
  ])('not %j', (text) => expect(isTaxNumber(text)).toBe(false));
});
