import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import { describe, expect, test } from 'vitest';
import { type CardGatewayConfig, stripeCardGateway } from './card-gateway.ts';

const config: CardGatewayConfig = { secretKey: 'sk_test_x', webhookSecret: 'whsec_x' };
const request = {
  paymentId: 'payment-1',
  amountYen: 1_100,
  description: 'Fee',
  locale: 'en',
  successUrl: 'https://example.jp/paid',
  cancelUrl: 'https://example.jp/back',
  expiresAt: new Date('2026-11-22T10:00:00.900Z'),
  idempotencyKey: 'key-1',
} as const;

/** Runs `ask` against a server that gives one answer to everything, and returns what it was sent. */
async function withAnswer(
  answer: { status: number; body: string },
  ask: (port: number) => Promise<void>,
): Promise<{ path: string; body: string; key: string | undefined }[]> {
  const sent: { path: string; body: string; key: string | undefined }[] = [];
  const server: Server = createServer((incoming, response) => {
    let body = '';
    incoming.on('data', (chunk: Buffer) => {
      body += chunk.toString('utf8');
    });
    incoming.on('end', () => {
      sent.push({ path: incoming.url ?? '', body, key: incoming.headers['idempotency-key']?.toString() });
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await ask((server.address() as AddressInfo).port);
  } finally {
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }
  return sent;
}

function gatewayAt(port: number) {
  return stripeCardGateway({ ...config, host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 0 });
}

test('asks for one line in whole yen, by card only, with 3-D Secure, and keeps nobody’s card', async () => {
  const answer = { status: 200, body: JSON.stringify({ id: 'cs_1', url: 'https://pay.example/1' }) };
  const sent = await withAnswer(answer, async (port) => {
    expect(await gatewayAt(port).createSession(request)).toEqual({ sessionId: 'cs_1', url: 'https://pay.example/1' });
  });
  expect(sent).toMatchObject([{ path: '/v1/checkout/sessions', key: 'key-1' }]);
  expect(Object.fromEntries(new URLSearchParams(sent[0]?.body))).toEqual({
    mode: 'payment',
    'line_items[0][quantity]': '1',
    'line_items[0][price_data][currency]': 'jpy',
    'line_items[0][price_data][unit_amount]': '1100',
    'line_items[0][price_data][product_data][name]': 'Fee',
    client_reference_id: 'payment-1',
    'metadata[payment_id]': 'payment-1',
    'payment_intent_data[metadata][payment_id]': 'payment-1',
    'allowed_payment_method_types[0]': 'card',
    'payment_method_options[card][request_three_d_secure]': 'any',
    customer_creation: 'if_required',
    'wallet_options[link][display]': 'never',
    'adaptive_pricing[enabled]': 'false',
    submit_type: 'pay',
    locale: 'en',
    success_url: 'https://example.jp/paid',
    cancel_url: 'https://example.jp/back',
    expires_at: '1795341600',
  });
});

describe('an answer that is none', () => {
  test.each([
    ['a 500', { status: 500, body: '{"error":{"type":"api_error","message":"x"}}' }],
    ['a 429', { status: 429, body: '{"error":{"type":"invalid_request_error","message":"slower"}}' }],
    ['a page of a proxy', { status: 502, body: '<html>Bad Gateway</html>' }],
  ])('%s refuses unavailable and keeps the cause', async (_what, answer) => {
    await withAnswer(answer, async (port) => {
      await expect(gatewayAt(port).retrieveSession('cs_1')).rejects.toMatchObject({
        name: 'Refusal',
        code: 'unavailable',
        cause: expect.any(Error),
      });
    });
  });

  test.each([
    ['a state that we do not know', { status: 'half', payment_status: 'unpaid', amount_total: 1, currency: 'jpy' }],
    [
      'paid without being due',
      { status: 'complete', payment_status: 'no_payment_required', amount_total: 1, currency: 'jpy' },
    ],
    ['no amount', { status: 'complete', payment_status: 'paid', amount_total: null, currency: 'jpy' }],
  ])('%s is an error, never taken for paid or unpaid', async (_what, session) => {
    const body = JSON.stringify({ id: 'cs_1', payment_intent: null, client_reference_id: null, ...session });
    await withAnswer({ status: 200, body }, async (port) => {
      await expect(gatewayAt(port).retrieveSession('cs_1')).rejects.toThrow('cs_1');
    });
  });
});

test('a live key never travels over plain http', () => {
  expect(() => stripeCardGateway({ ...config, secretKey: 'sk_live_x', protocol: 'http' })).toThrow('plain http');
  expect(() => stripeCardGateway({ ...config, secretKey: 'sk_live_x' })).not.toThrow();
});

describe('a webhook', () => {
  const now = new Date('2026-11-22T09:00:00Z');
  const gateway = stripeCardGateway({ ...config, now: () => now });
  const seconds = now.getTime() / 1000;
  const signed = (payload: string, timestamp = seconds) =>
    Stripe.webhooks.generateTestHeaderString({ payload, secret: config.webhookSecret, timestamp });

  test('of a kind that we never ask about still gives its event id and type', () => {
    const body = JSON.stringify({
      id: 'evt_1',
      object: 'event',
      type: 'payout.paid',
      data: { object: { object: 'payout' } },
    });
    expect(gateway.readWebhook(body, signed(body))).toEqual({
      eventId: 'evt_1',
      type: 'payout.paid',
      sessionId: undefined,
      paymentId: undefined,
    });
  });

  test('is read from raw bytes as well', () => {
    const object = { object: 'checkout.session', id: 'cs_1', client_reference_id: 'payment-1' };
    const body = JSON.stringify({ id: 'evt_2', object: 'event', type: 'checkout.session.completed', data: { object } });
    expect(gateway.readWebhook(Buffer.from(body), signed(body))).toMatchObject({
      sessionId: 'cs_1',
      paymentId: 'payment-1',
    });
  });

  test('is good for five minutes by the house’s clock, no longer', () => {
    const body = JSON.stringify({ id: 'evt_3', object: 'event', type: 'x', data: { object: {} } });
    expect(gateway.readWebhook(body, signed(body, seconds - 300))).toMatchObject({ eventId: 'evt_3' });
    expect(() => gateway.readWebhook(body, signed(body, seconds - 301))).toThrow(
      expect.objectContaining({ code: 'invalid' }),
    );
  });

  test('whose signed body is no JSON is refused', () => {
    expect(() => gateway.readWebhook('{', signed('{'))).toThrow(expect.objectContaining({ code: 'invalid' }));
  });
});
