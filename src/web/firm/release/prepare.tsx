// The sub ID's side of 署名者の確認: asks for it, and takes it back.
import { Hono } from 'hono';
import { isChangeable } from '../../../applications/application.ts';
import { readApplication } from '../../../applications/read.ts';
import { prepareApplication, takeBackPrepared } from '../../../applications/release.ts';
import { Refusal } from '../../../lib/refusal.ts';
import { errorStatus } from '../../errors.tsx';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, formOf } from '../../request.ts';
import { overviewPage } from '../applications/application-overview.tsx';
import { seenIn } from '../draft/seen-version.ts';
import { reviewPage } from '../review/review.tsx';

export const prepareScreens = new Hono<Env>();

prepareScreens.post(paths.prepareApplication(':id'), async (c) => {
  const id = c.req.param('id');
  try {
    await prepareApplication(ctxOf(c), { applicationId: id, ...seenIn(await formOf(c)) });
    return c.redirect(paths.application(id), 303);
  } catch (error) {
    if (!(error instanceof Refusal) || (error.code !== 'invalid' && error.code !== 'conflict')) throw error;
    const view = await readApplication(ctxOf(c), id);
    // Pressed twice, or submitted by the signatory meanwhile: the overview says how it is.
    if (!isChangeable(view.application)) return c.redirect(paths.application(id), 303);
    return c.html(await reviewPage(c, view, { refused: error }), errorStatus[error.code]);
  }
});

prepareScreens.post(paths.takeBackApplication(':id'), async (c) => {
  const id = c.req.param('id');
  try {
    await takeBackPrepared(ctxOf(c), { applicationId: id });
    return c.redirect(paths.application(id), 303);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'conflict') throw error;
    return c.html(await overviewPage(c, id, { changed: true }), errorStatus.conflict);
  }
});
