// 監査: clean after everything that people do, and it names one flipped byte, one missing row, one yen.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { audit } from '../src/certificates/audit.ts';
import { cancelCertified } from '../src/certificates/cancel.ts';
import { type Db, inChamber, openDb } from '../src/lib/db.ts';
import { reconcilePayment } from '../src/payments/reconcile.ts';
import { startPayment } from '../src/payments/start-payment.ts';
import { contextOf } from './deeds.ts';
import { type PayingWorld, pay, startPayingWorld } from './paying-world.ts';

let world: PayingWorld;
let superuser: Db;
beforeAll(async () => {
  world = await startPayingWorld();
  const { app } = world.database;
  if (!('host' in app)) throw new Error('the test database has no host');
  superuser = openDb({ ...app, user: 'postgres' }, { max: 1, onError: () => undefined });
  const ids = await world.certified(4);
  const { paymentId, url } = await startPayment(await world.firm(), { applicationIds: ids.slice(0, 2), locale: 'ja' });
  await pay(url);
  await reconcilePayment(world.open(), paymentId);
  await world.work();
  await cancelCertified(await contextOf(world, 'certifier'), { applicationId: ids[2] ?? '', note: '取消' });
}, 60_000);
afterAll(async () => {
  await superuser.close();
  await world.close();
});

const findings = async (): Promise<string[]> => {
  const found = await audit({ db: world.house.db, files: world.house.outside.files, now: world.now() });
  return [...found.chambers.flatMap((one) => one.breaches), ...found.log].map((one) => `${one.subject}: ${one.what}`);
};
/** Changes what the server itself may not change, looks, and puts it back. */
async function tampered(change: string, back: string): Promise<string[]> {
  await sql.raw(change).execute(superuser.kysely);
  try {
    return await findings();
  } finally {
    await sql.raw(back).execute(superuser.kysely);
  }
}

describe('the audit', () => {
  test('is clean after certifying, paying, issuing and cancelling', async () => {
    expect(await findings()).toEqual([]);
  });

  test('names a paper in which one byte was flipped', async () => {
    const [paper] = await inChamber(world.house.db, '9901', (trx) =>
      trx.selectFrom('paper').select(['file_sha256']).where('file_sha256', 'is not', null).limit(1).execute(),
    );
    const hex = paper?.file_sha256?.toString('hex') ?? '';
    const path = join(world.files, hex.slice(0, 2), hex.slice(2));
    const bytes = readFileSync(path);
    bytes[1000] = (bytes[1000] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    const found = await findings();
    bytes[1000] = (bytes[1000] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^9901-2026-\d{6}-\w (ORIGINAL|COPY): .*other bytes/);
    expect(await findings()).toEqual([]);
  });

  const cases: [string, string, string, RegExp][] = [
    [
      'a charge that nobody paid',
      "update charge set status = 'open' where status = 'paid'",
      "update charge set status = 'paid' where application_id in (select application_id from certificate where status is not null)",
      /issued without a paid charge/,
    ],
    [
      'one yen in the ledger',
      "update ledger_line set yen = yen + 1 where book = 'fees'",
      "update ledger_line set yen = yen - 1 where book = 'fees'",
      /ledger lines add up to/,
    ],
    [
      'a paid charge whose statement has no facts',
      'create table kept as select * from usage_statement; delete from usage_statement',
      'insert into usage_statement select * from kept; drop table kept',
      /R2026-\d+: paid, and its usage statement has no facts/,
    ],
    [
      'a number that was given to nobody',
      "update counter set last = last + 1 where series = 'certificate'",
      "update counter set last = last - 1 where series = 'certificate'",
      /a number that no certificate has/,
    ],
    [
      'a record that was changed',
      "update certificate set record = replace(record, 'SAMPLE', 'SIMPLE')",
      "update certificate set record = replace(record, 'SIMPLE', 'SAMPLE')",
      /its record is not the one that was certified/,
    ],
    [
      'a status that no event explains',
      "update application set status = 'issued' where status = 'certified'",
      "update application set status = 'certified' where application_id not in (select application_id from certificate where status is not null) and status = 'issued'",
      /its last event says certified/,
    ],
    [
      'a log entry of another record',
      "update log_leaf set entry = convert_to(replace(convert_from(entry, 'UTF8'), 'commit\":\"', 'commit\":\"0'), 'UTF8')",
      "update log_leaf set entry = convert_to(replace(convert_from(entry, 'UTF8'), 'commit\":\"0', 'commit\":\"'), 'UTF8')",
      /its entry in the log is of another record/,
    ],
    [
      'a log that says more than it has',
      'update log_state set size = size + 1',
      'update log_state set size = size - 1',
      /says \d+ entries, has \d+/,
    ],
  ];
  test.each(cases)('names %s', async (_, change, back, expected) => {
    const found = await tampered(change, back);
    expect(found.length).toBeGreaterThan(0);
    expect(found.join('\n')).toMatch(expected);
    expect(await findings()).toEqual([]);
  });

  test('names an application that is paid and waits for over five minutes', async () => {
    const ids = await world.certified(1);
    const { paymentId, url } = await startPayment(await world.firm(), { applicationIds: ids, locale: 'ja' });
    await pay(url);
    await reconcilePayment(world.open(), paymentId);
    expect(await findings()).toEqual([]);
    world.turn({ minutes: 6 });
    expect((await findings()).join()).toMatch(/neither issued nor held/);
    await world.work();
    expect(await findings()).toEqual([]);
  });
});
