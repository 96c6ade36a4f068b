// The desk after certification, by a program: a number on the telephone, the print window, a payment that does not fit.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reconcilePayment } from '../src/payments/reconcile.ts';
import { type Call, expectJson, expectProblem, programOf } from './api-client.ts';
import { payAndIssue, printedOf } from './issued.ts';
import { type PayingWorld, pay, startPayingWorld } from './paying-world.ts';

let world: PayingWorld;
let [firm, examiner, certifier]: Call[] = [];
let [id, number, receiptNumber] = ['', '', ''];
beforeAll(async () => {
  world = await startPayingWorld();
  [firm, examiner, certifier] = ['user', 'examiner', 'certifier'].map((as) => programOf(world, as));
  [id = ''] = await world.certified(1);
  await payAndIssue(world, [id]);
  ({ number } = await printedOf(world, id));
  ({ receiptNumber } = await expectJson<{ receiptNumber: string }>(await as(firm)(`/applications/${id}`), 200));
}, 60_000);
afterAll(() => world.close());

const as = (call: Call | undefined): Call => {
  if (!call) throw new Error('the world has not begun');
  return call;
};

describe('a number leads to its case', () => {
  test('a receipt number or a certificate number, as somebody types it', async () => {
    for (const typed of [receiptNumber, receiptNumber.toLowerCase(), number, number.replaceAll('-', ' ')]) {
      const answer = await as(examiner)(`/desk/find?number=${encodeURIComponent(typed)}`);
      expect([typed, await expectJson(answer, 200)]).toEqual([typed, { applicationId: id }]);
    }
  });

  test('one that is none, or nobody’s, is named; a firm asks for nothing here', async () => {
    for (const typed of ['', 'x', 'R2026-999999', '9901-2026-000001'])
      expect(await expectProblem(await as(examiner)(`/desk/find?number=${typed}`), 422, 'invalid')).toEqual(['number']);
    await expectProblem(await as(firm)(`/desk/find?number=${number}`), 403, 'not_allowed');
  });
});

test('the print window: the chamber reads it, who may certify sets it anew, the firm reads why', async () => {
  const desk = `/desk/applications/${id}`;
  await as(firm)(`/applications/${id}/papers/COPY`);
  await expectProblem(await as(firm)(`${desk}/print`), 403, 'not_allowed');
  type Window = { printUntil: string; furthest: string };
  const seen = await expectJson<Window>(await as(certifier)(`${desk}/print`), 200);
  expect(seen).toMatchObject({
    ...{ number, open: true, mayReopen: true, printUntil: '2026-11-30' },
    downloadsTotal: 1,
  });
  expect(await expectJson(await as(examiner)(`${desk}/print`), 200)).toMatchObject({ mayReopen: false });

  const asked = { note: '印刷機の故障のため。', until: '2026-12-10', seenUntil: seen.printUntil };
  const reopen = (json: object, by = certifier) => as(by)(`${desk}/reopen-printing`, { json });
  await expectProblem(await reopen(asked, examiner), 403, 'not_allowed');
  expect(await expectProblem(await reopen({ ...asked, until: '2026-11-29', note: ' ' }), 422, 'invalid')).toEqual([
    ...['until', 'note'],
  ]);
  expect(await expectJson(await reopen(asked), 200)).toEqual({ printUntil: '2026-12-10' });
  await expectProblem(await reopen({ ...asked, until: '2026-12-20' }), 409, 'conflict');
  expect(await expectJson(await as(firm)(`/applications/${id}/print`), 200)).toMatchObject({
    ...{ printUntil: '2026-12-10', reopened: { note: '印刷機の故障のため。', printUntil: '2026-12-10' } },
  });
  const { events } = await expectJson<{ events: object[] }>(await as(firm)(`/applications/${id}/history`), 200);
  expect(events.at(-1)).toMatchObject({ action: 'reopen_printing', note: '印刷機の故障のため。' });
});

test('a payment that does not fit is listed for the staff, with what the card company said, until it fits', async () => {
  const [waiting = ''] = await world.certified(1);
  const begun = await as(firm)('/payments', { json: { applicationIds: [waiting], locale: 'ja' } });
  const { paymentId, url } = await expectJson<{ paymentId: string; url: string }>(begun, 201);
  await pay(url);
  const { outside } = world.house;
  const { gateway } = outside;
  const saysOneYen: typeof gateway.retrieveSession = async (session) => ({
    ...(await gateway.retrieveSession(session)),
    amountYen: 1,
  });
  const ctx = { ...world.open(), outside: { ...outside, gateway: { ...gateway, retrieveSession: saysOneYen } } };
  await reconcilePayment(ctx, paymentId);
  expect(await expectJson(await as(examiner)('/desk/payment-mismatches'), 200)).toMatchObject({
    mismatches: [{ paymentId, kind: 'amount', found: '1 jpy', yen: 1100, applications: [{ applicationId: waiting }] }],
  });
  await expectProblem(await as(firm)('/desk/payment-mismatches'), 403, 'not_allowed');
  await reconcilePayment(world.open(), paymentId);
  expect(await expectJson(await as(examiner)('/desk/payment-mismatches'), 200)).toEqual({ mismatches: [] });
}, 60_000);
