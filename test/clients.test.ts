// 取引先の切替: one sign-in for several sub IDs, each added by its own password; a session is always of exactly one.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { putDemoTotp } from '../demo/second-factor.ts';
import type { Account } from '../src/accounts/account.ts';
import { findPerson, insertClientLink } from '../src/accounts/client-links-store.ts';
import { clientsAtMost, listClients, switchClient } from '../src/accounts/clients.ts';
import { hashPassword } from '../src/accounts/password.ts';
import { findActor } from '../src/accounts/sessions.ts';
import { setPassword } from '../src/accounts/set-password.ts';
import { listEvents } from '../src/audit/events.ts';
import { readClients } from '../src/certificates/read-clients.ts';
import { inChamber } from '../src/lib/db.ts';
import type { NewRegistration } from '../src/registrations/registration.ts';
import { endSubId } from '../src/registrations/sub-ids/end-sub-id.ts';
import { type ClerkId, changeRegistration, clerkOf, makeAgent, makeAgentSub } from './agent-people.ts';
import { codesOf } from './authenticator.ts';
import { contextOf, readyApplication } from './deeds.ts';
import { makeOtherFirm, type OtherFirm } from './other-firm.ts';
import { startWorld, type Visitor, type World } from './world.ts';

let world: World;
let other: OtherFirm;
let agent: NewRegistration;
beforeAll(async () => {
  world = await startWorld();
  other = await makeOtherFirm(world);
  agent = await makeAgent(world, { number: '9901-700100' });
});
afterAll(() => world.close());

const page = async (visitor: Visitor, path: string): Promise<string> => (await visitor.get(path)).text();
const signatory = () => contextOf(world, 'user');
const cookieOf = (visitor: Visitor): string => decodeURIComponent(/\bhakkyu=([^;]*)/.exec(visitor.cookie)?.[1] ?? '');
const actorOf = (visitor: Visitor) => findActor(world.house.db, cookieOf(visitor), world.now());

type Two = { mine: ClerkId; theirs: ClerkId; visitor: Visitor };
const add = (visitor: Visitor, { chamber, id, password }: Pick<ClerkId, 'chamber' | 'id' | 'password'>) =>
  visitor.post('/account/clients', { chamber, id, password });
const switchTo = (visitor: Visitor, { account }: ClerkId, open = '') =>
  visitor.post('/account/clients/switch', { accountId: account.accountId, open });

/** An agent's clerk with a sub ID of each of the two firms, signed in with the first. */
async function clerkWithTwo(linked = true): Promise<Two> {
  const [mine, theirs] = [await clerkOf(world, await signatory(), agent), await clerkOf(world, other.ctx, agent)];
  const visitor = world.visitor();
  await visitor.signIn(mine);
  if (linked) expect((await add(visitor, theirs)).status).toBe(303);
  return { mine, theirs, visitor };
}

async function events({ account }: ClerkId): Promise<{ action: string; detail: unknown }[]> {
  const of = { chamberId: '9901', subject: 'account', subjectId: account.accountId };
  return inChamber(world.house.db, '9901', (trx) => listEvents(trx, of));
}

