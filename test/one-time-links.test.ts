// A code that works once lets the holder of an ID choose the password; nobody else ever knows one.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Account } from '../src/accounts/account.ts';
import type { Actor } from '../src/accounts/context.ts';
import { handOverLink, sendPasswordLink } from '../src/accounts/one-time-links.ts';
import { hashPassword } from '../src/accounts/password.ts';
import { updatePasswordHash } from '../src/accounts/passwords-store.ts';
import { findAccountByLogin, lockAccount } from '../src/accounts/store.ts';
import { listEvents } from '../src/audit/events.ts';
import { inChamber } from '../src/lib/db.ts';
import { vaultOf } from '../src/lib/vault.ts';
import { workOf } from '../src/worker.ts';
import { startWorld, type Visitor, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.work();
  world.mails.length = 0;
});

const good = 'otter umbrella glacier notebook';
const text = (answer: Response): Promise<string> => answer.text();
const ctx = (actor?: Actor) => ({
  ...{ db: world.house.db, jobs: world.house.jobs, outside: world.house.outside, now: world.now() },
  ...(actor ? { actor } : {}),
});

async function accountOf(as: string): Promise<Account> {
  const { chamber, id } = world.account(as);
  const found = await inChamber(world.house.db, chamber, (trx) => findAccountByLogin(trx, chamber, id));
  if (!found) throw new Error(`no account ${id}`);
  return found;
}

async function handedOver(as: string, purpose: 'first' | 'reset' = 'reset'): Promise<string> {
  const account = await accountOf(as);
  const made = await inChamber(world.house.db, account.chamberId, (trx) => handOverLink(trx, ctx(), account, purpose));
  return made.code;
}

const choose = (visitor: Visitor, code: string, password = good): Promise<Response> =>
  visitor.post('/link/password', { code, password });

const eventsOf = (account: Account) =>
  inChamber(world.house.db, account.chamberId, (trx) =>
    listEvents(trx, { chamberId: account.chamberId, subject: 'account', subjectId: account.accountId }),
  );

/** Every row of every table that the server may read, as text; bytes as base64url, hex and as they are. */
async function wholeDatabase(): Promise<string> {
  const { rows: tables } = await world.house.db.pool.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema in ('public', 'pgboss')`,
  );
  const client = await world.house.db.pool.connect();
  try {
    let all = '';
    await client.query("begin; select set_config('app.chamber_id', '9901', true)");
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`);
      all += rows.map(({ row }) => row).join('\n');
    }
    await client.query('commit');
    return all;
  } finally {
    client.release();
  }
}

describe('the mail', () => {
  test('holds link, code and until when, in both languages; neither the ID nor a password; and the code is kept nowhere', async () => {
    const account = await accountOf('user');
    await inChamber(world.house.db, account.chamberId, (trx) => sendPasswordLink(trx, ctx(), account, 'first'));
    // While it waits to be sent, and after it was sent.
    const waiting = await wholeDatabase();
    await world.work();
    const [mail] = world.mails;
    const code = /http:\/\/localhost:8080\/link#([0-9A-Z-]{31})\n/.exec(mail?.text ?? '')?.[1] ?? '';
    expect(code).not.toBe('');
    expect(mail?.to).toBe(account.mail);
    expect(mail?.text).toContain(`コード: ${code}`);
    expect(mail?.text).toContain(`Code: ${code}`);
    // 72 hours after Monday 16 November 2026, 10:00 in Japan
    expect(mail?.text).toContain('2026年11月19日 10:00(日本時間)まで、1回だけ');
    expect(mail?.text).toContain('until 19 November 2026, 10:00 JST');
    expect(mail?.text).toContain('署名登録証に記載されています');
    expect(mail?.text).not.toContain(account.loginId);
    expect(mail?.subject).not.toContain(account.loginId);
    const plain = code.replaceAll('-', '');
    for (const kept of [waiting, await wholeDatabase(), world.log.join('\n')])
      for (const form of [
        code,
        plain,
        plain.toLowerCase(),
        Buffer.from(code).toString('base64').slice(0, 40),
        Buffer.from(code).toString('hex'),
      ])
        expect(kept).not.toContain(form);
    expect((await choose(world.visitor(), code)).status).toBe(303);
    expect(world.log.join('\n')).not.toContain(code);
    const after = await wholeDatabase();
    for (const secret of [code, good]) expect(after).not.toContain(secret);
  });

  test.each([
    ['administrator', '貿易登録証に記載されています'],
    ['sub', '署名者がお知らせします'],
    ['staff', '商工会議所の担当者がお知らせします'],
  ] as const)('says to the holder of a %s ID where the ID stands', async (role, stands) => {
    const account = { ...(await accountOf('user')), role };
    await inChamber(world.house.db, account.chamberId, (trx) => sendPasswordLink(trx, ctx(), account, 'reset'));
    await world.work();
    expect(world.mails[0]?.text).toContain(stands);
    expect(world.mails[0]?.text).toContain('12:00'); // two hours
  });

  test('a mail that was sealed by another installation does not open, and is not sent', async () => {
    const account = await accountOf('user');
    await inChamber(world.house.db, account.chamberId, (trx) => sendPasswordLink(trx, ctx(), account, 'reset'));
    const sent: unknown[] = [];
    const other = workOf({
      ...{ ...ctx(), clock: world.now, outside: { ...world.house.outside, vault: vaultOf(Buffer.alloc(32, 1)) } },
      mailer: { send: async (mail) => void sent.push(mail) },
    });
    await expect(world.house.jobs.drain('send-sealed-mail', other['send-sealed-mail'])).rejects.toThrow();
    expect(sent).toEqual([]);
  });
});

