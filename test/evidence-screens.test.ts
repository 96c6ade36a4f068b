// 添付書類 without script, and who may have what was attached.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Ctx } from '../src/accounts/context.ts';
import type { Evidence } from '../src/applications/evidence-store.ts';
import { originKinds } from '../src/applications/forms/forms.ts';
import { readApplication } from '../src/applications/read.ts';
import { saveBoxes, saveGoods } from '../src/applications/save.ts';
import { startApplication } from '../src/applications/start.ts';
import { submitApplication } from '../src/applications/submit.ts';
import { dayInJapan } from '../src/lib/clock.ts';
import { contextOf } from './deeds.ts';
import { invoicePdf, legalContent } from './fixtures-origin.ts';
import { makeOtherFirm, type OtherFirm } from './other-firm.ts';
import { base, startWorld, type Visitor, type World } from './world.ts';

let world: World;
let ctx: Ctx;
let clerk: Visitor;
let other: OtherFirm;
beforeAll(async () => {
  world = await startWorld();
  ctx = await contextOf(world, 'user');
  clerk = world.visitor();
  await clerk.signIn(world.account('user'));
  other = await makeOtherFirm(world);
});
afterAll(() => world.close());

const draft = async (): Promise<string> => {
  const { applicationId } = await startApplication(ctx, { kind: 'origin', oath: true });
  return applicationId;
};
const attachedTo = async (id: string): Promise<Evidence[]> => (await readApplication(ctx, id)).evidence;

/** Posts files as the browser of that visitor would. */
async function attach(
  visitor: Visitor,
  id: string,
  kind: string,
  files: { name: string; bytes: Buffer }[],
): Promise<Response> {
  const body = new FormData();
  for (const { name, bytes } of files)
    body.append(kind, new File([new Uint8Array(bytes)], name, { type: 'application/pdf' }));
  return world.house.app.request(`${base}/applications/${id}/evidence`, {
    ...{ method: 'POST', body },
    headers: { cookie: visitor.cookie, origin: base, 'sec-fetch-site': 'same-origin' },
  });
}

/** A draft with an invoice of one page under that name. */
async function withInvoice(name = 'invoice.pdf'): Promise<{ id: string; evidenceId: string }> {
  const id = await draft();
  expect((await attach(clerk, id, 'invoice', [{ name, bytes: invoicePdf() }])).status).toBe(303);
  const [evidence] = await attachedTo(id);
  if (!evidence) throw new Error('nothing was attached');
  return { id, evidenceId: evidence.evidenceId };
}

const withScript = Buffer.from(
  invoicePdf()
    .toString('latin1')
    .replace('/Type /Catalog', '/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert(1)) >>'),
  'latin1',
);

describe('attaching', () => {
  test('without an invoice the page says that one cannot apply', async () => {
    const html = await (await clerk.get(`/applications/${await draft()}/evidence`)).text();
    expect(html).toContain('典拠インボイスはまだ添付されていません');
    expect(html).toContain('name="invoice"');
  });

  test('an invoice is listed with its pages as pictures, beside the registered signatures of the firm', async () => {
    const { id, evidenceId } = await withInvoice('請求書<1>.pdf');
    const html = await (await clerk.get(`/applications/${id}/evidence`)).text();
    expect(html).toContain('請求書&lt;1&gt;.pdf');
    expect(html).toContain('1ページ');
    expect(html).toContain(`/applications/${id}/evidence/${evidenceId}/pages/1`);
    const signature = /\/signatures\/[0-9a-f-]+/.exec(html)?.[0] ?? '';
    const picture = await clerk.get(signature);
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await picture.arrayBuffer()).toString('latin1', 1, 4)).toBe('PNG');
  });

  test('several at once: the good ones stay, and for the others it says which and why, in both languages', async () => {
    const id = await draft();
    const answer = await attach(clerk, id, 'other', [
      { name: 'packing.pdf', bytes: invoicePdf('PACKING LIST') },
      { name: 'evil.pdf', bytes: withScript },
      { name: 'page.pdf', bytes: Buffer.from('<html><script>alert(1)</script></html>') },
    ]);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('「evil.pdf」: ');
    expect(html).toContain('「page.pdf」: PDFではありません。');
    expect(html).toMatch(/id="f-other-error"/);
    expect((await attachedTo(id)).map((one) => one.fileName)).toEqual(['packing.pdf']);
    await clerk.post('/language', { lang: 'en', back: '/' });
    const english = await (await attach(clerk, id, 'other', [{ name: 'x.pdf', bytes: Buffer.from('x') }])).text();
    expect(english).toContain('This is not a PDF.');
    await clerk.post('/language', { lang: 'ja', back: '/' });
  });

  test('no file chosen: says so at the field', async () => {
    const id = await draft();
    const answer = await attach(clerk, id, 'invoice', [{ name: '', bytes: Buffer.alloc(0) }]);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toMatch(/id="f-invoice-error".*ファイルを選んでください/s);
  });

  test('a file of up to 10 MB may come, with more than 12 MB together it says what to do', async () => {
    const id = await draft();
    const ten = await attach(clerk, id, 'invoice', [{ name: 'big.pdf', bytes: Buffer.alloc(10_900_000, '%PDF-') }]);
    expect(ten.status).toBe(422);
    expect(await ten.text()).toContain('PDFは10MBまでです');
    const much = await attach(clerk, id, 'invoice', [{ name: 'big.pdf', bytes: Buffer.alloc(12_100_000) }]);
    expect(much.status).toBe(413);
    expect(await much.text()).toContain('合わせて12MB');
  });

  test('what was attached can be taken off, and is then no longer listed', async () => {
    const { id, evidenceId } = await withInvoice();
    const answer = await clerk.post(`/applications/${id}/evidence/${evidenceId}/remove`, {});
    expect(answer.headers.get('location')).toBe(`/applications/${id}/evidence`);
    expect(await attachedTo(id)).toEqual([]);
  });

  test('with the chamber: nothing is added, the page says so, and looking leads to the overview', async () => {
    const { id } = await withInvoice();
    const { goods, ...boxes } = legalContent(dayInJapan(ctx.now));
    await saveBoxes(ctx, { kinds: originKinds, applicationId: id, boxes });
    await saveGoods(ctx, { kinds: originKinds, applicationId: id, from: 0, count: 0, goods });
    await submitApplication(ctx, { applicationId: id });
    const answer = await attach(clerk, id, 'other', [{ name: 'late.pdf', bytes: invoicePdf() }]);
    expect(answer.status).toBe(409);
    const html = await answer.text();
    expect(html).toContain('添付を変えられません');
    expect(html).not.toContain('外す');
    expect(await attachedTo(id)).toHaveLength(1);
    expect((await clerk.get(`/applications/${id}/evidence`)).headers.get('location')).toBe(`/applications/${id}`);
  });
});

