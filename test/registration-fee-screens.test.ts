// 登録料 on the pages and by the API: told at the desk, paid by whoever holds the link, given back when it came to nothing.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readBack } from '../src/paper/read-back.ts';
import { readOwnFee } from '../src/payments/pay-registration-fee.ts';
import { reconcilePayment } from '../src/payments/reconcile.ts';
import { expectJson, expectProblem, program, programOf } from './api-client.ts';
import { type PayingWorld, pay, startPayingWorld } from './paying-world.ts';
import { registrar } from './registration-desk-world.ts';
import {
  applicant,
  breachesOf,
  examinedForm,
  feeYen,
  type Owing,
  owing,
  procedureOf,
  renewalOwed,
} from './registration-fee-world.ts';
import { formsOf } from './registration-forms.ts';
import { unescaped } from './unescaped.ts';
import type { Visitor } from './world.ts';

let world: PayingWorld;
beforeAll(async () => {
  world = await startPayingWorld();
});
afterAll(() => world.close());

/** The firm's browser, with its form open. */
async function browserOf(form: Owing): Promise<Visitor> {
  const visitor = world.visitor();
  const forms = formsOf(world);
  expect(await forms.open(visitor, await forms.codeTo(form.mail))).toBe(form.procedureId);
  return visitor;
}

async function deskBrowser(): Promise<Visitor> {
  const visitor = world.visitor();
  await visitor.signIn(world.account('certifier'));
  return visitor;
}

const formPath = ({ procedureId }: Owing) => `/registration/forms/${procedureId}`;
const deskPath = ({ procedureId }: Owing) => `/desk/registrations/${procedureId}`;
const textOf = async (answer: Response): Promise<string> => unescaped(await answer.text());
const locationOf = (answer: Response): string => answer.headers.get('location') ?? '';

/** As the browser comes back from the card company: no cookie goes with it. */
const comesBack = (address: string): Promise<Response> =>
  Promise.resolve(world.house.app.request(address, { redirect: 'manual' }));

