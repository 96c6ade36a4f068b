// ご利用明細: the six items of a qualified invoice (消費税法 第57条の4第1項), read back from the file as it is given out.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { usageStatement } from '../src/certificates/usage-statement.ts';
import { getSettings, saveSettings } from '../src/chambers/settings-store.ts';
import { inChamber, openDb } from '../src/lib/db.ts';
import { drawPdf } from '../src/paper/draw-pdf.ts';
import { readBack } from '../src/paper/read-back.ts';
import { reconcilePayment } from '../src/payments/reconcile.ts';
import { startPayment } from '../src/payments/start-payment.ts';
import { certificateContent, type UsageStatement, usageStatementPage } from '../src/payments/usage-statement.ts';
import { makeOtherFirm } from './other-firm.ts';
import { type PayingWorld, pay, startPayingWorld } from './paying-world.ts';
import { root } from './root.ts';

const textOf = async (pdf: Buffer): Promise<string> => (await readBack(pdf)).pages.map((one) => one.text).join('\n');

const numbers = { receiptNumber: 'R2026-000001', certificateNumber: '9901-2026-000001' };
const contentOf = (invoiceNumbers: readonly string[]) => certificateContent({ ...numbers, invoiceNumbers });

const facts: UsageStatement = {
  chamber: { nameJa: '見本商工会議所', nameEn: 'The Mihon Chamber', telephone: '00-0000', mail: 'a@b.example' },
  ...{ taxNumber: 'T7000012050002', taxPercent: 10, recipient: { nameJa: '株式会社髙﨑', nameEn: 'TAKASAKI INC.' } },
  ...{ day: '2026-11-16', content: contentOf(['MT-1']), paymentId: '01990000-0000-7000-8000-000000000000', yen: 1260 },
};
const drawn = (of: UsageStatement): Promise<Buffer> =>
  drawPdf([usageStatementPage(of)], { title: 'x', lang: 'ja', createdAt: new Date('2026-11-16T00:00:00Z') });

describe('the page', () => {
  test('the tax is rounded down once, and net and tax add up to what was paid', async () => {
    const text = await textOf(await drawn(facts));
    for (const figure of ['1,146円', '114円', '1,260円', '10%対象(税抜)', '消費税(10%)'])
      expect(text).toContain(figure);
  });

  test('the rate is the one that was kept', async () => {
    const text = await textOf(await drawn({ ...facts, taxPercent: 8, yen: 1080 }));
    for (const figure of ['8%対象(税抜)', '消費税(8%)', '1,000円', '80円']) expect(text).toContain(figure);
  });

  test('without a registration number it says that it is no qualified invoice', async () => {
    const text = await textOf(await drawn({ ...facts, taxNumber: undefined }));
    expect(text).toContain('適格請求書発行事業者の登録番号なし');
    expect(text).toContain('This is not a qualified invoice.');
    expect(text).not.toMatch(/T\d{13}/);
  });

  test('long names and many invoices stay on the page, and inside its margins', async () => {
    const long = '国際貿易振興機械工業輸出入販売'.repeat(7);
    const { pages } = await readBack(
      await drawn({
        ...facts,
        chamber: {
          nameJa: long,
          nameEn: 'The Chamber '.repeat(12),
          telephone: '0'.repeat(30),
          mail: `${'m'.repeat(60)}@x`,
        },
        recipient: { nameJa: long, nameEn: 'VERY LONG NAME '.repeat(8) },
        content: contentOf(Array.from({ length: 40 }, (_, n) => `INVOICE-${'0'.repeat(20)}${n}`)),
        yen: 10_000_000,
      }),
    );
    expect(pages).toHaveLength(1);
    const seen = pages[0]?.chars.filter(({ char }) => char.trim() !== '') ?? [];
    expect(seen.filter(({ x, y }) => x < 15 || x > 195 || y < 15 || y > 285)).toEqual([]);
  });
});

