// One firm of the register: its facts, signatories with their IDs, procedures and history.
import { Hono } from 'hono';
import { dayInJapan } from '../../../lib/clock.ts';
import type { FirmUserId } from '../../../registrations/firm-ids-store.ts';
import { procedureNames } from '../../../registrations/procedures/paper-names.ts';
import type { ProcedureRow } from '../../../registrations/procedures/procedure.ts';
import { type RegisterEntry, readRegisterEntry } from '../../../registrations/register/read-register.ts';
import { choiceNames } from '../../firm/registration-form/field-words.ts';
import { statusWords } from '../../firm/registration-form/form-words.ts';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env } from '../../request.ts';
import { formatCount, formatDay } from '../../ui/dates.ts';
import { Layout, page } from '../../ui/layout.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { type SummaryItem, SummaryList } from '../../ui/summary-list.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import type { Lang } from '../../ui/words.ts';
import { RegisterRemarks, RegisterSanctions, SanctionDone } from '../sanctions/register-sanctions.tsx';
import { deskQueueWords } from './desk-queue-words.ts';
import { procedureTones } from './procedure-state.tsx';
import { pageIn, RegisterHistory } from './register-history.tsx';
import { registerWords } from './register-words.ts';
import { ReissueLinks } from './reissue-link.tsx';
import { StandingTag } from './standing-tag.tsx';

export const registerEntryScreens = new Hono<Env>();

registerEntryScreens.get(paths.registerEntry(':id'), async (c) => {
  const { lang } = c.var;
  const w = registerWords[lang];
  const ctx = ctxOf(c);
  const id = c.req.param('id');
  const asked = pageIn(c);
  const entry = await readRegisterEntry(ctx, id, asked);
  const shown = { lang, entry, reader: ctx.actor, today: dayInJapan(ctx.now) };
  const { number, nameJa, nameEn } = entry.registration;
  return c.html(
    page(
      <Layout
        {...frameOf(c)}
        title={`${number} ${lang === 'ja' ? nameJa : nameEn}`}
        back={{ href: paths.register, label: w.back }}
      >
        <SanctionDone lang={lang} done={c.req.query('done')} />
        <h2>{w.facts}</h2>
        <SummaryList items={factsOf(lang, entry)} />
        <ReissueLinks {...{ lang, actor: ctx.actor, ...entry }} registrationId={entry.registration.registrationId} />
        <RegisterSanctions {...shown} />
        <RegisterRemarks {...shown} />
        <h2>{w.signatories}</h2>
        <Signatories lang={lang} entry={entry} />
        <h2>{w.procedureList}</h2>
        <Procedures lang={lang} rows={entry.procedures} />
        <RegisterHistory lang={lang} entry={entry} page={asked} />
      </Layout>,
    ),
  );
});

function factsOf(
  lang: Lang,
  { registration: row, form: content, standing, administrator }: RegisterEntry,
): SummaryItem[] {
  const w = registerWords[lang];
  const named = (value: string): string => choiceNames[value]?.[lang] ?? value;
  const joined = (...parts: string[]): string => parts.filter((part) => part.trim() !== '').join(' ');
  const contact = content?.contact;
  const items: SummaryItem[] = [
    { key: w.standing, value: <StandingTag lang={lang} standing={standing} /> },
    { key: w.period, value: w.fromTo(formatDay(lang, row.validFrom), formatDay(lang, row.validUntil)) },
    { key: w.name, value: row.nameJa, valueLang: 'ja' },
    { key: w.nameEn, value: row.nameEn, valueLang: 'en' },
    { key: w.addressEn, value: row.addressEn, valueLang: 'en' },
    { key: w.placeEn, value: row.placeEn, valueLang: 'en' },
    { key: w.kind, value: named(row.kind) },
    { key: w.legalForm, value: named(row.legalForm) },
    { key: w.corporateNumber, value: row.corporateNumber ?? '—' },
    { key: w.memberClass, value: joined(named(row.memberClass), content?.memberNumber ?? '') },
    ...(row.paperNumber === null ? [] : [{ key: w.paperNumber, value: row.paperNumber }]),
    {
      key: w.administrator,
      value: administrator
        ? joined(administrator.loginId, lang === 'ja' ? administrator.nameJa : administrator.nameEn, administrator.mail)
        : w.noAdministrator,
    },
    ...(content === null
      ? []
      : [{ key: w.representative, value: joined(content.representativeTitleJa, content.representativeNameJa) }]),
    ...(contact === undefined
      ? []
      : [{ key: w.contact, value: joined(contact.departmentJa, contact.nameJa, contact.telephone, contact.mail) }]),
  ];
  return items;
}

