import { expect, test } from 'vitest';
import type { Finding } from '../../../applications/finding.ts';
import { byRule } from './findings-list.tsx';

const finding = (path: string): Finding => ({ rule: 'given', path, level: 'block', place: '5', ja: path, en: path });

test('what one rule says of different fields is never hidden behind one of them', () => {
  const fields = ['from', 'to', 'toCountry', 'vessel', 'date'].map((field) => finding(`transport.${field}`));
  expect(byRule(fields).flatMap(({ shown }) => shown)).toEqual(fields);
});

test('of the same field in many rows the first three are shown, the others counted, and the next one is known', () => {
  const rows = (n: number) => Array.from({ length: n }, (_, at) => finding(`goods.${at}.unit`));
  expect(byRule(rows(5))).toEqual([{ shown: rows(3), more: 2, next: finding('goods.3.unit') }]);
  expect(byRule(rows(4))).toEqual([{ shown: rows(4), more: 0, next: undefined }]);
});
