// Foreign goods: from the start of the draft to the certificate, through the pages, the API's schema and the deeds.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Ctx } from '../src/accounts/context.ts';
import { attachEvidence } from '../src/applications/evidence.ts';
import type { EvidenceKind } from '../src/applications/evidence-kinds.ts';
import { approveApplication } from '../src/applications/examine.ts';
import { originKinds } from '../src/applications/forms/forms.ts';
import type { OriginContent } from '../src/applications/forms/origin/content.ts';
import { levelProblems } from '../src/applications/forms/problems.ts';
import { readOfKind } from '../src/applications/read.ts';
import { readDeskCase } from '../src/applications/read-desk.ts';
import { saveBoxes, saveGoods } from '../src/applications/save.ts';
import { startApplication } from '../src/applications/start.ts';
import { checkApplication, submitApplication } from '../src/applications/submit.ts';
import { certifyApplication } from '../src/certificates/certify.ts';
import { drawRecord } from '../src/certificates/draw-record.ts';
import { readRecord } from '../src/certificates/record.ts';
import { findLiveCertificate } from '../src/certificates/store.ts';
import { defaultSettings, type RuleLevels } from '../src/chambers/settings.ts';
import { saveSettings } from '../src/chambers/settings-store.ts';
import { dayInJapan } from '../src/lib/clock.ts';
import { inChamber } from '../src/lib/db.ts';
import { readBack } from '../src/paper/read-back.ts';
import { contextOf } from './deeds.ts';
import { invoicePdf, legalContent } from './fixtures-origin.ts';
import { startWorld, type Visitor, type World } from './world.ts';

let world: World;
let ctx: Ctx;
let clerk: Visitor;
beforeAll(async () => {
  world = await startWorld();
  ctx = await contextOf(world, 'user');
  clerk = world.visitor();
  await clerk.signIn(world.account('user'));
});
afterAll(() => world.close());

const blocking = async (id: string): Promise<string[]> =>
  (await checkApplication(ctx, id)).filter(({ level }) => level === 'block').map(({ rule }) => rule);

const trade = { form: 're-export', reason: '', certificateNumber: '', certificateIssuer: '' } as const;

async function filled(change: Partial<OriginContent> = {}): Promise<string> {
  const { applicationId } = await startApplication(ctx, { kind: 'foreign_origin', oath: true });
  const { goods, request, ...boxes } = legalContent(dayInJapan(ctx.now), { originCountries: ['Germany'], ...change });
  await saveBoxes(ctx, {
    ...{ kinds: originKinds, applicationId },
    boxes: { ...boxes, request: { ...request, trade } },
  });
  await saveGoods(ctx, { kinds: originKinds, applicationId, from: 0, count: 0, goods });
  return applicationId;
}

async function attachAll(id: string, kinds: readonly EvidenceKind[]): Promise<void> {
  for (const kind of kinds)
    await attachEvidence(ctx, { applicationId: id, kind, fileName: `${kind}.pdf`, bytes: invoicePdf() });
}

describe('begun on the page', () => {
  test('it is chosen by its name, and the request sheet asks how the goods are traded', async () => {
    const start = await (await clerk.get('/applications/new')).text();
    expect(start).toContain('原産地証明書(外国産)');
    const begun = await clerk.post('/applications/new', { oath: 'yes', kind: 'foreign_origin' });
    const sheet = begun.headers.get('location') ?? '';
    const html = await (await clerk.get(sheet)).text();
    expect(html).toContain('name="request.trade.form"');
    const id = sheet.split('/')[2] ?? '';
    const answers = {
      ...{ 'request.goodsClass': 'metals', 'request.destination': 'US', version: '1' },
      ...{ 'request.trade.form': 'intermediary', 'request.trade.reason': 'no-embassy' },
      ...{ 'request.trade.certificateNumber': 'BKK-1', 'request.trade.certificateIssuer': '' },
    };
    const refused = await clerk.post(sheet, answers);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('外国の原産地証明書を発給した機関を入れてください。');
    const { application } = await readOfKind(ctx, ['foreign_origin'], id);
    expect(application.content.request.trade).toEqual({
      ...{ form: 'intermediary', reason: 'no-embassy', certificateNumber: 'BKK-1', certificateIssuer: '' },
    });
  });

  test('Japanese goods are not asked it', async () => {
    const begun = await clerk.post('/applications/new', { oath: 'yes', kind: 'origin' });
    const html = await (await clerk.get(begun.headers.get('location') ?? '')).text();
    expect(html).not.toContain('request.trade');
  });

  test('a copy is of the kind that it is made from, whatever was chosen', async () => {
    const id = await filled();
    const begun = await clerk.post('/applications/new', { oath: 'yes', kind: 'origin', 'copy-of': id });
    const copy = (begun.headers.get('location') ?? '').split('/')[2] ?? '';
    expect((await readOfKind(ctx, originKinds, copy)).application).toMatchObject({
      ...{ kind: 'foreign_origin', content: { request: { trade: { form: 're-export' } } } },
    });
  });
});

