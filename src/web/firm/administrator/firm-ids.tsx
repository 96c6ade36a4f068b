// IDの管理: the firm's user IDs, and below them the sub IDs that the signatories made.
import { Hono } from 'hono';
import { dayInJapan } from '../../../lib/clock.ts';
import { isId } from '../../../lib/ids.ts';
import { listFirmIds, subIdsPageSize } from '../../../registrations/firm-ids.ts';
import type { FirmId, FirmSubId, FirmUserId } from '../../../registrations/firm-ids-store.ts';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env } from '../../request.ts';
import { formatCount, formatDay, formatDayTime } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { Pager } from '../../ui/pager.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import type { Lang } from '../../ui/words.ts';
import { listHref } from '../applications/applications.tsx';
import { nameOf } from '../applications/of-whom.tsx';
import { pageAsked } from '../payments/payment-status.ts';
import { firmIdsWords } from './firm-ids-words.ts';

export const firmIdsScreens = new Hono<Env>();

firmIdsScreens.get(paths.firmIds, async (c) => {
  const asked = pageAsked(c.req.query('page'));
  const of = c.req.query('of') ?? '';
  const signatoryId = isId(of) ? of : undefined;
  const { users, subs } = await listFirmIds(ctxOf(c), { page: asked, ...(signatoryId ? { signatoryId } : {}) });
  const last = Math.max(1, Math.ceil(subs.total / subIdsPageSize));
  if (asked > last) return c.redirect(idsHref(signatoryId, last), 303);
  const { lang } = c.var;
  const w = firmIdsWords[lang];
  const whose = users.find((user) => user.signatory.signatoryId === signatoryId);
  return c.html(
    page(
      <Layout {...frameOf(c)} title={w.title}>
        <p>{w.lead}</p>
        <p>{w.passwordLead}</p>
        <h2>{w.users}</h2>
        <Users lang={lang} users={users} />
        <h2 id="subs">{whose ? w.subsOf(whose.loginId, nameOf(lang, whose.signatory)) : w.subs}</h2>
        {signatoryId === undefined ? null : (
          <p>
            <a href={`${paths.firmIds}#subs`}>{w.subsAll}</a>
          </p>
        )}
        <Subs lang={lang} subs={subs} page={asked} signatoryId={signatoryId} today={dayInJapan(c.var.now)} />
      </Layout>,
    ),
  );
});

function idsHref(signatoryId: string | undefined, page: number): string {
  const query = new URLSearchParams();
  if (signatoryId !== undefined) query.set('of', signatoryId);
  if (page > 1) query.set('page', String(page));
  return query.size === 0 ? paths.firmIds : `${paths.firmIds}?${query}#subs`;
}

function Users({ lang, users }: { lang: Lang; users: readonly FirmUserId[] }) {
  const w = firmIdsWords[lang];
  if (users.length === 0)
    return (
      <EmptyState heading={w.usersNone}>
        <p>{w.usersNoneText}</p>
      </EmptyState>
    );
  const columns: Column<FirmUserId>[] = [
    idColumn(lang),
    {
      ...{ key: 'signatory', head: w.signatory },
      cell: ({ signatory }) => (
        <>
          {nameOf(lang, signatory)}
          {lang === 'ja' && signatory.nameJa !== '' ? <Quiet text={signatory.nameEn} lang="en" /> : null}
        </>
      ),
    },
    { key: 'title', head: w.titleHead, cell: ({ signatory }) => <span lang="en">{signatory.titleEn || '—'}</span> },
    {
      ...{ key: 'signature', head: w.signature },
      cell: ({ signatory }) => (signatory.hasSignature ? w.registered : w.unregistered),
    },
    statusColumn(lang, undefined),
    {
      ...{ key: 'subs', head: w.subIds, kind: 'number' },
      cell: (row) =>
        row.subIds === 0 ? (
          '—'
        ) : (
          <a href={idsHref(row.signatory.signatoryId, 1)}>
            {w.subCount(formatCount(row.subIds))}
            <span class="unseen">{w.of(row.loginId)}</span>
          </a>
        ),
    },
    ...lastColumns(lang),
  ];
  return (
    <Table
      {...{ lang, id: 'users', caption: w.usersCaption, captionUnseen: true, phone: 'stack', rows: users }}
      columns={columns}
    />
  );
}

