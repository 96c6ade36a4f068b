// What the people of a firm do at a browser in more than one journey of registration.
import { type Browser, expect, type Page } from '@playwright/test';
import type { startServedPayingWorld } from '../paying-world.ts';
import { signIn, watchConsole } from './page-check.ts';

type Served = Awaited<ReturnType<typeof startServedPayingWorld>>;

export type Person = { page: Page; errors: string[] };

export async function somebody(browser: Browser): Promise<Person> {
  const page = await (await browser.newContext({ locale: 'ja-JP', acceptDownloads: true })).newPage();
  page.setDefaultTimeout(20_000); // says sooner where a long way stopped
  return { page, errors: watchConsole(page).errors };
}

/** By label. */
export async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values)) await page.getByLabel(label, { exact: true }).fill(value);
}

/** The newest link to that page in a mail to this address; the worker sends mails, so it may still come. */
export async function mailedLink(world: Served, address: string, path: string, before?: string): Promise<string> {
  let found: string | undefined;
  await expect
    .poll(() => {
      const texts = world.mails.filter(({ to }) => to === address).map(({ text }) => text);
      const links = texts.flatMap((text) => text.match(/https?:\S+#[0-9A-Z-]+/g) ?? []);
      found = links.findLast((link) => link.includes(`${path}#`) && link !== before);
      return found;
    })
    .toBeDefined();
  return found ?? '';
}

const passwordOf = (id: string): string => `shizuka na minato ${id}`;

/** Chooses the password by the mailed link and signs in. */
export async function choosePassword(world: Served, page: Page, address: string, id: string): Promise<void> {
  await page.goto(await mailedLink(world, address, '/link'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('パスワードを決める');
  await page.getByLabel('パスワード', { exact: true }).fill(passwordOf(id));
  await page.getByRole('button', { name: 'このパスワードに決める' }).click();
  await expect(page.getByRole('status').first()).toContainText('パスワードを決めました');
  await signIn(page, `${world.url}/sign-in`, { chamber: '9901', id, password: passwordOf(id) });
}

/** A new firm's form from the first step to 署名者, with what is there typed over. */
export async function fillFirm(page: Page, firm: Readonly<Record<string, string>>): Promise<void> {
  await page.getByLabel('申請者', { exact: true }).check();
  await page.getByLabel('法人', { exact: true }).check();
  await page.getByLabel('会員', { exact: true }).check();
  await page.getByRole('button', { name: '保存して次へ' }).click();
  await fill(page, {
    ...{ フリガナ: 'ミホン', 郵便番号: '000-0000', '所在地(日本語)': '見本県見本市1-1', 電話番号: '00-0000-0000' },
    ...{ '所在地(英語)': '1-1 Mihon-shi, Mihon 000-0000', '申請を行う地(英語)': 'Mihon, Japan' },
    ...{ 代表者の役職: '代表取締役', 代表者の氏名: '見本 一', ...firm },
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
  const mail = page.getByLabel('メールアドレス', { exact: true });
  if ((await mail.inputValue()) === '') await mail.fill('renraku@mihon.example'); // who came by a mail has given it
  await page.getByRole('button', { name: '保存して次へ' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('署名者');
}

/** From 署名者 to 書類待ち. */
export async function send(page: Page): Promise<void> {
  await page.getByRole('link', { name: '次へ(必要書類)' }).click();
  await page.getByRole('link', { name: '確認と送信へ' }).click();
  await page.getByRole('button', { name: '商工会議所に送信する' }).click();
  await expect(page.locator('.next-step')).toContainText('書類待ち');
}

/** Adds a signatory who signs with the mouse; ends at the list of signatories. */
export async function addSignatory(page: Page, who: { ja: string; en: string; mail: string }): Promise<void> {
  await page.getByRole('link', { name: '署名者を加える' }).click();
  await fill(page, { '氏名(日本語)': who.ja, '氏名(英語)': who.en, メールアドレス: who.mail });
  await page.getByRole('button', { name: '保存する' }).click();
  // The form says that the signature is missing, and shows the way to it.
  await page.getByRole('link', { name: /^署名を登録する/ }).click();
  const pad = page.getByRole('img', { name: '署名を書く枠' });
  await pad.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await pad.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width * 0.1, y + height * 0.5);
  await page.mouse.down();
  for (let i = 1; i <= 20; i += 1)
    await page.mouse.move(x + width * (0.1 + (0.75 * i) / 20), y + height * (0.5 + 0.3 * Math.sin(i)));
  await page.mouse.up();
  await page.getByRole('button', { name: 'この署名を登録する' }).click();
  await expect(page.getByRole('heading', { name: '署名を登録しました' })).toBeVisible();
  await page.getByRole('link', { name: '署名者の一覧へ' }).click();
}

/** Staff: every paper that is asked for is ticked at the counter, and the examination begins. */
export async function receivePapers(page: Page): Promise<void> {
  const buttons = page.getByRole('button', { name: '窓口で受領' });
  for (let left = await buttons.count(); left > 0; left -= 1) {
    await buttons.first().click();
    await expect(buttons).toHaveCount(left - 1);
  }
  await page.getByRole('button', { name: '審査を始める' }).click();
}

/** Staff: examined, accepted. */
export async function accept(page: Page): Promise<void> {
  await page.getByRole('link', { name: '受理の確認へ' }).click();
  await page.getByRole('button', { name: '受理する' }).click();
  await expect(page.getByRole('status')).toContainText('受理');
}
