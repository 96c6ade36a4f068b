// 管理者ID: what it sees of its firm, what it sets in motion, and what it is kept from. The deeds.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { choosePassword } from '../src/accounts/choose-password.ts';
import type { Ctx } from '../src/accounts/context.ts';
import { applicationLifecycle } from '../src/applications/lifecycle.ts';
import { readApplication } from '../src/applications/read.ts';
import { startApplication } from '../src/applications/start.ts';
import { advance } from '../src/audit/advance.ts';
import { listEvents } from '../src/audit/events.ts';
import { inChamber, openDb } from '../src/lib/db.ts';
import { reconcilePayment } from '../src/payments/reconcile.ts';
import { spendOf } from '../src/payments/spend.ts';
import { startPayment } from '../src/payments/start-payment.ts';
import { countIdsWithoutPassword, listFirmIds, readForReset, startReset } from '../src/registrations/firm-ids.ts';
import { setFirmRules } from '../src/registrations/firm-rules.ts';
import { readRegistration } from '../src/registrations/read-registration.ts';
import { listCertifiable, signatureCertificates } from '../src/registrations/signature-certificates.ts';
import { expectJson, expectProblem, programOf } from './api-client.ts';
import { contextOf } from './deeds.ts';
import { type FirmWorld, makeFirmWorld } from './firm-world.ts';
import { makeOtherFirm, type OtherFirm } from './other-firm.ts';
import { popplerText } from './paper/other-readers.ts';
import { type PayingWorld, pay, startPayingWorld } from './paying-world.ts';

let world: PayingWorld;
let firm: FirmWorld;
let other: OtherFirm;
beforeAll(async () => {
  world = await startPayingWorld();
  firm = await makeFirmWorld(world);
  other = await makeOtherFirm(world);
}, 60_000);
afterAll(() => world.close());

const nobody = '00000000-0000-7000-8000-000000000000';
const refused = (code: string) => expect.objectContaining({ code });
const events = (subject: string, subjectId: string) =>
  inChamber(world.house.db, '9901', (trx) => listEvents(trx, { chamberId: '9901', subject, subjectId }));
const registrationId = () => firm.administrator.actor.registrationId ?? '';

test('no other ID does any of it: not a signatory, not a sub ID, not the chamber', async () => {
  const deeds: ((ctx: Ctx) => Promise<unknown>)[] = [
    (ctx) => listFirmIds(ctx, { page: 1 }),
    (ctx) => countIdsWithoutPassword(ctx),
    (ctx) => readForReset(ctx, firm.sub.actor.accountId),
    (ctx) => startReset(ctx, { accountId: firm.sub.actor.accountId, how: 'hand' }),
    (ctx) => setFirmRules(ctx, { usersSeeAll: true, releaseRequired: true }),
    (ctx) => listCertifiable(ctx),
    (ctx) => signatureCertificates(ctx),
    (ctx) => readRegistration(ctx),
  ];
  const examiner = await contextOf(world, 'examiner');
  for (const ctx of [firm.user, firm.sub, examiner, other.ctx])
    for (const deed of deeds) await expect(deed(ctx)).rejects.toEqual(refused('not_allowed'));
});

describe('IDs', () => {
  test('the list has every user ID and sub ID of the firm, with what is known of each, and none of another firm', async () => {
    await startApplication(firm.sub, { kind: 'origin', oath: true });
    const { users, subs } = await listFirmIds(firm.administrator, { page: 1 });
    expect(users.map((user) => user.loginId)).toEqual(['U0001', 'U0088']);
    expect(users[0]).toMatchObject({ hasPassword: true, lastSignIn: null, status: 'active' });
    expect(users[0]?.signatory).toMatchObject({ nameEn: 'Hanako Mihon', hasSignature: true, status: 'active' });
    expect(users[1]).toMatchObject({ hasPassword: false, cases: 0, subIds: 0, signatory: { hasSignature: false } });
    const sub = subs.rows.find((row) => row.loginId === 'U0001-88');
    expect(sub).toMatchObject({ holder: null, may: ['submit'], validUntil: null, hasPassword: false, cases: 1 });
    expect(sub?.signatory.loginId).toBe('U0001');
    expect(users[0]?.subIds).toBe(subs.total);
    const [first, second] = users.map((user) => user.signatory.signatoryId);
    const of = (signatoryId = '') => listFirmIds(firm.administrator, { page: 1, signatoryId });
    expect((await of(first)).subs.total).toBe(subs.total);
    expect((await of(second)).subs.total).toBe(0);
    expect((await of(other.signatoryId)).subs.total).toBe(0);
    await expect(of('x')).rejects.toEqual(refused('not_found'));
  });

  test('a sign-in is seen, and IDs that nobody has a password for are counted', async () => {
    await world.visitor().signIn(world.account('user'));
    const { users } = await listFirmIds({ ...firm.administrator, now: world.now() }, { page: 1 });
    expect(users[0]?.lastSignIn?.getTime()).toBeGreaterThan(firm.user.now.getTime() - 60_000);
    expect(await countIdsWithoutPassword(firm.administrator)).toBe(2); // U0088 and U0001-88
  });
});

