// A stranger's check by a program: the page's answers, the page's silence and the page's limits, as JSON.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cancelCertified } from '../src/certificates/cancel.ts';
import { certificateNumber } from '../src/certificates/numbers.ts';
import { inChamber } from '../src/lib/db.ts';
import { bodyLimits } from '../src/web/api/body.ts';
import { type Call, expectJson, expectProblem, program, type Sent } from './api-client.ts';
import { contextOf } from './deeds.ts';
import { type Printed, payAndIssue, printedOf } from './issued.ts';
import { type PayingWorld, startPayingWorld } from './paying-world.ts';
import { base } from './world.ts';

let world: PayingWorld;
let stranger: Call;
let good: Printed;
let other: Printed;
let unpaid: Printed;
let cancelled: Printed;
beforeAll(async () => {
  world = await startPayingWorld();
  stranger = program(world);
  const [first = '', second = '', third = '', fourth = ''] = await world.certified(4);
  unpaid = await printedOf(world, third);
  cancelled = await printedOf(world, fourth);
  await cancelCertified(await contextOf(world, 'certifier'), { applicationId: fourth, note: 'a slip in box 2' });
  await payAndIssue(world, [first, second]);
  good = await printedOf(world, first);
  other = await printedOf(world, second);
}, 60_000);
afterAll(() => world.close());
// All of these come from one address; each test begins with a clean sheet.
beforeEach(async () => void (await sql`delete from rate_limit`.execute(world.house.db.kysely)));

const ask = (json: object, sent: Sent = {}) => stranger('/check', { json, ...sent });
const values = ({ number, accessCode, date }: Printed) => ({
  ...{ certificateNumber: number, accessCode, certificateDate: date },
});
const typed = (printed: Printed, change: object = {}) => ask({ ...values(printed), ...change });
const qrOf = ({ token }: Printed, host = base) => `${host}/r/${token}`.toUpperCase();

describe('a paper that is real', () => {
  test('by what the QR code says, whole or only its token, in any case: what was certified, status, chamber', async () => {
    for (const token of [good.token, good.token.toLowerCase(), qrOf(good), ` ${qrOf(good).toLowerCase()}\n`]) {
      const found = await expectJson(await ask({ token }), 200);
      expect(found).toMatchObject({
        ...{ status: 'issued', certificateNumber: good.number, printedDate: 'November 16, 2026', sheets: 1 },
        ...{ title: 'CERTIFICATE OF ORIGIN', checkedAt: expect.stringMatching(/^2026-11-16T.*Z$/) },
        chamber: {
          nameEn: 'The Mihon Chamber of Commerce and Industry (Demo)',
          ...{ telephone: '+81-00-0000-0000', mail: 'trade@mihon-cci.example' },
        },
      });
      const text = JSON.stringify(found);
      for (const words of ['SAMPLE IMPORTS INC.', 'Ball bearings of steel', '1,200 PCS', 'Jiro Ninsho (Demo)'])
        expect(text).toContain(words);
    }
  });

  test('by number, access code and date, as exactly or sloppily as on the page; the same answer', async () => {
    const { checkedAt: _, ...scanned } = await expectJson(await ask({ token: good.token }), 200);
    const sloppy = {
      certificateNumber: ` ${good.number} `,
      accessCode: good.accessCode.replaceAll('-', ' ').toLowerCase(),
    };
    for (const change of [{}, sloppy])
      expect(await expectJson(await typed(good, change), 200)).toMatchObject({ ...scanned });
  });

  test('what is not printed is not told: no token, code, HS code or 受付番号', async () => {
    for (const answer of [await ask({ token: good.token }), await typed(good)]) {
      const text = await answer.text();
      for (const secret of [good.token, good.accessCode, '848210', 'R2026-']) expect(text).not.toContain(secret);
    }
  });

  test.each(['revoked', 'superseded'])('once %s its status says so, whichever way one asks', async (status) => {
    const set = (to: string) =>
      inChamber(world.house.db, '9901', (trx) =>
        sql`update certificate set status = ${to} where certificate_id = ${good.certificateId}`.execute(trx),
      );
    await set(status);
    try {
      for (const answer of [await ask({ token: good.token }), await typed(good)])
        expect(await expectJson(answer, 200)).toMatchObject({ status, certificateNumber: good.number });
    } finally {
      await set('issued');
    }
  });
});

test('a paper that is not: unknown, wrong, unpaid and cancelled are one answer', async () => {
  const noes: [string, object][] = [
    ['a number that was never given', { ...values(good), certificateNumber: certificateNumber('9901', 2026, 999_999) }],
    ['a number of another chamber', { ...values(good), certificateNumber: certificateNumber('9902', 2026, 1) }],
    ['a number that cannot be one', { ...values(good), certificateNumber: '123' }],
    ['the code of another paper', { ...values(good), accessCode: other.accessCode }],
    ['a code that cannot be one', { ...values(good), accessCode: 'AAAA' }],
    ['another day', { ...values(good), certificateDate: '2026-11-17' }],
    ['certified and unpaid', values(unpaid)],
    ['cancelled', values(cancelled)],
    ['a token that was never given', { token: '0'.repeat(26) }],
    ['a token that cannot be one', { token: 'nothing' }],
    ['the token of an unpaid one', { token: unpaid.token }],
    ['the token of a cancelled one', { token: cancelled.token }],
    ['a code that leads to another host', { token: qrOf(good, 'https://elsewhere.example') }],
    ['our address without a token', { token: `${base}/r/` }],
  ];
  const said = [];
  for (const [what, json] of noes) {
    await sql`delete from rate_limit`.execute(world.house.db.kysely);
    const answer = await ask(json);
    const headers = [...answer.headers].filter(([name]) => name !== 'x-request-id' && name !== 'content-length');
    const { requestId, ...body } = (await answer.json()) as { requestId: string };
    expect(requestId).toBe(answer.headers.get('x-request-id'));
    said.push({ what, status: answer.status, headers, body });
  }
  const { what: _, ...first } = said[0] ?? { what: '' };
  expect(first).toMatchObject({ status: 404, body: { code: 'not_found', status: 404 } });
  expect(JSON.stringify(first)).toContain('この内容で発給された証明書はありません');
  for (const { what, ...one } of said) expect([what, one]).toEqual([what, first]);
});

