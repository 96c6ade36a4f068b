// Two chambers, three firms, IDs of each kind, and everything that each of them has.
import { sql } from 'kysely';
import { getSettings, saveSettings } from '../../src/chambers/settings-store.ts';
import { type Db, inChamber, openDb } from '../../src/lib/db.ts';
import { contextOf } from '../deeds.ts';
import { type PayingWorld, startPayingWorld } from '../paying-world.ts';
import { impose, lift } from '../sanctioning.ts';
import {
  chamber,
  makeAdministrator,
  makeFirmLikeDemo,
  makeOtherChamber,
  makeStaff,
  makeSub,
  makeUser,
  otherChamber,
  type Person,
} from './people.ts';
import { type ForeignProcedure, makeForeignProcedure } from './procedures.ts';
import type { Ids } from './row.ts';
import { type Desk, freeOfCharge, issuedFor, type Things, thingsOf } from './things.ts';

export type RightsWorld = {
  world: PayingWorld;
  /** Who asks. */
  actors: readonly Person[];
  /** Whose things are asked for. */
  things: readonly Things[];
  /** A procedure of a firm that is none of theirs. */
  foreign: ForeignProcedure;
  /** 処分 on the foreign firm, by the chamber of `registers`. */
  sanction: Ids;
  /** A sub ID that may neither submit nor pay. */
  limited: Person;
  /** Whether the signatories of the first firm see each other's cases. */
  usersSeeAll(yes: boolean): Promise<void>;
  /** Changes with whatever is written to any table but those of sessions and limits. */
  digest(): Promise<string>;
  close(): Promise<void>;
};

export async function startRightsWorld(): Promise<RightsWorld> {
  const world = await startPayingWorld();
  await makeOtherChamber(world);
  await letFirmsCancel(world);
  const { firm, owners } = await makeFirms(world);
  const staff = {
    looks: await makeStaff(world, 'staff who look', 'S9100', []),
    examines: await makeStaff(world, 'staff who examine', 'S9101', ['examine']),
    certifies: await makeStaff(world, 'staff who certify', 'S9102', ['certify']),
    registers: await makeStaff(world, 'staff who register', 'S9103', ['register']),
    elsewhere: await makeStaff(world, 'staff of the other chamber', 'S9104', everything, otherChamber),
  };
  const desks: Record<string, Desk> = {
    [chamber]: { examiner: await contextOf(world, 'examiner'), certifier: await contextOf(world, 'certifier') },
    [otherChamber]: { examiner: staff.elsewhere.ctx, certifier: staff.elsewhere.ctx },
  };
  const foreign = await makeForeignProcedure(world, firm.other);
  const things = await makeThings(world, owners, desks);
  await limit(world, firm.limited);
  const sanction = await impose(world, foreign.firm['id'] ?? '', 'extra_documents');
  await lift(world, sanction); // it is there to be named, and asks nothing of anybody
  const superuser = asSuperuser(world);
  return {
    ...{ world, things, foreign, sanction: { id: sanction }, limited: firm.limited },
    actors: [firm.administrator, firm.user, firm.sub, firm.limited, ...Object.values(staff)],
    usersSeeAll: (yes) => setUsersSeeAll(world, firm.user, yes),
    digest: await digestOf(superuser),
    async close() {
      await superuser.close();
      await world.close();
    },
  };
}

/** The chamber allows it, so that the table alone decides who may. */
async function letFirmsCancel(world: PayingWorld): Promise<void> {
  await inChamber(world.house.db, chamber, async (trx) =>
    saveSettings(trx, chamber, { ...(await getSettings(trx, chamber)), firmMayCancel: true }, world.now()),
  );
}

const everything = ['examine', 'certify', 'revoke', 'manage_staff', 'register'] as const;

