// 署名者の確認: what a sub ID prepared is submitted, or given back, by the signatory whose signature it bears.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Ctx } from '../src/accounts/context.ts';
import { attachEvidence } from '../src/applications/evidence.ts';
import { approveApplication } from '../src/applications/examine.ts';
import { originKinds } from '../src/applications/forms/forms.ts';
import { countToRelease, listApplications, readApplication, readHistory } from '../src/applications/read.ts';
import { readDeskCase } from '../src/applications/read-desk.ts';
import { giveBackPrepared, prepareApplication, takeBackPrepared } from '../src/applications/release.ts';
import { saveBoxes, saveGoods } from '../src/applications/save.ts';
import { startApplication } from '../src/applications/start.ts';
import { findSubmission } from '../src/applications/submissions-store.ts';
import { submitApplication, withdrawApplication } from '../src/applications/submit.ts';
import { certifyApplication } from '../src/certificates/certify.ts';
import { findLiveCertificate } from '../src/certificates/store.ts';
import { inChamber } from '../src/lib/db.ts';
import type { Refusal } from '../src/lib/refusal.ts';
import { endSubId } from '../src/registrations/sub-ids/end-sub-id.ts';
import { contextOf, readyApplication } from './deeds.ts';
import { invoicePdf } from './fixtures-origin.ts';
import { makeOtherFirm } from './other-firm.ts';
import { makeSub } from './sub-people.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let sub: Awaited<ReturnType<typeof makeSub>>;
beforeAll(async () => {
  world = await startWorld();
  sub = await makeSub(world);
});
afterAll(() => world.close());
beforeEach(() => setRelease(true));

const signatory = () => contextOf(world, 'user');
const refusal = (code: string) => (error: unknown) => (error as Refusal).code === code;
const stateOf = async (id: string) => (await readApplication(await signatory(), id)).application;

/** 会社の設定: whether what sub IDs prepare is released by the signatory. */
async function setRelease(required: boolean): Promise<void> {
  await inChamber(world.house.db, '9901', (trx) =>
    trx.updateTable('registration').set({ release_required: required }).where('number', '=', '9901-000001').execute(),
  );
}

async function prepared(ctx: Ctx = sub.ctx): Promise<string> {
  const id = await readyApplication(ctx);
  await prepareApplication(ctx, { applicationId: id });
  return id;
}

