// The firm's screens of paying and printing, without script; what the card company reaches without a session.
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readApplication } from '../src/applications/read.ts';
import { listOwnPayments } from '../src/payments/own-payments.ts';
import { makeOtherFirm, type OtherFirm } from './other-firm.ts';
import { type PayingWorld, pay, startPayingWorld } from './paying-world.ts';
import type { Visitor } from './world.ts';

let world: PayingWorld;
let firm: Visitor;
let other: OtherFirm;
beforeAll(async () => {
  world = await startPayingWorld();
  other = await makeOtherFirm(world);
}, 60_000);
beforeEach(async () => {
  firm = world.visitor();
  await firm.signIn(world.account('user'));
});
afterAll(() => world.close());

const statusOf = async (id: string) => (await readApplication(await world.firm(), id)).application.status;
const newestPayment = async () => {
  const [newest] = (await listOwnPayments(await world.firm(), 1)).rows;
  if (!newest) throw new Error('there is no payment');
  return newest;
};
const paymentCount = async () => (await listOwnPayments(await world.firm(), 1)).total;

/** A form that sends the same name more than once. */
function choose(ids: readonly string[], visitor = firm): Promise<Response> {
  const form = new URLSearchParams(ids.map((id): [string, string] => ['application', id]));
  return world.house.app.request('http://localhost:8080/payments', {
    ...{ method: 'POST', body: form },
    headers: { cookie: visitor.cookie, origin: 'http://localhost:8080', 'sec-fetch-site': 'same-origin' },
  }) as Promise<Response>;
}
async function cardPage(answer: Response): Promise<string> {
  expect(answer.status).toBe(303);
  return answer.headers.get('location') ?? '';
}

describe('お支払い', () => {
  test('nothing waits: the page says so, and how the card is handled', async () => {
    const page = await (await other.visitor.get('/payments')).text();
    expect(page).toContain('お支払いをお待ちしている発給申請はありません');
    expect(await (await other.visitor.get('/payments/history')).text()).toContain('お支払いはまだありません');
  });

  test('the fees, their total, and one payment for several at the card company’s page', async () => {
    const ids = await world.certified(2);
    const page = await (await firm.get('/payments')).text();
    expect(page.match(/1,100円\(税込\)/g)).toHaveLength(2);
    expect(page).toContain('2件 合計 2,200円(税込)');
    expect(page).toContain('お預かりすることもありません');
    const url = await cardPage(await choose(ids));
    expect(url).toMatch(new RegExp(`^${world.company.url}/pay/`));
    expect((await newestPayment()).yen).toBe(2200); // by the server, from its own charges
    await pay(url);
  });

  test('the browser may follow a form to the card company, and nowhere else', async () => {
    const policy = (await firm.get('/payments')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`form-action 'self' ${world.company.url};`);
  });

  test('the link from one application ticks that one alone', async () => {
    const [id = '', , third = ''] = await world.certified(3);
    const page = await (await firm.get(`/payments?application=${id}`)).text();
    const boxes = page.match(/<input type="checkbox"[^>]*>/g) ?? [];
    expect(boxes.filter((box) => box.includes('checked=')).map((box) => box.includes(id))).toEqual([true]);
    expect(boxes.some((box) => box.includes(third))).toBe(true);
    expect(page).toContain('1件 合計 1,100円(税込)');
  });

  test('none chosen: asked for, with nothing begun', async () => {
    const before = await paymentCount();
    const answer = await choose([]);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('お支払いになる申請を、1件以上100件まで選んでください。');
    expect(await paymentCount()).toBe(before);
  });

  test('pressed twice: the same page of the card company, one payment', async () => {
    const ids = await world.certified(2);
    const before = await paymentCount();
    const [first, second] = await Promise.all([choose(ids), choose(ids)]);
    const urls = [await cardPage(first), await cardPage(second)];
    expect(new Set(urls).size).toBe(1);
    expect(await paymentCount()).toBe(before + 1);
  });

  test('one of them is in another payment: refused, with the way on', async () => {
    const [id = '', second = ''] = await world.certified(2);
    await cardPage(await choose([id]));
    const { paymentId } = await newestPayment();
    const answer = await choose([id, second]);
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toContain('お支払いを始められませんでした');
    expect(page).toContain(`action="/payments/${paymentId}/continue"`);
    expect(page).toContain(`action="/payments/${paymentId}/cancel"`);
    const boxes = page.match(/<input type="checkbox"[^>]*>/g) ?? [];
    expect(boxes.some((box) => box.includes(id))).toBe(false);

    const on = await firm.post(`/payments/${paymentId}/continue`, {});
    expect(on.headers.get('location')).toMatch(new RegExp(`^${world.company.url}/pay/`));
    const given = await firm.post(`/payments/${paymentId}/cancel`, {});
    expect(given.headers.get('location')).toBe(`/payments/${paymentId}`);
    expect(await (await firm.get(`/payments/${paymentId}`)).text()).toContain('取りやめました');
    await cardPage(await choose([id, second]));
  });

  test('the card company does not answer: said, kept, and carried on later', async () => {
    const [id = ''] = await world.certified(1);
    world.company.faults.plan({ kind: 'api_500_before', times: 2, ms: 0 });
    const answer = await choose([id]);
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('カード会社につながりませんでした');
    const { paymentId, status } = await newestPayment();
    expect(status).toBe('created');
    const given = await firm.post(`/payments/${paymentId}/cancel`, {});
    expect(given.status).toBe(303);
    expect((await newestPayment()).status).toBe('cancelled');
  });

  test('nobody else’s: not seen, not gone on with, not given up, not begun', async () => {
    const [id = ''] = await world.certified(1);
    await cardPage(await choose([id]));
    const { paymentId } = await newestPayment();
    const { visitor } = other;
    expect((await visitor.get(`/payments/${paymentId}`)).status).toBe(404);
    expect((await visitor.post(`/payments/${paymentId}/continue`, {})).status).toBe(404);
    expect((await visitor.post(`/payments/${paymentId}/cancel`, {})).status).toBe(404);
    expect((await newestPayment()).status).toBe('pending');
    const [free = ''] = await world.certified(1);
    expect((await choose([free], visitor)).status).toBe(404);
    expect((await visitor.get('/payments')).status).toBe(200);
    expect(await (await visitor.get('/payments')).text()).not.toContain(free);
    expect((await firm.get('/payments/none')).status).toBe(404);
  });
});

