import { expect, test } from 'vitest';
import { dayText } from './day-text.ts';

test('days as sentences write them, with no zero in front', () => {
  expect([dayText.ja('2026-01-09'), dayText.en('2026-01-09')]).toEqual(['2026年1月9日', '9 January 2026']);
});
