// Every route × every role × own and foreign things, held against the table of rights (src/accounts/rights.ts).
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeApiKey } from '../../src/accounts/api-keys.ts';
import { newId } from '../../src/lib/ids.ts';
import { ask, idsOf, isAllowed, reaches, sentOf, unseenIds } from './ask.ts';
import { anotherSession, chamber, makeAgency, makeFactor, makeSub, type Person } from './people.ts';
import { type RightsWorld, startRightsWorld } from './rights-world.ts';
import { routesOf, routeTable, tableProblems } from './route-table.ts';
import type { Guarded, Ids } from './row.ts';
import type { Things } from './things.ts';

let rights: RightsWorld;
beforeAll(async () => {
  rights = await startRightsWorld();
}, 120_000);
afterAll(() => rights.close());

const rows = Object.entries(routeTable);
const guarded = rows
  .filter((entry): entry is [string, Guarded] => typeof entry[1] === 'object')
  .sort(([, one], [, other]) => Number(one.last ?? false) - Number(other.last ?? false));
const open = rows.filter(([, row]) => row === 'public' || row === 'gateway').map(([route]) => route);
const ofProcedures = rows.filter(([, row]) => row === 'procedure').map(([route]) => route);
const anybody = rows.filter(([, row]) => row === 'any_id').map(([route]) => route);

test('every route of the app has one row in the table, and every row has a route', () => {
  expect(tableProblems(routesOf(rights.world.house.app), routeTable)).toEqual([]);
});

describe('a route for everybody asks nobody who he is', () => {
  test.each(open)('%s', async (route) => {
    const answer = await ask(rights.world.house, undefined, route, { token: 'x', id: 'x' }, { form: {} });
    expect([401, 403]).not.toContain(answer.status);
    expect(answer.headers.get('location') ?? '').not.toMatch(/^\/sign-in\?ended/);
  });
});

describe('a form of a procedure that is nobody’s is found by nobody', () => {
  test.each(ofProcedures)('%s', async (route) => {
    const before = await rights.digest();
    const id = newId(rights.world.now());
    for (const who of [undefined, ...rights.actors]) {
      const { status, headers } = await ask(rights.world.house, who, route, { id }, { form: {} });
      const isLedAway = status === 303 && !(headers.get('location') ?? '').startsWith(`/registration/forms/${id}`);
      // A program's body is read before its right is asked.
      const refused = route.includes(' /api/') ? [401, 403, 404, 422] : [401, 403, 404];
      expect([who?.name, status, isLedAway || refused.includes(status)]).toEqual([who?.name, status, true]);
    }
    expect(await rights.digest()).toBe(before);
  });
});

describe('a procedure of another firm is not found, nor anything of it, and nothing is done to it', () => {
  const isDesk = (route: string): boolean => /^[A-Z]+ (\/api\/v1)?\/desk\//.test(route);
  const idsFor = (route: string): Ids => {
    if (route.includes('/desk/sanctions/')) return rights.sanction;
    return route.includes('/desk/register/') ? rights.foreign.firm : rights.foreign.ids;
  };
  /** The desk is the chamber's: its own staff are not strangers there. */
  const strangers = (route: string): Person[] =>
    rights.actors.filter(({ actor }) => !isDesk(route) || actor.role !== 'staff' || actor.chamberId !== chamber);

  test.each(ofProcedures)('%s', async (route) => {
    const before = await rights.digest();
    const ids = idsFor(route);
    const held = { form: {}, headers: { cookie: rights.foreign.stranger } };
    const requests: [string, Promise<Response>][] = [
      ['nobody', ask(rights.world.house, undefined, route, ids, { form: {} })],
      // Leaving closes the form that this browser has open, whatever stands in the address: his own.
      ...(route.endsWith('/leave')
        ? []
        : [
            ['who holds another link', ask(rights.world.house, undefined, route, ids, held)] as [
              string,
              Promise<Response>,
            ],
          ]),
      ...strangers(route).map((who): [string, Promise<Response>] => [
        who.name,
        ask(rights.world.house, who, route, ids, { form: {} }),
      ]),
    ];
    const own = `/registration/forms/${ids['id']}`;
    for (const [name, asked] of requests) {
      const { status, headers } = await asked;
      const isLedAway = status === 303 && !(headers.get('location') ?? '').startsWith(own);
      // A program's body is read before its right is asked.
      const refused = route.includes(' /api/') && !route.startsWith('GET') ? [401, 403, 404, 422] : [401, 403, 404];
      expect([name, status, isLedAway || refused.includes(status)]).toEqual([name, status, true]);
    }
    expect(await rights.digest()).toBe(before);
  });

  /** What can be looked at; there is no sanction, and the firm has no signature from a form before this one. */
  function isThere(route: string): boolean {
    return route.startsWith('GET ') && !/\/sanctions\/|\/signatures\/:key\/registered$/.test(route);
  }

  // Else the addresses might name nothing that is there.
  test.each(ofProcedures.filter(isThere))('and who may, finds it: %s', async (route) => {
    const staff = rights.actors.find(({ name }) => name === 'staff who register');
    const who = isDesk(route) ? staff : rights.foreign.owner;
    const { status } = await ask(rights.world.house, who, route, idsFor(route));
    expect([401, 403, 404, 500]).not.toContain(status);
  });
});

