import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What holds on every page that a journey comes to: nothing for axe to say, nothing wider than the screen.
 *
 * Two settings take nine tenths of the time away and no rule and no element out of the scan. Only violations are asked for:
 * else axe works out an address for each element that passes (a thousand choices of a country, once for every rule) and
 * sends them all. And our pages hold no frames, so results need not be put together in a second window.
 */
export async function checkPage(page: Page): Promise<void> {
  expect(page.frames(), `${page.url()} holds a frame, which this scan would not look into`).toHaveLength(1);
  const found = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .withTags(rules)
    .analyze();
  expect(
    found.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' ')}`),
    page.url(),
  ).toEqual([]);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  expect(overflow, `${page.url()} is wider than a phone`).toBe(0);
  if (size) await page.setViewportSize(size);
}

/** A page that reports an error in its console, or asks for a file that is not there, fails the journey. */
export function watchConsole(page: Page): { errors: string[] } {
  const errors: string[] = [];
  // A refused form answers 422, and the browser reports that as an error: it is the expected answer, not a fault.
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4(22|29|01|03|04|09)/.test(message.text()))
      errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('response', (response) => {
    if (response.status() >= 500 || (response.status() === 404 && response.request().resourceType() !== 'document'))
      errors.push(`${response.status()} ${response.url()}`);
  });
  return { errors };
}

/** The second half of a sign-in, where the account has a second factor. */
export async function showFactor(page: Page, { code }: { code?: () => string }): Promise<void> {
  if (!code) return;
  await page.getByLabel('認証アプリのコード').fill(code());
  await page.keyboard.press('Enter');
}

/** Signs in by keyboard, as a person does, with the second factor where there is one, and waits for the home page (in Japanese). */
export async function signIn(
  page: Page,
  url: string,
  account: { chamber: string; id: string; password: string; code?: () => string },
): Promise<void> {
  await page.goto(url);
  await page.getByLabel('商工会議所コード').fill(account.chamber);
  await page.getByLabel('ID', { exact: true }).fill(account.id);
  await page.getByLabel('パスワード').fill(account.password);
  await page.keyboard.press('Enter');
  await showFactor(page, account);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ホーム');
}
