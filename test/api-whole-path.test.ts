// The whole path by programs alone: from a key to a paper in somebody's hand, and a stranger who checks it. Nothing here
// opens the database or calls a deed: what the next step needs was told by the API, or stands on the paper.
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { audit } from '../src/certificates/audit.ts';
import { dayInJapan } from '../src/lib/clock.ts';
import { readBack, renderPage } from '../src/paper/read-back.ts';
import { type Call, expectJson, expectProblem, program } from './api-client.ts';
import { invoicePdf, legalContent } from './fixtures-origin.ts';
import { type PayingWorld, pay, startPayingWorld } from './paying-world.ts';

const { default: jsQR } = createRequire(import.meta.url)('jsqr') as typeof import('jsqr');

let world: PayingWorld;
beforeAll(async () => {
  world = await startPayingWorld();
}, 60_000);
afterAll(() => world.close());

/** A key, as a person makes it on the page; all else is done with it. @param may what the chamber allows it beside */
async function keyOf(as: string, may: Record<string, string> = {}): Promise<Call> {
  const person = world.visitor();
  await person.signIn(world.account(as));
  const page = await (await person.post('/account/api-keys', { name: 'whole path', ...may })).text();
  return program(world, /hk_[A-Za-z0-9_-]{43}/.exec(page)?.[0]);
}

/** A draft that may be submitted; its address in the API. */
async function drafted(firm: Call): Promise<{ applicationId: string; path: string }> {
  const oath = await expectJson<{ ja: string[] }>(await firm('/oath'), 200);
  expect(oath.ja.length).toBeGreaterThan(0);
  const begun = await firm('/applications', { json: { kind: 'origin', oath: true } });
  const { applicationId } = await expectJson<{ applicationId: string }>(begun, 201);
  const path = `/applications/${applicationId}`;
  const { goods, ...boxes } = legalContent(dayInJapan(world.now()));
  const ifMatch = (answer: Response) => ({ 'if-match': answer.headers.get('etag') ?? '' });
  const saved = await firm(`${path}/boxes`, { method: 'PATCH', json: boxes, headers: ifMatch(begun) });
  expect(saved.status).toBe(200);
  const put = await firm(`${path}/goods`, { method: 'PUT', json: { goods }, headers: ifMatch(saved) });
  expect(await expectJson(put, 200)).toMatchObject({ goodsLines: goods.length });
  const file = new File([new Uint8Array(invoicePdf())], 'invoice.pdf', { type: 'application/pdf' });
  await expectJson(await firm(`${path}/evidence`, { form: { file, kind: 'invoice' } }), 201);
  return { applicationId, path };
}

/** Claimed and approved by one person, certified by another. */
async function certified(path: string, examiner: Call, certifier: Call): Promise<{ number: string; date: string }> {
  const desk = `/desk${path}`;
  expect((await examiner(`${desk}/claim`, { json: {} })).status).toBe(204);
  type Case = { round: number; signatories: { signatoryId: string }[]; registration: { standing: string } };
  const { round, signatories, registration } = await expectJson<Case>(await examiner(desk), 200);
  expect(registration.standing).toBe('good');
  const invoiceSignedBy = signatories[0]?.signatoryId;
  expect((await examiner(`${desk}/approve`, { json: { round, invoiceSignedBy } })).status).toBe(204);
  return expectJson(await certifier(`${desk}/certify`, { json: { round } }), 200);
}

/** Paid by a person at the card company's page, who then comes back to ours. */
async function paid(applicationId: string, firm: Call): Promise<string> {
  const payable = await expectJson<{ applications: object[] }>(await firm('/payable'), 200);
  expect(payable).toMatchObject({ applications: [{ applicationId, yen: 1100 }], total: 1, unpaid: [] });
  const begun = await firm('/payments', { json: { applicationIds: [applicationId], locale: 'en' } });
  const { paymentId, url } = await expectJson<{ paymentId: string; url: string }>(begun, 201);
  expect(await expectJson(await firm(`/payments/${paymentId}`), 200)).toMatchObject({ status: 'pending', url });
  const ending = await pay(url);
  if (!('returnedTo' in ending)) throw new Error(`the card company did not take the card: ${ending.status}`);
  expect((await world.house.app.request(ending.returnedTo)).status).toBe(303);
  return paymentId;
}

type Printed = { certificateNumber: string; accessCode: string; qr: string };

