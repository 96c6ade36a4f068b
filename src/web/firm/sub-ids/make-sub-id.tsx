import { Hono } from 'hono';
import { dayInJapan } from '../../../lib/clock.ts';
import { type FieldProblem, Refusal } from '../../../lib/refusal.ts';
import { makeSubId } from '../../../registrations/sub-ids/make-sub-id.ts';
import { requireManaging } from '../../../registrations/sub-ids/own-sub-id.ts';
import type { SubIdLimits } from '../../../registrations/sub-ids/sub-ids-input.ts';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, type Req } from '../../request.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { HolderFields, LimitFields, noHolder, type TypedHolder, typedIn } from './sub-id-fields.tsx';
import { subIdsWords } from './sub-ids-words.ts';

export const makeSubIdScreens = new Hono<Env>();

makeSubIdScreens.get(paths.newSubId, async (c) => {
  await requireManaging(ctxOf(c));
  return c.html(makePage(c, { ...noHolder, may: ['submit', 'pay'], validUntil: null }, []));
});

makeSubIdScreens.post(paths.newSubId, async (c) => {
  const typed = await typedIn(c);
  try {
    const { accountId } = await makeSubId(ctxOf(c), typed);
    return c.redirect(`${paths.subId(accountId)}?done=made`, 303);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'invalid') throw error;
    return c.html(makePage(c, typed, error.fields), 422);
  }
});

function makePage(c: Req, typed: TypedHolder & SubIdLimits, problems: readonly FieldProblem[]): string {
  const { lang, now } = c.var;
  const w = subIdsWords[lang];
  return page(
    <Layout
      {...frameOf(c)}
      title={w.makeTitle}
      hasErrors={problems.length > 0}
      back={{ href: paths.subIds, label: w.list }}
    >
      <ErrorSummary lang={lang} problems={problems} />
      <p>{w.makeLead}</p>
      <form method="post" action={paths.newSubId}>
        <HolderFields {...{ lang, typed, problems }} />
        <LimitFields {...{ lang, typed, problems }} today={dayInJapan(now)} />
        <ButtonRow>
          <Button tone="primary">{w.make}</Button>
        </ButtonRow>
      </form>
    </Layout>,
  );
}
