// Somebody of each kind of ID, of two firms and two chambers, signed in and with a key.
import { join } from 'node:path';
import { demoSignature } from '../../demo/signature.ts';
import type { KeyRight, Right, Role } from '../../src/accounts/account.ts';
import { makeApiKey } from '../../src/accounts/api-keys.ts';
import type { Actor, Ctx, Proof } from '../../src/accounts/context.ts';
import { insertTotp } from '../../src/accounts/second-factors-store.ts';
import { insertSession } from '../../src/accounts/sessions-store.ts';
import { findAccountByLogin, insertAccount } from '../../src/accounts/store.ts';
import { insertSeal } from '../../src/certificates/store.ts';
import { insertFiles } from '../../src/chambers/files-store.ts';
import { defaultSettings } from '../../src/chambers/settings.ts';
import { saveSettings } from '../../src/chambers/settings-store.ts';
import { insertChamber } from '../../src/chambers/store.ts';
import { inChamber, inInstallation } from '../../src/lib/db.ts';
import { hashSecret, newId, newSecret } from '../../src/lib/ids.ts';
import { makeKeyFile } from '../../src/outside/signer-make-key.ts';
import { insertFees } from '../../src/payments/charges-store.ts';
import type { FirmKind } from '../../src/registrations/content.ts';
import { getRegistration, insertRegistration, insertSignatory } from '../../src/registrations/store.ts';
import { insertSubId } from '../../src/registrations/sub-ids/sub-ids-store.ts';
import type { World } from '../world.ts';

export type Person = {
  /** As the test speaks of him. */
  name: string;
  actor: Actor;
  ctx: Ctx;
  cookie: string;
  key: string;
  /** Under whose name this ID works; null: under nobody's. */
  signatoryId: string | null;
};

export const chamber = '9901';
export const otherChamber = '9902';

type Read = Ctx['outside']['readEvidence'];
const readings = new Map<string, ReturnType<Read>>();

/** Everybody attaches the same invoice: it is read once. */
function readOnce(read: Read): Read {
  return (pdf) => {
    const key = pdf.toString('base64');
    const reading = readings.get(key) ?? read(pdf);
    readings.set(key, reading);
    return reading;
  };
}

/** As if with a second factor: what is asked here is who may do what, not how he came in (step-up.test.ts). */
const proofAt = (at: Date): Proof => ({ at, by: 'totp' });

/** Signed in, without a password: nothing here asks for one. */
async function signedIn(world: World, name: string, account: Omit<Actor, 'via'>): Promise<Person> {
  const { db, jobs, outside } = world.house;
  const { chamberId, accountId } = account;
  const now = world.now();
  const cookie = newSecret();
  const sessionId = newId(now);
  await inChamber(db, chamberId, (trx) =>
    insertSession(trx, hashSecret(cookie), {
      ...{ sessionId, chamberId, accountId, startedAt: now, lastSeenAt: now, browser: name, address: '::1' },
      endsAt: new Date(now.getTime() + 8 * 3600_000),
      proof: proofAt(now),
    }),
  );
  const actor: Actor = { ...account, via: { kind: 'session', sessionId, proof: proofAt(now) } };
  const ctx: Ctx = { db, jobs, outside: { ...outside, readEvidence: readOnce(outside.readEvidence) }, now, actor };
  const may = account.rights.filter((right): right is KeyRight => right === 'certify' || right === 'register');
  const { key } = await makeApiKey(
    { ...ctx, actor: { ...actor, rights: [...account.rights, 'manage_staff'] } },
    { name, may },
  );
  return { name, actor, ctx, cookie, key, signatoryId: null };
}

/** A second factor of that person; returns its id. One of each stays, so that none that is taken away is the last. */
export async function makeFactor({ ctx, actor }: Person): Promise<string> {
  const { chamberId, accountId } = actor;
  const factorId = newId(ctx.now);
  await inChamber(ctx.db, chamberId, (trx) =>
    insertTotp(trx, {
      ...{ chamberId, accountId, factorId, name: 'app', madeAt: ctx.now, secretSealed: Buffer.from('x'), lastStep: 0 },
    }),
  );
  return factorId;
}

/** One more browser of the same person. */
export async function anotherSession(person: Person): Promise<Person> {
  const { ctx, actor } = person;
  const cookie = newSecret();
  const sessionId = newId(ctx.now);
  await inChamber(ctx.db, actor.chamberId, (trx) =>
    insertSession(trx, hashSecret(cookie), {
      ...{ sessionId, chamberId: actor.chamberId, accountId: actor.accountId, startedAt: ctx.now, lastSeenAt: ctx.now },
      ...{ endsAt: new Date(ctx.now.getTime() + 8 * 3600_000), browser: 'another', address: '::1' },
      proof: proofAt(ctx.now),
    }),
  );
  return { ...person, cookie, actor: { ...actor, via: { kind: 'session', sessionId, proof: proofAt(ctx.now) } } };
}

type Id = { name: string; role: Role; loginId: string; chamberId: string; registrationId: string | null };

