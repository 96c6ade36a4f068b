// 印刷: by its own firm, until 24:00 of the last day in Japan, each time the same bytes, each time written down.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readHistory } from '../src/applications/read.ts';
import { listEvents } from '../src/audit/events.ts';
import { downloadPaper, listPrintable, readDeskPrint, readPrint, reopenPrinting } from '../src/certificates/print.ts';
import { inChamber } from '../src/lib/db.ts';
import { asSuperuser } from '../src/outside/own-database.ts';
import { reconcilePayment } from '../src/payments/reconcile.ts';
import { startPayment } from '../src/payments/start-payment.ts';
import { contextOf } from './deeds.ts';
import { makeOtherFirm } from './other-firm.ts';
import { type PayingWorld, pay, startPayingWorld } from './paying-world.ts';
import { base } from './world.ts';

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
  const certifierAt = async (now: Date) => ({ ...(await contextOf(world, 'certifier')), now });
  const reopenings = async () => (await readHistory(await world.firm(), id)).filter(isReopening);
  const isReopening = (event: { action: string }) => event.action === 'reopen_printing';
  const mailsOf = (number: string) => world.mails.filter(({ text }) => text.includes(number));

  test('with a reason, by who certifies: as long as after the issue, and never shorter', async () => {
    const certifier = await certifierAt(over);
    await expect(reopenPrinting(certifier, { applicationId: id, note: ' \n' })).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ field: 'note' }],
    });
    expect(await reopenPrinting(certifier, { applicationId: id, note: '用紙の紛失' })).toEqual({
      printUntil: '2026-12-15',
    });
    await downloadPaper(await at(over), { ...original, applicationId: id });
    const earlier = await certifierAt(new Date('2026-11-20T00:00:00Z'));
    expect(await reopenPrinting(earlier, { applicationId: id, note: 'again' })).toEqual({ printUntil: '2026-12-15' });
    // The second changed nothing, and says nothing.
    expect(await reopenings()).toMatchObject([
      { by: { kind: 'api_key' }, detail: { note: '用紙の紛失', before: '2026-11-30', printUntil: '2026-12-15' } },
    ]);
  });

  test('the firm reads why and until when on its print page; the mail says the day, and not the reason', async () => {
    const { print, reopened } = await readPrint(await world.firm(), id);
    expect(print.printUntil).toBe('2026-12-15');
    expect(reopened).toEqual({ at: over, note: '用紙の紛失', printUntil: '2026-12-15' });
    await world.work();
    const [mail, ...more] = mailsOf(print.number);
    expect(more).toEqual([]);
    expect(mail?.subject).toMatch(/^【R2026-\d{6}】印刷期間のお知らせ \/ Print window/);
    expect(mail?.text).toContain('2026年12月15日 24:00(日本時間)まで');
    expect(mail?.text).toContain('until 15 December 2026, 24:00 in Japan');
    expect(mail?.text).toContain(`${base}/applications/${id}/print`);
    expect(mail?.text).not.toContain('用紙の紛失');
  });

  test('until the day that was asked for; a day that makes it shorter, or none, is told at its field', async () => {
    const certifier = await certifierAt(over);
    const asked = { applicationId: id, note: '', until: '2026-12-10' };
    await expect(reopenPrinting(certifier, asked)).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ field: 'until' }, { field: 'note' }],
    });
    expect(await reopenPrinting(certifier, { ...asked, until: '2026-12-20', note: 'n' })).toEqual({
      printUntil: '2026-12-20',
    });
    expect((await readPrint(await world.firm(), id)).print.printUntil).toBe('2026-12-20');
  });

  test('two who look at the same window: the second is told, and neither mail nor event is his', async () => {
    const certifier = await certifierAt(over);
    const asked = { applicationId: id, until: '2027-01-10', seenUntil: '2026-12-20' };
    await world.work();
    const [events, mails] = [(await reopenings()).length, world.mails.length];
    const both = await Promise.allSettled([
      reopenPrinting(certifier, { ...asked, note: 'a' }),
      reopenPrinting(certifier, { ...asked, note: 'b' }),
    ]);
    expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'conflict' });
    await world.work();
    expect([(await reopenings()).length, world.mails.length]).toEqual([events + 1, mails + 1]);
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

describe('what the chamber sees of an issued certificate', () => {
  test('its window, who fetched what, and the end that is offered; whether the reader may set it', async () => {
    const { print, downloads, isOpen, mayReopen, offered } = await readDeskPrint(
      await contextOf(world, 'certifier'),
      id,
    );
    expect(print).toMatchObject({ status: 'issued', printUntil: '2027-01-10' });
    expect([isOpen, mayReopen, offered]).toEqual([true, true, '2027-01-10']);
    expect(downloads.rows[0]).toMatchObject({ what: 'ORIGINAL', loginId: 'U0001' });
    expect(downloads.total).toBe(6);
    expect((await readDeskPrint(await contextOf(world, 'examiner'), id)).mayReopen).toBe(false);
    await expect(readDeskPrint(await world.firm(), id)).rejects.toMatchObject({ code: 'not_allowed' });
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
  expect((await readDeskPrint(await contextOf(world, 'certifier'), id)).mayReopen).toBe(false);
});
