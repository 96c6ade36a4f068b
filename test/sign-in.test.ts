import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listEvents } from '../src/audit/events.ts';
import { inChamber } from '../src/lib/db.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({
    signInLimits: {
      short: { points: 3, duration: 2, blockDuration: 2 },
      long: { points: 100, duration: 60, blockDuration: 60 },
      address: { points: 1000, duration: 60, blockDuration: 60 },
    },
  });
});
afterAll(() => world.close());

const text = async (response: Response): Promise<string> => response.text();

describe('signing in', () => {
  test('chamber code, ID and password open a session, and the home page says who is signed in', async () => {
    const visitor = world.visitor();
    const answer = await visitor.signIn(world.account('user'));
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    const home = await text(await visitor.get('/'));
    expect(home).toContain('見本 花子(デモ)');
    expect(home).toContain('見本商工会議所(デモ)');
  });

  test('spaces around the ID, small letters and full-width letters are forgiven', async () => {
    const account = world.account('user');
    const answer = await world.visitor().signIn({ chamber: ' ９９０１ ', id: ' ｕ0001', password: account.password });
    expect(answer.status).toBe(303);
  });

  test('a wrong chamber, ID or password get one and the same answer', async () => {
    const { chamber, id, password } = world.account('certifier');
    const bodies = [];
    for (const wrong of [{ chamber: '9999' }, { id: 'S0009' }, { password: 'wrong' }, { chamber: '日本' }]) {
      const answer = await world.visitor().signIn({ chamber, id, password, ...wrong });
      expect(answer.status).toBe(422);
      // The typed values stand in the form again; all else must not differ.
      bodies.push((await text(answer)).replace(/ value="[^"]*"/g, ''));
    }
    expect(new Set(bodies).size).toBe(1);
    expect(bodies[0]).toContain('組み合わせが正しくありません');
  });

  test('what was typed is kept, but for the password', async () => {
    const html = await text(await world.visitor().signIn({ chamber: '9901', id: 'ABC<1>', password: 'secret-typed' }));
    expect(html).toContain('value="ABC&lt;1&gt;"');
    expect(html).not.toContain('secret-typed');
  });

  test('an empty form names each missing field', async () => {
    const answer = await world.visitor().signIn({ chamber: '', id: ' ', password: '' });
    expect(answer.status).toBe(422);
    const html = await text(answer);
    for (const field of ['chamber', 'id', 'password']) expect(html).toContain(`href="#f-${field}"`);
  });

  test('after repeated failures one has to wait, even with the right password; then it works again', async () => {
    const { chamber, id, password } = world.account('examiner');
    for (let i = 0; i < 3; i++) await world.visitor().signIn({ chamber, id, password: `wrong ${i}` });
    const refused = await world.visitor().signIn({ chamber, id, password });
    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(await text(refused)).toContain(`${seconds}秒`);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000 + 100));
    expect((await world.visitor().signIn({ chamber, id, password })).status).toBe(303);
  });

  test('the way back is on our own host only', async () => {
    const account = world.account('user');
    const { chamber, id, password } = account;
    for (const [back, expected] of [
      ['/account/sessions', '/account/sessions'],
      ['//evil.example/', '/'],
      ['/\\evil.example', '/'],
      ['https://evil.example/', '/'],
      ['/a\r\nset-cookie: x=1', '/'],
    ] as const) {
      const answer = await world.visitor().post('/sign-in', { chamber, id, password, back });
      expect(answer.headers.get('location')).toBe(expected);
    }
  });
});

describe('where a request comes from', () => {
  test('is the socket, or what our own proxy says, never what the visitor writes', async () => {
    const proxied = await startWorld({ proxies: 1 });
    const signIn = async (house: World, forwarded: string): Promise<string> => {
      const { chamber, id, password } = house.account('user');
      await house.visitor().post('/sign-in', { chamber, id, password, back: '/' }, { 'x-forwarded-for': forwarded });
      const rows = await house.house.db.kysely.selectFrom('session').select('address').orderBy('started_at').execute();
      return rows.at(-1)?.address ?? '';
    };
    expect(await signIn(proxied, '6.6.6.6, 203.0.113.9')).toBe('203.0.113.9');
    expect(await signIn(world, '6.6.6.6')).toBe('unknown');
    await proxied.close();
  });

  test('twenty guesses at once count as twenty', async () => {
    const { chamber, id } = world.account('certifier');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => world.visitor().signIn({ chamber, id, password: `guess ${i}` })),
    );
    const compared = answers.filter((answer) => answer.status === 422).length;
    expect(compared).toBe(3);
    await new Promise((resolve) => setTimeout(resolve, 2200));
  });
});

