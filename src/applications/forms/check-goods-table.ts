// Checks a file of goods by itself, before there is an application: its reading, and what the rules of its lines say.
import { defaultTableLimits, type TableLimits } from '../../lib/table-check.ts';
import { readTable } from '../../lib/table-file.ts';
import { columnLetters, type TableProblem } from '../../lib/table-problem.ts';
import type { Finding } from '../finding.ts';
import { type GoodsFromTable, type GoodsTableForm, goodsFromTable } from './goods-table.ts';

/** Marks and descriptions may have 2,000 characters; what the other columns allow, the columns say. */
export const goodsFileLimits: TableLimits = { ...defaultTableLimits, maxCellChars: 2000 };

function findingOf({ code, row, column, ja, en }: TableProblem): Finding {
  return {
    rule: `table-${code}`,
    level: 'block',
    place: 'goods',
    path: 'goods',
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column: columnLetters(column) }),
    ja,
    en,
  };
}

/** Findings of the rules count goods lines; a person with the file open counts its rows. */
function inTermsOfTheFile(finding: Finding, { fileRows, columnNames }: GoodsFromTable<string>): Finding {
  const [, index, field] = /^goods\.(\d+)\.(\w+)$/.exec(finding.path) ?? [];
  if (index === undefined || field === undefined) return finding;
  const row = fileRows[Number(index)];
  const column = Object.entries(columnNames).find(([name]) => name === field)?.[1];
  return { ...finding, ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }) };
}

/**
 * `rows`: how many goods lines were read; `goods`: the lines. `findings`: everything about the file and its lines, in the order of the rows;
 * `row` is the file's row. Nothing blocks: the file can be taken as it is.
 * @param problemsOf what the rules of the kind say of lines alone
 */
export async function checkGoodsTable<Field extends string>(
  bytes: Uint8Array,
  fileName: string,
  form: GoodsTableForm<Field>,
  problemsOf: (goods: Record<Field, string>[]) => readonly Finding[],
): Promise<{ rows: number; goods: Record<Field, string>[]; findings: Finding[] }> {
  const table = await readTable(bytes, fileName, goodsFileLimits);
  if (!table.ok) return { rows: 0, goods: [], findings: table.problems.map(findingOf) };
  const read = goodsFromTable(table.rows, form);
  // A missing column would otherwise be said once more on each of its lines.
  const usable =
    read.goods.length > 0 && !read.problems.some(({ rule }) => /-(?:missing-column|column-twice)$/.test(rule));
  const found = usable ? problemsOf(read.goods) : [];
  const findings = [...read.problems, ...found.map((finding) => inTermsOfTheFile(finding, read))];
  return { rows: read.goods.length, goods: read.goods, findings: findings.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)) };
}
