import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { attachment } from './attachment.ts';
import type { Env } from './request.ts';

async function dispositionOf(fileName: string): Promise<string | null> {
  const app = new Hono<Env>();
  app.get('/', (c) =>
    attachment(c, { bytes: Buffer.from('x'), mediaType: 'application/pdf', fileName, extension: '.pdf' }),
  );
  return (await app.request('/')).headers.get('content-disposition');
}

// RFC 6266 with RFC 5987
test.each([
  ['invoice.pdf', `attachment; filename="invoice.pdf"; filename*=UTF-8''invoice.pdf`],
  ['請求書.PDF', `attachment; filename="___.PDF"; filename*=UTF-8''%E8%AB%8B%E6%B1%82%E6%9B%B8.PDF`],
  [`a"b';x=(1)*.pdf`, `attachment; filename="a_b';x=(1)*.pdf"; filename*=UTF-8''a%22b%27%3Bx%3D%281%29%2A.pdf`],
  ['a%22b.pdf', `attachment; filename="a_22b.pdf"; filename*=UTF-8''a%2522b.pdf`],
  ['half\ud800.pdf', `attachment; filename="half_.pdf"; filename*=UTF-8''half%EF%BF%BD.pdf`],
])('the name %j is quoted and encoded', async (name, expected) => {
  expect(await dispositionOf(name)).toBe(expected);
});

test('a name that would open as something else gets the right ending', async () => {
  expect(await dispositionOf('invoice.html')).toContain('filename="invoice.html.pdf"');
});
