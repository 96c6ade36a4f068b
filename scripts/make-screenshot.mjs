// Makes docs/screenshot.png for the README: a clerk fills in the boxes, the paper stands beside them.
// Starts a demo of its own in a throw-away folder. Run after `node scripts/build.mjs`: node scripts/make-screenshot.mjs
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { arguments_, findChromium } from '../test/runners/chromium.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const data = mkdtempSync(join(tmpdir(), 'hakkyu-picture-'));
const env = { ...process.env, PORT: '8391', HAKKYU_DATA: data, DATABASE_URL: '' };
const server = spawn(process.execPath, [join(root, 'dist/demo/start.js')], {
  env,
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = new Promise((resolve) => server.once('exit', resolve));
let said = '';
server.stdout.on('data', (part) => {
  said += part;
});
try {
  for (let i = 0; i < 600 && !said.includes('Ctrl-C stops it'); i++) await sleep(100);
  const { base, accounts } = JSON.parse(readFileSync(join(data, 'demo.json'), 'utf8'));
  const account = accounts.find((one) => one.role === 'user');
  const browser = await chromium.launch({ executablePath: await findChromium(root), args: arguments_ });
  const page = await browser.newPage({ viewport: { width: 1360, height: 900 }, locale: 'ja-JP' });
  await page.goto(`${base}/sign-in?back=/applications?status=draft`);
  await page.getByLabel('商工会議所コード').fill(account.chamber);
  await page.getByLabel('ID', { exact: true }).fill(account.id);
  await page.getByLabel('パスワード').fill(account.password);
  await page.getByRole('button', { name: 'サインイン' }).click();
  const [draft] = (
    await (
      await fetch(`${base}/api/v1/applications?status=draft`, {
        headers: { authorization: `Bearer ${account.apiKey}` },
      })
    ).json()
  ).applications;
  await page.goto(`${base}/applications/${draft.applicationId}/boxes`);
  // The field in focus is lit on the paper.
  const field = page.locator('[id="f-consignee.name"]');
  await field.evaluate((input) => input.scrollIntoView({ block: 'center' }));
  await field.focus();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(root, 'docs/screenshot.png') });
  await browser.close();
} finally {
  server.kill('SIGINT');
  await ended;
  rmSync(data, { recursive: true, force: true });
}
