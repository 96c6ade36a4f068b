// A clerk types a certificate beside its paper, mends what can be mended by rote, and attaches the invoice.
import { expect, type Page, test } from '@playwright/test';
import { invoicePdf } from '../fixtures-origin.ts';
import { startServedWorld } from '../world.ts';
import { checkPage, watchConsole } from './page-check.ts';

type Served = Awaited<ReturnType<typeof startServedWorld>>;
let world: Served;
test.beforeAll(async () => {
  world = await startServedWorld();
});
test.afterAll(() => world.close());

/** Signs in, begins a draft, and comes to its boxes. Returns its address. */
async function begin(page: Page): Promise<string> {
  const account = world.account('user');
  await page.goto(`${world.url}/applications/new`);
  await page.getByLabel('商工会議所コード').fill(account.chamber);
  await page.getByLabel('ID', { exact: true }).fill(account.id);
  await page.getByLabel('パスワード').fill(account.password);
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox').first().check();
  await page.locator('main button[type=submit]').first().click();
  await page.waitForURL(/\/applications\/[0-9a-f-]{36}/);
  const address = `${world.url}/applications/${/[0-9a-f-]{36}/.exec(page.url())?.[0]}`;
  await page.goto(`${address}/boxes`);
  return address;
}

const saved = (page: Page) => page.locator('output[data-island="saved"]');

test('typing saves itself, lights the box on the paper, and asks only for what the transport needs', async ({
  page,
}) => {
  const seen = watchConsole(page);
  await begin(page);
  await expect(page.locator('.field-error')).toHaveCount(0);

  await page.getByLabel('荷受人名').focus();
  const lit = async (box: string): Promise<boolean> =>
    (await page.evaluate(`getComputedStyle(document.querySelector('.paper-box-${box}')).stroke`)) !== 'none';
  expect([await lit('2'), await lit('5')]).toEqual([true, false]);
  const picture = await page.locator('img[data-island="paper"]').getAttribute('src');
  await page.keyboard.type('ＳＡＭＰＬＥ IMPORTS INC.');
  await expect(saved(page)).toHaveText('未保存');
  await expect(saved(page)).toHaveText(/^\d\d:\d\d 保存済み$/);
  await expect(page.locator('img[data-island="paper"]')).not.toHaveAttribute('src', picture ?? '');

  // What is wrong is said at its field, and mended with one press.
  await expect(page.locator('[id="f-consignee.name-error"]')).toContainText('全角文字');
  await expect(page.getByLabel('荷受人名')).toHaveAttribute('aria-describedby', /f-consignee\.name-error/);
  await page.getByRole('button', { name: '全角文字などを直す' }).click();
  await expect(page.getByLabel('荷受人名')).toHaveValue('SAMPLE IMPORTS INC.');
  await expect(page.getByRole('button', { name: '全角文字などを直す' })).toBeHidden();

  await page.getByLabel('輸送手段の書き方').selectOption('l');
  await expect(page.getByLabel('便名')).toBeVisible();
  await expect(page.getByLabel('船名')).toBeHidden();
  expect(await lit('5')).toBe(false);
  await page.getByLabel('便名').focus();
  expect(await lit('5')).toBe(true);
  await page.keyboard.type('JL005');
  // Enter saves, and leads nowhere.
  await page.keyboard.press('Enter');
  await expect(saved(page)).toHaveText(/保存済み$/);
  await expect(page.getByLabel('便名')).toBeFocused();
  await page.getByLabel('輸送手段の書き方').selectOption('a');
  await expect(page.getByLabel('船名')).toBeVisible();
  await expect(page.getByLabel('便名')).toBeVisible(); // it holds a text, so it can be emptied
  await expect(saved(page)).toHaveText(/保存済み$/);
  await page.reload();
  await expect(page.getByLabel('便名')).toHaveValue('JL005');

  await page.getByRole('button', { name: '保存して商品へ進む' }).click();
  await expect(page.getByRole('alert')).toContainText('荷受人の国名を入れてください');
  await page.getByRole('link', { name: '荷受人の国名を入れてください' }).click();
  await expect(page.getByLabel('荷受人の国名')).toBeFocused();
  await checkPage(page);
  expect(seen.errors).toEqual([]);
});

