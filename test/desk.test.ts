// 審査から認証まで: what the chamber does, and what happens when two do it at once.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Ctx } from '../src/accounts/context.ts';
import { claimApplication, releaseApplication } from '../src/applications/claim.ts';
import { approveApplication, rejectApplication, sendBack } from '../src/applications/examine.ts';
import { originKinds } from '../src/applications/forms/forms.ts';
import { originForm } from '../src/applications/forms/origin/form.ts';
import { handBack } from '../src/applications/hand-back.ts';
import { listApplications, readOfKind } from '../src/applications/read.ts';
import { listDesk, readDeskCase } from '../src/applications/read-desk.ts';
import { saveBoxes } from '../src/applications/save.ts';
import { submitApplication, withdrawApplication } from '../src/applications/submit.ts';
import { cancelCertified, cancelOwn } from '../src/certificates/cancel.ts';
import { certifyApplication } from '../src/certificates/certify.ts';
import { readCertificateNumber } from '../src/certificates/numbers.ts';
import { recordOf } from '../src/certificates/record.ts';
import { findLiveCertificate } from '../src/certificates/store.ts';
import { defaultSettings } from '../src/chambers/settings.ts';
import { saveSettings } from '../src/chambers/settings-store.ts';
import { inChamber } from '../src/lib/db.ts';
import { contextOf, readyApplication } from './deeds.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let firm: Ctx;
let examiner: Ctx;
let certifier: Ctx;
beforeAll(async () => {
  world = await startWorld();
  [firm, examiner, certifier] = await Promise.all([
    contextOf(world, 'user'),
    contextOf(world, 'examiner'),
    contextOf(world, 'certifier'),
  ]);
});
afterAll(() => world.close());

const refused = (code: string) => ({ code });

async function submitted(): Promise<{ applicationId: string; round: number }> {
  const applicationId = await readyApplication(firm);
  const { round } = await submitApplication({ ...firm, now: world.now() }, { applicationId });
  return { applicationId, round };
}

async function approved(): Promise<{ applicationId: string; round: number }> {
  const one = await submitted();
  const { signatories } = await readDeskCase(examiner, one.applicationId);
  await approveApplication(examiner, { ...one, invoiceSignedBy: signatories[0]?.signatoryId ?? '' });
  return one;
}

const live = (applicationId: string) =>
  inChamber(world.house.db, '9901', (trx) => findLiveCertificate(trx, { chamberId: '9901', applicationId }));

describe('the queue', () => {
  test('shows what was submitted, oldest first, with who holds it; firms see nothing of it', async () => {
    const first = await submitted();
    const second = await submitted();
    await claimApplication(examiner, second);
    const { rows } = await listDesk(examiner, { statuses: ['submitted'] }, 1);
    const ids = rows.map((row) => row.applicationId);
    expect(ids.indexOf(first.applicationId)).toBeLessThan(ids.indexOf(second.applicationId));
    expect(rows.find((row) => row.applicationId === second.applicationId)).toMatchObject({
      claimedByName: '審査 太郎(デモ)',
      firmJa: '株式会社見本貿易(デモ)',
    });
    await expect(listDesk(firm, { statuses: ['submitted'] }, 1)).rejects.toMatchObject(refused('not_allowed'));
    await expect(readDeskCase(firm, first.applicationId)).rejects.toMatchObject(refused('not_allowed'));
  });

  test('a draft is the firm’s alone', async () => {
    const applicationId = await readyApplication(firm);
    await expect(readDeskCase(examiner, applicationId)).rejects.toMatchObject(refused('not_found'));
  });

  test('a colleague cannot take it silently, but openly; the first then no longer holds it', async () => {
    const one = await submitted();
    await claimApplication(examiner, one);
    await expect(claimApplication(certifier, one)).rejects.toMatchObject(refused('conflict'));
    await expect(rejectApplication(certifier, { ...one, note: 'x' })).rejects.toMatchObject(refused('conflict'));
    await claimApplication(certifier, { ...one, takeOver: true });
    await expect(releaseApplication(examiner, one)).rejects.toMatchObject(refused('conflict'));
    await releaseApplication(certifier, one);
    await claimApplication(examiner, one);
  });
});

