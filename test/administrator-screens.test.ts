// 管理者ID: its pages without script, and what pages of applications show to whoever may look and no more.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { choosePassword } from '../src/accounts/choose-password.ts';
import { listEvidence } from '../src/applications/evidence-store.ts';
import { startApplication } from '../src/applications/start.ts';
import { submitApplication } from '../src/applications/submit.ts';
import { inChamber } from '../src/lib/db.ts';
import { startReset } from '../src/registrations/firm-ids.ts';
import { setFirmRules } from '../src/registrations/firm-rules.ts';
import { listCertifiable } from '../src/registrations/signature-certificates.ts';
import { readyApplication } from './deeds.ts';
import { type FirmWorld, makeFirmWorld } from './firm-world.ts';
import { payAndIssue } from './issued.ts';
import { makeOtherFirm, type OtherFirm } from './other-firm.ts';
import { type PayingWorld, startPayingWorld } from './paying-world.ts';
import type { Visitor } from './world.ts';

let world: PayingWorld;
let firm: FirmWorld;
let other: OtherFirm;
let administrator: Visitor;
let clerk: Visitor;
let draft: string;
let certified: string;
let issued: string;
beforeAll(async () => {
  world = await startPayingWorld();
  firm = await makeFirmWorld(world);
  other = await makeOtherFirm(world);
  [administrator, clerk] = [world.visitor(), world.visitor()];
  await administrator.signIn(world.account('administrator'));
  await clerk.signIn(world.account('user'));
  draft = await readyApplication(firm.user, 'DRAFT-1');
  [certified = '', issued = ''] = await world.certified(2);
  await payAndIssue(world, [issued]);
}, 60_000);
afterAll(() => world.close());

