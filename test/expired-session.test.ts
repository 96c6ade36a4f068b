// What was typed survives the end of a session: every page's form, without script, and nothing kept on the server.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApplication } from '../src/applications/start.ts';
import { pageFormsOf } from '../src/web/page-forms.ts';
import { paths } from '../src/web/paths.ts';
import { pageName } from '../src/web/public/kept-form-words.ts';
import { type DeskWorld, desk, startDeskWorld } from './desk-world.ts';
import { base, type Visitor } from './world.ts';

let of: DeskWorld;
beforeAll(async () => {
  of = await startDeskWorld();
});
afterAll(() => of.world.close());

type Form = { action: string; fields: [string, string][] };

/** The form of a page that a person would press: its address, and its hidden fields as a browser would read them. */
function formTo(html: string, action: RegExp): Form {
  for (const [, head = '', body = ''] of html.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)) {
    const address = plain(/action="([^"]*)"/.exec(head)?.[1] ?? '');
    if (!action.test(address)) continue;
    const inputs = [...body.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
    return { action: address, fields: inputs.map(([, name = '', value = '']) => [plain(name), plain(value)]) };
  }
  throw new Error(`no form to ${action}`);
}

const plain = (html: string): string =>
  html.replace(
    /&(lt|gt|quot|#39|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name] ?? "'",
  );

/** A post of fields whose names may come twice. */
async function send(visitor: Visitor, action: string, fields: [string, string][], headers = {}): Promise<Response> {
  const { house } = of.world;
  return house.app.request(base + action, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { cookie: visitor.cookie, origin: base, 'sec-fetch-site': 'same-origin', ...headers },
  });
}

/** Signs in from the page that carries a form; the visitor has the new session then. */
async function signInFrom(html: string, visitor: Visitor, as: 'user' | 'examiner', password?: string) {
  const { fields } = formTo(html, /^\/sign-in$/);
  const account = of.world.account(as);
  const typed: [string, string][] = [
    ['chamber', account.chamber],
    ['id', account.id],
    ['password', password ?? account.password],
  ];
  const answer = await send(visitor, '/sign-in', [...fields, ...typed]);
  const [cookie] = answer.headers.getSetCookie();
  if (cookie) visitor.cookie = cookie.split(';')[0] ?? '';
  return { status: answer.status, html: await answer.text() };
}

describe('what was typed', () => {
  test('the examiner’s remarks come through the sign-in, a wrong password and back to the firm', async () => {
    const { applicationId, round } = await of.submitted();
    const examiner = of.world.visitor();
    await examiner.signIn(of.world.account('examiner'));
    await examiner.post(desk(applicationId, '/claim'), { round: String(round) });
    await examiner.post('/account/sessions/end-all', {});

    const remark = '第3欄: "インボイス番号" <b>&amp; 日付\n2行目';
    const fields: Record<string, string> = { round: String(round), 'remark.3': remark, after: 'queue' };
    const refused = await examiner.post(desk(applicationId, '/send-back'), fields);
    expect(refused.status).toBe(401);
    const signIn = await refused.text();
    expect(signIn).toContain('入力した内容は、この画面に残しています');
    expect(signIn).not.toContain('<b>');

    const wrong = await signInFrom(signIn, examiner, 'examiner', 'wrong');
    expect(wrong.status).toBe(422);
    expect(wrong.html).not.toContain('value="wrong"');
    const right = await signInFrom(wrong.html, examiner, 'examiner');
    expect(right.status).toBe(200);
    expect(right.html).toContain('<h1>入力した内容があります</h1>');
    expect(right.html).toContain('案件の審査');
    expect(right.html).toContain('2026年11月16日(月) 10:0');
    expect(right.html).toContain(`<a href="${desk(applicationId)}">使わない</a>`);
    expect(right.html).not.toContain('<b>');
    expect(await of.statusOf(applicationId)).not.toBe('returned');

    const again = formTo(right.html, /send-back$/);
    expect(again).toEqual({ action: desk(applicationId, '/send-back'), fields: Object.entries(fields) });
    expect((await send(examiner, again.action, again.fields)).status).toBe(303);
    expect(await of.statusOf(applicationId)).toBe('returned');
  });

  test('the boxes of a draft come through, and are saved', async () => {
    const { applicationId } = await startApplication(of.firm, { kind: 'origin', oath: true });
    const visitor = of.world.visitor();
    await visitor.signIn(of.world.account('user'));
    const address = paths.boxes(applicationId);
    const version = /name="version" value="(\d+)"/.exec(await (await visitor.get(address)).text())?.[1] ?? '';
    await visitor.post('/sign-out', {});
    const typed: [string, string][] = [
      ['version', version],
      ['do', 'save'],
      ['consignee.name', 'Müller & Söhne "GmbH"'],
    ];
    const refused = await send(visitor, address, typed);
    expect(refused.status).toBe(401);
    const page = await signInFrom(await refused.text(), visitor, 'user');
    const again = formTo(page.html, /boxes$/);
    expect(again.fields).toEqual(typed);
    expect((await send(visitor, again.action, again.fields)).status).toBe(303);
    expect(plain(await (await visitor.get(address)).text())).toContain('Müller & Söhne "GmbH"');
  });

  test('a name that comes twice, and the address’s query, are kept; a password never', async () => {
    const visitor = of.world.visitor();
    const fields: [string, string][] = [
      ['rights', 'examine'],
      ['rights', 'certify'],
      ['newPassword', 'secret-typed'],
      ['name', '受付\0'],
    ];
    const html = await (await send(visitor, '/account/api-keys?from=a%26b', fields)).text();
    expect(html).not.toContain('secret-typed');
    const page = await signInFrom(html, visitor, 'examiner');
    expect(formTo(page.html, /api-keys/)).toEqual({
      action: '/account/api-keys?from=a%26b',
      fields: [fields[0], fields[1], ['name', '受付']],
    });
  });

  test('another ID than before: the deed answers as always', async () => {
    const { applicationId, round } = await of.submitted();
    const visitor = of.world.visitor();
    const html = await (await send(visitor, desk(applicationId, '/reject'), [['round', String(round)]])).text();
    const page = await signInFrom(html, visitor, 'user');
    const again = formTo(page.html, /reject$/);
    expect((await send(visitor, again.action, again.fields)).status).toBe(403);
  });
});

