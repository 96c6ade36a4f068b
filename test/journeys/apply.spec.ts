// A signatory begins an application, is told what is missing, submits it, and finds it with the chamber; once in English.

import { expect, test } from '@playwright/test';
import { findActorByKey } from '../../src/accounts/api-keys.ts';
import type { Ctx } from '../../src/accounts/context.ts';
import { attachEvidence } from '../../src/applications/evidence.ts';
import { originKinds } from '../../src/applications/forms/forms.ts';
import { saveBoxes, saveGoods } from '../../src/applications/save.ts';
import { dayInJapan } from '../../src/lib/clock.ts';
import { invoicePdf, legalContent } from '../fixtures-origin.ts';
import { startServedWorld } from '../world.ts';
import { checkPage, signIn, watchConsole } from './page-check.ts';

type Served = Awaited<ReturnType<typeof startServedWorld>>;
let world: Served;
test.beforeAll(async () => {
  world = await startServedWorld();
});
test.afterAll(() => world.close());

/** The steps between the request sheet and the review have journeys of their own; here they are filled by the deeds. */
async function fillTheRest(applicationId: string): Promise<void> {
  const { db, jobs, outside } = world.house;
  const actor = await findActorByKey(db, world.account('user').apiKey);
  if (!actor) throw new Error('no user');
  const ctx: Ctx = { db, jobs, outside, now: world.now(), actor };
  const { goods, request: _typed, ...boxes } = legalContent(dayInJapan(ctx.now));
  await saveBoxes(ctx, { kinds: originKinds, applicationId, boxes });
  await saveGoods(ctx, { kinds: originKinds, applicationId, from: 0, count: 0, goods });
  await attachEvidence(ctx, { applicationId, kind: 'invoice', fileName: 'invoice.pdf', bytes: invoicePdf() });
}

test('from the oath to 申請中', async ({ page }) => {
  test.slow(); // every page on the way is given to axe

  const seen = watchConsole(page);
  await signIn(page, world.url, world.account('user'));
  await page.getByRole('link', { name: '発給申請', exact: true }).click();
  await checkPage(page); // the list, empty
  await page.getByRole('link', { name: '発給申請をはじめる' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('【重要】発給申請にあたっての確認のお願い');
  await page.getByRole('button', { name: '同意して証明依頼書へ進む' }).click();
  await expect(page.getByRole('alert')).toContainText('同意するにチェックを入れてください');
  await checkPage(page);
  await page.getByLabel('誓約事項を確認し、同意します。').check();
  await page.getByRole('button', { name: '同意して証明依頼書へ進む' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('証明依頼書');
  await page.getByLabel('一般機械').check();
  await page.getByLabel('仕向国').selectOption({ label: 'アメリカ合衆国' });
  await page.getByLabel('割り印').check();
  await page.getByRole('button', { name: '保存して次へ' }).click();
  await expect(page.getByRole('heading', { name: 'この案件は、窓口で申請してください' })).toBeVisible();
  await checkPage(page);
  await page.getByRole('alert').getByRole('link').click();
  await expect(page.getByLabel('割り印')).toBeFocused();
  await page.getByLabel('割り印').uncheck();
  await page.getByRole('button', { name: '保存して次へ' }).click();
  await expect(page).toHaveURL(/\/boxes$/);

  const id = /applications\/([^/]+)/.exec(page.url())?.[1] ?? '';
  await page.goto(`${world.url}/applications/${id}/review`);
  await expect(page.getByText(/直すところが\d+か所あります/)).toBeVisible();
  await checkPage(page);
  await fillTheRest(id);
  await page.reload();
  await expect(page.getByText('申請できます')).toBeVisible();
  const sheet = page.getByRole('img', { name: /見本 1枚目/ });
  await sheet.scrollIntoViewIfNeeded();
  await expect
    .poll(() => sheet.evaluate((img) => (img as unknown as { naturalWidth: number }).naturalWidth))
    .toBeGreaterThan(0);
  await checkPage(page);
  await page.getByRole('button', { name: '発給申請する' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('発給申請 R2026-000001');
  await expect(page.locator('.next-step')).toContainText('申請中');
  await expect(page.locator('.next-step')).toContainText('審査の受付時間中です');
  await checkPage(page);
  await page.getByRole('link', { name: '申請を取り下げる' }).click();
  await checkPage(page);
  await page.getByRole('link', { name: 'やめる' }).click();

  await page.getByRole('link', { name: '発給申請の一覧' }).click();
  await page.getByLabel('検索語').fill('sample imports');
  await page.getByRole('button', { name: '絞り込む' }).click();
  await expect(page.getByRole('row', { name: /R2026-000001/ })).toContainText('SAMPLE IMPORTS INC.');
  await checkPage(page);

  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByLabel('Search for')).toHaveValue('sample imports');
  await page.getByRole('link', { name: /R2026-000001/ }).click();
  await expect(page.locator('.next-step')).toContainText('Submitted');
  await checkPage(page);
  await page.getByRole('link', { name: 'Copy it into a new application' }).click();
  await expect(page.getByLabel(/SAMPLE IMPORTS INC\./)).toBeChecked();
  expect(seen.errors).toEqual([]);
});
