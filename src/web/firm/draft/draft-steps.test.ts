import { expect, test } from 'vitest';
import type { Finding } from '../../../applications/finding.ts';
import { emptyOriginContent, type OriginContent } from '../../../applications/forms/origin/content.ts';
import { originPages } from '../../kinds/origin.tsx';
import { progressOf } from './draft-steps.ts';

const finding = (place: Finding['place'], path: string, level: Finding['level'] = 'block'): Finding => ({
  ...{ rule: 'x', level, place, path, ja: '', en: '' },
});
const states = (content: OriginContent, findings?: readonly Finding[]) =>
  originPages.steps.map((step) => progressOf(originPages, step, content, findings));

test('a new draft: nothing is begun, and of the attachments nothing is known', () => {
  expect(states(emptyOriginContent())).toEqual(['empty', 'empty', 'empty', 'unknown', 'unknown']);
});

test('no step is called complete unless the rules were asked', () => {
  const empty = emptyOriginContent();
  const content = { ...empty, request: { ...empty.request, goodsClass: 'metals' as const }, marks: 'N/M' };
  expect(states(content)).toEqual(['begun', 'begun', 'empty', 'unknown', 'unknown']);
});

test('what blocks is to be corrected at its own step; a warning is not, and an empty step is only empty', () => {
  const content = { ...emptyOriginContent(), marks: 'N/M' };
  const findings = [
    finding('7', 'marks'),
    finding('invoice', 'invoice'),
    finding('7', 'goods'),
    finding('request', 'request.goodsClass', 'warn'),
  ];
  expect(states(content, findings)).toEqual(['done', 'wrong', 'empty', 'empty', 'unknown']);
  expect(states(content, [])).toEqual(['done', 'done', 'done', 'done', 'unknown']);
});
