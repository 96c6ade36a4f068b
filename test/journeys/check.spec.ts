// An officer abroad holds a paper and a phone: scans it, then types it with one wrong digit, then rightly.
import { expect, test } from '@playwright/test';
import { inChamber } from '../../src/lib/db.ts';
import { insertFees } from '../../src/payments/charges-store.ts';
import { certifiedWith, type Printed, printedOf } from '../issued.ts';
import { startServedWorld } from '../world.ts';
import { checkPage, watchConsole } from './page-check.ts';

type Served = Awaited<ReturnType<typeof startServedWorld>>;
let world: Served;
let paper: Printed;
test.beforeAll(async () => {
  world = await startServedWorld();
  // Nothing to pay, so that a certificate is issued without a card.
  await inChamber(world.house.db, '9901', (trx) =>
    insertFees(
      trx,
      '9901',
      (['member', 'non_member'] as const).map((memberClass) => ({
        ...{ kind: 'origin', memberClass, effectiveFrom: '2026-11-01', yen: 0 },
      })),
    ),
  );
  const line = { packageKind: 'CARTONS', unit: 'PCS', hsCode: '848210', origin: '' };
  const applicationId = await certifiedWith(world, [
    {
      ...line,
      marks: 'SAMPLE\nLOS ANGELES\nC/NO. 1-10',
      packages: '10',
      description: 'Ball bearings',
      quantity: '1,200',
    },
    { ...line, marks: '', packages: '2', description: 'Roller bearings of steel,\nsealed', quantity: '84' },
  ]);
  await world.work();
  paper = await printedOf(world, applicationId);
});
test.afterAll(() => world.close());

test.use({ viewport: { width: 360, height: 740 }, locale: 'en-GB', javaScriptEnabled: true });

test('by the QR code: what was certified, to be compared with the paper', async ({ page }) => {
  const seen = watchConsole(page);
  await page.goto(`${world.url}/R/${paper.token}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^VALID – issued by The Mihon Chamber/);
  // State and what to do with it are in sight at once.
  await expect(page.getByText('If anything differs, the paper is not genuine.')).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('row', { name: /Roller bearings/ })).toContainText('84 PCS');
  await expect(page.getByRole('row', { name: /TOTAL/ }).first()).toContainText('1,284 PCS');
  await checkPage(page);
  await page.getByRole('button', { name: '日本語' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('有効 – 見本商工会議所(デモ)が発給');
  await checkPage(page);
  expect(seen.errors).toEqual([]);
});

test('typed: one wrong digit finds nothing, the right number finds it; nothing typed is in an address', async ({
  page,
}) => {
  const seen = watchConsole(page);
  await page.goto(`${world.url}/sign-in`);
  await page.getByRole('link', { name: 'Check a certificate' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check a certificate');
  await checkPage(page);
  const [year = '', month = '', day = ''] = paper.date.split('-').map((part) => String(Number(part)));
  const fill = async (number: string) => {
    await page.getByLabel('Certificate No.').fill(number);
    await page.getByLabel('Access Code').fill(paper.accessCode);
    await page.getByLabel('Day').fill(day);
    await page.getByLabel('Month').selectOption(month);
    await page.getByLabel('Year').fill(year);
    await page.getByRole('button', { name: 'Check' }).click();
  };
  await fill(paper.number.replace(/\d(?=-.$)/, (digit) => String((Number(digit) + 1) % 10)));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No certificate found');
  await checkPage(page);
  await fill(paper.number);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^VALID/);
  await expect(page.getByText('SAMPLE IMPORTS INC.')).toBeVisible();
  expect(page.url()).toBe(`${world.url}/check`);
  await checkPage(page);
  expect(seen.errors.filter((error) => !error.includes('404'))).toEqual([]);
});