describe('a form with files', () => {
  async function upload(path: string, form: FormData, headers: Record<string, string> = {}) {
    const sent = new Request(base + path, { method: 'POST', body: form });
    const body = await sent.arrayBuffer();
    return of.world.house.app.request(base + path, {
      method: 'POST',
      body,
      headers: {
        ...{ origin: base, 'sec-fetch-site': 'same-origin', 'content-length': String(body.byteLength) },
        'content-type': sent.headers.get('content-type') ?? '',
        ...headers,
      },
    });
  }
  const path = paths.evidence('0199a000-0000-7000-8000-000000000001');

  test('its text is kept, its files are named and chosen again', async () => {
    const form = new FormData();
    form.set('words', '補足');
    form.set('invoice', new File(['%PDF'], '請求書<1>.pdf'));
    form.set('other', new File([], ''));
    const answer = await upload(path, form);
    expect(answer.status).toBe(401);
    const html = await answer.text();
    expect(html).toContain('選んだファイルは残っていません');
    const page = await signInFrom(html, of.world.visitor(), 'user');
    expect(page.html).toContain('請求書&lt;1&gt;.pdf');
    expect(page.html.match(/<li translate="no">/g)).toHaveLength(1);
    expect(formTo(page.html, /evidence$/).fields).toContainEqual(['words', '補足']);
  });

  test('nothing but a file: one is led to the page, to choose it again', async () => {
    const form = new FormData();
    form.set('file', new File(['a'], 'goods.xlsx'));
    form.set('other', new File([], ''));
    const html = await (await upload(path, form)).text();
    const page = await signInFrom(html, of.world.visitor(), 'user');
    expect(page.html).toContain('ファイルをもう一度選んでください');
    expect(page.html).not.toContain('続ける');
    expect(page.html).toContain(`href="${path}"`);
  });

  test.each([
    ['larger than a form without files', { 'content-length': '2000000' }],
    ['of unknown size', { 'content-length': 'x' }],
  ])('%s: it is not read for a stranger', async (_, headers) => {
    const form = new FormData();
    form.set('file', new File(['a'], 'unread.pdf'));
    const answer = await upload(path, form, headers);
    expect(answer.status).toBe(401);
    const html = await answer.text();
    expect(html).toContain('選んだファイルは残っていません');
    expect(html).not.toContain('unread.pdf');
    const { fields } = formTo(html, /^\/sign-in$/);
    expect(fields).toEqual([['back', path]]);
  });

  test('what is no form at all is kept by nobody, and is no fault of ours', async () => {
    const answer = await upload(path, new FormData(), { 'content-type': 'multipart/form-data; boundary=none' });
    expect(answer.status).toBe(401);
  });
});

