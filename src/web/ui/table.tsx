import type { Child, PropsWithChildren } from 'hono/jsx';
import { shellWords } from './shell-words.ts';
import type { Lang } from './words.ts';

export type Column<Row> = {
  /** Once a table. */
  key: string;
  head: string;
  cell: (row: Row) => Child;
  /** `number`: right, figures under each other. `day`: never broken. `check`: as narrow as its box. */
  kind?: 'text' | 'number' | 'day' | 'check';
  /** The cell that names its row; one column has it. */
  namesRow?: boolean;
  /** A link that sorts by this column, and how it is sorted now. */
  sort?: { href: string; now: 'ascending' | 'descending' | 'none' } | undefined;
};

type TableProps<Row> = {
  lang: Lang;
  /** Once a page; ids are made from it. */
  id: string;
  /** What the table lists; `captionUnseen` where the heading above says the same. */
  caption: string;
  captionUnseen?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** The row's own id, so that it keeps its place while data refreshes. */
  rowId?: (row: Row) => string;
  /** A row that is marked, such as the case that one came back from. */
  rowMarked?: (row: Row) => boolean;
  /** 14 px, for staff. */
  dense?: boolean;
  /** On a phone: `stack` puts each row's cells under each other with their names; `scroll` keeps the table and moves it. */
  phone?: 'stack' | 'scroll';
};

/** A table of data. When it has no rows, show `EmptyState` instead. */
export function Table<Row>(props: TableProps<Row>) {
  const stack = props.phone === 'stack';
  const names = ['table', props.dense ? 'table-dense' : '', stack ? 'table-stack' : ''].filter(Boolean).join(' ');
  // Cells that are laid out as blocks lose their meaning in some browsers unless they say it.
  const role = (name: string) => (stack ? name : undefined);
  return (
    <TableRegion lang={props.lang} id={props.id} scrolls={!stack}>
      <table class={names} role={role('table')}>
        <caption id={`${props.id}-caption`} class={props.captionUnseen ? 'unseen' : undefined}>
          {props.caption}
        </caption>
        <thead role={role('rowgroup')}>
          <tr role={role('row')}>
            {props.columns.map((column) => (
              <HeadCell lang={props.lang} column={column} role={role('columnheader')} />
            ))}
          </tr>
        </thead>
        <tbody role={role('rowgroup')}>
          {props.rows.map((row) => (
            <tr role={role('row')} id={props.rowId?.(row)} class={props.rowMarked?.(row) ? 'row-marked' : undefined}>
              {props.columns.map((column) => (
                <BodyCell column={column} row={row} stack={stack} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

/** A frame that moves sideways on a narrow screen, by keyboard too. The table's caption has the id `<id>-caption`. */
export function TableRegion(props: PropsWithChildren<{ lang: Lang; id: string; scrolls: boolean }>) {
  if (!props.scrolls) return <div class="table-region">{props.children}</div>;
  return (
    <section class="table-region table-scroll" aria-labelledby={`${props.id}-caption`} tabindex={0}>
      {props.children}
    </section>
  );
}

function HeadCell<Row>(props: { lang: Lang; column: Column<Row>; role: string | undefined }) {
  const { head, kind = 'text', sort } = props.column;
  const w = shellWords[props.lang];
  const now = sort === undefined || sort.now === 'none' ? undefined : sort.now;
  return (
    <th scope="col" class={`cell-${kind}`} role={props.role} aria-sort={now}>
      {sort === undefined ? head : <a href={sort.href}>{head}</a>}
      {now === undefined ? null : <span class="sorted"> {now === 'ascending' ? w.sortedUp : w.sortedDown}</span>}
    </th>
  );
}

function BodyCell<Row>(props: { column: Column<Row>; row: Row; stack: boolean }) {
  const { head, kind = 'text', cell, namesRow } = props.column;
  const content = props.stack ? (
    <>
      <span class="cell-name" aria-hidden="true">
        {head}
      </span>
      <div class="cell-value">{cell(props.row)}</div>
    </>
  ) : (
    cell(props.row)
  );
  if (namesRow)
    return (
      <th scope="row" class={`cell-${kind}`} role={props.stack ? 'rowheader' : undefined}>
        {content}
      </th>
    );
  return (
    <td class={`cell-${kind}`} role={props.stack ? 'cell' : undefined}>
      {content}
    </td>
  );
}
