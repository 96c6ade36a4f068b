// 代行業者: only a firm registered as agent at that chamber holds a sub ID of another; the end of an agency.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rejectApplication } from '../src/applications/examine.ts';
import { readApplication, readHistory } from '../src/applications/read.ts';
import { startApplication } from '../src/applications/start.ts';
import { submitApplication } from '../src/applications/submit.ts';
import { listEvents } from '../src/audit/events.ts';
import { handOverSubId } from '../src/certificates/hand-over-sub-id.ts';
import { inChamber } from '../src/lib/db.ts';
import type { Refusal } from '../src/lib/refusal.ts';
import { endSubIdsOfAgent } from '../src/registrations/sub-ids/end-sub-ids-of-agent.ts';
import { getOwnSubId, listOwnSubIds } from '../src/registrations/sub-ids/list-own-sub-ids.ts';
import { makeSubId } from '../src/registrations/sub-ids/make-sub-id.ts';
import { changeRegistration, makeAgent, makeAgentSub } from './agent-people.ts';
import { contextOf, readyApplication } from './deeds.ts';
import { makeOtherFirm, type OtherFirm } from './other-firm.ts';
import { impose } from './sanctioning.ts';
import { ctxOfAccount, givePassword, holder, makeSub, unlimited } from './sub-people.ts';
import { startWorld, type Visitor, type World } from './world.ts';

let world: World;
let other: OtherFirm;
let user: Visitor;
beforeAll(async () => {
  world = await startWorld();
  other = await makeOtherFirm(world);
  user = world.visitor();
  await user.signIn(world.account('user'));
});
afterAll(() => world.close());

const signatory = () => contextOf(world, 'user');
const refusal = (code: string) => (error: unknown) => (error as Refusal).code === code;
const saidOf = async (work: Promise<unknown>): Promise<Refusal> => {
  const error = await work.then(() => undefined).catch((caught: unknown) => caught);
  if (error === undefined) throw new Error('it was not refused');
  return error as Refusal;
};
const page = async (visitor: Visitor, path: string): Promise<string> => (await visitor.get(path)).text();

