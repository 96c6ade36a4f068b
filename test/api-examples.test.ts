// The examples of openapi.json, run in their order on a fresh demo world: what the description shows works, and is
// answered as described.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoCertificate, makeDemoApplications } from '../demo/applications.ts';
import type { Example, From } from '../src/web/api/examples.ts';
import { answerProblems, type Description, type Operation, type Step, stepsOf } from './api-described.ts';
import { type PayingWorld, startPayingWorld } from './paying-world.ts';
import { base } from './world.ts';

let world: PayingWorld;
/** What the demo writes into demo.json for who tries it, as far as examples use it. */
let demo: { certificate: DemoCertificate };
let description: Description;
let steps: Step[];
beforeAll(async () => {
  world = await startPayingWorld(); // with a card company, so that a payment can begin
  demo = { certificate: await makeDemoApplications(world.open(), world.accounts) };
  description = (await (await world.visitor().get('/api/v1/openapi.json')).json()) as Description;
  steps = stepsOf(description);
}, 60_000);
afterAll(() => world.close());

describe('openapi.json', () => {
  test('every operation has an example; each example has an order and a name of its own', () => {
    expect(description.openapi).toBe('3.1.0');
    const operations = Object.values(description.paths).flatMap((methods) => Object.values(methods));
    const without = operations.filter((one) => (one['x-example'] ?? []).length === 0).map((one) => one.operationId);
    expect(without).toEqual([]);
    expect(new Set(steps.map((step) => step.example.order)).size).toBe(steps.length);
    expect(new Set(steps.map(nameOf)).size).toBe(steps.length);
  });

  test('whatever changes something takes an Idempotency-Key, and says so', () => {
    const changing = Object.values(description.paths)
      .flatMap((methods) => Object.entries(methods))
      .filter(([method, operation]) => method !== 'get' && !operation['x-reads-only']);
    const silent = changing.filter(([, operation]) => !JSON.stringify(operation).includes('"Idempotency-Key"'));
    expect(changing.length).toBeGreaterThan(15);
    expect(silent.map(([, operation]) => operation.operationId)).toEqual([]);
  });

  test('what needs no key is the stranger’s check, which is posted and only reads, and the empty letter for who has lost his ID', () => {
    const operations = Object.values(description.paths).flatMap((methods) => Object.values(methods));
    const named = (some: Operation[]) => some.map((one) => one.operationId);
    expect(named(operations.filter((one) => one['x-reads-only']))).toEqual(['checkCertificate']);
    const forAll = ['checkCertificate', 'getBlankReissueLetter'];
    expect(named(operations.filter((one) => one.security?.length === 0))).toEqual(forAll);
    const keyless = steps.filter((step) => step.example.as === undefined).map((step) => step.operation);
    expect(new Set(named(keyless))).toEqual(new Set(forAll));
  });

  test('a schema that the check would pass over is noticed: a wrong answer does not pass it', async () => {
    const operation = steps.find((step) => step.operation.operationId === 'submitApplication')?.operation;
    if (!operation) throw new Error('no such operation');
    const wrong = (body: object) => answerProblems(description, operation, Response.json(body));
    expect(await wrong({ receiptNumber: 'R', round: 1 })).toEqual([]);
    expect(await wrong({ receiptNumber: 'R', round: 'one' })).toHaveLength(1);
    expect(await wrong({ receiptNumber: 'R' })).toHaveLength(1);
    expect(await wrong({ receiptNumber: 'R', round: 1, more: true })).toHaveLength(1);
  });
});

test('the examples, in order, answer as described', async () => {
  const answers = new Map<string, Answered>();
  for (const step of steps) {
    const answer = await world.house.app.request(requestOf(step, answers));
    const name = nameOf(step);
    const said = answer.headers.get('content-type')?.includes('json') ? await answer.clone().text() : '';
    expect([name, answer.status, said]).toEqual([name, step.example.status, said]);
    expect([name, await answerProblems(description, step.operation, answer)]).toEqual([name, []]);
    answers.set(name, { body: said === '' ? undefined : JSON.parse(said), headers: answer.headers });
  }
}, 60_000);

type Answered = { body: unknown; headers: Headers };
type Answers = ReadonlyMap<string, Answered>;

const nameOf = ({ example, operation }: Step): string => example.name ?? operation.operationId;

function requestOf({ method, path, example }: Step, answers: Answers): Request {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => String(filledIn(example.path?.[name], answers)));
  const url = new URL(`${base}/api/v1${filled}`);
  for (const [name, value] of Object.entries(example.query ?? {}))
    url.searchParams.set(name, String(filledIn(value, answers)));
  const headers = new Headers();
  if (example.as) headers.set('authorization', `Bearer ${world.account(example.as).apiKey}`);
  for (const [name, value] of Object.entries(example.headers ?? {}))
    headers.set(name, String(filledIn(value, answers)));
  const body = bodyOf(example, answers);
  if (typeof body === 'string') headers.set('content-type', 'application/json');
  return new Request(url, { method: method.toUpperCase(), headers, ...(body === undefined ? {} : { body }) });
}

function bodyOf({ body }: Example, answers: Answers): string | FormData | undefined {
  if (body === undefined) return undefined;
  if ('json' in body) return JSON.stringify(filledIn(body.json, answers));
  const form = new FormData();
  for (const [name, part] of Object.entries(body.multipart))
    if (typeof part === 'string') form.set(name, part);
    else form.set(name, new File([Buffer.from(part.base64, 'base64')], part.name, { type: part.type }));
  return form;
}

function filledIn(value: unknown, answers: Answers): unknown {
  if (Array.isArray(value)) return value.map((one) => filledIn(one, answers));
  if (typeof value !== 'object' || value === null) return value;
  if (isFrom(value)) return valueFrom(value, answers);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, filledIn(part, answers)]));
}

/** As the description says it: `from` alone is a port of loading. */
const isFrom = (value: object): value is From =>
  'demo' in value || ('from' in value && ('at' in value || 'header' in value));

function valueFrom(from: From, answers: Answers): unknown {
  const found = 'demo' in from ? valueAt(demo, from.demo) : valueIn(from, answers.get(from.from));
  if (found === undefined || found === null) throw new Error(`nothing at ${JSON.stringify(from)}`);
  return found;
}

function valueIn(from: Exclude<From, { demo: string }>, answer: Answered | undefined): unknown {
  if (!answer) throw new Error(`no example "${from.from}" ran before`);
  return 'header' in from ? answer.headers.get(from.header) : valueAt(answer.body, from.at);
}

function valueAt(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], value);
}
