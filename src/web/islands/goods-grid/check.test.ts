import { expect, test } from 'vitest';
import { emptyLine } from '../../firm/goods/goods-page.ts';
import { findingsOf } from './check.ts';

const line = {
  ...emptyLine(),
  packages: '1',
  packageKind: 'CARTON',
  description: 'Ball bearings of steel',
  unit: 'DRIBBLES',
};

test('while one types, the rules are as hard as the chamber has set them', () => {
  const said = (levels?: Parameters<typeof findingsOf>[1]) =>
    findingsOf(line, levels).map((one) => `${one.rule} ${one.level}`);
  expect(said()).toEqual(['quantity-given block', 'unit-known warn']);
  expect(said({ 'quantity-given': 'warn', 'unit-known': 'off' })).toEqual(['quantity-given warn']);
});
