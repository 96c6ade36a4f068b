// What few certificates of origin have, through the pages and the API: what must be attached, and what is kept of it.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Ctx } from '../src/accounts/context.ts';
import { attachEvidence } from '../src/applications/evidence.ts';
import type { EvidenceKind } from '../src/applications/evidence-kinds.ts';
import { originKinds } from '../src/applications/forms/forms.ts';
import type { OriginContent } from '../src/applications/forms/origin/content.ts';
import { readOfKind } from '../src/applications/read.ts';
import { saveBoxes, saveGoods } from '../src/applications/save.ts';
import { startApplication } from '../src/applications/start.ts';
import { checkApplication, submitApplication } from '../src/applications/submit.ts';
import { dayInJapan } from '../src/lib/clock.ts';
import { addMonths } from '../src/lib/day.ts';
import { contextOf } from './deeds.ts';
import { invoicePdf, legalContent } from './fixtures-origin.ts';
import { base, startWorld, type Visitor, type World } from './world.ts';

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

async function draft(change: Partial<OriginContent> = {}): Promise<string> {
  const { applicationId } = await startApplication(ctx, { kind: 'origin', oath: true });
  const { goods, ...boxes } = legalContent(dayInJapan(ctx.now), change);
  await saveBoxes(ctx, { kinds: originKinds, applicationId, boxes });
  await saveGoods(ctx, { kinds: originKinds, applicationId, from: 0, count: 0, goods });
  return applicationId;
}
const contentOf = async (id: string): Promise<OriginContent> =>
  (await readOfKind(ctx, originKinds, id)).application.content;
const blocking = async (id: string): Promise<string[]> =>
  (await checkApplication(ctx, id)).filter(({ level }) => level === 'block').map(({ rule }) => rule);

async function attach(id: string, body: Record<string, string | Buffer>): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(body))
    form.append(name, typeof value === 'string' ? value : new File([new Uint8Array(value)], 'x.pdf'));
  return world.house.app.request(`${base}/applications/${id}/evidence`, {
    ...{ method: 'POST', body: form },
    headers: { cookie: clerk.cookie, origin: base, 'sec-fetch-site': 'same-origin' },
  });
}

describe('on the page of the boxes', () => {
  const fields = {
    ...{ 'onBehalfOf.name': 'ABC Inc.', 'onBehalfOf.address': '5 Example Road', 'onBehalfOf.country': 'Singapore' },
    ...{ 'demand.language': 'fr', 'demand.struckOut': '3', 'shipment.date': '2026-10-01', 'shipment.lateReason': '' },
    ...{ 'food.to': 'thailand', 'food.place': 'Catching Area', 'food.prefecture': 'Aomori', others: '* more' },
  };

  test('what few certificates have is kept as typed, shown again, and gone when it is emptied', async () => {
    const id = await draft();
    const post = async (typed: Record<string, string>) => {
      const version = String((await readOfKind(ctx, originKinds, id)).application.version);
      return clerk.post(`/applications/${id}/boxes`, { version, do: 'save', ...typed });
    };
    expect((await post(fields)).status).toBe(303);
    expect(await contentOf(id)).toMatchObject({
      onBehalfOf: { name: 'ABC Inc.', address: '5 Example Road', country: 'Singapore' },
      demand: { language: 'fr', struckOut: ['3'] },
      shipment: { date: '2026-10-01', lateReason: '' },
      food: { to: 'thailand', place: 'Catching Area', prefecture: 'Aomori' },
      others: '* more',
    });
    const html = await (await clerk.get(`/applications/${id}/boxes`)).text();
    expect(html).toMatch(/<details class="box-more" open[^>]*><summary>他社のために輸出するとき/);
    expect((await post({})).status).toBe(303);
    const emptied = await contentOf(id);
    for (const part of ['onBehalfOf', 'demand', 'shipment', 'food', 'others']) expect(emptied).not.toHaveProperty(part);
  });
});

describe('more than six months after shipment', () => {
  const late = async () => {
    const shipped = addMonths(dayInJapan(ctx.now), -7);
    return draft({
      invoices: [{ number: 'LATE-1', date: shipped }],
      transport: { ...legalContent(shipped).transport, date: shipped },
    });
  };

  test('the reason and each document are asked for with why, and then it may be submitted', async () => {
    const id = await late();
    const wanted = ['late-reason-attached', 'export-proof-attached', 'make-proof-attached'];
    expect(await blocking(id)).toEqual(['late-reason-given', 'invoice-attached', ...wanted]);
    const html = await (await clerk.get(`/applications/${id}/boxes`)).text();
    expect(html).toContain('name="shipment.lateReason"');
    const page = await (await clerk.get(`/applications/${id}/evidence`)).text();
    expect(page).toContain('輸出の事実を示す書類');
    expect(page).toContain('B/L、AWB、SWB');
    const answer = await attach(id, { export_proof: invoicePdf() });
    expect(answer.headers.get('location')).toBe(`/applications/${id}/evidence#export_proof`);
    const kinds: EvidenceKind[] = ['invoice', 'late_reason', 'make_proof'];
    for (const kind of kinds)
      await attachEvidence(ctx, { applicationId: id, kind, fileName: `${kind}.pdf`, bytes: invoicePdf() });
    await saveBoxes(ctx, {
      ...{ kinds: originKinds, applicationId: id },
      boxes: { shipment: { date: '', lateReason: '輸入国の税関が通関後の調査で提出を求めたため。' } },
    });
    expect(await blocking(id)).toEqual([]);
    await submitApplication(ctx, { applicationId: id });
    const staff = world.visitor();
    await staff.signIn(world.account('examiner'));
    const desk = await (await staff.get(`/desk/applications/${id}`)).text();
    expect(desk).toContain('この申請に要る書類');
    expect(desk).toContain('輸入国の税関が通関後の調査で提出を求めたため。');
  }, 60_000);
});

describe('the kind of a document', () => {
  test('is chosen where several may stand, and kept', async () => {
    const id = await draft();
    const answer = await attach(id, { other: invoicePdf(), 'other.kind': 'lc_demand' });
    expect(answer.headers.get('location')).toBe(`/applications/${id}/evidence#other`);
    const { evidence } = await readOfKind(ctx, originKinds, id);
    expect(evidence.map(({ kind }) => kind)).toEqual(['lc_demand']);
    expect(await (await clerk.get(`/applications/${id}/evidence`)).text()).toContain('信用状または買主の指示書');
  });

  test('invoices are listed first, whenever they came', async () => {
    const id = await draft();
    for (const kind of ['other', 'export_proof', 'invoice'] as const)
      await attachEvidence(ctx, { applicationId: id, kind, fileName: 'x.pdf', bytes: invoicePdf() });
    const { evidence } = await readOfKind(ctx, originKinds, id);
    expect(evidence.map(({ kind }) => kind)).toEqual(['invoice', 'export_proof', 'other']);
  });
});