describe('adding a client', () => {
  test('by its own password; both holders are mailed, neither mail names a firm or an ID; both have the event', async () => {
    const { mine, theirs, visitor } = await clerkWithTwo(false);
    await world.work();
    world.mails.length = 0;
    expect((await add(visitor, theirs)).headers.get('location')).toBe(
      `/account/clients?added=${theirs.account.accountId}`,
    );
    expect(await page(visitor, `/account/clients?added=${theirs.account.accountId}`)).toContain(
      '別の会社 のサブIDを加えました',
    );
    await world.work();
    expect(world.mails).toHaveLength(2);
    for (const { text } of world.mails) expect(text).not.toMatch(/別の会社|見本貿易|U\d{4}/);
    for (const each of [mine, theirs]) expect((await events(each)).map((one) => one.action)).toContain('link_client');
  });

  test('a wrong password adds nothing, and counts as at sign-in', async () => {
    const { theirs, visitor } = await clerkWithTwo(false);
    const statuses: number[] = [];
    for (let i = 0; i < 7; i++)
      statuses.push((await add(visitor, { ...theirs, password: 'wrong wrong wrong' })).status);
    expect(statuses.slice(0, 5)).toEqual([422, 422, 422, 422, 422]);
    expect(statuses.at(-1)).toBe(429);
    // Not even with the right one, here and at sign-in alike, until the wait is over.
    expect((await add(visitor, theirs)).status).toBe(429);
    expect((await world.visitor().signIn(theirs)).status).toBe(429);
    expect(await page(visitor, '/account/clients')).not.toContain(theirs.id);
  });

  test('only sub IDs: neither a signatory’s with its right password, nor the present one; what is missing is named', async () => {
    const { mine, visitor } = await clerkWithTwo(false);
    const user = world.account('user');
    const answer = await add(visitor, user);
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining('加えられるのはサブIDだけです'),
    ]);
    expect(await (await add(visitor, mine)).text()).toContain('いまお使いのサブIDです');
    const empty = await (await add(visitor, { chamber: '', id: '', password: '' })).text();
    for (const field of ['chamber', 'id', 'password']) expect(empty).toContain(`href="#f-${field}"`);
    const signedInUser = world.visitor();
    await signedInUser.signIn(user);
    expect((await signedInUser.get('/account/clients')).status).toBe(403);
    expect((await add(signedInUser, mine)).status).toBe(403);
  });

  test('from either side, and what each was linked with comes along', async () => {
    const { mine, theirs, visitor } = await clerkWithTwo();
    const third = await clerkOf(world, other.ctx, agent);
    const fresh = world.visitor();
    await fresh.signIn(third);
    await add(fresh, mine);
    const html = await page(visitor, '/account/clients');
    for (const { id } of [mine, theirs, third]) expect(html).toContain(id);
  });
});

describe('many', () => {
  test('two added at once by two browsers of the same person are both there', async () => {
    const { mine, visitor } = await clerkWithTwo();
    const second = world.visitor();
    await second.signIn(mine);
    const more = [await clerkOf(world, other.ctx, agent), await clerkOf(world, other.ctx, agent)] as const;
    const answers = await Promise.all([add(visitor, more[0]), add(second, more[1])]);
    expect(answers.map((one) => one.status)).toEqual([303, 303]);
    expect(await listClients(mine.ctx)).toHaveLength(4);
  });

  test('no more than the overview reads: the one too many is told, and not added', async () => {
    const { mine, visitor } = await clerkWithTwo();
    const fill: Account[] = [];
    while (fill.length < clientsAtMost - 2) fill.push((await makeAgentSub(world, other.ctx, agent)).account);
    await inChamber(world.house.db, '9901', async (trx) => {
      const personId = (await findPerson(trx, mine.account)) ?? '';
      for (const { chamberId, accountId } of fill)
        await insertClientLink(trx, { chamberId, accountId, personId, at: world.now() });
    });
    const answer = await add(visitor, await clerkOf(world, other.ctx, agent));
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('50個までです')]);
    expect(await listClients(mine.ctx)).toHaveLength(clientsAtMost);
  });
});