describe('a firm that wants its signatory’s release', () => {
  test('a sub ID does not submit itself: it is told the way, and nothing has happened', async () => {
    const id = await readyApplication(sub.ctx);
    const said = await submitApplication(sub.ctx, { applicationId: id }).catch((error: unknown) => error as Refusal);
    expect(said).toSatisfy(refusal('invalid'));
    expect((said as Refusal).fields[0]?.ja).toContain('署名者の確認へ回してください');
    expect(await stateOf(id)).toMatchObject({ status: 'draft', preparedAt: null, receiptNumber: null });
  });

  test('it waits for the signatory, who is mailed, and submits it in his own name', async () => {
    world.mails.length = 0;
    const before = await countToRelease(await signatory());
    const id = await prepared();
    await world.work();
    const mail = world.mails.find((one) => one.to === 'u0001@mihon.example');
    expect(mail?.subject).toBe('申請の確認のお願い / An application waits for your release');
    expect(mail?.text).toContain(sub.account.loginId);
    expect(mail?.text).toContain(`/applications/${id}`);
    expect(mail?.text).not.toContain('受付番号');
    expect(await countToRelease(await signatory())).toBe(before + 1);
    expect(await countToRelease(sub.ctx)).toBe(0);
    const waiting = await listApplications(await signatory(), { prepared: true }, 1);
    expect(waiting.rows.map((row) => row.applicationId)).toContain(id);
    const { round } = await submitApplication(await signatory(), { applicationId: id });
    expect(await stateOf(id)).toMatchObject({ status: 'submitted', preparedAt: null });
    const submission = await inChamber(world.house.db, '9901', (trx) =>
      findSubmission(trx, { kind: 'origin', chamberId: '9901', applicationId: id, round }),
    );
    expect(submission?.accountId).toBe((await signatory()).actor.accountId);
    expect((await readHistory(sub.ctx, id)).map((event) => event.action)).toEqual([
      ...['start', 'attach_evidence', 'prepare', 'submit'],
    ]);
  });

  test('while it waits nobody changes it: not the sub ID, not the signatory', async () => {
    const id = await prepared();
    for (const ctx of [sub.ctx, await signatory()]) {
      const tries = await Promise.allSettled([
        saveBoxes(ctx, { kinds: originKinds, applicationId: id, boxes: { marks: 'X' } }),
        saveGoods(ctx, { kinds: originKinds, applicationId: id, from: 0, count: 1, goods: [] }),
        attachEvidence(ctx, { applicationId: id, kind: 'other', fileName: 'x.pdf', bytes: invoicePdf() }),
      ]);
      for (const one of tries) expect(one.status === 'rejected' && one.reason).toSatisfy(refusal('conflict'));
    }
    const again = prepareApplication(sub.ctx, { applicationId: id });
    await expect(again).rejects.toSatisfy(refusal('conflict'));
    await expect(submitApplication(sub.ctx, { applicationId: id })).rejects.toSatisfy(refusal('conflict'));
    await expect(withdrawApplication(sub.ctx, { applicationId: id })).rejects.toSatisfy(refusal('conflict'));
    // The signatory may drop it: it is his.
    await withdrawApplication(await signatory(), { applicationId: id });
    expect(await stateOf(id)).toMatchObject({ status: 'withdrawn', preparedAt: null });
  });

  test('the sub ID takes it back and goes on', async () => {
    const id = await prepared();
    await takeBackPrepared(sub.ctx, { applicationId: id });
    await saveBoxes(sub.ctx, { kinds: originKinds, applicationId: id, boxes: { marks: 'N/M' } });
    await expect(takeBackPrepared(sub.ctx, { applicationId: id })).rejects.toSatisfy(refusal('conflict'));
    await prepareApplication(sub.ctx, { applicationId: id });
  });

  test('the signatory gives it back with a note, which its holder finds in the history, and is mailed', async () => {
    const id = await prepared();
    await world.work();
    world.mails.length = 0;
    const give = async (note: string) => giveBackPrepared(await signatory(), { applicationId: id, note });
    await expect(give(' ')).rejects.toSatisfy(refusal('invalid'));
    await expect(give('a\u202eb')).rejects.toSatisfy(refusal('invalid'));
    await give('数量を確かめてください。');
    await expect(give('again')).rejects.toSatisfy(refusal('conflict'));
    const back = (await readHistory(sub.ctx, id)).find((event) => event.action === 'give_back');
    expect(back?.detail).toEqual({ note: '数量を確かめてください。' });
    await world.work();
    expect(world.mails.map((mail) => mail.to)).toEqual([sub.account.mail]);
    expect(world.mails[0]?.text).not.toContain('数量');
    await saveBoxes(sub.ctx, { kinds: originKinds, applicationId: id, boxes: {} });
  });

  test('what is not ready does not wait: the findings are told at once', async () => {
    const { applicationId } = await startApplication(sub.ctx, { kind: 'origin', oath: true });
    await expect(prepareApplication(sub.ctx, { applicationId })).rejects.toSatisfy(refusal('invalid'));
    expect((await stateOf(applicationId)).preparedAt).toBeNull();
  });

  test('nobody but the sub ID asks for release, nobody but its signatory gives it', async () => {
    const id = await readyApplication(sub.ctx);
    await expect(prepareApplication(await signatory(), { applicationId: id })).rejects.toSatisfy(
      refusal('not_allowed'),
    );
    const other = await makeSub(world);
    await expect(prepareApplication(other.ctx, { applicationId: id })).rejects.toSatisfy(refusal('not_found'));
    await prepareApplication(sub.ctx, { applicationId: id });
    await expect(takeBackPrepared(other.ctx, { applicationId: id })).rejects.toSatisfy(refusal('not_found'));
    const note = { applicationId: id, note: 'x' };
    await expect(giveBackPrepared(sub.ctx, note)).rejects.toSatisfy(refusal('not_allowed'));
    const foreign = await makeOtherFirm(world);
    await expect(giveBackPrepared(foreign.ctx, note)).rejects.toSatisfy(refusal('not_found'));
    await expect(submitApplication(foreign.ctx, { applicationId: id })).rejects.toSatisfy(refusal('not_found'));
  });

  test('released and taken back at once: one of the two happens, and the state is that one’s', async () => {
    const id = await prepared();
    const user = await signatory();
    const [release, back] = await Promise.allSettled([
      submitApplication(user, { applicationId: id }),
      takeBackPrepared(sub.ctx, { applicationId: id }),
    ]);
    // Taken back first, the signatory's own submission of the draft still stands; the other way round it does not.
    if (back.status === 'rejected') expect(back.reason).toSatisfy(refusal('conflict'));
    expect(release.status).toBe('fulfilled');
    expect(await stateOf(id)).toMatchObject({ status: 'submitted', preparedAt: null });
  });

  test('given back, taken back and given back again at once: one of them happens', async () => {
    const id = await prepared();
    const note = { applicationId: id, note: 'x' };
    const user = await signatory();
    const tries = await Promise.allSettled([
      ...[giveBackPrepared(user, note), takeBackPrepared(sub.ctx, note), giveBackPrepared(user, note)],
    ]);
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect((await stateOf(id)).preparedAt).toBeNull();
  });

  test('what an ended sub ID had prepared is still the signatory’s to submit', async () => {
    const gone = await makeSub(world);
    const id = await prepared(gone.ctx);
    await endSubId(await signatory(), gone.account);
    await submitApplication(await signatory(), { applicationId: id });
  });
});

