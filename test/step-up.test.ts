// Who one is, is shown again before what counts most: once in half an hour, and what was typed is not lost.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeApiKey } from '../src/accounts/api-keys.ts';
import type { Actor, Ctx } from '../src/accounts/context.ts';
import { requireProven, requireProvenByFactor } from '../src/accounts/proof.ts';
import { handBack } from '../src/applications/hand-back.ts';
import { listEvents } from '../src/audit/events.ts';
import { cancelCertified } from '../src/certificates/cancel.ts';
import { certifyApplication } from '../src/certificates/certify.ts';
import { handOverSubId } from '../src/certificates/hand-over-sub-id.ts';
import { resumeHeld } from '../src/certificates/held.ts';
import { reopenPrinting } from '../src/certificates/print.ts';
import { inChamber } from '../src/lib/db.ts';
import { newId } from '../src/lib/ids.ts';
import { acceptRegistration } from '../src/payments/accept-registration.ts';
import { startReset } from '../src/registrations/firm-ids.ts';
import { importPaperRegister } from '../src/registrations/register/import-paper-register.ts';
import { endSubId } from '../src/registrations/sub-ids/end-sub-id.ts';
import { endSubIdsOfAgent } from '../src/registrations/sub-ids/end-sub-ids-of-agent.ts';
import { contextOf } from './deeds.ts';
import { type DeskWorld, desk, startDeskWorld } from './desk-world.ts';
import { makeStaff } from './rights/people.ts';
import { givePassword } from './sub-people.ts';
import { unescaped } from './unescaped.ts';
import type { Visitor } from './world.ts';

let of: DeskWorld;
beforeAll(async () => {
  of = await startDeskWorld();
});
afterAll(() => of.world.close());

const minute = 60_000;

/** As a browser of that kind of ID that has proven itself so long ago; undefined: never in this session. */
async function sessionOf(as: string, proof: { by: 'password' | 'totp'; minutesAgo: number } | undefined): Promise<Ctx> {
  const { actor, ...ctx } = await contextOf(of.world, as);
  const at = new Date(ctx.now.getTime() - (proof?.minutesAgo ?? 0) * minute);
  const via: Actor['via'] = {
    kind: 'session',
    sessionId: newId(ctx.now),
    ...(proof ? { proof: { at, by: proof.by } } : {}),
  };
  return { ...ctx, actor: { ...actor, via } };
}

describe('what takes a proof', () => {
  test.each([
    ['never', undefined, 'proof_needed'],
    ['by password, 29 minutes ago', { by: 'password', minutesAgo: 29 }, undefined],
    ['by password, 30 minutes ago', { by: 'password', minutesAgo: 30 }, 'proof_needed'],
    ['by an app, 29 minutes ago', { by: 'totp', minutesAgo: 29 }, undefined],
  ] as const)('%s', async (_, proof, code) => {
    const ctx = await sessionOf('user', proof);
    if (code === undefined) expect(() => requireProven(ctx)).not.toThrow();
    else expect(() => requireProven(ctx)).toThrow(expect.objectContaining({ code }));
  });

  test.each([
    ['never', undefined, 'factor_needed'],
    ['by password just now', { by: 'password', minutesAgo: 0 }, 'factor_needed'],
    ['by an app, 29 minutes ago', { by: 'totp', minutesAgo: 29 }, undefined],
    ['by an app, 30 minutes ago', { by: 'totp', minutesAgo: 30 }, 'proof_needed'],
  ] as const)('certifying: %s', async (_, proof, code) => {
    const ctx = await sessionOf('certifier', proof);
    if (code === undefined) expect(() => requireProvenByFactor(ctx)).not.toThrow();
    else expect(() => requireProvenByFactor(ctx)).toThrow(expect.objectContaining({ code }));
  });

  test('a key stands for itself', async () => {
    const ctx = await contextOf(of.world, 'certifier');
    expect(() => requireProvenByFactor(ctx)).not.toThrow();
  });

  const id = '00000000-0000-7000-8000-000000000000';
  const holder = { nameJa: '次', nameEn: 'Next', mail: 'next@example.jp', agentNumber: '' };
  const register = { bytes: Buffer.from('x'), fileName: 'x.tsv' };

  // Each is asked before anything is read: that there is no such case shows only to who has proven himself.
  test.each<[string, string, (ctx: Ctx) => Promise<unknown>]>([
    ['certifying', 'certifier', (ctx) => certifyApplication(ctx, { applicationId: id, round: 1 })],
    ['handing back', 'certifier', (ctx) => handBack(ctx, { applicationId: id, round: 1, note: 'x' })],
    ['cancelling', 'certifier', (ctx) => cancelCertified(ctx, { applicationId: id, note: 'x' })],
    ['resuming what is held', 'certifier', (ctx) => resumeHeld(ctx, { applicationId: id })],
    ['opening printing again', 'certifier', (ctx) => reopenPrinting(ctx, { applicationId: id, note: 'x' })],
    [
      'accepting a registration',
      'certifier',
      (ctx) => acceptRegistration(ctx, { procedureId: id, round: 1, memberClass: 'member', feePaidAtCounter: true }),
    ],
    ['taking in the register on paper', 'certifier', (ctx) => importPaperRegister(ctx, register)],
    ['starting somebody’s reset', 'administrator', (ctx) => startReset(ctx, { accountId: id, how: 'mail' })],
    ['ending a sub ID', 'user', (ctx) => endSubId(ctx, { accountId: id })],
    ['handing a sub ID over', 'user', (ctx) => handOverSubId(ctx, { accountId: id, ...holder })],
    ['ending an agency', 'user', (ctx) => endSubIdsOfAgent(ctx, { agentRegistrationId: id })],
    ['making a key', 'user', (ctx) => makeApiKey(ctx, { name: '', may: [] })],
    ['making a key that certifies', 'certifier', (ctx) => makeApiKey(ctx, { name: '', may: ['certify'] })],
  ])('%s', async (_, as, deed) => {
    await expect(deed(await sessionOf(as, { by: 'totp', minutesAgo: 31 }))).rejects.toMatchObject({
      code: 'proof_needed',
    });
    const fresh = deed(await sessionOf(as, { by: 'totp', minutesAgo: 1 })).then(
      () => 'done',
      (error: unknown) => (error as { code?: string }).code,
    );
    expect(['done', 'not_found', 'invalid']).toContain(await fresh);
  });

  test.each<[string, (ctx: Ctx) => Promise<unknown>]>([
    ['certifying', (ctx) => certifyApplication(ctx, { applicationId: id, round: 1 })],
    ['making a key that certifies', (ctx) => makeApiKey(ctx, { name: 'x', may: ['certify'] })],
  ])('%s with a password alone', async (_, deed) => {
    const ctx = await sessionOf('certifier', { by: 'password', minutesAgo: 0 });
    await expect(deed(ctx)).rejects.toMatchObject({ code: 'factor_needed' });
  });
});

