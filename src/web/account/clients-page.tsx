import type { ApplicationRow } from '../../applications/application.ts';
import { type Client, casesShown, type Waiting } from '../../certificates/read-clients.ts';
import type { FieldProblem } from '../../lib/refusal.ts';
import { ApplicationStatusTag } from '../firm/applications/application-status-tag.tsx';
import { frameOf } from '../frame.ts';
import { paths } from '../paths.ts';
import type { Req } from '../request.ts';
import { Button, ButtonLink, ButtonRow, PostButton } from '../ui/button.tsx';
import { formatCount, formatDayTime } from '../ui/dates.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { problemFor } from '../ui/field-frame.tsx';
import { Layout, page } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { PasswordField, TextField } from '../ui/text-field.tsx';
import type { Lang } from '../ui/words.ts';
import { clientsWords } from './clients-words.ts';

type Typed = { chamber: string; id: string };
type Shown = {
  typed: Typed;
  problems?: readonly FieldProblem[];
  done?: 'added' | 'removed' | undefined;
  /** The account that was added. */
  added?: string;
  /** What was asked for is no client any more. */
  isGone?: boolean;
  /** Why one could not switch. */
  refused?: FieldProblem | undefined;
};

export function clientsPage(c: Req, clients: readonly Client[], shown: Shown): string {
  const { lang } = c.var;
  const w = clientsWords[lang];
  const problems = shown.problems ?? [];
  return page(
    <Layout {...frameOf(c)} title={w.title} hasErrors={problems.length > 0} islands={['reveal-password']}>
      <ErrorSummary lang={lang} problems={problems} />
      <Said {...{ lang, clients, shown }} />
      <p>{w.lead}</p>
      <Table
        {...{ lang, id: 'clients', caption: w.caption, captionUnseen: true, phone: 'stack', rows: clients }}
        columns={clientColumns(lang, clients.length > 1)}
      />
      <Cases {...{ lang, clients }} />
      <h2>{w.addHeading}</h2>
      <p>{w.addText}</p>
      <p>{w.addRules}</p>
      <AddForm {...{ lang, problems }} typed={shown.typed} />
    </Layout>,
  );
}

const nameOf = (lang: Lang, { nameJa, nameEn }: { nameJa: string; nameEn: string }): string =>
  lang === 'ja' ? nameJa : nameEn;

function Said({ lang, clients, shown }: { lang: Lang; clients: readonly Client[]; shown: Shown }) {
  const w = clientsWords[lang];
  const added = clients.find((one) => one.account.accountId === shown.added);
  if (shown.refused)
    return (
      <Notice tone="error" heading={w.gone}>
        <p>{shown.refused[lang]}</p>
      </Notice>
    );
  if (shown.isGone)
    return (
      <Notice tone="error" heading={w.gone}>
        <p>{w.goneText}</p>
      </Notice>
    );
  if (shown.done === 'added' && added) return <Notice tone="success" heading={w.added(nameOf(lang, added.firm))} />;
  if (shown.done === 'removed') return <Notice tone="success" heading={w.removed} />;
  return null;
}

function LoginId({ id }: { id: string }) {
  return (
    <span class="nowrap" translate="no">
      {id}
    </span>
  );
}

/** Undefined where it cannot be used. */
const waitingOf = ({ waiting }: Client): Waiting | undefined => ('unusable' in waiting ? undefined : waiting);

function clientColumns(lang: Lang, several: boolean): Column<Client>[] {
  const w = clientsWords[lang];
  const count = (key: 'returned' | 'certified' | 'printable'): Column<Client> => ({
    ...{ key, head: w[key], kind: 'number' },
    cell: (client) => {
      const n = waitingOf(client)?.[key];
      return n === undefined ? '—' : w.count(formatCount(n));
    },
  });
  return [
    { key: 'firm', head: w.firm, namesRow: true, cell: (client) => <Firm lang={lang} client={client} /> },
    { key: 'chamber', head: w.chamber, cell: (client) => nameOf(lang, client.chamber) },
    { key: 'id', head: w.id, cell: ({ account }) => <LoginId id={account.loginId} /> },
    ...(['returned', 'certified', 'printable'] as const).map(count),
    ...(several ? switchColumns(lang) : []),
  ];
}

function switchColumns(lang: Lang): Column<Client>[] {
  const w = clientsWords[lang];
  return [
    { key: 'switch', head: w.switchHead, cell: (client) => <SwitchTo lang={lang} client={client} /> },
    {
      ...{ key: 'remove', head: w.listHead },
      cell: ({ account, firm }) => (
        <PostButton action={paths.removeClient} values={{ accountId: account.accountId }} tone="link">
          {w.remove}
          <span class="unseen">{w.to(nameOf(lang, firm))}</span>
        </PostButton>
      ),
    },
  ];
}

