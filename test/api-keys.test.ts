import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWorld, type Visitor, type World } from './world.ts';

let world: World;
let staff: Visitor;
beforeAll(async () => {
  world = await startWorld();
  staff = world.visitor();
  await staff.signIn(world.account('certifier'));
});
afterAll(() => world.close());

const api = (path: string, key?: string, init: RequestInit = {}) =>
  world.house.app.request(`http://localhost:8080/api/v1${path}`, {
    ...init,
    headers: key ? { authorization: `Bearer ${key}` } : {},
  });
const madeKey = async (visitor: Visitor, form: Record<string, string>): Promise<string> => {
  const html = await (await visitor.post('/account/api-keys', form)).text();
  return /hk_[A-Za-z0-9_-]{43}/.exec(html)?.[0] ?? '';
};
const rightsOf = async (key: string): Promise<string[]> =>
  ((await (await api('/me', key)).json()) as { rights: string[] }).rights;

describe('a bearer key', () => {
  test('is shown once, works, and ends for good when it is revoked', async () => {
    const key = await madeKey(staff, { name: '基幹システム' });
    expect((await api('/me', key)).status).toBe(200);
    const page = await (await staff.get('/account/api-keys')).text();
    expect(page).not.toContain(key);
    expect(page).toContain(key.slice(0, 9));
    const { apiKeys } = (await (await api('/api-keys', key)).json()) as {
      apiKeys: { apiKeyId: string; name: string }[];
    };
    expect(apiKeys[0]?.name).toBe('基幹システム');
    const path = `/api-keys/${apiKeys[0]?.apiKeyId}/revoke`;
    expect((await api(path, key, { method: 'POST' })).status).toBe(204);
    expect((await api('/me', key)).status).toBe(401);
    expect((await staff.post(`/account${path}`, {})).status).toBe(409);
  });

  test('has the rights of its ID, and certifies, revokes, manages staff or registers only where it was allowed to', async () => {
    expect(await rightsOf(await madeKey(staff, { name: 'a' }))).toEqual(['examine']);
    expect(await rightsOf(await madeKey(staff, { name: 'b', may: 'certify' }))).toEqual(['examine', 'certify']);
    expect(await rightsOf(world.account('certifier').apiKey)).toEqual([
      'examine',
      'certify',
      'revoke',
      'manage_staff',
      'register',
    ]);
  });

  test('who does not manage staff allows a key nothing more', async () => {
    const examiner = world.visitor();
    await examiner.signIn(world.account('examiner'));
    expect((await examiner.post('/account/api-keys', { name: 'x', may: 'certify' })).status).toBe(403);
    expect(await rightsOf(await madeKey(examiner, { name: 'x' }))).toEqual(['examine']);
  });

  test('is nobody else’s to see or revoke', async () => {
    const user = world.visitor();
    await user.signIn(world.account('user'));
    const page = await (await staff.get('/account/api-keys')).text();
    const path = /action="(\/account\/api-keys\/[^"]+\/revoke)"/.exec(page)?.[1] ?? '';
    expect((await user.post(path, {})).status).toBe(404);
  });

  test('a key needs a name; what was typed is kept', async () => {
    const answer = await staff.post('/account/api-keys', { name: 'x'.repeat(61) });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(`value="${'x'.repeat(61)}"`);
  });

  test('no key, a wrong one, a cookie instead: 401 as problem+json', async () => {
    for (const answer of [
      await api('/me'),
      await api('/me', `hk_${'A'.repeat(43)}`),
      await api('/me', 'short'),
      await staff.get('/api/v1/me'),
    ]) {
      expect(answer.status).toBe(401);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(await answer.json()).toMatchObject({ code: 'not_signed_in', status: 401 });
    }
  });

  test('the key itself is nowhere in the database', async () => {
    const { apiKey } = world.account('user');
    const rows = await world.house.db.kysely.selectFrom('api_key').selectAll().execute();
    const kept = JSON.stringify(rows.map((row) => ({ ...row, key_hash: row.key_hash.toString('base64url') })));
    expect(kept).not.toContain(apiKey);
    expect(kept).not.toContain(apiKey.slice(3));
  });
});
