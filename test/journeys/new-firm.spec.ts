// A firm new to everything, from the guide to its first paid certificate, each person at a browser of his own: the applicant
// without an ID, the chamber's staff, the administrator, the signatory, and the clerk of an agent. Every page on the way is
// given to axe in the journey that is about it.
import { expect, type Page, test } from '@playwright/test';
import { approveApplication } from '../../src/applications/examine.ts';
import { readDeskCase } from '../../src/applications/read-desk.ts';
import { certifyApplication } from '../../src/certificates/certify.ts';
import { inChamber } from '../../src/lib/db.ts';
import { makeAgent } from '../agent-people.ts';
import { contextOf, fillApplication } from '../deeds.ts';
import { startServedPayingWorld } from '../paying-world.ts';
import { ctxOfAccount } from '../sub-people.ts';
import {
  accept,
  addSignatory,
  choosePassword,
  fill,
  fillFirm,
  mailedLink,
  receivePapers,
  send,
  somebody,
} from './firm-steps.ts';
import { signIn } from './page-check.ts';
import { typeCard } from './type-card.ts';

let world: Awaited<ReturnType<typeof startServedPayingWorld>>;
test.beforeAll(async () => {
  world = await startServedPayingWorld();
});
test.afterAll(() => world.close());

const [contact, signer, clerk] = ['renraku@atarashii.example', 'hajime@atarashii.example', 'clerk@port.example'];

/** From the guide to 書類待ち. */
async function applyForRegistration(page: Page): Promise<void> {
  await page.goto(`${world.url}/registration/9901`);
  await page.getByRole('link', { name: '新規登録を始める' }).click();
  await page.getByLabel('メールアドレス').fill(contact);
  await page.getByLabel('規程を読み、同意します。').check();
  await page.getByRole('button', { name: '同意して、ご案内のメールを受け取る' }).click();
  await page.goto(await mailedLink(world, contact, '/registration/open'));
  await page.getByRole('link', { name: '入力を続ける' }).click();
  await fillFirm(page, {
    ...{ 法人番号: '9000000000000', '商号・氏名(日本語)': '株式会社新規(デモ)' },
    '商号・氏名(英語)': 'SHINKI CO., LTD. (DEMO)',
  });
  await addSignatory(page, { ja: '新規 一', en: 'Hajime Shinki', mail: signer });
  await send(page);
}

/** Everything at the counter; one remark sends it back. */
async function sendBack(page: Page): Promise<void> {
  await page.getByRole('link', { name: '貿易登録の手続き', exact: true }).click();
  await page.getByRole('link', { name: /^T2026-/ }).click();
  await receivePapers(page);
  await page.locator('summary', { hasText: '商号・氏名(英語)' }).click();
  await page.getByLabel('商号・氏名(英語) の修正点').fill('定款のとおり、コンマのあとに空白を入れてください。');
  await page.getByRole('button', { name: '修正を求める', exact: true }).click();
  await expect(page.locator('.next-step, .desk-state')).toContainText('修正');
}

