// 貿易登録, by its deeds: from a mail address to a firm with its IDs.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findActorByKey } from '../src/accounts/api-keys.ts';
import type { Ctx, OpenCtx } from '../src/accounts/context.ts';
import { findAccountByLogin } from '../src/accounts/store.ts';
import { inChamber } from '../src/lib/db.ts';
import { newId } from '../src/lib/ids.ts';
import type { RegistrationContent } from '../src/registrations/content.ts';
import { acceptProcedure } from '../src/registrations/procedures/accept-procedure.ts';
import type { FormCtx } from '../src/registrations/procedures/applicant.ts';
import { previewAcceptance } from '../src/registrations/procedures/preview-acceptance.ts';
import {
  claimProcedure,
  examineProcedure,
  readDeskProcedure,
  sendBackProcedure,
} from '../src/registrations/procedures/procedure-desk.ts';
import { tickProcedurePaper } from '../src/registrations/procedures/procedure-desk-papers.ts';
import { findApplicant, openByLink } from '../src/registrations/procedures/procedure-links.ts';
import { readForm } from '../src/registrations/procedures/read-procedure.ts';
import { publishRules } from '../src/registrations/procedures/rules-text-store.ts';
import { changeForm } from '../src/registrations/procedures/save-procedure.ts';
import { mailLinksAgain, startByAdministrator, startByMail } from '../src/registrations/procedures/start-procedure.ts';
import { cancelProcedure, submitForm } from '../src/registrations/procedures/submit-procedure.ts';
import { putPaperRegistrations } from '../src/registrations/register/paper-register-store.ts';
import { getRegistration, listSignatories, listSucceeded } from '../src/registrations/store.ts';
import { legalRegistration, otherCorporateNumber, signatoryRow } from './fixtures-registration.ts';
import { startWorld, type World } from './world.ts';

const chamberId = '9901';
let world: World;
let rules = 0;
beforeAll(async () => {
  world = await startWorld();
  rules = await inChamber(world.house.db, chamberId, (trx) =>
    publishRules(trx, { chamberId, textJa: '規程(試験)', textEn: 'Rules (test)', at: world.now() }),
  );
});
afterAll(() => world.close());

const open = (): OpenCtx => {
  const { db, jobs, outside } = world.house;
  return { db, jobs, outside, now: world.now() };
};

/** S0002, who may register here. */
async function registrar(): Promise<Ctx> {
  const actor = await findActorByKey(world.house.db, world.account('certifier').apiKey);
  if (!actor) throw new Error('no certifier');
  return { ...open(), actor: { ...actor, rights: [...actor.rights, 'register'] } };
}

/** The code of the newest mail to this address. */
async function codeTo(mail: string): Promise<string> {
  await world.work();
  const text = world.mails.findLast((one) => one.to === mail && one.text.includes('#'))?.text ?? '';
  return /#([0-9A-Z-]+)/.exec(text)?.[1] ?? '';
}

async function formOf(mail: string): Promise<{ ctx: FormCtx; procedureId: string }> {
  const { cookie, procedureId } = await openByLink(open(), await codeTo(mail));
  expect(await findApplicant(open(), cookie)).toEqual({ chamberId, procedureId });
  return { procedureId, ctx: { ...open(), applicant: { kind: 'link', chamberId, procedureId } } };
}

const began = (mail: string) => ({ chamberId, mail, kind: 'new' as const, agreed: true, rulesVersion: rules });

/** Typed and handed in. */
async function submitted(mail: string, content: RegistrationContent): Promise<{ ctx: FormCtx; procedureId: string }> {
  await startByMail(open(), began(mail));
  const form = await formOf(mail);
  await changeForm(form.ctx, form, () => content);
  await submitForm(form.ctx, form);
  return form;
}

/** Every paper at the counter today, then examined and accepted. */
async function accepted(procedureId: string) {
  const desk = await registrar();
  const { procedure, papers } = await readDeskProcedure(desk, procedureId);
  for (const { kind, signatoryKey, came } of papers)
    if (came.length === 0)
      await tickProcedurePaper(desk, {
        ...{ procedureId, kind, how: 'counter', day: '2026-11-16' },
        ...(signatoryKey === undefined ? {} : { signatoryKey }),
      });
  const { round } = procedure;
  await examineProcedure(desk, { procedureId, round });
  const said = await previewAcceptance(desk, procedureId);
  const made = await acceptProcedure(desk, { procedureId, round, memberClass: 'member' });
  // What was said before it was done is what was done.
  const { validFrom, validUntil, number } = await inChamber(world.house.db, chamberId, (trx) =>
    getRegistration(trx, chamberId, made.registrationId),
  );
  expect(said).toMatchObject({ validFrom, validUntil, number: said.number === null ? null : number });
  expect(said.comes).toHaveLength(made.userIds.length);
  return made;
}

