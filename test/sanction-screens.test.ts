// 処分 on the screens, without script: imposed after a page that says what it will do, told to the firm wherever it would
// otherwise find out by failing, and decided case by case.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Ctx } from '../src/accounts/context.ts';
import { certifyApplication } from '../src/certificates/certify.ts';
import { readDeskProcedure } from '../src/registrations/procedures/procedure-desk.ts';
import { contextOf, readyApplication } from './deeds.ts';
import { type DeskWorld, desk, startDeskWorld } from './desk-world.ts';
import { legalRegistration, otherCorporateNumber } from './fixtures-registration.ts';
import { acceptByDeeds, registrar, sendForm } from './registration-desk-world.ts';
import { demoFirm, impose, lift, liftAll, secondChamber, setCorporateNumber } from './sanctioning.ts';
import type { Visitor, World } from './world.ts';

let at: DeskWorld;
let world: World;
let firmId = '';
let user: Visitor;
let clerk: Visitor;
beforeAll(async () => {
  at = await startDeskWorld();
  ({ world } = at);
  firmId = await demoFirm(world);
  user = at.by('user');
  clerk = at.by('certifier');
});
afterAll(() => world.close());

const textOf = async (visitor: Visitor, path: string): Promise<string> => (await visitor.get(path)).text();
const entry = (rest = ''): string => `/desk/register/${firmId}${rest}`;
const certifier = async (): Promise<Ctx> => ({ ...(await contextOf(world, 'certifier')), now: world.now() });

describe('処分をする', () => {
  const typed = { kind: 'suspended', untilDay: '2026-12-31', reason: '原産地の虚偽記載' };

  test('the page is for who may; a mistake is said at its place and nothing typed is lost', async () => {
    expect((await at.by('examiner').get(entry('/sanction'))).status).toBe(403);
    expect(await at.page('examiner', entry())).not.toContain('処分をする');
    expect(await textOf(clerk, entry())).toContain('処分はありません。');
    const answer = await clerk.post(entry('/sanction'), { ...typed, untilDay: '2026-01-01' });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('href="#f-untilDay"');
    expect(html).toContain('原産地の虚偽記載');
  });

  test('asked once more with how many cases of each state; then it holds, and is lifted with its reason', async () => {
    const one = await at.approved();
    await readyApplication({ ...(await contextOf(world, 'user')), now: world.now() });
    const asked = await (await clerk.post(entry('/sanction'), typed)).text();
    expect(asked).toContain('まだ処分はしていません');
    expect(asked).toContain('作成中・修正中 1件');
    expect(asked).toContain('申請中・審査済 1件');
    expect(await textOf(clerk, entry())).toContain('処分はありません。');
    const again = await (await clerk.post(entry('/sanction'), { ...typed, step: 'change' })).text();
    expect(again).toContain('value="2026-12-31"');

    const done = await clerk.post(entry('/sanction'), { ...typed, step: 'yes' });
    expect(done.headers.get('location')).toBe(entry('?done=imposed'));
    const page = await textOf(clerk, entry('?done=imposed'));
    expect(page).toContain('処分をしました');
    expect(page).toContain('発給停止 2026年12月31日(木) まで');
    expect(page).toContain('継続中');
    expect((await clerk.post(entry('/sanction'), { ...typed, step: 'yes' })).status).toBe(409);
    expect(await textOf(clerk, '/desk?list=approved')).toMatch(/処分/);
    const stopped = await textOf(clerk, desk(one.applicationId));
    expect(stopped).toContain('処分のため止まっています');
    expect(stopped).toContain('原産地の虚偽記載');
    expect(stopped).not.toContain(`${one.applicationId}/certify`);

    const to = /\/desk\/sanctions\/[^/"]+\/lift/.exec(page)?.[0] ?? '';
    expect((await clerk.post(to, { reason: '' })).status).toBe(422);
    expect((await clerk.post(to, { reason: '是正を確認' })).headers.get('location')).toBe(entry('?done=lifted'));
    const after = await textOf(clerk, entry());
    expect(after).toContain('是正を確認');
    expect(after).toContain('処分の解除');
    expect(await textOf(clerk, desk(one.applicationId))).toContain(`${one.applicationId}/certify`);
  });
});

describe('the firm is told what is stopped, until when, why, and whom to ask', () => {
  test('on its home, its draft, its payments, its registration', async () => {
    const draft = await readyApplication({ ...(await contextOf(world, 'user')), now: world.now() });
    await impose(world, firmId);
    const administrator = world.visitor();
    await administrator.signIn(world.account('administrator'));
    const sub = world.visitor();
    await sub.signIn(world.account('sub'));
    for (const [visitor, path] of [
      ...([
        [user, '/'],
        [sub, '/'],
        [user, `/applications/${draft}/review`],
        [user, `/applications/${draft}`],
      ] as const),
      ...([
        [user, '/payments'],
        [administrator, '/'],
        [administrator, '/registration'],
      ] as const),
    ] as [Visitor, string][]) {
      const html = await textOf(visitor, path);
      expect(html, path).toContain('発給が停止されています(2026年12月16日(水) まで)');
      expect(html, path).toContain('記載内容の虚偽(罰則規程 第1条)');
      expect(html, path).toContain('お問い合わせ先: 見本商工会議所');
    }
    const answer = await user.post(`/applications/${draft}/submit`, {});
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('2026-12-16 まで')]);
    await liftAll(world);
    expect(await textOf(user, '/')).not.toContain('発給が停止');
  });
});

