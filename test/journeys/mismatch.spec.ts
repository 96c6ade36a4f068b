// The card company calls a payment paid and names another amount: the desk sees it at once, and no more when it fits.
import { expect, test } from '@playwright/test';
import { reconcilePayment } from '../../src/payments/reconcile.ts';
import { startPayment } from '../../src/payments/start-payment.ts';
import { pay, startServedPayingWorld } from '../paying-world.ts';
import { checkPage, signIn, watchConsole } from './page-check.ts';

let world: Awaited<ReturnType<typeof startServedPayingWorld>>;
test.beforeAll(async () => {
  world = await startServedPayingWorld({ worker: false });
});
test.afterAll(() => world.close());

test('a payment that does not fit: said on the staff’s home, listed above the held cases, gone when it is settled', async ({
  page,
}) => {
  const applicationIds = await world.certified(2);
  const { paymentId, url } = await startPayment(await world.firm(), { applicationIds, locale: 'ja' });
  await pay(url);
  const { outside } = world.house;
  const retrieveSession: typeof outside.gateway.retrieveSession = async (id) => ({
    ...(await outside.gateway.retrieveSession(id)),
    amountYen: 1100,
  });
  const lying = { ...world.open(), outside: { ...outside, gateway: { ...outside.gateway, retrieveSession } } };
  expect(await reconcilePayment(lying, paymentId)).toBe('pending');

  const seen = watchConsole(page);
  await signIn(page, world.url, world.account('examiner'));
  await expect(page.getByRole('heading', { name: /請求と合わないお支払いが1件あります/ })).toBeVisible();
  await checkPage(page);
  await page.getByRole('link', { name: '合わないお支払いを見る' }).click();
  const row = page.getByRole('row').nth(1);
  await expect(row).toContainText(paymentId);
  await expect(row).toContainText('2,200円');
  await expect(row).toContainText('支払われた金額は 1,100円');
  await checkPage(page);
  await row.getByRole('link').first().click();
  await expect(page.locator('.next-step')).toBeVisible();

  expect(await reconcilePayment(world.open(), paymentId)).toBe('settled');
  await page.goto(world.url);
  await expect(page.getByText('請求と合わないお支払い')).toHaveCount(0);
  expect(seen.errors).toEqual([]);
});
