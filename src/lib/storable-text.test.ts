import { expect, test } from 'vitest';
import { unstorableTexts } from './storable-text.ts';

test('a NUL and half a surrogate pair are found wherever they stand; whole pairs and line breaks are text', () => {
  const value = {
    marks: 'N/M\n\t𠮷',
    goods: [{ description: 'ok' }, { description: 'a\0b', unit: '\ud842' }],
    more: [null, 1, true, '\udfb7x'],
  };
  expect(unstorableTexts(value)).toEqual([
    { path: 'goods.1.description', sign: 'U+0000' },
    { path: 'goods.1.unit', sign: 'U+D842' },
    { path: 'more.3', sign: 'U+DFB7' },
  ]);
  expect(unstorableTexts('\0')).toEqual([{ path: '', sign: 'U+0000' }]);
});

test('ends after so many, and is not led too deep', () => {
  expect(unstorableTexts(Array.from({ length: 100 }, () => '\0'))).toHaveLength(20);
  const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
  expect(unstorableTexts(deep)).toEqual([]);
});
