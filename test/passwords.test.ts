// パスワードを忘れたとき, and changing one's own.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeOwnPassword } from '../src/accounts/change-password.ts';
import { signInLimits } from '../src/accounts/sign-in-limits.ts';
import { findAccountByLogin } from '../src/accounts/store.ts';
import { listEvents } from '../src/audit/events.ts';
import { inChamber } from '../src/lib/db.ts';
import { startWorld, type Visitor, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ proxies: 1 });
});
afterAll(() => world.close());

const good = 'otter umbrella glacier notebook';
const text = (answer: Response): Promise<string> => answer.text();
let lastAddress = 0;

/** Each from another address: what one address may ask is a test of its own. */
function forget(chamber: string, id: string, from = `198.51.100.${++lastAddress}`): Promise<Response> {
  return world.visitor().post('/forgotten', { chamber, id }, { 'x-forwarded-for': from });
}

/** The code in the mails that were sent. */
const mailedCode = (): string =>
  /\/link#([0-9A-Z-]{31})\n/.exec(world.mails.map((mail) => mail.text).join('\n'))?.[1] ?? 'none';

describe('forgotten', () => {
  test('every kind of answer is the same: an ID that exists, that does not, another chamber, no chamber at all', async () => {
    const seen = new Set<string>();
    for (const [chamber, id] of [
      ['9901', 'U0001'],
      ['9901', 'U9999'],
      ['9999', 'U0001'],
      ['日本', '<script>'],
      ['9'.repeat(500), 'U'.repeat(500)],
    ] as const) {
      const answer = await forget(chamber, id);
      seen.add(`${answer.status} ${answer.headers.get('location')} ${await text(answer)}`);
    }
    expect(seen.size).toBe(1);
    expect([...seen][0]).toContain('303 /forgotten?sent');
    world.mails.length = 0;
    await world.work();
    // Only the one that exists gets a mail, at its own address.
    expect(world.mails.map((mail) => mail.subject)).toEqual(['パスワードの再設定 / Choose a new password']);
    expect(world.mails[0]?.text).not.toContain('U0001');
  });

  test('the answer looks nothing up, so that it takes as long for any ID: the job does', async () => {
    const answer = await forget('9901', 'U0001');
    expect(answer.headers.get('location')).toBe('/forgotten?sent');
    const waiting = await world.house.db.pool.query<{ data: unknown }>(
      "select data from pgboss.job where name = 'answer-forgotten' and state = 'created'",
    );
    // What was typed, and nothing that only an ID that exists would have: no link is made before the job runs.
    expect(waiting.rows.map((row) => row.data)).toEqual([{ chamberId: '9901', loginId: 'U0001' }]);
    const links = () => world.house.db.kysely.selectFrom('one_time_link').select('made_at').execute();
    const before = await links();
    await world.work();
    expect(await links()).not.toEqual(before);
  });

  test('every ID of the demo, of a firm or of the chamber, can do it by itself, typed in small letters and with spaces', async () => {
    for (const account of world.accounts.filter((one) => one.id !== 'U0001')) {
      world.mails.length = 0;
      await forget(` ${account.chamber}`, `${account.id.toLowerCase()} `);
      await world.work();
      const visitor = world.visitor();
      const code = mailedCode();
      expect((await visitor.post('/link/password', { code, password: good })).status).toBe(303);
      expect((await visitor.signIn({ ...account, password: good })).status).toBe(303);
    }
  });

  test('an ID that has ended gets no mail, and the same answer', async () => {
    const set = (status: 'ended' | 'active') =>
      inChamber(world.house.db, '9901', (trx) =>
        trx.updateTable('account').set({ status }).where('login_id', '=', 'U0001').execute(),
      );
    await world.work();
    await set('ended');
    world.mails.length = 0;
    const answer = await forget('9901', 'U0001');
    await world.work();
    await set('active');
    expect(answer.headers.get('location')).toBe('/forgotten?sent');
    expect(world.mails).toEqual([]);
  });

  test('one ID asks three times an hour, be there such an ID or not', async () => {
    const answers = [];
    for (let i = 0; i < 4; i++) answers.push(await forget('9901', 'U7777'));
    expect(answers.map((answer) => answer.status)).toEqual([303, 303, 303, 429]);
    expect(Number(answers[3]?.headers.get('retry-after'))).toBeGreaterThan(3000);
    expect(await text(answers[3] as Response)).toContain('60分たってから');
  });

  test('one address asks thirty times an hour, for whatever IDs', async () => {
    const answers = await Promise.all(Array.from({ length: 33 }, (_, i) => forget('9901', `U6${i}`, '203.0.113.7')));
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(3);
    expect((await forget('9901', 'U699', '203.0.113.8')).status).toBe(303);
    await world.work();
  });

  test('an empty form names each missing field, and keeps what was typed', async () => {
    const answer = await forget('', ' ');
    const html = await text(answer);
    expect(answer.status).toBe(422);
    for (const field of ['chamber', 'id']) expect(html).toContain(`href="#f-${field}"`);
    expect(await text(await forget('99<1>', ''))).toContain('value="99&lt;1&gt;"');
  });
});

