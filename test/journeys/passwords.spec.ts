// Somebody has forgotten the password: asks for a link, opens it from the mail, chooses a new one and signs in with it.
import { expect, type Page, test } from '@playwright/test';
import { startServedWorld } from '../world.ts';
import { checkPage, signIn, watchConsole } from './page-check.ts';

type Served = Awaited<ReturnType<typeof startServedWorld>>;
let world: Served;
test.beforeAll(async () => {
  world = await startServedWorld();
});
test.afterAll(() => world.close());

const phone = { width: 360, height: 740 };
const good = 'otter umbrella glacier notebook';

async function askForLink(page: Page, account: { chamber: string; id: string }): Promise<string> {
  await page.goto(`${world.url}/sign-in`);
  await page.getByRole('link', { name: 'パスワードを忘れたとき' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('パスワードを忘れたとき');
  await checkPage(page);
  await page.getByLabel('商工会議所コード').fill(account.chamber);
  await page.getByLabel('ID', { exact: true }).fill(account.id);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toContainText('受け付けました');
  await checkPage(page);
  await world.work();
  const link = /http:\/\/\S+\/link#\S+/.exec(world.mails.map((mail) => mail.text).join('\n'))?.[0];
  if (!link) throw new Error('no link was mailed');
  return link;
}

test('on a phone: forgotten, the mail’s link, a new password, signed in', async ({ page }) => {
  await page.setViewportSize(phone);
  const seen = watchConsole(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const account = world.account('user');
  const link = await askForLink(page, account);
  const code = link.split('#')[1] ?? '';

  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('パスワードを決める');
  await expect(page.getByText('U0001')).toBeVisible();
  await checkPage(page);
  // The code is in no address that was asked for, and not in the one that the browser shows or remembers.
  expect(asked.filter((url) => url.includes(code))).toEqual([]);
  expect(page.url()).not.toContain(code);

  await page.getByRole('button', { name: 'Read this in English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose your password');
  await checkPage(page);
  await page.getByRole('button', { name: '日本語で読む' }).click();

  const field = page.getByLabel('パスワード', { exact: true });
  await field.fill('mihon-demo-u0001');
  await page.getByRole('button', { name: 'このパスワードに決める' }).click();
  await expect(page.getByRole('alert')).toContainText('ほかの人も知っている語');
  await checkPage(page);

  await field.fill(good);
  await expect(field).toHaveAttribute('type', 'password');
  await page.getByRole('button', { name: '入力した文字を表示する' }).click();
  await expect(field).toHaveAttribute('type', 'text');
  await checkPage(page);
  await page.getByRole('button', { name: '入力した文字を隠す' }).click();
  await expect(field).toHaveAttribute('type', 'password');
  await page.getByRole('button', { name: 'このパスワードに決める' }).click();

  await expect(page.getByRole('status').first()).toContainText('パスワードを決めました');
  await expect(page.getByLabel('ID', { exact: true })).toHaveValue(account.id);
  await checkPage(page);
  await page.getByLabel('パスワード', { exact: true }).fill(good);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ホーム');

  // Used up: the link in the mail leads nowhere any more, and says how to get another.
  await page.goto(link);
  await expect(page.getByRole('alert')).toContainText('このコードは使えません');
  await checkPage(page);
  expect(seen.errors).toEqual([]);
});

test('without script the code is typed from the mail', async ({ browser }) => {
  const page = await (await browser.newContext({ locale: 'ja-JP', javaScriptEnabled: false })).newPage();
  const account = world.account('examiner');
  world.mails.length = 0;
  await page.goto(`${world.url}/forgotten`);
  await page.getByLabel('商工会議所コード').fill(account.chamber);
  await page.getByLabel('ID', { exact: true }).fill(account.id);
  await page.keyboard.press('Enter');
  await expect(page.getByText('受け付けました')).toBeVisible();
  await world.work();
  const code = /コード: (\S+)/.exec(world.mails.map((mail) => mail.text).join('\n'))?.[1] ?? 'none';
  await page.goto(`${world.url}/link#${code}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('パスワード設定のコード');
  await page.getByLabel('コード', { exact: true }).fill(code.toLowerCase().replaceAll('-', ''));
  await page.getByRole('button', { name: '次へ進む' }).click();
  await expect(page.getByText(account.id)).toBeVisible();
  await page.getByLabel('パスワード', { exact: true }).fill(good);
  await page.getByRole('button', { name: 'このパスワードに決める' }).click();
  await expect(page.getByText('パスワードを決めました')).toBeVisible();
});

test('who is signed in changes the password, and reads about the kinds of ID', async ({ page }) => {
  const seen = watchConsole(page);
  const account = world.account('certifier');
  await signIn(page, world.url, account);
  await page.getByRole('link', { name: 'パスワードを変更する' }).click();
  await checkPage(page);
  await page.getByLabel('今のパスワード').fill(account.password);
  await page.getByLabel('新しいパスワード').fill(good);
  await page.getByRole('button', { name: 'パスワードを変更する' }).click();
  await expect(page.getByRole('status').first()).toContainText('パスワードを変更しました');
  await checkPage(page);
  await page.getByRole('link', { name: '3種類のIDについて' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('3種類のIDについて');
  await checkPage(page);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The three kinds of ID');
  await checkPage(page);
  expect(seen.errors).toEqual([]);
});
