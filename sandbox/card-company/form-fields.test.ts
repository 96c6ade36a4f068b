import { expect, test } from 'vitest';
import { readBrackets } from './form-fields.ts';

test.each([
  ['a=1&b=2', { a: '1', b: '2' }],
  ['a[b][c]=1&a[b][d]=2', { a: { b: { c: '1', d: '2' } } }],
  ['items[0][x]=1&items[1][x]=2', { items: [{ x: '1' }, { x: '2' }] }],
  ['items%5B1%5D=b&items%5B0%5D=a', { items: ['a', 'b'] }],
  ['m[2]=x', { m: { 2: 'x' } }],
  ['a=%E6%97%A5%26%3D+x', { a: '日&= x' }],
  ['constructor=1', { constructor: '1' }],
  ['', {}],
])('%s nests by its brackets', (body, tree) => {
  expect(readBrackets(body)).toEqual(tree);
});

test.each([
  'a[=1',
  'a[]=1',
  '[a]=1',
  'a]=1',
  'a=1&a=2',
  'a=1&a[b]=2',
  'a[b]=2&a=1',
  '__proto__[x]=1',
  'a[__proto__]=1',
])('%s is refused with its name, and changes no object of ours', (body) => {
  expect(() => readBrackets(body)).toThrow('Invalid parameter name');
  expect({}).not.toHaveProperty('x');
});
