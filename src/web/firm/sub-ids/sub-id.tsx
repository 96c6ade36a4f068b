// One sub ID: who holds it, what it may do and until when; from here it is handed over or ended.
import { Hono } from 'hono';
import { dayInJapan } from '../../../lib/clock.ts';
import { type FieldProblem, Refusal } from '../../../lib/refusal.ts';
import type { FirmSubId } from '../../../registrations/firm-ids-store.ts';
import { limitSubId } from '../../../registrations/sub-ids/limit-sub-id.ts';
import { getOwnSubId } from '../../../registrations/sub-ids/list-own-sub-ids.ts';
import { sendSubIdLink } from '../../../registrations/sub-ids/send-sub-id-link.ts';
import type { SubIdLimits } from '../../../registrations/sub-ids/sub-ids-input.ts';
import { errorStatus } from '../../errors.tsx';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, type Req } from '../../request.ts';
import { Button, ButtonLink, ButtonRow, PostButton } from '../../ui/button.tsx';
import { formatDayTime } from '../../ui/dates.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import type { Lang } from '../../ui/words.ts';
import { AgentName } from './agent-name.tsx';
import { LimitFields, typedIn } from './sub-id-fields.tsx';
import { CasesLink, holderName, lastSignInText, mayText, SubIdStatus, untilText } from './sub-ids.tsx';
import { subIdsWords } from './sub-ids-words.ts';

export const subIdScreens = new Hono<Env>();

const doneWords = ['made', 'saved', 'sent'] as const;
type Done = (typeof doneWords)[number];

/** `?done=`: what has just been done with it. */
subIdScreens.get(paths.subId(':id'), async (c) => {
  const done = doneWords.find((one) => one === c.req.query('done'));
  return c.html(await subIdPage(c, c.req.param('id'), done === undefined ? {} : { done }));
});

subIdScreens.post(paths.limitSubId(':id'), async (c) => {
  const accountId = c.req.param('id');
  const { may, validUntil } = await typedIn(c);
  try {
    await limitSubId(ctxOf(c), { accountId, may, validUntil });
    return c.redirect(`${paths.subId(accountId)}?done=saved`, 303);
  } catch (error) {
    return refused(c, accountId, error, { may, validUntil });
  }
});

subIdScreens.post(paths.sendSubIdLink(':id'), async (c) => {
  const accountId = c.req.param('id');
  try {
    await sendSubIdLink(ctxOf(c), { accountId });
    return c.redirect(`${paths.subId(accountId)}?done=sent`, 303);
  } catch (error) {
    return refused(c, accountId, error);
  }
});

/** The page as it is now, with what was typed; ended or given a password meanwhile, it says so. */
export async function refused(c: Req, id: string, error: unknown, typed?: SubIdLimits): Promise<Response> {
  if (!(error instanceof Refusal) || (error.code !== 'invalid' && error.code !== 'conflict')) throw error;
  const shown = error.code === 'conflict' ? { conflict: true } : { problems: error.fields };
  return c.html(await subIdPage(c, id, { ...shown, ...(typed ? { typed } : {}) }), errorStatus[error.code]);
}

type Shown = { done?: Done; conflict?: boolean; problems?: readonly FieldProblem[]; typed?: SubIdLimits };

async function subIdPage(c: Req, id: string, shown: Shown): Promise<string> {
  const row = await getOwnSubId(ctxOf(c), id);
  const { lang, now } = c.var;
  const w = subIdsWords[lang];
  const problems = shown.problems ?? [];
  return page(
    <Layout
      {...frameOf(c)}
      title={w.subTitle(row.loginId)}
      hasErrors={problems.length > 0}
      back={{ href: paths.subIds, label: w.list }}
    >
      <ErrorSummary lang={lang} problems={problems} />
      <Said {...{ lang, row, shown }} code={c.var.chamber?.chamberId ?? ''} />
      <SummaryList items={summary(lang, row)} />
      {row.status === 'ended' ? (
        <p>{w.endedText}</p>
      ) : (
        <>
          {row.hasPassword ? null : <PostButton action={paths.sendSubIdLink(id)}>{w.sendLink}</PostButton>}
          <h2>{w.limitsHeading}</h2>
          <form method="post" action={paths.limitSubId(id)}>
            <LimitFields {...{ lang, problems, typed: shown.typed ?? row, today: dayInJapan(now) }} />
            <ButtonRow>
              <Button tone="primary">{w.save}</Button>
            </ButtonRow>
          </form>
          <h2>{w.moreHeading}</h2>
          <p>{w.moreText}</p>
          <ButtonRow>
            <ButtonLink href={paths.handOverSubId(id)}>{w.handOver}</ButtonLink>
            <ButtonLink href={paths.endSubId(id)}>{w.end}</ButtonLink>
          </ButtonRow>
        </>
      )}
    </Layout>,
  );
}

/** What has just been done, or was not done. */
function Said({ lang, row, shown, code }: { lang: Lang; row: FirmSubId; shown: Shown; code: string }) {
  const w = subIdsWords[lang];
  if (shown.conflict)
    return (
      <Notice tone="error" heading={w.changedHeading}>
        <p>{w.changedText}</p>
      </Notice>
    );
  if (shown.done === 'made')
    return (
      <Notice tone="success" heading={w.madeHeading(row.loginId)}>
        <p>{w.madeText(holderName(lang, row), code)}</p>
      </Notice>
    );
  if (shown.done === 'saved') return <Notice tone="success" heading={w.savedHeading} />;
  if (shown.done === 'sent')
    return (
      <Notice tone="success" heading={w.sentHeading}>
        <p>{w.sentText}</p>
      </Notice>
    );
  return null;
}

function summary(lang: Lang, row: FirmSubId) {
  const w = subIdsWords[lang];
  const shownOfActive = [
    { key: w.password, value: passwordText(lang, row) },
    { key: w.may, value: mayText(lang, row.may) },
    { key: w.until, value: untilText(lang, row.validUntil) },
  ];
  return [
    { key: w.status, value: <SubIdStatus lang={lang} row={row} /> },
    { key: w.holder, value: lang === 'ja' ? `${row.nameJa}(${row.nameEn})` : row.nameEn },
    ...(row.holder ? [{ key: w.agent, value: <AgentName lang={lang} agent={row.holder} /> }] : []),
    { key: w.mail, value: row.mail },
    ...(row.status === 'ended' ? [] : shownOfActive),
    { key: w.lastSignIn, value: lastSignInText(lang, row.lastSignIn) },
    { key: w.cases, value: <CasesLink lang={lang} row={row} /> },
  ];
}

function passwordText(lang: Lang, { hasPassword, linkUntil }: FirmSubId): string {
  const w = subIdsWords[lang];
  if (hasPassword) return w.passwordSet;
  return linkUntil === null ? w.passwordNoLink : w.passwordWaits(formatDayTime(lang, linkUntil));
}
