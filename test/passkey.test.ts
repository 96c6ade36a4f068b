// Passkeys: made, shown at the sign-in and later, and every answer that is not right.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SoftwarePasskey, softwarePasskey, type Twist } from './software-authenticator.ts';
import { givePassword, makeSub } from './sub-people.ts';
import { base, startWorld, type Visitor, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

type Holder = {
  visitor: Visitor;
  passkey: SoftwarePasskey;
  account: { chamber: string; id: string; password: string };
};

async function challengeAt(visitor: Visitor, path: string): Promise<string> {
  const answer = await visitor.post(path, {});
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { challenge: string }).challenge;
}
const ask = '/account/second-factor/passkey/ask';
const add = (visitor: Visitor, passkey: string) =>
  visitor.post('/account/second-factor/passkey', { passkey, name: '机' });

async function person(): Promise<Omit<Holder, 'passkey'>> {
  const { chamberId, accountId, loginId } = (await makeSub(world)).account;
  const account = { chamber: chamberId, id: loginId, password: `aoi kasa ${loginId} yuki` };
  await givePassword(world, accountId, account.password);
  const visitor = world.visitor();
  await visitor.signIn(account);
  return { visitor, account };
}

async function holder(): Promise<Holder> {
  const { visitor, account } = await person();
  const passkey = softwarePasskey(base);
  const made = await add(visitor, passkey.make(await challengeAt(visitor, ask)));
  expect(await made.text()).toContain('回復コードは、いま一度だけ表示しています');
  return { visitor, account, passkey };
}

async function toSecondStep({ account }: Holder): Promise<Visitor> {
  const visitor = world.visitor();
  await visitor.signIn(account);
  return visitor;
}
const show = (visitor: Visitor, passkey: string) => visitor.post('/sign-in/second', { passkey, back: '/' });

describe('making a passkey', () => {
  const wrong: [string, Twist][] = [
    ['on another site’s page', { origin: 'http://hakkyu.example' }],
    ['for another site', { rpId: 'hakkyu.example' }],
    ['without asking its holder', { userVerified: false }],
    ['as an answer to a sign-in', { type: 'webauthn.get' }],
  ];
  test.each(wrong)('%s is refused', async (_, twist) => {
    const { visitor } = await person();
    const made = await add(visitor, softwarePasskey(base).make(await challengeAt(visitor, ask), twist));
    expect(made.status).toBe(422);
    expect(await made.text()).toContain('パスキーを登録できませんでした');
  });

  test('for a challenge that nobody has asked, or that was answered, or is too old, is refused', async () => {
    const { visitor } = await person();
    expect((await add(visitor, softwarePasskey(base).make('bm90aGluZw'))).status).toBe(422);
    const challenge = await challengeAt(visitor, ask);
    const twist = { origin: 'http://hakkyu.example' };
    expect((await add(visitor, softwarePasskey(base).make(challenge, twist))).status).toBe(422);
    expect((await add(visitor, softwarePasskey(base).make(challenge))).status).toBe(422);
    const late = await challengeAt(visitor, ask);
    world.turn({ minutes: 6 });
    expect((await add(visitor, softwarePasskey(base).make(late))).status).toBe(422);
  });

  test.each(['', 'x', '{}', '{"id":"x"}', '"'.repeat(30_000)])(
    'what no browser answers is refused: %.10s',
    async (answer) => {
      const { visitor } = await person();
      await challengeAt(visitor, ask);
      expect((await add(visitor, answer)).status).toBe(422);
    },
  );
});

describe('signing in with a passkey', () => {
  test('opens the session; the next time its counter has gone on', async () => {
    const one = await holder();
    for (let n = 0; n < 2; n++) {
      const visitor = await toSecondStep(one);
      const answer = await show(visitor, one.passkey.show(await challengeAt(visitor, '/sign-in/second/passkey')));
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
      expect((await visitor.get('/')).status).toBe(200);
    }
  });

  const wrong: [string, Twist][] = [
    ['on another site’s page', { origin: 'http://hakkyu.example' }],
    ['for another site', { rpId: 'hakkyu.example' }],
    ['without asking its holder', { userVerified: false }],
    ['whose counter has not gone on, as of a copied key', { counter: 1 }],
  ];
  test.each(wrong)('one shown %s opens nothing', async (_, twist) => {
    const one = await holder();
    const visitor = await toSecondStep(one);
    const answer = one.passkey.show(await challengeAt(visitor, '/sign-in/second/passkey'), twist);
    expect((await show(visitor, answer)).status).toBe(422);
    expect((await visitor.get('/')).status).toBe(303);
  });

  test('an answer is good once, and only for what was asked in this sign-in', async () => {
    const one = await holder();
    const [visitor, other] = [await toSecondStep(one), await toSecondStep(one)];
    const answer = one.passkey.show(await challengeAt(visitor, '/sign-in/second/passkey'));
    await challengeAt(other, '/sign-in/second/passkey');
    expect((await show(other, answer)).status).toBe(422);
    expect((await show(visitor, answer)).status).toBe(303);
    const again = await toSecondStep(one);
    await challengeAt(again, '/sign-in/second/passkey');
    expect((await show(again, answer)).status).toBe(422);
  });

  test('somebody else’s passkey opens nothing', async () => {
    const [one, other] = [await holder(), await holder()];
    const visitor = await toSecondStep(one);
    const answer = other.passkey.show(await challengeAt(visitor, '/sign-in/second/passkey'));
    expect((await show(visitor, answer)).status).toBe(422);
  });

  test('it proves who one is half an hour later', async () => {
    const { visitor, passkey } = await holder();
    world.turn({ minutes: 31 });
    expect((await visitor.get('/account/second-factor/totp')).headers.get('location')).toMatch(/^\/prove/);
    const form = { back: '/', passkey: passkey.show(await challengeAt(visitor, '/prove/passkey')) };
    expect((await visitor.post('/prove', form)).status).toBe(303);
    expect((await visitor.get('/account/second-factor/totp')).status).toBe(200);
  });
});
