// 2段階認証 of one's own ID: what there is, and the recovery codes.
import { Hono } from 'hono';
import { listOwnFactors, makeRecoveryCodes, type OwnFactors } from '../../accounts/own-factors.ts';
import { type Factor, factorsAtMost } from '../../accounts/second-factor.ts';
import { frameOf } from '../frame.ts';
import { paths } from '../paths.ts';
import { ctxOf, type Env, type Req } from '../request.ts';
import { ButtonLink, ButtonRow, PostButton } from '../ui/button.tsx';
import { formatDayTime } from '../ui/dates.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Layout, page } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { type Column, Table } from '../ui/table.tsx';
import type { Lang } from '../ui/words.ts';
import { factorScreens } from './factor.tsx';
import { newPasskeyScreens } from './new-passkey.tsx';
import { newTotpScreens } from './new-totp.tsx';
import { recoveryCodesPage } from './recovery-codes-page.tsx';
import { secondFactorWords } from './second-factor-words.ts';

export const secondFactorScreens = new Hono<Env>();

const done = ['added', 'removed', 'renamed'] as const;

secondFactorScreens.get(paths.secondFactor, async (c) => {
  const own = await listOwnFactors(ctxOf(c));
  return c.html(
    listPage(
      c,
      own,
      done.find((one) => c.req.query(one) !== undefined),
    ),
  );
});

secondFactorScreens.post(paths.recoveryCodes, async (c) =>
  c.html(recoveryCodesPage(c, await makeRecoveryCodes(ctxOf(c)))),
);

secondFactorScreens.route('/', newTotpScreens);
secondFactorScreens.route('/', newPasskeyScreens);
secondFactorScreens.route('/', factorScreens);

function listPage(c: Req, own: OwnFactors, said: (typeof done)[number] | undefined): string {
  const { lang } = c.var;
  const w = secondFactorWords[lang];
  const { factors } = own;
  const isNeeded = factors.length === 0 && ctxOf(c).actor.rights.includes('certify');
  return page(
    <Layout {...frameOf(c)} title={w.title}>
      {said === undefined ? null : (
        <Notice tone="success" heading={w[said]}>
          {said === 'renamed' ? null : <p>{w[`${said}Text`]}</p>}
        </Notice>
      )}
      {isNeeded ? (
        <Notice tone="attention" heading={w.needed}>
          <p>{w.neededText}</p>
        </Notice>
      ) : null}
      <p>{w.lead}</p>
      <h2>{w.listHeading}</h2>
      {factors.length === 0 ? (
        <EmptyState heading={w.emptyHeading}>
          <p>{w.emptyText}</p>
        </EmptyState>
      ) : (
        <Table
          {...{ lang, id: 'factors', caption: w.caption, captionUnseen: true, phone: 'stack', rows: factors }}
          columns={columns(lang)}
        />
      )}
      <Add lang={lang} factors={factors} />
      {factors.length > 0 ? <Codes lang={lang} left={own.recoveryCodesLeft} /> : null}
      <p class="quiet">
        <a href={`${paths.idKinds}#second-factor`}>{w.help}</a>
      </p>
    </Layout>,
  );
}

function Add({ lang, factors }: { lang: Lang; factors: readonly Factor[] }) {
  const w = secondFactorWords[lang];
  const tone = factors.length === 0 ? 'primary' : 'secondary';
  if (factors.length >= factorsAtMost)
    return (
      <>
        <h2>{w.addHeading}</h2>
        <p>{w.full}</p>
      </>
    );
  return (
    <>
      <h2>{w.addHeading}</h2>
      <p>{w.addTotpText}</p>
      <ButtonRow>
        <ButtonLink href={paths.newTotp} tone={tone}>
          {w.addTotp}
        </ButtonLink>
      </ButtonRow>
      <p>{w.addPasskeyText}</p>
      <ButtonRow>
        <ButtonLink href={paths.newPasskey}>{w.addPasskey}</ButtonLink>
      </ButtonRow>
    </>
  );
}

/** Fewer than these and one had better make new ones. */
const few = 3;

function Codes({ lang, left }: { lang: Lang; left: number }) {
  const w = secondFactorWords[lang];
  return (
    <>
      <h2>{w.codesHeading}</h2>
      <p>{w.codesLeft(left)}</p>
      {left < few ? (
        <p>
          <strong>{w.codesFew}</strong>
        </p>
      ) : null}
      <p>{w.makeCodesText}</p>
      <ButtonRow>
        <PostButton action={paths.recoveryCodes}>{w.makeCodes}</PostButton>
      </ButtonRow>
    </>
  );
}

function columns(lang: Lang): Column<Factor>[] {
  const w = secondFactorWords[lang];
  return [
    { key: 'name', head: w.name, namesRow: true, cell: ({ name }) => name },
    { key: 'kind', head: w.kind, cell: ({ kind }) => w[kind] },
    { key: 'made', head: w.made, kind: 'day', cell: ({ madeAt }) => formatDayTime(lang, madeAt) },
    {
      ...{ key: 'used', head: w.used, kind: 'day' },
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? '—' : formatDayTime(lang, lastUsedAt)),
    },
    {
      ...{ key: 'change', head: w.change },
      cell: ({ factorId, name }) => (
        <a href={paths.factor(factorId)}>
          {w.open}
          <span class="unseen">{w.of(name)}</span>
        </a>
      ),
    },
  ];
}
