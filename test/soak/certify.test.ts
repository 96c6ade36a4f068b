import { expect, test } from 'vitest';
import { startWorld } from '../world.ts';
import { soakCertify } from './certify.ts';
import { soaked, soakTimeout } from './scale.ts';

test('certified by four hands at once, each case has one number, and none is left out', {
  timeout: soakTimeout,
}, async () => {
  const world = await startWorld();
  try {
    const { done, faults } = await soaked('certify', 200, (count, seed) => soakCertify(world, count, seed));
    expect(faults).toEqual([]);
    expect(done['numbers']).toBe(done['cases']);
  } finally {
    await world.close();
  }
});
