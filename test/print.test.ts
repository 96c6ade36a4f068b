// 印刷: by its own firm, until 24:00 of the last day in Japan, each time the same bytes, each time written down.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listEvents } from '../src/audit/events.ts';
import { downloadPaper, listPrintable, readPrint, reopenPrinting } from '../src/certificates/print.ts';
import { inChamber } from '../src/lib/db.ts';
import { asSuperuser } from '../src/outside/own-database.ts';
import { reconcilePayment } from '../src/payments/reconcile.ts';
import { startPayment } from '../src/payments/start-payment.ts';
import { contextOf } from './deeds.ts';
import { makeOtherFirm } from './other-firm.ts';
import { type PayingWorld, pay, startPayingWorld } from './paying-world.ts';

let world: PayingWorld;
let [id, waiting] = ['', ''];
beforeAll(async () => {
  world = await startPayingWorld();
  [id = '', waiting = ''] = await world.certified(2);
  const { paymentId, url } = await startPayment(await world.firm(), { applicationIds: [id], locale: 'ja' });
  await pay(url);
  await reconcilePayment(world.open(), paymentId);
  await world.work();
}, 60_000);
afterAll(() => world.close());

// Issued on Monday 16 November: 14 days, counted from the day after, end with 30 November (Osaka CCI).
const lastMoment = new Date('2026-11-30T23:59:59+09:00');
const over = new Date('2026-12-01T00:00:00+09:00');
const original = { applicationId: '', version: 'ORIGINAL' } as const;
const at = async (now: Date) => ({ ...(await world.firm()), now });
const eventsOf = async (certificateId: string) =>
  inChamber(world.house.db, '9901', (trx) =>
    listEvents(trx, { chamberId: '9901', subject: 'certificate', subjectId: certificateId }),
  );

describe('the papers', () => {
  test('two downloads are the same bytes; ORIGINAL and COPY are not; the name says which', async () => {
    const firm = await world.firm();
    const [first, second] = [
      await downloadPaper(await world.firm(), { applicationId: id, version: 'ORIGINAL' }),
      await downloadPaper(await world.firm(), { applicationId: id, version: 'ORIGINAL' }),
    ];
    const copy = await downloadPaper(await world.firm(), { applicationId: id, version: 'COPY' });
    expect(first.bytes.equals(second.bytes)).toBe(true);
    expect(first.bytes.equals(copy.bytes)).toBe(false);
    const { print, downloads } = await readPrint(firm, id);
    expect([first.fileName, copy.fileName]).toEqual([`${print.number}-ORIGINAL.pdf`, `${print.number}-COPY.pdf`]);
    expect(downloads.total).toBe(3);
    expect(downloads.rows.map((row) => [row.what, row.loginId])).toEqual([
      ['COPY', 'U0001'],
      ['ORIGINAL', 'U0001'],
      ['ORIGINAL', 'U0001'],
    ]);
    const events = (await eventsOf(print.certificateId)).filter((event) => event.action === 'download');
    expect(events.map((event) => event.detail)).toEqual([{ what: 'ORIGINAL' }, { what: 'ORIGINAL' }, { what: 'COPY' }]);
  });

  test('what cannot be read is not written down as fetched', async () => {
    const firm = await world.firm();
    const before = (await readPrint(firm, id)).downloads.total;
    const broken = {
      ...firm,
      outside: { ...firm.outside, files: { ...firm.outside.files, get: () => Promise.reject(new Error('disk')) } },
    };
    await expect(downloadPaper(broken, { applicationId: id, version: 'COPY' })).rejects.toThrow('disk');
    expect((await readPrint(firm, id)).downloads.total).toBe(before);
  });

  test('not before it is issued; not by another firm; not by staff', async () => {
    await expect(downloadPaper(await world.firm(), { applicationId: waiting, version: 'COPY' })).rejects.toMatchObject({
      code: 'conflict',
    });
    const { ctx, visitor } = await makeOtherFirm(world);
    await expect(downloadPaper(ctx, { ...original, applicationId: id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(readPrint(ctx, id)).rejects.toMatchObject({ code: 'not_found' });
    expect((await visitor.post(`/applications/${id}/print/ORIGINAL`, {})).status).toBe(404);
    expect((await listPrintable(ctx, 1)).total).toBe(0);
    const staff = await contextOf(world, 'certifier');
    await expect(downloadPaper(staff, { ...original, applicationId: id })).rejects.toMatchObject({
      code: 'not_allowed',
    });
  });
});

describe('the print window', () => {
  test('open at 23:59:59 of its last day in Japan, over at 24:00', async () => {
    expect((await readPrint(await world.firm(), id)).print.printUntil).toBe('2026-11-30');
    await downloadPaper(await at(lastMoment), { ...original, applicationId: id });
    expect((await listPrintable(await at(lastMoment), 1)).rows.map((row) => row.applicationId)).toEqual([id]);
    await expect(downloadPaper(await at(over), { ...original, applicationId: id })).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ ja: expect.stringContaining('印刷期間は2026年11月30日の24:00') }],
    });
    expect((await listPrintable(await at(over), 1)).total).toBe(0);
    expect((await readPrint(await at(over), id)).isOpen).toBe(false);
  });

  test('a registration that has expired meanwhile does not matter', async () => {
    const { owner } = world.database;
    if (!('host' in owner)) throw new Error('the test database has no address');
    const expired = await asSuperuser(owner, owner.database, (client) =>
      client.query("update registration set valid_until = '2026-11-17' where number = '9901-000001'"),
    );
    expect(expired.rowCount).toBe(1);
    await downloadPaper(await at(lastMoment), { ...original, applicationId: id });
  });
});

