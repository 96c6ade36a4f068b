import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openForm, payAtPage, sendForm } from './payer.ts';
import { secretKey, sessionRequest, startWorld, type World } from './world-for-tests.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

function sdk(): Stripe {
  const { port } = world.company;
  return new Stripe(secretKey, { host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 0, telemetry: false });
}

async function paidSession(amountYen: number) {
  const { sessionId, url } = await world.gateway.createSession(sessionRequest({ amountYen }));
  await payAtPage(url, { number: '5555555555554444' });
  const { paymentIntentId } = await world.gateway.retrieveSession(sessionId);
  return { sessionId, paymentIntentId: paymentIntentId ?? '' };
}

function refundRequest(paymentIntentId: string, amountYen: number, idempotencyKey = `refund-${Math.random()}`) {
  return { paymentIntentId, amountYen, idempotencyKey, reason: '二重申請のため' };
}

describe('creating a session', () => {
  test('with the same key and input answers the same session, at once and while the first is under way', async () => {
    const request = sessionRequest();
    const answers = await Promise.all([world.gateway.createSession(request), world.gateway.createSession(request)]);
    answers.push(await world.gateway.createSession(request));
    expect(new Set(answers.map((answer) => answer.sessionId)).size).toBe(1);
  });

  test('with the same key and another amount is a fault of ours, not a second session', async () => {
    const request = sessionRequest();
    await world.gateway.createSession(request);
    await expect(world.gateway.createSession({ ...request, amountYen: 9_999 })).rejects.toBeInstanceOf(
      Stripe.errors.StripeIdempotencyError,
    );
  });

  test.each([
    ['below the least amount of 50 yen', { amountYen: 49 }, 'line_items[0][price_data][unit_amount]'],
    ['of part of a yen', { amountYen: 100.5 }, 'line_items[0][price_data][unit_amount]'],
    ['that expires in 20 minutes', { expiresAt: new Date(Date.now() + 20 * 60_000) }, 'expires_at'],
    ['that expires in 25 hours', { expiresAt: new Date(Date.now() + 25 * 3_600_000) }, 'expires_at'],
    ['that returns to no web address', { successUrl: 'javascript:alert(1)' }, 'success_url'],
  ])('%s is refused, naming the place', async (_what, more, field) => {
    await expect(world.gateway.createSession(sessionRequest(more))).rejects.toMatchObject({
      name: 'Refusal',
      code: 'invalid',
      fields: [{ field }],
    });
  });

  test('takes no parameter that it was not built for, such as one that would keep the card', async () => {
    const params = { mode: 'payment', payment_intent_data: { setup_future_usage: 'off_session' } } as const;
    await expect(
      sdk().checkout.sessions.create({
        ...params,
        allowed_payment_method_types: ['card'],
        success_url: 'http://localhost:9/',
        line_items: [{ quantity: 1, price_data: { currency: 'jpy', unit_amount: 100, product_data: { name: 'x' } } }],
      }),
    ).rejects.toMatchObject({ code: 'parameter_unknown', param: 'payment_intent_data[setup_future_usage]' });
  });

  test('with a wrong secret key is a fault of ours: Stripe says 401', async () => {
    const wrong = world.gatewayWith({ secretKey: 'sk_test_other' });
    await expect(wrong.createSession(sessionRequest())).rejects.toMatchObject({
      type: 'StripeAuthenticationError',
      statusCode: 401,
    });
  });
});

describe('asking', () => {
  test('for a session that is not there refuses not_found', async () => {
    await expect(world.gateway.retrieveSession('cs_test_none')).rejects.toMatchObject({ code: 'not_found' });
  });

  test('for the payment intent and the list of events answers what Stripe would', async () => {
    const { sessionId, paymentIntentId } = await paidSession(3_300);
    const intent = await sdk().paymentIntents.retrieve(paymentIntentId, { expand: ['latest_charge'] });
    expect(intent).toMatchObject({ status: 'succeeded', amount_received: 3_300, latest_charge: { amount: 3_300 } });

    const events = await sdk().events.list({ limit: 1, type: 'checkout.session.completed' });
    expect(events.data).toMatchObject([{ data: { object: { id: sessionId, payment_status: 'paid' } } }]);
    const older = await sdk().events.list({ starting_after: events.data[0]?.id ?? '' });
    expect(older.data.map((event) => event.id)).not.toContain(events.data[0]?.id);
  });
});

