// サブID: made, limited, handed over and ended by the signatory whose signature it uses.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findActorByKey, makeApiKey } from '../src/accounts/api-keys.ts';
import { listApplications, readApplication, readHistory } from '../src/applications/read.ts';
import { startApplication } from '../src/applications/start.ts';
import { submitApplication, withdrawApplication } from '../src/applications/submit.ts';
import { handOverSubId } from '../src/certificates/hand-over-sub-id.ts';
import { inChamber } from '../src/lib/db.ts';
import type { Refusal } from '../src/lib/refusal.ts';
import { startPayment } from '../src/payments/start-payment.ts';
import { endLapsedSubIds, endSubId } from '../src/registrations/sub-ids/end-sub-id.ts';
import { limitSubId } from '../src/registrations/sub-ids/limit-sub-id.ts';
import { getOwnSubId, listOwnSubIds } from '../src/registrations/sub-ids/list-own-sub-ids.ts';
import { makeSubId } from '../src/registrations/sub-ids/make-sub-id.ts';
import { sendSubIdLink } from '../src/registrations/sub-ids/send-sub-id-link.ts';
import { contextOf, readyApplication } from './deeds.ts';
import { makeOtherFirm } from './other-firm.ts';
import { ctxOfAccount, givePassword, holder, makeSub, unlimited } from './sub-people.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const signatory = () => contextOf(world, 'user');
const refusal = (code: string) => (error: unknown) => (error as Refusal).code === code;
const fieldsOf = (error: unknown) => (error as Refusal).fields.map((one) => one.field);