describe('password reset', () => {
  test('of another firm’s ID, of staff, of an administrator, of nobody: there is none', async () => {
    const examiner = await contextOf(world, 'examiner');
    const foreign = [other.ctx, examiner, firm.administrator].map((ctx) => ctx.actor.accountId);
    for (const accountId of [...foreign, nobody, 'x']) {
      await expect(startReset(firm.administrator, { accountId, how: 'mail' })).rejects.toEqual(refused('not_found'));
      await expect(readForReset(firm.administrator, accountId)).rejects.toEqual(refused('not_found'));
    }
  });

  test('by hand: the code is given to the administrator, the old password works until the holder has chosen another', async () => {
    const { accountId } = firm.user.actor;
    const ctx = { ...firm.administrator, now: world.now() };
    const { handedOver, purpose } = await startReset(ctx, { accountId, how: 'hand' });
    expect(purpose).toBe('reset');
    const account = world.account('user');
    const visitor = world.visitor();
    expect((await visitor.signIn(account)).status).toBe(303);
    await choosePassword(world.open(), { code: handedOver?.code ?? '', password: 'seven quiet lanterns upstream' });
    expect((await visitor.get('/applications')).status).toBe(303); // signed out everywhere
    expect((await world.visitor().signIn(account)).status).toBe(422);
    expect((await world.visitor().signIn({ ...account, password: 'seven quiet lanterns upstream' })).status).toBe(303);
    const begun = (await events('account', accountId)).filter((event) => event.action === 'hand_over_password_link');
    expect(begun).toEqual([expect.objectContaining({ by: expect.objectContaining({ kind: 'api_key' }) })]);
    expect(JSON.stringify(begun)).not.toContain(handedOver?.code);
  });

  test('by mail: to the ID’s own address, with a code and without the ID; a first password has longer', async () => {
    const { accountId, mail } = firm.colleague.actor;
    const ctx = { ...firm.administrator, now: world.now() };
    const { handedOver, purpose } = await startReset(ctx, { accountId, how: 'mail' });
    expect([handedOver, purpose]).toEqual([undefined, 'first']);
    await world.work();
    const sent = world.mails.filter((one) => one.to === mail);
    expect(sent).toHaveLength(1);
    expect(JSON.stringify(sent)).not.toContain('U0088');
    const { linkUntil } = await readForReset(ctx, accountId);
    expect((linkUntil?.getTime() ?? 0) - ctx.now.getTime()).toBe(72 * 3_600_000);
  });

  test('of an ID that has ended: it is told, nothing is sent', async () => {
    const { chamberId, accountId } = firm.sub.actor;
    const setStatus = (status: 'ended' | 'active') =>
      inChamber(world.house.db, chamberId, (trx) =>
        trx.updateTable('account').set({ status }).where('account_id', '=', accountId).execute(),
      );
    await setStatus('ended');
    await expect(startReset(firm.administrator, { accountId, how: 'mail' })).rejects.toEqual(refused('conflict'));
    await setStatus('active');
  });
});

