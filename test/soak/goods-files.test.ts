import { expect, test } from 'vitest';
import { soakGoodsFiles } from './goods-files.ts';
import { soaked, soakTimeout } from './scale.ts';

test('goods written as TSV, CSV and XLSX in every encoding are read as they were', {
  timeout: soakTimeout,
}, async () => {
  const { done, faults } = await soaked('goods-files', 500, soakGoodsFiles);
  expect(faults.slice(0, 5)).toEqual([]);
  expect(done['goods.xlsx']).toBe(done['tables']);
});