describe('a route for every ID', () => {
  test.each(anybody)('%s', async (route) => {
    const { house } = rights.world;
    expect((await ask(house, undefined, route, {})).status).toBe(401);
    for (const who of rights.actors)
      expect([who.name, (await ask(house, who, route, {}, { file: {} })).status]).toEqual([who.name, 200]);
  });
});

describe('where a firm lets its signatories see each other’s cases', () => {
  beforeAll(() => rights.usersSeeAll(true));
  afterAll(() => rights.usersSeeAll(false));
  const ofCases = guarded.filter(
    ([, row]) => row.object === 'application' && /^(application|paper|payment)/.test(row.act),
  );

  test.each(ofCases)('%s', async (route, row) => {
    const [user] = rights.actors.filter(({ actor }) => actor.role === 'user');
    const colleagues = rights.things.find(({ owner }) => owner.name === 'second user');
    if (!user || !colleagues) throw new Error('nobody to see, or nothing to be seen');
    const isSeen = reaches(user, row, colleagues, true);
    const before = await rights.digest();
    const { status } = await ask(
      rights.world.house,
      user,
      route,
      idsOf(row, colleagues),
      sentOf(row, idsOf(row, colleagues)),
    );
    if (isSeen) expect([401, 403, 404, 500]).not.toContain(status);
    // He may know of it: a page that only writes may say that the right is missing, or lead to the one that he may read.
    else expect([403, 404, ...(route.startsWith('GET ') ? [303] : [])]).toContain(status);
    if (!isSeen) expect(await rights.digest()).toBe(before);
  });

  test('nothing of another firm or chamber', async () => {
    const row = routeTable['GET /applications/:id'];
    const [user] = rights.actors.filter(({ actor }) => actor.role === 'user');
    if (typeof row !== 'object' || !user) throw new Error('no such row');
    for (const one of rights.things.filter((each) => !reaches(user, row, each, true)))
      expect((await ask(rights.world.house, user, 'GET /applications/:id', idsOf(row, one))).status).toBe(404);
  });
});

describe('a route for those whom the table names, and for their own things', () => {
  test.each(guarded)('%s', async (route, row) => {
    const made = await madeThings(row);
    const vain = rights.actors.flatMap((who) => inVain(route, row, who, made));
    const before = await rights.digest();
    const problems = [...(await askedByNobody(route, row)), ...(await askedInVain(route, row, vain))];
    if ((await rights.digest()) !== before) problems.push('a request that was refused has changed something');
    for (const who of rights.actors) problems.push(...(await askedRightly(route, row, who)));
    expect(problems).toEqual([]);
  });
});

const firstThings = (): Things => {
  const [first] = rights.things;
  if (!first) throw new Error('nobody has anything');
  return first;
};

async function askedByNobody(route: string, row: Guarded): Promise<string[]> {
  const ids = row.object === 'none' ? {} : idsOf(row, firstThings());
  const answer = await ask(rights.world.house, undefined, route, ids, sentOf(row, ids));
  const isPage = route.startsWith('GET ') && !route.includes(' /api/');
  const isRefused = isPage
    ? answer.status === 303 && (answer.headers.get('location') ?? '').startsWith('/sign-in')
    : answer.status === 401;
  return isRefused ? [] : [`nobody signed in: expected ${isPage ? '303 to /sign-in' : 401}, got ${answer.status}`];
}

/** A request that is to be refused: of whom, for what, and with which status. */
type Vain = { who: Person; whose: string; ids: Ids; status: 403 | 404 };

async function askedInVain(route: string, row: Guarded, vain: readonly Vain[]): Promise<string[]> {
  // At once: they change nothing, so none can stand in another's way.
  const found = await Promise.all(
    vain.map(async ({ who, whose, ids, status }) => {
      const got = (await ask(rights.world.house, who, route, ids, sentOf(row, ids))).status;
      return got === status ? [] : [`${who.name}, ${whose}: expected ${status}, got ${got}`];
    }),
  );
  return found.flat();
}

/**
 * Who may not do it at all (403, asked of a thing of the ID's own firm or chamber: it is the act that is refused), and who
 * may, but not with these (404: that they are there is not told).
 */
