import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { stripeCardGateway } from '../../src/outside/card-gateway.ts';
import type { Fault } from './faults.ts';
import { payAtPage } from './payer.ts';
import { startCardCompany } from './start-card-company.ts';
import { secretKey, sessionRequest, startWorld, type World, webhookSecret } from './world-for-tests.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

/** A busy machine may take its time; an idle one waits for a few milliseconds only. */
const soon = { timeout: 10_000, interval: 10 };
/** Long enough for what must not come. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 250));

async function payOnce() {
  const request = sessionRequest();
  const { sessionId, url } = await world.gateway.createSession(request);
  await payAtPage(url, { number: '5555555555554444' });
  return { sessionId, paymentId: request.paymentId };
}

function notices() {
  return world.received.map(({ body, signature }) => world.gateway.readWebhook(body, signature));
}

async function plan(fault: Partial<Fault>): Promise<void> {
  const answer = await fetch(`${world.company.url}/sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fault),
  });
  expect(answer.status).toBe(200);
}

describe('a webhook', () => {
  test('tells which session and payment to ask about, and nothing of their state', async () => {
    const paid = await payOnce();
    await vi.waitFor(() => expect(world.received).toHaveLength(1), soon);
    expect(notices()).toEqual([
      {
        eventId: expect.stringMatching(/^evt_/),
        type: 'checkout.session.completed',
        sessionId: paid.sessionId,
        paymentId: paid.paymentId,
      },
    ]);
  });

  test('is sent of an expired session, a declined card and a refund, each naming our payment', async () => {
    const expired = sessionRequest();
    await world.gateway.expireSession((await world.gateway.createSession(expired)).sessionId);
    const declined = sessionRequest();
    await payAtPage((await world.gateway.createSession(declined)).url, { number: '4000000000000002' });
    const paid = await payOnce();
    const { paymentIntentId } = await world.gateway.retrieveSession(paid.sessionId);
    await world.gateway.refund({
      paymentIntentId: paymentIntentId ?? '',
      amountYen: 100,
      idempotencyKey: 'r',
      reason: '誤り',
    });
    await vi.waitFor(() => expect(world.received).toHaveLength(4), soon);
    expect(
      notices()
        .map(({ type, paymentId }) => `${type} ${paymentId}`)
        .sort(),
    ).toEqual(
      [
        `checkout.session.expired ${expired.paymentId}`,
        `payment_intent.payment_failed ${declined.paymentId}`,
        `checkout.session.completed ${paid.paymentId}`,
        `charge.refunded ${paid.paymentId}`,
      ].sort(),
    );
  });

  test('with a changed body, another secret, an old signature or none is refused', async () => {
    await payOnce();
    await vi.waitFor(() => expect(world.received).toHaveLength(1), soon);
    const { body = '', signature } = world.received[0] ?? {};
    const refused = (changedBody: string, header: string | undefined) =>
      expect(() => world.gateway.readWebhook(changedBody, header)).toThrow(
        expect.objectContaining({ name: 'Refusal', code: 'invalid' }),
      );
    refused(body.replace('checkout.session.completed', 'checkout.session.expired'), signature);
    refused(body, undefined);
    refused(body, 't=1,v1=00');
    const header = (secret: string, timestamp: number) =>
      Stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp });
    const now = Math.floor(Date.now() / 1000);
    refused(body, header('whsec_other', now));
    refused(body, header(webhookSecret, now - 301));
    expect(world.gateway.readWebhook(body, header(webhookSecret, now - 290))).toMatchObject({
      paymentId: expect.any(String),
    });
  });

  test('is sent again, with the same event id, until it is taken', async () => {
    world.answerWith(500);
    await payOnce();
    await vi.waitFor(() => expect(world.received.length).toBeGreaterThanOrEqual(2), soon);
    world.answerWith(200);
    await settled();
    const ids = notices().map((notice) => notice.eventId);
    expect(ids.length).toBeLessThanOrEqual(4);
    expect(new Set(ids).size).toBe(1);
  });

  test('is given up after the last repeat of the schedule', async () => {
    world.answerWith(503);
    await payOnce();
    await vi.waitFor(() => expect(world.received).toHaveLength(4), soon);
    await settled();
    expect(world.received).toHaveLength(4);
    await vi.waitFor(async () => {
      expect(await (await fetch(`${world.company.url}/sandbox?lang=en`)).text()).toContain('given up');
    }, soon);
  });

  test('that was not delivered before a restart is sent after it', async () => {
    await plan({ kind: 'delay_webhooks', ms: 60_000 });
    const paid = await payOnce();
    await settled();
    expect(world.received).toHaveLength(0);
    await world.restart();
    await vi.waitFor(() => expect(notices()).toMatchObject([{ sessionId: paid.sessionId }]), soon);
  });
});

test('what happened before the endpoint was known is sent once it is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hakkyu-card-company-'));
  const company = await startCardCompany({ port: 0, folder, secretKey, webhookSecret });
  try {
    const gateway = stripeCardGateway({
      secretKey,
      webhookSecret,
      host: '127.0.0.1',
      port: company.port,
      protocol: 'http',
    });
    const { sessionId } = await gateway.createSession(sessionRequest());
    await gateway.expireSession(sessionId);
    company.setWebhookUrl(world.endpointUrl);
    await vi.waitFor(() => expect(notices()).toMatchObject([{ sessionId }]), soon);
  } finally {
    await company.close();
    rmSync(folder, { recursive: true });
  }
});

describe('faults of webhooks on demand', () => {
  test('lost: never sent, and the next one is', async () => {
    await plan({ kind: 'lose_webhooks', times: 2 });
    await payOnce();
    await payOnce();
    const third = await payOnce();
    await vi.waitFor(() => expect(world.received).toHaveLength(1), soon);
    await settled();
    expect(notices()).toMatchObject([{ sessionId: third.sessionId }]);
  });

  test('late: sent after the delay', async () => {
    await plan({ kind: 'delay_webhooks', ms: 400 });
    const start = Date.now();
    await payOnce();
    await vi.waitFor(() => expect(world.received).toHaveLength(1), soon);
    expect(Date.now() - start).toBeGreaterThanOrEqual(400);
  });

  test('doubled: the same event twice', async () => {
    await plan({ kind: 'double_webhooks' });
    await payOnce();
    await vi.waitFor(() => expect(world.received).toHaveLength(2), soon);
    expect(new Set(notices().map((notice) => notice.eventId)).size).toBe(1);
  });

  test('reordered: held until so many are there, then the last one first', async () => {
    await plan({ kind: 'reorder_webhooks', times: 3 });
    const payments = [await payOnce(), await payOnce()];
    await settled();
    expect(world.received).toHaveLength(0);
    payments.push(await payOnce());
    await vi.waitFor(() => expect(world.received).toHaveLength(3), soon);
    expect(notices().map((notice) => notice.sessionId)).toEqual(payments.map((each) => each.sessionId).reverse());
  });

  test('cleared: held ones are let go, and no more faults strike', async () => {
    await plan({ kind: 'reorder_webhooks', times: 5 });
    await plan({ kind: 'lose_webhooks', times: 5 });
    await payOnce();
    await fetch(`${world.company.url}/sandbox/faults/clear`, { method: 'POST' });
    await payOnce();
    await vi.waitFor(() => expect(world.received).toHaveLength(2), soon);
  });
});

describe('faults of the API on demand', () => {
  const impatient = { timeoutMs: 500 };

  test.each(['api_silent_before', 'api_500_before'] as const)(
    '%s: refuses unavailable with its cause, and nothing was done',
    async (kind) => {
      const { sessionId } = await world.gateway.createSession(sessionRequest());
      await plan({ kind });
      await expect(world.gatewayWith(impatient).expireSession(sessionId)).rejects.toMatchObject({
        name: 'Refusal',
        code: 'unavailable',
        cause: expect.objectContaining({ type: expect.stringMatching(/^Stripe(Connection|API)Error$/) }),
      });
      expect(await world.gateway.retrieveSession(sessionId)).toMatchObject({ status: 'open' });
    },
  );

  test.each(['api_silent_after', 'api_500_after'] as const)(
    '%s: refuses unavailable although it was done; the same request again gets the first session',
    async (kind) => {
      const request = sessionRequest();
      await plan({ kind });
      await expect(world.gatewayWith(impatient).createSession(request)).rejects.toMatchObject({ code: 'unavailable' });
      const { url } = await world.gateway.createSession(request);
      const desk = await (await fetch(`${world.company.url}/sandbox`)).text();
      expect(desk.match(/>cs_test_[0-9a-f]+</g)).toEqual([`>${url.split('/').at(-1)}<`]);
    },
  );

  test('one silence is survived by the SDK, which asks again with the same key', async () => {
    await plan({ kind: 'api_silent_after' });
    const patient = world.gatewayWith({ timeoutMs: 700, maxNetworkRetries: 1 });
    const { sessionId } = await patient.createSession(sessionRequest());
    expect(await world.gateway.retrieveSession(sessionId)).toMatchObject({ status: 'open' });
  });

  test('can be planned on the desk page, too, which then lists it', async () => {
    const fields = new URLSearchParams({ kind: 'api_500_after', times: '3', ms: '1000' });
    const answer = await fetch(`${world.company.url}/sandbox/faults`, {
      method: 'POST',
      body: fields,
      redirect: 'manual',
    });
    expect(answer.headers.get('location')).toBe('/sandbox');
    const desk = await (await fetch(`${world.company.url}/sandbox?lang=en`)).text();
    expect(desk).toMatch(/<li>API: carried out, answer 500 × 3<\/li>/);
  });

  test('an unknown fault is refused in both languages, on the page too', async () => {
    const asJson = await fetch(`${world.company.url}/sandbox/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"kind":"explode"}',
    });
    expect(asJson.status).toBe(422);
    expect(await asJson.json()).toMatchObject({
      error: { ja: expect.stringContaining('種類'), en: expect.any(String) },
    });
    const asForm = await fetch(`${world.company.url}/sandbox/faults?lang=en`, {
      method: 'POST',
      body: new URLSearchParams({ kind: 'lose_webhooks', times: '0', ms: '0' }),
    });
    expect(asForm.status).toBe(422);
    expect(await asForm.text()).toContain('cannot be planned');
  });
});

test('when the card company is down, every question refuses unavailable', async () => {
  const { gateway } = world;
  await world.stop();
  await expect(gateway.retrieveSession('cs_test_1')).rejects.toMatchObject({ name: 'Refusal', code: 'unavailable' });
});
