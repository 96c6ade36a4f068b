import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Jobs, jobNames } from '../src/audit/jobs.ts';
import { inChamber } from '../src/lib/db.ts';
import { openJobs } from '../src/lib/jobs.ts';
import { noMailer } from '../src/outside/mailer.ts';
import { workOf } from '../src/worker.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('a job is a row of the transaction that causes it', () => {
  const count = async (): Promise<number> => {
    let n = 0;
    await world.house.jobs.drain('sweep-sessions', async () => {
      n++;
    });
    return n;
  };

  test('committed together', async () => {
    await inChamber(world.house.db, '9901', (trx) => world.house.jobs.add(trx, 'sweep-sessions', {}));
    expect(await count()).toBe(1);
  });

  test('rolled back together', async () => {
    const failing = inChamber(world.house.db, '9901', async (trx) => {
      await world.house.jobs.add(trx, 'sweep-sessions', {});
      throw new Error('the deed failed');
    });
    await expect(failing).rejects.toThrow('the deed failed');
    expect(await count()).toBe(0);
  });

  test('of the same job one is added for a sweep that comes round again', async () => {
    const { db, jobs } = world.house;
    for (let i = 0; i < 3; i++)
      await inChamber(db, '9901', (trx) => jobs.add(trx, 'sweep-sessions', {}, { once: 'the same' }));
    await inChamber(db, '9901', (trx) => jobs.add(trx, 'sweep-sessions', {}, { once: 'another' }));
    expect(await count()).toBe(2);
  });
});

describe('a job that fails', () => {
  test('is told in the log with its reason', async () => {
    const told: Error[] = [];
    const runner = await openJobs<Jobs>(world.database.app, {
      ...{ onError: (error) => void told.push(error), pollSeconds: 0.5, background: false },
    });
    await runner.work('sweep-sessions', async () => {
      throw new Error('no room on the disk');
    });
    await inChamber(world.house.db, '9901', (trx) => runner.add(trx, 'sweep-sessions', {}));
    for (let i = 0; i < 100 && told.length === 0; i++) await new Promise((resolve) => setTimeout(resolve, 50));
    await runner.close();
    expect(told[0]?.message).toContain('sweep-sessions');
    expect(String(told[0]?.cause)).toContain('no room on the disk');
  });
});

describe('a queue with work in it', () => {
  const add = async (name: 'sweep-sessions' | 'sweep-payments', count: number): Promise<void> => {
    for (let i = 0; i < count; i++)
      await inChamber(world.house.db, '9901', (trx) => world.house.jobs.add(trx, name, {}));
  };
  const until = async (isDone: () => boolean): Promise<void> => {
    for (let i = 0; i < 200 && !isDone(); i++) await new Promise((resolve) => setTimeout(resolve, 50));
  };

  test('is emptied without waiting for the next look at it', async () => {
    const failed: Error[] = [];
    const runner = await openJobs<Jobs>(world.database.app, {
      // So long that a second look cannot come within this test.
      ...{ onError: (error) => void failed.push(error), pollSeconds: 600, background: false },
    });
    await add('sweep-sessions', 5);
    let done = 0;
    await runner.work('sweep-sessions', async () => {
      done++;
      if (done === 2) throw new Error('one that fails holds up no other');
    });
    await until(() => done === 5 && failed.length === 1);
    await runner.close();
    expect([done, failed.length]).toEqual([5, 1]);
  });

  test('is worked on in as many lanes as are given, and in one where none are', async () => {
    const runner = await openJobs<Jobs>(world.database.app, {
      ...{ onError: () => undefined, pollSeconds: 0.5, background: false },
    });
    const most = { 'sweep-sessions': 0, 'sweep-payments': 0 };
    const done = { 'sweep-sessions': 0, 'sweep-payments': 0 };
    const worked = (name: keyof typeof most, lanes?: number): Promise<void> => {
      let now = 0;
      const work = async (): Promise<void> => {
        most[name] = Math.max(most[name], ++now);
        await new Promise((resolve) => setTimeout(resolve, 300));
        now--;
        done[name]++;
      };
      return runner.work(name, work, lanes);
    };
    await add('sweep-sessions', 6);
    await add('sweep-payments', 3);
    await worked('sweep-sessions', 3);
    await worked('sweep-payments');
    await until(() => done['sweep-sessions'] >= 6 && done['sweep-payments'] >= 3);
    await runner.close();
    expect(most).toEqual({ 'sweep-sessions': 3, 'sweep-payments': 1 });
  });
});

describe('the worker', () => {
  test('knows a deed for every name', () => {
    expect(Object.keys(workOf({ ...world.house, clock: world.now, mailer: noMailer })).sort()).toEqual(
      [...jobNames].sort(),
    );
  });

  test('sweep-sessions forgets what ended a month ago, and nothing younger', async () => {
    const visitor = world.visitor();
    await visitor.signIn(world.account('user'));
    world.turn({ days: 29 });
    const sweep = workOf({ ...world.house, clock: world.now, mailer: noMailer })['sweep-sessions'];
    const sessions = () => world.house.db.kysely.selectFrom('session').selectAll().execute();
    await sweep({});
    expect(await sessions()).toHaveLength(1);
    world.turn({ days: 3 });
    await sweep({});
    expect(await sessions()).toHaveLength(0);
  });
});
