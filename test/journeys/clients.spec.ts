// 代行業者's clerk: signs in once, adds a second client, switches in one click; the signatory ends the agency.
import { expect, test } from '@playwright/test';
import { clerkOf, makeAgent } from '../agent-people.ts';
import { contextOf, readyApplication } from '../deeds.ts';
import { makeOtherFirm } from '../other-firm.ts';
import { startServedWorld } from '../world.ts';
import { checkPage, signIn, watchConsole } from './page-check.ts';

let world: Awaited<ReturnType<typeof startServedWorld>>;
test.beforeAll(async () => {
  world = await startServedWorld();
});
test.afterAll(() => world.close());

test('added once by its password, switched to with its case, and ended with the agency', async ({ browser }) => {
  const agent = await makeAgent(world, { number: '9901-700200' });
  const other = await makeOtherFirm(world);
  const mine = await clerkOf(world, await contextOf(world, 'user'), agent);
  const theirs = await clerkOf(world, other.ctx, agent);
  await readyApplication(mine.ctx);
  const id = await readyApplication(theirs.ctx);

  const clerk = await (await browser.newContext({ locale: 'ja-JP' })).newPage();
  const seen = watchConsole(clerk);
  await signIn(clerk, world.url, mine);
  await expect(clerk.locator('.header')).toContainText('株式会社見本貿易(デモ)');
  await clerk.getByRole('link', { name: '取引先の切替' }).click();
  await checkPage(clerk);
  await clerk.getByLabel('商工会議所コード').fill('9901');
  await clerk.getByLabel('サブID', { exact: true }).fill(theirs.id);
  await clerk.getByLabel('パスワード').fill(theirs.password);
  await clerk.getByRole('button', { name: '加える' }).click();
  await expect(clerk.getByRole('heading', { name: '別の会社 のサブIDを加えました' })).toBeVisible();
  await checkPage(clerk);
  await clerk.getByRole('button', { name: /切り替えて開く/ }).click();
  await expect(clerk).toHaveURL(new RegExp(`/applications/${id}$`));
  await expect(clerk.locator('.header')).toContainText('別の会社');
  await expect(clerk.locator('.header')).not.toContainText('見本貿易');
  await checkPage(clerk);

  const user = await (await browser.newContext({ locale: 'ja-JP' })).newPage();
  await signIn(user, world.url, world.account('user'));
  await user.goto(`${world.url}/sub-ids`);
  await checkPage(user);
  await user.getByRole('link', { name: /この代行業者のサブIDをすべて終了する/ }).click();
  await checkPage(user);
  await user.getByRole('button', { name: 'すべて終了する' }).click();
  await expect(user.getByRole('heading', { name: /のサブIDをすべて終了しました/ })).toBeVisible();
  // The clerk goes on for the other client, and no more for this one.
  await clerk.goto(`${world.url}/account/clients`);
  await expect(clerk.getByText('株式会社見本貿易(デモ)')).toHaveCount(0);
  expect(seen.errors).toEqual([]);
});
