import type { Page } from '@playwright/test';

/** At the card company's page: a card, and the code that 3-D Secure asks for. */
export async function typeCard(page: Page): Promise<void> {
  await page.getByLabel('カード番号').fill('4242424242424242');
  await page.getByLabel('有効期限').fill('12/99');
  await page.getByLabel('セキュリティコード').fill('123');
  await page.getByLabel('カードの名義').fill('TARO SUZUKI');
  await page.getByRole('button', { name: /を支払う/ }).click();
  const code = await page.locator('p.code').innerText();
  await page.getByLabel('ワンタイムコード').fill(code);
  await page.getByRole('button', { name: 'コードを送って承認する' }).click();
}