describe('新規登録', () => {
  test('from a mail address to a registration of two years, an administrator ID and a user ID, each with a link of its own', async () => {
    const { procedureId } = await submitted('new@shiken.example', legalRegistration());
    const made = await accepted(procedureId);
    expect(made).toMatchObject({ number: '9901-000002', administratorId: expect.stringMatching(/^A\d{4}$/) });
    const registration = await inChamber(world.house.db, chamberId, (trx) =>
      getRegistration(trx, chamberId, made.registrationId),
    );
    // 認証規程 第2条4項
    expect(registration).toMatchObject({
      validFrom: '2026-11-16',
      validUntil: '2028-11-15',
      nameEn: 'SHIKEN CO., LTD. (DEMO)',
    });
    await world.work();
    const administrator = world.mails.filter((one) => one.to === 'renraku@shiken.example').map((one) => one.text);
    expect(administrator.filter((text) => text.includes('#'))).toHaveLength(1);
    // The first password's way never stands beside the ID.
    for (const text of administrator.filter((one) => one.includes('#')))
      expect(text).not.toContain(made.administratorId);
    expect(world.mails.filter((one) => one.to === 'ichiro@shiken.example' && one.text.includes('#'))).toHaveLength(1);
  });

  test('is not accepted before every paper is ticked, nor by somebody without the right', async () => {
    const content = legalRegistration({ corporateNumber: otherCorporateNumber });
    const { procedureId } = await submitted('papers@shiken.example', content);
    const desk = await registrar();
    await claimProcedure(desk, { procedureId });
    await expect(examineProcedure(desk, { procedureId, round: 1 })).rejects.toMatchObject({ code: 'conflict' });
    const without = { ...desk, actor: { ...desk.actor, rights: ['examine' as const] } };
    await expect(claimProcedure(without, { procedureId })).rejects.toMatchObject({ code: 'not_allowed' });
  });

  test('a firm that is registered is not registered twice (1つの法人に対して1ID)', async () => {
    const { procedureId } = await submitted('twice@shiken.example', legalRegistration());
    await expect(accepted(procedureId)).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ field: 'corporateNumber' }],
    });
  });

  test('is returned with remarks, mended by a new link, and handed in again under the same number', async () => {
    const content = legalRegistration({ corporateNumber: '7000000000002' });
    const { ctx, procedureId } = await submitted('returned@shiken.example', content);
    const desk = await registrar();
    await sendBackProcedure(desk, {
      procedureId,
      round: 1,
      remarks: [{ place: 'nameEn', words: 'Ltd. の前にコンマ' }],
    });
    const again = await formOf('returned@shiken.example');
    expect((await readForm(again.ctx, procedureId)).remarks).toMatchObject([{ place: 'nameEn' }]);
    await expect(changeForm(ctx, { procedureId, version: 1 }, (one) => one)).rejects.toMatchObject({
      code: 'conflict',
    });
    await changeForm(again.ctx, { procedureId }, (one) => ({ ...one, nameEn: 'SHIKEN TWO, LTD. (DEMO)' }));
    const { round, receiptNumber } = await submitForm(again.ctx, { procedureId });
    expect({ round, receiptNumber }).toEqual({
      round: 2,
      receiptNumber: (await readForm(ctx, procedureId)).procedure.receiptNumber,
    });
    const { before } = await readDeskProcedure(desk, procedureId);
    expect(before?.nameEn).toBe('SHIKEN CO., LTD. (DEMO)');
  });

  test('without agreement to the newest rules nothing begins', async () => {
    for (const change of [{ agreed: false }, { rulesVersion: 99 }])
      await expect(startByMail(open(), { ...began('no@shiken.example'), ...change })).rejects.toMatchObject({
        code: 'invalid',
      });
  });

  test('a link opens one form, a day long; asked for again, it comes again, and nobody else’s', async () => {
    await startByMail(open(), began('link@shiken.example'));
    const code = await codeTo('link@shiken.example');
    const { ctx } = await formOf('link@shiken.example');
    await expect(readForm(ctx, newId(world.now()))).rejects.toMatchObject({ code: 'not_found' });
    const late = { ...open(), now: new Date(world.now().getTime() + 24 * 3_600_000) };
    await expect(openByLink(late, code)).rejects.toMatchObject({ code: 'not_found' });
    const mails = world.mails.length;
    await mailLinksAgain(open(), { chamberId, mail: 'nobody@shiken.example' });
    await world.work();
    expect(world.mails).toHaveLength(mails);
    await mailLinksAgain(open(), { chamberId, mail: 'LINK@shiken.example' });
    expect(await codeTo('link@shiken.example')).not.toBe(code);
  });
});

