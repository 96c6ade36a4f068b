// The goods of an application that the firm does not hold: to be read, not typed.
import type { GoodsLine, OriginContent } from '../../../applications/forms/origin/content.ts';
import { goodsColumns } from '../../../applications/forms/origin/goods-columns.ts';
import type { FirmView } from '../../../applications/read.ts';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import type { Req } from '../../request.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Layout } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Table } from '../../ui/table.tsx';
import type { Lang } from '../../ui/words.ts';
import { draftWords } from '../draft/draft-words.ts';
import { GoodsPager, GoodsTotals } from './goods-around.tsx';
import type { GoodsPage } from './goods-page.ts';
import { goodsWords } from './goods-words.ts';

type Props = {
  c: Req;
  application: FirmView<OriginContent>['application'];
  at: GoodsPage;
  /** false: this ID may look at it and no more; left out, it is closed. */
  mayWrite?: boolean;
  /** What somebody typed while the application was closed: shown, so that it can be copied, and not saved. */
  typed?: readonly GoodsLine[];
};

export function GoodsClosedPage({ c, application, at, mayWrite = true, typed }: Props) {
  const { lang } = c.var;
  const w = goodsWords[lang];
  const id = application.applicationId;
  const { goods } = application.content;
  return (
    <Layout
      {...frameOf(c)}
      title={draftWords[lang].goods}
      back={{ href: paths.applications, label: draftWords[lang].list }}
    >
      <Notice
        tone="attention"
        heading={w.closedHeading}
        action={<ButtonLink href={paths.application(id)}>{w.overview}</ButtonLink>}
      >
        <p>{typed ? w.closedTyped : mayWrite ? w.closedText : w.closedToRead}</p>
      </Notice>
      {typed ? <h2>{w.shown}</h2> : null}
      {typed ? null : (
        <GoodsPager id="pager-top" lang={lang} page={at} hrefOf={(number) => `${paths.goods(id)}?page=${number}`} />
      )}
      <GoodsLines lang={lang} id="goods" lines={typed ?? goods.slice(at.from, at.from + at.count)} from={at.from} />
      {typed ? null : <GoodsTotals lang={lang} goods={goods} />}
    </Layout>
  );
}

/** Lines of goods as a table to read. `from`: the number before the first line's. */
export function GoodsLines(props: { lang: Lang; id: string; lines: readonly GoodsLine[]; from: number }) {
  const { lang, lines, from } = props;
  const w = goodsWords[lang];
  if (lines.length === 0) return <p>{w.emptyHeading}</p>;
  return (
    <Table
      {...{
        lang,
        id: props.id,
        caption: w.caption(String(from + 1), String(from + lines.length)),
        captionUnseen: true,
      }}
      {...{ phone: 'scroll', dense: true }}
      columns={[
        { key: 'row', head: w.rowHead, namesRow: true, kind: 'number', cell: ({ number }) => String(number) },
        ...goodsColumns.map(({ field, ...head }) => ({
          ...{ key: field, head: head[lang] },
          ...(field === 'quantity' || field === 'packages' ? { kind: 'number' as const } : {}),
          cell: ({ line }: { line: GoodsLine }) => <span class="goods-text">{line[field]}</span>,
        })),
      ]}
      rows={lines.map((line, index) => ({ line, number: from + index + 1 }))}
    />
  );
}
