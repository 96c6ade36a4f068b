// `Idempotency-Key`: what a program that got no answer can rely on.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeKey } from '../src/accounts/idempotent-answers.ts';
import { inChamber } from '../src/lib/db.ts';
import { workOf } from '../src/worker.ts';
import { type Call, expectJson, expectProblem, programOf } from './api-client.ts';
import { contextOf } from './deeds.ts';
import { invoicePdf } from './fixtures-origin.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let firm: Call;
let staff: Call;
beforeAll(async () => {
  world = await startWorld();
  firm = programOf(world, 'user');
  staff = programOf(world, 'examiner');
});
afterAll(() => world.close());

const start = { json: { kind: 'origin', oath: true } };
const once = (key: string) => ({ headers: { 'idempotency-key': key } });
const total = async (): Promise<number> =>
  (await expectJson<{ total: number }>(await firm('/applications'), 200)).total;
const kept = () =>
  inChamber(world.house.db, '9901', (trx) => trx.selectFrom('idempotent_answer').selectAll().execute());

describe('the same request with the same key', () => {
  test('gets the first answer, status, body and ETag, and is not carried out again', async () => {
    const before = await total();
    const first = await firm('/applications', { ...start, ...once('a-1') });
    const again = await firm('/applications', { ...start, ...once('a-1') });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(await again.text()).toBe(await first.text());
    for (const name of ['etag', 'location', 'content-type'])
      expect(again.headers.get(name)).toBe(first.headers.get(name));
    expect([first, again].map((one) => one.headers.get('idempotent-replayed'))).toEqual([null, 'true']);
    expect(await total()).toBe(before + 1);
  });

  test('a refusal is an answer too', async () => {
    const wrong = { json: { kind: 'origin', oath: false } };
    await expectProblem(await firm('/applications', { ...wrong, ...once('a-2') }), 422, 'invalid');
    const again = await firm('/applications', { ...wrong, ...once('a-2') });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(await expectProblem(again, 422, 'invalid')).toEqual(['oath']);
  });

  test('an answer without a body stays one', async () => {
    const { applicationId } = await expectJson<{ applicationId: string }>(await firm('/applications', start), 201);
    const drop = { method: 'DELETE', ...once('a-3') };
    for (const replayed of [null, 'true']) {
      const answer = await firm(`/applications/${applicationId}/goods/upload`, drop);
      expect([answer.status, await answer.text()]).toEqual([204, '']);
      expect(answer.headers.get('idempotent-replayed')).toBe(replayed);
    }
  });

  test('a form is the same form with another boundary, and another with another file', async () => {
    const { applicationId } = await expectJson<{ applicationId: string }>(await firm('/applications', start), 201);
    const attach = (words: string) =>
      firm(`/applications/${applicationId}/evidence`, {
        form: { file: new File([new Uint8Array(invoicePdf(words))], 'i.pdf'), kind: 'invoice' },
        ...once('a-4'),
      });
    const first = await expectJson(await attach('ONE'), 201);
    expect(await expectJson(await attach('ONE'), 201)).toEqual(first);
    expect(await expectProblem(await attach('TWO'), 422, 'invalid')).toEqual(['Idempotency-Key']);
    const view = await expectJson<{ evidence: unknown[] }>(await firm(`/applications/${applicationId}`), 200);
    expect(view.evidence).toHaveLength(1);
  });
});