describe('登録切替', () => {
  test('keeps the remaining term of the paper registration, once', async () => {
    await inChamber(world.house.db, chamberId, (trx) =>
      putPaperRegistrations(
        trx,
        chamberId,
        [
          {
            ...{ paperRegistrationId: newId(world.now()), number: '123456', nameJa: '紙の会社', nameEn: 'PAPER INC.' },
            ...{ corporateNumber: '6000000000003', validFrom: '2025-04-01', validUntil: '2027-03-31' },
            signatories: [{ nameEn: 'Kami Kaita', titleEn: '' }],
          },
        ],
        world.now(),
      ),
    );
    await startByMail(open(), { ...began('switch@shiken.example'), kind: 'switch', paperNumber: ' 123456 ' });
    const form = await formOf('switch@shiken.example');
    const { procedure } = await readForm(form.ctx, form.procedureId);
    expect(procedure.content).toMatchObject({ nameEn: 'PAPER INC.', signatories: [] });
    await changeForm(form.ctx, form, () =>
      legalRegistration({ nameEn: 'PAPER INC.', corporateNumber: '6000000000003' }),
    );
    await submitForm(form.ctx, form);
    const { registrationId } = await accepted(form.procedureId);
    const registration = await inChamber(world.house.db, chamberId, (trx) =>
      getRegistration(trx, chamberId, registrationId),
    );
    expect(registration).toMatchObject({ validUntil: '2027-03-31', paperNumber: '123456' });
    await expect(
      startByMail(open(), { ...began('again@shiken.example'), kind: 'switch', paperNumber: '123456' }),
    ).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'paperNumber' }] });
  });
});