describe('sessions', () => {
  test('a second sign-in on the same ID is possible, and each is told of the other', async () => {
    const [first, second] = [world.visitor(), world.visitor()];
    await first.signIn(world.account('certifier'));
    await second.signIn(world.account('certifier'));
    for (const one of [first, second])
      expect(await text(await one.get('/'))).toContain('ほかに1か所でサインインしています');
  });

  test('one can sign out the other, and all', async () => {
    const [first, second] = [world.visitor(), world.visitor()];
    await first.signIn(world.account('examiner'));
    await second.signIn(world.account('examiner'));
    const list = await text(await first.get('/account/sessions'));
    const ends = [...list.matchAll(/action="(\/account\/sessions\/[^"]+\/end)"/g)].map((match) => match[1] ?? '');
    for (const end of ends) expect((await first.post(end, {})).status).toBe(303);
    expect((await second.get('/')).headers.get('location')).toBe('/sign-in');
    expect((await first.get('/')).status).toBe(200);
    await first.post('/account/sessions/end-all', {});
    expect((await first.get('/account/sessions')).headers.get('location')).toBe(
      '/sign-in?ended&back=%2Faccount%2Fsessions',
    );
  });

  test("nobody ends another ID's session: it is not found", async () => {
    const [victim, other] = [world.visitor(), world.visitor()];
    await victim.signIn(world.account('user'));
    await other.signIn(world.account('examiner'));
    const sessions = await world.house.db.kysely
      .selectFrom('session')
      .selectAll()
      .where('ended_at', 'is', null)
      .execute();
    const { id } = { id: sessions.at(-2)?.session_id ?? '' };
    expect((await other.post(`/account/sessions/${id}/end`, {})).status).toBe(404);
    expect((await other.post('/account/sessions/no-id/end', {})).status).toBe(404);
    expect((await victim.get('/')).status).toBe(200);
  });

  test('a session ends an hour after its last use, and after its length in any case', async () => {
    const idle = world.visitor();
    await idle.signIn(world.account('user'));
    world.turn({ minutes: 59 });
    expect((await idle.get('/')).status).toBe(200);
    world.turn({ minutes: 59 });
    expect((await idle.get('/')).status).toBe(200);
    world.turn({ minutes: 61 });
    expect((await idle.get('/')).status).toBe(303);

    const busy = world.visitor();
    await busy.signIn(world.account('user'));
    for (let minutes = 0; minutes < 12 * 60; minutes += 50) {
      expect((await busy.get('/')).status).toBe(200);
      world.turn({ minutes: 50 });
    }
    expect((await busy.get('/')).status).toBe(303);
  });

  test('signing in and out is in the history of the ID', async () => {
    const account = await world.house.db.kysely.selectFrom('session').selectAll().limit(1).executeTakeFirstOrThrow();
    const events = await inChamber(world.house.db, '9901', (trx) =>
      listEvents(trx, { chamberId: '9901', subject: 'account', subjectId: account.account_id }),
    );
    expect(events.map((event) => event.action)).toContain('sign_in');
  });

  test('the cookie itself is nowhere in the database', async () => {
    const visitor = world.visitor();
    await visitor.signIn(world.account('user'));
    const value = /hakkyu=([^;]+)/.exec(visitor.cookie)?.[1] ?? 'none';
    const rows = await world.house.db.kysely.selectFrom('session').selectAll().execute();
    expect(
      JSON.stringify(rows.map((row) => ({ ...row, session_hash: row.session_hash.toString('base64url') }))),
    ).not.toContain(value);
    expect(world.log.join('')).not.toContain(value);
  });
});