describe('the key', () => {
  test('used for another body, address or version is refused with a clear word', async () => {
    const { applicationId } = await expectJson<{ applicationId: string }>(
      await firm('/applications', { ...start, ...once('b-1') }),
      201,
    );
    const copy = { json: { ...start.json, copyOf: applicationId } };
    expect(await expectProblem(await firm('/applications', { ...copy, ...once('b-1') }), 422, 'invalid')).toEqual([
      'Idempotency-Key',
    ]);
    await expectProblem(
      await firm(`/applications/${applicationId}/withdraw`, { method: 'POST', ...once('b-1') }),
      422,
      'invalid',
    );
    const save = (version: string) =>
      firm(`/applications/${applicationId}/boxes`, {
        method: 'PATCH',
        json: { marks: 'N/M' },
        headers: { 'idempotency-key': 'b-2', 'if-match': version },
      });
    expect((await save('"v1"')).status).toBe(200);
    expect((await save('"v1"')).status).toBe(200);
    await expectProblem(await save('"v2"'), 422, 'invalid');
  });

  test('is of one account: the same key of another is another', async () => {
    expect((await firm('/applications', { ...start, ...once('b-3') })).status).toBe(201);
    expect((await staff('/sessions', { method: 'DELETE', ...once('b-3') })).status).toBe(200);
  });

  test('is 1 to 255 visible ASCII characters', async () => {
    for (const key of ['', 'a b', 'x'.repeat(256)])
      expect(await expectProblem(await firm('/applications', { ...start, ...once(key) }), 422, 'invalid')).toEqual([
        'Idempotency-Key',
      ]);
  });

  test('is not used up by a body that cannot be read', async () => {
    const broken = await firm('/applications', { raw: { body: '{', type: 'application/json' }, ...once('b-4') });
    expect(await expectProblem(broken, 422, 'invalid')).toEqual(['body']);
    expect((await firm('/applications', { ...start, ...once('b-4') })).status).toBe(201);
  });
});

describe('two at once', () => {
  test('one is carried out; the others are told to wait, or get its answer', async () => {
    const before = await total();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => firm('/applications', { ...start, ...once('c-1') })),
    );
    expect(await total()).toBe(before + 1);
    for (const answer of answers.filter((one) => one.status !== 201)) {
      expect(answer.headers.get('retry-after')).toBe('2');
      await expectProblem(answer, 409, 'conflict');
    }
    const ids = new Set(
      await Promise.all(
        answers.filter((one) => one.status === 201).map(async (one) => (await one.text()).slice(0, 60)),
      ),
    );
    expect(ids.size).toBe(1);
  });

  test('an attempt that died holds its key for ten minutes, not longer', async () => {
    const ctx = await contextOf(world, 'user');
    const requestSha256 = Buffer.alloc(32, 1);
    const take = (after: number) =>
      takeKey({ ...ctx, now: new Date(ctx.now.getTime() + after) }, { key: 'c-2', requestSha256 });
    await take(0);
    await expect(take(599_000)).rejects.toMatchObject({ code: 'conflict', retryAfterSeconds: 2 });
    const heirs = await Promise.allSettled([take(600_000), take(600_001), take(600_002)]);
    expect(heirs.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    await expect(takeKey(ctx, { key: 'c-2', requestSha256: Buffer.alloc(32, 2) })).rejects.toMatchObject({
      code: 'invalid',
    });
  });
});

describe('what is kept', () => {
  test('a fault of ours is not: the same key may try again', async () => {
    const { files } = world.house.outside;
    const { put } = files;
    const { applicationId } = await expectJson<{ applicationId: string }>(await firm('/applications', start), 201);
    const attach = () =>
      firm(`/applications/${applicationId}/evidence`, {
        form: { file: new File([new Uint8Array(invoicePdf())], 'i.pdf'), kind: 'invoice' },
        ...once('d-1'),
      });
    files.put = () => Promise.reject(new Error('the disk is full'));
    await expectProblem(await attach(), 500, 'internal');
    files.put = put;
    expect((await attach()).status).toBe(201);
  });

  test('holds no bearer key', async () => {
    const rows = JSON.stringify((await kept()).map((row) => [row.key, row.body, row.headers]));
    expect(rows).toContain('a-1');
    for (const { apiKey } of world.accounts) expect(rows).not.toContain(apiKey);
  });

  test('is forgotten by the sweep after a day, not before', async () => {
    const before = (await kept()).length;
    const sweep = (hours: number) => {
      const clock = () => new Date(world.now().getTime() + hours * 3_600_000);
      const { db, jobs, outside } = world.house;
      const deps = { db, jobs, outside, clock, mailer: { send: async () => undefined } };
      return workOf(deps)['sweep-idempotent-answers']({});
    };
    await sweep(23);
    expect(await kept()).toHaveLength(before);
    await sweep(25);
    expect(await kept()).toEqual([]);
  });
});
