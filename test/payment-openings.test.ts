// The card company's page when opening it went wrong: the payer goes on or cancels at once, and whatever was lost on the way,
// there is one page that can be paid, and one charge.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inChamber } from '../src/lib/db.ts';
import { Refusal } from '../src/lib/refusal.ts';
import { cancelOwnPayment, payFor, readOwnPayment } from '../src/payments/own-payments.ts';
import { reconcilePayment } from '../src/payments/reconcile.ts';
import { openPayment, startPayment } from '../src/payments/start-payment.ts';
import { type PayingWorld, pay, startPayingWorld } from './paying-world.ts';

let world: PayingWorld;
beforeAll(async () => {
  world = await startPayingWorld();
}, 60_000);
beforeEach(() => world.company.faults.clear());
afterAll(() => world.close());

type Fault = 'api_500_before' | 'api_500_after' | 'api_silent_before' | 'api_silent_after';
/** A payment whose page could not be opened, or was and the answer was lost (`…_after`), this many minutes ago. */
async function begun(fault: Fault, minutesAgo: number): Promise<{ paymentId: string; applicationIds: string[] }> {
  const applicationIds = await world.certified(1);
  world.company.faults.plan({ kind: fault, times: 2, ms: 0 }); // the adapter asks twice
  const starting = startPayment(await world.firm(), { applicationIds, locale: 'ja' });
  await expect(starting).rejects.toMatchObject({ code: 'unavailable' });
  world.company.faults.clear();
  const [payment] = await inChamber(world.house.db, '9901', (trx) =>
    trx.selectFrom('payment').select(['payment_id', 'status']).orderBy('created_at', 'desc').limit(1).execute(),
  );
  expect(payment?.status).toBe('created');
  world.turn({ minutes: minutesAgo });
  return { paymentId: payment?.payment_id ?? '', applicationIds };
}

const statusOf = async (paymentId: string) => (await readOwnPayment(await world.firm(), paymentId)).payment.status;
const open = (paymentId: string) => world.pagesOf(paymentId).filter((page) => page.status !== 'expired');

/** Everything that can still be paid is paid; one charge is what comes of it. */
async function paysOnce(url: string, paymentId: string): Promise<void> {
  expect(open(paymentId)).toHaveLength(1);
  await pay(url);
  expect(await reconcilePayment(world.open(), paymentId)).toBe('settled');
  expect(open(paymentId)).toEqual([{ sessionId: expect.any(String), status: 'complete' }]);
}

/** Given up, with no page left that can be paid; then the same applications are paid in another payment. */
async function cancelsAndPaysAnew({ paymentId, applicationIds }: Awaited<ReturnType<typeof begun>>): Promise<void> {
  expect(await cancelOwnPayment(await world.firm(), paymentId)).toBe('cancelled');
  expect(open(paymentId)).toEqual([]);
  const anew = await startPayment(await world.firm(), { applicationIds, locale: 'ja' });
  await paysOnce(anew.url, anew.paymentId);
  await expect(openPayment(await world.firm(), paymentId)).rejects.toMatchObject({ code: 'conflict' });
  expect(await reconcilePayment(world.open(), paymentId)).toBe('cancelled');
}

// The card company takes no page that ends within 30 minutes; ours end 60 after the payment was begun.
describe.each([29, 31, 70])('%i minutes after the opening failed', (minutes) => {
  test.each(['api_500_before', 'api_500_after'] as const)('%s, then going on: one page, one charge', async (fault) => {
    const { paymentId } = await begun(fault, minutes);
    const made = world.pagesOf(paymentId);
    if (fault === 'api_500_after' && minutes === 70) {
      // Its page has ended unpaid, and so does the payment.
      await openPayment(await world.firm(), paymentId);
      expect(await reconcilePayment(world.open(), paymentId)).toBe('expired');
      expect(open(paymentId)).toEqual([]);
      return;
    }
    const url = await openPayment(await world.firm(), paymentId);
    expect(await openPayment(await world.firm(), paymentId)).toBe(url);
    // A page whose address was lost on the way is found again, not made twice.
    expect(world.pagesOf(paymentId)).toHaveLength(1);
    if (made[0]) expect(world.pagesOf(paymentId)[0]?.sessionId).toBe(made[0].sessionId);
    await paysOnce(url, paymentId);
  });

  test.each(['api_500_before', 'api_500_after'] as const)('%s, then giving up: free at once', async (fault) => {
    const of = await begun(fault, minutes);
    if (fault === 'api_500_after' && minutes === 70) {
      expect(await cancelOwnPayment(await world.firm(), of.paymentId)).toBe('expired');
      expect(open(of.paymentId)).toEqual([]);
      return;
    }
    await cancelsAndPaysAnew(of);
  });
});