describe('who may hold a sub ID of another firm', () => {
  test.each([
    ['no firm has the number', '9901-555555', /ありません.*お確かめください/],
    ['the own firm', '9901-000001', /自社の貿易登録番号/],
    ['a firm that applies for itself only', '9901-999999', /代行業者としては登録されていません/],
    ['a number too long to be one', '9'.repeat(200), /ありません/],
  ])('not: %s', async (_, agentNumber, word) => {
    const said = await saidOf(makeSubId(await signatory(), { ...holder(), ...unlimited, agentNumber }));
    expect([said.code, said.fields.map((one) => one.field)]).toEqual(['invalid', ['agentNumber']]);
    expect(said.fields[0]?.ja).toMatch(word);
    expect(said.fields[0]?.en).not.toBe('');
  });

  test.each([
    ['expired', { status: 'expired' as const }],
    ['struck off', { status: 'struck_off' as const }],
    ['over since yesterday', { validUntil: '2026-11-15' }],
    ['suspended today', {}],
  ])('not: an agent whose registration is %s', async (name, change) => {
    const agent = await makeAgent(world, { number: `9901-8${Math.floor(Math.random() * 1e6)}`, ...change });
    if (name.startsWith('suspended')) await impose(world, agent.registrationId, 'suspended', 0);
    const said = await saidOf(makeSubId(await signatory(), { ...holder(), ...unlimited, agentNumber: agent.number }));
    expect(said.fields[0]?.ja).toContain('いま有効ではありません');
  });

  test('not: an agent of another chamber, whose number says nothing here', async () => {
    const { chamberId } = (await signatory()).actor;
    expect(chamberId).toBe('9901');
    const said = await saidOf(makeSubId(await signatory(), { ...holder(), ...unlimited, agentNumber: '9902-000001' }));
    expect(said.fields[0]?.ja).toContain('この商工会議所にありません');
  });

  test('a refused number takes no sub ID’s number, and nobody is mailed', async () => {
    const before = (await listOwnSubIds(await signatory())).total;
    await saidOf(makeSubId(await signatory(), { ...holder(), ...unlimited, agentNumber: '9901-555555' }));
    expect((await listOwnSubIds(await signatory())).total).toBe(before);
  });

  test.each(['agent', 'both'] as const)(
    'a firm registered as %s; small and wide letters and spaces are forgiven',
    async (kind) => {
      const agent = await makeAgent(world, { number: `9901-AG-${kind}`.toUpperCase(), kind });
      const agentNumber = ` ${agent.number.toLowerCase().replace('9901', '９９０１')} `;
      const { accountId } = await makeSubId(await signatory(), { ...holder(), ...unlimited, agentNumber });
      expect((await getOwnSubId(await signatory(), accountId)).holder).toMatchObject({
        number: agent.number,
        usable: true,
      });
    },
  );

  test('an empty number is somebody of the own firm', async () => {
    const { accountId } = await makeSubId(await signatory(), { ...holder(), ...unlimited, agentNumber: ' ' });
    expect((await getOwnSubId(await signatory(), accountId)).holder).toBeNull();
  });

  test('the holder’s mail names the agent', async () => {
    const agent = await makeAgent(world, {
      number: '9901-700001',
      nameJa: '郵便代行株式会社',
      nameEn: 'MAIL AGENT INC.',
    });
    world.mails.length = 0;
    await makeAgentSub(world, await signatory(), agent);
    await world.work();
    const text = world.mails.map((mail) => mail.text).join('\n');
    expect(text).toContain('代行業者 郵便代行株式会社(貿易登録番号 9901-700001)');
    expect(text).toContain('the agent MAIL AGENT INC. (registration 9901-700001)');
  });

  test('handing over asks the same: to the own firm, to another agent, never to an applicant', async () => {
    const agent = await makeAgent(world, { number: '9901-700002' });
    const { account } = await makeSub(world);
    const { accountId } = account;
    const wrong = await saidOf(
      handOverSubId(await signatory(), { accountId, ...holder(), agentNumber: '9901-999999' }),
    );
    expect(wrong.fields[0]?.field).toBe('agentNumber');
    expect((await getOwnSubId(await signatory(), accountId)).status).toBe('active');
    const made = await handOverSubId(await signatory(), { accountId, ...holder(), agentNumber: agent.number });
    const mine = async (id: string) => (await getOwnSubId(await signatory(), id)).holder;
    expect(await mine(made.account.accountId)).toMatchObject({ number: agent.number });
    const back = await handOverSubId(await signatory(), { accountId: made.account.accountId, ...holder() });
    expect(await mine(back.account.accountId)).toBeNull();
  });
});

describe('an agent that is registered as one no more', () => {
  test.each([
    ['struck off', { status: 'struck_off' as const }],
    ['registered for itself only', { kind: 'applicant' as const }],
  ])('%s: its sub IDs do nothing, and say why; the signatory goes on with what they made', async (name, change) => {
    const agent = await makeAgent(world, { number: `9901-GONE-${name.length}` });
    const { ctx } = await makeAgentSub(world, await signatory(), agent);
    const id = await readyApplication(ctx);
    await changeRegistration(world, agent, change);
    for (const work of [
      () => startApplication(ctx, { kind: 'origin', oath: true }),
      () => readApplication(ctx, id),
      () => submitApplication(ctx, { applicationId: id }),
    ]) {
      const said = await saidOf(work());
      expect([said.code, said.fields[0]?.ja]).toEqual([
        'not_allowed',
        expect.stringContaining('このサブIDは使えません'),
      ]);
    }
    await submitApplication(await signatory(), { applicationId: id });
  });

  test('what the chamber says of its cases goes to the signatory, not to its former clerk', async () => {
    const agent = await makeAgent(world, { number: '9901-700004' });
    const { ctx } = await makeAgentSub(world, await signatory(), agent);
    const applicationId = await readyApplication(ctx);
    const { round } = await submitApplication(ctx, { applicationId });
    await changeRegistration(world, agent, { status: 'struck_off' });
    await world.work();
    world.mails.length = 0;
    await rejectApplication(await contextOf(world, 'examiner'), { applicationId, round, note: '対象外のため' });
    await world.work();
    const { mail } = (await signatory()).actor;
    expect(world.mails.map((one) => one.to)).toEqual([mail]);
  });

  test('the page says why, and not only that there is no right', async () => {
    const agent = await makeAgent(world, { number: '9901-700003' });
    const { account } = await makeAgentSub(world, await signatory(), agent);
    const clerk = await signedIn(account.loginId, account.accountId);
    expect((await clerk.get('/applications')).status).toBe(200);
    await changeRegistration(world, agent, { status: 'ended' });
    const answer = await clerk.get('/applications');
    expect([answer.status, await answer.text()]).toEqual([
      403,
      expect.stringContaining('有効な代行業者の登録ではないため'),
    ]);
    expect(await page(user, '/sub-ids')).toContain('この代行業者の登録は、いま有効ではありません');
  });
});

