// What comes after payment when it does not go by itself: a certificate that cannot be made, and one that the firm did not
// print in time. Both are the chamber's to mend, at its desk.
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { holdStuck } from '../../src/certificates/held.ts';
import { SigningKeyProblem } from '../../src/outside/signer.ts';
import { reconcilePayment } from '../../src/payments/reconcile.ts';
import { startPayment } from '../../src/payments/start-payment.ts';
import { payAndIssue, printedOf } from '../issued.ts';
import { pay, startServedPayingWorld } from '../paying-world.ts';
import { checkPage, signIn, watchConsole } from './page-check.ts';

let world: Awaited<ReturnType<typeof startServedPayingWorld>>;
test.beforeAll(async () => {
  world = await startServedPayingWorld({ worker: false });
});
test.afterAll(() => world.close());
test.describe.configure({ mode: 'serial' }); // the clock is turned

/** Signed in, in a browser of his own. */
async function somebody(browser: Browser, as: string): Promise<{ page: Page; seen: { errors: string[] } }> {
  const page = await (await browser.newContext()).newPage();
  const seen = watchConsole(page);
  await signIn(page, world.url, world.account(as));
  return { page, seen };
}

async function download(page: Page, button: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
  expect(await file.failure()).toBeNull();
  return file.suggestedFilename();
}

test('保留: paid and not issued; the chamber sees it, reads why, lets it go on; the firm prints', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const [id = ''] = await world.certified(1);
  const { paymentId, url } = await startPayment(await world.firm(), { applicationIds: [id], locale: 'ja' });
  await pay(url);
  await reconcilePayment(world.open(), paymentId);
  // The fault: the chamber's signing key is out of reach. The worker cannot make the papers, however often it tries.
  const key = join(world.files, 'keys', '9901');
  renameSync(key, `${key}-away`);
  await expect(world.work()).rejects.toThrow(SigningKeyProblem);
  const staff = await somebody(browser, 'certifier');
  await expect(staff.page.getByText('証明書を交付できていない案件')).toHaveCount(0); // its five minutes are not over
  world.turn({ minutes: 6 });
  expect(await holdStuck(world.open())).toBe(1);

  const firm = await somebody(browser, 'user');
  await firm.page.goto(`${world.url}/applications/${id}`);
  await expect(firm.page.locator('.next-step')).toContainText('商工会議所が確認しています');
  await expect(firm.page.getByText('5分以内')).toHaveCount(0); // why is the chamber's affair

  const { page } = staff;
  await page.reload();
  await expect(page.getByRole('heading', { name: /証明書を交付できていない案件が1件あります/ })).toBeVisible();
  await checkPage(page);
  await page.getByRole('link', { name: '保留の案件を見る' }).click();
  await expect(page.getByRole('row')).toHaveCount(2);
  await checkPage(page);
  await page.getByRole('row').nth(1).getByRole('link').click();
  await expect(page.locator('.next-step')).toContainText('支払いから5分以内に証明書を作成できませんでした');
  await checkPage(page);

  renameSync(`${key}-away`, key);
  await page.getByRole('button', { name: 'もう一度交付する' }).click();
  await expect(page.getByRole('status')).toContainText('交付を再開しました');
  await expect(page.locator('.next-step')).toContainText('決済済');
  await world.work();
  await page.goto(world.url);
  await expect(page.getByText('証明書を交付できていない案件')).toHaveCount(0);

  await firm.page.reload();
  await firm.page.getByRole('link', { name: '証明書を印刷する' }).click();
  expect(await download(firm.page, 'ORIGINALをダウンロード')).toMatch(/^9901-2026-\d{6}-\w-ORIGINAL\.pdf$/);
  expect(world.mails.filter((mail) => mail.subject.includes('証明書の交付'))).toHaveLength(1);
  expect([...staff.seen.errors, ...firm.seen.errors]).toEqual([]);
});

test('印刷期間: found by its number after the window, set anew with a reason; the firm reads it and prints', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const [id = ''] = await world.certified(1);
  await payAndIssue(world, [id]);
  const { number } = await printedOf(world, id);
  world.turn({ days: 20 });
  const firm = await somebody(browser, 'user');
  await firm.page.goto(`${world.url}/applications/${id}/print`);
  await expect(firm.page.locator('.next-step')).toContainText('印刷期間終了');

  // By keyboard, as the number is read out on the telephone; with a slip first.
  const { page, seen } = await somebody(browser, 'certifier');
  await page.getByRole('link', { name: '審査', exact: true }).click();
  const box = page.getByLabel('受付番号・証明書番号');
  await box.fill(`${number.slice(0, -1)}?`);
  await box.press('Enter');
  await expect(page.getByRole('alert')).toContainText('終わりの文字まで');
  await checkPage(page);
  await page.getByRole('alert').getByRole('link').press('Enter');
  await expect(box).toBeFocused();
  await box.fill(number.toLowerCase());
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${world.url}/desk/applications/${id}`);
  const printing = page.getByRole('region', { name: '証明書の印刷' });
  await expect(printing).toContainText('印刷期間終了');
  await expect(printing).toContainText(number);
  await checkPage(page);

  const button = printing.getByRole('button', { name: 'もう一度印刷できるようにする' });
  await button.press('Enter');
  await expect(page.getByRole('alert')).toContainText('理由を入れてください');
  await checkPage(page);
  await printing.getByLabel(/^理由/).fill('プリンターの故障');
  await button.press('Enter');
  await expect(page.getByRole('status')).toContainText('ORIGINALとCOPYを何度でもダウンロードできます');
  await expect(printing).toContainText('印刷期間中');

  await world.work();
  const mail = world.mails.find(({ subject }) => subject.includes('印刷期間のお知らせ')); // sent in any order
  expect(mail?.text).toContain(`${world.url}/applications/${id}/print`);
  await firm.page.reload();
  await expect(firm.page.locator('.next-step')).toContainText('理由: プリンターの故障');
  await checkPage(firm.page);
  expect(await download(firm.page, 'COPYをダウンロード')).toBe(`${number}-COPY.pdf`);
  await page.reload();
  await expect(printing.getByRole('row', { name: /COPY/ })).toContainText('見本 花子');
  expect([...seen.errors, ...firm.seen.errors]).toEqual([]);
});
