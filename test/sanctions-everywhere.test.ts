// 処分 reaches every chamber: by 法人番号 at once, with a job that only tells; firms without a number are known again by hand.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Ctx } from '../src/accounts/context.ts';
import { countDesk } from '../src/applications/count-desk.ts';
import { previewSanction } from '../src/applications/sanctioned-cases.ts';
import { submitApplication } from '../src/applications/submit.ts';
import { listEvents } from '../src/audit/events.ts';
import { inChamber } from '../src/lib/db.ts';
import { newId } from '../src/lib/ids.ts';
import { standingOf } from '../src/registrations/registration.ts';
import { answerMatch, listQuestions } from '../src/registrations/sanctions/answer-match.ts';
import { imposeSanction } from '../src/registrations/sanctions/impose-sanction.ts';
import { liftSanction } from '../src/registrations/sanctions/lift-sanction.ts';
import { tellSanction } from '../src/registrations/sanctions/tell-sanction.ts';
import { getRegistration } from '../src/registrations/store.ts';
import { contextOf, readyApplication } from './deeds.ts';
import {
  demoFirm,
  impose,
  lift,
  liftAll,
  type SecondChamber,
  secondChamber,
  setCorporateNumber,
  staff,
} from './sanctioning.ts';
import { startWorld, type World } from './world.ts';

const chamberId = '9901';
const number = '5000000000004';
let world: World;
let firmId = '';
let next: SecondChamber;
beforeAll(async () => {
  world = await startWorld();
  firmId = await demoFirm(world);
  next = await secondChamber(world);
});
afterAll(() => world.close());

const at = async (as: string): Promise<Ctx> => ({ ...(await contextOf(world, as)), now: world.now() });
const registration = () => inChamber(world.house.db, chamberId, (trx) => getRegistration(trx, chamberId, firmId));
const standing = async () => standingOf(await registration(), '2026-11-16');
const historyOf = (subjectId: string, chamber: string) =>
  inChamber(world.house.db, chamber, (trx) =>
    listEvents(trx, { chamberId: chamber, subject: 'registration', subjectId }),
  );

/** Each test begins without a sanction. */
beforeEach(async () => {
  await liftAll(world);
  await world.work();
  await setCorporateNumber(world, firmId, null);
  expect(await standing()).toBe('good');
});

describe('at every chamber', () => {
  test('by 法人番号 at once, with no job between; the job tells each registration once: history, status, mail', async () => {
    await setCorporateNumber(world, firmId, number);
    const there = await next.firm({ nameJa: '隣の支店', corporateNumber: number });
    const other = await next.firm({ nameJa: '関係のない会社', corporateNumber: null });
    const sanction = await impose(world, firmId, 'struck_off');
    expect(await next.standing(there)).toMatchObject({ status: 'active', sanctioned: { struckOff: true } });
    expect((await next.standing(other)).sanctioned.struckOff).toBe(false);
    expect((await registration()).status).toBe('struck_off'); // at the chamber that imposed it, in the same transaction
    world.mails.length = 0;
    await world.work();
    expect((await next.standing(there)).status).toBe('struck_off');
    const mail = world.mails.find(({ to }) => to === 'firm1@next.example');
    expect(mail?.subject).toContain('登録抹消');
    expect(mail?.text).toContain('記載内容の虚偽(罰則規程 第1条)');
    expect(await tellSanction(await at('user'), { sanctionId: sanction })).toBe(0);
    const actions = (await historyOf(there, '9902')).map(({ action }) => action);
    expect(actions).toEqual(['sanctioned', 'strike_off']);

    await expect(liftSanction(next.staff(), { sanctionId: sanction, reason: 'x' })).rejects.toMatchObject({
      code: 'not_allowed',
    });
    await lift(world, sanction);
    expect(await standing()).toBe('good');
    await world.work();
    expect(standingOf(await next.standing(there), '2026-11-16')).toBe('good');
    expect((await historyOf(there, '9902')).map(({ action }) => action)).toEqual([
      ...['sanctioned', 'strike_off', 'sanction_lifted', 'reinstate'],
    ]);
    await expect(lift(world, sanction)).rejects.toMatchObject({ code: 'conflict' });
  });

  test('lifted before the other chambers were told: they are told nothing', async () => {
    await setCorporateNumber(world, firmId, number);
    const third = await secondChamber(world, '9903');
    const there = await third.firm({ nameJa: 'また別の支店', corporateNumber: number });
    await lift(world, await impose(world, firmId, 'struck_off'));
    await world.work();
    expect([(await third.standing(there)).status, await historyOf(there, '9903')]).toEqual(['active', []]);
  });

  test('one of two is lifted: the other still holds, and a struck-off firm is not reinstated', async () => {
    const first = await impose(world, firmId, 'struck_off');
    await imposeSanction(await staff(world), {
      ...{ registrationId: firmId, kind: 'suspended', reason: 'x', untilDay: '2026-12-01' },
    });
    await lift(world, first);
    expect([(await registration()).status, await standing()]).toEqual(['active', 'suspended']);
  });

  test('a registration whose term ran out while it was struck off comes back expired', async () => {
    const sanction = await impose(world, firmId, 'struck_off');
    const set = (day: string) =>
      inChamber(world.house.db, chamberId, (trx) =>
        trx.updateTable('registration').set({ valid_until: day }).where('registration_id', '=', firmId).execute(),
      );
    await set('2026-11-15');
    await lift(world, sanction);
    expect((await registration()).status).toBe('expired');
    await set('2028-10-16');
    await inChamber(world.house.db, chamberId, (trx) =>
      trx.updateTable('registration').set({ status: 'active' }).where('registration_id', '=', firmId).execute(),
    );
  });

  test('what it would touch is counted at all chambers, and only counted', async () => {
    await setCorporateNumber(world, firmId, number);
    const applicationId = await readyApplication(await at('user'));
    await submitApplication(await at('user'), { applicationId });
    const reach = await previewSanction(await staff(world), { registrationId: firmId });
    expect(reach.chambers).toBe(3);
    expect(reach.cases).toMatchObject({ submitted: 1, issued: 0 });
    await setCorporateNumber(world, firmId, null);
    expect((await previewSanction(await staff(world), { registrationId: firmId })).chambers).toBe(1);
  });
});

