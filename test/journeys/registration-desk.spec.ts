// A member of staff takes a firm's registration from its papers to the certificate at the counter.
import { expect, test } from '@playwright/test';
import { legalRegistration } from '../fixtures-registration.ts';
import { acceptByDeeds, putSignature, sendChange, sendForm, signatories } from '../registration-desk-world.ts';
import { startServedWorld } from '../world.ts';
import { checkPage, signIn, watchConsole } from './page-check.ts';

let world: Awaited<ReturnType<typeof startServedWorld>>;
test.beforeAll(async () => {
  world = await startServedWorld();
});
test.afterAll(() => world.close());

test.slow(); // twelve pages, each looked at by axe

test('papers at the counter, examination, acceptance, 貿易登録証; a change beside what is registered', async ({
  page,
}) => {
  const signature = await putSignature(world);
  const content = legalRegistration({ kind: 'agent', signatories: [] });
  await sendForm(world, 'journey@shiken.example', content);
  const seen = watchConsole(page);
  await signIn(page, world.url, world.account('certifier'));
  await checkPage(page);
  await page.getByRole('link', { name: '貿易登録の手続き', exact: true }).click();
  await checkPage(page);
  await page.getByRole('link', { name: /^T2026-/ }).click();
  await checkPage(page);
  for (const paper of ['誓約書(代行業者)', '業態内容届', '履歴事項全部証明書', '印鑑証明書'])
    await page.getByRole('article', { name: paper }).getByRole('button', { name: '窓口で受領' }).click();
  await page.getByRole('button', { name: '審査を始める' }).click();
  await page.locator('summary', { hasText: '商号・氏名(英語)' }).click();
  await page.getByLabel('商号・氏名(英語) の修正点').fill('コンマ');
  await checkPage(page);
  await page.getByRole('link', { name: '受理の確認へ' }).click();
  await checkPage(page);
  await page.getByRole('button', { name: '受理する' }).click();
  await expect(page.getByRole('status')).toContainText('9901-000002');
  await checkPage(page);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '貿易登録証を保存する(PDF)' }).click();
  expect((await download).suggestedFilename()).toBe('9901-000002-registration.pdf');

  const second = { corporateNumber: '7000000000002', signatories: signatories(3, signature) };
  const { procedureId } = await sendForm(world, 'journey2@shiken.example', legalRegistration(second));
  const { administratorId } = await acceptByDeeds(world, procedureId);
  const change = await sendChange(world, administratorId, (before) => ({ ...before, telephone: '00-1111-2222' }));
  await page.goto(`${world.url}/desk/registrations/${change}`);
  await expect(page.getByRole('row', { name: /電話番号/ })).toContainText('00-1111-2222');
  await checkPage(page);

  await page.getByRole('link', { name: '登録台帳', exact: true }).click();
  await checkPage(page);
  await page.getByLabel('登録番号・社名・法人番号').fill('shiken');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: '9901-000003' }).click();
  await checkPage(page);
  await page.goto(`${world.url}/desk/register/import`);
  await checkPage(page);
  expect(seen.errors).toEqual([]);
});