describe('registration and rules', () => {
  test('how many days are left: 0 on the last day, which counts', async () => {
    const { daysLeft, standing, registration, signatories } = await readRegistration(firm.administrator);
    expect([daysLeft, standing, registration.number]).toEqual([700, 'good', '9901-000001']);
    expect(signatories.map((one) => one.nameEn)).toEqual(['Hanako Mihon', 'Saburo Doryo']);
    const later = (days: number) => ({
      ...firm.administrator,
      now: new Date(firm.administrator.now.getTime() + days * 24 * 3_600_000),
    });
    expect(await readRegistration(later(700))).toMatchObject({ daysLeft: 0, standing: 'good' });
    expect(await readRegistration(later(701))).toMatchObject({ daysLeft: -1, standing: 'expired' });
  });

  test('users_see_all lets signatories see each other’s cases, not touch them; each change is written down once', async () => {
    const { applicationId } = await startApplication(firm.user, { kind: 'origin', oath: true });
    await expect(readApplication(firm.colleague, applicationId)).rejects.toEqual(refused('not_found'));
    await setFirmRules(firm.administrator, { usersSeeAll: true, releaseRequired: false });
    await setFirmRules(firm.administrator, { usersSeeAll: true, releaseRequired: false });
    const { allowed } = await readApplication(firm.colleague, applicationId);
    expect([...allowed]).toEqual(['application.read']);
    await expect(readApplication(firm.sub, applicationId)).rejects.toEqual(refused('not_found'));
    await expect(readApplication(other.ctx, applicationId)).rejects.toEqual(refused('not_found'));
    expect([...(await readApplication(firm.administrator, applicationId)).allowed]).toEqual([
      'application.read',
      'payment.read',
    ]);
    await setFirmRules(firm.administrator, { usersSeeAll: false, releaseRequired: false });
    await expect(readApplication(firm.colleague, applicationId)).rejects.toEqual(refused('not_found'));
    const off = { usersSeeAll: false, releaseRequired: false };
    const written = (await events('registration', registrationId())).filter((one) => one.action === 'set_rules');
    expect(written.map((one) => one.detail)).toEqual([
      { before: off, after: { ...off, usersSeeAll: true } },
      { before: { ...off, usersSeeAll: true }, after: off },
    ]);
  });
});

describe('spend', () => {
  test('settled payments by month and by ID, refunds told apart, nobody else’s', async () => {
    const [first = '', second = '', third = ''] = await world.certified(3);
    const payFor = async (applicationIds: string[]): Promise<void> => {
      const { paymentId, url } = await startPayment(await world.firm(), { applicationIds, locale: 'ja' });
      await pay(url);
      await reconcilePayment(world.open(), paymentId);
    };
    const period = { from: '2026-01', to: '2026-12' };
    expect((await spendOf(firm.administrator, period)).months).toEqual([]);
    await payFor([first, second]);
    world.turn({ days: 16 }); // on into December
    await payFor([third]);
    await startPayment(await world.firm(), { applicationIds: await world.certified(1), locale: 'ja' }); // not paid
    await refund(second);
    const { months, payers, total, otherPayers } = await spendOf(firm.administrator, period);
    expect(months).toEqual([
      { month: '2026-11', paid: 2200, refunded: 1100, cases: 1 },
      { month: '2026-12', paid: 1100, refunded: 0, cases: 1 },
    ]);
    expect(payers.map(({ payer, ...sums }) => [payer.loginId, sums])).toEqual([
      ['U0001', { paid: 3300, refunded: 1100, cases: 2 }],
    ]);
    expect([total, otherPayers]).toEqual([
      { paid: 3300, refunded: 1100, cases: 2 },
      { paid: 0, refunded: 0, cases: 0 },
    ]);
    expect((await spendOf(firm.administrator, { from: '2026-12', to: '2026-12' })).total.paid).toBe(1100);
    for (const ctx of [firm.colleague, firm.sub, other.ctx]) expect((await spendOf(ctx, period)).total.paid).toBe(0);
    expect((await spendOf(firm.user, period)).total.paid).toBe(3300);
    await expect(spendOf(await contextOf(world, 'examiner'), period)).rejects.toEqual(refused('not_allowed'));
  }, 60_000);

  test.each([
    ['2026-13', '2026-12', 'from'],
    ['2026-01', 'x', 'to'],
    ['2026-12', '2026-11', 'to'],
    ['2024-12', '2026-12', 'from'], // 25 months
  ])('%s to %s names the place', async (from, to, field) => {
    const error = expect.objectContaining({ fields: [expect.objectContaining({ field })] });
    await expect(spendOf(firm.administrator, { from, to })).rejects.toEqual(error);
  });

  test('24 months are shown', async () => {
    expect((await spendOf(firm.administrator, { from: '2025-01', to: '2026-12' })).total.paid).toBe(3300);
  });
});

