// The desk after issue, without script: an issued case is found by its number, its print window is set anew, the firm is told.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { holdStuck } from '../src/certificates/held.ts';
import { reopenPrinting } from '../src/certificates/print.ts';
import { reconcilePayment } from '../src/payments/reconcile.ts';
import { startPayment } from '../src/payments/start-payment.ts';
import { contextOf } from './deeds.ts';
import { type Printed, payAndIssue, printedOf } from './issued.ts';
import { makeOtherFirm } from './other-firm.ts';
import { type PayingWorld, pay, startPayingWorld } from './paying-world.ts';
import type { Visitor } from './world.ts';

let world: PayingWorld;
let [firm, examiner, certifier] = [] as unknown as [Visitor, Visitor, Visitor];
let [id, waiting] = ['', ''];
let paper: Printed;
let receipt = '';
beforeAll(async () => {
  world = await startPayingWorld();
  await signIn();
  [id = '', waiting = ''] = await world.certified(2);
  await payAndIssue(world, [id]);
  paper = await printedOf(world, id);
  receipt = /R2026-\d{6}/.exec(await text(examiner, `/desk/applications/${id}`))?.[0] ?? '';
}, 60_000);
afterAll(() => world.close());

/** Three people; again when the clock was turned further than a session lasts. */
async function signIn(): Promise<void> {
  const signedIn = async (as: string) => {
    const visitor = world.visitor();
    await visitor.signIn(world.account(as));
    return visitor;
  };
  [firm, examiner, certifier] = [await signedIn('user'), await signedIn('examiner'), await signedIn('certifier')];
}

const text = async (by: Visitor, path: string): Promise<string> => (await by.get(path)).text();
const address = () => `/desk/applications/${id}/reopen-printing`;
const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
/** The form as the page brings it, with what somebody types. */
async function send(by: Visitor, typed: { until: string; note: string }, seenUntil?: string) {
  const html = await text(certifier, `/desk/applications/${id}`);
  return by.post(address(), {
    ...{ round: hidden(html, 'round'), seenUntil: seenUntil ?? hidden(html, 'seenUntil') },
    ...typed,
  });
}

describe('案件を探す', () => {
  test('a receipt number and a certificate number lead to the case, however they are typed', async () => {
    const { number } = paper;
    const [plain, wide] = [
      receipt.replace(/\D/g, ''),
      receipt.toLowerCase().replace(/\d/g, (d) => '０１２３４５６７８９'[+d] ?? ''),
    ];
    for (const typed of [receipt, plain, wide, number, number.replaceAll('-', ''), ` ${number.toLowerCase()} `]) {
      const answer = await examiner.get(`/desk/find?${new URLSearchParams({ number: typed })}`);
      expect([answer.status, answer.headers.get('location')], typed).toEqual([303, `/desk/applications/${id}`]);
    }
  });

  test.each([
    ['R2026-999999', 'R2026-999999 の案件は、この商工会議所にはありません'],
    ['9901-2026-000001-?', '終わりの文字まで入れて'],
    ['', '終わりの文字まで入れて'],
    ['"><b>', '終わりの文字まで入れて'],
  ])('%s leads nowhere: the form again, with what was typed and why', async (typed, why) => {
    const answer = await examiner.get(`/desk/find?${new URLSearchParams({ number: typed })}`);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain(why);
    expect(html).toContain('href="#f-number"');
    expect(html).not.toContain('<b>');
    if (/^\w/.test(typed)) expect(html).toContain(`value="${typed}"`);
  });

  test('the form stands on the queue and on the home of staff; a firm may not search', async () => {
    for (const path of ['/desk', '/']) expect(await text(examiner, path)).toContain('action="/desk/find"');
    expect((await firm.get(`/desk/find?number=${receipt}`)).status).toBe(403);
  });
});

