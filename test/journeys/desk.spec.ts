// 審査から認証まで: an examiner takes the next case, compares, asks for corrections, sees what changed, approves; another
// person certifies. The firm's part is done by its deeds.

import { type Browser, expect, type Page, test } from '@playwright/test';
import { originKinds } from '../../src/applications/forms/forms.ts';
import { readOfKind } from '../../src/applications/read.ts';
import { saveBoxes } from '../../src/applications/save.ts';
import { submitApplication } from '../../src/applications/submit.ts';
import { contextOf, readyApplication } from '../deeds.ts';
import { startServedWorld } from '../world.ts';
import { checkPage, signIn, watchConsole } from './page-check.ts';

let world: Awaited<ReturnType<typeof startServedWorld>>;
test.beforeAll(async () => {
  world = await startServedWorld();
});
test.afterAll(() => world.close());

async function submitted(): Promise<{ id: string; receipt: string }> {
  const firm = await contextOf(world, 'user');
  const id = await readyApplication(firm);
  return { id, receipt: (await submitApplication(firm, { applicationId: id })).receiptNumber };
}

/** The firm mends box 2 and submits once more. */
async function mendAndSubmit(id: string): Promise<void> {
  const firm = await contextOf(world, 'user');
  const { application } = await readOfKind(firm, originKinds, id);
  const consignee = { ...application.content.consignee, address: '200 Other Street, Los Angeles, CA 90001' };
  await saveBoxes(firm, { kinds: originKinds, applicationId: id, boxes: { consignee } });
  await submitApplication(firm, { applicationId: id });
}

/** A colleague, in a browser of his own. */
async function colleague(browser: Browser, as: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, world.url, world.account(as));
  return page;
}

const isShown = (page: Page, name: RegExp) =>
  expect
    .poll(() =>
      page
        .getByRole('img', { name })
        .first()
        .evaluate((img) => (img as unknown as { naturalWidth: number }).naturalWidth),
    )
    .toBeGreaterThan(0);

test('from 申請中 to the certificate number, by two persons', async ({ page, browser }) => {
  test.setTimeout(120_000); // eight pages are checked for all that WCAG asks
  const { id, receipt } = await submitted();
  const seen = watchConsole(page);
  await signIn(page, world.url, world.account('examiner'));
  await checkPage(page); // the home of staff
  await page.getByRole('link', { name: '審査', exact: true }).click();
  await expect(page.getByRole('row', { name: new RegExp(receipt) })).toContainText('株式会社見本貿易(デモ)');
  await checkPage(page);

  await page.keyboard.press('n');
  await expect(page).toHaveURL(`${world.url}/desk/applications/${id}`);
  await expect(page.locator('.next-step')).toContainText('あなたが担当しています');
  await isShown(page, /見本 1枚目/);
  await isShown(page, /invoice\.pdf 1ページ目/);
  await isShown(page, /登録署名/);
  await checkPage(page);

  // The same case before a second clerk: he sees who holds it, and can only take it over openly.
  const certifier = await colleague(browser, 'certifier');
  const other = watchConsole(certifier);
  await certifier.goto(`${world.url}/desk/applications/${id}`);
  await expect(certifier.locator('.next-step')).toContainText('審査 太郎(デモ)さんが担当しています');
  await expect(certifier.getByRole('button', { name: '審査 太郎(デモ)さんから引き継ぐ' })).toBeVisible();
  await expect(certifier.getByRole('button', { name: '修正を依頼する' })).toHaveCount(0);
  await checkPage(certifier);

  await page.keyboard.press('r');
  await expect(page.getByLabel('証明依頼書', { exact: true })).toBeFocused();
  await page.keyboard.type('n'); // a letter in a field is a letter
  await expect(page.getByLabel('証明依頼書', { exact: true })).toHaveValue('n');
  await page.getByLabel('証明依頼書', { exact: true }).fill('');
  await page.getByLabel('第2欄 荷受人').fill('住所をインボイスと同じにしてください。');
  await page.getByLabel('書類(添付書類)').fill('サインのあるページを添えてください。');
  await page.getByRole('button', { name: '修正を依頼する', exact: true }).click();
  await expect(page.getByRole('status')).toContainText(`${receipt} の修正を依頼しました`);
  await checkPage(page); // the queue, empty

  await mendAndSubmit(id);
  await page.keyboard.press('n');
  await expect(page.locator('.next-step')).toContainText('再申請 2回目');
  await expect(page.getByRole('row', { name: /荷受人の住所/ })).toContainText('200 Other Street');
  await expect(page.getByRole('region', { name: '前回、修正を依頼した点' })).toContainText('サインのあるページ');
  await page.getByRole('button', { name: '審査済にする', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('どの署名者のものかを選んでください');
  await checkPage(page);
  await page.keyboard.press('a');
  await page.keyboard.press('Space');
  await expect(page.getByRole('radio', { name: 'Hanako Mihon' })).toBeChecked();
  await page.getByRole('button', { name: '審査済にする', exact: true }).click();
  await expect(page.getByRole('status')).toContainText(`${receipt} を審査済にしました`);

  await certifier.goto(`${world.url}/desk?list=approved`);
  await certifier.keyboard.press('n');
  await certifier.getByRole('link', { name: '認証する', exact: true }).click();
  await expect(certifier.getByRole('listitem').filter({ hasText: '公印' })).toContainText('Jiro Ninsho (Demo)');
  await checkPage(certifier);
  await certifier.getByRole('button', { name: '認証する', exact: true }).click();
  await expect(certifier.getByRole('status')).toContainText(/証明書番号 9901-\d{4}-000001-\w/);
  await certifier.goto(`${world.url}/desk/applications/${id}`);
  await expect(certifier.locator('.next-step')).toContainText(/証明書番号 9901-/);
  await certifier.getByRole('link', { name: '承認を取り消す' }).click();
  await checkPage(certifier);
  expect([...seen.errors, ...other.errors]).toEqual([]);
});

test('the keys step through rows and pages, and can be turned off', async ({ page }) => {
  const [first, second] = [await submitted(), await submitted()];
  await signIn(page, world.url, world.account('examiner'));
  await page.goto(`${world.url}/desk`);
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: first.receipt })).toBeFocused();
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: second.receipt })).toBeFocused();
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(first.receipt);
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: /invoice\.pdf 1ページ目/ })).toBeFocused();
  await page.keyboard.press('h');
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: /見本 1枚目/ })).toBeFocused();

  await page.getByText('キーボードの操作').click();
  await checkPage(page);
  await page.getByLabel('1文字のキーによる操作を使う').uncheck();
  await page.keyboard.press('n');
  await page.reload();
  await page.keyboard.press('n');
  await page.getByText('キーボードの操作').click();
  await expect(page.getByLabel('1文字のキーによる操作を使う')).not.toBeChecked();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(first.receipt);
});
