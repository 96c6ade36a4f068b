import { expect, test } from 'vitest';
import { type Column, Table } from './table.tsx';

type Row = { no: string; fee: number };
const rows: Row[] = [{ no: 'A-1', fee: 1100 }];
const columns: Column<Row>[] = [
  { key: 'no', head: '番号', namesRow: true, cell: (row) => row.no, sort: { href: '?sort=no', now: 'ascending' } },
  { key: 'fee', head: '手数料', kind: 'number', cell: (row) => String(row.fee) },
];

test('a wide table can be moved sideways by keyboard and is named by its caption', () => {
  const html = String(<Table lang="ja" id="fees" caption="手数料の一覧" columns={columns} rows={rows} />);
  expect(html).toContain('<section class="table-region table-scroll" aria-labelledby="fees-caption" tabindex="0">');
  expect(html).toContain('<caption id="fees-caption">手数料の一覧</caption>');
});

test('how a table is sorted is said to the eye and to the ear', () => {
  const html = String(<Table lang="en" id="fees" caption="Fees" columns={columns} rows={rows} />);
  expect(html).toContain('aria-sort="ascending"');
  expect(html).toContain('ascending</span>');
  expect(html).toContain('<th scope="row" class="cell-text">A-1</th>');
});

test('a table whose cells stand under each other on a phone keeps its roles, and each cell its name', () => {
  const html = String(<Table lang="ja" id="fees" caption="手数料" columns={columns} rows={rows} phone="stack" />);
  for (const role of ['table', 'rowgroup', 'row', 'columnheader', 'rowheader', 'cell'])
    expect(html).toContain(`role="${role}"`);
  expect(html).toContain('<span class="cell-name" aria-hidden="true">手数料</span>');
  expect(html).not.toContain('tabindex');
});
