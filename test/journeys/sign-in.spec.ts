// A clerk signs in, sees a colleague on the same ID, reads the page in English, and signs out.
import { expect, test } from '@playwright/test';
import { startServedWorld } from '../world.ts';
import { checkPage, showFactor, watchConsole } from './page-check.ts';

type Served = Awaited<ReturnType<typeof startServedWorld>>;
let world: Served;
test.beforeAll(async () => {
  world = await startServedWorld();
});
test.afterAll(() => world.close());

test('a clerk signs in by keyboard, and out again', async ({ page }) => {
  const seen = watchConsole(page);
  const account = world.account('user');
  await page.goto(world.url);
  await expect(page).toHaveURL(/\/sign-in$/);
  await checkPage(page);

  await page.getByLabel('商工会議所コード').fill(account.chamber);
  await page.keyboard.press('Tab');
  await page.keyboard.type(account.id.toLowerCase());
  await page.keyboard.press('Tab');
  await page.keyboard.type('wrong password');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('組み合わせが正しくありません');
  await expect(page.getByLabel('ID', { exact: true })).toHaveValue(account.id.toLowerCase());
  await checkPage(page);

  await page.getByLabel('パスワード').fill(account.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ホーム');
  await expect(page.locator('header')).toContainText('見本商工会議所(デモ)');
  await checkPage(page);

  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Home');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await checkPage(page);

  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('You have signed out')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  // The chamber code of the last time is there: a clerk types it once.
  await expect(page.getByLabel('Chamber code')).toHaveValue(account.chamber);
  expect(seen.errors).toEqual([]);
});

test('what one needs is said before anybody signs in', async ({ page }) => {
  const seen = watchConsole(page);
  await page.goto(world.url);
  await page.getByRole('link', { name: 'ご利用環境' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ご利用環境');
  await checkPage(page);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('System requirements');
  await checkPage(page);
  expect(seen.errors).toEqual([]);
});

test('two people on one ID see each other, and neither is locked out', async ({ browser }) => {
  const account = world.account('certifier');
  const signIn = async () => {
    const page = await (await browser.newContext({ locale: 'ja-JP' })).newPage();
    await page.goto(`${world.url}/account/sessions`);
    await page.getByLabel('商工会議所コード').fill(account.chamber);
    await page.getByLabel('ID', { exact: true }).fill(account.id);
    await page.getByLabel('パスワード').fill(account.password);
    await page.getByRole('button', { name: 'サインイン' }).click();
    await showFactor(page, account);
    await expect(page).toHaveURL(/\/account\/sessions$/); // back to where the way was cut
    return page;
  };
  const [first, second] = [await signIn(), await signIn()];
  await second.getByRole('link', { name: 'ホーム' }).click();
  await expect(second.getByRole('heading', { name: /ほかに1か所/ })).toBeVisible();
  await checkPage(second);
  await second.getByRole('link', { name: 'サインイン中の端末を見る' }).click();
  await checkPage(second);
  await second.getByRole('button', { name: /サインアウトさせる/ }).click();
  await expect(second.getByRole('button', { name: /サインアウトさせる/ })).toHaveCount(0);
  await first.reload();
  await expect(first.getByRole('heading', { name: 'もう一度サインインしてください' })).toBeVisible();
});

test('a certifier makes a key for a program, once to be seen, and revokes it', async ({ page }) => {
  const account = world.account('certifier');
  await page.goto(`${world.url}/account/api-keys`);
  await page.getByLabel('商工会議所コード').fill(account.chamber);
  await page.getByLabel('ID', { exact: true }).fill(account.id);
  await page.getByLabel('パスワード').fill(account.password);
  await page.keyboard.press('Enter');
  await showFactor(page, account);
  await page.getByLabel('名前').fill('受付システム');
  await page.getByLabel('認証する').check();
  await page.getByRole('button', { name: 'キーを作る' }).click();
  const key = await page.locator('code.secret').innerText();
  const me = await page.request.get(`${world.url}/api/v1/me`, { headers: { authorization: `Bearer ${key}` } });
  expect(await me.json()).toMatchObject({ id: account.id, rights: ['examine', 'certify'] });
  await checkPage(page);
  await page.getByRole('button', { name: '無効にする (受付システム)' }).click();
  await expect(page.getByText(key)).toHaveCount(0);
  const after = await page.request.get(`${world.url}/api/v1/me`, { headers: { authorization: `Bearer ${key}` } });
  expect(after.status()).toBe(401);
});