describe('個人事業主: known again by hand', () => {
  const asked = async (registrationId: string) =>
    (await listQuestions(next.staff())).questions.filter((one) => one.registration.registrationId === registrationId);

  test('asked where the names are the same however spaced; nothing before the answer; no is kept; yes holds at once', async () => {
    const same = await next.firm({ nameJa: '株式会社 見本貿易（デモ）', corporateNumber: null });
    const stranger = await next.firm({ nameJa: '見本商会', corporateNumber: null });
    const sanctionId = await impose(world, firmId, 'struck_off');
    expect(await asked(stranger)).toEqual([]);
    expect(await asked(same)).toMatchObject([{ sanction: { sanctionId, chamberId } }]);
    expect((await countDesk(next.staff())).questions).toBe(1); // said on the staff's home
    expect((await next.standing(same)).sanctioned.struckOff).toBe(false);

    await answerMatch(next.staff(), { sanctionId, registrationId: same, isSame: false });
    expect(await asked(same)).toEqual([]);
    expect((await next.standing(same)).sanctioned.struckOff).toBe(false);

    await answerMatch(next.staff(), { sanctionId, registrationId: same, isSame: true });
    expect(await next.standing(same)).toMatchObject({ status: 'struck_off', sanctioned: { struckOff: true } });
    await answerMatch(next.staff(), { sanctionId, registrationId: same, isSame: false }); // a slip, taken back
    expect(standingOf(await next.standing(same), '2026-11-16')).toBe('good');
    expect((await historyOf(same, '9902')).map(({ action }) => action)).toEqual([
      ...['sanction_other', 'sanction_same', 'sanctioned', 'strike_off', 'sanction_other', 'sanction_lifted'],
      'reinstate',
    ]);
    await answerMatch(next.staff(), { sanctionId, registrationId: same, isSame: true });
    await lift(world, sanctionId);
    await world.work();
    expect(standingOf(await next.standing(same), '2026-11-16')).toBe('good');
  });

  test('not for one that a corporate number tells apart, nor for the registration on which it was imposed', async () => {
    await setCorporateNumber(world, firmId, number);
    const corporation = await next.firm({ nameJa: '株式会社見本貿易(デモ)', corporateNumber: '1000000000008' });
    const sanctionId = await impose(world, firmId);
    expect(await asked(corporation)).toEqual([]);
    const answer = (ctx: Ctx, registrationId: string) => answerMatch(ctx, { sanctionId, registrationId, isSame: true });
    await expect(answer(next.staff(), corporation)).rejects.toMatchObject({ code: 'conflict' });
    await expect(answer(await staff(world), firmId)).rejects.toMatchObject({ code: 'conflict' });
    await expect(answer(next.staff(), newId(world.now()))).rejects.toMatchObject({ code: 'not_found' });
    await expect(answer(await at('examiner'), firmId)).rejects.toMatchObject({ code: 'not_allowed' });
  });
});