const hiddenIn = (html: string, action: string): Record<string, string> => {
  const form = html.split('<form').find((one) => one.includes(`action="${action}"`)) ?? '';
  const inputs = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return Object.fromEntries(inputs.map(([, name = '', value = '']) => [unescaped(name), unescaped(value)]));
};

async function certifier(): Promise<Visitor> {
  const visitor = of.world.visitor();
  await visitor.signIn(of.world.account('certifier'));
  return visitor;
}

describe('on the pages', () => {
  test('a note that was typed comes through the proof, a wrong code too, and is sent by one more press', async () => {
    const { applicationId, round } = await of.approved();
    const visitor = await certifier();
    of.world.turn({ minutes: 31 });
    const note = '第7欄 "商品名" <b> & 数量';
    const asked = await visitor.post(desk(applicationId, '/hand-back'), { round: String(round), note });
    expect(asked.status).toBe(403);
    const prove = await asked.text();
    expect(prove).toContain('入力した内容は、この画面に残しています');
    const wrong = await visitor.post('/prove', { ...hiddenIn(prove, '/prove'), totp: '000000' });
    expect(wrong.status).toBe(422);
    const account = of.world.account('certifier');
    const right = await visitor.post('/prove', {
      ...hiddenIn(await wrong.text(), '/prove'),
      totp: account.code?.() ?? '',
    });
    expect(right.status).toBe(200);
    const address = desk(applicationId, '/hand-back');
    const sent = hiddenIn(await right.text(), address);
    expect(sent).toMatchObject({ note });
    expect((await visitor.post(address, sent)).status).toBe(303);
    const events = await inChamber(of.world.house.db, '9901', (trx) =>
      listEvents(trx, { chamberId: '9901', subject: 'application', subjectId: applicationId }),
    );
    expect(events.at(-1)).toMatchObject({ action: 'hand_back', detail: { note } });
  });

  test('a page that takes a proof leads there and back; a button without fields to its page', async () => {
    const visitor = await certifier();
    of.world.turn({ minutes: 31 });
    const page = await visitor.get('/account/second-factor/totp');
    expect(page.headers.get('location')).toBe('/prove?back=%2Faccount%2Fsecond-factor%2Ftotp');
    const button = await visitor.post('/account/second-factor/recovery-codes', {});
    expect([button.status, button.headers.get('location')]).toEqual([303, '/prove?back=%2Faccount%2Fsecond-factor']);
    const code = of.world.account('certifier').code?.() ?? '';
    const proven = await visitor.post('/prove', { back: '/account/second-factor/totp', totp: code });
    expect(proven.headers.get('location')).toBe('/account/second-factor/totp');
    expect((await visitor.get('/account/second-factor/totp')).status).toBe(200);
  });

  test('an ID without a second factor shows its password, and wrong ones are limited as at the sign-in', async () => {
    const visitor = of.world.visitor();
    const account = of.world.account('user');
    await visitor.signIn(account);
    of.world.turn({ minutes: 31 });
    const key = await visitor.post('/account/api-keys', { name: 'reports' });
    expect(key.status).toBe(403);
    const fields = hiddenIn(await key.text(), '/prove');
    expect((await visitor.post('/prove', { ...fields, password: 'wrong' })).status).toBe(422);
    const right = await visitor.post('/prove', { ...fields, password: account.password });
    const sent = hiddenIn(await right.text(), '/account/api-keys');
    expect(sent).toEqual({ name: 'reports' });
    expect((await visitor.post('/account/api-keys', sent)).status).toBe(200);
    of.world.turn({ minutes: 31 });
    for (let n = 0; n < 5; n++) await visitor.post('/prove', { password: 'wrong' });
    expect((await visitor.post('/prove', { password: account.password })).status).toBe(429);
  });

  test('staff who certify without a second factor are told why, and where to set one up', async () => {
    const { actor } = await makeStaff(of.world, '認証三郎', 'S0003', ['certify']);
    const password = 'kuroi neko to ame';
    await givePassword(of.world, actor.accountId, password);
    const visitor = of.world.visitor();
    await visitor.signIn({ chamber: '9901', id: 'S0003', password });
    expect(await (await visitor.get('/')).text()).toContain('/account/second-factor');
    expect(await (await visitor.get('/account/second-factor')).text()).toContain('認証の権限を持つ職員には');
    const { applicationId, round } = await of.approved();
    const refused = await visitor.post(desk(applicationId, '/certify'), { round: String(round) });
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('href="/account/second-factor"');
  });
});
