// A case that was certified before its firm was sanctioned goes on all the same: asks why.
import { Hono } from 'hono';
import { requireAct } from '../../../accounts/rights.ts';
import { readDeskDetails } from '../../../applications/read-desk-details.ts';
import { letGoOn } from '../../../certificates/let-go-on.ts';
import { Refusal } from '../../../lib/refusal.ts';
import { errorStatus } from '../../errors.tsx';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, formOf, type Req } from '../../request.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { problemFor } from '../../ui/field-frame.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { CaseFacts } from '../case-facts.tsx';
import { caseTitle, caseView } from '../case-view.ts';
import { CaseStopped } from './case-stopped.tsx';
import { sanctionsDeskWords } from './sanctions-desk-words.ts';

export const goOnScreens = new Hono<Env>();

goOnScreens.get(paths.letGoOn(':id'), async (c) => {
  requireAct(ctxOf(c).actor, 'desk.certify');
  const id = c.req.param('id');
  const { inWay, application } = await readDeskDetails(ctxOf(c), id);
  const isStopped = inWay.length > 0 && ['certified', 'held'].includes(application.status);
  return isStopped ? c.html(await goOnPage(c, id, '')) : c.redirect(paths.deskCase(id), 303);
});

goOnScreens.post(paths.letGoOn(':id'), async (c) => {
  const id = c.req.param('id');
  const { reason = '' } = await formOf(c);
  try {
    await letGoOn(ctxOf(c), { applicationId: id, reason });
    return c.redirect(paths.deskCase(id), 303);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'invalid') throw error;
    return c.html(await goOnPage(c, id, reason, error), errorStatus.invalid);
  }
});

async function goOnPage(c: Req, id: string, reason: string, refused?: Refusal): Promise<string> {
  const { lang } = c.var;
  const w = sanctionsDeskWords[lang];
  const ctx = ctxOf(c);
  const of = caseView(lang, ctx.actor, await readDeskDetails(ctx, id), ctx.now);
  const problems = refused?.fields ?? [];
  const back = paths.deskCase(id);
  return page(
    <Layout
      {...frameOf(c)}
      title={w.goOnTitle}
      back={{ href: back, label: w.goOnBack }}
      hasErrors={problems.length > 0}
    >
      <ErrorSummary lang={lang} problems={problems} />
      <p class="desk-case-name">{caseTitle(lang, of.view)}</p>
      <CaseFacts {...of} />
      <CaseStopped {...of} />
      <p>{of.view.application.status === 'held' ? w.goOnHeld : w.goOnCertified}</p>
      <p>{w.goOnOnce}</p>
      <form method="post" action={paths.letGoOn(id)} class="confirm">
        <TextArea
          {...{ lang, name: 'reason', label: w.goOnReason, required: true, rows: 4, value: reason }}
          error={problemFor(problems, lang, 'reason')}
        />
        <ButtonRow>
          <Button tone="primary">{w.goOnYes}</Button>
          <ButtonLink href={back}>{w.stop}</ButtonLink>
        </ButtonRow>
      </form>
    </Layout>,
  );
}