/** What somebody who holds the paper reads on it. */
async function printedOn(pdf: Buffer): Promise<Printed> {
  const { pages } = await readBack(pdf);
  const text = pages[0]?.text ?? '';
  const { width, height, rgba } = await renderPage(pdf, 1, 200);
  return {
    certificateNumber: /\b\d{4}-\d{4}-\d{6}-[0-9A-Z]\b/.exec(text)?.[0] ?? '',
    accessCode: /\b(?:[0-9A-Z]{4}-){3}[0-9A-Z]\b/.exec(text)?.[0] ?? '',
    qr: jsQR(new Uint8ClampedArray(rgba), width, height)?.data ?? '',
  };
}

/** A PDF to save under that name, that is kept by nobody on the way. */
async function downloaded(answer: Response, fileName: string): Promise<Buffer> {
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(answer.headers.get('content-disposition')).toContain(`attachment; filename="${fileName}"`);
  expect([answer.headers.get('cache-control'), answer.headers.get('x-content-type-options')]).toEqual([
    ...['no-store', 'nosniff'],
  ]);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(answer.headers.get('content-length')).toBe(String(bytes.length));
  expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  return bytes;
}

test('apply, examine, certify, pay, issue, print, check: by keys, a card page and the paper', async () => {
  const [firm, examiner] = [await keyOf('user'), await keyOf('examiner')];
  const certifier = await keyOf('certifier', { may: 'certify' });
  const stranger = program(world);
  const { applicationId, path } = await drafted(firm);
  await expectJson(await firm(`${path}/submit`, { method: 'POST' }), 200);
  const { number, date } = await certified(path, examiner, certifier);
  await expectProblem(await firm(`${path}/papers/ORIGINAL`), 409, 'conflict');

  const paymentId = await paid(applicationId, firm);
  await world.work();
  expect(await expectJson(await firm(`/payments/${paymentId}`), 200)).toMatchObject({
    ...{ status: 'settled', yen: 1100, url: null, applications: [{ applicationId, status: 'issued' }] },
  });
  expect(await expectJson(await firm(path), 200)).toMatchObject({ status: 'issued' });
  expect(await expectJson(await firm('/printable'), 200)).toMatchObject({ certificates: [{ applicationId, number }] });

  const original = await downloaded(await firm(`${path}/papers/ORIGINAL`), `${number}-ORIGINAL.pdf`);
  const copy = await downloaded(await firm(`${path}/papers/COPY`), `${number}-COPY.pdf`);
  await downloaded(await firm(`${path}/statement`), `${number}-statement.pdf`);
  expect(original.equals(copy)).toBe(false);
  const print = await expectJson<{ downloads: { what: string; by: string }[] }>(await firm(`${path}/print`), 200);
  expect(print).toMatchObject({ number, status: 'issued', open: true, hasStatement: true, downloadsTotal: 3 });
  expect(print.downloads.map(({ what, by }) => [what, by])).toEqual([
    ...[
      ['statement', 'U0001'],
      ['COPY', 'U0001'],
      ['ORIGINAL', 'U0001'],
    ],
  ]);
  const { events } = await expectJson<{ events: { action: string; to: string }[] }>(await firm(`${path}/history`), 200);
  expect(events.map((event) => event.to).filter(Boolean)).toEqual([
    ...['draft', 'submitted', 'approved', 'certified', 'paid', 'issued'],
  ]);

  const { qr, ...typed } = await printedOn(original);
  expect(typed.certificateNumber).toBe(number);
  expect(await printedOn(copy)).toEqual({ qr, ...typed });
  const check = (json: object) => stranger('/check', { json });
  const scanned = await expectJson(await check({ token: qr }), 200);
  const told = await expectJson(await check({ ...typed, certificateDate: date }), 200);
  const { checkedAt: _, ...certifiedContent } = told;
  expect(scanned).toMatchObject({ status: 'issued', certificateNumber: number, ...certifiedContent });
  expect(JSON.stringify(told)).toContain('SAMPLE IMPORTS INC.');

  const { db, outside } = world.house;
  const found = await audit({ db, files: outside.files, now: world.now() });
  expect(found.log).toEqual([]);
  expect(found.chambers).toMatchObject([{ chamberId: '9901', certificates: 1, breaches: [] }]);
  expect(found.chambers[0]?.files).toBeGreaterThan(3);
}, 60_000);
