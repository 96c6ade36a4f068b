import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Ctx } from '../src/accounts/context.ts';
import { attachEvidence, getEvidencePicture, removeEvidence } from '../src/applications/evidence.ts';
import { originKinds } from '../src/applications/forms/forms.ts';
import { emptyOriginContent } from '../src/applications/forms/origin/content.ts';
import { confirmGoods, readGoodsUpload, uploadGoods } from '../src/applications/import-goods.ts';
import { listApplications, readHistory, readOfKind } from '../src/applications/read.ts';
import { saveBoxes, saveGoods } from '../src/applications/save.ts';
import { startApplication } from '../src/applications/start.ts';
import { findSubmission } from '../src/applications/submissions-store.ts';
import { checkApplication, submitApplication, withdrawApplication } from '../src/applications/submit.ts';
import { inChamber } from '../src/lib/db.ts';
import type { Refusal } from '../src/lib/refusal.ts';
import { contextOf, readyApplication } from './deeds.ts';
import { invoicePdf, legalContent } from './fixtures-origin.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const as = (kind: string): Promise<Ctx> => contextOf(world, kind);
const refusal = (code: string) => (error: unknown) => (error as Refusal).code === code;

const ready = readyApplication;

describe('a draft', () => {
  test('begins with the oath, and box 1 and the place of box 9 from the registration', async () => {
    const ctx = await as('user');
    await expect(startApplication(ctx, { kind: 'origin', oath: false })).rejects.toSatisfy(refusal('invalid'));
    const { content, applicationId } = await startApplication(ctx, { kind: 'origin', oath: true });
    expect(content.exporter).toEqual({
      name: 'MIHON TRADING CO., LTD. (DEMO)',
      address: '1-2-3 Mihon-cho, Chuo-ku, Mihon 000-0000',
      country: 'JAPAN',
    });
    expect(content.declaration).toEqual({ place: 'Mihon, Japan', date: '2026-11-16' });
    const [event] = await readHistory(ctx, applicationId);
    expect(event).toMatchObject({ action: 'start', to: 'draft', detail: { oath: '2026-11' } });
  });

  test('keeps what was typed, right or wrong, and counts versions', async () => {
    const ctx = await as('user');
    const { applicationId } = await startApplication(ctx, { kind: 'origin', oath: true });
    const wrong = { ...emptyOriginContent().consignee, name: ' Müller 株式会社 ', country: 'nowhere' };
    const first = await saveBoxes(ctx, { kinds: originKinds, applicationId, version: 1, boxes: { consignee: wrong } });
    expect(first.version).toBe(2);
    expect((await readOfKind(ctx, originKinds, applicationId)).application.content.consignee).toEqual(wrong);
    await expect(saveBoxes(ctx, { kinds: originKinds, applicationId, version: 1, boxes: {} })).rejects.toSatisfy(
      refusal('conflict'),
    );
  });

  test('two tabs that save the same version: one wins, one is told', async () => {
    const ctx = await as('user');
    const { applicationId } = await startApplication(ctx, { kind: 'origin', oath: true });
    const tries = await Promise.allSettled(
      ['a', 'b'].map((marks) => saveBoxes(ctx, { kinds: originKinds, applicationId, version: 1, boxes: { marks } })),
    );
    expect(tries.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('a copy takes over all but what belongs to one case: invoice and dates', async () => {
    const ctx = await as('user');
    const applicationId = await ready(ctx);
    const { content } = await startApplication(ctx, { kind: 'origin', oath: true, copyOf: applicationId });
    expect(content.consignee.name).toBe('SAMPLE IMPORTS INC.');
    expect(content.goods).toHaveLength(1);
    expect(content.invoices).toEqual([{ number: '', date: '' }]);
    expect(content.transport.date).toBe('');
  });

  test('goods by pages: a page of the table replaces its own lines only', async () => {
    const ctx = await as('user');
    const { applicationId } = await startApplication(ctx, { kind: 'origin', oath: true });
    const line = legalContent('2026-11-16').goods[0];
    if (!line) throw new Error('no line');
    const named = (description: string) => ({ ...line, description });
    await saveGoods(ctx, {
      kinds: originKinds,
      applicationId,
      from: 0,
      count: 0,
      goods: ['A', 'B', 'C', 'D'].map(named),
    });
    const saved = await saveGoods(ctx, { kinds: originKinds, applicationId, from: 1, count: 2, goods: [named('X')] });
    expect(saved.content.goods.map((one) => one.description)).toEqual(['A', 'X', 'D']);
    const many = Array.from({ length: 5001 }, () => line);
    await expect(
      saveGoods(ctx, { kinds: originKinds, applicationId, from: 0, count: 3, goods: many }),
    ).rejects.toSatisfy(refusal('invalid'));
  });
});

describe('goods from a file', () => {
  const tsv = (lines: string) => Buffer.from(`商品名\t数量\t数量単位\t梱包数\t梱包種類\n${lines}`, 'utf8');

  test('wait for a word: nothing of the file is in the application until it is confirmed', async () => {
    const ctx = await as('user');
    const { applicationId } = await startApplication(ctx, { kind: 'origin', oath: true });
    const upload = await uploadGoods(ctx, {
      kinds: originKinds,
      applicationId,
      fileName: 'goods.tsv',
      bytes: tsv('3/4" BOLT\t100\tPCS\t2\tCARTONS'),
    });
    expect(upload.goods).toHaveLength(1);
    expect((await readOfKind(ctx, originKinds, applicationId)).application.content.goods).toEqual([]);
    expect((await readGoodsUpload(ctx, originKinds, applicationId))?.goods[0]?.description).toBe('3/4" BOLT');
    await confirmGoods(ctx, { applicationId, mode: 'replace' });
    expect((await readOfKind(ctx, originKinds, applicationId)).application.content.goods[0]?.description).toBe(
      '3/4" BOLT',
    );
    await expect(confirmGoods(ctx, { applicationId, mode: 'replace' })).rejects.toSatisfy(refusal('not_found'));
  });

  test('a file that cannot be read whole is not taken over, and what was there stays', async () => {
    const ctx = await as('user');
    const { applicationId } = await startApplication(ctx, { kind: 'origin', oath: true });
    const upload = await uploadGoods(ctx, {
      kinds: originKinds,
      applicationId,
      fileName: 'x.tsv',
      bytes: Buffer.from('a\tb\n1\t2\n'),
    });
    expect(upload.findings.some((finding) => finding.level === 'block')).toBe(true);
    await expect(confirmGoods(ctx, { applicationId, mode: 'replace' })).rejects.toSatisfy(refusal('invalid'));
  });
});

describe('evidence', () => {
  test('is kept as the file and the pictures of its pages; a removed one is gone from the list', async () => {
    const ctx = await as('user');
    const { applicationId } = await startApplication(ctx, { kind: 'origin', oath: true });
    const evidence = await attachEvidence(ctx, {
      applicationId,
      kind: 'invoice',
      fileName: 'C:\\x\\請求書\u202e.pdf',
      bytes: invoicePdf(),
    });
    expect(evidence).toMatchObject({ fileName: '請求書.pdf', pages: 1, addedInRound: 1 });
    const of = { chamberId: '9901', applicationId, evidenceId: evidence.evidenceId };
    const png = await getEvidencePicture(ctx, { ...of, page: 1 });
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    for (const page of [0, 2, Number.NaN, 1e9])
      await expect(getEvidencePicture(ctx, { ...of, page })).rejects.toSatisfy(refusal('not_found'));
    await removeEvidence(ctx, of);
    expect((await readOfKind(ctx, originKinds, applicationId)).evidence).toEqual([]);
    await expect(removeEvidence(ctx, of)).rejects.toSatisfy(refusal('not_found'));
  });

  test('a file that is no PDF is refused with what to do', async () => {
    const ctx = await as('user');
    const { applicationId } = await startApplication(ctx, { kind: 'origin', oath: true });
    const wrong = attachEvidence(ctx, {
      applicationId,
      kind: 'invoice',
      fileName: 'x.pdf',
      bytes: Buffer.from('<html>'),
    });
    await expect(wrong).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ field: 'file', ja: expect.stringContaining('PDFではありません') }],
    });
  });
});

