import { expect, test } from 'vitest';
import { soakEvidence } from './evidence.ts';
import { soaked, soakTimeout } from './scale.ts';

test('PDFs with random changes are answered in time, whatever is in them', { timeout: soakTimeout }, async () => {
  const { done, faults } = await soaked('evidence', 600, soakEvidence);
  expect(faults).toEqual([]);
  expect(done['files']).toBeGreaterThan(0);
});
