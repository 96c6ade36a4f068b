// 2段階認証: set up, asked at the sign-in, right once, limited, taken away.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { triesAtMost } from '../src/accounts/finish-sign-in.ts';
import { resetFactorsOf } from '../src/accounts/reset-factors.ts';
import { totpCodeAt } from '../src/accounts/totp.ts';
import { listEvents } from '../src/audit/events.ts';
import { inChamber } from '../src/lib/db.ts';
import { codesOf, type TestAccount } from './authenticator.ts';
import { givePassword, makeSub } from './sub-people.ts';
import { unescaped } from './unescaped.ts';
import { startWorld, type Visitor, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const page = async (visitor: Visitor, path: string): Promise<string> =>
  unescaped(await (await visitor.get(path)).text());
const heading = (html: string): string => /<h1>(.*?)<\/h1>/.exec(html)?.[1] ?? '';
const fieldOf = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

/** One more person with an ID of her own, so that no test stands in another's way. */
async function newPerson(): Promise<TestAccount & { accountId: string }> {
  const { chamberId, accountId, loginId } = (await makeSub(world)).account;
  const password = `aoi kasa ${loginId} yuki`;
  await givePassword(world, accountId, password);
  return { chamber: chamberId, id: loginId, password, role: 'sub', apiKey: '', accountId };
}

type WithApp = {
  visitor: Visitor;
  account: TestAccount & { accountId: string; code: () => string };
  secret: string;
  recovery: string[];
};

/** Signed in, with an app set up by the page. */
async function personWithApp(): Promise<WithApp> {
  const account = await newPerson();
  const visitor = world.visitor();
  await visitor.signIn(account);
  const setUp = await page(visitor, '/account/second-factor/totp');
  const secret = /<code class="secret"[^>]*>([A-Z2-7 ]+)</.exec(setUp)?.[1]?.replaceAll(' ', '') ?? '';
  const code = codesOf(secret, world);
  const sealed = fieldOf(setUp, 'totp-sealed');
  const done = await visitor.post('/account/second-factor/totp', { 'totp-sealed': sealed, totp: code(), name: '電話' });
  expect(done.status).toBe(200);
  const recovery = [...(await done.text()).matchAll(/<li><code>([0-9A-Z-]{19})<\/code>/g)].map(([, one = '']) => one);
  return { visitor, account: { ...account, code }, secret, recovery };
}

async function toSecondStep(account: TestAccount): Promise<Visitor> {
  const visitor = world.visitor();
  const { chamber, id, password } = account;
  const answer = await visitor.post('/sign-in', { chamber, id, password, back: '/account/sessions' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in/second?back=%2Faccount%2Fsessions']);
  return visitor;
}
const give = (visitor: Visitor, form: Record<string, string>) =>
  visitor.post('/sign-in/second', { back: '/account/sessions', ...form });
const isIn = async (visitor: Visitor): Promise<boolean> => (await visitor.get('/')).status === 200;

const eventsOf = ({ accountId }: { accountId: string }) =>
  inChamber(world.house.db, '9901', (trx) =>
    listEvents(trx, { chamberId: '9901', subject: 'account', subjectId: accountId }),
  );

async function mailsSince(work: () => Promise<unknown>): Promise<string[]> {
  await world.work();
  world.mails.length = 0;
  await work();
  await world.work();
  return world.mails.map(({ subject }) => subject);
}

describe('setting up an authenticator app', () => {
  test('shows a QR code and the key, and ten recovery codes once; the holder is mailed', async () => {
    const subjects = await mailsSince(async () => {
      const { recovery, visitor } = await personWithApp();
      expect(new Set(recovery).size).toBe(10);
      const list = await page(visitor, '/account/second-factor');
      expect(list).toContain('電話');
      expect(list).toContain('残りは10個です');
      for (const code of recovery) expect(list).not.toContain(code);
    });
    expect(subjects).toContain('2段階認証を追加しました / A second factor was added');
  });

  test('a wrong code keeps the same key, and the name that was typed; nothing is set up', async () => {
    const account = await newPerson();
    const visitor = world.visitor();
    await visitor.signIn(account);
    const setUp = await page(visitor, '/account/second-factor/totp');
    const sealed = fieldOf(setUp, 'totp-sealed');
    const wrong = await visitor.post('/account/second-factor/totp', {
      'totp-sealed': sealed,
      totp: '12345',
      name: '机',
    });
    expect(wrong.status).toBe(422);
    const again = unescaped(await wrong.text());
    const keyIn = (html: string) => /<code class="secret"[^>]*>([A-Z2-7 ]+)</.exec(html)?.[1];
    expect(keyIn(again)).toBe(keyIn(setUp));
    expect(fieldOf(again, 'name') || again).toContain('机');
    expect(await page(visitor, '/account/second-factor')).toContain('まだ設定していません');
  });

  test('what was sealed in another session is not taken', async () => {
    const account = await newPerson();
    const [one, other] = [world.visitor(), world.visitor()];
    await one.signIn(account);
    await other.signIn(account);
    const sealed = fieldOf(await page(one, '/account/second-factor/totp'), 'totp-sealed');
    const form = { 'totp-sealed': sealed, totp: '123456', name: 'x' };
    expect((await other.post('/account/second-factor/totp', form)).status).toBe(409);
  });

  test('the first one ends every other session of the ID', async () => {
    const account = await newPerson();
    const [one, other] = [world.visitor(), world.visitor()];
    await one.signIn(account);
    await other.signIn(account);
    const setUp = await page(one, '/account/second-factor/totp');
    const secret = /<code class="secret"[^>]*>([A-Z2-7 ]+)</.exec(setUp)?.[1]?.replaceAll(' ', '') ?? '';
    const form = { 'totp-sealed': fieldOf(setUp, 'totp-sealed'), totp: totpCodeAt(secret, world.now()), name: 'x' };
    await one.post('/account/second-factor/totp', form);
    expect([await isIn(one), await isIn(other)]).toEqual([true, false]);
  });
});

describe('signing in with a second factor', () => {
  test('the right password opens nothing; the code leads where one wanted to go', async () => {
    const { account } = await personWithApp();
    const visitor = await toSecondStep(account);
    expect(await isIn(visitor)).toBe(false);
    expect(heading(await page(visitor, '/sign-in/second'))).toBe('2段階認証');
    const answer = await give(visitor, { totp: account.code() });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account/sessions']);
    expect(await isIn(visitor)).toBe(true);
    expect((await eventsOf(account)).at(-1)).toMatchObject({ action: 'sign_in', detail: { second_factor: 'totp' } });
  });

  test('a wrong password answers as for any ID', async () => {
    const { account } = await personWithApp();
    const answer = await world.visitor().signIn({ ...account, password: 'wrong' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('組み合わせが正しくありません');
  });

  test('a code works once, and an older one not after it', async () => {
    const { account, secret } = await personWithApp();
    const code = account.code();
    const older = totpCodeAt(secret, new Date(world.now().getTime() - 30_000));
    expect((await give(await toSecondStep(account), { totp: code })).status).toBe(303);
    for (const used of [code, older]) {
      const again = await give(await toSecondStep(account), { totp: used });
      expect(again.status).toBe(422);
      expect(await again.text()).toContain('使用済み');
    }
  });

  test.each([
    [-61_000, 422],
    [-30_000, 303],
    [0, 303],
    [30_000, 303],
    [61_000, 422],
  ])('a clock that is %s ms off: %s', async (off, status) => {
    const { account, secret } = await personWithApp();
    world.turn({ minutes: 3 });
    const code = totpCodeAt(secret, new Date(world.now().getTime() + off));
    expect((await give(await toSecondStep(account), { totp: code })).status).toBe(status);
  });

  test('full-width digits and spaces are forgiven; an empty answer is told from a wrong one', async () => {
    const { account } = await personWithApp();
    const visitor = await toSecondStep(account);
    expect(await (await give(visitor, {})).text()).toContain('コードを入れてください');
    const code = account.code().replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
    expect((await give(visitor, { totp: ` ${code.slice(0, 3)} ${code.slice(3)}` })).status).toBe(303);
  });

  test('five wrong answers: the password again, and the holder is mailed', async () => {
    const { account } = await personWithApp();
    const subjects = await mailsSince(async () => {
      const visitor = await toSecondStep(account);
      for (let n = 1; n < triesAtMost; n++) expect((await give(visitor, { totp: '000000' })).status).toBe(422);
      const last = await give(visitor, { totp: '000000' });
      expect(last.headers.get('location')).toBe('/sign-in?over&back=%2Faccount%2Fsessions');
      expect((await give(visitor, { totp: account.code() })).headers.get('location')).toMatch(/^\/sign-in\?over/);
      expect(await isIn(visitor)).toBe(false);
    });
    expect(subjects).toEqual(['2段階認証の誤りが続きました / Wrong answers for your second factor']);
  });

  test('one right password opens one session, also to two right codes at once', async () => {
    const { account } = await personWithApp();
    const one = await toSecondStep(account);
    const codes = [account.code(), account.code()];
    const answers = await Promise.all(codes.map((totp) => give(one, { totp })));
    const into = answers.filter((answer) => answer.headers.get('location') === '/account/sessions');
    expect(into).toHaveLength(1);
  });

  test('a right password between wrong codes does not take them out of the count', async () => {
    const { account } = await personWithApp();
    for (let n = 0; n < 5; n++) expect((await give(await toSecondStep(account), { totp: '000000' })).status).toBe(422);
    const sixth = await give(await toSecondStep(account), { totp: account.code() });
    expect([sixth.status, Number(sixth.headers.get('retry-after')) > 0]).toEqual([429, true]);
  });

  test('who has stolen the password keeps the holder out no longer than until it is changed', async () => {
    const { account, visitor } = await personWithApp();
    for (let n = 0; n < 6; n++) await give(await toSecondStep(account), { totp: '000000' });
    expect((await give(await toSecondStep(account), { totp: account.code() })).status).toBe(429);
    const password = 'midori no hashi wo wataru hito';
    const form = { 'current-password': account.password, 'next-password': password };
    expect((await visitor.post('/account/password', form)).status).toBe(303);
    expect((await give(await toSecondStep({ ...account, password }), { totp: account.code() })).status).toBe(303);
  });

  test('ten minutes after the password it is typed again', async () => {
    const { account } = await personWithApp();
    const visitor = await toSecondStep(account);
    world.turn({ minutes: 10 });
    expect((await give(visitor, { totp: account.code() })).headers.get('location')).toMatch(/^\/sign-in\?over/);
    expect(await page(visitor, '/sign-in?over')).toContain('もう一度、パスワードから');
  });

  test('a password that is changed meanwhile takes the step away', async () => {
    const { account, visitor: own } = await personWithApp();
    const thief = await toSecondStep(account);
    const changed = await own.post('/account/password', {
      ...{ 'current-password': account.password, 'next-password': 'midori no hashi wo wataru' },
    });
    expect(changed.status).toBe(303);
    expect((await give(thief, { totp: account.code() })).headers.get('location')).toMatch(/^\/sign-in\?over/);
  });

  test('a recovery code works once, mails the holder, and says how many are left', async () => {
    const { account, recovery } = await personWithApp();
    const [code = ''] = recovery;
    const subjects = await mailsSince(async () => {
      const visitor = await toSecondStep(account);
      expect((await give(visitor, { recovery: code.toLowerCase().replaceAll('-', ' ') })).status).toBe(303);
      expect(await page(visitor, '/account/second-factor')).toContain('残りは9個です');
    });
    expect(subjects).toEqual(['回復コードが使われました / A recovery code was used']);
    expect(world.mails[0]?.text).toContain('残りは9個です');
    expect((await give(await toSecondStep(account), { recovery: code })).status).toBe(422);
    expect((await eventsOf(account)).map(({ action }) => action)).toContain('use_recovery_code');
  });

  test('neither secret nor code is in the database, the log or a mail', async () => {
    const { secret, recovery, account } = await personWithApp();
    await give(await toSecondStep(account), { recovery: recovery[1] ?? '' });
    await world.work();
    const rows = await inChamber(world.house.db, '9901', async (trx) => [
      await trx.selectFrom('second_factor').selectAll().execute(),
      await trx.selectFrom('recovery_code').selectAll().execute(),
      await trx.selectFrom('event').select('detail').execute(),
    ]);
    const text = JSON.stringify([rows, world.mails, world.log]);
    for (const kept of [secret, Buffer.from(secret).toString('hex'), ...recovery]) expect(text).not.toContain(kept);
  });
});

describe('changing one’s factors', () => {
  const factorIdIn = async (visitor: Visitor): Promise<string> =>
    /second-factor\/factors\/([0-9a-f-]{36})"/.exec(await page(visitor, '/account/second-factor'))?.[1] ?? '';

  test('one is renamed; the last one goes with the recovery codes, and the password alone opens the ID again', async () => {
    const { visitor, account, recovery } = await personWithApp();
    const id = await factorIdIn(visitor);
    expect((await visitor.post(`/account/second-factor/factors/${id}`, { name: ' ' })).status).toBe(422);
    await visitor.post(`/account/second-factor/factors/${id}`, { name: '新しい電話' });
    expect(await page(visitor, '/account/second-factor')).toContain('新しい電話');
    const subjects = await mailsSince(() => visitor.post(`/account/second-factor/factors/${id}/remove`, {}));
    expect(subjects).toEqual(['2段階認証を削除しました / A second factor was removed']);
    const fresh = world.visitor();
    const { code: _, ...withPassword } = account;
    expect((await fresh.signIn(withPassword)).headers.get('location')).toBe('/');
    const left = await inChamber(world.house.db, '9901', (trx) =>
      trx.selectFrom('recovery_code').selectAll().where('account_id', '=', account.accountId).execute(),
    );
    expect([recovery.length, left]).toEqual([10, []]);
  });

  test('of somebody else’s factor nobody learns that it is there', async () => {
    const [one, other] = [await personWithApp(), await personWithApp()];
    const id = await factorIdIn(one.visitor);
    expect((await other.visitor.get(`/account/second-factor/factors/${id}`)).status).toBe(404);
    expect((await other.visitor.post(`/account/second-factor/factors/${id}/remove`, {})).status).toBe(404);
    expect(await page(one.visitor, '/account/second-factor')).toContain('電話');
  });

  test('new recovery codes take the place of the old', async () => {
    const { visitor, account, recovery } = await personWithApp();
    const answer = await visitor.post('/account/second-factor/recovery-codes', {});
    const codes = [...(await answer.text()).matchAll(/<li><code>([0-9A-Z-]{19})</g)].map(([, one = '']) => one);
    expect(codes).toHaveLength(10);
    expect((await give(await toSecondStep(account), { recovery: recovery[0] ?? '' })).status).toBe(422);
    expect((await give(await toSecondStep(account), { recovery: codes[0] ?? '' })).status).toBe(303);
  });

  test('the end of an ID leaves nothing of its factors', async () => {
    const { account } = await personWithApp();
    const user = world.visitor();
    await user.signIn(world.account('user'));
    expect((await user.post(`/sub-ids/${account.accountId}/end`, {})).status).toBe(303);
    for (const table of ['second_factor', 'recovery_code'] as const) {
      const rows = await inChamber(world.house.db, '9901', (trx) =>
        trx.selectFrom(table).selectAll().where('account_id', '=', account.accountId).execute(),
      );
      expect(rows).toEqual([]);
    }
  });
});

describe('who has lost the second factor', () => {
  test('the administrator takes it away with the reset: nobody comes in until the holder has chosen a password', async () => {
    const { account, visitor } = await personWithApp();
    const administrator = world.visitor();
    await administrator.signIn(world.account('administrator'));
    expect(await page(administrator, `/ids/${account.accountId}/reset`)).toContain('2段階認証も解除する');
    const subjects = await mailsSince(() =>
      administrator.post(`/ids/${account.accountId}/reset`, { how: 'mail', 'forget-factors': 'yes' }),
    );
    expect(subjects.toSorted()).toEqual([
      '2段階認証を解除しました / Your second factors were taken away',
      'パスワードの再設定 / Choose a new password',
    ]);
    expect(await isIn(visitor)).toBe(false);
    expect((await world.visitor().signIn(account)).status).toBe(422);
    const code =
      /^コード: (\S+)$/m.exec(world.mails.find(({ text }) => text.includes('コード: '))?.text ?? '')?.[1] ?? '';
    const password = 'kiiroi densha ga hashiru';
    await world.visitor().post('/link/password', { code, password });
    expect((await world.visitor().signIn({ ...account, password })).headers.get('location')).toBe('/');
    const reset = (await eventsOf(account)).find(({ action }) => action === 'reset_second_factors');
    expect(reset?.by).toMatchObject({ kind: 'account' });
  });

  test('a reset without it leaves the second factor as it is', async () => {
    const { account } = await personWithApp();
    const administrator = world.visitor();
    await administrator.signIn(world.account('administrator'));
    await administrator.post(`/ids/${account.accountId}/reset`, { how: 'mail' });
    await toSecondStep(account);
  });

  test('whoever runs the installation does it for any ID, staff too', async () => {
    const certifier = world.account('certifier');
    const visitor = world.visitor();
    await visitor.signIn(certifier);
    expect(await isIn(visitor)).toBe(true);
    const { db, jobs, outside } = world.house;
    const of = { chamberId: '9901', loginId: ' s0002 ' };
    const subjects = await mailsSince(() => resetFactorsOf({ db, jobs, outside, now: world.now() }, of));
    expect(subjects).toHaveLength(2);
    expect(await isIn(visitor)).toBe(false);
    expect(await resetFactorsOf({ db, jobs, outside, now: world.now() }, { ...of, loginId: 'S9999' })).toBeUndefined();
  });
});
