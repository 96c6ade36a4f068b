// A signatory who leaves names a successor; nothing that stood under the name is stranded.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoSignature } from '../demo/signature.ts';
import { findActorByKey } from '../src/accounts/api-keys.ts';
import type { Ctx } from '../src/accounts/context.ts';
import { signIn } from '../src/accounts/sign-in.ts';
import { signInLimits } from '../src/accounts/sign-in-limits.ts';
import { findAccountByLogin } from '../src/accounts/store.ts';
import { listApplications, readApplication } from '../src/applications/read.ts';
import { findSubmission } from '../src/applications/submissions-store.ts';
import { submitApplication } from '../src/applications/submit.ts';
import { insertFiles } from '../src/chambers/files-store.ts';
import { inChamber } from '../src/lib/db.ts';
import { newId } from '../src/lib/ids.ts';
import { acceptProcedure } from '../src/registrations/procedures/accept-procedure.ts';
import { examineProcedure, readDeskProcedure } from '../src/registrations/procedures/procedure-desk.ts';
import { tickProcedurePaper } from '../src/registrations/procedures/procedure-desk-papers.ts';
import { findNewestRules, publishRules } from '../src/registrations/procedures/rules-text-store.ts';
import { changeForm } from '../src/registrations/procedures/save-procedure.ts';
import { startByAdministrator } from '../src/registrations/procedures/start-procedure.ts';
import { submitForm } from '../src/registrations/procedures/submit-procedure.ts';
import { getOwnSubId, listOwnSubIds } from '../src/registrations/sub-ids/list-own-sub-ids.ts';
import { contextOf, readyApplication } from './deeds.ts';
import { legalRegistration, signatoryRow } from './fixtures-registration.ts';
import { startWorld, type World } from './world.ts';

const chamberId = '9901';
let world: World;
let leaver: Ctx;
let successor: Ctx;
let draft = '';
let submitted = '';

beforeAll(async () => {
  world = await startWorld();
  leaver = await contextOf(world, 'user');
  draft = await readyApplication(leaver);
  submitted = await readyApplication(leaver);
  await submitApplication(leaver, { applicationId: submitted });
  successor = await replaced();
});
afterAll(() => world.close());

/** U0001 leaves by 登録変更, for somebody new with a signature of his own; his context. */
async function replaced(): Promise<Ctx> {
  const { db, outside } = world.house;
  const administrator = await contextOf(world, 'administrator');
  const png = demoSignature();
  const sha256 = await outside.files.put(png);
  const rulesVersion = await inChamber(db, chamberId, async (trx) => {
    await insertFiles(trx, chamberId, world.now(), [{ sha256, mediaType: 'image/png', size: png.length }]);
    const newest = await findNewestRules(trx, chamberId);
    return newest?.version ?? publishRules(trx, { chamberId, textJa: '規程', textEn: 'Rules', at: world.now() });
  });
  const { procedureId } = await startByAdministrator(administrator, { kind: 'change', agreed: true, rulesVersion });
  const form = { ...administrator, applicant: { kind: 'administrator' as const, actor: administrator.actor } };
  await changeForm(form, { procedureId }, (content) => {
    const [row] = content.signatories;
    if (!row) throw new Error('the demo firm has a signatory');
    const comes = {
      ...signatoryRow(newId(world.now()), 'Kenji Koukei', 'koukei@mihon.example'),
      ...{ withoutSignature: false, signatureSha256: sha256.toString('hex') },
    };
    return {
      ...legalRegistration({ nameEn: content.nameEn, addressEn: content.addressEn }),
      signatories: [{ ...row, leaves: true, successorKey: comes.key }, comes],
    };
  });
  await submitForm(form, { procedureId });
  const certifier = await findActorByKey(db, world.account('certifier').apiKey);
  if (!certifier) throw new Error('no certifier');
  const desk: Ctx = { ...administrator, actor: { ...certifier, rights: [...certifier.rights, 'register'] } };
  for (const { kind, signatoryKey } of (await readDeskProcedure(desk, procedureId)).papers)
    await tickProcedurePaper(desk, {
      ...{ procedureId, kind, how: 'counter', day: '2026-11-16' },
      ...(signatoryKey === undefined ? {} : { signatoryKey }),
    });
  await examineProcedure(desk, { procedureId, round: 1 });
  const { userIds } = await acceptProcedure(desk, {
    ...{ procedureId, round: 1, memberClass: 'member', feePaidAtCounter: true },
  });
  const account = await inChamber(db, chamberId, (trx) => findAccountByLogin(trx, chamberId, userIds[0] ?? ''));
  if (!account) throw new Error('no successor');
  const { passwordHash: _, ...rest } = account;
  return {
    ...leaver,
    actor: {
      ...rest,
      via: { kind: 'session', sessionId: newId(world.now()), proof: { at: world.now(), by: 'password' as const } },
    },
  };
}

describe('who takes over', () => {
  test('sees drafts and what is with the chamber', async () => {
    const { rows } = await listApplications(successor, {}, 1);
    expect(rows.map(({ applicationId }) => applicationId)).toEqual(expect.arrayContaining([draft, submitted]));
  });

  test('submits the draft with his own signature; what was submitted keeps the one that it had', async () => {
    expect((await readApplication(successor, draft)).application.signatory.nameEn).toBe('Kenji Koukei');
    await submitApplication(successor, { applicationId: draft });
    const [own, kept] = await inChamber(world.house.db, chamberId, async (trx) => [
      await findSubmission(trx, { kind: 'origin', chamberId, applicationId: draft, round: 1 }),
      await findSubmission(trx, { kind: 'origin', chamberId, applicationId: submitted, round: 1 }),
    ]);
    expect(own?.signatory.nameEn).toBe('Kenji Koukei');
    expect(kept?.signatory.nameEn).toBe('Hanako Mihon');
  });

  test('looks after the sub IDs, which sign with his signature from now on', async () => {
    const [sub] = (await listOwnSubIds(successor)).rows;
    expect((await getOwnSubId(successor, sub?.accountId ?? '')).loginId).toBe('U0001-01');
    const clerk = await contextOf(world, 'sub');
    const applicationId = await readyApplication(clerk);
    expect((await readApplication(clerk, applicationId)).application.signatory.nameEn).toBe('Kenji Koukei');
  });

  test('who has left signs in no more, and his key ends', async () => {
    const { db, jobs, outside } = world.house;
    const { id, password } = world.account('user');
    const ctx = { db, jobs, outside, now: world.now(), limits: signInLimits(db) };
    const input = { chamberId, loginId: id, password, browser: '', address: '::1' };
    expect(await signIn(ctx, input)).toBeUndefined();
    expect(await findActorByKey(db, world.account('user').apiKey)).toBeUndefined();
  });
});
