// What a payer's program sees on the way to a paid certificate when things go wrong, and that it sees only its own.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeApiKey } from '../src/accounts/api-keys.ts';
import { type Call, expectJson, expectProblem, program, programOf } from './api-client.ts';
import { payAndIssue } from './issued.ts';
import { makeOtherFirm } from './other-firm.ts';
import { type PayingWorld, pay, startPayingWorld } from './paying-world.ts';

let world: PayingWorld;
let firm: Call;
let other: Call;
beforeAll(async () => {
  world = await startPayingWorld();
  firm = programOf(world, 'user');
  const { ctx } = await makeOtherFirm(world);
  other = program(world, (await makeApiKey(ctx, { name: 'other', may: [] })).key);
}, 60_000);
beforeEach(() => world.company.faults.clear());
afterAll(() => world.close());

type Begun = { paymentId: string; url: string };
type Payable = { applications: { applicationId: string }[]; total: number; unpaid: Begun[] };
const payable = async () => expectJson<Payable>(await firm('/payable'), 200);
const begin = (applicationIds: string[], key?: string) =>
  firm('/payments', {
    json: { applicationIds, locale: 'ja' },
    ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
  });
const post = (path: string, call = firm) => call(path, { method: 'POST' });

test('what is in an open payment stands there and can be gone on with; given up, it waits again', async () => {
  const [one = '', two = ''] = await world.certified(2);
  const { paymentId, url } = await expectJson<Begun>(await begin([one]), 201);
  const waiting = await payable();
  expect(waiting.applications.map((item) => item.applicationId)).toEqual([two]);
  expect(waiting).toMatchObject({ total: 1, unpaid: [{ paymentId, url, applications: [{ applicationId: one }] }] });
  expect(await expectJson(await post(`/payments/${paymentId}/open`), 200)).toEqual({ url });
  await expectProblem(await begin([one, two]), 409, 'conflict');
  expect(await expectJson(await post(`/payments/${paymentId}/cancel`), 200)).toEqual({ status: 'cancelled' });
  expect(await payable()).toMatchObject({ total: 2, unpaid: [] });
  await expectProblem(await post(`/payments/${paymentId}/open`), 409, 'conflict');
  expect(await expectJson(await firm('/payments'), 200)).toMatchObject({
    ...{ payments: [{ paymentId, status: 'cancelled', url: null }], total: 1 },
  });
}, 60_000);

test('the card company does not answer: 503, the payment is among the open ones, and opening it goes on', async () => {
  const [id = ''] = await world.certified(1);
  world.company.faults.plan({ kind: 'api_500_after', times: 2, ms: 0 }); // the adapter asks twice
  await expectProblem(await begin([id], 'silent-company'), 503, 'unavailable');
  world.company.faults.clear();
  const { unpaid } = await payable();
  expect(unpaid).toMatchObject([{ status: 'created', url: null, applications: [{ applicationId: id }] }]);
  const paymentId = unpaid[0]?.paymentId ?? '';
  const { url } = await expectJson<Begun>(await post(`/payments/${paymentId}/open`), 200);
  await pay(url);
  // Paid, and the payer never came back: asking to give it up finds that out.
  expect(await expectJson(await post(`/payments/${paymentId}/cancel`), 200)).toEqual({ status: 'settled' });
  expect(await expectJson(await firm(`/payments/${paymentId}`), 200)).toMatchObject({ status: 'settled', url: null });
}, 60_000);

describe('another firm', () => {
  test('finds no payment, no paper, no statement, and none of it in its lists', async () => {
    const [id = '', waiting = ''] = await world.certified(2);
    await payAndIssue(world, [id]);
    const { paymentId } = await expectJson<Begun>(await begin([waiting]), 201);
    for (const path of [
      `/payments/${paymentId}`,
      ...['ORIGINAL', 'COPY'].map((v) => `/applications/${id}/papers/${v}`),
    ])
      await expectProblem(await other(path), 404, 'not_found');
    for (const path of [`/applications/${id}/statement`, `/applications/${id}/print`])
      await expectProblem(await other(path), 404, 'not_found');
    for (const step of ['open', 'cancel'])
      await expectProblem(await post(`/payments/${paymentId}/${step}`, other), 404, 'not_found');
    await expectProblem(
      await other('/payments', { json: { applicationIds: [waiting], locale: 'ja' } }),
      404,
      'not_found',
    );
    expect(await expectJson(await other('/payable'), 200)).toEqual({ applications: [], total: 0, unpaid: [] });
    expect(await expectJson(await other('/payments'), 200)).toEqual({ payments: [], total: 0 });
    expect(await expectJson(await other('/printable'), 200)).toEqual({ certificates: [], total: 0 });
    const print = await expectJson(await firm(`/applications/${id}/print`), 200);
    expect(print).toMatchObject({ downloads: [], downloadsTotal: 0, open: true });
  }, 60_000);
});