async function makeId(world: World, id: Id, rights: readonly Right[] = []): Promise<Person> {
  const { name, ...of } = id;
  const account = {
    ...{ ...of, accountId: newId(world.now()), status: 'active' as const, rights, nameJa: name, nameEn: name },
    ...{ titleEn: 'Clerk', mail: `${id.loginId.toLowerCase()}@example.jp` },
  };
  await inChamber(world.house.db, id.chamberId, (trx) =>
    insertAccount(trx, { ...account, passwordHash: null }, world.now()),
  );
  return signedIn(world, name, account);
}

export const makeStaff = (world: World, name: string, loginId: string, rights: readonly Right[], at = chamber) =>
  makeId(world, { name, role: 'staff', loginId, chamberId: at, registrationId: null }, rights);

/** A signatory with his user ID. */
export async function makeUser(world: World, id: Omit<Id, 'role'> & { registrationId: string }): Promise<Person> {
  const person = await makeId(world, { ...id, role: 'user' });
  const { accountId } = person.actor;
  const [signatoryId, png] = [newId(world.now()), demoSignature()];
  const signatureSha256 = await world.house.outside.files.put(png);
  await inChamber(world.house.db, id.chamberId, async (trx) => {
    await insertFiles(trx, id.chamberId, world.now(), [
      { sha256: signatureSha256, mediaType: 'image/png', size: png.length },
    ]);
    const { chamberId, registrationId, name } = id;
    await insertSignatory(
      trx,
      {
        ...{ chamberId, registrationId, signatoryId, accountId, signatureSha256, nameJa: name, nameEn: name },
        ...{ titleEn: 'Manager', status: 'active', successorId: null },
      },
      world.now(),
    );
  });
  return { ...person, signatoryId };
}

/** A sub ID of that signatory, which may submit and pay. `holder`: the registration of the agent whose clerk has it. */
export async function makeSub(
  world: World,
  name: string,
  of: Person,
  loginId: string,
  holder: string | null = null,
): Promise<Person> {
  const { chamberId, registrationId, accountId: createdBy } = of.actor;
  const { signatoryId } = of;
  if (signatoryId === null) throw new Error(`${of.name} is no signatory`);
  const person = await makeId(world, { name, role: 'sub', loginId, chamberId, registrationId });
  await inChamber(world.house.db, chamberId, (trx) =>
    insertSubId(trx, {
      ...{ chamberId, accountId: person.actor.accountId, signatoryId, holderRegistrationId: holder },
      ...{ may: ['submit', 'pay'], validUntil: null, createdBy, at: world.now() },
    }),
  );
  return { ...person, signatoryId };
}

/** An agent whose clerk holds a sub ID of that signatory; returns the id of its registration. */
export async function makeAgency(world: World, of: Person, loginId: string): Promise<string> {
  const agent = await makeFirmLikeDemo(world, of.actor.chamberId, `${of.actor.chamberId}-${loginId}`, 'agent');
  await makeSub(world, 'agent’s clerk', of, loginId, agent);
  return agent;
}

export const makeAdministrator = (world: World, name: string, loginId: string, of: Person): Promise<Person> =>
  makeId(world, {
    ...{ name, role: 'administrator', loginId, chamberId: of.actor.chamberId },
    registrationId: of.actor.registrationId,
  });

/** A firm as the demo firm is, to the letter, since rules compare its name; only its number is another. */
export async function makeFirmLikeDemo(
  world: World,
  chamberId: string,
  number: string,
  kind: FirmKind = 'applicant',
): Promise<string> {
  const registrationId = newId(world.now());
  const { id } = world.account('user');
  const like = await inChamber(world.house.db, chamber, async (trx) => {
    const user = await findAccountByLogin(trx, chamber, id);
    return getRegistration(trx, chamber, user?.registrationId ?? '');
  });
  await inChamber(world.house.db, chamberId, (trx) =>
    insertRegistration(trx, { ...like, chamberId, registrationId, number, kind }, world.now()),
  );
  return registrationId;
}

/** A second chamber in the same installation, in which one person is enough to certify. */
export async function makeOtherChamber(world: World): Promise<void> {
  const { db, outside } = world.house;
  const names = { nameJa: '別の商工会議所', nameEn: 'Another Chamber', cityEn: 'Elsewhere, Japan' };
  const at = world.now();
  const contact = { telephone: '+81-0', mail: 'trade@another.example' };
  await inInstallation(db, (trx) => insertChamber(trx, { chamberId: otherChamber, ...names, ...contact }, at));
  await makeKeyFile(join(world.files, 'keys', otherChamber), names.nameEn, at);
  const seal = demoSignature();
  const sha256 = await outside.files.put(seal);
  await inChamber(db, otherChamber, async (trx) => {
    await saveSettings(trx, otherChamber, { ...defaultSettings, certifyPersons: 1, taxNumber: 'T9000000000000' }, at);
    await insertFees(trx, otherChamber, [
      { kind: 'origin', memberClass: 'member', effectiveFrom: '2025-04-01', yen: 1100 },
    ]);
    await insertFiles(trx, otherChamber, at, [{ sha256, mediaType: 'image/png', size: seal.length }]);
    await insertSeal(trx, { chamberId: otherChamber, sealId: newId(at), sha256, at });
  });
}
