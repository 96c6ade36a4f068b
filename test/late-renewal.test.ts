// A registration that ended three years ago or more is registered anew (Osaka CCI): neither renewed nor changed.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ctx } from '../src/accounts/context.ts';
import { findAccountByLogin } from '../src/accounts/store.ts';
import { inChamber } from '../src/lib/db.ts';
import { newId } from '../src/lib/ids.ts';
import { findNewestRules } from '../src/registrations/procedures/rules-text-store.ts';
import { startByAdministrator } from '../src/registrations/procedures/start-procedure.ts';
import { submitForm } from '../src/registrations/procedures/submit-procedure.ts';
import { getRegistration } from '../src/registrations/store.ts';
import { legalRegistration } from './fixtures-registration.ts';
import { acceptByDeeds, chamberId, openCtx, sendForm } from './registration-desk-world.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let registrationId = '';
let administrator: Ctx;
beforeAll(async () => {
  world = await startWorld();
  const { procedureId } = await sendForm(world, 'late@shiken.example', legalRegistration());
  const accepted = await acceptByDeeds(world, procedureId);
  ({ registrationId } = accepted);
  const account = await inChamber(world.house.db, chamberId, (trx) =>
    findAccountByLogin(trx, chamberId, accepted.administratorId),
  );
  if (!account) throw new Error('no administrator');
  const { passwordHash: _, ...who } = account;
  const via = { kind: 'session', sessionId: newId(world.now()), proof: { at: world.now(), by: 'password' } } as const;
  administrator = { ...openCtx(world), actor: { ...who, via } };
});
afterAll(() => world.close());

/** Today is 16 November 2026. */
const endedOn = (day: string): Promise<unknown> =>
  inChamber(world.house.db, chamberId, (trx) =>
    trx
      .updateTable('registration')
      .set({ valid_from: sql`${day}::date`, valid_until: sql`${day}::date`, status: 'expired' })
      .where('registration_id', '=', registrationId)
      .execute(),
  );

async function start(kind: 'renewal' | 'change'): Promise<string> {
  const rules = await inChamber(world.house.db, chamberId, (trx) => findNewestRules(trx, chamberId));
  const input = { kind, agreed: true, rulesVersion: rules?.version ?? 0 };
  return (await startByAdministrator(administrator, input)).procedureId;
}
const leadsToNew = { code: 'invalid', fields: [{ field: '', ja: expect.stringContaining('新規登録') }] };

test('renewed on the last day of the third year; the day after neither begun nor handed in', async () => {
  await endedOn('2023-11-15');
  for (const kind of ['renewal', 'change'] as const) await expect(start(kind)).rejects.toMatchObject(leadsToNew);
  await endedOn('2023-11-16');
  const procedureId = await start('renewal');
  // Left lying for a day.
  await endedOn('2023-11-15');
  const form = { ...openCtx(world), applicant: { kind: 'administrator', actor: administrator.actor } } as const;
  await expect(submitForm(form, { procedureId })).rejects.toMatchObject(leadsToNew);
  await endedOn('2023-11-16');
  expect(await submitForm(form, { procedureId })).toMatchObject({ round: 1 });
});

test('a new registration takes the place of the one that lapsed too long ago, and of no other', async () => {
  const again = await sendForm(world, 'again@shiken.example', legalRegistration());
  await expect(acceptByDeeds(world, again.procedureId)).rejects.toMatchObject({
    ...{ code: 'invalid', fields: [{ field: 'corporateNumber' }] },
  });
  await endedOn('2023-11-15');
  const anew = await sendForm(world, 'anew@shiken.example', legalRegistration());
  const made = await acceptByDeeds(world, anew.procedureId);
  expect(made.registrationId).not.toBe(registrationId);
  const statuses = await inChamber(world.house.db, chamberId, async (trx) => [
    (await getRegistration(trx, chamberId, registrationId)).status,
    (await getRegistration(trx, chamberId, made.registrationId)).status,
  ]);
  expect(statuses).toEqual(['ended', 'active']);
});