async function mendAndSend(page: Page, before: string): Promise<void> {
  await page.goto(await mailedLink(world, contact, '/registration/open', before));
  await expect(page.locator('.next-step')).toContainText('修正');
  await page.getByRole('link', { name: /商号・氏名\(英語\)/ }).click();
  await page.getByLabel('商号・氏名(英語)', { exact: true }).fill('SHINKI, CO., LTD. (DEMO)');
  await page.getByRole('button', { name: '保存して次へ' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('業態内容'); // the step after it
  await page.goto(page.url().replace(/[^/]+$/, 'review'));
  await page.getByRole('button', { name: /送信する/ }).click();
  await expect(page.locator('.next-step')).not.toContainText('修正をお願い');
}

/** Examined again and accepted; the administrator ID that it made. */
async function acceptAgain(page: Page): Promise<string> {
  await page.reload();
  await page.getByRole('button', { name: '審査を始める' }).click();
  await accept(page);
  return /A\d{4}/.exec(await page.locator('main').innerText())?.[0] ?? '';
}

/** The chamber's part of an application, by its deeds: it has journeys of its own. */
async function certify(applicationId: string): Promise<void> {
  const examiner = await contextOf(world, 'examiner');
  const { application, signatories } = await readDeskCase(examiner, applicationId);
  const invoiceSignedBy = signatories[0]?.signatoryId ?? '';
  await approveApplication(examiner, { applicationId, round: application.round, invoiceSignedBy });
  await certifyApplication(await contextOf(world, 'certifier'), { applicationId, round: application.round });
}

test('registers, is returned once, accepted; 署名登録証; a sub ID for an agent’s clerk, who applies; the signatory pays', async ({
  browser,
}) => {
  test.slow(); // five people
  const agent = await makeAgent(world, { number: '9901-700300' });
  const [applicant, staff, administrator, signatory, agentsClerk] = await Promise.all(
    Array.from({ length: 5 }, () => somebody(browser)),
  );
  if (!applicant || !staff || !administrator || !signatory || !agentsClerk) throw new Error('five people');

  await applyForRegistration(applicant.page);
  const firstLink = await mailedLink(world, contact, '/registration/open');
  await signIn(staff.page, world.url, world.account('certifier'));
  await sendBack(staff.page);
  await mendAndSend(applicant.page, firstLink);
  const administratorId = await acceptAgain(staff.page);

  await choosePassword(world, administrator.page, contact, administratorId);
  await administrator.page.getByRole('link', { name: 'IDの管理', exact: true }).click();
  const userId = /U\d{4}/.exec(await administrator.page.locator('main').innerText())?.[0] ?? '';
  await administrator.page.goto(`${world.url}/registration/signatures`);
  const download = administrator.page.waitForEvent('download');
  await administrator.page.getByRole('button', { name: '全員分をPDFで保存する' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/);

  await choosePassword(world, signatory.page, signer, userId);
  await signatory.page.getByRole('link', { name: 'サブID', exact: true }).click();
  await signatory.page.getByRole('link', { name: 'サブIDを作る' }).click();
  await fill(signatory.page, { 氏名: '港湾 花子', '氏名(ローマ字)': 'Hanako Kowan', メールアドレス: clerk });
  await signatory.page.getByLabel('代行業者の貿易登録番号').fill(agent.number);
  await signatory.page.getByRole('button', { name: 'サブIDを作る' }).click();
  const made = signatory.page.getByRole('heading', { name: /サブID U\d+-\d+ を作りました/ });
  const subId = /U\d+-\d+/.exec(await made.innerText())?.[0] ?? '';

  const { page } = agentsClerk;
  await choosePassword(world, page, clerk, subId);
  await page.getByRole('link', { name: '発給申請', exact: true }).click();
  await page.getByRole('link', { name: '発給申請をはじめる' }).click();
  await page.getByLabel('誓約事項を確認し、同意します。').check();
  await page.getByRole('button', { name: '同意して証明依頼書へ進む' }).click();
  const applicationId = /applications\/([^/]+)/.exec(page.url())?.[1] ?? '';
  const account = await inChamber(world.house.db, '9901', (trx) =>
    trx.selectFrom('account').select('account_id').where('login_id', '=', subId).executeTakeFirstOrThrow(),
  );
  // Boxes, goods and the invoice are typed in journeys of their own.
  await fillApplication(await ctxOfAccount(world, { chamberId: '9901', accountId: account.account_id }), applicationId);
  await page.goto(`${world.url}/applications/${applicationId}/review`);
  await page.getByRole('button', { name: '発給申請する' }).click();
  await expect(page.locator('.next-step-state')).toContainText('申請中');
  await certify(applicationId);

  await signatory.page.goto(`${world.url}/payments`);
  await signatory.page.getByRole('button', { name: 'カード会社のページで支払う' }).click();
  await typeCard(signatory.page);
  await expect(signatory.page.getByText('交付済み 1 / 1', { exact: true })).toBeVisible({ timeout: 20_000 });
  for (const one of [applicant, staff, administrator, signatory, agentsClerk]) expect(one.errors).toEqual([]);
});
