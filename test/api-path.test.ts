// From the first draft to the certificate's number by programs alone, and who may do none of it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeApiKey } from '../src/accounts/api-keys.ts';
import { hashPassword } from '../src/accounts/password.ts';
import { insertAccount } from '../src/accounts/store.ts';
import { readCertificateNumber } from '../src/certificates/numbers.ts';
import { dayInJapan } from '../src/lib/clock.ts';
import { inChamber } from '../src/lib/db.ts';
import { newId } from '../src/lib/ids.ts';
import { findSignatoryOfAccount, insertSignatory } from '../src/registrations/store.ts';
import { type Call, expectJson, expectProblem, program, programOf } from './api-client.ts';
import { contextOf } from './deeds.ts';
import { invoicePdf, legalContent } from './fixtures-origin.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let [firm, examiner, certifier]: Call[] = [];
beforeAll(async () => {
  world = await startWorld();
  [firm, examiner, certifier] = ['user', 'examiner', 'certifier'].map((as) => programOf(world, as));
});
afterAll(() => world.close());

const as = (call: Call | undefined): Call => {
  if (!call) throw new Error('the world has not begun');
  return call;
};
const oath = { kind: 'origin', oath: true };
const invoiceFile = () => new File([new Uint8Array(invoicePdf())], 'invoice.pdf', { type: 'application/pdf' });

async function started(): Promise<{ path: string; etag: string }> {
  const answer = await as(firm)('/applications', { json: oath });
  const { applicationId } = await expectJson<{ applicationId: string }>(answer, 201);
  expect(answer.headers.get('location')).toBe(`/api/v1/applications/${applicationId}`);
  return { path: `/applications/${applicationId}`, etag: answer.headers.get('etag') ?? '' };
}

/** A draft that may be submitted. */
async function ready(invoice: string): Promise<string> {
  const { path, etag } = await started();
  const { goods, ...boxes } = legalContent(dayInJapan(world.now()));
  const saved = await as(firm)(`${path}/boxes`, {
    method: 'PATCH',
    json: { ...boxes, invoices: boxes.invoices.map((one) => ({ ...one, number: invoice })) },
    headers: { 'if-match': etag },
  });
  expect(saved.status).toBe(200);
  const next = saved.headers.get('etag') ?? '';
  const put = await as(firm)(`${path}/goods`, { method: 'PUT', json: { goods }, headers: { 'if-match': next } });
  expect(await expectJson(put, 200)).toMatchObject({ version: 3, goodsLines: 1 });
  await expectJson(await as(firm)(`${path}/evidence`, { form: { file: invoiceFile(), kind: 'invoice' } }), 201);
  return path;
}

