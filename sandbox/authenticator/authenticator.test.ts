import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openMailShelf } from '../mailbox/mail-shelf.ts';
import { mailboxPages } from '../mailbox/mailbox-pages.tsx';

const folder = mkdtempSync(join(tmpdir(), 'hakkyu-authenticator-'));
const shelf = openMailShelf(folder);
afterAll(() => {
  shelf.close();
  rmSync(folder, { recursive: true });
});

// RFC 6238 appendix B
const entry = { chamber: '9901', id: 'S0002', secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' };
const pageAt = async (seconds: number, entries = [entry], lang = 'en'): Promise<string> => {
  const pages = mailboxPages(shelf, { entries: () => entries, clock: () => new Date(seconds * 1000) });
  return (await pages.request(`/authenticator?lang=${lang}`)).text();
};

test('shows each ID’s code of now, and how long it stands', async () => {
  const page = await pageAt(59);
  expect(page).toContain('<strong data-code-of="S0002">287082</strong>');
  expect(page).toContain('The next code comes in 1 second.');
  expect(await pageAt(60, [entry], 'ja')).toContain('次のコードまで、あと30秒です。');
  expect(page).not.toContain(entry.secret);
  expect(page).not.toContain('<script');
});

test('says so when no ID has one', async () => {
  expect(await pageAt(59, [])).toContain('No ID of the demo has a second factor.');
});