describe('expiring a session', () => {
  test('closes the page, and a second time refuses conflict', async () => {
    const { sessionId, url } = await world.gateway.createSession(sessionRequest());
    await world.gateway.expireSession(sessionId);
    expect(await world.gateway.retrieveSession(sessionId)).toMatchObject({
      status: 'expired',
      paymentStatus: 'unpaid',
    });
    expect((await fetch(url)).status).toBe(410);
    await expect(world.gateway.expireSession(sessionId)).rejects.toMatchObject({ name: 'Refusal', code: 'conflict' });
  });

  test('is refused once it is paid', async () => {
    const { sessionId } = await paidSession(1_100);
    await expect(world.gateway.expireSession(sessionId)).rejects.toMatchObject({ code: 'conflict' });
    expect(await world.gateway.retrieveSession(sessionId)).toMatchObject({ paymentStatus: 'paid' });
  });

  test('happens by itself when its time is over; a card form opened before then charges nothing', async () => {
    const own = await startWorld();
    try {
      const { sessionId, url } = await own.gateway.createSession(sessionRequest());
      const form = await openForm(url);
      own.turnClock(61);
      const typed = { number: '5555555555554444', expiry: '12/99', cvc: '123', name: 'TARO SUZUKI' };
      expect(await sendForm(form, typed)).toMatchObject({ status: 410 });
      expect(await own.gateway.retrieveSession(sessionId)).toMatchObject({
        status: 'expired',
        paymentStatus: 'unpaid',
      });
    } finally {
      await own.close();
    }
  });
});

describe('a refund', () => {
  test('of a part leaves the rest, of the rest leaves nothing, and of more is refused', async () => {
    const { sessionId, paymentIntentId } = await paidSession(2_200);
    const part = await world.gateway.refund(refundRequest(paymentIntentId, 1_000));
    expect(part).toEqual({ refundId: expect.stringMatching(/^re_/), status: 'succeeded' });
    expect(await world.gateway.retrieveSession(sessionId)).toMatchObject({ refundedYen: 1_000, paymentStatus: 'paid' });

    await expect(world.gateway.refund(refundRequest(paymentIntentId, 1_201))).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ field: 'amountYen' }],
    });
    await world.gateway.refund(refundRequest(paymentIntentId, 1_200));
    expect(await world.gateway.retrieveSession(sessionId)).toMatchObject({ refundedYen: 2_200 });
    await expect(world.gateway.refund(refundRequest(paymentIntentId, 1))).rejects.toMatchObject({ code: 'conflict' });
  });

  test('asked twice with the same key is made once', async () => {
    const { sessionId, paymentIntentId } = await paidSession(2_200);
    const request = refundRequest(paymentIntentId, 700, 'refund-once');
    expect(await world.gateway.refund(request)).toEqual(await world.gateway.refund(request));
    expect(await world.gateway.retrieveSession(sessionId)).toMatchObject({ refundedYen: 700 });
  });

  test('of an unknown payment refuses not_found, of one that was never paid invalid', async () => {
    await expect(world.gateway.refund(refundRequest('pi_none', 100))).rejects.toMatchObject({ code: 'not_found' });
    const { sessionId, url } = await world.gateway.createSession(sessionRequest());
    await payAtPage(url, { number: '4000000000000002' });
    const { paymentIntentId } = await world.gateway.retrieveSession(sessionId);
    await expect(world.gateway.refund(refundRequest(paymentIntentId ?? '', 100))).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ field: 'payment_intent' }],
    });
  });

  test('with a reason longer than the card company keeps is refused before it is sent', async () => {
    const request = { ...refundRequest('pi_none', 100), reason: 'あ'.repeat(501) };
    await expect(world.gateway.refund(request)).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ field: 'reason' }],
    });
  });
});

test('a restart on the same folder keeps sessions, a half-made payment, charges and answers under their keys', async () => {
  const own = await startWorld();
  try {
    const request = sessionRequest();
    const created = await own.gateway.createSession(request);
    const paid = await own.gateway.createSession(sessionRequest());
    await payAtPage(paid.url, { number: '5555555555554444' });

    await own.restart();

    expect((await own.gateway.createSession(request)).sessionId).toBe(created.sessionId);
    expect(await own.gateway.retrieveSession(paid.sessionId)).toMatchObject({ paymentStatus: 'paid' });
    const ending = await payAtPage(`${own.company.url}/pay/${created.sessionId}`, { number: '4242424242424242' });
    expect(ending).toMatchObject({ returnedTo: expect.stringContaining('/return/paid') });
  } finally {
    await own.close();
  }
});
