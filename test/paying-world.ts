// A world with the card company of the demo beside it, and applications that wait for payment.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Payment, payAtPage } from '../sandbox/card-company/payer.ts';
import { startCardCompany } from '../sandbox/card-company/start-card-company.ts';
import { testCards } from '../sandbox/card-company/test-cards.ts';
import type { Ctx, OpenCtx } from '../src/accounts/context.ts';
import { approveApplication } from '../src/applications/examine.ts';
import { readDeskCase } from '../src/applications/read-desk.ts';
import { submitApplication } from '../src/applications/submit.ts';
import { certifyApplication } from '../src/certificates/certify.ts';
import { type HouseOptions, listen } from '../src/main.ts';
import { stripeCardGateway } from '../src/outside/card-gateway.ts';
import { contextOf, readyApplication } from './deeds.ts';
import { monday, startWorld, type World } from './world.ts';

export type PayingWorld = World & {
  company: Awaited<ReturnType<typeof startCardCompany>>;
  /** The pages that the card company has opened for a payment, oldest first, as its own books say. */
  pagesOf(paymentId: string): { sessionId: string; status: 'open' | 'complete' | 'expired' }[];
  firm(): Promise<Ctx>;
  /** Nobody signed in: as the worker, the card company's notice and the sweep come. */
  open(): OpenCtx;
  /** Certified applications that wait for payment; their ids. */
  certified(count: number): Promise<string[]>;
};

export async function startPayingWorld(options: Partial<HouseOptions> = {}): Promise<PayingWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'hakkyu-cards-'));
  let now = (): Date => new Date(monday);
  const secrets = { secretKey: 'sk_test_1', webhookSecret: 'whsec_1' };
  const company = await startCardCompany({ ...secrets, port: 0, folder, clock: () => now() });
  const gateway = stripeCardGateway({
    ...{ ...secrets, host: 'localhost', port: company.port, protocol: 'http', timeoutMs: 1500, now: () => now() },
  });
  const world = await startWorld({ ...options, gateway, cardPages: [company.url] });
  now = world.now;
  const fresh = async (as: string): Promise<Ctx> => ({ ...(await contextOf(world, as)), now: world.now() });
  return {
    ...world,
    company,
    pagesOf: (paymentId) => pagesIn(join(folder, 'card-company.jsonl'), paymentId),
    firm: () => fresh('user'),
    open: () => ({ db: world.house.db, jobs: world.house.jobs, outside: world.house.outside, now: world.now() }),
    async certified(count) {
      const ids: string[] = [];
      for (let i = 0; i < count; i++) {
        const firm = await fresh('user');
        const applicationId = await readyApplication(firm);
        const { round } = await submitApplication(firm, { applicationId });
        const examiner = await fresh('examiner');
        const { signatories } = await readDeskCase(examiner, applicationId);
        await approveApplication(examiner, {
          applicationId,
          round,
          invoiceSignedBy: signatories[0]?.signatoryId ?? '',
        });
        await certifyApplication(await fresh('certifier'), { applicationId, round });
        ids.push(applicationId);
      }
      return ids;
    },
    async close() {
      await world.close();
      await company.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type BookedSession = { id: string; status: 'open' | 'complete' | 'expired'; clientReferenceId: string | null };

function pagesIn(journal: string, paymentId: string): ReturnType<PayingWorld['pagesOf']> {
  const sessions = new Map<string, BookedSession>();
  for (const line of readFileSync(journal, 'utf8').split('\n').filter(Boolean))
    for (const { put, row } of JSON.parse(line) as { put: string; row: BookedSession }[])
      if (put === 'session') sessions.set(row.id, row);
  return [...sessions.values()]
    .filter((one) => one.clientReferenceId === paymentId)
    .map((one) => ({ sessionId: one.id, status: one.status }));
}

/** Types a card at the card company's page, as the payer does. */
export const pay = (url: string, card: Partial<Payment> = {}): ReturnType<typeof payAtPage> =>
  payAtPage(url, { number: testCards[0]?.number ?? '', ...card });

/**
 * The same for a browser, on a free port; whatever jobs wait are done twice a second, as a worker would.
 * @param options.worker false: only when the test says so, by `work`
 */
export async function startServedPayingWorld({ worker: works = true } = {}): Promise<PayingWorld & { url: string }> {
  const probe = await listen({ fetch: () => new Response() }, 0);
  await probe.close();
  const url = `http://localhost:${probe.port}`;
  const world = await startPayingWorld({ base: url });
  const listening = await listen(world.house.app, probe.port);
  let isOpen = works;
  const worker = (async () => {
    while (isOpen) {
      await world.work();
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  })();
  return {
    ...world,
    url,
    async close() {
      isOpen = false;
      await worker;
      await listening.close();
      await world.close();
    },
  };
}
