// 取下げ: asked once more, since it cannot be undone.
import { Hono } from 'hono';
import { readApplication } from '../../../applications/read.ts';
import { withdrawApplication } from '../../../applications/submit.ts';
import { Refusal } from '../../../lib/refusal.ts';
import { errorStatus } from '../../errors.tsx';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env } from '../../request.ts';
import { Confirm } from '../../ui/dialog.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { ContentSummary } from './application-content.tsx';
import { overviewPage, titleOf } from './application-overview.tsx';
import { applicationOverviewWords } from './application-overview-words.ts';
import { mayWithdraw } from './application-way.ts';

export const withdrawApplicationScreens = new Hono<Env>();

withdrawApplicationScreens.get(paths.withdrawApplication(':id'), async (c) => {
  const id = c.req.param('id');
  const view = await readApplication(ctxOf(c), id);
  const { application, allowed } = view;
  if (!allowed.has('application.submit')) throw new Refusal('not_allowed');
  if (!mayWithdraw(view)) return c.redirect(paths.application(id), 303);
  const { lang } = c.var;
  const w = applicationOverviewWords[lang];
  return c.html(
    page(
      <Layout {...frameOf(c)} title={w.withdrawTitle} back={{ href: paths.application(id), label: w.overview }}>
        <p>{titleOf(lang, application)}</p>
        <ContentSummary lang={lang} kind={application.kind} content={application.content} />
        <Confirm
          {...{ lang, action: paths.withdrawApplication(id), yes: w.withdrawYes, tone: 'danger' }}
          no={{ href: paths.application(id) }}
        >
          <p>{w.withdrawText}</p>
        </Confirm>
      </Layout>,
    ),
  );
});

withdrawApplicationScreens.post(paths.withdrawApplication(':id'), async (c) => {
  const id = c.req.param('id');
  try {
    await withdrawApplication(ctxOf(c), { applicationId: id });
    return c.redirect(paths.application(id), 303);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'conflict') throw error;
    return c.html(await overviewPage(c, id, { changed: true }), errorStatus.conflict);
  }
});