describe('making one', () => {
  test('numbers follow the signatory’s ID without a gap, and a refused form takes none', async () => {
    const ctx = await signatory();
    const first = await makeSubId(ctx, { ...holder(), ...unlimited });
    const wrong = makeSubId(ctx, { ...holder({ mail: 'nobody' }), ...unlimited });
    await expect(wrong).rejects.toSatisfy(refusal('invalid'));
    const second = await makeSubId(ctx, { ...holder(), ...unlimited });
    const [a, b] = [first, second].map(({ loginId }) => /^U0001-(\d\d)$/.exec(loginId)?.[1]);
    expect(Number(b)).toBe(Number(a) + 1);
    expect(first).toMatchObject({ role: 'sub', status: 'active', registrationId: ctx.actor.registrationId });
  });

  test('two made at once get two numbers', async () => {
    const ctx = await signatory();
    const made = await Promise.all([1, 2, 3].map(() => makeSubId(ctx, { ...holder(), ...unlimited })));
    expect(new Set(made.map((one) => one.loginId)).size).toBe(3);
  });

  test('its holder is mailed who made it and a link, and the ID in neither mail', async () => {
    world.mails.length = 0;
    const account = await makeSubId(await signatory(), { ...holder({ mail: 'new@mihon.example' }), ...unlimited });
    await world.work();
    const mails = world.mails.filter((mail) => mail.to === 'new@mihon.example');
    expect(mails).toHaveLength(2);
    const text = mails.map((mail) => mail.subject + mail.text).join('\n');
    expect(text).toContain('株式会社見本貿易(デモ) の署名者 見本 花子');
    expect(text).toContain('Hanako Mihon, a signatory of MIHON TRADING CO., LTD. (DEMO)');
    expect(text).toMatch(/\/link#[0-9A-Z-]+/);
    expect(text).toContain('/sign-in');
    expect(text).not.toContain(account.loginId);
  });

  test('each wrong field is named, in both languages', async () => {
    const ctx = await signatory();
    const typed = { nameJa: ' ', nameEn: '見本', mail: 'a@b', may: [], validUntil: '2026-11-15' };
    const said = await makeSubId(ctx, typed).catch((error: unknown) => error);
    expect(fieldsOf(said)).toEqual(['nameJa', 'nameEn', 'mail', 'validUntil']);
    for (const problem of (said as Refusal).fields) expect([problem.ja, problem.en]).not.toContain('');
    for (const mail of [
      'a@b.example, c@d.example',
      'a b@c.example',
      'a@c.example\r\nBcc: x@y.example',
      '<a@b.example>',
    ])
      await expect(makeSubId(ctx, { ...holder({ mail }), ...unlimited })).rejects.toSatisfy(refusal('invalid'));
  });

  test('only a signatory makes one: no sub ID, nobody of the chamber', async () => {
    const { ctx } = await makeSub(world);
    await expect(makeSubId(ctx, { ...holder(), ...unlimited })).rejects.toSatisfy(refusal('not_allowed'));
    const staff = await contextOf(world, 'certifier');
    await expect(makeSubId(staff, { ...holder(), ...unlimited })).rejects.toSatisfy(refusal('not_allowed'));
  });

  test('the first link is sent again until there is a password, then no more', async () => {
    const { account } = await makeSub(world);
    await sendSubIdLink(await signatory(), account);
    await givePassword(world, account.accountId, 'a long enough password');
    await expect(sendSubIdLink(await signatory(), account)).rejects.toSatisfy(refusal('conflict'));
  });
});

describe('what it may do', () => {
  test('it makes and submits; the signatory sees it, and another sub ID does not', async () => {
    const [one, other] = [await makeSub(world), await makeSub(world)];
    const id = await readyApplication(one.ctx);
    await submitApplication(one.ctx, { applicationId: id });
    expect((await readApplication(await signatory(), id)).application.accountId).toBe(one.account.accountId);
    await expect(readApplication(other.ctx, id)).rejects.toSatisfy(refusal('not_found'));
    await expect(withdrawApplication(other.ctx, { applicationId: id })).rejects.toSatisfy(refusal('not_found'));
    const submit = (await readHistory(one.ctx, id)).find((event) => event.action === 'submit');
    expect(submit?.detail).toMatchObject({ signatory: { nameJa: '見本 花子', nameEn: 'Hanako Mihon' } });
  });

  test('without leave to submit it prepares, and neither submits nor withdraws', async () => {
    const { ctx, account } = await makeSub(world);
    const id = await readyApplication(ctx);
    await limitSubId(await signatory(), { accountId: account.accountId, may: [], validUntil: null });
    await expect(submitApplication(ctx, { applicationId: id })).rejects.toSatisfy(refusal('not_allowed'));
    await expect(withdrawApplication(ctx, { applicationId: id })).rejects.toSatisfy(refusal('not_allowed'));
    await expect(startPayment(ctx, { applicationIds: [id], locale: 'ja' })).rejects.toSatisfy(refusal('not_allowed'));
    await submitApplication(await signatory(), { applicationId: id });
  });

  test('on its last day it works, on the next it does not, and the job of the night ends it', async () => {
    const { ctx, account } = await makeSub(world, { validUntil: '2026-11-16' });
    const begin = (at: Date) => startApplication({ ...ctx, now: at }, { kind: 'origin', oath: true });
    await begin(new Date('2026-11-16T14:59:00Z')); // 23:59 in Japan
    await expect(begin(new Date('2026-11-16T15:00:00Z'))).rejects.toSatisfy(refusal('not_allowed'));
    const { db, jobs, outside } = world.house;
    const night = (now: Date) => endLapsedSubIds({ db, jobs, outside, now });
    expect(await night(new Date('2026-11-16T14:59:00Z'))).toBe(0);
    expect(await night(new Date('2026-11-16T15:05:00Z'))).toBe(1);
    expect(await night(new Date('2026-11-16T15:06:00Z'))).toBe(0);
    expect((await getOwnSubId(await signatory(), account.accountId)).status).toBe('ended');
  });

  test('whoever changes limits is the signatory himself, of one that has not ended', async () => {
    const { account } = await makeSub(world);
    const other = await makeOtherFirm(world);
    const change = { accountId: account.accountId, may: [] as const, validUntil: null };
    await expect(limitSubId(other.ctx, change)).rejects.toSatisfy(refusal('not_found'));
    await expect(endSubId(other.ctx, change)).rejects.toSatisfy(refusal('not_found'));
    await expect(sendSubIdLink(other.ctx, change)).rejects.toSatisfy(refusal('not_found'));
    await expect(handOverSubId(other.ctx, { ...change, ...holder() })).rejects.toSatisfy(refusal('not_found'));
    expect((await listOwnSubIds(other.ctx)).rows).toEqual([]);
    await expect(limitSubId(await signatory(), { ...change, accountId: 'x' })).rejects.toSatisfy(refusal('not_found'));
    await endSubId(await signatory(), change);
    await expect(limitSubId(await signatory(), change)).rejects.toSatisfy(refusal('conflict'));
    await expect(endSubId(await signatory(), change)).rejects.toSatisfy(refusal('conflict'));
  });
});

describe('its end', () => {
  test('signs it out everywhere, revokes its keys, and sign-in answers as to an unknown ID', async () => {
    const { ctx, account } = await makeSub(world);
    await givePassword(world, account.accountId, 'mihon-sub-password');
    const login = { chamber: '9901', id: account.loginId, password: 'mihon-sub-password' };
    const visitor = world.visitor();
    await visitor.signIn(login);
    expect((await visitor.get('/applications')).status).toBe(200);
    const { key } = await makeApiKey(ctx, { name: 'own program', may: [] });
    const id = await readyApplication(ctx);
    await endSubId(await signatory(), account);
    expect((await visitor.get('/applications')).status).toBe(303);
    expect(await findActorByKey(world.house.db, key)).toBeUndefined();
    const keys = await inChamber(world.house.db, '9901', (trx) =>
      trx.selectFrom('api_key').select('status').where('account_id', '=', account.accountId).execute(),
    );
    expect(keys).toEqual([{ status: 'revoked' }]);
    const [ended, unknown] = [world.visitor(), world.visitor()];
    const [a, b] = [await ended.signIn(login), await unknown.signIn({ ...login, id: 'U9998-77' })];
    expect([a.status, b.status]).toEqual([422, 422]);
    // What was made with it stays the signatory's, who goes on with it.
    await submitApplication(await signatory(), { applicationId: id });
  });
});

describe('handing over', () => {
  test('the work goes on under a new ID with the same limits; what is over stays with the old one', async () => {
    const { ctx, account } = await makeSub(world, { may: ['submit'], validUntil: '2027-03-31' });
    const draft = await readyApplication(ctx);
    const sent = await readyApplication(ctx);
    await submitApplication(ctx, { applicationId: sent });
    const gone = await readyApplication(ctx);
    await withdrawApplication(ctx, { applicationId: gone });
    const next = { accountId: account.accountId, ...holder({ nameJa: '見本 四郎', nameEn: 'Shiro Mihon' }) };
    const made = await handOverSubId(await signatory(), next);
    expect(made.cases).toBe(2);
    expect(made.account.loginId).not.toBe(account.loginId);
    const list = (await listOwnSubIds(await signatory())).rows;
    const rowOf = (accountId: string) => list.find((row) => row.accountId === accountId);
    expect(rowOf(account.accountId)).toMatchObject({ status: 'ended', cases: 1 });
    expect(rowOf(made.account.accountId)).toMatchObject({
      ...{ status: 'active', cases: 2, may: ['submit'], validUntil: '2027-03-31', nameEn: 'Shiro Mihon' },
    });
    const successor = await ctxOfAccount(world, made.account);
    const seen = (await listApplications(successor, {}, 1)).rows.map((row) => row.applicationId);
    expect(seen.toSorted()).toEqual([draft, sent].toSorted());
    // Who did it stays in the history.
    const submit = (await readHistory(successor, sent)).find((event) => event.action === 'submit');
    expect(submit?.by).toEqual({ kind: 'account', id: account.accountId });
    await submitApplication(successor, { applicationId: draft });
  });

  test('handed over and ended at once: one of the two happens', async () => {
    const { account } = await makeSub(world);
    const ctx = await signatory();
    const tries = await Promise.allSettled([
      handOverSubId(ctx, { accountId: account.accountId, ...holder() }),
      endSubId(ctx, account),
      handOverSubId(ctx, { accountId: account.accountId, ...holder() }),
    ]);
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of tries) if (one.status === 'rejected') expect(one.reason).toSatisfy(refusal('conflict'));
  });
});
