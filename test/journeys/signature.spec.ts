// A signatory's signature: signed with the mouse, uploaded as a scan, cropped by keyboard.
import { expect, type Page, test } from '@playwright/test';
import { encodeJpeg } from '../../src/outside/scan-picture-corpus.ts';
import { scanOf } from '../../src/registrations/signature/scan-corpus.ts';
import { beginForm, type FormVisitor, signatoryKey } from '../form-visitor.ts';
import { startServedWorld } from '../world.ts';
import { checkPage, watchConsole } from './page-check.ts';

let world: Awaited<ReturnType<typeof startServedWorld>>;
let form: FormVisitor;
test.beforeAll(async () => {
  world = await startServedWorld();
  form = await beginForm(world, 'signature@shiken.example');
});
test.afterAll(() => world.close());

async function open(page: Page): Promise<void> {
  await page.context().addCookies([{ name: 'hakkyu-form', value: form.cookie, url: world.url }]);
  await page.goto(`${world.url}/registration/forms/${form.procedureId}/signatories/${signatoryKey}/signature`);
}

const jpeg = (name: string, kind: Parameters<typeof scanOf>[0]) => ({
  ...{ name, mimeType: 'image/jpeg', buffer: encodeJpeg(scanOf({ dpi: 150, ...kind }), 85, { dpi: 150 }) },
});

test('a signatory signs with the mouse, takes a stroke back, and registers it', async ({ page }) => {
  const seen = watchConsole(page);
  await open(page);
  await checkPage(page);
  const pad = page.getByRole('img', { name: '署名を書く枠' });
  await pad.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await pad.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const stroke = async (from: number, to: number): Promise<void> => {
    await page.mouse.move(x + width * from, y + height * 0.5);
    await page.mouse.down();
    for (let i = 1; i <= 20; i += 1) {
      const across = from + ((to - from) * i) / 20;
      await page.mouse.move(x + width * across, y + height * (0.5 + 0.3 * Math.sin(i)));
    }
    await page.mouse.up();
  };
  await stroke(0.1, 0.5);
  await stroke(0.55, 0.9);
  await expect(page.getByText('2画書きました')).toBeVisible();
  await page.getByRole('button', { name: '1画戻す' }).click();
  await expect(page.getByText('1画書きました')).toBeVisible();
  await page.getByRole('button', { name: 'この署名を登録する' }).click();
  await expect(page.getByRole('heading', { name: '署名を登録しました' })).toBeVisible();
  await expect(page.getByRole('img', { name: 'Ichiro Shiken の署名', exact: true })).toBeVisible();
  await checkPage(page);
  expect(seen.errors).toEqual([]);
});

test('a scan is uploaded; where no frame is found the signature is cropped by keyboard', async ({ page }) => {
  const seen = watchConsole(page);
  await open(page);
  const send = async (file: ReturnType<typeof jpeg>): Promise<void> => {
    await page.getByLabel('署名届のファイル').setInputFiles(file);
    await page.getByRole('button', { name: 'アップロードする' }).click();
  };
  await send(jpeg('sheet.jpg', {}));
  await expect(page.getByRole('img', { name: 'Ichiro Shiken の署名のスキャン' })).toBeVisible();
  await checkPage(page);

  await send(jpeg('bare.jpg', { frame: false, marks: false }));
  await expect(page.getByRole('heading', { name: 'スキャンは保存してあります' })).toBeVisible();
  await checkPage(page);
  await page.getByRole('link', { name: '手で囲んで切り抜く' }).click();
  await checkPage(page);
  const box = page.getByRole('application', { name: '切り抜く範囲' });
  await box.focus();
  const left = page.getByLabel('左端');
  const before = Number(await left.inputValue());
  for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowLeft'])
    await box.press(key);
  await expect(left).toHaveValue(String(before + 2));
  await page.getByRole('button', { name: '切り抜く', exact: true }).press('Enter');
  await expect(page.getByRole('heading', { name: '署名を登録しました' })).toBeVisible();
  await expect(page.getByRole('link', { name: '手で囲み直す' })).toBeVisible();
  expect(seen.errors).toEqual([]);
});
