// The signatory's screens without script: what is answered, what is kept, what is refused.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '../src/accounts/password.ts';
import { insertAccount } from '../src/accounts/store.ts';
import { attachEvidence } from '../src/applications/evidence.ts';
import { originKinds } from '../src/applications/forms/forms.ts';
import { applicationLifecycle, applicationStatuses } from '../src/applications/lifecycle.ts';
import { readOfKind } from '../src/applications/read.ts';
import { insertRemarks } from '../src/applications/remarks-store.ts';
import { saveBoxes, saveGoods } from '../src/applications/save.ts';
import { startApplication } from '../src/applications/start.ts';
import { advance } from '../src/audit/advance.ts';
import { dayInJapan } from '../src/lib/clock.ts';
import { inChamber } from '../src/lib/db.ts';
import { newId } from '../src/lib/ids.ts';
import { findSignatoryOfAccount, insertSignatory } from '../src/registrations/store.ts';
import { chambers, over, yours } from '../src/web/firm/firm-home.tsx';
import { contextOf } from './deeds.ts';
import { invoicePdf, legalContent } from './fixtures-origin.ts';
import { startWorld, type Visitor, type World } from './world.ts';

let world: World;
let clerk: Visitor;
beforeAll(async () => {
  world = await startWorld();
  clerk = await signedIn('user');
});
afterAll(() => world.close());

async function signedIn(as: string): Promise<Visitor> {
  const visitor = world.visitor();
  await visitor.signIn(world.account(as));
  return visitor;
}

async function draft(): Promise<string> {
  return (await startApplication(await contextOf(world, 'user'), { kind: 'origin', oath: true })).applicationId;
}

/** A draft that may be submitted; its invoice has a number of its own. */
async function ready(invoice: string): Promise<string> {
  const ctx = await contextOf(world, 'user');
  const applicationId = await draft();
  const { goods, ...boxes } = legalContent(dayInJapan(ctx.now));
  const invoices = boxes.invoices.map((one) => ({ ...one, number: invoice }));
  await saveBoxes(ctx, { kinds: originKinds, applicationId, boxes: { ...boxes, invoices } });
  await saveGoods(ctx, { kinds: originKinds, applicationId, from: 0, count: 0, goods });
  await attachEvidence(ctx, { applicationId, kind: 'invoice', fileName: 'invoice.pdf', bytes: invoicePdf() });
  return applicationId;
}

/** What the chamber's screens will do: sends it back with a remark at box 2. */
async function sendBack(applicationId: string): Promise<void> {
  const { chamberId, accountId } = (await contextOf(world, 'examiner')).actor;
  await inChamber(world.house.db, chamberId, async (trx) => {
    await insertRemarks(trx, { chamberId, applicationId }, [
      {
        ...{ remarkId: newId(world.now()), place: '2', words: '国名を <正式> に直してください。' },
        ...{ accountId, round: 1, at: world.now() },
      },
    ]);
    await advance(trx, applicationLifecycle, {
      ...{ subject: 'application', chamberId, id: applicationId, from: 'submitted', action: 'send_back' },
      ...{ role: 'examiner', by: { kind: 'account', id: accountId }, at: world.now() },
    });
  });
}

/** A second signatory of the demo firm, signed in. */
async function signedInColleague(): Promise<Visitor> {
  const { actor, now } = await contextOf(world, 'user');
  const { chamberId } = actor;
  const password = 'a colleague’s password';
  const { via: _via, ...own } = actor;
  const account = { ...own, accountId: newId(now), loginId: 'U0009', passwordHash: await hashPassword(password) };
  await inChamber(world.house.db, chamberId, async (trx) => {
    const mine = await findSignatoryOfAccount(trx, chamberId, actor.accountId);
    if (!mine) throw new Error('the demo’s user is no signatory');
    await insertAccount(trx, account, now);
    const signatory = { ...mine, signatoryId: newId(now), accountId: account.accountId, signatureSha256: null };
    await insertSignatory(trx, signatory, now);
  });
  const visitor = world.visitor();
  const answer = await visitor.signIn({ chamber: chamberId, id: 'U0009', password });
  expect(answer.status).toBe(303);
  return visitor;
}

