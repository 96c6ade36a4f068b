import { expect, test } from 'vitest';
import { places } from './places.ts';

/** Work that ends when it is told to. */
function held(name: string, log: string[]): { work: () => Promise<string>; end: () => void; fail: () => void } {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const work = () => {
    log.push(name);
    return promise;
  };
  return { work, end: () => resolve(name), fail: () => reject(new Error(name)) };
}

test('so many at once, so many wait in their order, one more is turned away', async () => {
  const log: string[] = [];
  const take = places({ atOnce: 1, waiting: 2 });
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => held(name, log));
  if (!a || !b || !c || !d) throw new Error('four');
  const [first, second, third] = [take(a.work), take(b.work), take(c.work)];
  expect(log).toEqual(['a']); // at once, not a moment later
  expect(take(d.work)).toBeUndefined();
  a.end();
  expect(await first).toBe('a');
  b.end();
  expect(await second).toBe('b');
  expect(take(d.work)).toBeDefined();
  c.end();
  d.end();
  await third;
  expect(log).toEqual(['a', 'b', 'c', 'd']);
});

test('work that fails gives its place back', async () => {
  const log: string[] = [];
  const take = places({ atOnce: 1, waiting: 0 });
  const a = held('a', log);
  const failed = take(a.work);
  a.fail();
  await expect(failed).rejects.toThrow('a');
  const b = held('b', log);
  const next = take(b.work);
  b.end();
  expect(await next).toBe('b');
});
