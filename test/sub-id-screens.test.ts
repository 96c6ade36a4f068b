// The screens of sub IDs and of 署名者の確認, without script.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { approveApplication } from '../src/applications/examine.ts';
import { readDeskCase } from '../src/applications/read-desk.ts';
import { prepareApplication } from '../src/applications/release.ts';
import { startApplication } from '../src/applications/start.ts';
import { submitApplication } from '../src/applications/submit.ts';
import { certifyApplication } from '../src/certificates/certify.ts';
import { inChamber } from '../src/lib/db.ts';
import { limitSubId } from '../src/registrations/sub-ids/limit-sub-id.ts';
import { getOwnSubId, listOwnSubIds } from '../src/registrations/sub-ids/list-own-sub-ids.ts';
import { contextOf, readyApplication } from './deeds.ts';
import { makeSub } from './sub-people.ts';
import { startWorld, type Visitor, type World } from './world.ts';

let world: World;
let [user, sub]: Visitor[] = [];
const at = (visitor: Visitor | undefined): Visitor => {
  if (!visitor) throw new Error('not signed in');
  return visitor;
};
const [signatory, clerk] = [() => at(user), () => at(sub)];
beforeAll(async () => {
  world = await startWorld();
  [user, sub] = [world.visitor(), world.visitor()];
  await signatory().signIn(world.account('user'));
  await clerk().signIn(world.account('sub'));
});
afterAll(() => world.close());
beforeEach(() => setRelease(false));

const page = async (visitor: Visitor, path: string): Promise<string> => (await visitor.get(path)).text();
const english = { 'accept-language': 'en' };

async function setRelease(required: boolean): Promise<void> {
  await inChamber(world.house.db, '9901', (trx) =>
    trx.updateTable('registration').set({ release_required: required }).where('number', '=', '9901-000001').execute(),
  );
}

const typed = { nameJa: '見本 五郎', nameEn: 'Goro Mihon', mail: 'goro@mihon.example', validUntil: '' };

describe('サブID', () => {
  test('the menu has it for the signatory and for nobody else, who is turned away', async () => {
    expect(await page(signatory(), '/')).toContain('href="/sub-ids"');
    expect(await page(clerk(), '/')).not.toContain('href="/sub-ids"');
    for (const path of ['/sub-ids', '/sub-ids/new', '/applications/to-release'])
      expect((await clerk().get(path)).status, path).toBe(403);
  });

  test('made: its own page says the number to tell, and that the mail does not', async () => {
    const answer = await signatory().post('/sub-ids/new', { ...typed, may: 'submit' });
    expect(answer.status).toBe(303);
    const html = await page(signatory(), answer.headers.get('location') ?? '');
    const id = /サブID (U0001-\d\d) を作りました/.exec(html)?.[1] ?? '';
    expect(html).toContain('見本 五郎 さんに、商工会議所コード 9901 とこのサブIDを伝えてください');
    expect(html).toContain('まだ決めていません。リンクは');
    const list = await page(signatory(), '/sub-ids');
    expect(list).toContain(id);
    expect(list).toContain('準備、発給申請<');
    expect(list).toContain('パスワード未設定');
  });

  test('what was typed wrong comes back as typed, each place named, and nothing is made', async () => {
    const before = (await listOwnSubIds(await contextOf(world, 'user'))).total;
    const answer = await signatory().post('/sub-ids/new', { ...typed, nameEn: '五郎', mail: 'x', may: 'pay' });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('value="五郎"');
    expect(html).toContain('href="#f-nameEn"');
    expect(html).toContain('href="#f-mail"');
    expect(html).toMatch(/value="pay"[^>]*checked/);
    expect((await listOwnSubIds(await contextOf(world, 'user'))).total).toBe(before);
  });

  test('limits are changed, the link is sent again, the work is handed over, and it ends, each told before', async () => {
    const { account } = await makeSub(world);
    const path = `/sub-ids/${account.accountId}`;
    const limited = await signatory().post(`${path}/limits`, { validUntil: '2027-03-31' });
    expect(limited.headers.get('location')).toBe(`${path}?done=saved`);
    const row = await getOwnSubId(await contextOf(world, 'user'), account.accountId);
    expect(row).toMatchObject({ may: [], validUntil: '2027-03-31' });
    const past = await signatory().post(`${path}/limits`, { validUntil: '2020-01-01', may: 'pay' });
    expect(past.status).toBe(422);
    expect(await past.text()).toContain('value="2020-01-01"');
    expect((await signatory().post(`${path}/link`, {})).headers.get('location')).toBe(`${path}?done=sent`);
    const ask = await page(signatory(), `${path}/hand-over`);
    expect(ask).toContain('元に戻せません');
    const handed = await signatory().post(`${path}/hand-over`, typed);
    const next = handed.headers.get('location') ?? '';
    expect(next).toMatch(/^\/sub-ids\/[0-9a-f-]+\?done=made$/);
    expect(await page(signatory(), path)).toContain('このサブIDは終了しています');
    // What had ended meanwhile is told, and its forms are gone.
    const late = await signatory().post(`${path}/end`, {});
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('状態が変わっていました')]);
    expect((await signatory().get(`${path}/end`)).headers.get('location')).toBe(path);
    const nextPath = next.split('?')[0] ?? '';
    expect(await page(signatory(), `${nextPath}/end`)).toContain('二度と作られません');
    await signatory().post(`${nextPath}/end`, {});
    expect(await page(signatory(), nextPath)).toContain('終了');
  });

  test('its holder’s home says whose signature it uses and what he may not do', async () => {
    const html = await page(clerk(), '/');
    expect(html).toContain('見本 花子');
    expect(html).toContain('このIDで申請できます。');
    const ctx = await contextOf(world, 'sub');
    const { accountId } = ctx.actor;
    await limitSubId(await contextOf(world, 'user'), { accountId, may: [], validUntil: null });
    const limited = await page(clerk(), '/');
    expect(limited).toContain('このIDでは申請と取下げができません');
    expect(limited).toContain('署名者 見本 花子 のIDでお支払いください');
    await limitSubId(await contextOf(world, 'user'), { accountId, may: ['submit', 'pay'], validUntil: null });
  });
});