describe('発給申請', () => {
  test('an empty draft is refused with every place that blocks', async () => {
    const ctx = await as('user');
    const { applicationId } = await startApplication(ctx, { kind: 'origin', oath: true });
    const blocking = (await checkApplication(ctx, applicationId)).filter((finding) => finding.level === 'block');
    expect(blocking.map((finding) => finding.rule)).toContain('invoice-attached');
    const submitting = submitApplication(ctx, { applicationId });
    await expect(submitting).rejects.toMatchObject({ code: 'invalid', fields: { length: blocking.length } });
  });

  test('a legal one gets a receipt number, and is kept as it stood, with the signature', async () => {
    const ctx = await as('user');
    const applicationId = await ready(ctx);
    expect((await checkApplication(ctx, applicationId)).filter((finding) => finding.level === 'block')).toEqual([]);
    const { receiptNumber, round } = await submitApplication(ctx, { applicationId });
    expect(receiptNumber).toMatch(/^R2026-\d{6}$/);
    const kept = await inChamber(world.house.db, '9901', (trx) =>
      findSubmission(trx, { kind: 'origin', chamberId: '9901', applicationId, round }),
    );
    expect(kept?.content.consignee.name).toBe('SAMPLE IMPORTS INC.');
    expect(kept?.signatory.nameEn).toBe('Hanako Mihon');
    expect(kept?.signatureSha256).toHaveLength(32);
    await expect(saveBoxes(ctx, { kinds: originKinds, applicationId, boxes: { marks: 'changed' } })).rejects.toSatisfy(
      refusal('conflict'),
    );
    await expect(submitApplication(ctx, { applicationId })).rejects.toSatisfy(refusal('conflict'));
    await withdrawApplication(ctx, { applicationId });
    await expect(withdrawApplication(ctx, { applicationId })).rejects.toSatisfy(refusal('conflict'));
  });

  test('ten clicks at once submit once, and receipt numbers have no gap', async () => {
    const ctx = await as('user');
    const ids = [];
    for (let i = 0; i < 3; i++) ids.push(await ready(ctx));
    const tries = await Promise.allSettled(
      ids.flatMap((applicationId) => [1, 2, 3].map(() => submitApplication(ctx, { applicationId }))),
    );
    const done = tries.filter((one) => one.status === 'fulfilled').map((one) => one.value.receiptNumber);
    expect(done).toHaveLength(3);
    const list = await listApplications(ctx, {}, 1);
    const numbers = list.rows
      .flatMap((row) => (row.receiptNumber ? [Number(row.receiptNumber.slice(6))] : []))
      .sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  test('an invoice number that the firm used before is noticed', async () => {
    const ctx = await as('user');
    const first = await ready(ctx, 'INV-TWICE');
    await submitApplication(ctx, { applicationId: first });
    const second = await ready(ctx, 'INV-TWICE');
    const findings = await checkApplication(ctx, second);
    expect(findings.filter((finding) => finding.place === '3').map((finding) => finding.level)).toEqual(['warn']);
  });

  test('after the registration has expired nothing can be begun or submitted', async () => {
    const ctx = await as('user');
    const applicationId = await ready(ctx);
    const later = { ...ctx, now: new Date(ctx.now.getTime() + 800 * 86_400_000) };
    await expect(startApplication(later, { kind: 'origin', oath: true })).rejects.toSatisfy(refusal('invalid'));
    await expect(submitApplication(later, { applicationId })).rejects.toSatisfy(refusal('invalid'));
  });

  test('is the signatory’s own: staff and strangers find nothing', async () => {
    const ctx = await as('user');
    const applicationId = await ready(ctx);
    await expect(readOfKind(await as('examiner'), originKinds, applicationId)).rejects.toSatisfy(
      refusal('not_allowed'),
    );
    await expect(readOfKind(ctx, originKinds, 'no-id')).rejects.toSatisfy(refusal('not_found'));
    await expect(readOfKind(ctx, originKinds, '00000000-0000-7000-8000-000000000000')).rejects.toSatisfy(
      refusal('not_found'),
    );
  });
});
