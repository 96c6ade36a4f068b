// Agents (代行業者) for tests: firms registered as such at the demo's chamber, and sub IDs that their clerks hold.
import type { Account } from '../src/accounts/account.ts';
import type { Ctx } from '../src/accounts/context.ts';
import { addDays, dayInJapan } from '../src/lib/clock.ts';
import { inChamber } from '../src/lib/db.ts';
import { newId } from '../src/lib/ids.ts';
import type { NewRegistration, Registration } from '../src/registrations/registration.ts';
import { insertRegistration } from '../src/registrations/store.ts';
import { makeSubId } from '../src/registrations/sub-ids/make-sub-id.ts';
import { ctxOfAccount, givePassword, holder, unlimited } from './sub-people.ts';
import type { World } from './world.ts';

/** An agent in good standing, unless `change` says otherwise. */
export async function makeAgent(
  world: World,
  change: Partial<NewRegistration> & { number: string },
): Promise<NewRegistration> {
  const now = world.now();
  const row: NewRegistration = {
    ...{ chamberId: '9901', registrationId: newId(now), nameJa: '港湾通関株式会社', nameEn: 'PORT CLEARANCE INC.' },
    ...{ addressEn: '1 Port Street', placeEn: 'Mihon, Japan', memberClass: 'non_member', status: 'active' },
    ...{ validFrom: addDays(dayInJapan(now), -1), validUntil: addDays(dayInJapan(now), 700) },
    ...{ usersSeeAll: false, releaseRequired: false, kind: 'agent', legalForm: 'corporation' },
    ...{ corporateNumber: null, paperNumber: null },
    ...change,
  };
  await inChamber(world.house.db, row.chamberId, (trx) => insertRegistration(trx, row, now));
  return row;
}

/** A sub ID of that signatory, held by a clerk of that agent. */
export async function makeAgentSub(
  world: World,
  signatory: Ctx,
  agent: Pick<Registration, 'number'>,
): Promise<{ account: Account; ctx: Ctx }> {
  const account = await makeSubId(signatory, { ...holder(), ...unlimited, agentNumber: agent.number });
  return { account, ctx: await ctxOfAccount(world, account) };
}

/** What the chamber has decided about a firm since. */
export async function changeRegistration(
  world: World,
  { chamberId, registrationId }: Pick<Registration, 'chamberId' | 'registrationId'>,
  set: { status?: Registration['status']; kind?: Registration['kind'] },
): Promise<void> {
  await inChamber(world.house.db, chamberId, (trx) =>
    trx.updateTable('registration').set(set).where('registration_id', '=', registrationId).execute(),
  );
}

export type ClerkId = { chamber: string; id: string; password: string; account: Account; ctx: Ctx };

/** A sub ID of that signatory with a password, as the clerk who holds it signs in. */
export async function clerkOf(world: World, signatory: Ctx, agent: Pick<Registration, 'number'>): Promise<ClerkId> {
  const { account, ctx } = await makeAgentSub(world, signatory, agent);
  const password = `kiiroi densha ${account.loginId}`;
  await givePassword(world, account.accountId, password);
  return { chamber: account.chamberId, id: account.loginId, password, account, ctx };
}