describe('a firm without an ID pays by card', () => {
  test('told at the desk, paid, back to its own form, the statement, accepted', async () => {
    const form = await examinedForm(world);
    const desk = await deskBrowser();
    expect(await textOf(await desk.get(deskPath(form)))).toContain('登録料を知らせる');
    const told = { round: '1', memberClass: 'non_member', 'fee.non_member': String(feeYen) };
    expect((await desk.post(`${deskPath(form)}/fee`, told)).status).toBe(303);
    expect(await textOf(await desk.get(deskPath(form)))).toContain('非会員の登録料 16,500円(税込) を知らせました');
    expect(await textOf(await desk.get('/desk/registrations?list=examining'))).toContain('16,500円 未払い');

    const firm = await browserOf(form);
    const page = await textOf(await firm.get(formPath(form)));
    expect(page).toContain('登録料は 16,500円(税込) です');
    expect(page).toContain('カード会社のページで支払う');
    const sent = await firm.post(`${formPath(form)}/fee`, {});
    expect(sent.status).toBe(303);
    expect(locationOf(sent)).toMatch(new RegExp(`^${world.company.url}/pay/`));
    // The button pressed again leads to the same page.
    expect(locationOf(await firm.post(`${formPath(form)}/fee`, {}))).toBe(locationOf(sent));
    expect(await textOf(await firm.get(formPath(form)))).toContain('登録料のお支払いの途中です');
    expect(await textOf(await desk.get(deskPath(form)))).toContain('オンラインで支払い手続き中');

    const { returnedTo } = (await pay(locationOf(sent))) as { returnedTo: string };
    const back = await comesBack(returnedTo);
    expect([back.status, locationOf(back)]).toEqual([303, `${formPath(form)}?returned`]);
    const paid = await textOf(await firm.get(locationOf(back)));
    expect(paid).toContain('登録料のお支払いが済みました');
    expect(paid).toContain('16,500円(税込)、カードでお支払い済み');

    const statement = await firm.get(`${formPath(form)}/statement.pdf`);
    expect(statement.headers.get('content-disposition')).toMatch(/T2026-\d{6}-statement\.pdf/);
    const [sheet] = (await readBack(Buffer.from(await statement.arrayBuffer()))).pages;
    for (const words of ['適格請求書', '株式会社登録', '貿易登録の登録料(新規登録)', '15,000円', '1,500円', '16,500円'])
      expect(sheet?.text).toContain(words);

    expect(await textOf(await desk.get(deskPath(form)))).toContain('支払済');
    expect(await textOf(await desk.get('/desk/registrations?list=examining'))).toContain('支払済');
    const accept = await textOf(await desk.get(`${deskPath(form)}/accept`));
    expect(accept).toContain('登録料 16,500円(税込) は支払い済みです。');
    expect(accept).not.toContain('name="feePaidAtCounter"');
    const accepted = await desk.post(`${deskPath(form)}/accept`, told);
    expect(accepted.status).toBe(303);
    expect(await breachesOf(world)).toEqual([]);
  });

  test('back before the card company knows: the page says so and looks again; given up, nothing is owed to it', async () => {
    const form = await owing(world);
    const firm = await browserOf(form);
    const sent = locationOf(await firm.post(`${formPath(form)}/fee`, {}));
    const { payment } = await paymentOf(form);
    const back = await comesBack(`/payments/${payment}/return`);
    const waiting = await textOf(await firm.get(locationOf(back)));
    expect(waiting).toContain('お支払いを確認しています');
    expect(waiting).toContain(`data-refresh="/payments/${payment}/return"`);
    expect((await firm.post(`${formPath(form)}/fee/cancel`, {})).status).toBe(303);
    await expect(pay(sent)).rejects.toThrow(/expected a form/);
    expect(await textOf(await firm.get(formPath(form)))).toContain('カード会社のページで支払う');
    const again = await firm.post(`${formPath(form)}/fee/cancel`, {});
    expect(again.status).toBe(409);
    expect(await textOf(again)).toContain('お支払いの状況が変わりました');
  });

  test('by nobody else: another form’s browser, or none, finds neither button nor statement', async () => {
    const form = await owing(world);
    const stranger = await browserOf(await owing(world));
    for (const answer of [
      await stranger.post(`${formPath(form)}/fee`, {}),
      await stranger.post(`${formPath(form)}/fee/cancel`, {}),
      await stranger.get(`${formPath(form)}/statement.pdf`),
    ])
      expect(answer.status).toBe(404);
    expect((await world.visitor().post(`${formPath(form)}/fee`, {})).status).toBe(401);
  });
});

const paymentOf = async (form: Owing): Promise<{ payment: string }> => {
  const { payment } = await readOwnFee(applicant(world, form), form.procedureId);
  return { payment: payment?.paymentId ?? '' };
};