describe('changing one’s own', () => {
  const change = (visitor: Visitor, current: string, next: string): Promise<Response> =>
    visitor.post('/account/password', { 'current-password': current, 'next-password': next });

  test('this session goes on, the others end; the old password is none any more; the history knows', async () => {
    const account = world.account('user');
    const [here, there] = [world.visitor(), world.visitor()];
    await here.signIn(account);
    await there.signIn(account);
    const answer = await change(here, account.password, good);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account/password?changed']);
    expect(await text(await here.get('/account/password?changed'))).toContain('パスワードを変更しました');
    expect((await there.get('/')).headers.get('location')).toMatch(/^\/sign-in/);
    expect((await world.visitor().signIn(account)).status).toBe(422);
    expect((await world.visitor().signIn({ ...account, password: good })).status).toBe(303);
    const row = await inChamber(world.house.db, '9901', (trx) =>
      trx.selectFrom('account').select('account_id').where('login_id', '=', account.id).executeTakeFirstOrThrow(),
    );
    const events = await inChamber(world.house.db, '9901', (trx) =>
      listEvents(trx, { chamberId: '9901', subject: 'account', subjectId: row.account_id }),
    );
    expect(events.map((event) => event.action)).toContain('change_password');
    expect(JSON.stringify(events)).not.toContain(good);
    world.mails.length = 0;
    await world.work();
    expect(world.mails.map((mail) => mail.subject)).toEqual(['パスワードの変更のお知らせ / Your password was changed']);
  });

  test('a wrong current one, the same again and a weak one are refused at their field; nothing typed is sent back', async () => {
    const visitor = world.visitor();
    await visitor.signIn({ ...world.account('user'), password: good });
    for (const [current, next, field, said] of [
      ['wrong-current-1', `${good} two`, 'current-password', '今のパスワードが正しくありません'],
      [good, good, 'next-password', '今のパスワードと同じです'],
      [good, 'mihontrading2026', 'next-password', 'ほかの人も知っている語'],
      [good, '', 'next-password', '15文字以上'],
      ['', good, 'current-password', '今のパスワードを入れてください'],
    ] as const) {
      const answer = await change(visitor, current, next);
      const html = await text(answer);
      expect(answer.status).toBe(422);
      expect(html).toContain(`href="#f-${field}"`);
      expect(html).toContain(said);
      if (next !== '') expect(html).not.toContain(next);
    }
    expect((await visitor.get('/')).status).toBe(200);
  });

  test('guessing the current one is counted with the guesses at sign-in', async () => {
    const account = { ...world.account('user'), password: good };
    const visitor = world.visitor();
    await visitor.signIn(account);
    const answers = [];
    for (let i = 0; i < 6; i++) answers.push(await change(visitor, `wrong guess ${i}`, `${good} three`));
    expect(answers.map((answer) => answer.status)).toEqual([422, 422, 422, 422, 422, 429]);
    expect((await world.visitor().signIn(account)).status).toBe(429);
  });

  test('a program does not change passwords, whatever key it holds', async () => {
    const account = await inChamber(world.house.db, '9901', (trx) => findAccountByLogin(trx, '9901', 'S0001'));
    if (!account) throw new Error('no S0001');
    const actor = { ...account, via: { kind: 'api_key' as const, apiKeyId: 'none' } };
    const { db, jobs, outside } = world.house;
    const ctx = { ...{ db, jobs, outside, now: world.now(), actor }, limits: signInLimits(db) };
    await expect(
      changeOwnPassword(ctx, { current: good, next: `${good} two`, address: '198.51.100.250' }),
    ).rejects.toMatchObject({ code: 'not_allowed' });
  });

  test('a session that has ended leads to the sign-in, which carries no password', async () => {
    const visitor = world.visitor();
    const answer = await change(visitor, 'typed-current-secret', 'typed-next-secret');
    expect(answer.status).toBe(401);
    expect(await text(answer)).not.toMatch(/typed-(current|next)-secret/);
  });

  test('codes and passwords of strangers’ pages are never carried through a sign-in', async () => {
    const answer = await world.visitor().post('/link/password', { code: 'AAAA', password: good });
    expect(answer.status).toBe(422);
    expect(await text(answer)).not.toContain('kept-path');
  });
});

describe('the pages', () => {
  test('are linked from the sign-in, the sessions and the home page', async () => {
    const visitor = world.visitor();
    const signIn = await text(await visitor.get('/sign-in'));
    expect(signIn).toContain('href="/forgotten"');
    expect(signIn).toContain('href="/help/ids"');
    await visitor.signIn({ ...world.account('certifier'), password: good });
    expect(await text(await visitor.get('/'))).toContain('href="/account/password"');
    expect(await text(await visitor.get('/account/sessions'))).toContain('href="/account/password"');
  });

  test('say the rules before one chooses', async () => {
    const visitor = world.visitor();
    await visitor.signIn({ ...world.account('certifier'), password: good });
    expect(await text(await visitor.get('/account/password'))).toContain('15文字以上、128文字まで');
  });

  test('the help on the three kinds of ID says what each may do, from the table of rights', async () => {
    const ja = await text(await world.visitor().get('/help/ids'));
    const of = (kind: string): string => ja.slice(ja.indexOf(`id="${kind}"`)).split('</section>')[0] ?? '';
    expect(of('administrator')).toContain('署名登録証の閲覧・出力');
    expect(of('administrator')).not.toContain('手数料のお支払い');
    expect(of('user')).toContain('サブIDの生成・制限・引継ぎ・終了');
    expect(of('sub')).toContain('貿易関係証明の作成・修正');
    expect(of('sub')).not.toContain('サブIDの生成');
    const en = await text(await world.visitor().get('/help/ids', { 'accept-language': 'en' }));
    expect(en).toContain('The three kinds of ID');
  });
});
