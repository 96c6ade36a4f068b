// 処分 by deeds: it holds at every chamber from the moment in which it is imposed, cases in flight stop where they are, and staff
// decide what becomes of those that were certified before.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Ctx } from '../src/accounts/context.ts';
import { claimNext } from '../src/applications/claim-next.ts';
import { attachEvidence } from '../src/applications/evidence.ts';
import { approveApplication, rejectApplication, sendBack } from '../src/applications/examine.ts';
import { nextToCertify } from '../src/applications/next-to-certify.ts';
import { readDeskCase } from '../src/applications/read-desk.ts';
import { listStoppedCases } from '../src/applications/sanctioned-cases.ts';
import { startApplication } from '../src/applications/start.ts';
import { checkApplication, submitApplication } from '../src/applications/submit.ts';
import { audit } from '../src/certificates/audit.ts';
import { cancelCertified } from '../src/certificates/cancel.ts';
import { certifyApplication } from '../src/certificates/certify.ts';
import { resumeHeld } from '../src/certificates/held.ts';
import { issueCertificate } from '../src/certificates/issue.ts';
import { letGoOn } from '../src/certificates/let-go-on.ts';
import { inChamber, sqlState } from '../src/lib/db.ts';
import { newId } from '../src/lib/ids.ts';
import type { Refusal } from '../src/lib/refusal.ts';
import { reconcilePayment } from '../src/payments/reconcile.ts';
import { startPayment } from '../src/payments/start-payment.ts';
import { standingOf } from '../src/registrations/registration.ts';
import { imposeSanction } from '../src/registrations/sanctions/impose-sanction.ts';
import { putMatch } from '../src/registrations/sanctions/matches-store.ts';
import { insertSanction } from '../src/registrations/sanctions/sanctions-store.ts';
import { getRegistration } from '../src/registrations/store.ts';
import { contextOf, readyApplication } from './deeds.ts';
import { invoicePdf } from './fixtures-origin.ts';
import { type PayingWorld, pay, startPayingWorld } from './paying-world.ts';
import { demoFirm, impose, lift, liftAll, type SecondChamber, secondChamber, staff } from './sanctioning.ts';

const chamberId = '9901';
let world: PayingWorld;
let firmId = '';
let next: SecondChamber;
beforeAll(async () => {
  world = await startPayingWorld();
  firmId = await demoFirm(world);
  next = await secondChamber(world);
});
afterAll(() => world.close());

const at = async (as: string): Promise<Ctx> => ({ ...(await contextOf(world, as)), now: world.now() });
const saidOf = async (work: Promise<unknown>): Promise<Refusal> => {
  const error = await work.then(() => undefined).catch((caught: unknown) => caught);
  if (error === undefined) throw new Error('it was not refused');
  return error as Refusal;
};
const registration = () => inChamber(world.house.db, chamberId, (trx) => getRegistration(trx, chamberId, firmId));
const standing = async () => standingOf(await registration(), '2026-11-16');
const statusOf = async (applicationId: string) =>
  (await readDeskCase(await at('examiner'), applicationId)).application.status;
const waiting = async () =>
  (await listStoppedCases(await staff(world))).cases.map(({ applicationId }) => applicationId);
const numberOf = async (applicationId: string): Promise<unknown> => {
  const { history } = await readDeskCase(await at('examiner'), applicationId);
  const detail = history.find(({ action }) => action === 'certify')?.detail as { number?: unknown } | undefined;
  return detail?.number;
};

type Round = { applicationId: string; round: number };
async function submitted(): Promise<Round> {
  const applicationId = await readyApplication(await at('user'));
  return { applicationId, ...(await submitApplication(await at('user'), { applicationId })) };
}
const signer = async (id: string) => (await readDeskCase(await at('examiner'), id)).signatories[0]?.signatoryId ?? '';
async function approved(): Promise<Round> {
  const one = await submitted();
  await approveApplication(await at('examiner'), { ...one, invoiceSignedBy: await signer(one.applicationId) });
  return one;
}
async function certified(): Promise<string> {
  const one = await approved();
  await certifyApplication(await at('certifier'), one);
  return one.applicationId;
}
const begin = async (...applicationIds: string[]) => startPayment(await at('user'), { applicationIds, locale: 'ja' });
async function paid(): Promise<string> {
  const id = await certified();
  const { url, paymentId } = await begin(id);
  await pay(url);
  await reconcilePayment(world.open(), paymentId);
  expect(await statusOf(id)).toBe('paid');
  return id;
}