describe('the file', () => {
  let world: PayingWorld;
  // All of them before anybody is renamed: box 1 says the registered name to the letter.
  let [id, later, without] = ['', '', ''];
  beforeAll(async () => {
    world = await startPayingWorld();
    [id = '', later = '', without = ''] = await world.certified(3);
  }, 60_000);
  afterAll(() => world.close());

  const paid = async (applicationId: string): Promise<void> => {
    const firm = await world.firm();
    const { paymentId, url } = await startPayment(firm, { applicationIds: [applicationId], locale: 'ja' });
    await pay(url);
    expect(await reconcilePayment(world.open(), paymentId)).toBe('settled');
  };
  const saveTaxNumber = (taxNumber: string | undefined): Promise<void> =>
    inChamber(world.house.db, '9901', async (trx) => {
      const { taxNumber: _, ...rest } = await getSettings(trx, '9901');
      await saveSettings(trx, '9901', taxNumber === undefined ? rest : { ...rest, taxNumber }, world.now());
    });
  /** As the owner: the server has no deed that renames. */
  const renamed = async (): Promise<void> => {
    const asOwner = openDb(world.database.owner, { max: 1, onError: () => undefined });
    try {
      await inChamber(asOwner, '9901', async (trx) => {
        await sql`update registration set name_ja = '株式会社新社名', name_en = 'NEW NAME INC.'`.execute(trx);
        await sql`update chamber set name_ja = '新商工会議所', mail = 'new@cci.example'`.execute(trx);
      });
    } finally {
      await asOwner.close();
    }
  };
  const statementRows = () =>
    inChamber(world.house.db, '9901', (trx) =>
      trx.selectFrom('usage_statement').selectAll().orderBy('charge_id').execute(),
    );

  test('there is none before it is paid', async () => {
    await expect(usageStatement(await world.firm(), id)).rejects.toMatchObject({ code: 'conflict' });
  });

  test('six items, the same bytes each time, and each fetching is written down', async () => {
    const firm = await world.firm();
    const { paymentId, url } = await startPayment(firm, { applicationIds: [id], locale: 'ja' });
    await pay(url);
    await reconcilePayment(world.open(), paymentId);
    const { bytes, fileName } = await usageStatement(firm, id);
    expect(fileName).toMatch(/-statement\.pdf$/);
    const text = await textOf(bytes);
    const items = [
      ...['見本商工会議所(デモ)', 'T9000000000000'], // 1 issuer and number
      '2026年11月16日', // 2 day
      '原産地証明書の証明料', // 3 content
      ...['10%対象(税抜)', '1,000円', '1,100円'], // 4 total at the rate
      ...['消費税(10%)', '100円'], // 5 tax at the rate
      '株式会社見本貿易(デモ) 御中', // 6 recipient
    ];
    for (const item of items) expect(text).toContain(item);
    world.turn({ days: 40 });
    expect((await usageStatement(await world.firm(), id)).bytes.equals(bytes)).toBe(true);
    const rows = await inChamber(world.house.db, '9901', (trx) =>
      trx.selectFrom('download').select(['what', 'account_id']).execute(),
    );
    expect(rows).toEqual([1, 2].map(() => ({ what: 'statement', account_id: firm.actor.accountId })));
  });

  test('whatever firm and chamber are called later, and whatever its number: the statement stays as it was', async () => {
    const before = await textOf((await usageStatement(await world.firm(), id)).bytes);
    await renamed();
    await saveTaxNumber('T7000012050002');
    expect(await textOf((await usageStatement(await world.firm(), id)).bytes)).toBe(before);
    // What is paid from now on says the new names.
    await paid(later);
    const after = await textOf((await usageStatement(await world.firm(), later)).bytes);
    for (const words of ['株式会社新社名 御中', 'NEW NAME INC.', '新商工会議所', 'new@cci.example', 'T7000012050002'])
      expect(after).toContain(words);
    expect(before).not.toContain('新');
  });

  test('the chamber had no number when it was paid: it says so, also when it has one later', async () => {
    await saveTaxNumber(undefined);
    await paid(without);
    await saveTaxNumber('T9000000000000');
    const { bytes } = await usageStatement(await world.firm(), without);
    expect(await textOf(bytes)).toContain('適格請求書発行事業者の登録番号なし');
  });

  test('paid before the facts were kept: the migration fills in what stands that day', async () => {
    const before = await textOf((await usageStatement(await world.firm(), id)).bytes);
    const asOwner = openDb(world.database.owner, { max: 1, onError: () => undefined });
    const migration = readFileSync(join(root, 'db/migrations/0005-payment-facts.sql'), 'utf8');
    const backfill = /^do \$\$.*^\$\$;$/ms.exec(migration)?.[0] ?? '';
    try {
      const kept = await statementRows();
      await inChamber(asOwner, '9901', (trx) => sql`delete from usage_statement`.execute(trx));
      await expect(usageStatement(await world.firm(), id)).rejects.toThrow('no facts');
      await asOwner.kysely.transaction().execute((trx) => sql.raw(backfill).execute(trx));
      // Again with some of them there: nothing is doubled, nothing is changed.
      await asOwner.kysely.transaction().execute((trx) => sql.raw(backfill).execute(trx));
      const filled = await statementRows();
      expect(filled.map((row) => row.charge_id)).toEqual(kept.map((row) => row.charge_id));
      expect(filled.map((row) => [row.chamber_name_ja, row.tax_number, row.tax_percent])).toEqual(
        kept.map(() => ['新商工会議所', 'T9000000000000', 10]),
      );
    } finally {
      await asOwner.close();
    }
    const after = await textOf((await usageStatement(await world.firm(), id)).bytes);
    expect(after).not.toBe(before);
    expect(after).toContain('株式会社新社名 御中');
  });

  test('another firm finds none', async () => {
    const { ctx } = await makeOtherFirm(world);
    await expect(usageStatement(ctx, id)).rejects.toMatchObject({ code: 'not_found' });
  });
});