function Signatories({ lang, entry }: { lang: Lang; entry: RegisterEntry }) {
  const w = registerWords[lang];
  if (entry.users.length === 0) return <p>{w.noSignatories}</p>;
  return (
    <Table
      {...{ lang, id: 'signatories', caption: w.signatories, captionUnseen: true, dense: true, phone: 'stack' }}
      rows={entry.users}
      columns={signatoryColumns(lang, entry.registration.registrationId)}
    />
  );
}

function signatoryColumns(lang: Lang, registrationId: string): Column<FirmUserId>[] {
  const w = registerWords[lang];
  return [
    { key: 'id', head: w.userId, kind: 'day', cell: ({ loginId }) => loginId },
    {
      ...{ key: 'name', head: w.signatory, namesRow: true },
      cell: ({ signatory }) => (
        <>
          <span lang="en">{signatory.nameEn}</span> {signatory.nameJa}
        </>
      ),
    },
    { key: 'title', head: w.jobTitle, cell: ({ signatory }) => <span lang="en">{signatory.titleEn || '—'}</span> },
    {
      ...{ key: 'signature', head: w.signature },
      cell: ({ signatory }) =>
        signatory.hasSignature ? (
          <img
            class="reg-signature"
            src={paths.registeredSignature(registrationId, signatory.signatoryId)}
            alt={w.signatureOf(signatory.nameEn)}
            loading="lazy"
          />
        ) : (
          <span class="quiet">{w.noSignature}</span>
        ),
    },
    { key: 'subs', head: w.subIds, kind: 'number', cell: ({ subIds }) => formatCount(subIds) },
    { key: 'state', head: w.idState, kind: 'day', cell: (row) => <IdState lang={lang} row={row} /> },
  ];
}

function IdState({ lang, row }: { lang: Lang; row: FirmUserId }) {
  const w = registerWords[lang];
  if (row.status === 'ended') return <StatusTag tone="neutral" text={w.ended} />;
  return row.hasPassword ? (
    <StatusTag tone="done" text={w.active} />
  ) : (
    <StatusTag tone="attention" text={w.noPassword} />
  );
}

function Procedures({ lang, rows }: { lang: Lang; rows: readonly ProcedureRow[] }) {
  const w = registerWords[lang];
  if (rows.length === 0) return <p>{w.noProcedures}</p>;
  const columns: Column<ProcedureRow>[] = [
    {
      ...{ key: 'receipt', head: deskQueueWords[lang].receipt, namesRow: true, kind: 'day' },
      cell: (row) => <a href={paths.deskProcedure(row.procedureId)}>{row.receiptNumber}</a>,
    },
    { key: 'kind', head: w.procedureList, cell: (row) => procedureNames[row.kind][lang] },
    {
      ...{ key: 'state', head: w.state, kind: 'day' },
      cell: (row) => <StatusTag tone={procedureTones[row.status]} text={statusWords[lang][row.status]} />,
    },
    {
      ...{ key: 'accepted', head: w.acceptedOn, kind: 'day' },
      cell: ({ acceptedOn }) => (acceptedOn === null ? '—' : formatDay(lang, acceptedOn)),
    },
  ];
  return (
    <Table
      {...{ lang, id: 'procedures', caption: w.procedureList, captionUnseen: true, dense: true, phone: 'stack' }}
      {...{ columns, rows }}
    />
  );
}
