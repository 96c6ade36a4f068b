// 貿易登録: what stands in the firm's registration. It is changed by a procedure that the chamber accepts, not here.
import { Hono } from 'hono';
import { type RegistrationView, readRegistration } from '../../../registrations/read-registration.ts';
import type { Signatory } from '../../../registrations/registration.ts';
import { readOwnSanctions } from '../../../registrations/sanctions/read-sanction.ts';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env } from '../../request.ts';
import { ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { formatDay } from '../../ui/dates.ts';
import { Layout, page } from '../../ui/layout.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { type SummaryItem, SummaryList } from '../../ui/summary-list.tsx';
import { Table } from '../../ui/table.tsx';
import type { Lang } from '../../ui/words.ts';
import { SanctionNotices } from '../sanction-notice.tsx';
import { RegistrationState } from './registration-state.tsx';
import { firmKindWords, legalFormWords, memberClassWords, registrationWords } from './registration-words.ts';

export const registrationScreens = new Hono<Env>();

registrationScreens.get(paths.registration, async (c) => {
  const view = await readRegistration(ctxOf(c));
  const sanctions = await readOwnSanctions(ctxOf(c));
  const { lang } = c.var;
  const w = registrationWords[lang];
  return c.html(
    page(
      <Layout {...frameOf(c)} title={w.title}>
        <RegistrationState lang={lang} view={view} />
        <SanctionNotices lang={lang} sanctions={sanctions} />
        <ButtonRow>
          <ButtonLink href={paths.requestProcedure}>{w.request}</ButtonLink>
          <ButtonLink href={paths.signatureCertificates}>{w.certificates}</ButtonLink>
          <ButtonLink href={paths.firmRules}>{w.rules}</ButtonLink>
        </ButtonRow>
        <h2>{w.factsHeading}</h2>
        <SummaryList items={factsOf(lang, view)} />
        <h2>{w.signatoriesHeading}</h2>
        <Signatories lang={lang} rows={view.signatories} />
      </Layout>,
    ),
  );
});

/** Whoever was registered before there was a form has no representative and no contact here. */
function factsOf(lang: Lang, { registration: row, form: content }: RegistrationView): SummaryItem[] {
  const w = registrationWords[lang];
  const joined = (...parts: string[]) => parts.filter((part) => part !== '').join(' ');
  const more = content && [
    { key: w.representative, value: joined(content.representativeTitleJa, content.representativeNameJa) },
    {
      key: w.contact,
      value: joined(
        content.contact.departmentJa,
        content.contact.nameJa,
        content.contact.telephone,
        content.contact.mail,
      ),
    },
  ];
  const items: SummaryItem[] = [
    { key: w.number, value: row.number },
    { key: w.name, value: row.nameJa },
    { key: w.nameEn, value: row.nameEn, valueLang: 'en' },
    { key: w.addressEn, value: row.addressEn, valueLang: 'en' },
    { key: w.placeEn, value: row.placeEn, valueLang: 'en' },
    { key: w.kind, value: firmKindWords[lang][row.kind] },
    { key: w.legalForm, value: legalFormWords[lang][row.legalForm] },
    ...(row.corporateNumber === null ? [] : [{ key: w.corporateNumber, value: row.corporateNumber }]),
    { key: w.memberClass, value: memberClassWords[lang][row.memberClass] },
    { key: w.period, value: w.fromTo(formatDay(lang, row.validFrom), formatDay(lang, row.validUntil)) },
    ...(more ?? []),
  ];
  return items.filter((item) => item.value !== '');
}

function Signatories({ lang, rows }: { lang: Lang; rows: readonly Signatory[] }) {
  const w = registrationWords[lang];
  if (rows.length === 0) return <p>{w.signatoriesNone}</p>;
  return (
    <Table
      {...{ lang, id: 'signatories', caption: w.signatoriesCaption, captionUnseen: true, phone: 'stack', rows }}
      columns={[
        {
          ...{ key: 'name', head: w.signatory, namesRow: true },
          cell: (row: Signatory) => (
            <>
              {lang === 'ja' && row.nameJa !== '' ? `${row.nameJa} ` : null}
              <span lang="en">{row.nameEn}</span>
            </>
          ),
        },
        { key: 'title', head: w.signatoryTitle, cell: (row: Signatory) => <span lang="en">{row.titleEn || '—'}</span> },
        {
          ...{ key: 'signature', head: w.signature },
          cell: (row: Signatory) => (row.signatureSha256 === null ? w.unregistered : w.registered),
        },
        {
          ...{ key: 'status', head: w.status },
          cell: (row: Signatory) =>
            row.status === 'active' ? (
              <StatusTag tone="done" text={w.active} />
            ) : (
              <StatusTag tone="neutral" text={w.left} />
            ),
        },
      ]}
    />
  );
}
