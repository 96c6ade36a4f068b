// リファレンスシステム: who holds a paper is shown what was certified; who does not learns nothing, whatever he asks.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cancelCertified } from '../src/certificates/cancel.ts';
import { certificateNumber } from '../src/certificates/numbers.ts';
import { inChamber } from '../src/lib/db.ts';
import { checkLimitSettings, checkLimits } from '../src/verification/check-limits.ts';
import { contextOf } from './deeds.ts';
import { certifiedWith, type Printed, payAndIssue, printedOf } from './issued.ts';
import { type PayingWorld, startPayingWorld } from './paying-world.ts';

const nasty = '<script>alert("x")</script> & <b>bold</b>';
const goods = Array.from({ length: 600 }, (_, i) => ({
  ...{ packages: '1', packageKind: 'CARTON', quantity: '2', unit: 'PCS' },
  ...{ marks: '', hsCode: '848210', origin: '', description: i === 0 ? nasty : `Ball bearing, item ${i + 1} of 600` },
}));

let world: PayingWorld;
let good: Printed;
let large: Printed;
let unpaid: Printed;
let cancelled: Printed;
beforeAll(async () => {
  world = await startPayingWorld();
  const [first = '', second = '', third = ''] = await world.certified(3);
  unpaid = await printedOf(world, second);
  cancelled = await printedOf(world, third);
  await cancelCertified(await contextOf(world, 'certifier'), { applicationId: third, note: 'a slip in box 2' });
  const fourth = await certifiedWith(world, goods);
  await payAndIssue(world, [first, fourth]);
  good = await printedOf(world, first);
  large = await printedOf(world, fourth);
}, 60_000);
afterAll(() => world.close());
// All of these come from one address; each test begins with a clean sheet.
const forget = () => sql`delete from rate_limit`.execute(world.house.db.kysely);
beforeEach(async () => void (await forget()));

const formOf = ({ number, accessCode, date }: Printed): Record<string, string> => {
  const [year = '', month = '', day = ''] = date.split('-').map((part) => String(Number(part)));
  return { number, accessCode, day, month, year };
};
const typed = (printed: Printed, change: Record<string, string> = {}) =>
  world.visitor().post('/check', { ...formOf(printed), ...change });
const scan = (token: string, headers?: Record<string, string>) => world.visitor().get(`/R/${token}`, headers);
/** Another one that keeps the check symbol's rule cannot be made by hand: a real code of another paper is one. */
const otherCode = () => large.accessCode;

describe('a paper that is real', () => {
  test('by the QR code, in capitals as printed and in small letters: what was certified, status, chamber, host', async () => {
    for (const path of [`/R/${good.token}`, `/r/${good.token}`, `/r/${good.token.toLowerCase()}`]) {
      const answer = await world.visitor().get(path);
      expect([path, answer.status]).toEqual([path, 200]);
      const html = await answer.text();
      for (const words of [
        'VALID – issued by The Mihon Chamber of Commerce and Industry (Demo)',
        ...[good.number, 'November 16, 2026', 'SAMPLE IMPORTS INC.', 'MIHON TRADING CO., LTD. (DEMO)', 'U.S.A.'],
        ...['Ball bearings of steel', '1,200 PCS', '10 CARTONS', 'TOTAL', 'Los Angeles', 'Jiro Ninsho (Demo)'],
        ...['+81-00-0000-0000', 'trade@mihon-cci.example', 'localhost:8080', 'JST', 'UTC'],
      ])
        expect(html).toContain(words);
      expect(html).not.toContain('848210');
      expect(html).not.toContain(good.accessCode);
    }
  });

  test('by number, access code and date, as a person types them', async () => {
    const sloppy = { number: ` ${good.number.toLowerCase()} `, accessCode: good.accessCode.replaceAll('-', ' ') };
    for (const change of [{}, sloppy]) {
      const answer = await typed(good, change);
      expect(answer.status).toBe(200);
      const html = await answer.text();
      expect(html).toContain('VALID – issued by');
      expect(html).not.toContain(good.accessCode);
      expect(html).not.toContain(good.token);
    }
  });

  test('all 600 lines of goods stand on the page, and nothing in them becomes markup', async () => {
    const html = await (await scan(large.token)).text();
    for (let i = 2; i <= 600; i++) expect(html).toContain(`Ball bearing, item ${i} of 600<`);
    expect(html).toContain('600 lines of goods');
    expect(html).toContain('1,200 PCS');
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<b>bold');
    expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &lt;b&gt;bold&lt;/b&gt;');
  });

  test('in Japanese for who reads Japanese; English for everybody else', async () => {
    const read = async (asked: string) => (await scan(good.token, { 'accept-language': asked })).text();
    expect(await read('ja-JP,ja;q=0.9')).toContain('有効 – 見本商工会議所(デモ)が発給');
    for (const asked of ['ja', 'ja-JP', 'fr;q=0.5, ja']) expect(await read(asked)).toContain('<html lang="ja">');
    for (const asked of ['pt-BR', 'en-GB', 'ja;q=0.1, en', '*', ''])
      expect(await read(asked)).toContain('<html lang="en">');
  });

  test.each([
    ['revoked', 'REVOKED – not valid'],
    ['superseded', 'REPLACED – not valid'],
  ])('once %s it is never called valid, and still shows what it said', async (status, words) => {
    const set = (to: string) =>
      inChamber(world.house.db, '9901', (trx) =>
        sql`update certificate set status = ${to} where certificate_id = ${good.certificateId}`.execute(trx),
      );
    await set(status);
    try {
      for (const answer of [await scan(good.token), await typed(good)]) {
        const html = await answer.text();
        expect(answer.status).toBe(200);
        expect(html).toContain(words);
        expect(html).not.toContain('VALID');
        expect(html).toContain('SAMPLE IMPORTS INC.');
      }
    } finally {
      await set('issued');
    }
  });
});