describe('what is not kept', () => {
  const typed: [string, string][] = [['note', 'typed-by-a-person']];
  const address = desk('0199a000-0000-7000-8000-000000000001', '/reject');

  test.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': '', origin: 'https://evil.example' },
  ])('the form of another site does not get here: %o', async (headers) => {
    const answer = await send(of.world.visitor(), address, typed, headers);
    expect(answer.status).toBe(403);
    expect(await answer.text()).not.toContain('typed-by-a-person');
  });

  test.each([
    ['a script’s request', address, { 'sec-fetch-mode': 'cors' }, 401],
    ['the boxes’ saving while one types', paths.autosaveBoxes('1'), {}, 401],
    ['an address that is not ours', '/nowhere', {}, 404],
    ['an address that is only read', '/desk', {}, 404],
    ['signing out', '/sign-out', {}, 303],
  ])('%s', async (_, path, headers, status) => {
    const answer = await send(of.world.visitor(), path, typed, headers);
    expect(answer.status).toBe(status);
    expect(await answer.text()).not.toContain('typed-by-a-person');
  });

  test.each([
    ...['//evil.example/desk/next', '/\\evil.example', 'https://evil.example/desk/next', 'desk/next', ''],
    ...['/sign-out', '/sign-in', '/language', '/desk/../sign-out', '/sign%2dout', '/.//evil.example', '/check'],
    ...['/gateway/notice', '/api/v1/applications', '/nowhere', '/desk', '/desk/next\r\n', 'javascript:alert(1)'],
  ])('a sign-in that carries a form to %j is a sign-in and nothing else', async (target) => {
    const account = of.world.account('examiner');
    const answer = await send(of.world.visitor(), '/sign-in', [
      ...[['chamber', account.chamber] as [string, string], ['id', account.id] as [string, string]],
      ...[['password', account.password] as [string, string], ['back', '/desk'] as [string, string]],
      ...[['kept-path', target] as [string, string], ['kept.a', 'b'] as [string, string]],
      ['kept-at', of.world.now().toISOString()],
    ]);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/desk']);
  });

  test('a button without fields: signing in leads back to its page', async () => {
    const html = await (await send(of.world.visitor(), '/desk/next', [])).text();
    expect(html).not.toContain('入力した内容は');
    expect(formTo(html, /^\/sign-in$/).fields).toEqual([['back', '/desk']]);
  });

  test('more than the sign-in’s own form may have is refused at once, not after the password', async () => {
    const answer = await send(of.world.visitor(), address, [['note', 'x'.repeat(995_000)]]);
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toContain('残しています');
    const fits = await send(of.world.visitor(), address, [['note', 'あ'.repeat(100_000)]]);
    const page = await signInFrom(await fits.text(), of.world.visitor(), 'examiner');
    expect(formTo(page.html, /reject$/).fields[0]?.[1]).toHaveLength(100_000);
  });
});

test('a page asked for with an ended session leads to the sign-in and back', async () => {
  const answer = await of.world.visitor().get('/desk?page=2');
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?ended&back=%2Fdesk%3Fpage%3D2']);
});

test('each form of a page is found, and its page has a name in both languages', () => {
  const { app } = of.world.house;
  const find = pageFormsOf(app);
  const unkept = ['/sign-in', '/sign-out', '/language', '/check', '/gateway/notice'];
  // Strangers' pages about a password: what is typed there is never carried.
  unkept.push('/link', '/link/password', '/forgotten');
  // Showing who one is: codes are typed again. And what a passkey's script asks for.
  unkept.push('/sign-in/second', '/sign-in/second/passkey', '/prove', '/prove/passkey');
  unkept.push('/account/second-factor/passkey/ask');
  // Strangers' pages of a registration keep what was typed themselves: whoever has a link has no ID to sign in with.
  unkept.push('/registration/:chamber/start', '/registration/:chamber/link', '/registration/open');
  const isUnkept = (path: string): boolean =>
    unkept.includes(path) || /\/(?:autosave|goods\/lines)$/.test(path) || path.startsWith('/registration/forms/');
  const posts = app.routes.filter(({ method, path }) => method === 'POST' && !path.startsWith('/api/'));
  expect(posts.length).toBeGreaterThan(30);
  for (const { path } of posts) {
    const form = find(path.replaceAll(/:\w+/g, 'x1'));
    if (isUnkept(path)) expect(form, path).toBeUndefined();
    else for (const lang of ['ja', 'en'] as const) expect(pageName(lang, form?.pagePattern ?? ''), path).toBeTruthy();
  }
});
