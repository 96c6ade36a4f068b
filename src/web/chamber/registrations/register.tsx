// 登録台帳: the firms of the chamber, in the order of their numbers.
import { Hono } from 'hono';
import { may } from '../../../accounts/rights.ts';
import { firmKinds, memberClasses } from '../../../registrations/content.ts';
import { firmKindNames } from '../../../registrations/procedures/paper-names.ts';
import {
  type ListedRegistration,
  registerPageSize,
  searchRegister,
} from '../../../registrations/register/read-register.ts';
import type { RegisterFilter } from '../../../registrations/register/register-store.ts';
import { standings } from '../../../registrations/registration.ts';
import { choiceNames } from '../../firm/registration-form/field-words.ts';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, type Req } from '../../request.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { formatDay } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { Pager } from '../../ui/pager.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import type { Lang } from '../../ui/words.ts';
import { wordsIn } from './desk-queue-address.ts';
import { registerWords, standingWords } from './register-words.ts';
import { SearchLine } from './search-line.tsx';
import { StandingTag } from './standing-tag.tsx';

export const registerScreens = new Hono<Env>();

type Asked = { filter: RegisterFilter; page: number };
type Found = { rows: ListedRegistration[]; total: number };

registerScreens.get(paths.register, async (c) => {
  const asked = askedIn(c);
  const found = await searchRegister(ctxOf(c), asked.filter, asked.page);
  const last = Math.max(1, Math.ceil(found.total / registerPageSize));
  if (asked.page > last) return c.redirect(hrefOf(asked.filter, last), 303);
  return c.html(registerPage(c, asked, found));
});

function askedIn(c: Req): Asked {
  const typed = c.req.query('page') ?? '';
  const words = wordsIn(c.req.query('words'));
  const kind = firmKinds.find((one) => one === c.req.query('kind'));
  const memberClass = memberClasses.find((one) => one === c.req.query('member'));
  const standing = standings.find((one) => one === c.req.query('standing'));
  const filter = {
    ...{ ...(words === '' ? {} : { words }), ...(kind ? { kind } : {}) },
    ...{ ...(memberClass ? { memberClass } : {}), ...(standing ? { standing } : {}) },
  };
  return { filter, page: /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : 1 };
}

function hrefOf({ words, kind, memberClass, standing }: RegisterFilter, to: number): string {
  const said = { words, kind, member: memberClass, standing, page: to > 1 ? String(to) : undefined };
  const query = new URLSearchParams(
    Object.entries(said).flatMap(([key, value]): [string, string][] => (value ? [[key, value]] : [])),
  );
  return query.size === 0 ? paths.register : `${paths.register}?${query}`;
}

function registerPage(c: Req, asked: Asked, found: Found): string {
  const { lang } = c.var;
  const w = registerWords[lang];
  return page(
    <Layout {...frameOf(c)} title={w.title}>
      <div class="desk-bar">
        <SearchForm lang={lang} filter={asked.filter} />
        <a href={paths.deskProcedures}>{w.procedures}</a>
        {may(ctxOf(c).actor, 'desk.register') ? <a href={paths.importRegister}>{w.importLink}</a> : null}
      </div>
      <Listed {...{ lang, asked, found }} />
    </Layout>,
  );
}

const isEmpty = (filter: RegisterFilter): boolean => Object.keys(filter).length === 0;

function SearchForm({ lang, filter }: { lang: Lang; filter: RegisterFilter }) {
  const w = registerWords[lang];
  const named = (values: readonly string[]) =>
    values.map((value) => ({ value, label: choiceNames[value]?.[lang] ?? value }));
  return (
    <SearchLine
      {...{ action: paths.register, name: w.search, words: { label: w.words, value: filter.words ?? '' } }}
      selects={[
        { name: 'kind', label: w.kind, all: w.all, value: filter.kind, options: named(firmKinds) },
        { name: 'member', label: w.memberClass, all: w.all, value: filter.memberClass, options: named(memberClasses) },
        {
          ...{ name: 'standing', label: w.standing, all: w.all, value: filter.standing },
          options: standings.map((value) => ({ value, label: standingWords[lang][value] })),
        },
      ]}
    >
      <Button>{w.find}</Button>
      {isEmpty(filter) ? null : <a href={paths.register}>{w.clear}</a>}
    </SearchLine>
  );
}

function Listed({ lang, asked, found }: { lang: Lang; asked: Asked; found: Found }) {
  const w = registerWords[lang];
  if (found.total === 0)
    return isEmpty(asked.filter) ? (
      <EmptyState heading={w.emptyHeading}>
        <p>{w.empty}</p>
      </EmptyState>
    ) : (
      <EmptyState heading={w.noneHeading} action={<ButtonLink href={paths.register}>{w.clear}</ButtonLink>}>
        <p>{w.none}</p>
      </EmptyState>
    );
  return (
    <>
      <Pager
        {...{ lang, total: found.total, perPage: registerPageSize, page: asked.page }}
        hrefOf={(to) => hrefOf(asked.filter, to)}
      />
      <Table
        {...{ lang, id: 'register', caption: w.title, captionUnseen: true, dense: true, phone: 'stack' }}
        columns={columnsOf(lang)}
        rows={found.rows}
        rowId={(row) => `r-${row.registrationId}`}
      />
    </>
  );
}

function columnsOf(lang: Lang): Column<ListedRegistration>[] {
  const w = registerWords[lang];
  return [
    {
      ...{ key: 'number', head: w.number, namesRow: true, kind: 'day' },
      cell: (row) => <a href={paths.registerEntry(row.registrationId)}>{row.number}</a>,
    },
    { key: 'firm', head: w.firm, cell: (row) => <span lang="ja">{row.nameJa}</span> },
    { key: 'nameEn', head: w.nameEn, cell: (row) => <span lang="en">{row.nameEn}</span> },
    { key: 'corporate', head: w.corporateNumber, kind: 'day', cell: (row) => row.corporateNumber ?? '—' },
    {
      key: 'standing',
      head: w.standing,
      kind: 'day',
      cell: (row) => <StandingTag lang={lang} standing={row.standing} />,
    },
    { key: 'until', head: w.validUntil, kind: 'day', cell: (row) => formatDay(lang, row.validUntil) },
    { key: 'kind', head: w.kind, cell: (row) => firmKindNames[row.kind][lang] },
    { key: 'member', head: w.memberClass, kind: 'day', cell: (row) => choiceNames[row.memberClass]?.[lang] ?? '' },
  ];
}