describe('back from the card company', () => {
  test('asked without a session, believed from the card company alone, then issued', async () => {
    const ids = await world.certified(2);
    const url = await cardPage(await choose(ids));
    const { paymentId } = await newestPayment();
    const stranger = world.visitor();
    const early = await stranger.get(`/payments/${paymentId}/return`);
    expect([early.status, early.headers.get('location')]).toEqual([303, `/payments/${paymentId}?returned`]);
    expect(await statusOf(ids[0] ?? '')).toBe('certified');
    expect(await (await firm.get(`/payments/${paymentId}?returned`)).text()).toContain('確かめています');

    await pay(url);
    await stranger.get(`/payments/${paymentId}/return`);
    expect(await (await firm.get(`/payments/${paymentId}`)).text()).toContain('交付済み 0 / 2');
    expect((await stranger.get(`/payments/${paymentId}`)).headers.get('location')).toMatch(/^\/sign-in/);
    await world.work();
    const done = await (await firm.get(`/payments/${paymentId}`)).text();
    expect(done).toContain('交付済み 2 / 2');
    expect(done).toContain(`/applications/${ids[0]}/print`);
    expect(done).not.toContain('data-refresh="');
  });

  test('the card company does not answer at that moment: the page says that it is being asked', async () => {
    const [id = ''] = await world.certified(1);
    await pay(await cardPage(await choose([id])));
    const { paymentId } = await newestPayment();
    world.company.faults.plan({ kind: 'api_500_before', times: 2, ms: 0 });
    const back = await firm.get(`/payments/${paymentId}/return`);
    expect(back.headers.get('location')).toBe(`/payments/${paymentId}?returned`);
    expect(await (await firm.get(`/payments/${paymentId}?returned`)).text()).toContain('確認中');
    await firm.get(`/payments/${paymentId}/return`);
    expect(await (await firm.get(`/payments/${paymentId}`)).text()).toContain('お支払いが済みました');
  });

  test('given up at the card company’s page: the payment is there to go on with', async () => {
    const [id = ''] = await world.certified(1);
    await cardPage(await choose([id]));
    const { paymentId } = await newestPayment();
    const back = await firm.get(`/payments/${paymentId}/return?cancelled`);
    expect(back.headers.get('location')).toBe(`/payments/${paymentId}`);
    const page = await (await firm.get(`/payments/${paymentId}`)).text();
    expect(page).toContain('まだお支払いは済んでいません');
    expect(page).toContain('支払いを続ける');
  });

  test('a payment that there is not', async () => {
    expect((await world.visitor().get('/payments/none/return')).status).toBe(404);
  });
});