test('two windows on one application, and a broken line: nothing typed is lost', async ({ page, context }) => {
  const address = await begin(page);
  const second = await context.newPage();
  await second.goto(`${address}/boxes`);
  await second.getByLabel('荷印・荷番号', { exact: true }).fill('THEIRS');
  await second.keyboard.press('Tab');
  await expect(saved(second)).toHaveText(/保存済み$/);
  await page.getByLabel('荷印・荷番号', { exact: true }).fill('MINE');
  await expect(saved(page)).toContainText('ほかの画面で先に保存されています');
  await expect(page.getByLabel('荷印・荷番号', { exact: true })).toHaveValue('MINE');
  await expect(saved(page)).toHaveAttribute('data-state', 'conflict');
  await page.getByRole('button', { name: '保存する', exact: true }).first().click();
  await expect(page.getByText('THEIRS')).toBeVisible();
  // What the page shows is not what is saved, and it says so until a person has decided.
  await expect(saved(page)).toHaveText(/^未保存/);
  await checkPage(page);
  await expect(page.getByLabel('荷印・荷番号', { exact: true })).toHaveValue('MINE');
  await page.getByRole('button', { name: '保存する', exact: true }).last().click();

  await context.setOffline(true);
  await page.getByLabel('宣誓の場所').fill('Kobe, Japan');
  await expect(saved(page)).toContainText('通信できません');
  // Nothing is posted into the void: the form stays.
  await page.getByRole('button', { name: '保存して商品へ進む' }).click();
  await expect(page.getByLabel('宣誓の場所')).toHaveValue('Kobe, Japan');
  await context.setOffline(false);
  await expect(saved(page)).toHaveText(/保存済み$/, { timeout: 15_000 });
  await page.getByRole('button', { name: '保存して商品へ進む' }).click();
  await page.waitForURL(/checked/);
  await expect(page.getByLabel('宣誓の場所')).toHaveValue('Kobe, Japan');
  await expect(page.getByLabel('荷印・荷番号', { exact: true })).toHaveValue('MINE');
});

test('a text that is pasted too long stays whole, is refused at its field, and is saved once it is shortened', async ({
  page,
}) => {
  await begin(page);
  const address = page.getByLabel('荷受人の住所');
  await address.fill('X'.repeat(5000));
  await expect(saved(page)).toHaveAttribute('data-state', 'refused');
  await expect(page.locator('[id="f-consignee.address-error"]')).toContainText('500文字まで');
  await expect(address).toHaveValue('X'.repeat(5000));
  await checkPage(page);
  await address.fill('1 Example Road');
  await expect(saved(page)).toHaveText(/保存済み$/);
  await expect(page.locator('[id="f-consignee.address-error"]')).toHaveCount(0);
});

test('the request sheet saves itself too', async ({ page }) => {
  const address = await begin(page);
  await page.goto(`${address}/request`);
  await page.getByLabel('金属・金属製品').check();
  await expect(saved(page)).toHaveText('未保存');
  await expect(saved(page)).toHaveText(/保存済み$/);
  await page.getByLabel('割り印').check();
  await expect(page.locator('[id="f-request.tallySeal-error"]')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('金属・金属製品')).toBeChecked();
  await expect(page.getByLabel('割り印')).toBeChecked();
  await checkPage(page);
});

test('the invoice is attached, seen page by page beside the signature, and taken off again', async ({ page }) => {
  const seen = watchConsole(page);
  const address = await begin(page);
  await page.goto(`${address}/evidence`);
  await checkPage(page);
  await page
    .getByLabel('典拠インボイスのPDF')
    .setInputFiles({ name: '請求書.pdf', mimeType: 'application/pdf', buffer: invoicePdf() });
  await page.getByRole('button', { name: '典拠インボイスを添付する' }).click();
  await expect(page.getByRole('heading', { name: '請求書.pdf' })).toBeVisible();
  for (const alt of ['請求書.pdf 1ページ', 'Hanako Mihon の登録署名']) {
    await page.getByAltText(alt).scrollIntoViewIfNeeded();
    await expect(page.getByAltText(alt)).toHaveJSProperty('complete', true);
    await expect(page.getByAltText(alt)).not.toHaveJSProperty('naturalWidth', 0);
  }
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'PDFを保存 (請求書.pdf)' }).click();
  expect((await download).suggestedFilename()).toBe('請求書.pdf');
  await checkPage(page);
  await page.getByRole('button', { name: '外す (請求書.pdf)' }).click();
  await expect(page.getByText('典拠インボイスはまだ添付されていません')).toBeVisible();
  expect(seen.errors).toEqual([]);
});
