// The firm's administrator helps a signatory to a new password, looks at what was paid, and prints 署名登録証.
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { payAndIssue } from '../issued.ts';
import { startServedPayingWorld } from '../paying-world.ts';
import { checkPage, signIn, watchConsole } from './page-check.ts';

type Served = Awaited<ReturnType<typeof startServedPayingWorld>>;
let world: Served;
test.beforeAll(async () => {
  world = await startServedPayingWorld({ worker: false });
  await payAndIssue(world, await world.certified(1));
});
test.afterAll(() => world.close());

test('a code is handed over, the holder chooses, nobody else knows; spend and 署名登録証', async ({
  page,
  browser,
}) => {
  const seen = watchConsole(page);
  await signIn(page, world.url, world.account('administrator'));
  await expect(page.getByText('まで有効です')).toBeVisible();
  await checkPage(page);

  await page.getByRole('link', { name: 'IDの管理', exact: true }).click();
  await checkPage(page);
  await page.getByRole('link', { name: 'パスワードの再設定 (U0001)' }).click();
  await checkPage(page);
  await page.getByLabel('コードを表示して、手渡しする').check();
  await page.getByRole('button', { name: '再設定を始める' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('手渡しするコード');
  const code = await page.locator('code.secret').innerText();
  await checkPage(page);

  const holder = await (await browser.newContext({ locale: 'ja-JP' })).newPage();
  await holder.goto(`${world.url}/link`);
  await holder.locator('input[name="code"]').fill(code);
  await holder.keyboard.press('Enter');
  const password = 'seven quiet lanterns upstream';
  await holder.locator('input[name="password"]').fill(password);
  await holder.keyboard.press('Enter');
  await expect(holder.getByText('パスワード').first()).toBeVisible();
  await signIn(holder, `${world.url}/sign-in`, { ...world.account('user'), password });

  await page.getByRole('link', { name: '発給申請', exact: true }).click();
  await checkPage(page);
  await page.getByLabel('作成したID').selectOption({ label: 'U0001 見本 花子(デモ)' });
  await page.getByRole('button', { name: '絞り込む' }).click();
  await expect(page).toHaveURL(/id=U0001/);
  await page.getByRole('link', { name: /^R2026-/ }).click();
  await expect(page.getByRole('heading', { name: 'このIDでは、この申請を見ることだけができます' })).toBeVisible();
  await checkPage(page);

  await page.getByRole('link', { name: 'お支払いの集計' }).click();
  await expect(page.getByRole('row', { name: /U0001/ })).toContainText('1,100円(税込)');
  await checkPage(page);

  await page.getByRole('link', { name: '貿易登録', exact: true }).click();
  await checkPage(page);
  await page.getByRole('link', { name: '会社の設定を見る・変える' }).click();
  await checkPage(page);
  await page.getByLabel('署名者どうしで').check();
  await page.getByRole('button', { name: '保存する' }).click();
  await expect(page.getByRole('status')).toContainText('保存しました');
  await checkPage(page);
  await page.goto(`${world.url}/registration/signatures`);
  await checkPage(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '全員分をPDFで保存する' }).click();
  const file = await (await download).path();
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  expect(seen.errors).toEqual([]);
});