type SubsProps = {
  lang: Lang;
  subs: { rows: readonly FirmSubId[]; total: number };
  page: number;
  signatoryId: string | undefined;
  /** YYYY-MM-DD in Japan */
  today: string;
};

function Subs({ lang, subs, page, signatoryId, today }: SubsProps) {
  const w = firmIdsWords[lang];
  if (subs.total === 0)
    return (
      <EmptyState heading={w.subsNone}>
        <p>{w.subsNoneText}</p>
      </EmptyState>
    );
  const columns: Column<FirmSubId>[] = [
    idColumn(lang),
    {
      ...{ key: 'holder', head: w.holder },
      cell: (row) => (
        <>
          {nameOf(lang, row)}
          {row.holder === null ? null : <Quiet text={w.agent(nameOf(lang, row.holder))} />}
        </>
      ),
    },
    {
      ...{ key: 'signatory', head: w.signatory },
      cell: ({ signatory }) => `${signatory.loginId} ${nameOf(lang, signatory)}`,
    },
    { key: 'may', head: w.may, cell: (row) => mayText(lang, row) },
    {
      ...{ key: 'until', head: w.until, kind: 'day' },
      cell: ({ validUntil }) => (validUntil === null ? w.noEnd : formatDay(lang, validUntil)),
    },
    statusColumn(lang, today),
    ...lastColumns(lang),
  ];
  return (
    <>
      <Pager
        {...{ lang, total: subs.total, perPage: subIdsPageSize, page }}
        hrefOf={(to) => idsHref(signatoryId, to)}
      />
      <Table
        {...{ lang, id: 'sub-ids', caption: w.subsCaption, captionUnseen: true, phone: 'stack', rows: subs.rows }}
        columns={columns}
      />
    </>
  );
}

function mayText(lang: Lang, { may }: FirmSubId): string {
  const w = firmIdsWords[lang];
  if (may.length === 0) return w.prepare;
  return may.map((one) => w[one]).join(lang === 'ja' ? '、' : ', ');
}

const Quiet = ({ text, lang }: { text: string; lang?: string }) => (
  <>
    <br />
    <span class="quiet" lang={lang}>
      {text}
    </span>
  </>
);

const idColumn = <Row extends FirmId>(lang: Lang): Column<Row> => ({
  ...{ key: 'id', head: firmIdsWords[lang].id, namesRow: true },
  cell: ({ loginId }) => <span class="nowrap">{loginId}</span>,
});

/** `today`: of IDs that may have a last day, YYYY-MM-DD in Japan. */
function statusColumn<Row extends FirmId & { validUntil?: string | null }>(
  lang: Lang,
  today: string | undefined,
): Column<Row> {
  const w = firmIdsWords[lang];
  const tag = ({ status, hasPassword, validUntil }: Row) => {
    if (status === 'ended') return <StatusTag tone="stopped" text={w.ended} />;
    if (today !== undefined && validUntil && validUntil < today) return <StatusTag tone="stopped" text={w.over} />;
    return hasPassword ? <StatusTag tone="done" text={w.active} /> : <StatusTag tone="attention" text={w.noPassword} />;
  };
  return {
    ...{ key: 'status', head: w.status },
    cell: (row) => (
      <>
        {tag(row)}
        {row.linkUntil === null ? null : <Quiet text={w.linkUntil(formatDayTime(lang, row.linkUntil))} />}
      </>
    ),
  };
}

function lastColumns<Row extends FirmId>(lang: Lang): Column<Row>[] {
  const w = firmIdsWords[lang];
  return [
    {
      ...{ key: 'cases', head: w.cases, kind: 'number' },
      cell: ({ cases, loginId }) =>
        cases === 0 ? (
          '—'
        ) : (
          <a href={listHref({ loginId })}>
            {w.caseCount(formatCount(cases))}
            <span class="unseen">{w.of(loginId)}</span>
          </a>
        ),
    },
    {
      ...{ key: 'last', head: w.lastSignIn, kind: 'day' },
      cell: ({ lastSignIn }) => (lastSignIn === null ? w.never : formatDayTime(lang, lastSignIn)),
    },
    {
      ...{ key: 'deed', head: w.deed },
      cell: ({ accountId, loginId, status }) =>
        status === 'ended' ? (
          '—'
        ) : (
          <a href={paths.resetId(accountId)}>
            {w.reset}
            <span class="unseen">{w.of(loginId)}</span>
          </a>
        ),
    },
  ];
}