const idIn = (response: Response): string => /applications\/([0-9a-f-]{36})/.exec(location(response))?.[1] ?? '';
const location = (response: Response): string => response.headers.get('location') ?? '';
const text = async (path: string): Promise<string> => (await clerk.get(path)).text();

describe('誓約事項', () => {
  test('without the tick nothing begins, and the choice of what to copy is kept', async () => {
    const earlier = await draft();
    const refused = await clerk.post('/applications/new', { 'copy-of': earlier });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain('同意するにチェックを入れてください');
    expect(page).toMatch(new RegExp(`value="${earlier}"[^>]*checked`));
  });

  test('with it a draft begins and leads to the request sheet; a copy takes the content along', async () => {
    const earlier = await ready('COPY-1');
    expect(await text(`/applications/new?copy-of=${earlier}`)).toMatch(new RegExp(`value="${earlier}"[^>]*checked`));
    const begun = await clerk.post('/applications/new', { oath: 'yes', 'copy-of': earlier });
    expect(begun.status).toBe(303);
    expect(location(begun)).toBe(`/applications/${idIn(begun)}/request`);
    const { application } = await readOfKind(await contextOf(world, 'user'), originKinds, idIn(begun));
    expect(application.content.consignee.name).toBe('SAMPLE IMPORTS INC.');
  });

  test('one that is not the signatory’s cannot be copied', async () => {
    const nobodys = '00000000-0000-7000-8000-000000000000';
    expect((await clerk.get(`/applications/new?copy-of=${nobodys}`)).status).toBe(404);
    expect((await clerk.post('/applications/new', { oath: 'yes', 'copy-of': nobodys })).status).toBe(404);
  });
});

describe('証明依頼書', () => {
  const sheet = { 'request.goodsClass': 'metals', 'request.destination': 'US' };

  test('is saved and leads to the boxes', async () => {
    const id = await draft();
    const saved = await clerk.post(`/applications/${id}/request`, { ...sheet, version: '1' });
    expect(location(saved)).toBe(`/applications/${id}/boxes`);
    expect(await text(`/applications/${id}/request`)).toMatch(/value="metals"[^>]*checked/);
  });

  test('with something missing it is saved all the same, and says what to choose', async () => {
    const id = await draft();
    const half = await clerk.post(`/applications/${id}/request`, { 'request.destination': 'US', version: '1' });
    expect(half.status).toBe(422);
    const page = await half.text();
    expect(page).toContain('主な品目を選んでください。');
    expect(page).toMatch(/<option value="US" selected/);
    expect(
      (await readOfKind(await contextOf(world, 'user'), originKinds, id)).application.content.request.destination,
    ).toBe('US');
  });

  test('a choice that is in no list is no answer, and breaks nothing', async () => {
    const id = await draft();
    const odd = { 'request.goodsClass': 'weapons', 'request.destination': 'ATLANTIS', version: '1' };
    expect((await clerk.post(`/applications/${id}/request`, odd)).status).toBe(422);
    expect((await clerk.get(`/applications/${id}/request`)).status).toBe(200);
  });

  test('what only the counter can do is said after saving, at the choice and on return', async () => {
    const id = await draft();
    const answer = await clerk.post(`/applications/${id}/request`, {
      ...sheet,
      'request.tallySeal': 'yes',
      version: '1',
    });
    expect(answer.status).toBe(422);
    for (const page of [await answer.text(), await text(`/applications/${id}/request`)])
      expect(page).toContain('この案件は、窓口で申請してください');
  });

  test('when another window saved first, what was typed stays beside what is saved, and can be saved then', async () => {
    const id = await draft();
    await clerk.post(`/applications/${id}/request`, { ...sheet, version: '1' });
    const late = { 'request.goodsClass': 'textiles', 'request.destination': 'FR' };
    const conflict = await clerk.post(`/applications/${id}/request`, { ...late, version: '1' });
    expect(conflict.status).toBe(409);
    const page = await conflict.text();
    expect(page).toContain('金属・金属製品');
    expect(page).toMatch(/value="textiles"[^>]*checked/);
    const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';
    const again = await clerk.post(`/applications/${id}/request`, { ...late, version });
    expect(location(again)).toBe(`/applications/${id}/boxes`);
  });
});

