// 登録更新 with a signatory who leaves and one who comes; 登録切替 from the paper register, by people at browsers.
import { expect, type Page, test } from '@playwright/test';
import { inChamber } from '../../src/lib/db.ts';
import { readyApplication } from '../deeds.ts';
import { startServedPayingWorld } from '../paying-world.ts';
import {
  accept,
  addSignatory,
  choosePassword,
  fillFirm,
  mailedLink,
  receivePapers,
  send,
  somebody,
} from './firm-steps.ts';
import { signIn } from './page-check.ts';

let world: Awaited<ReturnType<typeof startServedPayingWorld>>;
test.beforeAll(async () => {
  world = await startServedPayingWorld();
});
test.afterAll(() => world.close());

async function examine(page: Page, firm: string): Promise<void> {
  await page.goto(`${world.url}/desk/registrations`);
  await page
    .getByRole('row', { name: firm })
    .getByRole('link', { name: /^T\d{4}-/ })
    .click();
  await receivePapers(page);
}

test('登録切替: begun by the number of the paper registration, accepted free of charge, with the term that was left', async ({
  browser,
}) => {
  test.slow(); // two people
  const [{ page }, staff] = [await somebody(browser), await somebody(browser)];
  const mail = 'kirikae@kami.example';
  await page.goto(`${world.url}/registration/9901`);
  await page.getByRole('link', { name: '登録切替を始める' }).click();
  await page.getByLabel('今の登録番号').fill('100001');
  await page.getByLabel('メールアドレス').fill(mail);
  await page.getByLabel('規程を読み、同意します。').check();
  await page.getByRole('button', { name: '同意して、ご案内のメールを受け取る' }).click();
  await page.goto(await mailedLink(world, mail, '/registration/open'));
  await page.getByRole('link', { name: '入力を続ける' }).click();
  // Name and 法人番号 are there, from the paper register.
  await fillFirm(page, {});
  await addSignatory(page, { ja: '見本 海', en: 'Umi Mihon', mail: 'umi@kami.example' });
  await send(page);

  await signIn(staff.page, world.url, world.account('certifier'));
  await examine(staff.page, '見本海産');
  await staff.page.getByRole('link', { name: '受理の確認へ' }).click();
  await expect(staff.page.locator('main')).toContainText('2027年12月21日'); // 400 days after the 16th of November 2026
  await staff.page.getByRole('button', { name: '受理する' }).click();
  await expect(staff.page.getByRole('status')).toContainText('受理');
  expect(staff.errors).toEqual([]);
});

test('登録更新: a signatory leaves, his successor finds the drafts and signs them', async ({ browser }) => {
  test.slow(); // three people
  const draft = await readyApplication(await world.firm());
  world.turn({ days: 690 }); // ten days before the end
  const [administrator, staff, successor] = [await somebody(browser), await somebody(browser), await somebody(browser)];
  const { page } = administrator;
  await signIn(page, world.url, world.account('administrator'));
  await page.getByRole('link', { name: '貿易登録', exact: true }).click();
  await page.getByRole('link', { name: '登録更新・登録変更の手続き' }).click();
  await page.getByLabel('登録更新', { exact: true }).check();
  await page.getByLabel('規程を読み、同意します。').check();
  await page.getByRole('button', { name: '手続きを始める' }).click();
  await fillFirm(page, { 法人番号: '9000000000000' });
  await addSignatory(page, { ja: '後任 健二', en: 'Kenji Koukei', mail: 'kenji@mihon.example' });
  await page.getByRole('link', { name: /^退く・後任を選ぶ.*Hanako Mihon/ }).click();
  await page.getByLabel('この方は署名者を退きます').check();
  await page.getByLabel('後任').selectOption({ label: 'Kenji Koukei' });
  await page.getByRole('button', { name: '保存する' }).click();
  await send(page);

  await signIn(staff.page, world.url, world.account('certifier'));
  await examine(staff.page, '見本貿易');
  await expect(staff.page.locator('main')).toContainText('Kenji Koukei');
  await accept(staff.page);

  const account = await inChamber(world.house.db, '9901', (trx) =>
    trx.selectFrom('account').select('login_id').where('mail', '=', 'kenji@mihon.example').executeTakeFirstOrThrow(),
  );
  await choosePassword(world, successor.page, 'kenji@mihon.example', account.login_id);
  await successor.page.goto(`${world.url}/applications/${draft}`);
  await expect(successor.page.locator('main')).toContainText('署名者後任 健二');
  for (const one of [administrator, staff, successor]) expect(one.errors).toEqual([]);
});