test('start, type, attach, submit, sent back, mend, submit again, approve, certify: a number', async () => {
  const path = await ready('MT-API-1');
  const tsv = new File(['商品名\t数量\t数量単位\t梱包数\t梱包種類\nSTEEL BOLTS\t500\tPCS\t5\tCARTONS\n'], 'g.tsv');
  const upload = await expectJson(await as(firm)(`${path}/goods/upload`, { form: { file: tsv } }), 200);
  expect(upload).toMatchObject({ readable: true, goods: [{ description: 'STEEL BOLTS', quantity: '500' }] });
  const confirmed = await as(firm)(`${path}/goods/upload/confirm`, { json: { mode: 'append' } });
  expect(await expectJson(confirmed, 200)).toMatchObject({ goodsLines: 2 });

  const { findings } = await expectJson<{ findings: { level: string }[] }>(await as(firm)(`${path}/findings`), 200);
  expect(findings.filter((one) => one.level === 'block')).toEqual([]);
  const first = await expectJson<{ receiptNumber: string }>(await as(firm)(`${path}/submit`, { method: 'POST' }), 200);
  expect(first).toMatchObject({ receiptNumber: expect.stringMatching(/^R2026-\d{6}$/), round: 1 });

  const desk = `/desk${path}`;
  expect((await as(examiner)(`${desk}/claim`, { json: {} })).status).toBe(204);
  const remarks = [{ place: '2', words: '住所を直してください。' }];
  expect((await as(examiner)(`${desk}/send-back`, { json: { round: 1, remarks } })).status).toBe(204);

  const answer = await as(firm)(path);
  type Read = { status: string; remarks: unknown; content: { consignee: object } };
  const returned = await expectJson<Read>(answer, 200);
  expect(returned).toMatchObject({ status: 'returned', remarks });
  const mended = await as(firm)(`${path}/boxes`, {
    method: 'PATCH',
    json: { consignee: { ...returned.content.consignee, address: '200 Other Street, Los Angeles, CA 90001' } },
    headers: { 'if-match': answer.headers.get('etag') ?? '' },
  });
  expect(mended.status).toBe(200);
  const second = await as(firm)(`${path}/submit`, {
    method: 'POST',
    headers: { 'if-match': mended.headers.get('etag') ?? '' },
  });
  expect(await expectJson(second, 200)).toEqual({ receiptNumber: first.receiptNumber, round: 2 });

  const view = await as(examiner)(desk);
  const shown = await expectJson<{ signatories: { signatoryId: string }[] }>(view, 200);
  expect(shown).toMatchObject({ differences: [{ path: 'consignee.address' }], askedFor: remarks });
  const invoiceSignedBy = shown.signatories[0]?.signatoryId;
  expect((await as(examiner)(`${desk}/approve`, { json: { round: 2, invoiceSignedBy } })).status).toBe(204);

  const bare = await makeKeyWithout(world);
  await expectProblem(await bare(`${desk}/certify`, { json: { round: 2 } }), 403, 'not_allowed');
  await expectProblem(await as(certifier)(`${desk}/certify`, { json: { round: 1 } }), 409, 'conflict');
  const certify = { json: { round: 2 }, headers: { 'idempotency-key': 'certify-1' } };
  const certified = await as(certifier)(`${desk}/certify`, certify);
  const { number, date } = await expectJson<{ number: string; date: string }>(certified, 200);
  expect(await expectJson(await as(certifier)(`${desk}/certify`, certify), 200)).toEqual({ number, date });
  expect([readCertificateNumber(number), date]).toEqual([number, '2026-11-16']);
  await expectProblem(await as(certifier)(`${desk}/certify`, { json: { round: 2 } }), 409, 'conflict');
});

/** A key of the certifier's ID that the chamber did not allow to certify. */
async function makeKeyWithout(of: World): Promise<Call> {
  const { actor, ...ctx } = await contextOf(of, 'certifier');
  const person = {
    ...actor,
    via: { kind: 'session' as const, sessionId: newId(of.now()), proof: { at: of.now(), by: 'password' as const } },
  };
  return program(of, (await makeApiKey({ ...ctx, actor: person }, { name: 'bare', may: [] })).key);
}

