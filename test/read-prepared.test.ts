import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Prepared, readPrepared } from '../src/lib/db.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const accounts = (): Prepared<{ login_id: string }> => ({
  name: 'accounts-of-a-test',
  query: world.house.db.kysely.selectFrom('account').select('login_id').orderBy('login_id').compile(),
});
const chamberLeft = async (): Promise<unknown> => {
  const { rows } = await world.house.db.pool.query(
    "select nullif(current_setting('app.chamber_id', true), '') as chamber",
  );
  return rows[0]?.chamber;
};

/** The IDs of the demo world, in order. */
const known = (): string[] => world.accounts.map((one) => one.id).sort();

test('a prepared read sees its own chamber and nothing else, and leaves no chamber behind', async () => {
  const { db } = world.house;
  for (let i = 0; i < 8; i++) {
    expect((await readPrepared(db, '9901', accounts())).map((row) => row.login_id)).toEqual(known());
    expect(await readPrepared(db, '9902', accounts())).toEqual([]);
    expect(await chamberLeft()).toBeNull();
  }
});

test('one that fails is told, and its connection is not used again', async () => {
  const { db } = world.house;
  const broken = {
    name: 'broken-in-a-test',
    query: sql<{ one: number }>`select 1 / ${0}::int as one`.compile(db.kysely),
  };
  const before = db.pool.totalCount;
  await expect(readPrepared(db, '9901', broken)).rejects.toThrow('division by zero');
  expect(db.pool.totalCount).toBe(before - 1);
  expect(await chamberLeft()).toBeNull();
  expect(await readPrepared(db, '9901', accounts())).toHaveLength(world.accounts.length);
});

test('what is no chamber’s id never reaches the database', async () => {
  await expect(readPrepared(world.house.db, "x', true); --", accounts())).rejects.toThrow('no chamber id');
});
