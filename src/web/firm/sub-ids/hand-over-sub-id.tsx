// サブIDの引継ぎ: asks who goes on, and says what will happen, before anything does.
import { Hono } from 'hono';
import { handOverSubId } from '../../../certificates/hand-over-sub-id.ts';
import { type FieldProblem, Refusal } from '../../../lib/refusal.ts';
import { getOwnSubId } from '../../../registrations/sub-ids/list-own-sub-ids.ts';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, type Req } from '../../request.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { shellWords } from '../../ui/shell-words.ts';
import { refused } from './sub-id.tsx';
import { HolderFields, noHolder, type TypedHolder, typedIn } from './sub-id-fields.tsx';
import { subIdsWords } from './sub-ids-words.ts';

export const handOverSubIdScreens = new Hono<Env>();

handOverSubIdScreens.get(paths.handOverSubId(':id'), async (c) => {
  const row = await getOwnSubId(ctxOf(c), c.req.param('id'));
  if (row.status === 'ended') return c.redirect(paths.subId(row.accountId), 303);
  // The next holder is a colleague of the last one, as a rule.
  const agentNumber = row.holder?.usable ? row.holder.number : '';
  return c.html(handOverPage(c, row, { ...noHolder, agentNumber }, []));
});

handOverSubIdScreens.post(paths.handOverSubId(':id'), async (c) => {
  const accountId = c.req.param('id');
  const typed = await typedIn(c);
  try {
    const made = await handOverSubId(ctxOf(c), { ...typed, accountId });
    return c.redirect(`${paths.subId(made.account.accountId)}?done=made`, 303);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'invalid') return refused(c, accountId, error);
    return c.html(handOverPage(c, await getOwnSubId(ctxOf(c), accountId), typed, error.fields), 422);
  }
});

function handOverPage(
  c: Req,
  { accountId, loginId }: { accountId: string; loginId: string },
  typed: TypedHolder,
  problems: readonly FieldProblem[],
): string {
  const { lang } = c.var;
  const w = subIdsWords[lang];
  return page(
    <Layout
      {...frameOf(c)}
      title={w.handOverTitle(loginId)}
      hasErrors={problems.length > 0}
      back={{ href: paths.subId(accountId), label: w.subTitle(loginId) }}
    >
      <ErrorSummary lang={lang} problems={problems} />
      <p>{w.handOverLead}</p>
      <h2>{w.handOverWhat}</h2>
      <ul>
        <li>{w.handOverMoves}</li>
        <li>{w.handOverEnds(loginId)}</li>
        <li>{w.handOverKeeps}</li>
      </ul>
      <form method="post" action={paths.handOverSubId(accountId)}>
        <HolderFields {...{ lang, typed, problems }} />
        <ButtonRow>
          <Button tone="danger">{w.handOverYes}</Button>
          <ButtonLink href={paths.subId(accountId)}>{shellWords[lang].cancel}</ButtonLink>
        </ButtonRow>
      </form>
    </Layout>,
  );
}