describe('switching', () => {
  test('a new session with a new cookie, the old one ended, an event on both; and it goes home', async () => {
    const { mine, theirs, visitor } = await clerkWithTwo();
    const before = cookieOf(visitor);
    expect(await page(visitor, '/')).toContain('株式会社見本貿易(デモ)');
    const answer = await switchTo(visitor, theirs);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    expect(cookieOf(visitor)).not.toBe(before);
    expect((await actorOf(visitor))?.accountId).toBe(theirs.account.accountId);
    expect(await findActor(world.house.db, before, world.now())).toBeUndefined();
    const home = await page(visitor, '/');
    expect(home).toContain('別の会社');
    expect(home).not.toContain('株式会社見本貿易');
    expect((await events(mine)).at(-1)).toMatchObject({ action: 'sign_out', detail: { because: 'switch_client' } });
    expect((await events(theirs)).at(-1)).toMatchObject({ action: 'sign_in', detail: { because: 'switch_client' } });
    expect((await switchTo(visitor, mine)).status).toBe(303);
  });

  test('opens the case that was pressed, which the other client’s session does not see', async () => {
    const { theirs, visitor } = await clerkWithTwo();
    const id = await readyApplication(theirs.ctx);
    expect((await visitor.get(`/applications/${id}`)).status).toBe(404);
    expect(await page(visitor, '/applications')).not.toContain(id);
    const list = await page(visitor, '/account/clients');
    expect(list).toContain(`name="open" value="${id}"`);
    expect((await switchTo(visitor, theirs, id)).headers.get('location')).toBe(`/applications/${id}`);
    expect((await visitor.get(`/applications/${id}`)).status).toBe(200);
    // An address of somebody else's is not followed.
    const back = await visitor.post('/account/clients/switch', {
      accountId: theirs.account.accountId,
      open: '//evil.example',
    });
    expect(back.status).toBe(409);
  });

  test('to nobody else’s ID: of a stranger, of the firm’s signatory, of nothing', async () => {
    const { mine, visitor } = await clerkWithTwo();
    const stranger = await clerkOf(world, other.ctx, agent);
    const { accountId } = (await signatory()).actor;
    for (const id of [stranger.account.accountId, accountId, 'x', '', mine.account.accountId]) {
      const answer = await visitor.post('/account/clients/switch', { accountId: id });
      expect([id, answer.status]).toEqual([id, 409]);
    }
    expect((await actorOf(visitor))?.accountId).toBe(mine.account.accountId);
    expect(await page(visitor, '/account/clients')).not.toContain(stranger.id);
  });

  test('does not make the day longer: the new session ends when the first would have', async () => {
    const { theirs, visitor } = await clerkWithTwo();
    const ends = async () => {
      const rows = await inChamber(world.house.db, '9901', (trx) =>
        trx.selectFrom('session').select('ends_at').orderBy('started_at', 'desc').limit(1).execute(),
      );
      return rows[0]?.ends_at.getTime();
    };
    const before = await ends();
    await switchTo(visitor, theirs);
    expect(await ends()).toBe(before);
  });

  test('not with a key, which is of one account', async () => {
    const { mine, theirs } = await clerkWithTwo();
    const actor = { ...mine.ctx.actor, via: { kind: 'api_key' as const, apiKeyId: mine.account.accountId } };
    const input = { accountId: theirs.account.accountId, browser: '', address: '' };
    await expect(switchClient({ ...mine.ctx, actor }, input)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(listClients({ ...mine.ctx, actor })).rejects.toMatchObject({ code: 'not_allowed' });
  });
});

describe('leaving', () => {
  test('an ID whose password changes: the others stay together', async () => {
    const { mine, theirs, visitor } = await clerkWithTwo();
    const third = await clerkOf(world, other.ctx, agent);
    await add(visitor, third);
    const hash = await hashPassword('aoi densha ga tomaru');
    await inChamber(world.house.db, '9901', (trx) =>
      setPassword(trx, theirs.ctx, theirs.account, hash, { by: { kind: 'system' }, action: 'change_password' }),
    );
    expect((await switchTo(visitor, theirs)).status).toBe(409);
    expect((await listClients(mine.ctx)).map((one) => one.loginId)).toEqual([mine.id, third.id]);
    expect((await listClients(theirs.ctx)).map((one) => one.loginId)).toEqual([theirs.id]);
  });

  test('an ID that is ended', async () => {
    const { mine, theirs, visitor } = await clerkWithTwo();
    await endSubId(other.ctx, { accountId: theirs.account.accountId });
    const answer = await switchTo(visitor, theirs);
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('切り替えられません')]);
    expect((await listClients(mine.ctx)).map((one) => one.loginId)).toEqual([mine.id]);
  });

  test('one that is taken out: it and the rest see each other no more', async () => {
    const { mine, theirs, visitor } = await clerkWithTwo();
    const { accountId } = theirs.account;
    expect((await visitor.post('/account/clients/remove', { accountId })).headers.get('location')).toBe(
      '/account/clients?removed',
    );
    expect((await switchTo(visitor, theirs)).status).toBe(409);
    expect((await listClients(theirs.ctx)).map((one) => one.loginId)).toEqual([theirs.id]);
    expect((await visitor.post('/account/clients/remove', { accountId })).status).toBe(409);
    expect((await listClients(mine.ctx)).map((one) => one.loginId)).toEqual([mine.id]);
  });
});

