// 署名者の確認: the signatory checks what a sub ID prepared, and submits it or gives it back with a note.
import { Hono } from 'hono';
import { requireAct } from '../../../accounts/rights.ts';
import { type FirmView, readApplication } from '../../../applications/read.ts';
import { giveBackPrepared } from '../../../applications/release.ts';
import { submitApplication } from '../../../applications/submit.ts';
import { type FieldProblem, Refusal } from '../../../lib/refusal.ts';
import { errorStatus } from '../../errors.tsx';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, formOf, type Req } from '../../request.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { problemFor } from '../../ui/field-frame.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { shellWords } from '../../ui/shell-words.ts';
import { TextArea } from '../../ui/text-field.tsx';
import { overviewPage } from '../applications/application-overview.tsx';
import { idText } from '../applications/of-whom.tsx';
import { seenIn } from '../draft/seen-version.ts';
import { whysIn } from '../review/warning-whys.tsx';
import { releasePage } from './release-page.tsx';
import { releaseWords } from './release-words.ts';

export const releaseScreens = new Hono<Env>();

/** It waits, and for this reader; anything else is read on the overview. */
const waits = ({ application, allowed }: FirmView): boolean =>
  application.preparedAt !== null && allowed.has('application.release');

releaseScreens.get(paths.releaseApplication(':id'), async (c) => {
  requireAct(ctxOf(c).actor, 'application.release');
  const view = await readApplication(ctxOf(c), c.req.param('id'));
  if (!waits(view)) return c.redirect(paths.application(view.application.applicationId), 303);
  return c.html(await releasePage(c, view, undefined));
});

// The deed is the same that submits; at this address it is the release of what somebody else prepared.
releaseScreens.post(paths.releaseApplication(':id'), async (c) => {
  requireAct(ctxOf(c).actor, 'application.release');
  const id = c.req.param('id');
  const form = await formOf(c);
  const whys = whysIn(form);
  try {
    await submitApplication(ctxOf(c), { applicationId: id, whys, ...seenIn(form) });
    return c.redirect(paths.application(id), 303);
  } catch (error) {
    if (!(error instanceof Refusal) || (error.code !== 'invalid' && error.code !== 'conflict')) throw error;
    const view = await readApplication(ctxOf(c), id);
    // Taken back, or submitted in another window: the overview says how it is now.
    if (!waits(view)) return c.html(await overviewPage(c, id, { changed: true }), errorStatus.conflict);
    return c.html(await releasePage(c, view, error, whys), errorStatus[error.code]);
  }
});

releaseScreens.get(paths.giveBackApplication(':id'), async (c) => {
  requireAct(ctxOf(c).actor, 'application.release');
  const view = await readApplication(ctxOf(c), c.req.param('id'));
  if (!waits(view)) return c.redirect(paths.application(view.application.applicationId), 303);
  return c.html(giveBackPage(c, view, '', []));
});

releaseScreens.post(paths.giveBackApplication(':id'), async (c) => {
  const id = c.req.param('id');
  const { note = '' } = await formOf(c);
  try {
    await giveBackPrepared(ctxOf(c), { applicationId: id, note });
    return c.redirect(paths.application(id), 303);
  } catch (error) {
    if (!(error instanceof Refusal) || (error.code !== 'invalid' && error.code !== 'conflict')) throw error;
    if (error.code === 'conflict') return c.html(await overviewPage(c, id, { changed: true }), errorStatus.conflict);
    return c.html(giveBackPage(c, await readApplication(ctxOf(c), id), note, error.fields), 422);
  }
});

function giveBackPage(c: Req, view: FirmView, note: string, problems: readonly FieldProblem[]): string {
  const { lang } = c.var;
  const w = releaseWords[lang];
  const id = view.application.applicationId;
  return page(
    <Layout
      {...frameOf(c)}
      title={w.giveBackTitle}
      hasErrors={problems.length > 0}
      back={{ href: paths.releaseApplication(id), label: w.title }}
    >
      <ErrorSummary lang={lang} problems={problems} />
      <p>{w.giveBackLead(idText(lang, view.madeBy))}</p>
      <form method="post" action={paths.giveBackApplication(id)}>
        <TextArea
          {...{ lang, name: 'note', label: w.note, help: w.noteHelp, required: true, maxlength: 2000, value: note }}
          error={problemFor(problems, lang, 'note')}
        />
        <ButtonRow>
          <Button tone="primary">{w.giveBackYes}</Button>
          <ButtonLink href={paths.releaseApplication(id)}>{shellWords[lang].cancel}</ButtonLink>
        </ButtonRow>
      </form>
    </Layout>,
  );
}