function Firm({ lang, client }: { lang: Lang; client: Client }) {
  const w = clientsWords[lang];
  const { waiting } = client;
  return (
    <>
      {nameOf(lang, client.firm)}
      {'unusable' in waiting ? (
        <span class="quiet"> {waiting.unusable.map((one) => one[lang]).join(' ') || w.unusable}</span>
      ) : null}
    </>
  );
}

function SwitchTo({ lang, client }: { lang: Lang; client: Client }) {
  const w = clientsWords[lang];
  if (client.isPresent) return <strong>{w.present}</strong>;
  if (waitingOf(client) === undefined) return <>—</>;
  return (
    <PostButton action={paths.switchClient} values={{ accountId: client.account.accountId }} tone="primary">
      {w.switchTo}
      <span class="unseen">{w.to(nameOf(lang, client.firm))}</span>
    </PostButton>
  );
}

type CaseOf = { client: Client; row: ApplicationRow };

function Cases({ lang, clients }: { lang: Lang; clients: readonly Client[] }) {
  const w = clientsWords[lang];
  const cases = clients.flatMap((client) => (waitingOf(client)?.cases ?? []).map((row): CaseOf => ({ client, row })));
  const rows = cases.toSorted((a, b) => b.row.changedAt.getTime() - a.row.changedAt.getTime());
  return (
    <>
      <h2>{w.cases}</h2>
      {rows.length === 0 ? (
        <p>{w.noCases}</p>
      ) : (
        <>
          <p>{w.casesLead(formatCount(casesShown))}</p>
          <Table
            {...{ lang, id: 'client-cases', caption: w.cases, captionUnseen: true, phone: 'stack', rows }}
            columns={caseColumns(lang)}
          />
        </>
      )}
    </>
  );
}

function caseColumns(lang: Lang): Column<CaseOf>[] {
  const w = clientsWords[lang];
  const numberOf = ({ row }: CaseOf): string => row.receiptNumber ?? (row.invoiceNumbers.join(', ') || w.noNumber);
  return [
    { key: 'case', head: w.case, namesRow: true, cell: (one) => <span translate="no">{numberOf(one)}</span> },
    { key: 'firm', head: w.firm, cell: ({ client }) => nameOf(lang, client.firm) },
    { key: 'state', head: w.state, cell: ({ row }) => <ApplicationStatusTag lang={lang} status={row.status} /> },
    { key: 'consignee', head: w.consignee, cell: ({ row }) => <span lang="en">{row.consignee}</span> },
    { key: 'changed', head: w.changed, kind: 'day', cell: ({ row }) => formatDayTime(lang, row.changedAt) },
    { key: 'open', head: w.open, cell: (one) => <OpenCase {...{ lang, one }} number={numberOf(one)} /> },
  ];
}

function OpenCase({ lang, one, number }: { lang: Lang; one: CaseOf; number: string }) {
  const w = clientsWords[lang];
  const { client, row } = one;
  const unseen = <span class="unseen">{w.to(number)}</span>;
  if (client.isPresent)
    return (
      <ButtonLink href={paths.application(row.applicationId)}>
        {w.open}
        {unseen}
      </ButtonLink>
    );
  return (
    <PostButton
      action={paths.switchClient}
      values={{ accountId: client.account.accountId, open: row.applicationId }}
      tone="secondary"
    >
      {w.switchAndOpen}
      {unseen}
    </PostButton>
  );
}

function AddForm({ lang, typed, problems }: { lang: Lang; typed: Typed; problems: readonly FieldProblem[] }) {
  const w = clientsWords[lang];
  const error = (name: string) => problemFor(problems, lang, name);
  return (
    <form method="post" action={paths.clients}>
      <TextField
        {...{ lang, name: 'chamber', label: w.chamberCode, required: true, maxlength: 8, width: 'tiny' }}
        {...{ value: typed.chamber, error: error('chamber'), spellcheck: false }}
      />
      <TextField
        {...{ lang, name: 'id', label: w.id, required: true, maxlength: 20, width: 'short' }}
        {...{ value: typed.id, error: error('id'), spellcheck: false, autocomplete: 'username' }}
      />
      <PasswordField
        {...{ lang, name: 'password', label: w.password, width: 'middle', required: true }}
        autocomplete="current-password"
        error={error('password')}
      />
      <TextField
        {...{ lang, name: 'totp', label: w.factor, help: w.factorHelp, required: false, maxlength: 40, width: 'short' }}
        {...{ error: error('totp'), spellcheck: false, autocomplete: 'one-time-code' }}
      />
      <ButtonRow>
        <Button tone="primary">{w.add}</Button>
      </ButtonRow>
    </form>
  );
}
