// 審査の一覧: what waits at the desk, oldest first, and the way to the next case.
import { type Context, Hono } from 'hono';
import { claimNext } from '../../applications/claim-next.ts';
import { countDesk } from '../../applications/count-desk.ts';
import type { QueueCounts } from '../../applications/desk-queue-store.ts';
import type { QueueRow } from '../../applications/desk-store.ts';
import { hasToCertify, nextToCertify } from '../../applications/next-to-certify.ts';
import { listPageSize } from '../../applications/read.ts';
import { listDesk } from '../../applications/read-desk.ts';
import type { Page } from '../../applications/store.ts';
import { listMismatches, type MismatchView } from '../../payments/mismatches.ts';
import { frameOf } from '../frame.ts';
import { paths } from '../paths.ts';
import { ctxOf, type Env, type Req } from '../request.ts';
import { formatCount } from '../ui/dates.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Layout, page } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { Pager } from '../ui/pager.tsx';
import { Table } from '../ui/table.tsx';
import type { Lang } from '../ui/words.ts';
import { DoneNotice } from './done.tsx';
import { FindCase } from './find-case.tsx';
import { HeldLead } from './held.tsx';
import { heldWords } from './held-words.ts';
import { KeysHelp } from './keys-help.tsx';
import { Mismatches } from './mismatches.tsx';
import { NextCaseButton, type Waiting } from './next-case.tsx';
import { filterOf, listIn, type QueueList, queueHref, queueLists } from './queue-address.ts';
import { queueColumns } from './queue-columns.tsx';
import { queueWords } from './queue-words.ts';

export const queueScreens = new Hono<Env>();

type Asked = { list: QueueList; page: number };

queueScreens.get(paths.queue, async (c) => {
  const asked = { list: listIn(c.req.query('list')), page: pageIn(c) };
  const ctx = ctxOf(c);
  const found = await listDesk(ctx, filterOf[asked.list], asked.page);
  const last = Math.max(1, Math.ceil(found.total / listPageSize));
  if (asked.page > last) return c.redirect(queueHref(asked.list, last), 303);
  const mismatches = asked.list === 'held' ? await listMismatches(ctx) : [];
  const counts = { ...(await countDesk(ctx)), toCertify: await hasToCertify(ctx) };
  return c.html(queuePage(c, asked, { ...found, mismatches }, counts));
});

queueScreens.post(paths.nextCase, async (c) => {
  const id = await claimNext(ctxOf(c));
  return c.redirect(id === undefined ? `${paths.queue}?none=examine` : paths.deskCase(id), 303);
});

queueScreens.get(paths.nextToCertify, async (c) => {
  const id = await nextToCertify(ctxOf(c));
  return c.redirect(id === undefined ? `${queueHref('approved')}&none=certify` : paths.deskCase(id), 303);
});

function pageIn(c: Context<Env>): number {
  const page = c.req.query('page') ?? '';
  return /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1;
}

type Shown = Page<QueueRow> & {
  /** On the list of held cases: payments that somebody has to look into. */
  mismatches: readonly MismatchView[];
};

function queuePage(c: Req, asked: Asked, found: Shown, counts: QueueCounts & Waiting): string {
  const { lang } = c.var;
  const { actor: reader } = ctxOf(c);
  const w = queueWords[lang];
  return page(
    <Layout {...frameOf(c)} title={w.title} islands={['desk-keys']}>
      <DoneNotice c={c} />
      <NoneNotice lang={lang} none={c.req.query('none')} />
      <div class="desk-bar">
        <NextCaseButton
          {...{ lang, reader, waiting: counts }}
          first={asked.list === 'approved' ? 'certify' : 'examine'}
        />
        <p class="desk-bar-text">{w.unclaimed(formatCount(counts.unclaimed))}</p>
        <FindCase lang={lang} />
      </div>
      <Lists lang={lang} list={asked.list} counts={counts} />
      <Mismatches lang={lang} rows={found.mismatches} />
      {asked.list === 'held' && found.total > 0 ? <HeldLead lang={lang} /> : null}
      {found.total === 0 && found.mismatches.length > 0 ? null : (
        <Found {...{ lang, asked, found, counts }} me={reader.accountId} />
      )}
      <KeysHelp lang={lang} page="queue" />
    </Layout>,
  );
}

/** Somebody asked for the next case, and there was none. */
function NoneNotice(props: { lang: Lang; none: string | undefined }) {
  const w = queueWords[props.lang];
  if (props.none === 'examine')
    return (
      <Notice tone="info" heading={w.none}>
        <p>{w.noneText}</p>
      </Notice>
    );
  return props.none === 'certify' ? (
    <Notice tone="info" heading={w.noneToCertify}>
      <p>{w.noneToCertifyText}</p>
    </Notice>
  ) : null;
}

function Lists(props: { lang: Lang; list: QueueList; counts: QueueCounts }) {
  const w = queueWords[props.lang];
  return (
    <nav class="desk-lists" aria-label={w.lists}>
      <ul>
        {queueLists.map((list) => (
          <li>
            <a href={queueHref(list)} aria-current={list === props.list ? 'page' : undefined}>
              {w[list]} <span class="desk-lists-count">{formatCount(props.counts[list])}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function emptyText(lang: Lang, list: QueueList, counts: Waiting): string {
  if (list === 'held') return heldWords[lang].empty;
  return list === 'mine' && counts.unclaimed > 0 ? queueWords[lang].emptyMine : queueWords[lang].empty;
}

function Found(props: { lang: Lang; asked: Asked; found: Page<QueueRow>; counts: Waiting; me: string }) {
  const { lang, asked, found } = props;
  const w = queueWords[lang];
  if (found.total === 0)
    return (
      <EmptyState heading={w.emptyHeading(w[asked.list])}>
        <p>{emptyText(lang, asked.list, props.counts)}</p>
      </EmptyState>
    );
  return (
    <>
      <Pager
        {...{ lang, total: found.total, perPage: listPageSize, page: asked.page }}
        hrefOf={(page) => queueHref(asked.list, page)}
      />
      <Table
        {...{ lang, id: 'queue', caption: w[asked.list], captionUnseen: true, dense: true, phone: 'stack' }}
        columns={queueColumns(lang, props.me)}
        rows={found.rows}
        rowId={(row) => `a-${row.applicationId}`}
      />
    </>
  );
}