/** With a password, which the holder would have chosen by the link. */
async function signedIn(id: string, accountId: string): Promise<Visitor> {
  const password = 'kiiroi densha ga hashiru';
  await givePassword(world, accountId, password);
  const visitor = world.visitor();
  await visitor.signIn({ chamber: '9901', id, password });
  return visitor;
}

async function endEvents(accountId: string): Promise<unknown[]> {
  const of = { chamberId: '9901', subject: 'account', subjectId: accountId };
  const events = await inChamber(world.house.db, '9901', (trx) => listEvents(trx, of));
  return events.filter((event) => event.action === 'end').map((event) => event.detail);
}

describe('the end of an agency', () => {
  test('all of that agent’s end, each with its event; the own, other agents’ and other signatories’ stay', async () => {
    const [agent, stays] = [
      await makeAgent(world, { number: '9901-700010' }),
      await makeAgent(world, { number: '9901-700011' }),
    ];
    const [one, two] = [
      await makeAgentSub(world, await signatory(), agent),
      await makeAgentSub(world, await signatory(), agent),
    ];
    const own = await makeSub(world);
    const kept = [await makeAgentSub(world, await signatory(), stays), await makeAgentSub(world, other.ctx, agent)];
    const id = await readyApplication(one.ctx);
    await submitApplication(one.ctx, { applicationId: id });
    const ended = await endSubIdsOfAgent(await signatory(), { agentRegistrationId: agent.registrationId });
    expect(ended.map((each) => each.accountId).toSorted()).toEqual(
      [one, two].map(({ account }) => account.accountId).toSorted(),
    );
    for (const { account } of [one, two]) {
      expect((await getOwnSubId(await signatory(), account.accountId)).status).toBe('ended');
      expect(await endEvents(account.accountId)).toEqual([{ because: 'agency_ended', agent: agent.registrationId }]);
    }
    for (const { account } of [own, ...kept]) expect((await ctxOfAccount(world, account)).actor.status).toBe('active');
    // The history stays, with who did it.
    const history = await readHistory(await signatory(), id);
    expect(history.find((event) => event.action === 'submit')?.by).toEqual({
      kind: 'account',
      id: one.account.accountId,
    });
  });

  test('twice is a conflict; an agent that never held one is not found, nor by a sub ID or another firm', async () => {
    const agent = await makeAgent(world, { number: '9901-700012' });
    const input = { agentRegistrationId: agent.registrationId };
    await expect(endSubIdsOfAgent(await signatory(), input)).rejects.toSatisfy(refusal('not_found'));
    await expect(endSubIdsOfAgent(await signatory(), { agentRegistrationId: 'x' })).rejects.toSatisfy(
      refusal('not_found'),
    );
    const { ctx } = await makeAgentSub(world, await signatory(), agent);
    await expect(endSubIdsOfAgent(ctx, input)).rejects.toSatisfy(refusal('not_allowed'));
    await expect(endSubIdsOfAgent(other.ctx, input)).rejects.toSatisfy(refusal('not_found'));
    await endSubIdsOfAgent(await signatory(), input);
    await expect(endSubIdsOfAgent(await signatory(), input)).rejects.toSatisfy(refusal('conflict'));
  });

  test('one that is being handed over meanwhile does not slip through', async () => {
    const agent = await makeAgent(world, { number: '9901-700013' });
    const made = await Promise.all([1, 2, 3].map(async () => makeAgentSub(world, await signatory(), agent)));
    const ctx = await signatory();
    await Promise.allSettled([
      ...made.map(({ account: { accountId } }) =>
        handOverSubId(ctx, { accountId, ...holder(), agentNumber: agent.number }),
      ),
      endSubIdsOfAgent(ctx, { agentRegistrationId: agent.registrationId }),
    ]);
    const left = (await listOwnSubIds(ctx)).rows.filter(
      (row) => row.holder?.number === agent.number && row.status === 'active',
    );
    // Whichever came first: handed over before, and then ended with the rest; or ended, and not handed over.
    if (left.length > 0) await endSubIdsOfAgent(ctx, { agentRegistrationId: agent.registrationId });
    expect(left.length).toBe(0);
  });

  test('the page: groups with the agent’s name, one button, which IDs end, and then it is said', async () => {
    const agent = await makeAgent(world, {
      number: '9901-700014',
      nameJa: '山手代行株式会社',
      nameEn: 'YAMATE AGENCY',
    });
    const { account } = await makeAgentSub(world, await signatory(), agent);
    const list = await page(user, '/sub-ids');
    expect(list).toContain('<h2>社内の方</h2>');
    expect(list).toContain('代行業者 山手代行株式会社(9901-700014)');
    const path = `/sub-ids/agents/${agent.registrationId}/end`;
    expect(list).toContain(`href="${path}"`);
    const ask = await page(user, path);
    expect(ask).toContain(account.loginId);
    expect(ask).toContain('署名者(あなた)のもとに残り');
    expect(await page(user, `/sub-ids/${account.accountId}`)).toContain('山手代行株式会社');
    expect(await page(user, `/sub-ids/${account.accountId}/hand-over`)).toContain('value="9901-700014"');
    const done = await user.post(path, {});
    expect(done.headers.get('location')).toBe(`/sub-ids?agency-ended=${agent.registrationId}`);
    const after = await page(user, done.headers.get('location') ?? '');
    expect(after).toContain('山手代行株式会社 のサブIDをすべて終了しました');
    expect(after).not.toContain(`href="${path}"`);
    // Pressed again in another window: it is as was asked for.
    expect((await user.post(path, {})).status).toBe(303);
    expect((await user.get(path)).headers.get('location')).toBe('/sub-ids');
  });

  test('the form keeps a refused number as typed, and says at it what is wrong', async () => {
    const typed = { nameJa: '見本 五郎', nameEn: 'Goro Mihon', mail: 'goro@mihon.example', validUntil: '' };
    const answer = await user.post('/sub-ids/new', { ...typed, agentNumber: '9901-999999' });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('href="#f-agentNumber"');
    expect(html).toContain('value="9901-999999"');
  });

  test('a program makes one by the agent’s number, sees the agent, and ends all of that agent', async () => {
    const agent = await makeAgent(world, { number: '9901-700015' });
    const call = (path: string, body?: object) =>
      world.house.app.request(`http://localhost:8080/api/v1${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${world.account('user').apiKey}`, 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
    const made = await call('/sub-ids', { ...holder(), ...unlimited, agentNumber: agent.number });
    expect([made.status, await made.json()]).toEqual([
      201,
      expect.objectContaining({
        agent: expect.objectContaining({
          registrationId: agent.registrationId,
          registrationNumber: agent.number,
          usable: true,
        }),
      }),
    ]);
    const ended = await call(`/sub-ids/agents/${agent.registrationId}/end`);
    expect(ended.status).toBe(200);
    expect(((await ended.json()) as { ended: unknown[] }).ended).toHaveLength(1);
    expect((await call(`/sub-ids/agents/${agent.registrationId}/end`)).status).toBe(409);
    expect((await call('/sub-ids/agents/00000000-0000-7000-8000-000000000000/end')).status).toBe(404);
  });
});
