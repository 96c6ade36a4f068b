// The examples of openapi.json, run in their order on a fresh demo world: what the description shows works.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Example } from '../src/web/api/examples.ts';
import { startWorld, type World } from './world.ts';

type Operation = { operationId: string; 'x-example': Example; responses: Record<string, unknown> };
type Step = { method: string; path: string; operation: Operation };

let world: World;
let steps: Step[];
beforeAll(async () => {
  world = await startWorld();
  const answer = await world.visitor().get('/api/v1/openapi.json');
  const description = (await answer.json()) as { openapi: string; paths: Record<string, Record<string, Operation>> };
  expect(description.openapi).toBe('3.1.0');
  steps = Object.entries(description.paths)
    .flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ method, path, operation })))
    .toSorted((a, b) => a.operation['x-example'].order - b.operation['x-example'].order);
});
afterAll(() => world.close());

test('every operation has an example with an order of its own', () => {
  const orders = steps.map((step) => step.operation['x-example'].order);
  expect(orders.length).toBeGreaterThan(0);
  expect(new Set(orders).size).toBe(orders.length);
});

test('the examples, in order, answer as described', async () => {
  const answers = new Map<string, unknown>();
  for (const { method, path, operation } of steps) {
    const { as, path: parameters = {}, status } = operation['x-example'];
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = parameters[name];
      return typeof value === 'object' ? String(valueAt(answers.get(value.from), value.at)) : String(value);
    });
    const answer = await world.house.app.request(`http://localhost:8080/api/v1${filled}`, {
      method: method.toUpperCase(),
      headers: as ? { authorization: `Bearer ${world.account(as === 'staff' ? 'certifier' : as).apiKey}` } : {},
    });
    expect([operation.operationId, answer.status]).toEqual([operation.operationId, status]);
    expect(Object.keys(operation.responses)).toContain(String(status));
    if (answer.headers.get('content-type')?.includes('json')) answers.set(operation.operationId, await answer.json());
  }
});

function valueAt(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], value);
}