describe('what is asked wrongly is told what to mend, and counts as no attempt', () => {
  test.each<[string, (printed: Printed) => object, string[]]>([
    ['nothing', () => ({}), ['']],
    ['blanks', () => ({ token: ' ', accessCode: '\t' }), ['']],
    ['both ways at once', (one) => ({ token: one.token, ...values(one) }), ['']],
    ['no code', (one) => ({ ...values(one), accessCode: '' }), ['accessCode']],
    ['the number alone', (one) => ({ certificateNumber: one.number }), ['accessCode', 'certificateDate']],
    ['the date as printed', (one) => ({ ...values(one), certificateDate: 'November 16, 2026' }), ['certificateDate']],
    ['no day of the calendar', (one) => ({ ...values(one), certificateDate: '2026-02-30' }), ['certificateDate']],
    ['another kind of value', () => ({ token: 1 }), ['token']],
    ['longer than any', () => ({ token: 'A'.repeat(501) }), ['token']],
    ['a name that is none', (one) => ({ ...values(one), code: 'x' }), ['']],
    ['NUL', () => ({ token: 'a\0' }), ['token']],
  ])('%s', async (_what, json, fields) => {
    for (let i = 0; i < 7; i++) expect(await expectProblem(await ask(json(good)), 422, 'invalid')).toEqual(fields);
    expect((await typed(good)).status).toBe(200);
  });

  test('no JSON, another content type, more than a question takes', async () => {
    const send = (raw: { body: string; type: string }) => stranger('/check', { raw });
    const json = 'application/json';
    expect(await expectProblem(await send({ body: '{', type: json }), 422, 'invalid')).toEqual(['body']);
    const form = { body: `token=${good.token}`, type: 'application/x-www-form-urlencoded' };
    expect(await expectProblem(await send(form), 422, 'invalid')).toEqual(['Content-Type']);
    const body = JSON.stringify({ token: good.token }).padEnd(bodyLimits.question + 1);
    await expectProblem(await send({ body, type: json }), 413, 'too_large');
  });
});

describe('limits are the page’s own', () => {
  const wrong = () => ({ ...values(good), accessCode: other.accessCode });

  test('five wrong ones an hour: then also the right one waits, here and on the page; the QR code does not', async () => {
    for (let i = 0; i < 5; i++) await expectProblem(await ask(wrong()), 404, 'not_found');
    const waiting = await typed(good);
    await expectProblem(waiting, 429, 'too_many');
    expect(Number(waiting.headers.get('retry-after'))).toBeGreaterThan(3000);
    const [year = '', month = '', day = ''] = good.date.split('-');
    const form = { number: good.number, accessCode: good.accessCode, year, month, day };
    expect((await world.visitor().post('/check', form)).status).toBe(429);
    expect((await ask({ token: good.token })).status).toBe(200);
    expect((await typed(other)).status).toBe(200);
  });

  test('many at once count as many', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(wrong())));
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([404, 404, 404, 404, 404, 429, 429, 429]);
  });

  test('scans: 120 a minute of one address', async () => {
    const one = await startPayingWorld(); // with counts of its own: they are kept in memory
    try {
      const scan = () => program(one)('/check', { json: { token: '0'.repeat(26) } });
      for (let i = 0; i < 120; i++) expect((await scan()).status).toBe(404);
      const waiting = await scan();
      await expectProblem(waiting, 429, 'too_many');
      expect(Number(waiting.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    } finally {
      await one.close();
    }
  });
});

describe('whoever asks is nobody', () => {
  test('no key is needed or looked at; a request that is sent again is asked again', async () => {
    const headers = { authorization: 'Bearer wrong', 'idempotency-key': 'the-same' };
    for (const one of [good, other]) {
      const answer = await ask({ token: one.token }, { headers });
      expect(await expectJson(answer, 200)).toMatchObject({ certificateNumber: one.number });
      expect(answer.headers.has('idempotent-replayed')).toBe(false);
    }
  });

  test('only a POST asks: a token has no place in an address', async () => {
    for (const path of ['/check', `/check/${good.token}`, `/check?token=${good.token}`])
      await expectProblem(await stranger(path), 404, 'not_found');
  });

  test('nothing of it is in the log, and no cache keeps the answer', async () => {
    const answers = [await ask({ token: qrOf(good) }), await typed(good), await ask({ token: 'no' })];
    for (const answer of answers) expect(answer.headers.get('cache-control')).toBe('no-store');
    const log = world.log.join('').toUpperCase();
    expect(log).toContain('"/API/V1/CHECK"');
    for (const secret of [good.token, good.accessCode, good.number]) expect(log).not.toContain(secret);
  });
});