async function makeFirms(world: PayingWorld) {
  const at = { chamberId: chamber, registrationId: await makeFirmLikeDemo(world, chamber, '9901-900001') };
  const user = await makeUser(world, { ...at, name: 'user', loginId: 'U9101' });
  const second = await makeUser(world, { ...at, name: 'second user', loginId: 'U9102' });
  const firm = {
    ...{ user, second, administrator: await makeAdministrator(world, 'administrator', 'A9101', user) },
    sub: await makeSub(world, 'sub', user, 'U9101-91'),
    limited: await makeSub(world, 'sub that only prepares', user, 'U9101-92'),
    secondsSub: await makeSub(world, 'second user’s sub', second, 'U9102-91'),
  };
  const otherAt = { chamberId: chamber, registrationId: await makeFirmLikeDemo(world, chamber, '9901-900002') };
  const other = await makeUser(world, { ...otherAt, name: 'other firm’s user', loginId: 'U9201' });
  const otherSub = await makeSub(world, 'other firm’s sub', other, 'U9201-91');
  const farAt = { chamberId: otherChamber, registrationId: await makeFirmLikeDemo(world, otherChamber, '9902-000001') };
  const far = await makeUser(world, { ...farAt, name: 'other chamber’s user', loginId: 'U9101' });
  return {
    firm: { ...firm, other },
    owners: [user, firm.sub, firm.limited, second, firm.secondsSub, other, otherSub, far],
  };
}

async function makeThings(world: PayingWorld, owners: readonly Person[], desks: Record<string, Desk>) {
  const deskOf = ({ actor }: Person): Desk => {
    const desk = desks[actor.chamberId];
    if (!desk) throw new Error(`no desk at ${actor.chamberId}`);
    return desk;
  };
  const begun = [];
  for (const owner of owners) begun.push(await thingsOf(owner, deskOf(owner)));
  for (const chamberId of Object.keys(desks)) await freeOfCharge(world, chamberId);
  const things: Things[] = [];
  for (const { paid, ...rest } of begun)
    things.push({ ...rest, applications: { ...paid, issued: await issuedFor(rest.owner, deskOf(rest.owner)) } });
  return things;
}

/** Its signatory lets it prepare only. It has been paying until then, so that there is something to refuse. */
async function limit(world: PayingWorld, { actor }: Person): Promise<void> {
  await inChamber(world.house.db, actor.chamberId, (trx) =>
    trx.updateTable('sub_id').set({ may: [] }).where('account_id', '=', actor.accountId).execute(),
  );
}

async function setUsersSeeAll(world: PayingWorld, { actor }: Person, yes: boolean): Promise<void> {
  await inChamber(world.house.db, actor.chamberId, (trx) =>
    trx
      .updateTable('registration')
      .set({ users_see_all: yes })
      .where('registration_id', '=', actor.registrationId ?? '')
      .execute(),
  );
}

function asSuperuser(world: PayingWorld): Db {
  const { app } = world.database;
  if (!('host' in app)) throw new Error('the test database has no host');
  return openDb({ ...app, user: 'postgres' }, { max: 1, onError: () => undefined });
}

// Seen and counted by every request; they say nothing of what was done.
const besides = ['session', 'rate_limit'];

/** How many rows each table has and which transactions wrote them: an update writes its row anew (PostgreSQL's xmin). */
async function digestOf(db: Db): Promise<() => Promise<string>> {
  const found = await sql<{ name: string }>`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and (table_schema = 'public' or (table_schema = 'pgboss' and table_name = 'job_common'))
      and table_name <> all(${sql.val(besides)}::text[])`.execute(db.kysely);
  const parts = found.rows.map(
    ({ name }) => sql`select ${name} as name, count(*) as n, sum(xmin::text::bigint) as x from ${sql.raw(name)}`,
  );
  const all = sql<{ digest: string }>`
    select md5(string_agg(name || n || coalesce(x::text, ''), ' ' order by name)) as digest
    from (${sql.join(parts, sql` union all `)}) as tables`;
  return async () => (await all.execute(db.kysely)).rows[0]?.digest ?? '';
}
