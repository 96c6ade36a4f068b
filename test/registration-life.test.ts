// A registration by the calendar: reminders at 60, 30 and 7 days, then it lapses.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApplication } from '../src/applications/start.ts';
import { listEvents } from '../src/audit/events.ts';
import { inChamber } from '../src/lib/db.ts';
import { ageRegistrations } from '../src/registrations/registration-life.ts';
import { getRegistration } from '../src/registrations/store.ts';
import { contextOf } from './deeds.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let registrationId = '';
beforeAll(async () => {
  world = await startWorld();
  registrationId = (await contextOf(world, 'user')).actor.registrationId ?? '';
});
afterAll(() => world.close());

/** That many days before the last one of the demo firm (which has 700 days from the first), at 6:30 in the morning. */
const before = (days: number): Date => new Date(Date.parse('2026-11-15T21:30:00Z') + (700 - days) * 86_400_000);

const run = async (at: Date) => {
  const { db, jobs, outside } = world.house;
  const done = await ageRegistrations({ db, jobs, outside, now: at });
  await world.work();
  return done;
};
const told = () => world.mails.filter((one) => one.subject.startsWith('貿易登録の有効期間'));

test('the administrator is told once at 60, 30 and 7 days, and never thrice in a day', async () => {
  expect(await run(before(61))).toEqual({ reminded: 0, lapsed: 0 });
  for (const days of [60, 30, 7]) {
    expect(await run(before(days))).toEqual({ reminded: 1, lapsed: 0 });
    expect(await run(before(days))).toEqual({ reminded: 0, lapsed: 0 });
    expect(await run(before(days - 1))).toEqual({ reminded: 0, lapsed: 0 });
  }
  expect(told()).toHaveLength(3);
  expect(told()[0]?.to).toBe('a0001@mihon.example');
});

test('valid on its last day, lapsed on the next; new applications stop', async () => {
  const ctx = await contextOf(world, 'user');
  await startApplication({ ...ctx, now: before(0) }, { kind: 'origin', oath: true });
  expect(await run(before(0))).toMatchObject({ lapsed: 0 });
  expect(await run(before(-1))).toMatchObject({ lapsed: 1 });
  const { chamberId } = ctx.actor;
  await inChamber(world.house.db, chamberId, async (trx) => {
    expect((await getRegistration(trx, chamberId, registrationId)).status).toBe('expired');
    const events = await listEvents(trx, { chamberId, subject: 'registration', subjectId: registrationId });
    expect(events.map(({ action }) => action)).toEqual(['remind', 'remind', 'remind', 'lapse']);
  });
  await expect(startApplication({ ...ctx, now: before(-1) }, { kind: 'origin', oath: true })).rejects.toMatchObject({
    code: 'invalid',
  });
});