describe('rights', () => {
  test('a key of a firm does nothing at the desk, a key of the chamber nothing of a firm', async () => {
    const path = await ready('MT-API-2');
    await as(firm)(`${path}/submit`, { method: 'POST' });
    const none = { round: 1 };
    const steps: [string, object][] = [
      ['claim', {}],
      ['send-back', { ...none, remarks: [{ place: '2', words: 'x' }] }],
      ['reject', { ...none, note: 'x' }],
      ['approve', { ...none, invoiceSignedBy: newId(world.now()) }],
      ['certify', none],
      ['hand-back', { ...none, note: 'x' }],
      ['cancel', { note: 'x' }],
    ];
    for (const [step, json] of steps)
      await expectProblem(await as(firm)(`/desk${path}/${step}`, { json }), 403, 'not_allowed');
    for (const place of ['/desk/applications', `/desk${path}`, '/desk/counts', '/desk/next-to-certify'])
      await expectProblem(await as(firm)(place), 403, 'not_allowed');
    const firms = ['', '/findings', '/history', '/goods/upload', '/evidence', '/mend', '/print', '/papers/COPY'];
    const lists = ['/applications', '/counts', '/payable', '/payments', '/printable'];
    for (const place of [...lists, ...firms.map((one) => path + one)])
      await expectProblem(await as(examiner)(place), 403, 'not_allowed');
    await expectProblem(await as(examiner)('/applications', { json: oath }), 403, 'not_allowed');
    await expectProblem(await as(examiner)(`${path}/submit`, { method: 'POST' }), 403, 'not_allowed');
  });

  test('another signatory of the same firm finds nothing of it', async () => {
    const path = await ready('MT-API-3');
    const { evidence } = await expectJson<{ evidence: { evidenceId: string }[] }>(await as(firm)(path), 200);
    const file = `${path}/evidence/${evidence[0]?.evidenceId}`;
    const other = await otherSignatory(world);
    expect(await expectJson(await other('/applications'), 200)).toEqual({ applications: [], total: 0 });
    const reads = ['', '/findings', '/history', '/preview.pdf', '/preview/sheets/1', '/goods.tsv', '/goods/upload'];
    const more = ['/evidence', '/mend', '/print', '/papers/ORIGINAL', '/statement'];
    for (const read of [...[...reads, ...more].map((one) => path + one), `${file}/file`, `${file}/pages/1`])
      await expectProblem(await other(read), 404, 'not_found');
    const any = { 'if-match': '*' };
    for (const [place, sent] of [
      [`${path}/boxes`, { method: 'PATCH', json: { marks: 'x' }, headers: any }],
      [`${path}/goods`, { method: 'PUT', json: { goods: [] }, headers: any }],
      [`${path}/mend`, { method: 'POST', headers: any }],
      [`${path}/goods/upload`, { method: 'DELETE' }],
      [`${path}/evidence`, { form: { file: invoiceFile(), kind: 'other' } }],
      [file, { method: 'DELETE' }],
      [`${path}/submit`, { method: 'POST' }],
      [`${path}/withdraw`, { method: 'POST' }],
      [`${path}/cancel`, { json: { note: 'x' } }],
      ['/applications', { json: { ...oath, copyOf: path.split('/').at(-1) } }],
    ] as const)
      await expectProblem(await other(place, sent), 404, 'not_found');
  });

  test('a draft is the firm’s alone, in the queue too; a withdrawn draft as well', async () => {
    const { path } = await started();
    const other = await started();
    await as(firm)(`${other.path}/withdraw`, { method: 'POST' });
    const queue = await expectJson<{ applications: { round: number }[] }>(
      await as(examiner)('/desk/applications?status=draft&status=withdrawn'),
      200,
    );
    expect(queue.applications).toEqual([]);
    for (const one of [path, other.path]) await expectProblem(await as(examiner)(`/desk${one}`), 404, 'not_found');
  });

  test('what the chamber says among its own people is not in the firm’s history', async () => {
    const path = await ready('MT-API-4');
    await as(firm)(`${path}/submit`, { method: 'POST' });
    await as(examiner)(`/desk${path}/claim`, { json: {} });
    const history = async (call: Call | undefined, place: string): Promise<string[]> => {
      const { events, ...view } = await expectJson<{ events?: { action: string }[]; history?: { action: string }[] }>(
        await as(call)(place),
        200,
      );
      return (events ?? view.history ?? []).map((event) => event.action);
    };
    expect(await history(firm, `${path}/history`)).toEqual(['start', 'attach_evidence', 'submit']);
    expect(await history(examiner, `/desk${path}`)).toContain('claim');
  });
});

/** A second signatory of the demo firm, with a key. */
async function otherSignatory(of: World): Promise<Call> {
  const ctx = await contextOf(of, 'user');
  const { chamberId, accountId } = ctx.actor;
  const account = { ...ctx.actor, accountId: newId(of.now()), loginId: 'U0002', mail: 'u0002@mihon.example' };
  const passwordHash = await hashPassword('mihon-demo-u0002');
  await inChamber(ctx.db, chamberId, async (trx) => {
    const first = await findSignatoryOfAccount(trx, chamberId, accountId);
    if (!first) throw new Error('the demo user signs nothing');
    await insertAccount(trx, { ...account, passwordHash }, of.now());
    await insertSignatory(
      trx,
      { ...first, signatoryId: newId(of.now()), accountId: account.accountId, nameEn: 'Ichiro Mihon' },
      of.now(),
    );
  });
  const actor = {
    ...account,
    via: { kind: 'session' as const, sessionId: newId(of.now()), proof: { at: of.now(), by: 'password' as const } },
  };
  return program(of, (await makeApiKey({ ...ctx, actor }, { name: 'other', may: [] })).key);
}
