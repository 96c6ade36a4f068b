// 商品の行 as declared, in a table to compare and to copy from.
import type { GoodsLine } from '../../applications/forms/origin/content.ts';
import { formatCount } from '../ui/dates.ts';
import { type Column, Table } from '../ui/table.tsx';
import type { Lang } from '../ui/words.ts';
import { caseWords } from './case-words.ts';

const texts = ['marks', 'packages', 'packageKind', 'description', 'hsCode', 'origin', 'quantity', 'unit'] as const;
const figures: ReadonlySet<string> = new Set(['packages', 'quantity']);

/** @param props.from how many lines stand before the first of these */
export function GoodsTable(props: { lang: Lang; id: string; from: number; lines: readonly GoodsLine[] }) {
  const { lang, from } = props;
  const rows = props.lines.map((line, index) => ({ ...line, row: from + index + 1 }));
  // A column in which no line says anything only takes room.
  const used = texts.filter((key) => rows.some((line) => line[key].trim() !== ''));
  return (
    <Table
      {...{ lang, id: props.id, caption: caseWords[lang].goodsLines, dense: true, phone: 'scroll', rows }}
      columns={[
        { key: 'row', head: '#', kind: 'number', namesRow: true, cell: ({ row }) => formatCount(row) },
        ...used.map((key) => columnOf(lang, key)),
      ]}
    />
  );
}

function columnOf(lang: Lang, key: (typeof texts)[number]): Column<GoodsLine & { row: number }> {
  return {
    ...{ key, head: caseWords[lang][key], kind: figures.has(key) ? 'number' : 'text' },
    cell: (line) => (
      <span lang="en" class="desk-text">
        {line[key]}
      </span>
    ),
  };
}