describe('確認と申請', () => {
  test('of an empty draft lists what blocks, each with the way to its field, and offers no button', async () => {
    const id = await draft();
    const page = await text(`/applications/${id}/review`);
    expect(page).toContain(`href="/applications/${id}/request#f-request.goodsClass"`);
    expect(page).toContain(`href="/applications/${id}/boxes#f-consignee.name"`);
    expect(page).toContain(`href="/applications/${id}/evidence#f-invoice"`);
    expect(page).not.toContain(`action="/applications/${id}/submit"`);
    const pressed = await clerk.post(`/applications/${id}/submit`, { version: '1' });
    expect(pressed.status).toBe(422);
    expect(await pressed.text()).toContain('まだ申請できません');
  });

  test('every point of the list leads to a field that is there', async () => {
    const id = await draft();
    const links = [...(await text(`/applications/${id}/review`)).matchAll(/href="([^"#]+)#(f-[^"]+)"/g)];
    expect(links.length).toBeGreaterThan(5);
    const missing: string[] = [];
    for (const [, path = '', field] of links)
      if (!(await text(path)).includes(`id="${field}"`)) missing.push(`${path}#${field}`);
    expect(missing).toEqual([]);
  });

  test('five thousand lines of the same fault are three points, and a number that leads to the fourth', async () => {
    const ctx = await contextOf(world, 'user');
    const id = await draft();
    const line = legalContent('2026-11-16').goods[0];
    if (!line) throw new Error('no line');
    const goods = Array.from({ length: 120 }, () => ({ ...line, unit: '' }));
    await saveGoods(ctx, { kinds: originKinds, applicationId: id, from: 0, count: 0, goods });
    const page = await text(`/applications/${id}/review`);
    expect(page.match(/#f-goods\.\d+\.unit/g)).toEqual([0, 1, 2, 3].map((row) => `#f-goods.${row}.unit`));
    expect(page).toContain('ほかに117件あります');
  });

  test('of a sound draft shows the sheets and submits; pressed twice it leads to the overview', async () => {
    const id = await ready('SUBMIT-1');
    const page = await text(`/applications/${id}/review`);
    expect(page).toContain(`src="/applications/${id}/preview/sheets/1"`);
    const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';
    for (const _ of [1, 2]) {
      const submitted = await clerk.post(`/applications/${id}/submit`, { version });
      expect([submitted.status, location(submitted)]).toEqual([303, `/applications/${id}`]);
    }
    const overview = await text(`/applications/${id}`);
    expect(overview).toMatch(/発給申請 R2026-\d{6}/);
    expect(overview).toContain('審査の受付時間中です');
    // Closed to the firm: every step leads to the overview.
    for (const step of ['request', 'review'])
      expect(location(await clerk.get(`/applications/${id}/${step}`))).toBe(`/applications/${id}`);
    const late = await clerk.post(`/applications/${id}/request`, { 'request.goodsClass': 'metals', version });
    expect(location(late)).toBe(`/applications/${id}`);
  });

  test('what was changed in another window after the look is not submitted unseen', async () => {
    const id = await ready('SUBMIT-2');
    const refused = await clerk.post(`/applications/${id}/submit`, { version: '1' });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('ほかの画面で内容が変更されています');
  });

  test('the specimen comes as a picture of each sheet and as a PDF, stored by nobody', async () => {
    const id = await draft();
    const picture = await clerk.get(`/applications/${id}/preview/sheets/1`);
    expect(picture.headers.get('content-type')).toContain('image/svg+xml');
    expect(picture.headers.get('cache-control')).toBe('no-store');
    expect(picture.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await picture.text()).toContain('<svg');
    for (const sheet of ['0', '2', '-1', 'x', '99999'])
      expect((await clerk.get(`/applications/${id}/preview/sheets/${sheet}`)).status).toBe(404);
    const pdf = await clerk.get(`/applications/${id}/preview.pdf`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(pdf.headers.get('cache-control')).toBe('no-store');
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });
});

describe('one application', () => {
  test('that was sent back shows the examiner’s words at the box, as text, and the way there', async () => {
    const id = await ready('BACK-1');
    await clerk.post(`/applications/${id}/submit`, {});
    await sendBack(id);
    const page = await text(`/applications/${id}`);
    expect(page).toContain('第2欄 荷受人を直す');
    expect(page).toContain('国名を &lt;正式&gt; に直してください。');
    expect(page).toContain(`href="/applications/${id}/boxes#box-2"`);
    expect(await text(`/applications/${id}/boxes`)).toContain('id="box-2"');
  });

  test('is withdrawn only after being asked once more, and once', async () => {
    const id = await draft();
    expect(await text(`/applications/${id}`)).toContain(`href="/applications/${id}/withdraw"`);
    expect(await text(`/applications/${id}/withdraw`)).toContain('元に戻せません');
    expect(location(await clerk.post(`/applications/${id}/withdraw`, {}))).toBe(`/applications/${id}`);
    const overview = await text(`/applications/${id}`);
    expect(overview).toContain('取り下げられました');
    expect(overview).toContain(`href="/applications/new?copy-of=${id}"`);
    const again = await clerk.post(`/applications/${id}/withdraw`, {});
    expect(again.status).toBe(409);
    expect(await again.text()).toContain('状態が変わっていました');
    expect(location(await clerk.get(`/applications/${id}/withdraw`))).toBe(`/applications/${id}`);
  });

  const steps = ['', '/request', '/review', '/withdraw', '/preview.pdf', '/preview/sheets/1'];
  test('of another signatory of the same firm is not found, nor is one that there is none of', async () => {
    const id = await draft();
    const colleague = await signedInColleague();
    for (const step of steps) expect((await colleague.get(`/applications/${id}${step}`)).status, step).toBe(404);
    for (const step of ['/request', '/submit', '/withdraw'])
      expect((await colleague.post(`/applications/${id}${step}`, {})).status, step).toBe(404);
    expect((await colleague.post('/applications/new', { oath: 'yes', 'copy-of': id })).status).toBe(404);
    expect(await (await colleague.get('/applications')).text()).toContain('発給申請はまだありません');
    for (const step of steps) expect((await clerk.get(`/applications/no-id${step}`)).status, step).toBe(404);
  });

  test('is not for the chamber’s staff by these pages', async () => {
    const id = await draft();
    const staff = await signedIn('examiner');
    for (const path of ['/applications', '/applications/new', ...steps.map((step) => `/applications/${id}${step}`)])
      expect((await staff.get(path)).status, path).toBe(403);
    expect((await staff.post('/applications/new', { oath: 'yes' })).status).toBe(403);
    expect((await staff.get('/')).status).toBe(200);
  });
});

describe('the list', () => {
  test('filters by state and words in the address, and keeps both in the form', async () => {
    const id = await ready('FILTER-100%');
    const found = await text('/applications?status=draft&words=FILTER-100%25');
    expect(found).toContain(`href="/applications/${id}"`);
    expect(found).toMatch(/value="draft" selected/);
    expect(found).toContain('value="FILTER-100%"');
    expect(await text('/applications?status=issued&words=FILTER-100%25')).toContain('条件に合う発給申請はありません');
    // `%` and `_` are letters like others.
    expect(await text('/applications?words=%25_%25')).toContain('条件に合う発給申請はありません');
  });

  test('pages of 50: beyond the last leads to the last, nonsense to the first', async () => {
    for (let i = 0; i < 51; i++) await draft();
    const beyond = await clerk.get('/applications?status=draft&page=999');
    const last = location(beyond);
    expect(last).toMatch(/^\/applications\?status=draft&page=\d+$/);
    expect(await text(last)).toContain('rel="prev"');
    for (const odd of ['0', '-1', 'x', '1e3', '9'.repeat(30)]) {
      const page = await clerk.get(`/applications?page=${odd}`);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('1 / ');
    }
  });

  test('takes any bytes as words', async () => {
    for (const odd of ['%00', '%5C', "'%3B--", '%F0%9F%98%80', 'a'.repeat(5000)])
      expect((await clerk.get(`/applications?words=${odd}&status=zzz`)).status, odd).toBe(200);
  });
});

describe('the start page of a firm', () => {
  test('counts what waits for the signatory, with the way to it', async () => {
    const page = await text('/');
    expect(page).toContain('href="/applications?status=draft"');
    expect(page).toContain('href="/applications?status=returned"');
    expect(page.indexOf('status=returned')).toBeLessThan(page.indexOf('status=submitted'));
  });

  test('has a place for every state', () => {
    expect([...yours, ...chambers, ...over].sort()).toEqual([...applicationStatuses].sort());
  });
});
