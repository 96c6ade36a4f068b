// パスワードの再設定: asked before it is begun; by mail, or by a code that is shown once.
import { Hono } from 'hono';
import { type FieldProblem, Refusal } from '../../../lib/refusal.ts';
import { type ForReset, readForReset, resetWays, startReset } from '../../../registrations/firm-ids.ts';
import { errorStatus } from '../../errors.tsx';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, formOf, type Req } from '../../request.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { CheckboxGroup, RadioGroup } from '../../ui/choice-field.tsx';
import { formatDayTime } from '../../ui/dates.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { problemFor } from '../../ui/field-frame.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import type { Lang } from '../../ui/words.ts';
import { nameOf } from '../applications/of-whom.tsx';
import { resetIdWords } from './reset-id-words.ts';

export const resetIdScreens = new Hono<Env>();

resetIdScreens.get(paths.resetId(':accountId'), async (c) => {
  const found = await readForReset(ctxOf(c), c.req.param('accountId'));
  return c.html(askPage(c, found, { mailed: c.req.query('mailed') !== undefined }));
});

resetIdScreens.post(paths.resetId(':accountId'), async (c) => {
  const accountId = c.req.param('accountId');
  const form = await formOf(c);
  const how = resetWays.find((way) => way === form['how']);
  const forgetFactors = form['forget-factors'] === 'yes';
  if (how === undefined) return c.html(askPage(c, await readForReset(ctxOf(c), accountId), { problems: [noWay] }), 422);
  try {
    const begun = await startReset(ctxOf(c), { accountId, how, forgetFactors });
    // In the answer to the post itself: a secret must not pass through an address, nor be kept to be shown again.
    if (begun.handedOver) return c.html(codePage(c, begun, begun.handedOver));
    return c.redirect(`${paths.resetId(accountId)}?mailed`, 303);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'conflict') throw error;
    return c.html(askPage(c, await readForReset(ctxOf(c), accountId), {}), errorStatus.conflict);
  }
});

const noWay: FieldProblem = { field: 'how', ja: resetIdWords.ja.chooseWay, en: resetIdWords.en.chooseWay };

type Shown = { mailed?: boolean; problems?: readonly FieldProblem[] };

function askPage(c: Req, found: ForReset, { mailed = false, problems = [] }: Shown): string {
  const { lang } = c.var;
  const w = resetIdWords[lang];
  return page(
    <Layout {...around(c, found)} title={titleOf(lang, found)} hasErrors={problems.length > 0}>
      <ErrorSummary lang={lang} problems={problems} />
      {mailed && found.linkUntil !== null ? (
        <Notice
          tone="success"
          heading={w.mailedHeading}
          action={<ButtonLink href={paths.firmIds}>{w.back}</ButtonLink>}
        >
          <p>{w.mailed(found.account.mail, formatDayTime(lang, found.linkUntil))}</p>
        </Notice>
      ) : null}
      <Whose lang={lang} found={found} />
      {found.account.status === 'ended' ? (
        <Notice tone="attention" heading={w.endedHeading}>
          <p>{w.endedText}</p>
        </Notice>
      ) : (
        <AskForm lang={lang} found={found} problems={problems} />
      )}
    </Layout>,
  );
}

const titleOf = (lang: Lang, { purpose }: ForReset): string =>
  purpose === 'first' ? resetIdWords[lang].firstTitle : resetIdWords[lang].title;

const around = (c: Req, { account }: ForReset) => ({
  ...frameOf(c),
  // The answer to a post has no address of its own to come back to.
  path: paths.resetId(account.accountId),
  back: { href: paths.firmIds, label: resetIdWords[c.var.lang].back },
});

function Whose({ lang, found: { account } }: { lang: Lang; found: ForReset }) {
  const w = resetIdWords[lang];
  return (
    <SummaryList
      items={[
        { key: w.id, value: account.loginId },
        { key: w.holder, value: nameOf(lang, account) },
        { key: w.mail, value: account.mail },
      ]}
    />
  );
}

function AskForm({ lang, found, problems }: { lang: Lang; found: ForReset; problems: readonly FieldProblem[] }) {
  const w = resetIdWords[lang];
  const { accountId, mail } = found.account;
  return (
    <>
      <p>{w.lead}</p>
      {found.purpose === 'first' ? null : <p>{w.keeps}</p>}
      <p>{w.older}</p>
      <form method="post" action={paths.resetId(accountId)}>
        <RadioGroup
          {...{ lang, name: 'how', label: w.how, required: true, value: 'mail' }}
          error={problemFor(problems, lang, 'how')}
          options={[
            { value: 'mail', label: w.byMail, help: w.byMailHelp(mail) },
            { value: 'hand', label: w.byHand, help: w.byHandHelp },
          ]}
        />
        {found.hasFactor ? (
          <CheckboxGroup
            {...{ lang, name: 'forget-factors', label: w.factors, help: w.factorsHelp, required: false, values: [] }}
            options={[{ value: 'yes', label: w.forgetFactors }]}
          />
        ) : null}
        <ButtonRow>
          <Button tone="primary">{found.purpose === 'first' ? w.firstBegin : w.begin}</Button>
          <ButtonLink href={paths.firmIds}>{w.back}</ButtonLink>
        </ButtonRow>
      </form>
    </>
  );
}

function codePage(c: Req, found: ForReset, { code, endsAt }: { code: string; endsAt: Date }): string {
  const { lang } = c.var;
  const w = resetIdWords[lang];
  return page(
    <Layout {...around(c, found)} title={w.codeTitle} fixedLanguage>
      <Notice tone="success" heading={w.codeHeading}>
        <p>{w.codeText}</p>
        <p>
          {w.code}: <code class="secret">{code}</code>
        </p>
        <p>
          {w.until}: {formatDayTime(lang, endsAt)}
        </p>
      </Notice>
      <Whose lang={lang} found={found} />
      <h2>{w.stepsHeading}</h2>
      <ol>
        <li>{w.openPage(`${c.var.deps.base}${paths.oneTimeLink}`)}</li>
        <li>{w.typeCode}</li>
        <li>{w.signIn}</li>
      </ol>
      <ButtonRow>
        <ButtonLink href={paths.firmIds}>{w.back}</ButtonLink>
      </ButtonRow>
    </Layout>,
  );
}
