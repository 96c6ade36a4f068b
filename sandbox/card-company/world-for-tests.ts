import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CardGateway, type CardSessionRequest, stripeCardGateway } from '../../src/outside/card-gateway.ts';
import { type CardCompany, startCardCompany } from './start-card-company.ts';

export const secretKey = 'sk_test_local';
export const webhookSecret = 'whsec_local';

export type Received = { body: string; signature: string };

/** A card company on free ports with an endpoint of ours beside it, all thrown away by `close`. */
export type World = {
  company: CardCompany;
  gateway: CardGateway;
  received: Received[];
  endpointUrl: string;
  /** What our endpoint answers; 200 unless set. */
  answerWith(status: number): void;
  turnClock(minutes: number): void;
  gatewayWith(more: { secretKey?: string; timeoutMs?: number; maxNetworkRetries?: number }): CardGateway;
  /** Starts a second card company on the same folder, as after a kill: the first is not asked to put anything in order. */
  restart(): Promise<void>;
  /** All that the card company has written to disk. */
  written(): string;
  /** The card company goes down. */
  stop(): Promise<void>;
  close(): Promise<void>;
};

export async function startWorld(): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'hakkyu-card-company-'));
  const endpoint = await startEndpoint();
  let turned = 0;
  const clock = () => new Date(Date.now() + turned);
  const start = () =>
    startCardCompany({
      port: 0,
      folder,
      secretKey,
      webhookSecret,
      webhookUrl: endpoint.url,
      clock,
      retrySchedule: [20, 40, 80],
    });
  const companies = [await start()];
  const gatewayOf: World['gatewayWith'] = (more) =>
    stripeCardGateway({
      secretKey,
      webhookSecret,
      host: '127.0.0.1',
      port: world.company.port,
      protocol: 'http',
      maxNetworkRetries: 0,
      now: clock,
      ...more,
    });
  const world: World = {
    get company() {
      return companies.at(-1) ?? neverStarted();
    },
    get gateway() {
      return gatewayOf({});
    },
    received: endpoint.received,
    endpointUrl: endpoint.url,
    answerWith: endpoint.answerWith,
    turnClock(minutes) {
      turned += minutes * 60_000;
    },
    gatewayWith: gatewayOf,
    async restart() {
      companies.push(await start());
    },
    written: () =>
      readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), 'utf8'))
        .join(''),
    async stop() {
      await companies.pop()?.close();
    },
    async close() {
      for (const company of companies) await company.close();
      await endpoint.close();
      rmSync(folder, { recursive: true });
    },
  };
  return world;
}

function neverStarted(): never {
  throw new Error('the world has a card company');
}

async function startEndpoint() {
  const received: Received[] = [];
  let status = 200;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const signature = request.headers['stripe-signature'];
      received.push({ body: Buffer.concat(chunks).toString('utf8'), signature: String(signature) });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    received,
    url: `http://127.0.0.1:${port}/webhook`,
    answerWith(next: number) {
      status = next;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

let requests = 0;

/** A payment of 1,100 yen that may be paid within the hour; `more` replaces what a test cares for. */
export function sessionRequest(more: Partial<CardSessionRequest> = {}): CardSessionRequest {
  requests += 1;
  return {
    paymentId: `payment-${requests}`,
    amountYen: 1_100,
    description: '原産地証明書 発給手数料 1件',
    locale: 'ja',
    successUrl: 'http://localhost:9/return/paid?session={CHECKOUT_SESSION_ID}',
    cancelUrl: 'http://localhost:9/return/cancelled',
    expiresAt: new Date(Date.now() + 60 * 60_000),
    idempotencyKey: `key-${requests}`,
    ...more,
  };
}