describe('when it is too late for the first page', () => {
  test('an answer that never came: the page is found again; given up, it cannot be paid', async () => {
    const of = await begun('api_silent_after', 40);
    const lost = world.pagesOf(of.paymentId);
    expect(lost).toEqual([{ sessionId: expect.any(String), status: 'open' }]);
    await cancelsAndPaysAnew(of);
    expect(world.pagesOf(of.paymentId)).toEqual([{ sessionId: lost[0]?.sessionId, status: 'expired' }]);
  });

  test('the page opened anew is open for an hour', async () => {
    const { paymentId } = await begun('api_500_before', 40);
    const url = await openPayment(await world.firm(), paymentId);
    world.turn({ minutes: 50 });
    expect(await reconcilePayment(world.open(), paymentId)).toBe('pending');
    await paysOnce(url, paymentId);
  });

  test('a refusal that does not name the end is understood all the same', async () => {
    const { paymentId } = await begun('api_500_before', 40);
    const { outside } = world.house;
    const createSession: typeof outside.gateway.createSession = (request) =>
      outside.gateway.createSession(request).catch((error: unknown) => {
        throw error instanceof Refusal && error.code === 'invalid' ? new Refusal('invalid', { cause: error }) : error;
      });
    const firm = { ...(await world.firm()), outside: { ...outside, gateway: { ...outside.gateway, createSession } } };
    await paysOnce(await openPayment(firm, paymentId), paymentId);
  });

  test('choosing the same applications again goes on with the same payment', async () => {
    const { paymentId, applicationIds } = await begun('api_500_before', 40);
    const url = await payFor(await world.firm(), { applicationIds, locale: 'ja' });
    await paysOnce(url, paymentId);
  });

  test('many tabs that go on at once: one page', async () => {
    const { paymentId } = await begun('api_500_before', 40);
    const firm = await world.firm();
    const urls = await Promise.all([1, 2, 3, 4].map(() => openPayment(firm, paymentId)));
    expect(new Set(urls).size).toBe(1);
    await paysOnce(urls[0] ?? '', paymentId);
  });

  test.each([1, 2])(
    'going on and giving up at once (%i): never a page that can be paid and frees its charges',
    async () => {
      const { paymentId, applicationIds } = await begun('api_500_before', 40);
      const firm = await world.firm();
      await Promise.allSettled([
        openPayment(firm, paymentId),
        cancelOwnPayment(firm, paymentId),
        openPayment(firm, paymentId),
        cancelOwnPayment(firm, paymentId),
      ]);
      const status = await statusOf(paymentId);
      expect(['pending', 'cancelled', 'created']).toContain(status);
      if (status !== 'pending') expect(open(paymentId)).toEqual([]);
      if (status !== 'cancelled') await cancelOwnPayment(firm, paymentId);
      expect(open(paymentId)).toEqual([]);
      await startPayment(firm, { applicationIds, locale: 'ja' });
    },
  );

  test.each(['api_500_before', 'api_500_after'] as const)(
    '%s again at the second page: asked once more, one page',
    async (fault) => {
      const { paymentId } = await begun('api_500_before', 40);
      await expect(
        openPayment({ ...(await world.firm()), outside: failingAfter(1, fault) }, paymentId),
      ).rejects.toMatchObject({ code: 'unavailable' });
      world.turn({ minutes: 35 });
      await paysOnce(await openPayment(await world.firm(), paymentId), paymentId);
      expect(world.pagesOf(paymentId)).toHaveLength(1);
    },
  );

  test('nobody answers: neither goes on nor is given up, and nothing is lost', async () => {
    const of = await begun('api_500_before', 40);
    const firm = await world.firm();
    world.company.faults.plan({ kind: 'api_500_before', times: 4, ms: 0 });
    await expect(openPayment(firm, of.paymentId)).rejects.toMatchObject({ code: 'unavailable' });
    await expect(cancelOwnPayment(firm, of.paymentId)).rejects.toMatchObject({ code: 'unavailable' });
    expect(await statusOf(of.paymentId)).toBe('created');
    await expect(startPayment(firm, { applicationIds: of.applicationIds, locale: 'ja' })).rejects.toMatchObject({
      code: 'conflict',
    });
    world.company.faults.clear();
    await cancelsAndPaysAnew(of);
  });

  test('the card company does not take it at all: given up at once', async () => {
    const { paymentId, applicationIds } = await begun('api_500_before', 1);
    const { gateway } = world.house.outside;
    const longed: typeof gateway.createSession = (request) =>
      gateway.createSession({ ...request, idempotencyKey: `${request.idempotencyKey}-x`, amountYen: 1 });
    const firm = {
      ...(await world.firm()),
      outside: { ...world.house.outside, gateway: { ...gateway, createSession: longed } },
    };
    await expect(openPayment(firm, paymentId)).rejects.toMatchObject({ code: 'invalid' });
    expect(await cancelOwnPayment(firm, paymentId)).toBe('cancelled');
    expect(open(paymentId)).toEqual([]);
    await startPayment(await world.firm(), { applicationIds, locale: 'ja' });
  });
});

/** The card company answers so often, then fails as told. */
function failingAfter(calls: number, kind: Fault): PayingWorld['house']['outside'] {
  const { outside } = world.house;
  let left = calls;
  return {
    ...outside,
    gateway: {
      ...outside.gateway,
      createSession(request) {
        if (left-- === 0) world.company.faults.plan({ kind, times: 2, ms: 0 });
        return outside.gateway.createSession(request);
      },
    },
  };
}
