// A signatory pays for two certified applications at once, comes back, and prints; once with every wrong turn of a browser.
import { expect, type Page, test } from '@playwright/test';
import { listOwnPayments } from '../../src/payments/own-payments.ts';
import { startServedPayingWorld } from '../paying-world.ts';
import { checkPage, signIn, watchConsole } from './page-check.ts';
import { typeCard } from './type-card.ts';

type Served = Awaited<ReturnType<typeof startServedPayingWorld>>;
let world: Served;
test.beforeAll(async () => {
  world = await startServedPayingWorld();
});
test.afterAll(() => world.close());

async function download(page: Page, button: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
  expect(await file.failure()).toBeNull();
  return file.suggestedFilename();
}

test('two applications, one payment, 3-D Secure, both papers and the statement', async ({ page }) => {
  test.slow(); // every page on the way is given to axe
  await world.certified(3);
  const seen = watchConsole(page);
  await signIn(page, world.url, world.account('user'));
  await page.getByRole('link', { name: 'お支払い', exact: true }).click();
  await expect(page.locator('output')).toHaveText('3件 合計 3,300円(税込)');
  await page.getByRole('checkbox').last().uncheck();
  await expect(page.locator('output')).toHaveText('2件 合計 2,200円(税込)');
  await checkPage(page);

  await page.getByRole('button', { name: 'カード会社のページで支払う' }).dblclick();
  await expect(page).toHaveURL(new RegExp(`^${world.company.url}/pay/`));
  await expect(page.locator('main')).toContainText('2,200');

  // The back button: the payment is there, and its applications cannot be paid a second time.
  await page.goBack();
  await page.reload();
  await expect(page.getByRole('heading', { name: '手続き中のお支払い' })).toBeVisible();
  await expect(page.getByRole('checkbox')).toHaveCount(1);
  await checkPage(page);
  await page.getByRole('button', { name: /支払いを続ける/ }).click();
  await typeCard(page);

  await expect(page).toHaveURL(new RegExp(`^${world.url}/payments/[0-9a-f-]+`));
  await expect(page.getByText('交付済み 2 / 2', { exact: true })).toBeVisible({ timeout: 20_000 }); // by the page's own script
  await checkPage(page);
  expect((await listOwnPayments(await world.firm(), 1)).rows.map((one) => [one.status, one.yen])).toEqual([
    ['settled', 2200],
  ]);

  // Back at the card company's page the card is not asked for again.
  await page.goBack();
  await expect(page.getByRole('button', { name: /を支払う/ })).toHaveCount(0);

  await page.goto(`${world.url}/print`);
  await expect(page.getByRole('row')).toHaveCount(3);
  await checkPage(page);
  await page.getByRole('row').nth(1).getByRole('link').click();
  await checkPage(page);
  expect(await download(page, 'ORIGINALをダウンロード')).toMatch(/-ORIGINAL\.pdf$/);
  expect(await download(page, 'COPYをダウンロード')).toMatch(/-COPY\.pdf$/);
  expect(await download(page, 'ご利用明細をダウンロード')).toMatch(/-statement\.pdf$/);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'これまでのダウンロード' })).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(4);
  await checkPage(page);

  await page.goto(`${world.url}/payments/history`);
  await checkPage(page);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Earlier payments');
  await checkPage(page);
  expect(seen.errors).toEqual([]);
});

test('the card company does not know yet: the page says so, and changes by itself', async ({ page }) => {
  const [id = ''] = await world.certified(1);
  await signIn(page, world.url, world.account('user'));
  await page.goto(`${world.url}/payments?application=${id}`);
  await page.getByRole('button', { name: 'カード会社のページで支払う' }).click();
  await expect(page).toHaveURL(new RegExp(`^${world.company.url}/pay/`));
  const paying = page.url();
  const [payment] = (await listOwnPayments(await world.firm(), 1)).rows;
  await page.goto(`${world.url}/payments/${payment?.paymentId}/return`);
  await expect(page.getByText('確認中')).toBeVisible();
  await checkPage(page);
  const other = await page.context().newPage();
  await other.goto(paying);
  await typeCard(other);
  await other.close();
  await expect(page.getByText('交付済み 1 / 1', { exact: true })).toBeVisible({ timeout: 20_000 });
});
