// A firm has lost its administrator ID: papers at the counter, a page that asks once more, the new 貿易登録証.
import { expect, test } from '@playwright/test';
import { legalRegistration } from '../fixtures-registration.ts';
import { acceptByDeeds, sendForm } from '../registration-desk-world.ts';
import { startServedWorld } from '../world.ts';
import { checkPage, signIn, watchConsole } from './page-check.ts';

let world: Awaited<ReturnType<typeof startServedWorld>>;
test.beforeAll(async () => {
  world = await startServedWorld();
});
test.afterAll(() => world.close());

test('managing staff tick the papers, confirm, and print the certificate with the new ID', async ({ page }) => {
  const { procedureId } = await sendForm(world, 'lost@shiken.example', legalRegistration());
  const { registrationId, administratorId } = await acceptByDeeds(world, procedureId);
  const seen = watchConsole(page);
  await signIn(page, world.url, world.account('certifier'));
  await page.goto(`${world.url}/desk/register/${registrationId}`);
  await page.getByRole('link', { name: '管理者IDを再発行する' }).click();
  await checkPage(page);
  await page.getByRole('button', { name: '確認画面へ' }).click();
  await expect(page.getByRole('alert').first()).toContainText('受け取るまで再発行できません');
  await checkPage(page);
  await page.getByLabel('管理者ID再発行届を受け取り').check();
  await page.getByLabel('印鑑証明書を受け取り').check();
  await page.getByLabel('証明書の発行日').fill('2026-11-02');
  await page.getByLabel('再発行の理由').fill('担当者が退職した');
  await page.getByLabel('氏名(日本語)').fill('後任 花子(デモ)');
  await page.getByLabel('氏名(英語)').fill('Hanako Konin (Demo)');
  await page.getByLabel('電話番号').fill('00-0000-0009');
  await page.getByLabel('メールアドレス').fill('konin@shiken.example');
  await page.getByRole('button', { name: '確認画面へ' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('管理者IDの再発行の確認');
  await checkPage(page);
  await page.getByRole('button', { name: '内容を直す' }).click();
  await expect(page.getByLabel('電話番号')).toHaveValue('00-0000-0009');
  await page.getByRole('button', { name: '確認画面へ' }).click();
  await page.getByRole('button', { name: '再発行する' }).click();
  await expect(page.getByRole('status')).toContainText('新しい管理者IDは A');
  await expect(page.getByRole('status')).not.toContainText(administratorId);
  await checkPage(page);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '貿易登録証(PDF)を印刷する' }).click();
  expect((await download).suggestedFilename()).toBe('9901-000002-registration.pdf');
  expect(seen.errors).toEqual([]);
});
