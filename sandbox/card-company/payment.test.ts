import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formOf, openForm, payAtPage, secureAnswer, sendForm } from './payer.ts';
import { luhnHolds, testCards } from './test-cards.ts';
import { sessionRequest, startWorld, type World } from './world-for-tests.ts';

const good = { expiry: '12/99', cvc: '123', name: 'TARO SUZUKI' };

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

async function newSession(more = {}) {
  const request = sessionRequest(more);
  return { request, ...(await world.gateway.createSession(request)) };
}

/** How many charges the card company's desk lists. */
async function chargeCount(): Promise<number> {
  const desk = await (await fetch(`${world.company.url}/sandbox`)).text();
  return new Set(desk.match(/ch_[0-9a-f]{32}/g)).size;
}

describe('a payment by card', () => {
  test('opens unpaid, is paid at the hosted page after 3-D Secure, and then says so with our own payment id', async () => {
    const { request, sessionId, url } = await newSession({ amountYen: 2_200 });
    expect(await world.gateway.retrieveSession(sessionId)).toEqual({
      status: 'open',
      paymentStatus: 'unpaid',
      amountYen: 2_200,
      currency: 'jpy',
      paymentId: request.paymentId,
      paymentIntentId: undefined,
      refundedYen: 0,
      failure: undefined,
    });

    const ending = await payAtPage(url, { number: '4242 4242 4242 4242' });

    expect(ending).toEqual({ returnedTo: `http://localhost:9/return/paid?session=${sessionId}` });
    expect(await world.gateway.retrieveSession(sessionId)).toEqual({
      status: 'complete',
      paymentStatus: 'paid',
      amountYen: 2_200,
      currency: 'jpy',
      paymentId: request.paymentId,
      paymentIntentId: expect.stringMatching(/^pi_/),
      refundedYen: 0,
      failure: undefined,
    });
  });

  test('asks 3-D Secure of every card but the one whose issuer waives it (EMV 3-D Secure)', async () => {
    const { url } = await newSession();
    const challenged = await sendForm(await openForm(url), { ...good, number: '4242424242424242' });
    expect(challenged).toMatchObject({ status: 200, url: `${url}/secure` });

    const waived = await newSession();
    const ending = await sendForm(await openForm(waived.url), { ...good, number: '5555555555554444' });
    expect(ending).toMatchObject({ returnedTo: expect.stringContaining('/return/paid') });
  });

  test.each([
    ['4000000000000002', 'card_declined', 'generic_decline', '発行会社が拒否'],
    ['4000000000009995', 'card_declined', 'insufficient_funds', '利用可能額が足りません'],
    ['4000000000000069', 'expired_card', 'expired_card', '有効期限が切れて'],
    ['4000000000000127', 'incorrect_cvc', 'incorrect_cvc', 'セキュリティコードが違い'],
    ['5105105105105100', 'card_declined', 'card_not_supported', 'プリペイドカード'],
  ])(
    'card %s is declined with %s/%s; the page says why and keeps all but number and code',
    async (number, code, declineCode, words) => {
      const { sessionId, url } = await newSession();
      const ending = await payAtPage(url, { number });

      if ('returnedTo' in ending) throw new Error('a declined card must not lead back to the shop');
      expect(ending.status).toBe(422);
      expect(ending.page).toContain(words);
      expect(ending.page).toContain('value="TARO SUZUKI"');
      expect(ending.page).toContain('value="12/99"');
      expect(ending.page).not.toContain(`value="${number}"`);
      expect(ending.page).not.toContain('value="123"');
      expect(await world.gateway.retrieveSession(sessionId)).toMatchObject({
        status: 'open',
        paymentStatus: 'unpaid',
        failure: { code, declineCode },
      });
    },
  );

  test('can be tried again with another card after one was declined; the failure is then gone', async () => {
    const { sessionId, url } = await newSession();
    await payAtPage(url, { number: '4000000000000002' });
    await payAtPage(url, { number: '3566 0020 2036 0505' });
    expect(await world.gateway.retrieveSession(sessionId)).toMatchObject({ paymentStatus: 'paid', failure: undefined });
  });

  test.each([
    ['a no on the 3-D Secure page', { number: '4242424242424242', secure: 'deny' as const }],
    ['a card whose 3-D Secure fails', { number: '4000008400001280', secure: 'approve' as const }],
  ])('%s charges nothing and leads back to the card form', async (_what, payment) => {
    const { sessionId, url } = await newSession();
    const ending = await payAtPage(url, payment);
    expect(ending).toMatchObject({ status: 200, url, page: expect.stringContaining('認証に失敗') });
    expect(await world.gateway.retrieveSession(sessionId)).toMatchObject({
      status: 'open',
      paymentStatus: 'unpaid',
      failure: { code: 'payment_intent_authentication_failure' },
    });
  });

  test('two wrong codes may be mended, three may not', async () => {
    const { url } = await newSession();
    let shown = await sendForm(await openForm(url), { ...good, number: '4242424242424242' });
    for (const expected of [422, 422, 200]) {
      if ('returnedTo' in shown) throw new Error('a wrong code must not lead back to the shop');
      shown = await sendForm(formOf(shown), secureAnswer(shown.page, 'wrong_code'));
      expect(shown).toMatchObject({ status: expected });
    }
    expect(shown).toMatchObject({ url });
  });

  test('charges once when the card form and the 3-D Secure form are each sent twice', async () => {
    const { url } = await newSession();
    const cardForm = await openForm(url);
    const fields = { ...good, number: '4242424242424242' };
    const [first, second] = await Promise.all([sendForm(cardForm, fields), sendForm(cardForm, fields)]);
    if ('returnedTo' in first || 'returnedTo' in second) throw new Error('expected the 3-D Secure page');
    expect(secureAnswer(first.page, 'approve')).toEqual(secureAnswer(second.page, 'approve'));

    const before = await chargeCount();
    const answer = secureAnswer(first.page, 'approve');
    const endings = await Promise.all([sendForm(formOf(first), answer), sendForm(formOf(second), answer)]);
    expect(endings).toEqual(Array(2).fill({ returnedTo: expect.stringContaining('/return/paid') }));
    expect(await chargeCount()).toBe(before + 1);
  });

  test('a card form left open from before does nothing once another card was sent', async () => {
    const { sessionId, url } = await newSession();
    const stale = await openForm(url);
    await payAtPage(url, { number: '4000000000000002' });
    const ending = await sendForm(stale, { ...good, number: '5555555555554444' });
    expect(ending).toMatchObject({ status: 200, url });
    expect(await world.gateway.retrieveSession(sessionId)).toMatchObject({ paymentStatus: 'unpaid' });
  });

  test.each([
    [{ number: '4242424242424241' }, 'number', 'カード番号が正しくありません'],
    [{ number: '4111111111111111' }, 'number', '試験用カードではありません'],
    [{ expiry: '13/30' }, 'expiry', '月/年'],
    [{ expiry: '10/26' }, 'expiry', '過ぎています'],
    [{ cvc: '12' }, 'cvc', '3桁または4桁'],
    [{ name: ' ' }, 'name', '名義を入れて'],
  ])('the card form with %o says at %s what to mend', async (wrong, field, words) => {
    const { url } = await newSession();
    const ending = await sendForm(await openForm(url), { ...good, number: '4242424242424242', ...wrong });
    if ('returnedTo' in ending) throw new Error('expected the form again');
    expect(ending.status).toBe(422);
    const problem = new RegExp(`<p class="wrong" id="${field}-problem">([^<]*)`).exec(ending.page)?.[1];
    expect(problem).toContain(words);
    expect(ending.page).toContain(`href="#${field}"`);
  });
});

