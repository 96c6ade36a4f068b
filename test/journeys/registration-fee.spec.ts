// Somebody without an ID pays the registration fee by card, with 3-D Secure, and comes back to his form; the chamber, which
// has told him the fee, accepts.
import { expect, test } from '@playwright/test';
import { startServedPayingWorld } from '../paying-world.ts';
import { examinedForm } from '../registration-fee-world.ts';
import { checkPage, signIn, watchConsole } from './page-check.ts';
import { typeCard } from './type-card.ts';

type Served = Awaited<ReturnType<typeof startServedPayingWorld>>;
let world: Served;
test.beforeAll(async () => {
  world = await startServedPayingWorld();
});
test.afterAll(() => world.close());

async function linkTo(address: string, subject: string): Promise<string> {
  const isTold = () => world.mails.some((one) => one.to === address && one.subject.includes(subject));
  await expect.poll(isTold).toBe(true);
  // The link comes in a mail of its own, behind the one that tells.
  await world.work();
  const text = world.mails.findLast((one) => one.to === address && one.text.includes('#'))?.text ?? '';
  return /https?:\S+\/registration\/open#\S+/.exec(text)?.[0] ?? '';
}

test('told at the desk, paid by card, back at the form, accepted', async ({ browser }) => {
  test.slow(); // every page on the way is given to axe
  const { procedureId, mail } = await examinedForm(world);
  const desk = await (await browser.newContext({ locale: 'ja-JP' })).newPage();
  await signIn(desk, world.url, world.account('certifier'));
  await desk.goto(`${world.url}/desk/registrations/${procedureId}`);
  await expect(desk.getByRole('radio', { name: /^非会員/ })).toBeChecked();
  await checkPage(desk);
  await desk.getByRole('button', { name: '登録料を知らせる' }).click();
  await expect(desk.getByText('非会員の登録料 16,500円(税込) を知らせました')).toBeVisible();
  await checkPage(desk);

  const page = await (await browser.newContext({ locale: 'ja-JP' })).newPage();
  const seen = watchConsole(page);
  await page.goto(await linkTo(mail, '登録料のお支払いのお願い'));
  await expect(page.getByRole('heading', { name: '登録料をお支払いください' })).toBeVisible();
  await checkPage(page);
  await page.getByRole('button', { name: 'カード会社のページで支払う' }).dblclick();
  await expect(page).toHaveURL(new RegExp(`^${world.company.url}/pay/`));
  await expect(page.locator('main')).toContainText('16,500');

  // Back, and on again: the same payment. The desk sees that it is under way.
  await page.goto(`${world.url}/registration/forms/${procedureId}`);
  await expect(page.getByRole('heading', { name: '登録料のお支払いの途中です' })).toBeVisible();
  await checkPage(page);
  await desk.reload();
  await expect(desk.getByText('オンラインで支払い手続き中')).toBeVisible();
  await expect(desk.getByRole('button', { name: /を受領した/ })).toHaveCount(0);
  await page.getByRole('button', { name: '支払いを続ける' }).click();
  await typeCard(page);

  await expect(page).toHaveURL(`${world.url}/registration/forms/${procedureId}?returned`);
  await expect(page.getByRole('heading', { name: '登録料のお支払いが済みました' })).toBeVisible({ timeout: 20_000 });
  await checkPage(page);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'ご利用明細(PDF)' }).click();
  expect((await download).suggestedFilename()).toMatch(/^T2026-\d{6}-statement\.pdf$/);

  await desk.reload();
  await expect(desk.getByText('支払済', { exact: true })).toBeVisible();
  await checkPage(desk);
  await desk.getByRole('link', { name: '受理の確認へ' }).click();
  await expect(desk.getByText('登録料 16,500円(税込) は支払い済みです。')).toBeVisible();
  await checkPage(desk);
  await desk.getByRole('button', { name: '受理する' }).click();
  await expect(desk.getByRole('heading', { name: '受理しました' })).toBeVisible();
  await page.reload();
  await expect(page.locator('.next-step')).toContainText('受理');
  expect(seen.errors).toEqual([]);
});

test('back before the card company knows: the page says so, and changes by itself', async ({ browser }) => {
  const { procedureId, mail } = await examinedForm(world);
  const desk = await (await browser.newContext({ locale: 'ja-JP' })).newPage();
  await signIn(desk, world.url, world.account('certifier'));
  await desk.goto(`${world.url}/desk/registrations/${procedureId}`);
  await desk.getByRole('button', { name: '登録料を知らせる' }).click();
  const page = await (await browser.newContext({ locale: 'ja-JP' })).newPage();
  await page.goto(await linkTo(mail, '登録料のお支払いのお願い'));
  await page.getByRole('button', { name: 'カード会社のページで支払う' }).click();
  await expect(page).toHaveURL(new RegExp(`^${world.company.url}/pay/`));
  const paying = page.url();
  await page.goto(`${world.url}/registration/forms/${procedureId}?returned`);
  await expect(page.getByRole('heading', { name: 'お支払いを確認しています' })).toBeVisible();
  await checkPage(page);
  const other = await page.context().newPage();
  await other.goto(paying);
  await typeCard(other);
  await other.close();
  await expect(page.getByRole('heading', { name: '登録料のお支払いが済みました' })).toBeVisible({ timeout: 20_000 });
});