describe('審査', () => {
  test('sent back with remarks at boxes; the firm is mailed, mends, submits again; the examiner sees the difference', async () => {
    const one = await submitted();
    await expect(sendBack(examiner, { ...one, remarks: [{ place: '2', words: ' ' }] })).rejects.toMatchObject(
      refused('invalid'),
    );
    await sendBack(examiner, {
      ...one,
      remarks: [{ place: '2', words: '荷受人の住所をインボイスと同じにしてください。' }],
    });
    await world.work();
    const mail = world.mails.at(-1);
    expect(mail?.to).toBe('u0001@mihon.example');
    expect(mail?.text).toContain(`http://localhost:8080/applications/${one.applicationId}`);
    expect(mail?.text).not.toContain('荷受人'); // a mail is a postcard: nothing of the content

    const view = await readOfKind(firm, originKinds, one.applicationId);
    expect(view.remarks).toMatchObject([{ place: '2', words: '荷受人の住所をインボイスと同じにしてください。' }]);
    const consignee = { ...view.application.content.consignee, address: '200 Other Street, Los Angeles, CA 90001' };
    await saveBoxes(firm, { kinds: originKinds, applicationId: one.applicationId, boxes: { consignee } });
    const again = await submitApplication(firm, { applicationId: one.applicationId });
    expect(again.round).toBe(2);
    const desk = await readDeskCase(examiner, one.applicationId);
    expect(desk.application.receiptNumber).toBe(again.receiptNumber);
    expect(desk.differences).toEqual([
      expect.objectContaining({ place: '2', path: 'consignee.address', after: consignee.address }),
    ]);
    expect(desk.askedFor).toMatchObject([{ place: '2' }]);
    // Somebody still has round 1 on the screen:
    await expect(rejectApplication(examiner, { ...one, note: 'old' })).rejects.toMatchObject(refused('conflict'));
  });

  test('what the chamber did is the last change of an application, and puts it on top of the firm’s list', async () => {
    const one = await submitted();
    const other = await submitted();
    const later = new Date(world.now().getTime() + 300_000);
    await sendBack({ ...examiner, now: later }, { ...one, remarks: [{ place: '2', words: '国名を直してください。' }] });
    const { rows } = await listApplications(firm, {}, 1);
    expect(rows[0]).toMatchObject({ applicationId: one.applicationId, status: 'returned', changedAt: later });
    expect(rows.map((row) => row.applicationId)).toContain(other.applicationId);
    // Nothing was typed: who has the form open is not told of a conflict.
    expect(rows[0]?.version).toBe((await readOfKind(firm, originKinds, other.applicationId)).application.version);
  });

  test('a remark or a reason with a sign that turns the text round is refused, at its place', async () => {
    const one = await submitted();
    const at = (field: string) => ({ code: 'invalid', fields: [{ field, ja: expect.stringContaining('U+202E') }] });
    const remarks = [
      { place: '2', words: '国名を直してください。' },
      { place: 'goods', words: '\u202E数量' },
    ] as const;
    await expect(sendBack(examiner, { ...one, remarks })).rejects.toMatchObject(at('remark.goods'));
    await expect(rejectApplication(examiner, { ...one, note: 'x\u202Ey' })).rejects.toMatchObject(at('note'));
    expect((await readOfKind(firm, originKinds, one.applicationId)).application.status).toBe('submitted');
    const two = await approved();
    await expect(handBack(certifier, { ...two, note: 'x\u202Ey' })).rejects.toMatchObject(at('note'));
  });

  test('approval says whose signature the invoice bears', async () => {
    const one = await submitted();
    for (const invoiceSignedBy of ['', 'nobody', '00000000-0000-7000-8000-000000000000'])
      await expect(approveApplication(examiner, { ...one, invoiceSignedBy })).rejects.toMatchObject(refused('invalid'));
  });

  test('rejection needs its reason', async () => {
    const one = await submitted();
    await expect(rejectApplication(examiner, { ...one, note: ' ' })).rejects.toMatchObject(refused('invalid'));
    await rejectApplication(examiner, { ...one, note: '産品が日本産ではありません。' });
    expect((await readOfKind(firm, originKinds, one.applicationId)).application.status).toBe('rejected');
  });

  test('withdrawn by the firm while the examiner reads: his decision finds a conflict', async () => {
    const one = await submitted();
    await claimApplication(examiner, one);
    await withdrawApplication(firm, one);
    await expect(rejectApplication(examiner, { ...one, note: 'x' })).rejects.toMatchObject(refused('conflict'));
  });

  test('a firm examines nothing, nor certifies', async () => {
    const one = await submitted();
    await expect(claimApplication(firm, one)).rejects.toMatchObject(refused('not_allowed'));
    await expect(rejectApplication(firm, { ...one, note: 'x' })).rejects.toMatchObject(refused('not_allowed'));
    await expect(certifyApplication(firm, one)).rejects.toMatchObject(refused('not_allowed'));
    await expect(certifyApplication(examiner, one)).rejects.toMatchObject(refused('not_allowed'));
  });
});