test('no card number, expiry or security code is ever written down', async () => {
  const { url } = await newSession();
  const typed = { expiry: '11/87', cvc: '7391', name: 'HANAKO SUZUKI' };
  await sendForm(await openForm(url), { ...typed, number: '4111111111111111' });
  await sendForm(await openForm(url), { ...typed, number: '4000000000000002' });
  await sendForm(await openForm(url), { ...typed, number: '5555555555554444' });
  const written = world.written();
  expect(written.includes('"last4":"4444"')).toBe(true);
  // The security code in quotes: bare digits may stand in any id.
  const secrets = ['4111111111111111', '4000000000000002', '5555555555554444', '11/87', '"7391"', 'HANAKO'];
  expect(secrets.filter((secret) => written.includes(secret))).toEqual([]);
});

describe('the hosted page', () => {
  test('has a doctype, its own language, and lets nothing run or lead away but back to the shop', async () => {
    const { url } = await newSession({ locale: 'en' });
    const answer = await fetch(url);
    const page = await answer.text();
    expect(page).toMatch(/^<!DOCTYPE html><html lang="en">/);
    expect(page).toContain('no real money');
    expect(page).not.toMatch(/<script|<style|style="/);
    const csp = answer.headers.get('content-security-policy') ?? '';
    expect(csp).toContain("default-src 'none'");
    expect(csp).toContain("form-action 'self' http://localhost:9;");
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('offers the way back without paying', async () => {
    const { url } = await newSession();
    expect(await (await fetch(url)).text()).toContain('href="http://localhost:9/return/cancelled"');
  });

  test('escapes what the shop sends', async () => {
    const { url } = await newSession({ description: '<b>&"x"' });
    expect(await (await fetch(url)).text()).toContain('&lt;b&gt;&amp;&quot;x&quot;');
  });

  test('is 404 for an unknown session', async () => {
    expect((await fetch(`${world.company.url}/pay/cs_test_0`)).status).toBe(404);
  });

  test('takes no form from another site', async () => {
    const { url } = await newSession();
    const form = await openForm(url);
    const answer = await fetch(form.action, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site' },
      body: new URLSearchParams(form.hidden),
    });
    expect(answer.status).toBe(403);
  });

  test('listens on both 127.0.0.1 and ::1, where there is IPv6', async () => {
    const { port } = world.company;
    expect((await fetch(`http://127.0.0.1:${port}/sandbox`)).status).toBe(200);
    expect((await fetch(`http://localhost:${port}/sandbox`)).status).toBe(200);
  });
});

test('every test card of the list passes the check digit', () => {
  expect(testCards.filter((card) => !luhnHolds(card.number))).toEqual([]);
});

test('the desk lists the newest fifty payment pages, and says that there are more', async () => {
  const own = await startWorld();
  try {
    const first = await own.gateway.createSession(sessionRequest());
    for (let count = 1; count <= 50; count += 1) await own.gateway.createSession(sessionRequest());
    const desk = await (await fetch(`${own.company.url}/sandbox?lang=en`)).text();
    expect(desk.match(/>cs_test_/g)).toHaveLength(50);
    expect(desk).not.toContain(first.sessionId);
    expect(desk).toContain('Only the newest 50 are shown.');
  } finally {
    await own.close();
  }
});
