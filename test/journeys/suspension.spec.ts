// 発給停止 in a browser: the chamber suspends a firm, the firm sees why and cannot submit, a certified case waits until staff let it
// go on, the firm pays for it, and the chamber lifts the suspension.
import { type Browser, expect, type Page, test } from '@playwright/test';
import { readyApplication } from '../deeds.ts';
import { pay, startServedPayingWorld } from '../paying-world.ts';
import { demoFirm } from '../sanctioning.ts';
import { checkPage, signIn, watchConsole } from './page-check.ts';

let world: Awaited<ReturnType<typeof startServedPayingWorld>>;
test.beforeAll(async () => {
  world = await startServedPayingWorld({ worker: false });
});
test.afterAll(() => world.close());

async function somebody(browser: Browser, as: string): Promise<{ page: Page; seen: { errors: string[] } }> {
  const page = await (await browser.newContext()).newPage();
  const seen = watchConsole(page);
  await signIn(page, world.url, world.account(as));
  return { page, seen };
}

test('発給停止: imposed, told to the firm, one case let go on, paid, lifted', async ({ browser }) => {
  test.setTimeout(180_000);
  const [certified = ''] = await world.certified(1);
  const draft = await readyApplication(await world.firm());
  const staff = await somebody(browser, 'certifier');
  const firm = await somebody(browser, 'user');
  const desk = staff.page;

  await desk.goto(`${world.url}/desk/register/${await demoFirm(world)}`);
  await checkPage(desk);
  await desk.getByRole('link', { name: '処分をする' }).click();
  await checkPage(desk);
  await desk.getByRole('radio', { name: '発給停止' }).check();
  await desk.getByLabel('終わりの日(その日まで)').fill('2026-12-31');
  await desk.getByRole('textbox', { name: /^理由/ }).fill('原産地の虚偽記載(罰則規程 第1条)');
  await desk.getByRole('button', { name: '確認へ進む' }).click();
  await expect(desk.getByText('承認済みで未払い 1件')).toBeVisible();
  await checkPage(desk);
  await desk.getByRole('button', { name: '発給停止の処分をする' }).click();
  await expect(desk.getByRole('status')).toContainText('処分をしました');
  await checkPage(desk);

  const { page } = firm;
  await page.goto(`${world.url}/`);
  await expect(page.getByRole('heading', { name: /発給が停止されています/ })).toBeVisible();
  await checkPage(page);
  await page.goto(`${world.url}/applications/${draft}/review`);
  await expect(page.getByText('原産地の虚偽記載')).toBeVisible();
  await page.getByRole('button', { name: '申請する' }).click();
  await expect(page.getByText('申請も認証もできません').first()).toBeVisible();
  await page.goto(`${world.url}/payments`);
  await expect(page.getByRole('cell', { name: '判断待ち' })).toBeVisible();
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await checkPage(page);

  await desk.goto(`${world.url}/`);
  await desk.getByRole('link', { name: '処分の確認へ' }).click();
  await checkPage(desk);
  await desk.getByRole('row').nth(1).getByRole('link').click();
  await expect(desk.getByRole('heading', { name: '処分のため止まっています' })).toBeVisible();
  await checkPage(desk);
  await desk.getByRole('link', { name: '進める(理由を入れる)' }).click();
  await checkPage(desk);
  await desk.getByRole('textbox').fill('船積み済みの貨物のため');
  await desk.getByRole('button', { name: 'この案件を進める' }).click();
  await expect(desk.getByText('処分があるが進める')).toBeVisible();

  await page.goto(`${world.url}/payments?application=${certified}`);
  await page.getByRole('button', { name: 'カード会社のページで支払う' }).click();
  await page.waitForURL((url) => url.origin !== world.url);
  await pay(page.url());
  await world.work();
  await page.goto(`${world.url}/payments`);
  await world.work();
  await page.goto(`${world.url}/applications/${certified}`);
  await expect(page.locator('.next-step')).not.toContainText('判断');

  await desk.goto(`${world.url}/desk/register/${await demoFirm(world)}`);
  await desk.getByRole('link', { name: '処分を解く' }).click();
  await checkPage(desk);
  await desk.getByRole('textbox').fill('是正を確認したため');
  await desk.getByRole('button', { name: '処分を解く' }).click();
  await expect(desk.getByRole('status')).toContainText('処分を解きました');
  await page.goto(`${world.url}/applications/${draft}/review`);
  await expect(page.getByText('発給が停止されています')).toHaveCount(0);
  await page.getByRole('button', { name: '申請する' }).click();
  await expect(page.locator('.next-step')).toContainText('申請中');
  expect([...staff.seen.errors, ...firm.seen.errors]).toEqual([]);
});
