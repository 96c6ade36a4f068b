// A clerk pastes an invoice's table from Excel, moves through it by keyboard, mends what is wrong, and takes goods from a file.

import { expect, type Page, test } from '@playwright/test';
import { findActorByKey } from '../../src/accounts/api-keys.ts';
import type { Ctx } from '../../src/accounts/context.ts';
import { originKinds } from '../../src/applications/forms/forms.ts';
import { readOfKind } from '../../src/applications/read.ts';
import { saveBoxes } from '../../src/applications/save.ts';
import { startApplication } from '../../src/applications/start.ts';
import { startServedWorld } from '../world.ts';
import { checkPage, watchConsole } from './page-check.ts';

let world: Awaited<ReturnType<typeof startServedWorld>>;
let ctx: Ctx;
let id: string;
test.beforeAll(async () => {
  world = await startServedWorld();
  const { db, jobs, outside } = world.house;
  const actor = await findActorByKey(db, world.account('user').apiKey);
  if (!actor) throw new Error('no user');
  ctx = { db, jobs, outside, now: world.now(), actor };
});
test.afterAll(() => world.close());
test.beforeEach(async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: world.url });
  id = (await startApplication(ctx, { kind: 'origin', oath: true })).applicationId;
  const account = world.account('user');
  await page.goto(`${world.url}/applications/${id}/goods`);
  await page.getByLabel('商工会議所コード').fill(account.chamber);
  await page.getByLabel('ID', { exact: true }).fill(account.id);
  await page.getByLabel('パスワード').fill(account.password);
  await page.keyboard.press('Enter');
  await expect(page.locator('form[data-ready]')).toBeVisible();
});

const saved = async () => (await readOfKind(ctx, originKinds, id)).application.content.goods;
const cell = (page: Page, row: number, column: string) => page.getByLabel(`${row}行目 ${column}`, { exact: true });

const said = (page: Page) => page.locator('[data-part="say"]');

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  await page.keyboard.press('Control+V');
}

