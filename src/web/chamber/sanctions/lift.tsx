// 処分を解く: asks for the reason, which the firm reads.
import { Hono } from 'hono';
import { requireAct } from '../../../accounts/rights.ts';
import { Refusal } from '../../../lib/refusal.ts';
import { liftSanction } from '../../../registrations/sanctions/lift-sanction.ts';
import { readSanction } from '../../../registrations/sanctions/read-sanction.ts';
import { errorStatus } from '../../errors.tsx';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, formOf, type Req } from '../../request.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { problemFor } from '../../ui/field-frame.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { sanctionText, sanctionWords } from './sanction-words.ts';

export const liftScreens = new Hono<Env>();

liftScreens.get(paths.liftSanction(':id'), async (c) => {
  requireAct(ctxOf(c).actor, 'desk.sanction');
  return c.html(await liftPage(c, c.req.param('id'), ''));
});

liftScreens.post(paths.liftSanction(':id'), async (c) => {
  const id = c.req.param('id');
  const { reason = '' } = await formOf(c);
  try {
    const { registrationId } = await liftSanction(ctxOf(c), { sanctionId: id, reason });
    return c.redirect(`${paths.registerEntry(registrationId)}?done=lifted`, 303);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'invalid') throw error;
    return c.html(await liftPage(c, id, reason, error), errorStatus.invalid);
  }
});

async function liftPage(c: Req, id: string, reason: string, refused?: Refusal): Promise<string> {
  const { lang } = c.var;
  const w = sanctionWords[lang];
  const sanction = await readSanction(ctxOf(c), id);
  const problems = refused?.fields ?? [];
  const back = paths.registerEntry(sanction.registrationId);
  return page(
    <Layout {...frameOf(c)} title={w.liftTitle} back={{ href: back, label: w.back }} hasErrors={problems.length > 0}>
      <ErrorSummary lang={lang} problems={problems} />
      <p class="desk-case-name">{lang === 'ja' ? sanction.nameJa : sanction.nameEn}</p>
      <SummaryList
        items={[
          { key: w.kind, value: sanctionText(lang, sanction) },
          { key: w.reason, value: <span class="desk-said">{sanction.reason}</span> },
        ]}
      />
      <p>{w.liftLead}</p>
      <form method="post" action={paths.liftSanction(id)} class="confirm">
        <TextArea
          {...{ lang, name: 'reason', label: w.liftReason, required: true, rows: 4, value: reason }}
          error={problemFor(problems, lang, 'reason')}
        />
        <ButtonRow>
          <Button tone="primary">{w.liftYes}</Button>
          <ButtonLink href={back}>{w.stop}</ButtonLink>
        </ButtonRow>
      </form>
    </Layout>,
  );
}
