import { expect, test } from 'vitest';
import { isId, newId, newSecret } from './ids.ts';

test('an id is a UUIDv7: later ones sort later', () => {
  const early = newId(new Date('2026-01-01T00:00:00Z'));
  const late = newId(new Date('2026-01-01T00:00:01Z'));
  expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(early < late).toBe(true);
  expect(isId(early)).toBe(true);
});

test.each(['', 'x', "0'; drop table event", newId(new Date()).toUpperCase()])('%j is no id', (text) => {
  expect(isId(text)).toBe(false);
});

test('a secret has 256 bits and needs no escaping', () => {
  expect(newSecret()).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(new Set(Array.from({ length: 100 }, newSecret)).size).toBe(100);
});