describe('the card company’s notice', () => {
  const send = (body: string, signature?: string) =>
    world.house.app.request('http://localhost:8080/gateway/notice', {
      ...{ method: 'POST', body },
      headers: {
        'content-type': 'application/json',
        'sec-fetch-site': 'cross-site',
        ...(signature === undefined ? {} : { 'stripe-signature': signature }),
      },
    });
  const signed = (body: string, secret: string): string => {
    const at = Math.floor(world.now().getTime() / 1000);
    return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`;
  };

  test('needs no session; its signature is over the bytes as they came', async () => {
    const [id = ''] = await world.certified(1);
    await pay(await cardPage(await choose([id])));
    const { paymentId } = await newestPayment();
    const object = { id: 'cs_1', object: 'checkout.session', client_reference_id: paymentId };
    const body = JSON.stringify(
      { id: 'evt_9', object: 'event', type: 'checkout.session.completed', data: { object } },
      null,
      2,
    );
    const answer = await send(body, signed(body, 'whsec_1'));
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    await world.work();
    expect(await statusOf(id)).toBe('issued');
    expect((await send(`${body} `, signed(body, 'whsec_1'))).status).toBe(400);
  });

  test('a wrong signature, and none', async () => {
    expect((await send('{}', signed('{}', 'whsec_2'))).status).toBe(400);
    expect((await send('{}')).status).toBe(400);
  });
});

describe('証明書印刷', () => {
  let id = '';
  beforeAll(async () => {
    [id = ''] = await world.certified(1);
    const visitor = world.visitor();
    await visitor.signIn(world.account('user'));
    await pay(await cardPage(await choose([id], visitor)));
    await world.visitor().get(`/payments/${(await newestPayment()).paymentId}/return`);
    await world.work();
  }, 60_000);

  test('both papers by buttons, how to print them, and until when', async () => {
    expect(await (await firm.get('/print')).text()).toContain(`action="/applications/${id}/print/COPY"`);
    const page = await (await firm.get(`/applications/${id}/print`)).text();
    for (const words of ['A4サイズの白上質紙', 'カラー', '100%', '片面印刷', '2026年11月30日(月) 24:00 まで'])
      expect(page).toContain(words);
    for (const version of ['ORIGINAL', 'COPY']) {
      const file = await firm.post(`/applications/${id}/print/${version}`, {});
      expect(file.status).toBe(200);
      expect(file.headers.get('content-type')).toBe('application/pdf');
      expect(file.headers.get('content-disposition')).toMatch(
        new RegExp(`^attachment; filename="[\\w-]+-${version}\\.pdf"`),
      );
      expect(file.headers.get('cache-control')).toBe('no-store');
      expect(file.headers.get('x-content-type-options')).toBe('nosniff');
      expect(
        Buffer.from(await file.arrayBuffer())
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
    }
    const after = await (await firm.get(`/applications/${id}/print`)).text();
    expect(after).toContain('見本 花子(デモ) (U0001)');
    const statement = await firm.post(`/applications/${id}/statement`, {});
    expect(statement.headers.get('content-disposition')).toMatch(/-statement\.pdf"/);
    expect((await firm.post(`/applications/${id}/print/THIRD`, {})).status).toBe(404);
  });

  test('the same by a program: papers, statement, the window opened again', async () => {
    const call = (path: string, as: string, init: RequestInit = {}) =>
      world.house.app.request(`http://localhost:8080/api/v1${path}`, {
        ...init,
        headers: { authorization: `Bearer ${world.account(as).apiKey}`, 'content-type': 'application/json' },
      });
    for (const file of ['papers/ORIGINAL', 'papers/COPY', 'statement']) {
      const answer = await call(`/applications/${id}/${file}`, 'user');
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
      expect(
        Buffer.from(await answer.arrayBuffer())
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
    }
    const opened = await call(`/desk/applications/${id}/reopen-printing`, 'certifier', {
      ...{ method: 'POST', body: JSON.stringify({ note: 'printer broken' }) },
    });
    expect([opened.status, await opened.json()]).toEqual([200, { printUntil: '2026-11-30' }]);
  });

  test('a form of another site fetches nothing', async () => {
    const answer = await firm.post(`/applications/${id}/print/ORIGINAL`, {}, { 'sec-fetch-site': 'cross-site' });
    expect(answer.status).toBe(403);
  });

  test('not issued yet: the page says so, and no file is given', async () => {
    const [waiting = ''] = await world.certified(1);
    const page = await (await firm.get(`/applications/${waiting}/print`)).text();
    expect(page).toContain('証明書はまだ交付されていません');
    expect(page).not.toContain('/print/ORIGINAL"');
    expect((await firm.post(`/applications/${waiting}/print/ORIGINAL`, {})).status).toBe(409);
    expect((await firm.post(`/applications/${waiting}/statement`, {})).status).toBe(409);
  });

  test('another firm finds nothing', async () => {
    expect((await other.visitor.get(`/applications/${id}/print`)).status).toBe(404);
    expect((await other.visitor.post(`/applications/${id}/print/ORIGINAL`, {})).status).toBe(404);
    expect((await other.visitor.post(`/applications/${id}/statement`, {})).status).toBe(404);
    expect(await (await other.visitor.get('/print')).text()).toContain('いま印刷できる証明書はありません');
  });

  test('after the window: the page says whom to ask', async () => {
    world.turn({ days: 15 });
    const late = world.visitor();
    await late.signIn(world.account('user'));
    expect((await late.post(`/applications/${id}/print/ORIGINAL`, {})).status).toBe(422);
    const page = await (await late.get(`/applications/${id}/print`)).text();
    expect(page).toContain('印刷期間は 2026年11月30日(月) 24:00 に終わりました');
    expect(page).toContain(`action="/applications/${id}/statement"`);
    expect(await (await late.get('/print')).text()).toContain('いま印刷できる証明書はありません');
  });
});
