// 貿易登録の手続きの一覧: what firms have sent, by state, the oldest first.
import { Hono } from 'hono';
import { dayInJapan } from '../../../lib/clock.ts';
import { procedureNames } from '../../../registrations/procedures/paper-names.ts';
import { feeToReturn, procedureKinds } from '../../../registrations/procedures/procedure.ts';
import {
  countFeesToReturn,
  countProcedures,
  listProcedureQueue,
  type QueuedProcedure,
  queuePageSize,
} from '../../../registrations/procedures/procedure-desk.ts';
import { isOver, type ProcedureStatus } from '../../../registrations/procedures/procedure-lifecycle.ts';
import { daysBetween } from '../../../registrations/read-registration.ts';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, type Req } from '../../request.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { formatCount, formatDay, formatDayTime, formatMoney } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { Pager } from '../../ui/pager.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import type { Lang } from '../../ui/words.ts';
import { nameOf } from '../case-view.ts';
import { type Asked, askedIn, procedureLists, queueHref, statusesOf } from './desk-queue-address.ts';
import { deskQueueWords } from './desk-queue-words.ts';
import { SearchLine } from './search-line.tsx';

export const deskQueueScreens = new Hono<Env>();

type Counts = Readonly<Record<ProcedureStatus | 'to_return', number>>;
type Found = { rows: QueuedProcedure[]; total: number };

deskQueueScreens.get(paths.deskProcedures, async (c) => {
  const ctx = ctxOf(c);
  const asked = askedIn((name) => c.req.query(name));
  const { list, kind, words } = asked;
  const filter = { statuses: statusesOf[list], feeToReturn: list === 'to_return', ...(kind ? { kind } : {}), words };
  const found = await listProcedureQueue(ctx, filter, asked.page);
  const last = Math.max(1, Math.ceil(found.total / queuePageSize));
  if (asked.page > last) return c.redirect(queueHref({ ...asked, page: last }), 303);
  return c.html(
    queuePage(c, asked, found, { ...(await countProcedures(ctx)), to_return: await countFeesToReturn(ctx) }),
  );
});

