import { expect, test } from 'vitest';
import { soakPapers } from './papers.ts';
import { soaked, soakTimeout } from './scale.ts';

test('random contents are laid out, drawn, signed and read back whole', { timeout: soakTimeout }, async () => {
  const { done, faults } = await soaked('papers', 1000, soakPapers);
  expect(faults).toEqual([]);
  expect(done['characters']).toBeGreaterThan(5000);
});