describe('承認済みの案件', () => {
  test('cannot be ticked for payment, waits on the list, goes on with a reason', async () => {
    const one = await at.approved();
    await certifyApplication(await certifier(), one);
    const sanction = await impose(world, firmId);
    await world.work();
    world.mails.length = 0;
    const payments = await textOf(user, '/payments');
    expect(payments).toContain('判断待ち');
    expect(payments).not.toContain(`value="${one.applicationId}"`);
    const forced = await user.post('/payments', { application: one.applicationId });
    expect([forced.status, await forced.text()]).toEqual([422, expect.stringContaining('判断を待っています')]);

    expect(await textOf(clerk, '/')).toContain('判断を待っている案件が1件');
    expect(await textOf(clerk, '/desk/sanctions')).toContain(one.receiptNumber);
    const path = desk(one.applicationId, '/go-on');
    expect(await textOf(clerk, desk(one.applicationId))).toContain(path);
    expect((await at.by('examiner').get(path)).status).toBe(403);
    expect((await clerk.post(path, { reason: ' ' })).status).toBe(422);
    expect((await clerk.post(path, { reason: '船積み済みのため' })).status).toBe(303);
    expect(await textOf(clerk, '/desk/sanctions')).toContain('判断を待っている案件はありません。');
    expect(await textOf(clerk, desk(one.applicationId))).toContain('処分があるが進める');
    expect(await textOf(user, '/payments')).toContain(`value="${one.applicationId}"`);
    await world.work();
    expect(world.mails.map(({ subject }) => subject).join()).toContain('承認のお知らせ');
    await lift(world, sanction);
  });
});

describe('備考', () => {
  test('written by who registers, shown with each case, kept in the history; the firm never sees it', async () => {
    const one = await at.approved();
    expect((await at.by('examiner').get(entry('/remarks'))).status).toBe(403);
    const remarks = { outOfDistrict: 'yes', usedGoodsLicence: '第301号', staffNote: '社名の変更に注意' };
    const long = await clerk.post(entry('/remarks'), { ...remarks, usedGoodsLicence: 'x'.repeat(101) });
    expect([long.status, await long.text()]).toEqual([422, expect.stringContaining('社名の変更に注意')]);
    expect((await clerk.post(entry('/remarks'), remarks)).headers.get('location')).toBe(entry('?done=remarks'));
    expect(await textOf(clerk, entry())).toContain('備考の変更');
    for (const word of ['地区外', '古物商 第301号', '社名の変更に注意'])
      expect(await at.page('examiner', desk(one.applicationId))).toContain(word);
    expect(await textOf(user, `/applications/${one.applicationId}`)).not.toContain('社名の変更に注意');
  });

  test('a form that is accepted brings what it says', async () => {
    const content = legalRegistration({
      ...{ outOfDistrict: true, outOfDistrictReasonJa: '取引の都合', usedGoods: true, antiqueLicence: '第77号' },
    });
    const { procedureId } = await sendForm(world, 'remarks@shiken.example', content);
    const { registrationId } = await acceptByDeeds(world, procedureId);
    expect(await textOf(clerk, `/desk/register/${registrationId}`)).toContain('第77号');
  });
});

describe('手続き', () => {
  test('of a firm that is struck off elsewhere: said from the start, and not accepted', async () => {
    const next = await secondChamber(world);
    const content = legalRegistration({ corporateNumber: otherCorporateNumber, nameJa: '抹消商事' });
    await setCorporateNumber(world, firmId, otherCorporateNumber);
    const sanction = await impose(world, firmId, 'struck_off');
    await setCorporateNumber(world, firmId, null);
    const { procedureId } = await sendForm(world, 'struck@shiken.example', content);
    const html = await textOf(clerk, `/desk/registrations/${procedureId}`);
    expect(html).toContain('この会社は処分を受けています: 登録抹消');
    await expect(acceptByDeeds(world, procedureId)).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ field: 'corporateNumber', ja: expect.stringContaining('登録抹消の処分') }],
    });
    await lift(world, sanction);
    expect((await readDeskProcedure(await registrar(world), procedureId)).sanctions).toEqual([]);
    expect(next.staff().actor.chamberId).toBe('9902');
  });
});
