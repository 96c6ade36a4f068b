// Sanctions for tests: a chamber imposes one on a firm, and a second chamber with firms and staff of its own.
import { sql } from 'kysely';
import { demoChamber } from '../demo/world.ts';
import type { Ctx } from '../src/accounts/context.ts';
import { insertAccount } from '../src/accounts/store.ts';
import { insertChamber } from '../src/chambers/store.ts';
import { addDays, dayInJapan } from '../src/lib/clock.ts';
import { inChamber, inInstallation } from '../src/lib/db.ts';
import { newId } from '../src/lib/ids.ts';
import type { NewRegistration } from '../src/registrations/registration.ts';
import { imposeSanction } from '../src/registrations/sanctions/impose-sanction.ts';
import { liftSanction } from '../src/registrations/sanctions/lift-sanction.ts';
import type { SanctionKind } from '../src/registrations/sanctions/sanction.ts';
import { getRegistration, insertRegistration } from '../src/registrations/store.ts';
import { contextOf } from './deeds.ts';
import type { World } from './world.ts';

/** S0002 of the demo chamber, who may register and certify, at this moment. */
export const staff = async (world: World): Promise<Ctx> => ({
  ...(await contextOf(world, 'certifier')),
  now: world.now(),
});

/** The registration of the demo firm. */
export async function demoFirm(world: World): Promise<string> {
  const { actor } = await contextOf(world, 'user');
  if (actor.registrationId === null) throw new Error('the demo user has no firm');
  return actor.registrationId;
}

/** Until thirty days from now unless told. */
export async function impose(
  world: World,
  registrationId: string,
  kind: SanctionKind = 'suspended',
  days = 30,
): Promise<string> {
  const untilDay = kind === 'struck_off' ? '' : addDays(dayInJapan(world.now()), days);
  const input = { registrationId, kind, reason: '記載内容の虚偽(罰則規程 第1条)', untilDay };
  return (await imposeSanction(await staff(world), input)).sanctionId;
}

export async function lift(world: World, sanctionId: string): Promise<void> {
  await liftSanction(await staff(world), { sanctionId, reason: '是正を確認' });
}

/** Whatever the demo chamber has imposed. */
export async function liftAll(world: World): Promise<void> {
  const open = await sql<{ sanction_id: string }>`
    select sanction_id from sanction where lifted_at is null and chamber_id = ${demoChamber.chamberId}
    and (until_day is null or until_day >= ${dayInJapan(world.now())}::date)`.execute(world.house.db.kysely);
  for (const { sanction_id } of open.rows) await lift(world, sanction_id);
}

export async function setCorporateNumber(world: World, registrationId: string, number: string | null): Promise<void> {
  await inChamber(world.house.db, demoChamber.chamberId, (trx) =>
    trx
      .updateTable('registration')
      .set({ corporate_number: number })
      .where('registration_id', '=', registrationId)
      .execute(),
  );
}

export type SecondChamber = {
  staff(): Ctx;
  /** A firm of this chamber; its registration. */
  firm(of: { nameJa: string; corporateNumber: string | null }): Promise<string>;
  standing(registrationId: string): ReturnType<typeof getRegistration>;
};

export async function secondChamber(world: World, chamberId = '9902'): Promise<SecondChamber> {
  const { db, jobs, outside } = world.house;
  await inInstallation(db, (trx) =>
    insertChamber(
      trx,
      { ...demoChamber, chamberId, nameJa: '隣町商工会議所', nameEn: 'Next Town Chamber' },
      world.now(),
    ),
  );
  const account = {
    ...{ chamberId, accountId: newId(world.now()), loginId: 'S0001', role: 'staff', status: 'active' },
    ...{ registrationId: null, nameJa: '隣町 職員', nameEn: 'Next Clerk', titleEn: '', mail: 'clerk@next.example' },
    rights: ['examine', 'certify', 'register'],
  } as const satisfies Omit<Ctx['actor'], 'via'>;
  await inChamber(db, chamberId, (trx) => insertAccount(trx, { ...account, passwordHash: null }, world.now()));
  let firms = 0;
  return {
    staff: () => ({
      ...{ db, jobs, outside, now: world.now() },
      actor: { ...account, via: { kind: 'api_key', apiKeyId: newId(world.now()) } },
    }),
    async firm({ nameJa, corporateNumber }) {
      const registrationId = newId(world.now());
      const today = dayInJapan(world.now());
      const row: NewRegistration = {
        ...{ chamberId, registrationId, number: `${chamberId}-${++firms}`, nameJa, nameEn: 'NEXT TOWN FIRM' },
        ...{ addressEn: '1 Next Street', placeEn: 'Next, Japan', memberClass: 'member', status: 'active' },
        ...{ validFrom: addDays(today, -1), validUntil: addDays(today, 700), corporateNumber, paperNumber: null },
        ...{ usersSeeAll: false, releaseRequired: false, kind: 'applicant' },
        legalForm: corporateNumber === null ? 'sole_trader' : 'corporation',
      };
      await inChamber(db, chamberId, async (trx) => {
        await insertRegistration(trx, row, world.now());
        await insertAccount(
          trx,
          {
            ...{ ...account, accountId: newId(world.now()), loginId: `K000${firms}`, role: 'administrator' },
            ...{ registrationId, mail: `firm${firms}@next.example`, rights: [], passwordHash: null },
          },
          world.now(),
        );
      });
      return registrationId;
    },
    standing: (registrationId) => inChamber(db, chamberId, (trx) => getRegistration(trx, chamberId, registrationId)),
  };
}
