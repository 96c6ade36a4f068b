// 2段階認証: an app, a passkey, a recovery code; and half an hour later, before what counts most, once more.
import { expect, type Page, test } from '@playwright/test';
import { approveApplication } from '../../src/applications/examine.ts';
import { readDeskCase } from '../../src/applications/read-desk.ts';
import { submitApplication } from '../../src/applications/submit.ts';
import { codesOf } from '../authenticator.ts';
import { contextOf, readyApplication } from '../deeds.ts';
import { startServedWorld } from '../world.ts';
import { checkPage, signIn, watchConsole } from './page-check.ts';

let world: Awaited<ReturnType<typeof startServedWorld>>;
test.beforeAll(async () => {
  world = await startServedWorld();
});
test.afterAll(() => world.close());

const heading = (page: Page) => expect(page.getByRole('heading', { level: 1 }));

/** Out, and in again as far as the second factor. */
async function toSecondStep(page: Page): Promise<void> {
  const { chamber, id, password } = world.account('user');
  await page.getByRole('button', { name: 'サインアウト' }).click();
  await page.getByLabel('商工会議所コード').fill(chamber);
  await page.getByLabel('ID', { exact: true }).fill(id);
  await page.getByLabel('パスワード').fill(password);
  await page.keyboard.press('Enter');
  await heading(page).toHaveText('2段階認証');
}

/** A device with a fingerprint reader that always says yes. */
async function withPasskeys(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
}

test('an app is set up and asked for; then a passkey; a recovery code when both are at home', async ({ page }) => {
  const seen = watchConsole(page);
  await withPasskeys(page);
  await signIn(page, world.url, world.account('user'));
  await page.getByRole('navigation').getByRole('link', { name: '2段階認証' }).click();
  await checkPage(page);

  await page.getByRole('link', { name: '認証アプリを設定する' }).click();
  await expect(page.getByRole('img', { name: /QRコード/ })).toBeVisible();
  await checkPage(page);
  const secret = (await page.locator('code.secret').innerText()).replaceAll(' ', '');
  const code = codesOf(secret, world);
  await page.getByLabel('認証アプリのコード').fill('000000');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('コードが正しくありません');
  await checkPage(page);
  await page.getByLabel('認証アプリのコード').fill(code());
  await page.keyboard.press('Enter');
  await heading(page).toHaveText('回復コード');
  await checkPage(page);
  const recovery = await page.locator('.recovery-codes code').allInnerTexts();
  expect(recovery).toHaveLength(10);
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'テキストファイルで保存する' }).click();
  expect((await saving).suggestedFilename()).toBe('hakkyu-recovery-codes.txt');
  await page.getByRole('link', { name: '保管しました' }).click();

  await toSecondStep(page);
  await checkPage(page);
  await page.getByLabel('認証アプリのコード').fill(code());
  await page.keyboard.press('Enter');
  await heading(page).toHaveText('ホーム');

  await page.goto(`${world.url}/account/second-factor/passkey`);
  await checkPage(page);
  await page.getByLabel('名前').fill('会社のパソコン');
  await page.getByRole('button', { name: 'パスキーを作成する' }).click();
  await expect(page.getByRole('status')).toContainText('2段階認証を追加しました');
  await checkPage(page);

  await toSecondStep(page);
  await checkPage(page);
  await page.getByRole('button', { name: 'パスキーで確認する' }).click();
  await heading(page).toHaveText('ホーム');

  await toSecondStep(page);
  await page.getByText('認証アプリやパスキーを使えないとき').click();
  await page.getByLabel('回復コード').fill(recovery[0] ?? '');
  await page.getByRole('button', { name: '回復コードで確認する' }).click();
  await heading(page).toHaveText('ホーム');
  await page.goto(`${world.url}/account/second-factor`);
  await expect(page.locator('main')).toContainText('残りは9個です');

  await page.getByRole('link', { name: /変更・削除.*会社のパソコン/ }).click();
  await checkPage(page);
  await page.getByRole('button', { name: '削除する' }).click();
  await expect(page.getByRole('status')).toContainText('2段階認証を削除しました');
  expect(seen.errors).toEqual([]);
});

test('the certifier’s note is still there after half an hour and one more code', async ({ page }) => {
  const seen = watchConsole(page);
  const [firm, examiner] = [await contextOf(world, 'user'), await contextOf(world, 'examiner')];
  const applicationId = await readyApplication(firm);
  const { round } = await submitApplication(firm, { applicationId });
  const { signatories } = await readDeskCase(examiner, applicationId);
  const invoiceSignedBy = signatories[0]?.signatoryId ?? '';
  await approveApplication(examiner, { applicationId, round, invoiceSignedBy });
  const account = world.account('certifier');
  await signIn(page, world.url, account);
  await page.goto(`${world.url}/desk/applications/${applicationId}/hand-back`);
  const note = '第7欄の商品名を、インボイスの "BALL BEARINGS" とそろえてください。';
  await page.locator('[name="note"]').fill(note);
  world.turn({ minutes: 31 });
  await page.locator('form[action$="/hand-back"] button').last().click();
  await heading(page).toHaveText('ご本人の確認');
  await expect(page.locator('main')).toContainText('入力した内容は、この画面に残しています');
  await checkPage(page);
  await page.getByLabel('認証アプリのコード').fill(account.code?.() ?? '');
  await page.keyboard.press('Enter');
  await heading(page).toHaveText('入力した内容があります');
  await checkPage(page);
  await page.getByRole('button', { name: '続ける' }).click();
  await expect(page).toHaveURL(/\/desk/);
  await page.goto(`${world.url}/desk/applications/${applicationId}`);
  await expect(page.locator('main')).toContainText(note);
  expect(seen.errors).toEqual([]);
});