describe('a code', () => {
  test('shows whose ID it is for, and looking uses nothing up', async () => {
    const code = await handedOver('user');
    const visitor = world.visitor();
    for (let i = 0; i < 3; i++) {
      const html = await text(await visitor.post('/link', { code: code.toLowerCase().replaceAll('-', ' ') }));
      for (const shown of ['9901', 'U0001', '見本商工会議所(デモ)', '見本 花子(デモ)']) expect(html).toContain(shown);
    }
    expect((await choose(visitor, code)).status).toBe(303);
  });

  test('a reader of the other language need not type it again', async () => {
    const code = await handedOver('user');
    const visitor = world.visitor();
    const html = await text(await visitor.post('/link', { code, lang: 'en' }));
    expect(html).toContain('Choose your password');
    expect(html).toContain(code);
    expect(await text(await visitor.get('/link'))).toContain('Code for choosing a password');
  });

  test('works once: of two at the same moment one is told that it does not work', async () => {
    const code = await handedOver('user');
    const answers = await Promise.all([
      choose(world.visitor(), code, `${good} one`),
      choose(world.visitor(), code, `${good} two`),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 422]);
    const winner = answers[0]?.status === 303 ? `${good} one` : `${good} two`;
    const account = world.account('user');
    expect((await world.visitor().signIn({ ...account, password: winner })).status).toBe(303);
    expect((await choose(world.visitor(), code)).status).toBe(422);
  });

  test('wrong, used, ended, and of an ID that has ended: one and the same answer', async () => {
    const used = await handedOver('user');
    await choose(world.visitor(), used);
    const older = await handedOver('user');
    const late = await handedOver('user', 'reset'); // ends the older one
    world.turn({ hours: 2 });
    const ofEnded = await handedOver('examiner', 'first');
    const examiner = await accountOf('examiner');
    await inChamber(world.house.db, '9901', (trx) =>
      trx.updateTable('account').set({ status: 'ended' }).where('account_id', '=', examiner.accountId).execute(),
    );
    const bodies = new Set<string>();
    for (const code of ['wrong', '0'.repeat(26), used, older, late, ofEnded]) {
      for (const answer of [await world.visitor().post('/link', { code }), await choose(world.visitor(), code)]) {
        expect(answer.status).toBe(422);
        bodies.add((await text(answer)).replace(/ value="[^"]*"/g, ''));
      }
    }
    expect(bodies.size).toBe(1);
    expect([...bodies][0]).toContain('このコードは使えません');
    await inChamber(world.house.db, '9901', (trx) =>
      trx.updateTable('account').set({ status: 'active' }).where('account_id', '=', examiner.accountId).execute(),
    );
  });

  test('of a first password lives 72 hours, of a reset two', async () => {
    const [first, reset] = [await handedOver('user', 'first'), await handedOver('certifier', 'reset')];
    world.turn({ minutes: 119 });
    expect((await world.visitor().post('/link', { code: reset })).status).toBe(200);
    world.turn({ minutes: 1 });
    expect((await world.visitor().post('/link', { code: reset })).status).toBe(422);
    world.turn({ hours: 69, minutes: 59 });
    expect((await world.visitor().post('/link', { code: first })).status).toBe(200);
    world.turn({ minutes: 1 });
    expect((await world.visitor().post('/link', { code: first })).status).toBe(422);
  });

  test('of two made at once for one ID, one is left', async () => {
    const account = await accountOf('user');
    const { first, second } = await inChamber(world.house.db, '9901', async (trx) => {
      const { code } = await handOverLink(trx, ctx(), account, 'reset');
      const later = handedOver('user'); // begins before the first is committed
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { first: code, second: { later } };
    });
    expect((await world.visitor().post('/link', { code: await second.later })).status).toBe(200);
    expect((await world.visitor().post('/link', { code: first })).status).toBe(422);
  });

  test('changes the password of its own ID alone', async () => {
    const [user, certifier] = [await accountOf('user'), await accountOf('certifier')];
    const hashes = async (): Promise<Map<string, string | null>> =>
      inChamber(world.house.db, '9901', async (trx) => {
        const rows = await trx.selectFrom('account').select(['account_id', 'password_hash']).execute();
        return new Map(rows.map((row) => [row.account_id, row.password_hash]));
      });
    const before = await hashes();
    await choose(world.visitor(), await handedOver('user'), `${good} again`);
    const after = await hashes();
    const changed = [...after].filter(([id, hash]) => before.get(id) !== hash).map(([id]) => id);
    expect(changed).toEqual([user.accountId]);
    expect(after.get(certifier.accountId)).toBe(before.get(certifier.accountId));
  });

  test('is refused for an ID that has ended', async () => {
    const account = { ...(await accountOf('user')), status: 'ended' as const };
    await expect(
      inChamber(world.house.db, '9901', (trx) => handOverLink(trx, ctx(), account, 'first')),
    ).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('choosing', () => {
  test('a password that is not good enough is said so, is not sent back, and the code still works', async () => {
    const code = await handedOver('user');
    const visitor = world.visitor();
    const answer = await choose(visitor, code, 'mihon-demo-u0001');
    const html = await text(answer);
    expect(answer.status).toBe(422);
    expect(html).toContain('ほかの人も知っている語');
    expect(html).not.toContain('mihon-demo-u0001');
    expect((await choose(visitor, code)).status).toBe(303);
  });

  test('leads to the sign-in with chamber and ID filled in; every session of the ID has ended; the holder is told by mail', async () => {
    const [signedIn, other] = [world.visitor(), world.visitor()];
    await signedIn.signIn({ ...world.account('user'), password: good });
    await other.signIn(world.account('certifier'));
    expect((await signedIn.get('/')).status).toBe(200);
    const answer = await choose(other, await handedOver('user'), `${good} new`);
    const to = answer.headers.get('location') ?? '';
    expect(to).toMatch(/^\/sign-in\?/);
    const html = await text(await other.get(to));
    expect(html).toContain('パスワードを決めました');
    expect(html).toMatch(/name="id"[^>]*value="U0001"|value="U0001"[^>]*name="id"/);
    expect(html).toMatch(/name="chamber"[^>]*value="9901"|value="9901"[^>]*name="chamber"/);
    expect((await signedIn.get('/')).status).toBe(303);
    expect((await world.visitor().signIn({ ...world.account('user'), password: good })).status).toBe(422);
    expect((await world.visitor().signIn({ ...world.account('user'), password: `${good} new` })).status).toBe(303);
    await world.work();
    expect(world.mails.at(-1)?.subject).toContain('パスワードの変更のお知らせ');
    expect(world.mails.at(-1)?.text).not.toContain('U0001');
  });

  test('a sign-in that compared the old password while it was changed gets no session', async () => {
    const account = await accountOf('user');
    await choose(world.visitor(), await handedOver('user'), good);
    const other = await hashPassword(`${good} other`);
    const signingIn = await inChamber(world.house.db, '9901', async (trx) => {
      await lockAccount(trx, account);
      const answer = world.visitor().signIn({ ...world.account('user'), password: good });
      await new Promise((resolve) => setTimeout(resolve, 500)); // it has compared, and waits for the lock
      await updatePasswordHash(trx, account, other);
      return { answer };
    });
    expect((await signingIn.answer).status).toBe(422);
  });

  test('who made the code and who chose stands in the history of the ID, without code and password', async () => {
    const actor: Actor = { ...(await accountOf('certifier')), via: { kind: 'session', sessionId: 'none' } };
    const account = await accountOf('user');
    const { code } = await inChamber(world.house.db, '9901', (trx) => handOverLink(trx, ctx(actor), account, 'reset'));
    await choose(world.visitor(), code);
    const events = await eventsOf(account);
    expect(events.at(-2)).toMatchObject({
      ...{ action: 'hand_over_password_link', by: { kind: 'account', id: actor.accountId } },
      detail: { purpose: 'reset' },
    });
    expect(events.at(-1)).toMatchObject({ action: 'choose_password', by: { kind: 'account', id: account.accountId } });
    expect(JSON.stringify(events)).not.toContain(code);
  });

  test('an ID without a password signs in nowhere, until its holder has chosen one', async () => {
    const account = await accountOf('certifier');
    const { password } = world.account('certifier');
    await inChamber(world.house.db, '9901', (trx) =>
      trx.updateTable('account').set({ password_hash: null }).where('account_id', '=', account.accountId).execute(),
    );
    for (const tried of [password, 'nobody has this password'])
      expect((await world.visitor().signIn({ ...world.account('certifier'), password: tried })).status).toBe(422);
    await choose(world.visitor(), await handedOver('certifier', 'first'));
    expect((await world.visitor().signIn({ ...world.account('certifier'), password: good })).status).toBe(303);
  });
});

test('links are forgotten a month after their end, by the job that forgets sessions', async () => {
  await handedOver('user');
  const count = async (): Promise<number> =>
    (await world.house.db.kysely.selectFrom('one_time_link').select('made_at').execute()).length;
  const before = await count();
  const sweep = async (): Promise<void> => {
    await workOf({ ...ctx(), clock: world.now, mailer: { send: async () => undefined } })['sweep-sessions']({});
  };
  world.turn({ days: 20 });
  await sweep();
  expect(await count()).toBe(before);
  world.turn({ days: 14 });
  await sweep();
  expect(await count()).toBe(0);
});