describe('the documents of a re-export', () => {
  test('invoice, statement and one proof of origin; with them it is submitted', async () => {
    const id = await filled();
    expect(await blocking(id)).toEqual(['invoice-attached', 'foreign-statement-attached', 'import-proof-attached']);
    const page = await (await clerk.get(`/applications/${id}/evidence`)).text();
    expect(page).toContain('どれか1つが要る書類');
    expect(page).toContain('name="foreign_co.kind"');
    await attachAll(id, ['invoice', 'foreign_statement', 'import_permit']);
    expect(await blocking(id)).toEqual([]);
    const { round } = await submitApplication(ctx, { applicationId: id });
    const examiner = await contextOf(world, 'examiner');
    const { signatories, needed } = await readDeskCase(examiner, id);
    expect(needed.map(({ rule }) => rule)).toContain('import-proof-attached');
    const invoiceSignedBy = signatories[0]?.signatoryId ?? '';
    await approveApplication(examiner, { applicationId: id, round, invoiceSignedBy });
    await certifyApplication(await contextOf(world, 'certifier'), { applicationId: id, round });
    const certificate = await inChamber(world.house.db, '9901', (trx) =>
      findLiveCertificate(trx, { chamberId: '9901', applicationId: id }),
    );
    const record = readRecord(JSON.parse(certificate?.record ?? ''));
    expect(record.schema).toBe('hakkyu/certificate-of-foreign-origin/1');
    expect(certificate?.record).not.toContain('re-export'); // told to the chamber alone
    const { pdf } = await drawRecord(record);
    expect((await readBack(pdf)).pages[0]?.text).toContain('Germany');
  }, 60_000);
});

describe('origins', () => {
  test('Japanese and foreign goods are not mixed', async () => {
    const goods = legalContent(dayInJapan(ctx.now)).goods.map((line) => ({ ...line, origin: 'JAPAN' }));
    const id = await filled({ originCountries: ['Germany', 'JAPAN'], goods });
    expect(await blocking(id)).toContain('origins-not-mixed');
  });

  test('where the chamber allows it, they are, each line with its origin', async () => {
    const ruleLevels = { 'origins-not-mixed': 'off' } as const;
    const [line] = legalContent(dayInJapan(ctx.now)).goods;
    if (line === undefined) throw new Error('the legal content has a line');
    const goods = [
      { ...line, origin: 'JAPAN' },
      { ...line, origin: 'Germany' },
    ];
    const id = await filled({ originCountries: ['Germany', 'JAPAN'], goods });
    const settings = (levels: RuleLevels) =>
      inChamber(world.house.db, '9901', (trx) =>
        saveSettings(trx, '9901', { ...defaultSettings, ruleLevels: levels }, world.now(), undefined, levelProblems),
      );
    await settings(ruleLevels);
    expect((await checkApplication(ctx, id)).filter(({ place }) => place === '4')).toEqual([]);
    await settings({});
    expect(await blocking(id)).toContain('origins-not-mixed');
  });

  test('foreign goods on an application for Japanese ones are sent to the right kind', async () => {
    const { applicationId } = await startApplication(ctx, { kind: 'origin', oath: true });
    await saveBoxes(ctx, { kinds: originKinds, applicationId, boxes: { originCountries: ['Germany'] } });
    const found = (await checkApplication(ctx, applicationId)).find(({ rule }) => rule === 'origin-japan-only');
    expect(found?.ja).toContain('外国産の原産地証明で申請してください');
  });
});
