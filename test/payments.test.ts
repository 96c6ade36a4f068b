// お支払い: one charge at most, whatever the payer, his browser, the network and the card company do.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readApplication } from '../src/applications/read.ts';
import { cancelCertified } from '../src/certificates/cancel.ts';
import { inChamber } from '../src/lib/db.ts';
import { cancelPayment, receiveNotice, reconcilePayment, sweepPayments } from '../src/payments/reconcile.ts';
import { openPayment, startPayment } from '../src/payments/start-payment.ts';
import { contextOf } from './deeds.ts';
import { type PayingWorld, pay, startPayingWorld } from './paying-world.ts';

let world: PayingWorld;
beforeAll(async () => {
  world = await startPayingWorld();
});
afterAll(() => world.close());

const statusOf = async (applicationId: string) =>
  (await readApplication(await world.firm(), applicationId)).application.status;
const books = () =>
  inChamber(world.house.db, '9901', (trx) =>
    sql<{ lines: number; sum: number; unbalanced: number }>`
      select count(*)::int as lines, coalesce(sum(yen), 0)::int as sum,
        (select count(*)::int from (select 1 from ledger_line group by transaction_id having sum(yen) <> 0) as t) as unbalanced
      from ledger_line`.execute(trx),
  ).then((result) => result.rows[0]);

describe('お支払い', () => {
  test('several applications in one payment: paid once the card company says so when it is asked', async () => {
    const ids = await world.certified(3);
    const firm = await world.firm();
    const { paymentId, url } = await startPayment(firm, { applicationIds: ids, locale: 'ja' });
    expect(await reconcilePayment(world.open(), paymentId)).toBe('pending');
    expect(await pay(url)).toEqual({ returnedTo: `http://localhost:8080/payments/${paymentId}/return` });
    expect(await statusOf(ids[0] ?? '')).toBe('certified'); // coming back is a hint, no proof
    expect(await reconcilePayment(world.open(), paymentId)).toBe('settled');
    for (const id of ids) expect(await statusOf(id)).toBe('paid');
    expect(await books()).toEqual({ lines: 7, sum: 0, unbalanced: 0 });
    expect(await reconcilePayment(world.open(), paymentId)).toBe('settled');
    expect(await books()).toEqual({ lines: 7, sum: 0, unbalanced: 0 });
  });

  test('a declined card, then another: one charge', async () => {
    const [id = ''] = await world.certified(1);
    const { paymentId, url } = await startPayment(await world.firm(), { applicationIds: [id], locale: 'en' });
    expect(await pay(url, { number: '4000000000000002' })).toMatchObject({ status: 422 });
    expect(await reconcilePayment(world.open(), paymentId)).toBe('pending');
    await pay(url);
    expect(await reconcilePayment(world.open(), paymentId)).toBe('settled');
  });

  test('two tabs that pay the same at once: one payment; the other is told', async () => {
    const ids = await world.certified(2);
    const firm = await world.firm();
    const tries = await Promise.allSettled(
      [1, 2, 3, 4].map(() => startPayment(firm, { applicationIds: ids, locale: 'ja' })),
    );
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of tries) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'conflict' });
    // An overlapping set is refused as well.
    await expect(startPayment(firm, { applicationIds: ids.slice(0, 1), locale: 'ja' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test('the same notice a hundred times, many who ask at once: settled once', async () => {
    const [id = ''] = await world.certified(1);
    const { paymentId, url } = await startPayment(await world.firm(), { applicationIds: [id], locale: 'ja' });
    await pay(url);
    const before = (await books())?.lines ?? 0;
    const statuses = await Promise.all(Array.from({ length: 10 }, () => reconcilePayment(world.open(), paymentId)));
    expect(new Set(statuses)).toEqual(new Set(['settled']));
    expect((await books())?.lines).toBe(before + 3);
  });

  test('a notice that is lost is not missed: the sweep asks', async () => {
    const [id = ''] = await world.certified(1);
    const { url } = await startPayment(await world.firm(), { applicationIds: [id], locale: 'ja' });
    await pay(url);
    world.turn({ minutes: 3 });
    await sweepPayments(world.open());
    await world.work();
    expect(await statusOf(id)).toBe('issued');
  });

  test('a forged notice moves nothing', async () => {
    await expect(receiveNotice(world.open(), '{"id":"evt_1"}', 't=1,v1=00')).rejects.toMatchObject({ code: 'invalid' });
    await expect(receiveNotice(world.open(), '{}', undefined)).rejects.toMatchObject({ code: 'invalid' });
  });

  test('the payer changes his mind: the page is closed at the card company, and the applications are free again', async () => {
    const [id = ''] = await world.certified(1);
    const firm = await world.firm();
    const first = await startPayment(firm, { applicationIds: [id], locale: 'ja' });
    expect(await cancelPayment(world.open(), first.paymentId)).toBe('cancelled');
    const second = await startPayment(firm, { applicationIds: [id], locale: 'ja' });
    await pay(second.url);
    // Too late to cancel: it is paid.
    expect(await cancelPayment(world.open(), second.paymentId)).toBe('settled');
  });

  test('a page that nobody paid ends by itself, and frees its applications', async () => {
    const [id = ''] = await world.certified(1);
    const firm = await world.firm();
    const { paymentId } = await startPayment(firm, { applicationIds: [id], locale: 'ja' });
    world.turn({ minutes: 61 });
    expect(await reconcilePayment(world.open(), paymentId)).toBe('expired');
    await startPayment(await world.firm(), { applicationIds: [id], locale: 'ja' });
  });

  test('the card company does not answer: nothing is lost, and asking again opens the same page', async () => {
    const [id = ''] = await world.certified(1);
    const firm = await world.firm();
    world.company.faults.plan({ kind: 'api_500_after', times: 2, ms: 0 });
    await expect(startPayment(firm, { applicationIds: [id], locale: 'ja' })).rejects.toMatchObject({
      code: 'unavailable',
    });
    const [payment] = await inChamber(world.house.db, '9901', (trx) =>
      trx.selectFrom('payment').select(['payment_id', 'status']).orderBy('created_at', 'desc').limit(1).execute(),
    );
    expect(payment?.status).toBe('created');
    const url = await openPayment(firm, payment?.payment_id ?? '');
    expect(await openPayment(firm, payment?.payment_id ?? '')).toBe(url);
    await pay(url);
    expect(await reconcilePayment(world.open(), payment?.payment_id ?? '')).toBe('settled');
  });

  test('while a payment is open the chamber cannot cancel; only what is certified can be paid, and only by its firm', async () => {
    const [id = ''] = await world.certified(1);
    const firm = await world.firm();
    await startPayment(firm, { applicationIds: [id], locale: 'ja' });
    const certifier = await contextOf(world, 'certifier');
    await expect(cancelCertified(certifier, { applicationId: id, note: 'x' })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(startPayment(certifier, { applicationIds: [id], locale: 'ja' })).rejects.toMatchObject({
      code: 'not_allowed',
    });
    await expect(startPayment(firm, { applicationIds: [], locale: 'ja' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(startPayment(firm, { applicationIds: ['x'], locale: 'ja' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
