// The session ends while one types: nothing that was typed is lost.
import { type Browser, expect, type Page, test } from '@playwright/test';
import { readDeskCase } from '../../src/applications/read-desk.ts';
import { startApplication } from '../../src/applications/start.ts';
import { submitApplication } from '../../src/applications/submit.ts';
import { contextOf, readyApplication } from '../deeds.ts';
import { startServedWorld } from '../world.ts';
import { checkPage, signIn, watchConsole } from './page-check.ts';

let world: Awaited<ReturnType<typeof startServedWorld>>;
test.beforeAll(async () => {
  world = await startServedWorld();
});
test.afterAll(() => world.close());

/** Fills the sign-in that stands on the page, in either language. */
async function fillSignIn(page: Page, as: string, password = world.account(as).password): Promise<void> {
  const account = world.account(as);
  await page.locator('[name="chamber"]').fill(account.chamber);
  await page.locator('[name="id"]').fill(account.id);
  await page.locator('[name="password"]').fill(password);
  await page.keyboard.press('Enter');
  if (!account.code || password !== account.password) return;
  await page.locator('[name="totp"]').fill(account.code());
  await page.keyboard.press('Enter');
}

async function inEnglish(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await page.goto(world.url);
  return page;
}

test('the examiner’s remarks reach the firm, line by line', async ({ page }) => {
  const seen = watchConsole(page);
  const firm = await contextOf(world, 'user');
  const applicationId = await readyApplication(firm);
  await submitApplication(firm, { applicationId });
  await signIn(page, world.url, world.account('examiner'));
  await page.goto(`${world.url}/desk/applications/${applicationId}`);
  await page.locator(`form[action$="/claim"] button`).first().click();
  const remark = '"インボイス" <No. 3> & 日付が違います。\n\n書類をご確認ください。';
  await page.locator('[name="remark.3"]').fill(remark);
  world.turn({ hours: 2 });

  await page.locator('form[action$="/send-back"] button[value="queue"]').click();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('もう一度サインインしてください');
  await expect(page.locator('main')).toContainText('入力した内容は、この画面に残しています');
  await expect(page.getByRole('button', { name: 'English' })).toHaveCount(0); // it would leave the page
  await checkPage(page);
  await fillSignIn(page, 'examiner', 'wrong password');
  await expect(page.getByRole('alert')).toContainText('組み合わせが正しくありません');
  await checkPage(page);
  await fillSignIn(page, 'examiner');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('入力した内容があります');
  await expect(page.locator('header')).toContainText(world.account('examiner').id);
  await checkPage(page);
  await page.getByRole('button', { name: '続ける' }).click();
  await expect(page).toHaveURL(/\/desk\?/);
  const { application } = await readDeskCase(await contextOf(world, 'examiner'), applicationId);
  expect(application.status).toBe('returned');
  await page.goto(`${world.url}/desk/applications/${applicationId}`);
  await expect(page.locator('main')).toContainText('"インボイス" <No. 3> & 日付が違います。');
  expect(seen.errors).toEqual([]);
});

test('in English: a form is sent after signing in, or not', async ({ browser }) => {
  const page = await inEnglish(browser);
  await fillSignIn(page, 'certifier');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Home');
  await page.goto(`${world.url}/account/api-keys`);
  await page.getByLabel('Name').fill('Reception desk');
  world.turn({ hours: 2 });
  await page.locator('form[action="/account/api-keys"] button').first().click();
  await expect(page.locator('main')).toContainText('What you typed is kept on this page');
  await checkPage(page);
  await fillSignIn(page, 'certifier');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is something you typed');
  await checkPage(page);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.locator('main')).toContainText('Reception desk');
  await page.getByLabel('Name').fill('Second thoughts');
  world.turn({ hours: 2 });
  await page.locator('form[action="/account/api-keys"] button').first().click();
  await fillSignIn(page, 'certifier');
  await page.getByRole('link', { name: 'Do not use it' }).click();
  await expect(page).toHaveURL(`${world.url}/account/api-keys`);
  await expect(page.locator('main')).toContainText('Reception desk');
  await expect(page.locator('main')).not.toContainText('Second thoughts');
});

test('a file is chosen again', async ({ page }) => {
  const firm = await contextOf(world, 'user');
  const { applicationId } = await startApplication(firm, { kind: 'origin', oath: true });
  await signIn(page, world.url, world.account('user'));
  await page.goto(`${world.url}/applications/${applicationId}/goods/upload`);
  const sent = { name: '商品一覧 2026-11.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b') };
  await page.locator('input[type=file]').first().setInputFiles(sent);
  world.turn({ hours: 2 });
  await page.locator('form[enctype] button[type=submit]').first().click();
  await expect(page.locator('main')).toContainText('選んだファイルは残っていません');
  await fillSignIn(page, 'user');
  await expect(page.locator('main')).toContainText(sent.name);
  await checkPage(page);
  await page.getByRole('link', { name: '元の画面へ' }).click();
  await expect(page).toHaveURL(/\/goods/);
});

test('the boxes’ own line leads to a sign-in in another tab, and then saves by itself', async ({ page }) => {
  const firm = await contextOf(world, 'user');
  const { applicationId } = await startApplication({ ...firm, now: world.now() }, { kind: 'origin', oath: true });
  await signIn(page, world.url, world.account('user'));
  await page.goto(`${world.url}/applications/${applicationId}/boxes`);
  world.turn({ hours: 2 });
  await page.getByLabel('荷受人名').fill('TYPED MEANWHILE');
  const saved = page.locator('output[data-island="saved"]');
  await expect(saved).toContainText('サインアウトしています');
  await checkPage(page);
  const [tab] = await Promise.all([page.waitForEvent('popup'), saved.getByRole('link').click()]);
  await fillSignIn(tab, 'user');
  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('ホーム');
  await expect(saved).toContainText('保存済み', { timeout: 35_000 });
  await expect(saved.getByRole('link')).toHaveCount(0);
});