describe('登録変更 and 登録更新', () => {
  /** A registered firm, and its administrator. */
  async function registered(
    corporateNumber: string,
    mail: string,
  ): Promise<{ administrator: Ctx; registrationId: string }> {
    const content = legalRegistration({
      corporateNumber,
      contact: { ...legalRegistration().contact, mail },
      signatories: [
        signatoryRow('22222222-2222-4222-8222-222222222222', 'Stays Shiken', 'stays@shiken.example'),
        signatoryRow('33333333-3333-4333-8333-333333333333', 'Leaves Shiken', 'leaves@shiken.example'),
      ],
    });
    const { procedureId } = await submitted(mail, content);
    const { administratorId, registrationId } = await accepted(procedureId);
    const account = await inChamber(world.house.db, chamberId, (trx) =>
      findAccountByLogin(trx, chamberId, administratorId),
    );
    if (!account) throw new Error('no administrator');
    const { passwordHash: _, ...rest } = account;
    return {
      registrationId,
      administrator: {
        ...open(),
        actor: {
          ...rest,
          via: { kind: 'session', sessionId: newId(world.now()), proof: { at: world.now(), by: 'password' as const } },
        },
      },
    };
  }
  const asForm = (ctx: Ctx): FormCtx => ({ ...ctx, applicant: { kind: 'administrator', actor: ctx.actor } });
  const agreed = {
    agreed: true,
    get rulesVersion() {
      return rules;
    },
  };

  test('a signatory who leaves hands over to another; one open procedure at a time', async () => {
    const { administrator, registrationId } = await registered('5000000000004', 'change@shiken.example');
    const { procedureId } = await startByAdministrator(administrator, {
      ...agreed,
      rulesVersion: rules,
      kind: 'change',
    });
    await expect(
      startByAdministrator(administrator, { ...agreed, rulesVersion: rules, kind: 'change' }),
    ).rejects.toMatchObject({ code: 'conflict' });
    const form = asForm(administrator);
    await changeForm(form, { procedureId }, (content) => {
      const [stays, leaves] = content.signatories;
      if (!stays || !leaves) throw new Error('two signatories');
      const comes = signatoryRow('44444444-4444-4444-8444-444444444444', 'Comes Shiken', 'comes@shiken.example');
      return { ...content, signatories: [stays, { ...leaves, leaves: true, successorKey: comes.key }, comes] };
    });
    // Who signs for the firm is changed by somebody who has lately shown who he is (step-up.test.ts).
    const unproven: Ctx['actor'] = { ...administrator.actor, via: { kind: 'session', sessionId: newId(world.now()) } };
    await expect(submitForm(asForm({ ...administrator, actor: unproven }), { procedureId })).rejects.toMatchObject({
      code: 'proof_needed',
    });
    await submitForm(form, { procedureId });
    const { userIds } = await accepted(procedureId);
    expect(userIds).toHaveLength(1);
    await inChamber(world.house.db, chamberId, async (trx) => {
      const signatories = await listSignatories(trx, chamberId, registrationId);
      const leaver = signatories.find(({ nameEn }) => nameEn === 'Leaves Shiken');
      const comer = signatories.find(({ nameEn }) => nameEn === 'Comes Shiken');
      expect(leaver).toMatchObject({ status: 'ended', successorId: comer?.signatoryId });
      expect(await listSucceeded(trx, chamberId, comer?.signatoryId ?? '')).toHaveLength(2);
      const account = await findAccountByLogin(trx, chamberId, userIds[0] ?? '');
      expect(account).toMatchObject({ role: 'user', registrationId, passwordHash: null });
    });
  });

  test('a registered name is not changed: who is called otherwise is somebody else', async () => {
    const { administrator } = await registered('4000000000005', 'name@shiken.example');
    const { procedureId } = await startByAdministrator(administrator, {
      ...agreed,
      rulesVersion: rules,
      kind: 'change',
    });
    const form = asForm(administrator);
    await changeForm(form, { procedureId }, (content) => ({
      ...content,
      signatories: content.signatories.map((one, index) => (index === 0 ? { ...one, nameEn: 'Another Name' } : one)),
    }));
    await submitForm(form, { procedureId });
    await expect(accepted(procedureId)).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'signatories' }] });
  });

  test('renewal opens 30 days before the end, and gives two years from its acceptance', async () => {
    const { administrator, registrationId } = await registered('3000000000006', 'renew@shiken.example');
    await expect(
      startByAdministrator(administrator, { ...agreed, rulesVersion: rules, kind: 'renewal' }),
    ).rejects.toMatchObject({ code: 'invalid' });
    const then = new Date('2028-10-17T03:00:00Z');
    const later = { ...administrator, now: then };
    const { procedureId } = await startByAdministrator(later, { ...agreed, rulesVersion: rules, kind: 'renewal' });
    const form = { ...asForm(later), now: then };
    await submitForm(form, { procedureId });
    const desk = { ...(await registrar()), now: then };
    const { papers } = await readDeskProcedure(desk, procedureId);
    for (const { kind, signatoryKey } of papers)
      await tickProcedurePaper(desk, {
        ...{ procedureId, kind, how: 'post', day: '2028-10-17' },
        ...(signatoryKey === undefined ? {} : { signatoryKey }),
      });
    await examineProcedure(desk, { procedureId, round: 1 });
    await acceptProcedure(desk, { procedureId, round: 1, memberClass: 'member' });
    const registration = await inChamber(world.house.db, chamberId, (trx) =>
      getRegistration(trx, chamberId, registrationId),
    );
    expect(registration).toMatchObject({ validFrom: '2026-11-16', validUntil: '2030-10-16', status: 'active' });
  });

  test('given up, it changes nothing and makes room for another', async () => {
    const { administrator } = await registered('2000000000007', 'cancel@shiken.example');
    const { procedureId } = await startByAdministrator(administrator, {
      ...agreed,
      rulesVersion: rules,
      kind: 'change',
    });
    await cancelProcedure(asForm(administrator), { procedureId });
    await startByAdministrator(administrator, { ...agreed, rulesVersion: rules, kind: 'change' });
  });
});