function inVain(route: string, row: Guarded, who: Person, made: Made): Vain[] {
  if (!isAllowed(who, row, rights.limited)) {
    const near = rights.things.find(({ owner }) => owner === who) ?? firstNear(who);
    const ids = isMade(row) ? ([...made.values()][0] ?? {}) : idsOf(row, near);
    return [{ who, whose: `${near.owner.name}’s`, ids, status: 403 }];
  }
  const vain = (whose: string, ids: Ids): Vain => ({ who, whose: `${whose}’s`, ids, status: 404 });
  if (row.object === 'none') return [];
  if (isMade(row))
    return [...made]
      .filter(([other]) => other.actor.accountId !== who.actor.accountId)
      .map(([other, ids]) => vain(other.name, ids));
  const far = rights.things.filter((one) => !reaches(who, row, one, false));
  return [...far.map((one) => vain(one.owner.name, idsOf(row, one))), ...mixed(route, row, who)];
}

/** What the deed ends is made for each request. */
const madeKinds: readonly Guarded['object'][] = ['session', 'api_key', 'factor', 'sub_id', 'agency'];
const isMade = ({ object }: Guarded): boolean => madeKinds.includes(object);

/** Who has such things: sessions and keys everybody, sub IDs the signatories. */
const holders = (row: Guarded): Person[] =>
  row.object === 'sub_id' || row.object === 'agency'
    ? rights.things.map(({ owner }) => owner).filter(({ actor }) => actor.role === 'user')
    : [...rights.actors];

const firstNear = (who: Person): Things =>
  rights.things.find(({ owner }) => owner.actor.chamberId === who.actor.chamberId) ?? firstThings();

/** One's own application, and in the same address a document of somebody else's. */
function mixed(route: string, row: Guarded, who: Person): Vain[] {
  const own = rights.things.find((one) => reaches(who, row, one, false));
  const other = rights.things.find((one) => one.owner.actor.registrationId !== own?.owner.actor.registrationId);
  if (!own || !other || !/^GET .*:id.*:(evidence|signatory)/.test(route)) return [];
  const { evidence = '', evidenceId = '', signatory = '', signatoryId = '' } = idsOf(row, other);
  const ids = { ...idsOf(row, own), evidence, evidenceId, signatory, signatoryId };
  return [{ who, whose: `own, with a document of ${other.owner.name}`, ids, status: 404 }];
}

/** One of each of them, which everybody else asks for in vain. */
type Made = ReadonlyMap<Person, Ids>;

async function madeThings(row: Guarded): Promise<Made> {
  if (!isMade(row)) return new Map();
  return new Map(await Promise.all(holders(row).map(async (who) => [who, await madeThing(row, who)] as const)));
}

let spares = 0;

async function madeThing(row: Guarded, who: Person): Promise<Ids> {
  if (row.object === 'session') {
    const { actor } = await anotherSession(who);
    return actor.via.kind === 'session' ? { sessionId: actor.via.sessionId } : {};
  }
  if (row.object === 'api_key') {
    const { apiKey } = await makeApiKey(who.ctx, { name: 'another', may: [] });
    return { apiKeyId: apiKey.apiKeyId };
  }
  if (row.object === 'factor') return { factorId: await makeFactor(who) };
  const loginId = `U7777-${String(++spares).padStart(2, '0')}`;
  if (row.object === 'agency') return { id: await makeAgency(rights.world, who, loginId) };
  const { actor } = await makeSub(rights.world, 'spare', who, loginId);
  return { id: actor.accountId };
}

const refusedStatuses = new Set([401, 403, 404]);

/** 409 and 422 are answers of the deed: the request is made so that it meets one where else it would change the world. */
async function askedRightly(route: string, row: Guarded, who: Person): Promise<string[]> {
  if (!isAllowed(who, row, rights.limited)) return [];
  const hidden = unseenIds(who, rights.things, false);
  const problems: string[] = [];
  for (const [whose, ids] of await own(row, who)) {
    const answer = await ask(rights.world.house, who, route, ids, sentOf(row, ids));
    if (refusedStatuses.has(answer.status) || answer.status >= 500)
      problems.push(`${who.name}, ${whose}: allowed, got ${answer.status}`);
    const text = /text|json/.test(answer.headers.get('content-type') ?? '') ? await answer.text() : '';
    if (hidden.some((id) => text.includes(id)))
      problems.push(`${who.name}, ${whose}: shows somebody else’s application`);
  }
  return problems;
}

async function own(row: Guarded, who: Person): Promise<[string, Ids][]> {
  if (row.object === 'none') return [['', {}]];
  if (isMade(row)) return [['own', await madeThing(row, who)]];
  return rights.things
    .filter((one) => reaches(who, row, one, false))
    .map((one): [string, Ids] => [`${one.owner.name}’s`, idsOf(row, one)]);
}