describe('the file and its pages', () => {
  test('a stranger’s PDF is only ever saved: attachment, its own type, nosniff, sandboxed', async () => {
    const { id, evidenceId } = await withInvoice('請求書.html');
    const answer = await clerk.get(`/applications/${id}/evidence/${evidenceId}/file`);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="___.html.pdf"; filename*=UTF-8''%E8%AB%8B%E6%B1%82%E6%9B%B8.html.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    });
    expect(Buffer.from(await answer.arrayBuffer()).equals(invoicePdf())).toBe(true);
  });

  test('a page is a picture; a page that is not there is not found', async () => {
    const { id, evidenceId } = await withInvoice();
    const pageOf = (page: string) => clerk.get(`/applications/${id}/evidence/${evidenceId}/pages/${page}`);
    const picture = await pageOf('1');
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(picture.headers.get('x-content-type-options')).toBe('nosniff');
    for (const page of ['0', '2', '-1', '1.5', 'x', '99999999999']) expect((await pageOf(page)).status).toBe(404);
  });

  test('they are the signatory’s own: another firm finds nothing, whatever it asks for', async () => {
    const { id, evidenceId } = await withInvoice();
    const mine = await startApplication(other.ctx, { kind: 'origin', oath: true });
    const { visitor } = other;
    expect((await visitor.get(`/applications/${mine.applicationId}/evidence`)).status).toBe(200);
    for (const application of [id, mine.applicationId]) {
      const at = `/applications/${application}/evidence/${evidenceId}`;
      expect((await visitor.get(`${at}/file`)).status).toBe(404);
      expect((await visitor.get(`${at}/pages/1`)).status).toBe(404);
      expect((await visitor.post(`${at}/remove`, {})).status).toBe(404);
    }
    expect((await visitor.get(`/applications/${id}/evidence`)).status).toBe(404);
    expect((await visitor.get(`/applications/${id}/boxes`)).status).toBe(404);
    expect((await attach(visitor, id, 'other', [{ name: 'x.pdf', bytes: invoicePdf() }])).status).toBe(404);
    expect(await attachedTo(id)).toHaveLength(1);
    expect((await world.visitor().get(`/applications/${id}/evidence/${evidenceId}/file`)).status).toBe(303);
  });

  test('a signature is shown to its own firm only', async () => {
    expect((await other.visitor.get(`/signatures/${other.signatoryId}`)).status).toBe(200);
    expect((await clerk.get(`/signatures/${other.signatoryId}`)).status).toBe(404);
    expect((await clerk.get('/signatures/x')).status).toBe(404);
    const staff = world.visitor();
    await staff.signIn(world.account('examiner'));
    expect((await staff.get(`/signatures/${other.signatoryId}`)).status).toBe(403);
  });
});
