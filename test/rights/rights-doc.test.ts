import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { actNames } from '../../src/accounts/rights.ts';
import { root } from '../root.ts';
import { rightsDoc } from './rights-doc.ts';
import { routesOf, routeTable, tableProblems } from './route-table.ts';

test('docs/rights.md is what the tables say: after a change of either, npm run rights', () => {
  expect(readFileSync(join(root, 'docs/rights.md'), 'utf8')).toBe(rightsDoc(routeTable));
});

test('the page has a heading for every act', () => {
  const doc = rightsDoc(routeTable);
  expect(actNames.filter((act) => !doc.includes(`\n### ${act}\n`))).toEqual([]);
});

test('a new route without a row, and a row without a route, are told with what to do', () => {
  const app = {
    routes: [
      { method: 'GET', path: '/new' },
      { method: 'ALL', path: '/*' },
      { method: 'ALL', path: '/new' },
    ],
  };
  expect(routesOf(app)).toEqual(['GET /new']);
  expect(tableProblems(['GET /new'], { 'GET /old': 'public' })).toEqual([
    expect.stringMatching(/^GET \/new has no row\. Add one/),
    expect.stringMatching(/^GET \/old has a row .* Take the row out\.$/),
  ]);
});

test('a handler for all methods needs a row, too', () => {
  expect(routesOf({ routes: [{ method: 'ALL', path: '/hook' }] })).toEqual(['ALL /hook']);
});