describe('the desk', () => {
  test('the counter is refused while the firm pays online, and says why; another class is refused there, too', async () => {
    const form = await owing(world);
    const desk = await deskBrowser();
    await (await browserOf(form)).post(`${formPath(form)}/fee`, {});
    for (const [path, body] of [
      ['/fee/counter', { round: '1', feeSeenYen: String(feeYen) }],
      ['/fee', { round: '1', memberClass: 'member' }],
      ['/accept', { round: '1', memberClass: 'non_member', feePaidAtCounter: 'yes' }],
    ] as const) {
      const answer = await desk.post(`${deskPath(form)}${path}`, body);
      expect([path, answer.status]).toEqual([path, 409]);
      expect(await textOf(answer)).toContain('オンラインで支払い手続き中です');
    }
    const noClass = await desk.post(`${deskPath(form)}/fee`, { round: '1' });
    expect([noClass.status, await textOf(noClass)]).toEqual([422, expect.stringContaining('会員・非会員を選んで')]);
  });

  test('rejected after it was paid: both sides say so, the list keeps it until it was given back', async () => {
    const form = await owing(world);
    const firm = await browserOf(form);
    await pay(locationOf(await firm.post(`${formPath(form)}/fee`, {})));
    await reconcilePayment(world.open(), (await paymentOf(form)).payment);
    const desk = await deskBrowser();
    expect(await textOf(await desk.get(`${deskPath(form)}/reject`))).toContain('商工会議所からの返金が必要になります');
    await desk.post(`${deskPath(form)}/reject`, { round: '1', note: '登録できません。' });
    expect(await textOf(await firm.get(formPath(form)))).toContain('商工会議所が返金します');
    expect(await textOf(await desk.get(deskPath(form)))).toContain('返金が必要です');
    const list = await textOf(await desk.get('/desk/registrations?list=to_return'));
    expect(list).toContain('16,500円 要返金');
    expect((await desk.post(`${deskPath(form)}/fee/returned`, {})).status).toBe(303);
    expect(await textOf(await desk.get(deskPath(form)))).toContain('返金済み');
    expect(await textOf(await desk.get('/desk/registrations'))).not.toContain('要返金');
    expect(await textOf(await firm.get(formPath(form)))).toContain('16,500円(税込)、返金済み');
    expect((await firm.get(`${formPath(form)}/statement.pdf`)).status).toBe(409);
  });

  test('who may not register sees the state and no button, and is refused', async () => {
    const form = await owing(world);
    const examiner = world.visitor();
    await examiner.signIn(world.account('examiner'));
    expect(await textOf(await examiner.get(deskPath(form)))).not.toContain('/fee"');
    for (const path of ['/fee', '/fee/counter', '/fee/returned'])
      expect((await examiner.post(`${deskPath(form)}${path}`, { round: '1', memberClass: 'member' })).status).toBe(403);
  });
});

describe('by a program', () => {
  test('the chamber tells the fee, receives it at the counter, and reads how it stands', async () => {
    const form = await examinedForm(world);
    const call = programOf(world, 'certifier');
    const base = `/desk/registrations/${form.procedureId}/fee`;
    const told = { round: 1, memberClass: 'non_member', feeSeenYen: feeYen };
    expect(await expectJson(await call(base, { json: told }), 200)).toEqual({ feeYen });
    expect(await expectJson(await call(base), 200)).toMatchObject({
      ...{ feeYen, paid: null, fees: { member: 0, non_member: feeYen }, online: true, payingUntil: null },
    });
    await expectProblem(await call(`${base}/counter`, { json: { round: 1, feeSeenYen: 1 } }), 409, 'conflict');
    expect((await call(`${base}/counter`, { json: { round: 1, feeSeenYen: feeYen } })).status).toBe(204);
    expect(await procedureOf(await registrar(world), form)).toMatchObject({ feePaid: 'counter' });
    await expectProblem(await call(`${base}/returned`, { method: 'POST' }), 409, 'conflict');
  });

  test('the administrator ID pays for a renewal, gives it up and pays again, and has the statement', async () => {
    const { form, key } = await renewalOwed(world);
    const call = program(world, key);
    const base = `/firm/procedures/${form.procedureId}/fee`;
    const begin = async () =>
      expectJson<{ url: string; paymentId: string }>(await call(`${base}/payment`, { json: { locale: 'en' } }), 201);
    await begin();
    expect(await expectJson(await call(base), 200)).toMatchObject({ byCard: true, payment: { status: 'pending' } });
    expect(await expectJson(await call(`${base}/payment/cancel`, { method: 'POST' }), 200)).toEqual({
      status: 'cancelled',
    });
    const { url, paymentId } = await begin();
    await pay(url);
    await reconcilePayment(world.open(), paymentId);
    expect(await expectJson(await call(base), 200)).toMatchObject({ byCard: false, paid: 'card', toReturnYen: 0 });
    const statement = await call(`${base}/statement`);
    const [sheet] = (await readBack(Buffer.from(await statement.arrayBuffer()))).pages;
    expect(sheet?.text).toContain('貿易登録の登録料(登録更新)');
    // Another firm's ID finds none of it.
    const stranger = programOf(world, 'administrator');
    expect((await stranger(base)).status).toBe(404);
    await expectProblem(await stranger(`${base}/payment`, { json: { locale: 'en' } }), 404, 'not_found');
    await expectProblem(await programOf(world, 'user')(base), 403, 'not_allowed');
  });
});