test('a sub ID that may not pay sees what waits for payment, who pays it, and no way to pay', async () => {
  const ctx = await contextOf(world, 'sub');
  const applicationId = await readyApplication(ctx);
  const { round } = await submitApplication(ctx, { applicationId });
  const examiner = await contextOf(world, 'examiner');
  const invoiceSignedBy = (await readDeskCase(examiner, applicationId)).signatories[0]?.signatoryId ?? '';
  await approveApplication(examiner, { applicationId, round, invoiceSignedBy });
  await certifyApplication(await contextOf(world, 'certifier'), { applicationId, round });
  expect(await page(clerk(), '/payments')).toContain('カード会社のページで支払う');
  const { accountId } = ctx.actor;
  await limitSubId(await contextOf(world, 'user'), { accountId, may: ['submit'], validUntil: null });
  const html = await page(clerk(), '/payments');
  expect(html).toContain(`/applications/${applicationId}`);
  expect(html).toContain('このIDではお支払いできません。署名者 見本 花子 のIDでお支払いください。');
  expect(html).not.toContain('カード会社のページで支払う');
  expect((await clerk().post('/payments', { application: applicationId })).status).toBe(403);
  await limitSubId(await contextOf(world, 'user'), { accountId, may: ['submit', 'pay'], validUntil: null });
});

