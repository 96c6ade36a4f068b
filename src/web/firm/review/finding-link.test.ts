import { expect, test } from 'vitest';
import { originPages } from '../../kinds/origin.tsx';
import { findingHref } from './finding-link.ts';

test.each([
  [{ place: 'request', path: 'request.destination' }, '/applications/x/request#f-request.destination'],
  [{ place: '2', path: 'consignee.country' }, '/applications/x/boxes#f-consignee.country'],
  [{ place: '7', path: 'marks' }, '/applications/x/boxes#f-marks'],
  [{ place: '7', path: 'goods.0.description' }, '/applications/x/goods#f-goods.0.description'],
  [{ place: '8', path: 'goods.49.unit' }, '/applications/x/goods#f-goods.49.unit'],
  [{ place: '8', path: 'goods.50.unit' }, '/applications/x/goods?page=2#f-goods.50.unit'],
  [{ place: '4', path: 'goods.4999.origin' }, '/applications/x/goods?page=100#f-goods.4999.origin'],
  [{ place: '8', path: 'totals.packages' }, '/applications/x/boxes#f-totals.packages'],
  [{ place: '7', path: 'goods' }, '/applications/x/goods#f-goods.0.description'],
  [{ place: '7', path: 'goods.61' }, '/applications/x/goods?page=2#f-goods.61.description'],
  [{ place: '3', path: 'invoices.1' }, '/applications/x/boxes#f-invoices.1.number'],
  [{ place: '2', path: 'consignee' }, '/applications/x/boxes#f-consignee.name'],
  [{ place: 'invoice', path: 'invoice' }, '/applications/x/evidence#f-invoice'],
] as const)('a finding leads to the very field: %o', (found, href) => {
  expect(findingHref({ applicationId: 'x', kind: 'origin' }, found)).toBe(href);
});

test('a remark at a box, without a path, leads to the step where that box is typed', () => {
  expect(
    ['request', '1', '7', '8', '9', 'goods', 'invoice'].map((place) => originPages.stepOf({ place: place as '1' })),
  ).toEqual([...['request', 'boxes', 'goods', 'goods', 'boxes', 'goods', 'evidence']]);
});