test('a table from Excel with quotes, tabs and line breaks, keys, an error and its mend', async ({ page }) => {
  const seen = watchConsole(page);
  await cell(page, 1, '商品名').click();
  const before = await cell(page, 1, '商品名').boundingBox();
  await paste(
    page,
    '3/4" BOLT\t0101.20\tJAPAN\t1,200\tPCS\r\n"Ball ""A"" bearings\tof steel\nclass 2"\t848210\t\tabout 5\tKGS\r\n',
  );
  await expect(said(page)).toContainText('2行を貼り付けました');
  // The notice moves nothing: what lies under the pointer is still the cell, not the button that undoes.
  expect((await cell(page, 1, '商品名').boundingBox())?.y).toBe(before?.y);
  await expect(page.locator('[data-part="pager-top"]')).toHaveText('1–2行目 / 全2行');
  // The quantity, and the tab within the description, which no certificate can print.
  await expect(said(page)).toContainText('直すところが2か所');
  await expect(page.locator('[data-island="saved"]')).toHaveText('10:00 保存済み');
  expect(await saved()).toMatchObject([
    { description: '3/4" BOLT', hsCode: '0101.20', origin: 'JAPAN', quantity: '1,200', unit: 'PCS' },
    { description: 'Ball "A" bearings\tof steel\nclass 2', hsCode: '848210', quantity: 'about 5', unit: 'KGS' },
  ]);
  await expect(page.locator('[data-total="quantities"]')).toHaveText('1,200 PCS');

  // What is wrong stands at its cell; the keys lead there, and mending takes it away.
  const wrong = cell(page, 2, '数量');
  await expect(wrong).toHaveAttribute('aria-invalid', 'true');
  await expect(wrong).toHaveAccessibleDescription(/数量「about 5」は/);
  await checkPage(page);
  await cell(page, 1, '原産国').focus();
  await page.keyboard.press('ArrowRight');
  await expect(cell(page, 1, '数量')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(wrong).toBeFocused();
  await page.keyboard.type('5.50');
  await expect(wrong).not.toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('[data-total="quantities"]')).toHaveText('1,200 PCS、5.50 KGS');
  await page.keyboard.press('ArrowUp');
  await expect(cell(page, 1, '数量')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(cell(page, 2, '荷印・荷番号')).toBeFocused();
  await expect.poll(async () => (await saved())[1]?.quantity).toBe('5.50');

  // Undo of a paste, and a heading row that puts columns in order.
  await cell(page, 3, '商品名').click();
  await paste(page, '数量単位\t商品名\t数量\nSETS\tHand tools\t3\n');
  await expect(cell(page, 3, '商品名')).toHaveValue('Hand tools');
  await expect.poll(async () => (await saved()).length).toBe(3);
  await page.keyboard.press('Control+Z');
  await expect(cell(page, 3, '商品名')).toHaveValue('');
  await expect.poll(async () => (await saved()).length).toBe(2);
  expect(seen.errors).toEqual([]);
});

test('keys of an input method stay with it', async ({ page }) => {
  await cell(page, 1, '商品名').focus();
  await page.evaluate(`document.activeElement.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))`);
  await expect(cell(page, 1, '商品名')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(cell(page, 2, '商品名')).toBeFocused();
});

test('5,000 lines in one paste fill the pages behind; one line more is refused and taken back', async ({ page }) => {
  const rows = (n: number) =>
    Array.from({ length: n }, (_, i) => `Steel bolt ${i + 1}\t848210\tJAPAN\t10\tPCS`).join('\r\n');
  await cell(page, 1, '商品名').click();
  await paste(page, rows(60));
  await expect(page.locator('[data-part="pager-top"]')).toContainText('全60行');
  await page.keyboard.press('Control+Z'); // takes back the ten behind the page too
  await expect(said(page)).toContainText('元に戻しました');
  expect(await saved()).toEqual([]);
  await paste(page, rows(5000));
  await expect(said(page)).toContainText('この画面に入らない4,950行は、次のページ以降に加えて保存しました');
  await expect(page.locator('[data-part="pager-top"]')).toContainText('1–50行目 / 全5,000行');
  await expect(page.locator('[data-total="quantities"]')).toHaveText('50,000 PCS');
  expect((await saved()).at(-1)?.description).toBe('Steel bolt 5000');

  await page.locator('[data-part="pager-top"]').getByRole('button', { name: '最後' }).click();
  await expect(cell(page, 5000, '商品名')).toHaveValue('Steel bolt 5000');
  await cell(page, 5000, '商品名').click();
  await paste(page, rows(7));
  await expect(said(page)).toContainText('商品は5,000行までです');
  await expect(said(page)).toContainText('表は元のままです');
  await expect(cell(page, 5000, '商品名')).toHaveValue('Steel bolt 5000');
  expect(await saved()).toHaveLength(5000);
});

test('who saved first is not overwritten unasked, and nothing typed is lost', async ({ page }) => {
  await saveBoxes(ctx, { kinds: originKinds, applicationId: id, boxes: { marks: 'N/M' } });
  await cell(page, 1, '商品名').fill('Typed in this window');
  await expect(said(page)).toContainText('ほかの画面で先に保存されています');
  expect(await saved()).toEqual([]);
  await expect(cell(page, 1, '商品名')).toHaveValue('Typed in this window');
  await page.getByRole('button', { name: 'この画面の内容で保存する' }).click();
  await expect.poll(async () => (await saved())[0]?.description).toBe('Typed in this window');
});

test('a file is read, shown with what is wrong, and taken over', async ({ page }) => {
  const seen = watchConsole(page);
  await page.getByLabel('商品のファイル').setInputFiles({
    ...{ name: 'invoice.tsv', mimeType: 'text/plain' },
    buffer: Buffer.from('\uFEFF商品名\t数量\t数量単位\n3/4" BOLT of steel\tx\tPCS\nSteel nut\t5\tPCS\n', 'utf16le'),
  });
  await page.getByRole('button', { name: '読み取る' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ファイルから商品を取り込む');
  await expect(page.getByRole('row', { name: /2.*B 数量.*数量「x」は/ })).toBeVisible();
  await checkPage(page);
  await page.getByRole('button', { name: '商品として取り込む' }).click();
  await expect(cell(page, 1, '商品名')).toHaveValue('3/4" BOLT of steel');
  await page.getByRole('link', { name: /1行目 数量/ }).click();
  await expect(cell(page, 1, '数量')).toBeFocused();
  expect(seen.errors).toEqual([]);
});