const text = async (visitor: Visitor, path: string): Promise<string> => {
  const answer = await visitor.get(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text();
};
const application = (id: string, rest = ''): string => `/applications/${id}${rest}`;

/** Forms that a page posts anywhere but to the frame's own. */
const formsOf = (page: string): string[] =>
  [...page.matchAll(/<form method="post" action="([^"]*)"/g)]
    .map(([, action = '']) => action)
    .filter((action) => !['/language', '/sign-out'].includes(action));
const linksOf = (page: string): string[] => [...page.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href);

describe('the administrator’s own pages', () => {
  test('home says how long the registration lasts, which IDs wait, what was paid this month; the menu leads on', async () => {
    const page = await text(administrator, '/');
    expect(page).toContain('まで有効です(あと700日)');
    expect(page).toMatch(/パスワード未設定のID<\/dt><dd class="summary-value">2件/);
    expect(page).toContain('1,100円(税込)(1件)');
    expect(linksOf(page)).toEqual(expect.arrayContaining(['/ids', '/registration', '/spend', '/applications']));
    for (const href of ['/payments', '/print', '/applications/new']) expect(linksOf(page)).not.toContain(href);
  });

  test('IDs: holder, signatory, state, and the way to a reset; the list of one signatory’s sub IDs', async () => {
    const page = await text(administrator, '/ids');
    for (const words of ['U0001', 'U0088', '同僚 三郎', 'サイン登録なし', 'U0001-88', '補助 四郎', 'パスワード未設定'])
      expect(page).toContain(words);
    expect(page).not.toContain('U9999');
    expect(linksOf(page)).toContain(`/ids/${firm.sub.actor.accountId}/reset`);
    expect(linksOf(page)).toContain('/applications?id=U0001');
    const { signatories } = await listCertifiable(firm.administrator);
    const [, colleague] = signatories;
    expect(await text(administrator, `/ids?of=${colleague?.signatoryId}`)).toContain('サブIDはありません');
    expect((await administrator.get('/ids?page=7')).headers.get('location')).toBe('/ids');
  });

  test('a reset is asked for first; without a way it is asked again; a code is shown once, in the answer itself', async () => {
    const path = `/ids/${firm.user.actor.accountId}/reset`;
    expect(await text(administrator, path)).toContain('u0001@mihon.example');
    const again = await administrator.post(path, {});
    expect([again.status, (await again.text()).includes('渡し方を選んでください')]).toEqual([422, true]);
    const shown = await administrator.post(path, { how: 'hand' });
    const code = /<code class="secret">([^<]+)</.exec(await shown.text())?.[1];
    expect([shown.status, shown.headers.get('cache-control'), code?.length]).toEqual([
      ...[200, 'no-store', expect.any(Number)],
    ]);
    expect(await text(administrator, path)).not.toContain(code);
    const mailed = await administrator.post(path, { how: 'mail' });
    expect([mailed.status, mailed.headers.get('location')]).toEqual([303, `${path}?mailed`]);
    expect(await text(administrator, `${path}?mailed`)).toContain('リンクをメールでお送りしました');
  });

  test('“sent” is not said of an ID for which nothing was sent', async () => {
    expect(await text(administrator, `/ids/${firm.sub.actor.accountId}/reset?mailed`)).not.toContain('お送りしました');
  });

  test('another firm’s ID is not there', async () => {
    const path = `/ids/${other.ctx.actor.accountId}/reset`;
    expect((await administrator.get(path)).status).toBe(404);
    expect((await administrator.post(path, { how: 'hand' })).status).toBe(404);
  });

  test('the registration: its facts, and where changes are taken', async () => {
    const page = await text(administrator, '/registration');
    for (const words of ['9901-000001', 'MIHON TRADING CO., LTD. (DEMO)', 'Hanako Mihon', '登録更新・登録変更の手続き'])
      expect(page).toContain(words);
  });

  test('the rules: a tick that is not sent is no; what is set is shown', async () => {
    const ticked = (page: string): string[] =>
      ['usersSeeAll', 'releaseRequired'].filter((name) => new RegExp(`name="${name}"[^>]* checked`).test(page));
    expect(ticked(await text(administrator, '/registration/rules'))).toEqual([]);
    const saved = await administrator.post('/registration/rules', { releaseRequired: 'yes' });
    expect([saved.status, saved.headers.get('location')]).toEqual([303, '/registration/rules?saved']);
    expect(ticked(await text(administrator, '/registration/rules?saved'))).toEqual(['releaseRequired']);
    await administrator.post('/registration/rules', {});
    expect(ticked(await text(administrator, '/registration/rules'))).toEqual([]);
  });

  test('署名登録証 as a file; of another firm’s signatory there is none', async () => {
    expect(await text(administrator, '/registration/signatures')).toContain('全員分をPDFで保存する');
    const file = await administrator.post('/registration/signatures', {});
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const foreign = await administrator.post('/registration/signatures', { signatory: other.signatoryId });
    expect(foreign.status).toBe(404);
  });

  test('spend of the period that is asked for; a wrong period is told at its field', async () => {
    const page = await text(administrator, '/spend');
    expect(page).toContain('2026年11月');
    expect(page).toContain('U0001 見本 花子(デモ)');
    expect(await text(administrator, '/spend?from=2026-01&to=2026-02')).toContain('この期間のお支払いはありません');
    expect((await administrator.get('/spend?from=2026-12&to=2026-11')).status).toBe(422);
  });

  test('none of them is a signatory’s', async () => {
    const reset = `/ids/${firm.sub.actor.accountId}/reset`;
    for (const path of ['/ids', reset, '/registration', '/registration/rules', '/registration/signatures'])
      expect([path, (await clerk.get(path)).status]).toEqual([path, 403]);
    for (const path of [reset, '/registration/rules', '/registration/signatures'])
      expect([path, (await clerk.post(path, { how: 'hand' })).status]).toEqual([path, 403]);
  });
});

describe('the firm’s cases, to be looked at', () => {
  test('the list names the ID and can be filtered by it and by the signatory', async () => {
    await startApplication(firm.sub, { kind: 'origin', oath: true });
    const page = await text(administrator, '/applications');
    expect(page).toContain('U0001-88 補助 四郎');
    expect(page).not.toContain('/applications/new');
    expect(await text(administrator, '/applications?id=u0001-88')).toContain('<p class="count">1件</p>');
    expect(await text(administrator, '/applications?id=U9999')).toContain('条件に合う発給申請はありません');
    const { signatories } = await listCertifiable(firm.administrator);
    const [mine, colleagues] = signatories.map((one) => one.signatoryId);
    expect(await text(administrator, `/applications?signatory=${colleagues}`)).toContain('条件に合う');
    expect(await text(administrator, `/applications?signatory=${mine}&id=U0001-88`)).toContain(
      '<p class="count">1件</p>',
    );
  });

  test('an overview shows all and offers nothing to press', async () => {
    for (const id of [draft, certified, issued]) {
      const page = await text(administrator, application(id));
      expect(page).toContain('このIDでは、この申請を見ることだけができます');
      expect(page).toContain('U0001 見本 花子(デモ)');
      expect(formsOf(page)).toEqual([]);
      const reads = [application(id, '/goods'), application(id, '/preview.pdf'), application(id, '/evidence/')];
      const beyond = linksOf(page).filter((href) => href.startsWith(application(id, '/')));
      expect(beyond.filter((href) => !reads.some((read) => href.startsWith(read)))).toEqual([]);
      for (const href of beyond) expect([href, (await administrator.get(href)).status]).toEqual([href, 200]);
      for (const href of linksOf(page)) expect(href).not.toMatch(/^\/(?:payments|print|applications\/new)/);
    }
  });

  test('of what a sub ID made it says both who made it and whose signature it bears', async () => {
    const { applicationId } = await startApplication(firm.sub, { kind: 'origin', oath: true });
    const page = await text(administrator, application(applicationId));
    expect(page).toContain('U0001-88 補助 四郎、または署名者 見本 花子 のIDで行います');
    expect(page).toContain('<dt>署名者</dt><dd class="summary-value">見本 花子</dd>');
  });

  test('previews, goods and attachments are read', async () => {
    const evidence = await inChamber(world.house.db, '9901', (trx) => listEvidence(trx, '9901', draft));
    const file = application(draft, `/evidence/${evidence[0]?.evidenceId}/file`);
    for (const path of [file, application(draft, '/preview/sheets/1'), application(draft, '/goods.tsv')])
      expect([path, (await administrator.get(path)).status]).toEqual([path, 200]);
    const goods = await text(administrator, application(draft, '/goods'));
    expect(goods).toContain('このIDでは、商品を見ることだけができます');
    expect(formsOf(goods)).toEqual([]);
  });

  test('a page that only writes is refused as a page, whatever the state', async () => {
    const steps = ['/request', '/boxes', '/goods/upload', '/evidence', '/review', '/withdraw'];
    for (const id of [draft, certified])
      for (const step of steps) {
        const answer = await administrator.get(application(id, step));
        expect([step, answer.status, answer.headers.get('content-type')]).toEqual([
          ...[step, 403, expect.stringContaining('text/html')],
        ]);
      }
    for (const path of ['/applications/new', '/payments', '/print', application(issued, '/print')])
      expect([path, (await administrator.get(path)).status]).toEqual([path, 403]);
  });

  test('what it posts changes nothing', async () => {
    const posts = [
      ...['/request', '/boxes', '/submit', '/withdraw', '/goods', '/evidence', '/goods/upload'].map((step) =>
        application(draft, step),
      ),
      ...['/applications/new', '/payments', application(issued, '/print/ORIGINAL'), application(issued, '/statement')],
    ];
    const typed = { oath: 'yes', application: certified, version: '1', from: '0', count: '0', do: 'save' };
    for (const path of posts) expect([path, (await administrator.post(path, typed)).status]).toEqual([...[path, 403]]);
  });

  test('payments are looked at: the list, one of them, no button', async () => {
    const list = await text(administrator, '/payments/history');
    expect(linksOf(list)).not.toContain('/payments');
    const href = linksOf(list).find((one) => /^\/payments\/[0-9a-f-]{36}$/.test(one)) ?? '';
    const page = await text(administrator, href);
    expect(page).toContain('お支払い済み');
    expect(formsOf(page)).toEqual([]);
    for (const link of linksOf(page)) expect(link).not.toMatch(/^\/(?:payments|print)$|\/print$/);
  });

  test('where signatories see each other’s cases they find the same: all to read, nothing to press', async () => {
    const colleague = await colleagueSignedIn();
    expect((await colleague.get(application(draft))).status).toBe(404);
    await setFirmRules(firm.administrator, { usersSeeAll: true, releaseRequired: false });
    for (const id of [draft, certified, issued]) {
      const page = await text(colleague, application(id));
      expect(page).toContain('このIDでは、この申請を見ることだけができます');
      expect(formsOf(page)).toEqual([]);
      for (const href of linksOf(page)) expect(href).not.toMatch(/^\/payments\?|.\/(?:print|withdraw|boxes|request)$/);
    }
    expect((await colleague.get(application(draft, '/boxes'))).status).toBe(403);
    expect((await colleague.post(application(draft, '/submit'), {})).status).toBe(404);
    expect((await colleague.get(application(issued, '/print'))).status).toBe(404);
    expect(await text(colleague, '/payments')).not.toContain(certified);
    await setFirmRules(firm.administrator, { usersSeeAll: false, releaseRequired: false });
  });

  test('its own signatory has every button still', async () => {
    expect(linksOf(await text(clerk, application(draft)))).toContain(application(draft, '/withdraw'));
    expect(linksOf(await text(clerk, application(certified)))).toContain(`/payments?application=${certified}`);
    expect(linksOf(await text(clerk, application(issued)))).toContain(application(issued, '/print'));
    const submitted = await readyApplication(firm.user, 'SUBMITTED-1');
    await submitApplication(firm.user, { applicationId: submitted });
    expect(await text(clerk, application(submitted))).not.toContain('見ることだけ');
  });
});

/** With the password that he has chosen by a code from his administrator. */
async function colleagueSignedIn(): Promise<Visitor> {
  const { chamberId, accountId, loginId } = firm.colleague.actor;
  const ctx = { ...firm.administrator, now: world.now() };
  const { handedOver } = await startReset(ctx, { accountId, how: 'hand' });
  const password = 'seven quiet lanterns upstream';
  await choosePassword(world.open(), { code: handedOver?.code ?? '', password });
  const visitor = world.visitor();
  expect((await visitor.signIn({ chamber: chamberId, id: loginId, password })).status).toBe(303);
  return visitor;
}