describe('a paper that is not', () => {
  const wrongNumber = certificateNumber('9901', 2026, 999_999);
  const otherChamber = certificateNumber('9902', 2026, 1);
  const noes: [string, () => Promise<Response>][] = [
    ['a number that was never given', () => typed(good, { number: wrongNumber })],
    ['a number of a chamber that is not here', () => typed(good, { number: otherChamber })],
    ['a number that cannot be one', () => typed(good, { number: '123' })],
    ['another code', () => typed(good, { accessCode: otherCode() })],
    ['a code that cannot be one', () => typed(good, { accessCode: 'AAAA' })],
    ['another day', () => typed(good, { day: '17' })],
    ['no day at all', () => typed(good, { day: '99' })],
    ['certified and unpaid', () => typed(unpaid)],
    ['cancelled', () => typed(cancelled)],
    ['a token that was never given', () => scan('0'.repeat(26))],
    ['a token that cannot be one', () => scan('nothing')],
    ['the token of an unpaid one', () => scan(unpaid.token)],
    ['the token of a cancelled one', () => scan(cancelled.token)],
  ];

  test('unknown, wrong, unpaid and cancelled are one answer, byte for byte', async () => {
    const answers = [];
    for (const [what, ask] of noes) {
      const answer = await ask();
      const headers = [...answer.headers].filter(([name]) => name !== 'x-request-id');
      answers.push({ what, said: { status: answer.status, headers, body: await answer.text() } });
    }
    const [first] = answers;
    expect(first?.said.status).toBe(404);
    expect(first?.said.body).toContain('No certificate found');
    for (const { what, said } of answers) expect([what, said]).toEqual([what, first?.said]);
  });

  test('a void number is not called valid even if it had been issued', async () => {
    const set = (at: Date | null, reason: string | null) =>
      inChamber(world.house.db, '9901', (trx) =>
        sql`update certificate set void_at = ${at}, void_reason = ${reason}
            where certificate_id = ${good.certificateId}`.execute(trx),
      );
    await set(world.now(), 'a fault');
    try {
      expect((await scan(good.token)).status).toBe(404);
    } finally {
      await set(null, null);
    }
  });

  test('what is missing is asked for, with what was typed kept; it counts as no attempt', async () => {
    for (let i = 0; i < 7; i++) expect((await typed(good, { accessCode: '' })).status).toBe(422);
    const html = await (await typed(good, { accessCode: '', month: '' })).text();
    expect(html).toContain('Enter the Access Code.');
    expect(html).toContain('Choose the month');
    expect(html).toContain(`value="${good.number}"`);
    expect((await typed(good)).status).toBe(200);
  });

  test('a body that is no form is asked for its values', async () => {
    const send = (type: string, body: string) =>
      world.house.app.request('http://localhost:8080/check', {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      });
    expect((await send('application/json', '{"number":1}')).status).toBe(422);
    expect((await send('multipart/form-data', 'broken')).status).toBe(422);
  });
});

