// The scan that every journey gives its pages can fail: with each of its settings it still finds what must not be there.
import { expect, test } from '@playwright/test';
import { checkPage } from './page-check.ts';

const pageOf = (inside: string): string =>
  `<!doctype html><html lang="ja"><head><title>試験</title><meta name="viewport" content="width=device-width"></head>
   <body><main><h1>試験</h1>${inside}</main></body></html>`;

test('a page with nothing wrong passes; one with a fault in it does not', async ({ page }) => {
  await page.setContent(pageOf('<label>国 <select><option>日本</option></select></label>'));
  await checkPage(page);
  const faults = {
    'select-name': '<select><option>日本</option></select>',
    'color-contrast': '<p style="color:#bbb;background:#fff">薄い字</p>',
    'image-alt': '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
    'heading-order': '<h4>飛んだ見出し</h4>',
    'is wider than a phone': '<div style="width:900px">広い</div>',
    'holds a frame': '<iframe title="中の頁" srcdoc="<p>x</p>"></iframe>',
  };
  for (const [says, inside] of Object.entries(faults)) {
    await page.setContent(pageOf(inside));
    await expect(checkPage(page), says).rejects.toThrow(says);
  }
});
