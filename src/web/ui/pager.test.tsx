import { expect, test } from 'vitest';
import { Pager } from './pager.tsx';

const hrefOf = (page: number) => `?state=examining&page=${page}`;
const pager = (page: number, total: number) =>
  String(<Pager lang="ja" total={total} perPage={50} page={page} hrefOf={hrefOf} />);

test('a page says which rows it shows of how many, and keeps the filter on the way to the others', () => {
  const html = pager(2, 1312);
  expect(html).toContain('51–100 / 1,312件');
  expect(html).toContain('2 / 27 ページ');
  expect(html).toContain('href="?state=examining&amp;page=1" rel="prev"');
  expect(html).toContain('href="?state=examining&amp;page=3" rel="next"');
});

test('the first page has no way back, the last none on, and it ends where the list ends', () => {
  expect(pager(1, 51)).not.toContain('rel="prev"');
  expect(pager(1, 51)).toContain('rel="next"');
  expect(pager(2, 51)).toContain('51–51 / 51件');
  expect(pager(2, 51)).not.toContain('rel="next"');
});

test('a list of one page only says how many', () => {
  expect(pager(1, 50)).toBe('<p class="count">50件</p>');
  expect(pager(1, 0)).toBe('<p class="count">0件</p>');
});