/** Each test begins without a sanction. */
beforeEach(async () => {
  await liftAll(world);
  await world.work();
  expect(await standing()).toBe('good');
});

describe('what staff say', () => {
  test.each([
    [{ kind: '' }, ['kind']],
    [{ reason: ' ' }, ['reason']],
    [{ reason: 'あ'.repeat(2001) }, ['reason']],
    [{ untilDay: '' }, ['untilDay']],
    [{ untilDay: '2026-11-15' }, ['untilDay']],
    [{ untilDay: '2036-11-17' }, ['untilDay']],
    [{ untilDay: '2026-02-30' }, ['untilDay']],
    [{ kind: 'extra_documents', untilDay: 'soon', reason: '' }, ['untilDay', 'reason']],
  ])('%o is refused at its place', async (change, fields) => {
    const typed = { registrationId: firmId, kind: 'suspended', reason: 'x', untilDay: '2026-11-16', ...change };
    const said = await saidOf(imposeSanction(await staff(world), typed));
    expect([said.code, said.fields.map(({ field }) => field)]).toEqual(['invalid', fields]);
  });

  test('the last day may be today, and ten years from now; 登録抹消 has none', async () => {
    for (const untilDay of ['2026-11-16', '2036-11-16'])
      await imposeSanction(await staff(world), { registrationId: firmId, kind: 'suspended', reason: 'x', untilDay });
    await imposeSanction(await staff(world), {
      registrationId: firmId,
      kind: 'struck_off',
      reason: 'x',
      untilDay: 'x',
    });
    expect((await registration()).sanctioned).toMatchObject({ suspendedUntil: '2036-11-16', struckOff: true });
  });

  test('the right to register is needed; a firm of another chamber is not found', async () => {
    const typed = { registrationId: firmId, kind: 'suspended', reason: 'x', untilDay: '2026-12-01' };
    await expect(imposeSanction(await at('examiner'), typed)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(imposeSanction(await at('user'), typed)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(imposeSanction(next.staff(), typed)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('pressed twice, also at once: one sanction', async () => {
    const typed = { registrationId: firmId, kind: 'suspended', reason: 'x', untilDay: '2026-12-01' };
    const ctx = await staff(world);
    const both = await Promise.allSettled([imposeSanction(ctx, typed), imposeSanction(ctx, typed)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(imposeSanction(ctx, typed)).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('発給停止: cases in flight', () => {
  test('drafts: begun, submitted or prepared no more, with the last day and whom to ask; good again the day after', async () => {
    const id = await readyApplication(await at('user'));
    await impose(world, firmId, 'suspended', 0);
    const firm = await at('user');
    for (const work of [
      () => startApplication(firm, { kind: 'origin', oath: true }),
      () => submitApplication(firm, { applicationId: id }),
    ]) {
      const said = await saidOf(work());
      expect([said.code, said.fields[0]?.ja]).toEqual(['invalid', expect.stringContaining('2026-11-16 まで')]);
      expect(said.fields[0]?.en).toContain('ask the chamber');
    }
    expect(standingOf(await registration(), '2026-11-17')).toBe('good');
  });

  test('submitted: not examined further, not offered as the next; sent back and rejected as before', async () => {
    const [one, two, three] = [await submitted(), await submitted(), await submitted()];
    const sanction = await impose(world, firmId);
    const invoiceSignedBy = await signer(one.applicationId);
    expect(await claimNext(await at('examiner'))).toBeUndefined();
    const said = await saidOf(approveApplication(await at('examiner'), { ...one, invoiceSignedBy }));
    expect([said.code, said.fields[0]?.ja]).toEqual(['invalid', expect.stringContaining('発給が停止')]);
    await sendBack(await at('examiner'), { ...two, remarks: [{ place: '2', words: '荷受人' }] });
    await rejectApplication(await at('examiner'), { ...three, note: '対象外' });
    expect([await statusOf(one.applicationId), await statusOf(two.applicationId)]).toEqual(['submitted', 'returned']);
    expect((await saidOf(submitApplication(await at('user'), two))).code).toBe('invalid');
    await lift(world, sanction);
    expect(await claimNext(await at('examiner'))).toBe(one.applicationId); // it has kept its place
    await approveApplication(await at('examiner'), { ...one, invoiceSignedBy });
    expect(await statusOf(one.applicationId)).toBe('approved');
  });

  test('approved: not certified, and not offered as the next', async () => {
    const one = await approved();
    const sanction = await impose(world, firmId);
    expect((await saidOf(certifyApplication(await at('certifier'), one))).fields[0]?.en).toContain('suspended');
    expect(await nextToCertify(await at('certifier'))).not.toBe(one.applicationId);
    await lift(world, sanction);
    await certifyApplication(await at('certifier'), one);
    expect(await statusOf(one.applicationId)).toBe('certified');
  });

  test('certified: not paid until staff have decided; another sanction afterwards needs another decision', async () => {
    const id = await certified();
    await impose(world, firmId);
    const said = await saidOf(begin(id));
    expect([said.code, said.fields[0]?.field]).toEqual(['invalid', 'applications']);
    expect(said.fields[0]?.ja).toContain('商工会議所の判断を待っています');
    expect(await waiting()).toContain(id);
    await expect(letGoOn(await at('certifier'), { applicationId: id, reason: ' ' })).rejects.toMatchObject({
      code: 'invalid',
    });
    await expect(letGoOn(await at('examiner'), { applicationId: id, reason: 'x' })).rejects.toMatchObject({
      code: 'not_allowed',
    });
    await letGoOn(await at('certifier'), { applicationId: id, reason: '船積み済みの貨物のため' });
    expect(await waiting()).not.toContain(id);
    await expect(letGoOn(await at('certifier'), { applicationId: id, reason: 'x' })).rejects.toMatchObject({
      code: 'conflict',
    });
    await impose(world, firmId, 'suspended', 60);
    expect(await waiting()).toContain(id);
    expect((await saidOf(begin(id))).code).toBe('invalid');
    await letGoOn(await at('certifier'), { applicationId: id, reason: '同上' });
    const { url, paymentId } = await begin(id);
    await pay(url);
    await reconcilePayment(world.open(), paymentId);
    await world.work();
    expect(await statusOf(id)).toBe('issued');
  });

  test('certified: cancelled instead', async () => {
    const id = await certified();
    await impose(world, firmId);
    await cancelCertified(await at('certifier'), { applicationId: id, note: '処分のため' });
    expect([await statusOf(id), await waiting()]).toEqual(['cancelled', expect.not.arrayContaining([id])]);
  });

  test('one of several stops the payment of all, and is named', async () => {
    const [one, two] = [await certified(), await certified()];
    await impose(world, firmId);
    await letGoOn(await at('certifier'), { applicationId: one, reason: 'x' });
    const said = await saidOf(begin(one, two));
    expect(said.fields).toHaveLength(1);
    expect(said.fields[0]?.ja).toContain(
      (await readDeskCase(await at('examiner'), two)).application.receiptNumber ?? 'no number',
    );
  });

  test('a payment that settles while the firm is suspended is money, and then held; decided, it is issued', async () => {
    const id = await certified();
    const { url, paymentId } = await begin(id);
    await impose(world, firmId);
    await pay(url);
    await reconcilePayment(world.open(), paymentId);
    await world.work();
    expect(await statusOf(id)).toBe('held');
    const { history } = await readDeskCase(await at('examiner'), id);
    expect(JSON.stringify(history.at(-1)?.detail)).toContain('処分(発給停止 2026-12-16 まで');
    expect(await waiting()).toContain(id);
    const said = await saidOf(resumeHeld(await at('certifier'), { applicationId: id }));
    expect([said.code, said.fields[0]?.ja]).toEqual(['invalid', expect.stringContaining('理由を添えて')]);
    await letGoOn(await at('certifier'), { applicationId: id, reason: '支払い済みのため' });
    await world.work();
    expect(await statusOf(id)).toBe('issued');
  });

  test('paid when it is imposed: held before anything is issued; resumed without a decision when it is lifted', async () => {
    const id = await paid();
    const sanction = await impose(world, firmId);
    await world.work();
    expect(await statusOf(id)).toBe('held');
    const leaf = await sql<{ n: number }>`select count(*)::int as n from log_leaf`.execute(world.house.db.kysely);
    await lift(world, sanction);
    await resumeHeld(await at('certifier'), { applicationId: id });
    await world.work();
    expect(await statusOf(id)).toBe('issued');
    const after = await sql<{ n: number }>`select count(*)::int as n from log_leaf`.execute(world.house.db.kysely);
    expect(after.rows[0]?.n).toBe((leaf.rows[0]?.n ?? 0) + 1);
  });

  test('imposed after the leaf is in the log: it is in the world, and is issued', async () => {
    const id = await paid();
    await expect(
      issueCertificate(world.open(), { chamberId, applicationId: id }, (step) => {
        if (step === 'leaf') throw new Error('stopped here');
      }),
    ).rejects.toThrow('stopped here');
    await impose(world, firmId);
    await world.work();
    expect(await statusOf(id)).toBe('issued');
  });

  test('imposed at the very moment of certifying and of paying: refused, or certified and waiting; never paid unseen', async () => {
    for (let i = 0; i < 3; i++) {
      const one = await approved();
      const [sure] = await Promise.allSettled([
        certifyApplication(await at('certifier'), one),
        impose(world, firmId, 'suspended', 40 + i),
      ]);
      if (sure.status === 'fulfilled') {
        expect(await waiting()).toContain(one.applicationId);
        expect((await saidOf(begin(one.applicationId))).code).toBe('invalid');
      } else expect(await statusOf(one.applicationId)).toBe('approved');
      await liftAll(world);
    }
  });
});

describe('追加書類', () => {
  test('an application needs a complementary document beside the invoice, and says so; examined and certified as ever', async () => {
    const before = await certified();
    await impose(world, firmId, 'extra_documents');
    expect(await standing()).toBe('good');
    const id = await readyApplication(await at('user'));
    const finding = (await checkApplication(await at('user'), id)).find(({ rule }) => rule === 'extra-documents');
    expect(finding).toMatchObject({ level: 'block', place: 'invoice' });
    expect(finding?.ja).toContain('2026-12-16 までは');
    expect((await saidOf(submitApplication(await at('user'), { applicationId: id }))).fields).toHaveLength(1);
    const pdf = { kind: 'other', fileName: 'origin.pdf', bytes: invoicePdf('MILL CERTIFICATE') } as const;
    await attachEvidence(await at('user'), { applicationId: id, ...pdf });
    const { round } = await submitApplication(await at('user'), { applicationId: id });
    await approveApplication(await at('examiner'), { applicationId: id, round, invoiceSignedBy: await signer(id) });
    await certifyApplication(await at('certifier'), { applicationId: id, round });
    expect(await waiting()).not.toContain(before);
    await begin(before, id);
  });
});

describe('what is kept', () => {
  test('a sanction is added and lifted, never changed; a decision neither changed nor deleted', async () => {
    await impose(world, firmId);
    const { kysely } = world.house.db;
    for (const attempt of [
      sql`update sanction set reason = 'x'`,
      sql`delete from sanction`,
      sql`delete from sanction_match`,
      sql`update sanction_decision set reason = 'x'`,
      sql`delete from sanction_decision`,
    ])
      await expect(attempt.execute(kysely)).rejects.toSatisfy((error) => sqlState(error) === '42501');
  });

  test('the audit finds nothing, and finds what was certified under a sanction', async () => {
    const breaches = async () =>
      (await audit({ db: world.house.db, files: world.house.outside.files, now: world.now() })).chambers.flatMap(
        (one) => one.breaches.filter(({ what }) => what.includes('sanction')),
      );
    await world.work();
    expect(await breaches()).toEqual([]);
    await certified();
    world.turn({ minutes: 30 });
    const after = await certified();
    // As if somebody had certified past the deed: this sanction was there between the two.
    const { actor, now } = await staff(world);
    const imposedAt = new Date(now.getTime() - 15 * 60_000);
    await inChamber(world.house.db, chamberId, async (trx) => {
      const of = { sanctionId: newId(now), chamberId, registrationId: firmId };
      const row = { ...(await registration()), ...of, kind: 'suspended', reason: 'x', untilDay: '2026-12-01' } as const;
      await insertSanction(trx, { ...row, imposedBy: actor.accountId, imposedAt });
      await putMatch(trx, { ...of, isSame: true, by: actor.accountId, at: imposedAt });
    });
    const [found, ...more] = await breaches();
    expect(more).toEqual([]);
    expect(found?.subject).toBe(await numberOf(after));
    world.turn({ minutes: -30 });
  });
});