describe('署名者の確認', () => {
  test('asked for, checked, given back with a note, asked for again, submitted; both ends see where it stands', async () => {
    await setRelease(true);
    const ctx = await contextOf(world, 'sub');
    const id = await readyApplication(ctx);
    const review = await page(clerk(), `/applications/${id}/review`);
    expect(review).toContain(`action="/applications/${id}/prepare"`);
    expect(review).not.toContain('発給申請する');
    const asked = await clerk().post(`/applications/${id}/prepare`, {});
    expect(asked.headers.get('location')).toBe(`/applications/${id}`);
    const waiting = await page(clerk(), `/applications/${id}`);
    expect(waiting).toContain('署名者 見本 花子 の確認を待っています');
    expect(waiting).toContain(`action="/applications/${id}/take-back"`);
    for (const step of ['request', 'boxes', 'evidence', 'review'])
      expect((await clerk().get(`/applications/${id}/${step}`)).status, step).toBe(303);
    for (const path of ['/', '/applications'])
      expect(await page(signatory(), path), path).toContain('サブIDが準備した申請 1件');
    expect(await page(signatory(), '/applications?id=U0001-01')).toContain('署名者の確認待ち');
    expect(waiting).not.toContain('/withdraw');
    expect((await clerk().get(`/applications/${id}/withdraw`)).status).toBe(303);
    expect(await page(signatory(), '/applications/to-release')).toContain(`/applications/${id}/release`);
    const release = await page(signatory(), `/applications/${id}/release`);
    expect(release).toContain('発給申請する');
    const empty = await signatory().post(`/applications/${id}/give-back`, { note: ' ' });
    expect(empty.status).toBe(422);
    await signatory().post(`/applications/${id}/give-back`, { note: '数量 <b> を' });
    const back = await page(clerk(), `/applications/${id}`);
    expect(back).toContain('署名者が戻しました');
    expect(back).toContain('直すところ: 数量 &lt;b&gt; を');
    await clerk().post(`/applications/${id}/prepare`, {});
    const version = /name="version" value="(\d+)"/.exec(await page(signatory(), `/applications/${id}/release`))?.[1];
    const sent = await signatory().post(`/applications/${id}/release`, { version: version ?? '' });
    expect(sent.headers.get('location')).toBe(`/applications/${id}`);
    const history = await page(clerk(), `/applications/${id}`);
    expect(history).toContain('準備完了(署名者の確認へ)');
    expect(history).toContain('U0001-01 見本 次子(デモ)');
    // Too late for either of them.
    expect((await clerk().post(`/applications/${id}/take-back`, {})).status).toBe(409);
    expect((await signatory().post(`/applications/${id}/release`, {})).status).toBe(409);
    expect((await signatory().get(`/applications/${id}/release`)).status).toBe(303);
  });

  test('taken back by the sub ID', async () => {
    const ctx = await contextOf(world, 'sub');
    const id = await readyApplication(ctx);
    await prepareApplication(ctx, { applicationId: id });
    await clerk().post(`/applications/${id}/take-back`, {});
    expect((await clerk().get(`/applications/${id}/boxes`)).status).toBe(200);
    expect(await page(signatory(), `/applications/${id}`)).not.toContain('確認を待っています');
  });

  test('what is not ready is told where it is asked', async () => {
    await setRelease(true);
    const { applicationId } = await startApplication(await contextOf(world, 'sub'), { kind: 'origin', oath: true });
    const answer = await clerk().post(`/applications/${applicationId}/prepare`, {});
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('申請の前に直すところ');
  });
});

describe('who submitted', () => {
  test('by a sub ID: history and desk show it beside the signatory; the desk hears nothing of give and take', async () => {
    const ctx = await contextOf(world, 'sub');
    const id = await readyApplication(ctx);
    await submitApplication(ctx, { applicationId: id });
    expect(await page(signatory(), `/applications/${id}`)).toContain('発給申請(署名者 見本 花子)');
    const english1 = await (await signatory().get(`/applications/${id}`, english)).text();
    expect(english1).toContain('lang="en"');
    expect(english1).toContain('Submitted under the signatory Hanako Mihon');
    const examiner = world.visitor();
    await examiner.signIn(world.account('examiner'));
    const desk = await page(examiner, `/desk/applications/${id}`);
    expect(desk).toContain('U0001-01 見本 次子(デモ)');
    expect(desk).toContain('Hanako Mihon');
    const released = await readyApplication(ctx);
    await prepareApplication(ctx, { applicationId: released });
    await submitApplication(await contextOf(world, 'user'), { applicationId: released });
    const other = await page(examiner, `/desk/applications/${released}`);
    expect(other).toContain('U0001 見本 花子(デモ)(準備 U0001-01 見本 次子(デモ))');
    expect(other).not.toContain('prepare<');
  });
});
