import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('a form of another site cannot act in a signed-in person’s name', () => {
  test.each([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'same-origin' }, 303],
    [{ 'sec-fetch-site': 'none' }, 303],
  ])('%o', async (headers, status) => {
    const visitor = world.visitor();
    await visitor.signIn(world.account('user'));
    expect((await visitor.post('/language', { lang: 'en', back: '/' }, headers)).status).toBe(status);
  });

  test('a browser that says only the origin; one that says nothing', async () => {
    const send = (headers: Record<string, string>) =>
      world.house.app.request('http://localhost:8080/language', {
        method: 'POST',
        body: new URLSearchParams({ lang: 'en' }),
        headers,
      });
    expect((await send({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await send({ origin: 'http://localhost:8080' })).status).toBe(303);
    expect((await send({})).status).toBe(403);
    expect((await send({ 'content-type': 'application/json' })).status).toBe(403);
  });
});

describe('every answer', () => {
  test.each(['/sign-in', '/', '/nowhere', '/api/v1/me', '/api/v1/openapi.json', '/assets/base.css'])(
    '%s has a strict policy',
    async (path) => {
      const answer = await world.visitor().get(path);
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain('unsafe');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
      expect(answer.headers.get('cache-control')).toBe(path.startsWith('/assets') ? 'public, max-age=300' : 'no-store');
    },
  );

  test('a page has no inline script and no inline style', async () => {
    const visitor = world.visitor();
    await visitor.signIn(world.account('certifier'));
    for (const path of ['/', '/account/sessions', '/account/api-keys']) {
      const html = await (await visitor.get(path)).text();
      expect(html).not.toMatch(/ style="| on[a-z]+="/);
      expect(html).not.toMatch(/<script(?![^>]* src=)/);
    }
  });

  test('a file outside of public/ is not served', async () => {
    for (const path of [
      '/assets/../package.json',
      '/assets/%2e%2e/package.json',
      '/assets/..%2fpackage.json',
      '/assets/islands/../../package.json',
    ])
      expect((await world.visitor().get(path)).status, path).toBe(404);
  });

  test('a character that the database cannot keep is left out, and is no fault of ours', async () => {
    const { chamber, id, password } = world.account('user');
    const answer = await world.visitor().signIn({ chamber: `${chamber}\0`, id: `${id}\0`, password });
    expect(answer.status).toBe(303);
  });

  test('a body over the limit is refused', async () => {
    const answer = await world.visitor().post('/sign-in', { id: 'x'.repeat(1_100_000) });
    expect(answer.status).toBe(413);
  });
});

describe('a fault of ours', () => {
  test('shows its number and no detail; the log has both', async () => {
    const visitor = world.visitor();
    await visitor.signIn(world.account('user'));
    const broken = await startWorld();
    await broken.house.db.close();
    const answer = await broken.visitor().post('/sign-in', { chamber: '9901', id: 'U0001', password: 'x', back: '/' });
    expect(answer.status).toBe(500);
    const html = await answer.text();
    const id = answer.headers.get('x-request-id') ?? 'none';
    expect(html).toContain(id);
    expect(html).not.toMatch(/destroyed|kysely|at .*\.ts/i);
    expect(broken.log.join('')).toContain(id);
    expect(broken.log.join('')).toMatch(/"level":"error"/);
    await broken.house.jobs.close();
  });
});

describe('language', () => {
  test('Japanese unless the browser or the person asks for English', async () => {
    const visitor = world.visitor();
    expect(await (await visitor.get('/sign-in')).text()).toContain('<html lang="ja">');
    expect(await (await visitor.get('/sign-in', { 'accept-language': 'en-GB,en;q=0.9' })).text()).toContain(
      '<html lang="en">',
    );
    expect(await (await visitor.get('/sign-in', { 'accept-language': 'en-GB' })).text()).toContain('<html lang="en">');
    expect(
      await (await visitor.get('/sign-in', { 'accept-language': 'fr;q=1, en-US;q=0.5, ja;q=0.4' })).text(),
    ).toContain('<html lang="en">');
    expect(await (await visitor.get('/sign-in', { 'accept-language': 'fr' })).text()).toContain('<html lang="ja">');
    await visitor.post('/language', { lang: 'en', back: '/sign-in' });
    expect(await (await visitor.get('/sign-in', { 'accept-language': 'ja' })).text()).toContain('<html lang="en">');
  });
});
