import { expect, test } from 'vitest';
import type { Finding } from '../../../applications/finding.ts';
import { emptyOriginContent, type OriginContent } from '../../../applications/forms/origin/content.ts';
import { draftSteps, progressOf } from './draft-steps.ts';

const finding = (path: string, level: Finding['level'] = 'block'): Finding => ({
  ...{ rule: 'x', level, place: '2', path, ja: '', en: '' },
});
const states = (content: OriginContent, findings?: readonly Finding[]) =>
  draftSteps.map((step) => progressOf(step, content, findings));

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
  const findings = [finding('marks'), finding('invoice'), finding('goods'), finding('request.goodsClass', 'warn')];
  expect(states(content, findings)).toEqual(['done', 'wrong', 'empty', 'empty', 'unknown']);
  expect(states(content, [])).toEqual(['done', 'done', 'done', 'done', 'unknown']);
});
