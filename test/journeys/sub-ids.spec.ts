// サブID: a signatory makes one, its holder chooses a password by the mailed link, prepares and asks for release, the
// signatory submits it, and the desk sees both names.
import { type Browser, expect, type Page, test } from '@playwright/test';
import { inChamber } from '../../src/lib/db.ts';
import { contextOf, readyApplication } from '../deeds.ts';
import { ctxOfAccount } from '../sub-people.ts';
import { startServedWorld } from '../world.ts';
import { checkPage, signIn, watchConsole } from './page-check.ts';

let world: Awaited<ReturnType<typeof startServedWorld>>;
test.beforeAll(async () => {
  world = await startServedWorld();
  await inChamber(world.house.db, '9901', (trx) =>
    trx.updateTable('registration').set({ release_required: true }).where('number', '=', '9901-000001').execute(),
  );
});
test.afterAll(() => world.close());

async function somebody(browser: Browser): Promise<Page> {
  return (await browser.newContext({ locale: 'ja-JP' })).newPage();
}

/** The account that the signatory has just made. */
async function accountOf(loginId: string) {
  return inChamber(world.house.db, '9901', (trx) =>
    trx.selectFrom('account').select('account_id').where('login_id', '=', loginId).executeTakeFirstOrThrow(),
  );
}

test('made, chosen by its holder, prepared, released, and seen at the desk', async ({ browser }) => {
  const user = await somebody(browser);
  const seen = watchConsole(user);
  await signIn(user, world.url, world.account('user'));
  await user.getByRole('link', { name: 'サブID', exact: true }).click();
  await checkPage(user);
  await user.getByRole('link', { name: 'サブIDを作る' }).click();
  await checkPage(user);
  await user.getByLabel('氏名', { exact: true }).fill('見本 六郎');
  await user.getByLabel('氏名(ローマ字)').fill('Rokuro Mihon');
  await user.getByLabel('メールアドレス').fill('rokuro@mihon.example');
  await user.getByRole('button', { name: 'サブIDを作る' }).click();
  const heading = user.getByRole('heading', { name: /サブID U0001-\d+ を作りました/ });
  await expect(heading).toBeVisible();
  const id = /U0001-\d+/.exec(await heading.innerText())?.[0] ?? '';
  await checkPage(user);

  // The mailbox: the link, and nowhere the ID.
  await world.work();
  const mails = world.mails.filter((mail) => mail.to === 'rokuro@mihon.example').map((mail) => mail.text);
  expect(mails.join('\n')).not.toContain(id);
  const code = /\/link#([0-9A-Z-]+)/.exec(mails.join('\n'))?.[1] ?? '';
  const holder = await somebody(browser);
  await holder.goto(`${world.url}/link`);
  await holder.getByLabel('コード').fill(code);
  await holder.getByRole('button', { name: '次へ進む' }).click();
  const password = 'kiiroi densha ga hashiru';
  await holder.getByLabel('パスワード').fill(password);
  await holder.getByRole('button', { name: 'このパスワードに決める' }).click();
  await signIn(holder, `${world.url}/sign-in`, { chamber: '9901', id, password });
  await expect(holder.getByText('準備した申請を署名者が確認してから')).toBeVisible();
  await checkPage(holder);

  const { account_id: accountId } = await accountOf(id);
  const { actor } = await contextOf(world, 'user');
  const application = await readyApplication(await ctxOfAccount(world, { ...actor, accountId }));
  await holder.goto(`${world.url}/applications/${application}/review`);
  await holder.getByRole('button', { name: '署名者の確認へ回す' }).click();
  await expect(holder.getByText('署名者の確認待ち')).toBeVisible();
  await checkPage(holder);

  await user.getByRole('link', { name: 'ホーム' }).click();
  await user.getByRole('link', { name: '確認する申請を見る' }).click();
  await checkPage(user);
  await user.getByRole('link', { name: /番号なし/ }).click();
  await checkPage(user);
  await user.getByRole('button', { name: '発給申請する' }).click();
  await expect(user.locator('.next-step-state')).toContainText('申請中');
  await expect(user.getByRole('cell', { name: `${id} 見本 六郎` }).first()).toBeVisible();

  const examiner = await somebody(browser);
  await signIn(examiner, world.url, world.account('examiner'));
  await examiner.goto(`${world.url}/desk/applications/${application}`);
  await expect(examiner.getByText(`U0001 見本 花子(デモ)(準備 ${id} 見本 六郎)`)).toBeVisible();
  await checkPage(examiner);

  // Ended: asked once more, and the holder is out.
  await user.goto(`${world.url}/sub-ids/${accountId}/end`);
  await checkPage(user);
  await user.getByRole('button', { name: '終わらせる' }).click();
  await expect(user.getByText('このサブIDは終了しています')).toBeVisible();
  await holder.goto(`${world.url}/applications`);
  await expect(holder).toHaveURL(/sign-in/);
  expect(seen.errors).toEqual([]);
});