describe('a firm that leaves it to the sub ID', () => {
  test('it submits; one without leave to submit asks for release instead', async () => {
    await setRelease(false);
    await submitApplication(sub.ctx, { applicationId: await readyApplication(sub.ctx) });
    const limited = await makeSub(world, { may: [] });
    const id = await prepared(limited.ctx);
    await submitApplication(await signatory(), { applicationId: id });
  });

  test('the certificate’s record says who applied, and under whom; of a signatory’s own it says nothing', async () => {
    await setRelease(false);
    const bySub = await certified(sub.ctx);
    expect(bySub.appliedBy).toEqual({ id: sub.account.loginId, under: 'U0001' });
    const own = await certified(await signatory());
    expect(Object.hasOwn(own, 'appliedBy')).toBe(false);
  });
});

async function certified(ctx: Ctx): Promise<{ appliedBy?: unknown }> {
  const applicationId = await readyApplication(ctx);
  const { round } = await submitApplication(ctx, { applicationId });
  const examiner = await contextOf(world, 'examiner');
  const invoiceSignedBy = (await readDeskCase(examiner, applicationId)).signatories[0]?.signatoryId ?? '';
  await approveApplication(examiner, { applicationId, round, invoiceSignedBy });
  await certifyApplication(await contextOf(world, 'certifier'), { applicationId, round });
  const certificate = await inChamber(world.house.db, '9901', (trx) =>
    findLiveCertificate(trx, { chamberId: '9901', applicationId }),
  );
  if (!certificate) throw new Error('not certified');
  return JSON.parse(certificate.record) as { appliedBy?: unknown };
}

describe('a signatory who has left', () => {
  test('nothing is begun or submitted in that name any more, also by a sub ID', async () => {
    await setRelease(false);
    const id = await readyApplication(sub.ctx);
    const setStatus = (status: string) =>
      inChamber(world.house.db, '9901', (trx) =>
        trx.updateTable('signatory').set({ status }).where('name_en', '=', 'Hanako Mihon').execute(),
      );
    await setStatus('ended');
    try {
      const said = await submitApplication(sub.ctx, { applicationId: id }).catch((error: unknown) => error as Refusal);
      expect((said as Refusal).fields[0]?.en).toContain('Hanako Mihon has ended');
      const begun = startApplication(sub.ctx, { kind: 'origin', oath: true });
      await expect(begun).rejects.toSatisfy(refusal('invalid'));
    } finally {
      await setStatus('active');
    }
  });
});