/** What nobody can press yet: the system gives the money of one held application back. */
async function refund(applicationId: string): Promise<void> {
  const of = { subject: 'application', chamberId: '9901', id: applicationId, by: { kind: 'system' } } as const;
  await inChamber(world.house.db, '9901', async (trx) => {
    const move = { ...of, role: 'system', at: world.now(), note: 'a test' } as const;
    await advance(trx, applicationLifecycle, { ...move, from: 'paid', action: 'hold' });
    await advance(trx, applicationLifecycle, { ...move, from: 'held', action: 'refund' });
  });
}

describe('署名登録証', () => {
  test('of one, of all, of nobody else’s signatory; each printing is written down', async () => {
    const { signatories, isOver } = await listCertifiable(firm.administrator);
    expect(isOver).toBe(false);
    expect(signatories.map((one) => [one.userId, one.hasSignature])).toEqual([
      ['U0001', true],
      ['U0088', false],
    ]);
    const all = await signatureCertificates(firm.administrator);
    expect([all.fileName, all.bytes.subarray(0, 5).toString()]).toEqual([
      '9901-000001-signature-registration-all.pdf',
      '%PDF-',
    ]);
    const one = await signatureCertificates(firm.administrator, signatories[0]?.signatoryId);
    expect(one.fileName).toBe('9901-000001-signature-registration-U0001.pdf');
    expect(one.bytes.length).toBeLessThan(all.bytes.length);
    // Where a reader is installed: whose it is, and the ID.
    const said = popplerText(one.bytes) ?? 'Hanako Mihon U0001';
    for (const words of ['Hanako Mihon', 'U0001']) expect(said).toContain(words);
    expect(said).not.toContain('Saburo Doryo');
    for (const id of [other.signatoryId, nobody, 'x'])
      await expect(signatureCertificates(firm.administrator, id)).rejects.toEqual(refused('not_found'));
    const printed = (await events('registration', registrationId())).filter(
      (event) => event.action === 'print_signature_certificate',
    );
    const ids = signatories.map((each) => each.signatoryId);
    expect(printed.map((event) => event.detail)).toEqual([{ signatories: ids }, { signatories: ids.slice(0, 1) }]);
  });

  test('a registration that was struck off registers nobody', async () => {
    // Nobody can press this yet; the app role may not either.
    const owner = openDb(world.database.owner, { max: 1, onError: (error) => expect.fail(error.message) });
    const setStatus = (status: string) =>
      inChamber(owner, '9901', (trx) =>
        trx.updateTable('registration').set({ status }).where('registration_id', '=', registrationId()).execute(),
      );
    await setStatus('struck_off');
    await expect(signatureCertificates(firm.administrator)).rejects.toEqual(refused('conflict'));
    expect((await listCertifiable(firm.administrator)).isOver).toBe(true);
    await setStatus('active');
    await owner.close();
  });
});

describe('by a program', () => {
  test('the same deeds; a reset answers without the code; nobody else’s IDs', async () => {
    const call = programOf(world, 'administrator');
    const { users } = await expectJson<{ users: { accountId: string; id: string }[] }>(await call('/firm/ids'), 200);
    const [first] = users;
    expect(first?.id).toBe('U0001');
    const answer = await call(`/firm/ids/${first?.accountId}/reset`, { method: 'POST' });
    expect([answer.status, await answer.text()]).toEqual([204, '']);
    const foreign = await call(`/firm/ids/${other.ctx.actor.accountId}/reset`, { method: 'POST' });
    await expectProblem(foreign, 404, 'not_found');
    await expectProblem(await programOf(world, 'user')('/firm/ids'), 403, 'not_allowed');
    const { applications } = await expectJson<{ applications: { madeBy: { id: string } }[] }>(
      await call('/applications?id=u0001-88'),
      200,
    );
    expect(applications.map((one) => one.madeBy.id)).toEqual(['U0001-88']);
  });
});