describe('the overview', () => {
  test('what waits at each client and its newest cases, each read with the right of its own sub ID', async () => {
    const { mine, theirs } = await clerkWithTwo();
    const [a, b] = [await readyApplication(mine.ctx), await readyApplication(theirs.ctx)];
    // The signatory's own: no sub ID sees it, so no overview does.
    const hidden = await readyApplication(other.ctx);
    const clients = await readClients(mine.ctx);
    const said = clients.map((one) => [one.account.loginId, one.isPresent, one.firm.nameJa]);
    expect(said.toSorted()).toEqual([
      [mine.id, true, '株式会社見本貿易(デモ)'],
      [theirs.id, false, '別の会社'],
    ]);
    const shown = clients.flatMap(({ waiting }) => ('cases' in waiting ? waiting.cases : []));
    expect(shown.map((row) => row.applicationId).toSorted()).toEqual([a, b].toSorted());
    expect(shown.map((row) => row.applicationId)).not.toContain(hidden);
    expect(clients[0]?.waiting).toMatchObject({ returned: 0, certified: 0, printable: 0 });
  });

  test('a client that cannot be used says why, and the others are there', async () => {
    const gone = await makeAgent(world, { number: '9901-700101' });
    const { mine, visitor } = await clerkWithTwo();
    const third = await clerkOf(world, other.ctx, gone);
    await add(visitor, third);
    await changeRegistration(world, gone, { status: 'struck_off' });
    const html = await page(visitor, '/account/clients');
    expect(html).toContain('有効な代行業者の登録ではないため');
    expect(html).toContain(mine.id);
    // Its session would say the same, and lead back here.
    const stuck = world.visitor();
    await stuck.signIn(third);
    const home = await stuck.get('/');
    expect([home.status, await home.text()]).toEqual([403, expect.stringContaining('href="/account/clients"')]);
    expect((await switchTo(stuck, mine)).status).toBe(303);
  });
});

describe('a sub ID with a second factor', () => {
  /** An app of that ID, as if it had been set up. */
  async function withApp({ account }: ClerkId): Promise<{ code: () => string }> {
    const { db, jobs, outside } = world.house;
    const secret = await putDemoTotp({ db, jobs, outside, now: world.now() }, account);
    return { code: codesOf(secret, world) };
  }
  const signInFully = (id: ClerkId, code: () => string, visitor = world.visitor()) =>
    visitor.signIn({ ...id, code }).then(() => visitor);

  test('is linked with it as well: a code of the app, or a recovery code', async () => {
    const { theirs, visitor } = await clerkWithTwo(false);
    const { code } = await withApp(theirs);
    const missing = await add(visitor, theirs);
    expect(missing.status).toBe(422);
    expect(await missing.text()).toContain('このサブIDには2段階認証があります');
    const form = { chamber: theirs.chamber, id: theirs.id, password: theirs.password };
    expect((await visitor.post('/account/clients', { ...form, totp: '000000' })).status).toBe(422);
    expect((await visitor.post('/account/clients', { ...form, password: 'wrong', totp: code() })).status).toBe(422);
    expect((await visitor.post('/account/clients', { ...form, totp: code() })).status).toBe(303);
  });

  test('is not reached by switching from a session that a password alone has opened', async () => {
    const { theirs, visitor } = await clerkWithTwo();
    await readyApplication(theirs.ctx, 'MT-UNSEEN');
    expect(await page(visitor, '/account/clients')).toContain('MT-UNSEEN');
    await withApp(theirs);
    const overview = await page(visitor, '/account/clients');
    expect(overview).toContain('いまのサブIDにも2段階認証を設定すると');
    expect(overview).not.toContain('MT-UNSEEN');
    const refused = await switchTo(visitor, theirs);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('いまのサブIDにも2段階認証を設定すると');
    expect((await actorOf(visitor))?.accountId).not.toBe(theirs.account.accountId);
  });

  test('is reached from one that a second factor has opened; the new session has proven nothing', async () => {
    const { mine, theirs } = await clerkWithTwo();
    const [own] = [await withApp(mine), await withApp(theirs)];
    const visitor = await signInFully(mine, own.code);
    expect((await switchTo(visitor, theirs)).status).toBe(303);
    const there = await actorOf(visitor);
    expect(there?.accountId).toBe(theirs.account.accountId);
    expect(there?.via).not.toHaveProperty('proof');
    expect((await visitor.get('/account/second-factor/totp')).headers.get('location')).toMatch(/^\/prove/);
    // And on, to one that has none, and back.
    expect((await switchTo(visitor, mine)).status).toBe(303);
  });
});