function queuePage(c: Req, asked: Asked, found: Found, counts: Counts): string {
  const { lang } = c.var;
  const w = deskQueueWords[lang];
  return page(
    <Layout {...frameOf(c)} title={w.title}>
      <div class="desk-bar">
        <FilterForm lang={lang} asked={asked} />
        <a href={paths.register}>{w.register}</a>
      </div>
      <nav class="desk-lists" aria-label={w.lists}>
        <ul>
          {listsShown(asked, counts).map((list) => (
            <li>
              <a href={queueHref({ ...asked, list, page: 1 })} aria-current={list === asked.list ? 'page' : undefined}>
                {w[list]} <span class="desk-lists-count">{formatCount(countOf(counts, list))}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Listed c={c} asked={asked} found={found} />
    </Layout>,
  );
}

/** The list of what is to be given back is there only while there is something. */
const listsShown = (asked: Asked, counts: Counts): Asked['list'][] =>
  procedureLists.filter((list) => list !== 'to_return' || counts.to_return > 0 || asked.list === list);

const countOf = (counts: Counts, list: Asked['list']): number =>
  list === 'to_return' ? counts.to_return : statusesOf[list].reduce((sum, status) => sum + counts[status], 0);

function FilterForm({ lang, asked }: { lang: Lang; asked: Asked }) {
  const w = deskQueueWords[lang];
  const options = procedureKinds.map((kind) => ({ value: kind, label: procedureNames[kind][lang] }));
  return (
    <SearchLine
      {...{ action: paths.deskProcedures, name: w.filter, words: { label: w.words, value: asked.words } }}
      selects={[{ name: 'kind', label: w.kind, all: w.allKinds, value: asked.kind, options }]}
      hidden={asked.list === 'submitted' ? {} : { list: asked.list }}
    >
      <Button>{w.find}</Button>
      {asked.kind || asked.words ? <a href={queueHref({ list: asked.list })}>{w.clear}</a> : null}
    </SearchLine>
  );
}

function Listed({ c, asked, found }: { c: Req; asked: Asked; found: Found }) {
  const { lang } = c.var;
  const w = deskQueueWords[lang];
  const isFiltered = asked.kind !== undefined || asked.words !== '';
  if (found.total === 0)
    return (
      <EmptyState
        heading={w.emptyHeading(w[asked.list])}
        action={isFiltered ? <ButtonLink href={queueHref({ list: asked.list })}>{w.clear}</ButtonLink> : undefined}
      >
        <p>{isFiltered ? w.emptyFiltered : w.empty}</p>
      </EmptyState>
    );
  return (
    <>
      <Pager
        {...{ lang, total: found.total, perPage: queuePageSize, page: asked.page }}
        hrefOf={(to) => queueHref({ ...asked, page: to })}
      />
      <Table
        {...{ lang, id: 'procedures', caption: w[asked.list], captionUnseen: true, dense: true, phone: 'stack' }}
        columns={columnsOf(c, asked)}
        rows={found.rows}
        rowId={(row) => `p-${row.procedureId}`}
      />
    </>
  );
}

function columnsOf(c: Req, { list }: Asked): Column<QueuedProcedure>[] {
  const { lang } = c.var;
  const w = deskQueueWords[lang];
  const me = ctxOf(c).actor.accountId;
  const isDone = list === 'accepted' || list === 'closed' || list === 'to_return';
  const waiting: Column<QueuedProcedure>[] = [
    {
      ...{ key: 'waiting', head: w.waiting, kind: 'number' as const },
      cell: ({ submittedAt }) => submittedAt && waitingText(lang, submittedAt, c.var.now),
    },
    {
      ...{ key: 'holder', head: w.holder, kind: 'day' as const },
      cell: ({ holder }) => {
        if (holder === null) return <span class="quiet">{w.nobody}</span>;
        return holder.accountId === me ? <strong>{w.you(nameOf(lang, holder))}</strong> : nameOf(lang, holder);
      },
    },
  ];
  const fee: Column<QueuedProcedure> = { key: 'fee', head: w.fee, kind: 'day', cell: (row) => feeText(lang, row) };
  const accepted: Column<QueuedProcedure> = {
    ...{ key: 'accepted', head: w.acceptedOn, kind: 'day' },
    cell: ({ acceptedOn }) => acceptedOn && formatDay(lang, acceptedOn),
  };
  return [
    {
      ...{ key: 'receipt', head: w.receipt, namesRow: true, kind: 'day' as const },
      cell: ({ procedureId, receiptNumber }) => <a href={paths.deskProcedure(procedureId)}>{receiptNumber}</a>,
    },
    { key: 'kind', head: w.kind, kind: 'day', cell: ({ kind }) => procedureNames[kind][lang] },
    { key: 'firm', head: w.firm, cell: (row) => (lang === 'ja' ? row.nameJa : row.nameEn) },
    {
      ...{ key: 'at', head: w.submittedAt, kind: 'day' as const },
      cell: ({ submittedAt }) => submittedAt && formatDayTime(lang, submittedAt),
    },
    {
      ...{ key: 'round', head: w.round, kind: 'day' as const },
      cell: ({ round }) => (round > 1 ? <strong>{w.again(round)}</strong> : w.first),
    },
    ...(list === 'submitted' || list === 'accepted' ? [] : [fee]),
    ...(list === 'accepted' ? [accepted] : []),
    ...(isDone ? [] : waiting),
  ];
}

function feeText(lang: Lang, row: QueuedProcedure) {
  const w = deskQueueWords[lang];
  const { feeYen, feePaid, status } = row;
  const toReturn = feeToReturn(row);
  if (toReturn > 0) return <strong>{w.feeToReturn(formatMoney(lang, toReturn, 'unsaid'))}</strong>;
  if (feePaid !== null) return w.feePaid;
  if (feeYen === null || feeYen === 0 || isOver(status)) return <span class="quiet">{w.nobody}</span>;
  return w.feeOwed(formatMoney(lang, feeYen, 'unsaid'));
}

/** Days in Japan since it was sent. */
function waitingText(lang: Lang, since: Date, now: Date): string {
  const days = daysBetween(dayInJapan(since), dayInJapan(now));
  const w = deskQueueWords[lang];
  return days === 0 ? w.today : w.days(formatCount(days));
}
