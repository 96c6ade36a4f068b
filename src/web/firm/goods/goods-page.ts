// The goods of an application as pages of 50 lines, and the rows of one page as they are shown and typed. Pure, so that the
// island works with the very rows that the server has drawn.
import type { Finding } from '../../../applications/finding.ts';
import { sumPackages, sumQuantities } from '../../../applications/forms/goods-sums.ts';
import type { GoodsLine } from '../../../applications/forms/origin/content.ts';
import { type GoodsField, goodsColumns } from '../../../applications/forms/origin/goods-columns.ts';
import type { RuleLevels } from '../../../chambers/settings.ts';
import type { FieldProblem } from '../../../lib/refusal.ts';

export const goodsPageSize = 50;
/** Empty rows below the last line, to type on. */
export const emptyRows = 5;
const mostEmptyRows = 50;

/** `from`: the first line's index (0 is the first line of all); `count`: how many lines stand on the page. */
export type GoodsPage = { page: number; pages: number; from: number; count: number; total: number };

/** A page beyond the last becomes the last: lines may have been deleted since the link was made. */
export function pageOfGoods(total: number, asked: number): GoodsPage {
  const pages = Math.max(1, Math.ceil(total / goodsPageSize));
  const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1;
  const from = (page - 1) * goodsPageSize;
  return { page, pages, from, count: Math.min(goodsPageSize, total - from), total };
}

export const emptyLine = (): GoodsLine => ({
  ...{ marks: '', packages: '', packageKind: '', description: '' },
  ...{ hsCode: '', origin: '', quantity: '', unit: '' },
});

export const isEmptyLine = (line: GoodsLine): boolean => goodsColumns.every(({ field }) => line[field].trim() === '');

/** `at`: the row's number on the page's form, counted through all pages from 0: `goods.<at>.quantity`. */
export type GoodsRow = { at: number; line: GoodsLine; findings: readonly Finding[] };

export const goodsFieldName = (at: number, field: GoodsField): string => `goods.${at}.${field}`;

const cellPath = /^goods\.(\d+)\.(\w+)$/;

/** The line and field that a finding is about; undefined when it is about no cell of the goods. */
export function cellOf(finding: Finding): { index: number; field: GoodsField } | undefined {
  const [, index, name] = cellPath.exec(finding.path) ?? [];
  const field = goodsColumns.find((column) => column.field === name)?.field;
  return index === undefined || field === undefined ? undefined : { index: Number(index), field };
}

/** The rows of a saved page: its lines, perhaps an empty row in between, and below the last line of all some empty ones. */
export function rowsOfPage(
  goods: readonly GoodsLine[],
  findings: readonly Finding[],
  page: GoodsPage,
  asked: { insert?: number; rows?: number },
): GoodsRow[] {
  const { from, count, total } = page;
  const byLine = Map.groupBy(findings, (finding) => cellOf(finding)?.index);
  const rows = goods
    .slice(from, from + count)
    .map((line, index) => ({ line, findings: byLine.get(from + index) ?? [] }));
  const { insert } = asked;
  if (insert !== undefined && insert >= from && insert < from + count)
    rows.splice(insert - from, 0, { line: emptyLine(), findings: [] });
  const wanted = asked.rows !== undefined && asked.rows > 0 ? Math.min(asked.rows, mostEmptyRows) : emptyRows;
  const more = from + count === total ? Math.max(wanted, total === 0 ? 2 * emptyRows : 0) : 0;
  for (let n = 0; n < more; n += 1) rows.push({ line: emptyLine(), findings: [] });
  return rows.map((row, index) => ({ ...row, at: from + index }));
}

/** The rows that a form has sent, in their order, empty ones too. Line breaks become `\n`, as a browser sends `\r\n`. */
export function rowsOfForm(form: Readonly<Record<string, string>>): { at: number; line: GoodsLine }[] {
  const rows = new Map<number, GoodsLine>();
  for (const [name, value] of Object.entries(form)) {
    const [, at, field] = /^goods\.(\d{1,6})\.(\w+)$/.exec(name) ?? [];
    const column = goodsColumns.find((one) => one.field === field);
    if (at === undefined || column === undefined) continue;
    const line = rows.get(Number(at)) ?? emptyLine();
    line[column.field] = value.replace(/\r\n?/g, '\n');
    rows.set(Number(at), line);
  }
  return [...rows].map(([at, line]) => ({ at, line })).sort((a, b) => a.at - b.at);
}

/** Cells that hold more than is kept. They are named before anything is saved, since what is kept must be what was typed. */
export function tooLong(rows: readonly { at: number; line: GoodsLine }[]): FieldProblem[] {
  return rows.flatMap(({ at, line }) =>
    goodsColumns
      .filter(({ field, maxLength }) => line[field].length > maxLength)
      .map(({ field, maxLength, ja, en }) => ({
        field: goodsFieldName(at, field),
        ja: `${at + 1}行目 ${ja}: ${maxLength}文字までです。短くしてください。`,
        en: `Row ${at + 1}, ${en}: up to ${maxLength} characters. Shorten it.`,
      })),
  );
}

/**
 * Few lines that add up to the same totals as many: what stands on the other pages, for a page that shows totals while
 * it is typed on.
 */
export function sumsAsLines(goods: readonly GoodsLine[]): GoodsLine[] {
  const packages = sumPackages(goods);
  const boxes = packages ? [{ ...emptyLine(), packages: packages.count, packageKind: packages.kind }] : [];
  return [...boxes, ...sumQuantities(goods).map((sum) => ({ ...emptyLine(), ...sum }))];
}

/** What the island needs to know of the page that it finds. */
export type GridState = Pick<GoodsPage, 'from' | 'count' | 'total'> & {
  version: number;
  linesAddress: string;
  /** The chamber's own, for what is said while somebody types. */
  ruleLevels: RuleLevels;
  before: GoodsLine[];
  after: GoodsLine[];
};
