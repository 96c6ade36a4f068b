// Somebody without an ID reads the guide, agrees, opens the form by the mail, fills it in and sends it.
import { expect, type Page, test } from '@playwright/test';
import { startServedWorld } from '../world.ts';
import { checkPage, watchConsole } from './page-check.ts';

type Served = Awaited<ReturnType<typeof startServedWorld>>;
let world: Served;
test.beforeAll(async () => {
  world = await startServedWorld();
});
test.afterAll(() => world.close());

const mail = 'journey@shiken.example';

async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values)) await page.getByLabel(label, { exact: true }).fill(value);
}

async function linkTo(address: string): Promise<string> {
  await world.work();
  const text = world.mails.findLast(({ to, text: words }) => to === address && words.includes('#'))?.text ?? '';
  return /https?:\S+\/registration\/open#\S+/.exec(text)?.[0] ?? '';
}

test('from the guide to 書類待ち', async ({ page }) => {
  test.slow(); // every page on the way is given to axe
  const seen = watchConsole(page);
  await page.goto(`${world.url}/sign-in`);
  await page.getByRole('link', { name: 'IDをお持ちでない方: 貿易登録の手続き' }).click();
  await page.getByLabel('商工会議所コード').fill('9901');
  await page.getByRole('button', { name: '案内を見る' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('貿易登録申請手続きのご案内');
  await checkPage(page);
  await page.getByRole('link', { name: '新規登録を始める' }).click();
  await page.getByLabel('メールアドレス').fill(mail);
  await page.getByRole('button', { name: '同意して、ご案内のメールを受け取る' }).click();
  await expect(page.getByRole('alert')).toContainText('同意するにチェックを入れてください');
  await checkPage(page);
  await expect(page.getByLabel('メールアドレス')).toHaveValue(mail);
  await page.getByLabel('規程を読み、同意します。').check();
  await page.getByRole('button', { name: '同意して、ご案内のメールを受け取る' }).click();
  await expect(page.getByRole('heading', { name: 'ご案内のメールを送りました' })).toBeVisible();
  await checkPage(page);

  await page.goto(await linkTo(mail));
  await expect(page.locator('.next-step')).toContainText('入力中');
  expect(page.url()).not.toContain('#'); // no secret stays in the address
  await page.getByRole('link', { name: '入力を続ける' }).click();
  await page.getByLabel('申請者', { exact: true }).check();
  await page.getByLabel('法人', { exact: true }).check();
  await page.getByLabel('非会員').check();
  await page.getByRole('button', { name: '保存して次へ' }).click();
  await page.getByRole('button', { name: '保存して次へ' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await checkPage(page);
  await fill(page, {
    ...{ 法人番号: '9000000000000', '商号・氏名(日本語)': '株式会社試験(デモ)', フリガナ: 'シケン' },
    ...{ '商号・氏名(英語)': 'SHIKEN CO., LTD. (DEMO)', 郵便番号: '000-0000', '所在地(日本語)': '見本県見本市1-1' },
    ...{ '所在地(英語)': '1-1 Mihon-shi, Mihon 000-0000', '申請を行う地(英語)': 'Mihon, Japan' },
    ...{ 電話番号: '00-0000-0000', 代表者の役職: '代表取締役', 代表者の氏名: '試験 一郎' },
  });
  await page.getByRole('button', { name: '保存して次へ' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('業態内容');
  await fill(page, {
    ...{ '設立(開業)年月': '1987-04', '資本金(円)': '10,000,000', 従業員数: '20', 事業内容: '機械部品の輸出' },
    主な取扱品目: 'ゴムパッキン',
  });
  await page.getByRole('button', { name: '保存して次へ' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('連絡担当者');
  await fill(page, { '氏名(日本語)': '連絡 太郎', '氏名(英語)': 'Taro Renraku', 電話番号: '00-0000-0001' });
  await checkPage(page);
  await page.getByRole('button', { name: '保存して次へ' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('署名者');
  await checkPage(page);
  await page.getByRole('link', { name: '署名者を加える' }).click();
  await fill(page, { '氏名(日本語)': '試験 一郎', '氏名(英語)': 'Ichiro Shiken', メールアドレス: 'i@shiken.example' });
  await page.getByRole('button', { name: '保存する' }).click();
  await expect(page.getByRole('alert')).toContainText('サインを登録するか');
  await checkPage(page);
  await page.getByLabel('サイン登録なし').check();
  await page.getByRole('button', { name: '保存する' }).click();
  await page.getByRole('link', { name: '次へ(必要書類)' }).click();
  await expect(page.getByRole('heading', { name: /印鑑証明書/ })).toContainText('未提出');
  await checkPage(page);
  await page.getByRole('link', { name: '確認と送信へ' }).click();
  await expect(page.locator('.next-step')).toContainText('送信できます');
  await checkPage(page);
  await page.getByRole('button', { name: '商工会議所に送信する' }).click();
  await expect(page.locator('.next-step')).toContainText('書類待ち');
  await expect(page.getByText(/^T2026-\d{6}$/)).toBeVisible();
  await checkPage(page);
  expect(seen.errors).toEqual([]);
});

test('in English on a phone: the guide and the beginning', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(`${world.url}/registration/9901`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Guide to trade registration');
  await checkPage(page);
  await page.getByRole('link', { name: 'Begin a switch-over' }).click();
  await expect(page.getByLabel('Switch-over')).toBeChecked();
  await checkPage(page);
  await context.close();
});