describe('印刷期間を改める', () => {
  test('the case says when it was issued, until when it is printed, and who fetched what', async () => {
    expect(await text(examiner, `/desk/applications/${id}`)).toContain('まだありません');
    await firm.post(`/applications/${id}/print/COPY`, {});
    const html = await text(certifier, `/desk/applications/${id}`);
    expect(html).toContain(paper.number);
    expect(html).toContain('2026年11月30日(月) 24:00 まで');
    expect(html).toContain('印刷期間中');
    expect(html).toContain('見本 花子(デモ) (U0001)');
    // In the window a later day is the clerk's to say, none is offered.
    expect(html).toContain('印刷期間を延ばす');
    expect(html).toMatch(/type="date"[^>]*name="until"/);
    // What is not issued has no such part.
    expect(await text(certifier, `/desk/applications/${waiting}`)).not.toContain('reopen-printing');
  });

  test('an examiner sees it without the form, and is refused when posting', async () => {
    const html = await text(examiner, `/desk/applications/${id}`);
    expect(html).toContain('印刷期間を変えるのは、認証の権限を持つ職員です');
    expect(html).not.toContain('reopen-printing');
    expect((await send(examiner, { until: '2026-12-10', note: 'x' })).status).toBe(403);
  });

  test('after the window the usual end is offered; what is missing is told at its field, and nothing typed is lost', async () => {
    world.turn({ days: 20 }); // 6 December
    await signIn();
    const html = await text(certifier, `/desk/applications/${id}`);
    expect(html).toContain('印刷期間終了');
    expect(html).toMatch(/name="until"[^>]*value="2026-12-20"/);
    const answer = await send(certifier, { until: '2026-12-01', note: '' });
    expect(answer.status).toBe(422);
    const again = await answer.text();
    expect(again).toContain('href="#f-until"');
    expect(again).toContain('href="#f-note"');
    expect(again).toContain('今日以後の日を入れてください');
    expect(again).toMatch(/name="until"[^>]*value="2026-12-01"/);
    const kept = await (await send(certifier, { until: '', note: 'プリンターの故障 <br>' })).text();
    expect(kept).toContain('プリンターの故障 &lt;br&gt;</textarea>');
  });

  test('set anew: the clerk reads what the firm can do now, the firm reads why and prints', async () => {
    expect((await firm.post(`/applications/${id}/print/ORIGINAL`, {})).status).toBe(422);
    const done = await send(certifier, { until: '2026-12-25', note: 'プリンターの故障' });
    expect(done.status).toBe(303);
    const said = await text(certifier, done.headers.get('location') ?? '');
    expect(said).toContain(`${receipt} の印刷期間を改めました`);
    expect(said).toContain('申請者は、2026年12月25日(金) 24:00 まで、ORIGINALとCOPYを何度でもダウンロードできます');
    expect(said).toMatch(/2026年12月25日\(金\) 24:00 まで プリンターの故障/); // the history of the desk

    const print = await text(firm, `/applications/${id}/print`);
    expect(print).toContain('2026年12月25日(金) 24:00 まで、何度でも');
    expect(print).toContain('商工会議所が 2026年12月6日(日) に印刷期間を変更しました。理由: プリンターの故障');
    expect(await text(firm, `/applications/${id}`)).toContain(
      '印刷期間を 2026年12月25日(金) 24:00 までに変更。理由: プリンターの故障',
    );
    await firm.post('/language', { lang: 'en', back: '/' });
    expect(await text(firm, `/applications/${id}`)).toContain(
      'Print window set to end on 25 December 2026, 24:00 JST. Reason: プリンターの故障',
    );
    const file = await firm.post(`/applications/${id}/print/ORIGINAL`, {});
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  });

  test('a colleague was first: nothing is done, the window as it is now is shown, and what was typed is kept', async () => {
    const ctx = { ...(await contextOf(world, 'certifier')), now: world.now() };
    await reopenPrinting(ctx, { applicationId: id, note: 'first', until: '2026-12-28' });
    const late = await send(certifier, { until: '2027-01-05', note: '二番目' }, '2026-12-25');
    expect(late.status).toBe(409);
    const html = await late.text();
    expect(html).toContain('この証明書の印刷期間は、先にほかの職員が変えました');
    expect(html).toContain('2026年12月28日(月) 24:00 まで');
    expect(html).toContain('二番目</textarea>');
    expect(hidden(html, 'seenUntil')).toBe('2026-12-28');
    expect((await send(certifier, { until: '2027-01-05', note: '二番目' })).status).toBe(303);
  });

  test('another firm, another site, a form that is not ours: nothing changes', async () => {
    const { visitor } = await makeOtherFirm(world);
    expect((await visitor.post(address(), { until: '2027-02-01', note: 'x', seenUntil: '2027-01-05' })).status).toBe(
      403,
    );
    expect((await certifier.post(address(), { note: 'x' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    // A form without its hidden part is no form of ours.
    expect((await certifier.post(address(), { until: '2027-02-01', note: 'x' })).status).toBe(409);
  });
});

describe('保留 on the screens', () => {
  const desk = () => `/desk/applications/${waiting}`;

  test('nothing is held: no alarm, and the list says what that means', async () => {
    expect(await text(examiner, '/')).not.toContain('交付できていない案件');
    expect(await text(examiner, '/desk?list=held')).toContain(
      '支払いの済んだ証明書は、すべて交付されているか、作成中です',
    );
  });

  test('held: the home says so first, the case says why; an examiner is told whose turn it is', async () => {
    const { paymentId, url } = await startPayment(await world.firm(), { applicationIds: [waiting], locale: 'ja' });
    await pay(url);
    await reconcilePayment(world.open(), paymentId);
    world.turn({ minutes: 6 });
    await holdStuck(world.open());
    expect(await text(examiner, '/')).toContain('証明書を交付できていない案件が1件あります');
    const html = await text(examiner, desk());
    expect(html).toContain('支払いから5分以内に証明書を作成できませんでした');
    expect(html).toContain('もう一度交付するのは、認証の権限を持つ職員です');
    expect(html).not.toContain(`${desk()}/resume`);
  });

  test('let go on once; the second who presses reads that a colleague was first', async () => {
    const round = hidden(await text(certifier, desk()), 'round');
    const done = await certifier.post(`${desk()}/resume`, { round });
    expect(done.status).toBe(303);
    expect(await text(certifier, done.headers.get('location') ?? '')).toContain('の交付を再開しました');
    const late = await certifier.post(`${desk()}/resume`, { round });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('ほかの職員が先に処理しました。いまの状態: 決済済');
  });
});
