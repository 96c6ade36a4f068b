// What the card company says and does not fit what we asked: nothing moves, the chamber sees it at once, the audit names it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenCtx } from '../src/accounts/context.ts';
import { readApplication } from '../src/applications/read.ts';
import { listEvents } from '../src/audit/events.ts';
import { audit } from '../src/certificates/audit.ts';
import { inChamber } from '../src/lib/db.ts';
import type { CardSession } from '../src/outside/card-gateway.ts';
import { countMismatches, listMismatches } from '../src/payments/mismatches.ts';
import { cancelPayment, reconcilePayment, sweepPayments } from '../src/payments/reconcile.ts';
import { startPayment } from '../src/payments/start-payment.ts';
import { contextOf } from './deeds.ts';
import { type PayingWorld, pay, startPayingWorld } from './paying-world.ts';

let world: PayingWorld;
beforeAll(async () => {
  world = await startPayingWorld();
}, 60_000);
afterAll(() => world.close());

/** A world in which the card company says something else of every payment. */
function saying(other: Partial<CardSession>): OpenCtx {
  const { outside } = world.house;
  const { gateway } = outside;
  const retrieveSession: typeof gateway.retrieveSession = async (id) => ({
    ...(await gateway.retrieveSession(id)),
    ...other,
  });
  return { ...world.open(), outside: { ...outside, gateway: { ...gateway, retrieveSession } } };
}

async function paidAtTheCompany(count = 1): Promise<{ paymentId: string; applicationIds: string[] }> {
  const applicationIds = await world.certified(count);
  const { paymentId, url } = await startPayment(await world.firm(), { applicationIds, locale: 'ja' });
  await pay(url);
  return { paymentId, applicationIds };
}
const staff = () => contextOf(world, 'examiner');
const audited = async (): Promise<string[]> => {
  const found = await audit({ db: world.house.db, files: world.house.outside.files, now: world.now() });
  return found.chambers.flatMap((one) => one.breaches).map((one) => `${one.subject}: ${one.what}`);
};
const eventsOf = (paymentId: string) =>
  inChamber(world.house.db, '9901', (trx) =>
    listEvents(trx, { chamberId: '9901', subject: 'payment', subjectId: paymentId }),
  );

/** The same by a program. */
async function told(as: string): Promise<{ status: number; body: unknown }> {
  const headers = { authorization: `Bearer ${world.account(as).apiKey}` };
  const answer = await world.house.app.request('http://localhost:8080/api/v1/desk/payment-mismatches', { headers });
  return { status: answer.status, body: await answer.json() };
}

describe('an answer that does not fit', () => {
  test.each([
    ['another amount', { amountYen: 1 }, 'amount', '1 jpy', '1 jpy were paid instead of 1100 jpy'],
    ['another currency', { currency: 'usd' }, 'amount', '1100 usd', '1100 usd were paid instead of 1100 jpy'],
    ['of another payment', { paymentId: 'x' }, 'payment', 'x', 'its page is of payment x'],
    ['of no payment', { paymentId: undefined }, 'payment', '—', 'its page is of payment —'],
    ['paid without an intent', { paymentIntentId: undefined }, 'intent', '—', 'it has no payment intent'],
  ] as const)(
    '%s settles nothing, is listed and named, and goes when it fits',
    async (_, other, kind, found, named) => {
      const { paymentId, applicationIds } = await paidAtTheCompany();
      const [id = ''] = applicationIds;
      expect(await reconcilePayment(saying(other), paymentId)).toBe('pending');
      expect((await readApplication(await world.firm(), id)).application.status).toBe('certified');
      const listed = await listMismatches(await staff());
      expect(listed).toEqual([
        {
          ...{ paymentId, kind, found, at: expect.any(Date), yen: 1100 },
          firm: { nameJa: '株式会社見本貿易(デモ)', nameEn: 'MIHON TRADING CO., LTD. (DEMO)' },
          procedure: null,
          applications: [{ applicationId: id, receiptNumber: expect.stringMatching(/^R?\S+$/) }],
        },
      ]);
      expect(await countMismatches(await staff())).toBe(1);
      expect(await audited()).toEqual([`${paymentId}: paid at the card company and not settled: ${named}`]);

      expect(await reconcilePayment(world.open(), paymentId)).toBe('settled');
      expect(await listMismatches(await staff())).toEqual([]);
      expect(await countMismatches(await staff())).toBe(0);
      expect(await audited()).toEqual([]);
      await world.work();
    },
  );

  test('asked ten times at once and each minute: kept once, with one event; another answer is kept beside it', async () => {
    const { paymentId } = await paidAtTheCompany(2);
    const lying = saying({ amountYen: 1 });
    await Promise.all(Array.from({ length: 10 }, () => reconcilePayment(lying, paymentId)));
    world.turn({ minutes: 3 });
    await reconcilePayment(saying({ amountYen: 1 }), paymentId);
    const [first, ...others] = await listMismatches(await staff());
    expect(others).toEqual([]);
    expect(first?.applications).toHaveLength(2);
    expect((await eventsOf(paymentId)).filter((event) => event.action === 'mismatch')).toHaveLength(1);
    await reconcilePayment(saying({ amountYen: 2 }), paymentId);
    expect((await listMismatches(await staff())).map((one) => one.found)).toEqual(['1 jpy', '2 jpy']);
    expect(await countMismatches(await staff())).toBe(1);
    // The sweep asks on, and settles it as soon as the answer fits.
    await sweepPayments(world.open());
    await world.work();
    expect(await listMismatches(await staff())).toEqual([]);
  });

  test('the payer cannot take back what is paid somehow; the payment waits for somebody to look', async () => {
    const { paymentId } = await paidAtTheCompany();
    expect(await cancelPayment(saying({ amountYen: 1 }), paymentId)).toBe('pending');
    expect(await listMismatches(await staff())).toHaveLength(1);
  });

  test('staff see it on their home and above the held cases, in both languages; the firm sees none of it', async () => {
    const [first] = await listMismatches(await staff());
    const desk = world.visitor();
    await desk.signIn(world.account('examiner'));
    const home = await (await desk.get('/')).text();
    expect(home).toContain('カード会社の回答が請求と合わないお支払いが1件あります');
    expect(home).toContain('href="/desk?list=held"');
    const held = await (await desk.get('/desk?list=held')).text();
    for (const words of [
      first?.paymentId ?? '—',
      '支払われた金額は 1円',
      '1,100円',
      `href="/desk/applications/${first?.applications[0]?.applicationId}"`,
    ])
      expect(held).toContain(words);
    expect(held).not.toContain('すべて交付されているか');
    expect(await (await desk.get('/desk?list=held', { 'accept-language': 'en' })).text()).toMatch(/1 yen was paid/);
    expect(await (await desk.get('/desk')).text()).not.toContain('支払われた金額');
    expect(await told('examiner')).toMatchObject({
      status: 200,
      body: { mismatches: [{ paymentId: first?.paymentId, kind: 'amount', found: '1 jpy', yen: 1100 }] },
    });
    expect((await told('user')).status).toBe(403);
    await reconcilePayment(world.open(), first?.paymentId ?? '');
    expect(await (await desk.get('/')).text()).not.toContain('カード会社の回答が請求と合わない');
    expect(await (await desk.get('/desk?list=held')).text()).not.toContain('カード会社の回答');
  });

  test('a firm is not told of it here', async () => {
    const firm = await world.firm();
    await expect(listMismatches(firm)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(countMismatches(firm)).rejects.toMatchObject({ code: 'not_allowed' });
  });
});
