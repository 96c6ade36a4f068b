// サブIDの一覧: whom the signatory has given an ID, what each may do, and when it was last used.
import { Hono } from 'hono';
import type { FirmSubId, HolderFirm } from '../../../registrations/firm-ids-store.ts';
import { listOwnSubIds } from '../../../registrations/sub-ids/list-own-sub-ids.ts';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env } from '../../request.ts';
import { ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { formatCount, formatDay, formatDayTime } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import type { Lang } from '../../ui/words.ts';
import { agentName } from './agent-name.tsx';
import { subIdsWords } from './sub-ids-words.ts';

export const subIdListScreens = new Hono<Env>();

subIdListScreens.get(paths.subIds, async (c) => {
  const { rows, total, releaseRequired } = await listOwnSubIds(ctxOf(c));
  const { lang } = c.var;
  const w = subIdsWords[lang];
  const ended = rows.find((row) => row.holder?.registrationId === c.req.query('agency-ended'))?.holder;
  const make = (
    <ButtonLink href={paths.newSubId} tone="primary">
      {w.make}
    </ButtonLink>
  );
  return c.html(
    page(
      <Layout {...frameOf(c)} title={w.title}>
        {ended ? <Notice tone="success" heading={w.agencyEnded(agentName(lang, ended))} /> : null}
        <p>{w.lead}</p>
        <p>{releaseRequired ? w.releaseOn : w.releaseOff}</p>
        {total === 0 ? (
          <EmptyState heading={w.emptyHeading} action={make}>
            <p>{w.empty}</p>
          </EmptyState>
        ) : (
          <>
            <ButtonRow>{make}</ButtonRow>
            {rows.length < total ? <p>{w.more(formatCount(rows.length), formatCount(total))}</p> : null}
            <Groups lang={lang} rows={rows} />
          </>
        )}
      </Layout>,
    ),
  );
});

/** The own firm's first, then each agent's; without agents one list without headings. */
function Groups({ lang, rows }: { lang: Lang; rows: readonly FirmSubId[] }) {
  const w = subIdsWords[lang];
  const own = rows.filter((row) => row.holder === null);
  const agents = new Map(rows.flatMap(({ holder }) => (holder ? [[holder.registrationId, holder] as const] : [])));
  if (agents.size === 0) return <SubIdTable {...{ lang, rows }} id="sub-ids" caption={w.caption} />;
  return (
    <>
      {own.length === 0 ? null : (
        <>
          <h2>{w.ownFirm}</h2>
          <SubIdTable lang={lang} rows={own} id="sub-ids" caption={w.ownFirm} />
        </>
      )}
      {[...agents.values()].map((agent) => (
        <AgentGroup
          {...{ lang, agent, rows: rows.filter((row) => row.holder?.registrationId === agent.registrationId) }}
        />
      ))}
    </>
  );
}

function AgentGroup({ lang, agent, rows }: { lang: Lang; agent: HolderFirm; rows: readonly FirmSubId[] }) {
  const w = subIdsWords[lang];
  const heading = w.agentHeading(agentName(lang, agent), agent.number);
  return (
    <>
      <h2>{heading}</h2>
      {agent.usable ? null : <p>{w.agentUnusable}</p>}
      <SubIdTable lang={lang} rows={rows} id={`agent-${agent.registrationId}`} caption={heading} />
      {rows.every((row) => row.status === 'ended') ? null : (
        <ButtonRow>
          <ButtonLink href={paths.endAgency(agent.registrationId)}>
            {w.endAgency}
            <span class="unseen">{w.ofAgent(agentName(lang, agent))}</span>
          </ButtonLink>
        </ButtonRow>
      )}
    </>
  );
}

type TableOfSubIds = { lang: Lang; rows: readonly FirmSubId[]; id: string; caption: string };

function SubIdTable({ lang, rows, id, caption }: TableOfSubIds) {
  return (
    <Table {...{ lang, id, caption, captionUnseen: true, phone: 'stack', rows: [...rows] }} columns={columns(lang)} />
  );
}

/** 準備、発給申請、お支払い. */
export function mayText(lang: Lang, may: FirmSubId['may']): string {
  const w = subIdsWords[lang];
  return [w.prepare, ...may.map((one) => w[one])].join(lang === 'ja' ? '、' : ', ');
}

export function SubIdStatus({ lang, row }: { lang: Lang; row: FirmSubId }) {
  const w = subIdsWords[lang];
  if (row.status === 'ended') return <StatusTag tone="stopped" text={w.ended} />;
  return row.hasPassword ? (
    <StatusTag tone="done" text={w.active} />
  ) : (
    <StatusTag tone="attention" text={w.noPassword} />
  );
}

export const holderName = (lang: Lang, { nameJa, nameEn }: Pick<FirmSubId, 'nameJa' | 'nameEn'>): string =>
  lang === 'ja' ? nameJa : nameEn;

export const untilText = (lang: Lang, validUntil: string | null): string =>
  validUntil === null ? subIdsWords[lang].noEnd : formatDay(lang, validUntil);

export const lastSignInText = (lang: Lang, at: Date | null): string =>
  at === null ? subIdsWords[lang].never : formatDayTime(lang, at);

function columns(lang: Lang): Column<FirmSubId>[] {
  const w = subIdsWords[lang];
  return [
    {
      ...{ key: 'id', head: w.id, namesRow: true },
      cell: (row) => (
        <a href={paths.subId(row.accountId)} class="nowrap" translate="no">
          {row.loginId}
        </a>
      ),
    },
    { key: 'holder', head: w.holder, cell: (row) => holderName(lang, row) },
    { key: 'status', head: w.status, cell: (row) => <SubIdStatus lang={lang} row={row} /> },
    { key: 'may', head: w.may, cell: (row) => mayText(lang, row.may) },
    { key: 'until', head: w.until, kind: 'day', cell: (row) => untilText(lang, row.validUntil) },
    { key: 'last', head: w.lastSignIn, kind: 'day', cell: (row) => lastSignInText(lang, row.lastSignIn) },
    { key: 'cases', head: w.cases, kind: 'number', cell: (row) => <CasesLink lang={lang} row={row} /> },
  ];
}

export function CasesLink({ lang, row }: { lang: Lang; row: FirmSubId }) {
  const w = subIdsWords[lang];
  const count = w.casesOf(formatCount(row.cases));
  if (row.cases === 0) return <>{count}</>;
  return (
    <a href={`${paths.applications}?id=${row.loginId}`}>
      {count}
      <span class="unseen">{w.ofId(row.loginId)}</span>
    </a>
  );
}