describe('認証', () => {
  test('freezes number, date and record; no secret is in the record', async () => {
    const one = await approved();
    const { number, date } = await certifyApplication(certifier, one);
    expect(readCertificateNumber(number)).toBe(number);
    expect(date).toBe('2026-11-16');
    const certificate = await live(one.applicationId);
    const record = recordOf(originForm).parse(JSON.parse(certificate?.record ?? ''));
    expect(record).toMatchObject({
      number,
      date,
      exporterName: 'MIHON TRADING CO., LTD. (DEMO)',
      certifier: { name: 'Jiro Ninsho (Demo)', title: 'Manager, Certification Section' },
      signatory: { name: 'Hanako Mihon', title: 'Manager' },
    });
    const submission = await readDeskCase(examiner, one.applicationId);
    expect(record.content).toEqual(submission.submission.content);
  });

  test('where two persons are wanted, who approved does not certify; where one is enough, he may', async () => {
    const one = await submitted();
    const { signatories } = await readDeskCase(certifier, one.applicationId);
    await approveApplication(certifier, { ...one, invoiceSignedBy: signatories[0]?.signatoryId ?? '' });
    await expect(certifyApplication(certifier, one)).rejects.toMatchObject(refused('not_allowed'));
    await inChamber(world.house.db, '9901', (trx) =>
      saveSettings(trx, '9901', { ...defaultSettings, certifyPersons: 1 }, world.now()),
    );
    await certifyApplication(certifier, one);
    await inChamber(world.house.db, '9901', (trx) => saveSettings(trx, '9901', defaultSettings, world.now()));
  });

  test('handed back with a note, it waits for examination again', async () => {
    const one = await approved();
    await expect(handBack(certifier, { ...one, note: '' })).rejects.toMatchObject(refused('invalid'));
    await handBack(certifier, { ...one, note: '数量をもう一度確かめてください。' });
    expect((await readDeskCase(examiner, one.applicationId)).application.status).toBe('submitted');
    await expect(certifyApplication(certifier, one)).rejects.toMatchObject(refused('conflict'));
  });

  test('twenty clicks at once on five cases make five certificates, numbered without a gap', async () => {
    const cases = [];
    for (let i = 0; i < 5; i++) cases.push(await approved());
    const tries = await Promise.allSettled(
      cases.flatMap((one) => [1, 2, 3, 4].map(() => certifyApplication(certifier, one))),
    );
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(5);
    const reasons = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(new Set(reasons)).toEqual(new Set(['conflict']));
    const rows = await inChamber(world.house.db, '9901', (trx) =>
      trx.selectFrom('certificate').select('serial').execute(),
    );
    const serials = rows.map((row) => row.serial).sort((a, b) => a - b);
    expect(serials).toEqual(serials.map((_, index) => index + 1));
  });

  test('a registration that has expired meanwhile refuses it, and no number is used up', async () => {
    const one = await approved();
    const later = { ...certifier, now: new Date(certifier.now.getTime() + 800 * 86_400_000) };
    await expect(certifyApplication(later, one)).rejects.toMatchObject(refused('invalid'));
    expect(await live(one.applicationId)).toBeUndefined();
  });
});

describe('承認取消', () => {
  test('by the chamber, with a reason: the number stays used and void, the next goes on', async () => {
    const one = await approved();
    const first = await certifyApplication(certifier, one);
    await expect(cancelCertified(certifier, { ...one, note: ' ' })).rejects.toMatchObject(refused('invalid'));
    await expect(cancelCertified(examiner, { ...one, note: 'x' })).rejects.toMatchObject(refused('not_allowed'));
    await cancelCertified(certifier, { ...one, note: '申請者の依頼による' });
    expect(await live(one.applicationId)).toBeUndefined();
    const next = await certifyApplication(certifier, await approved());
    expect(Number(next.number.split('-')[2])).toBe(Number(first.number.split('-')[2]) + 1);
    await world.work();
    expect(world.mails.map((mail) => mail.subject).join()).toContain('承認取消のお知らせ');
  });

  test('by the firm only where the chamber allows it', async () => {
    const one = await approved();
    await certifyApplication(certifier, one);
    await expect(cancelOwn(firm, { ...one, note: '船積中止' })).rejects.toMatchObject(refused('not_allowed'));
    await inChamber(world.house.db, '9901', (trx) =>
      saveSettings(trx, '9901', { ...defaultSettings, firmMayCancel: true }, world.now()),
    );
    await cancelOwn(firm, { ...one, note: '船積中止' });
    expect((await readOfKind(firm, originKinds, one.applicationId)).application.status).toBe('cancelled');
  });
});