describe('limits', () => {
  test('of one number five wrong ones an hour; the right code then waits too, the QR code does not', async () => {
    for (let i = 0; i < 5; i++) expect((await typed(good, { accessCode: otherCode() })).status).toBe(404);
    const waiting = await typed(good);
    expect(waiting.status).toBe(429);
    expect(Number(waiting.headers.get('retry-after'))).toBeGreaterThan(3000);
    expect(await waiting.text()).toMatch(/Try again in (59|60) minutes/);
    expect((await scan(good.token)).status).toBe(200);
    expect((await typed(large)).status).toBe(200);
  });

  test('a number that does not exist is closed in the same way', async () => {
    const change = { number: certificateNumber('9901', 2026, 999_999) };
    for (let i = 0; i < 5; i++) expect((await typed(good, change)).status).toBe(404);
    expect((await typed(good, change)).status).toBe(429);
  });

  test('many at once count as many', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => typed(good, { accessCode: otherCode() })));
    expect(answers.filter((answer) => answer.status === 404)).toHaveLength(5);
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(7);
  });

  test('right ones are not counted: an office may check all day', async () => {
    for (let i = 0; i < 25; i++) expect((await typed(good)).status).toBe(200);
  });

  test('of one address twenty wrong ones in ten minutes, whatever the numbers', async () => {
    for (let i = 0; i < 20; i++)
      expect((await typed(good, { number: certificateNumber('9901', 2025, i + 1) })).status).toBe(404);
    const waiting = await typed(good);
    expect(waiting.status).toBe(429);
    expect(Number(waiting.headers.get('retry-after'))).toBeLessThanOrEqual(600);
  });

  test('after fifty a day a number takes no typed code for 24 hours; what the hour refused does not count', async () => {
    const { db } = world.house;
    const limits = checkLimits(db, { ...checkLimitSettings, address: { points: 1000, duration: 600 } });
    const ask = () => limits.beginTyped({ number: good.number, address: '192.0.2.1' });
    for (let hours = 0; hours < 10; hours++) {
      for (let i = 0; i < 5; i++) await ask();
      await expect(ask()).rejects.toMatchObject({ code: 'too_many' }); // the hour's, ten times: not the day's
      await sql`delete from rate_limit where key like 'check-hour:%'`.execute(db.kysely);
    }
    const refused = await ask().catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'too_many', retryAfterSeconds: 86_400 });
    await sql`delete from rate_limit where key like 'check-hour:%'`.execute(db.kysely);
    expect((await typed(good)).status).toBe(429);
    expect((await scan(good.token)).status).toBe(200);
  });

  test('scans: generous for an office, too slow for a program', async () => {
    const limits = checkLimits(world.house.db);
    for (let i = 0; i < 120; i++) await limits.beginScan('2001:db8:1:2::1');
    await expect(limits.beginScan('2001:db8:1:2::2')).rejects.toMatchObject({ code: 'too_many' });
    await limits.beginScan('2001:db8:1:3::1');
  });
});

describe('nothing leaks', () => {
  test('token, access code and number are not in the log; the pattern is', async () => {
    await scan(good.token);
    await world.visitor().get(`/r/${good.token.toLowerCase()}`);
    await typed(good);
    const log = world.log.join('').toUpperCase();
    expect(log).toContain('"/R/:TOKEN"');
    for (const secret of [good.token, good.accessCode, good.number]) expect(log).not.toContain(secret);
  });

  test('every answer is kept by nobody, told to nobody, and runs nothing', async () => {
    const form = await world.visitor().get('/check');
    for (const answer of [form, await scan(good.token), await scan('no'), await typed(good, { day: '' })]) {
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
      expect(answer.headers.get('x-robots-tag')).toContain('noindex');
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/script-src|unsafe/);
      expect(answer.headers.getSetCookie()).toEqual([]);
      expect(await answer.text()).not.toContain('<script');
    }
  });

  test('a form on another site may ask too: a check changes nothing', async () => {
    const answer = await world.visitor().post('/check', formOf(good), { 'sec-fetch-site': 'cross-site' });
    expect(answer.status).toBe(200);
  });

  test('the page of signing in leads here, in both languages', async () => {
    const html = await (await world.visitor().get('/sign-in')).text();
    expect(html).toContain('<a href="/check">証明書の確認 / Check a certificate</a>');
  });
});