describe('the chamber opens it again', () => {
  test('with a reason, by who certifies: as long as after the issue, and never shorter', async () => {
    const certifier = { ...(await contextOf(world, 'certifier')), now: over };
    await expect(reopenPrinting(certifier, { applicationId: id, note: ' \n' })).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ field: 'note' }],
    });
    expect(await reopenPrinting(certifier, { applicationId: id, note: '用紙の紛失' })).toEqual({
      printUntil: '2026-12-15',
    });
    await downloadPaper(await at(over), { ...original, applicationId: id });
    const earlier = { ...certifier, now: new Date('2026-11-20T00:00:00Z') };
    expect(await reopenPrinting(earlier, { applicationId: id, note: 'again' })).toEqual({ printUntil: '2026-12-15' });
    const { print } = await readPrint(await world.firm(), id);
    const event = (await eventsOf(print.certificateId)).find((one) => one.action === 'reopen_printing');
    expect(event).toMatchObject({
      by: { kind: 'api_key' },
      detail: { note: '用紙の紛失', before: '2026-11-30', printUntil: '2026-12-15' },
    });
  });

  test('not by an examiner, not by a firm, not before it is issued', async () => {
    for (const kind of ['examiner', 'user'])
      await expect(
        reopenPrinting(await contextOf(world, kind), { applicationId: id, note: 'x' }),
      ).rejects.toMatchObject({
        code: 'not_allowed',
      });
    const certifier = await contextOf(world, 'certifier');
    await expect(reopenPrinting(certifier, { applicationId: waiting, note: 'x' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

test('a certificate that is revoked is not printed any more, whatever the window says', async () => {
  const { owner } = world.database;
  if (!('host' in owner)) throw new Error('the test database has no address');
  await asSuperuser(owner, owner.database, (client) =>
    client.query("update certificate set status = 'revoked' where application_id = $1", [id]),
  );
  await expect(downloadPaper(await world.firm(), { ...original, applicationId: id })).rejects.toMatchObject({
    code: 'invalid',
    fields: [{ ja: expect.stringContaining('取り消されている') }],
  });
  expect((await listPrintable(await world.firm(), 1)).total).toBe(0);
  await expect(
    reopenPrinting(await contextOf(world, 'certifier'), { applicationId: id, note: 'x' }),
  ).rejects.toMatchObject({ code: 'conflict' });
});
