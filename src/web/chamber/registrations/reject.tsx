// 却下: asks for the reason, which the firm reads.
import { Hono } from 'hono';
import { requireAct } from '../../../accounts/rights.ts';
import { Refusal } from '../../../lib/refusal.ts';
import { rejectRegistration } from '../../../payments/end-registration.ts';
import { readDeskFee } from '../../../payments/registration-fee-desk.ts';
import type { Procedure } from '../../../registrations/procedures/procedure.ts';
import { readDeskProcedure } from '../../../registrations/procedures/procedure-desk.ts';
import { errorStatus } from '../../errors.tsx';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, type Req } from '../../request.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { formatMoney } from '../../ui/dates.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { problemFor } from '../../ui/field-frame.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import type { Lang } from '../../ui/words.ts';
import { decideWords } from './decide-words.ts';
import { feeWords } from './fee-words.ts';
import { orProcedure } from './procedure-deeds.tsx';
import { type ProcedureTyped, procedureTypedIn } from './procedure-typed.ts';
import { procedureTitle, procedureView } from './procedure-view.ts';

export const rejectScreens = new Hono<Env>();

rejectScreens.get(paths.rejectProcedure(':id'), async (c) => {
  const ctx = ctxOf(c);
  requireAct(ctx.actor, 'desk.register');
  const id = c.req.param('id');
  const { actions } = procedureView(c.var.lang, ctx.actor, await readDeskProcedure(ctx, id), c.var.now);
  return actions.has('reject') ? c.html(await rejectPage(c, id)) : c.redirect(paths.deskProcedure(id), 303);
});

rejectScreens.post(paths.rejectProcedure(':id'), async (c) => {
  const id = c.req.param('id');
  const typed = await procedureTypedIn(c);
  const { round, note } = typed;
  try {
    await rejectRegistration(ctxOf(c), { procedureId: id, round, note });
    return c.redirect(paths.deskProcedure(id), 303);
  } catch (error) {
    if (error instanceof Refusal && (error.code === 'invalid' || error.code === 'unavailable'))
      return c.html(await rejectPage(c, id, { typed, refused: error }), errorStatus[error.code]);
    return orProcedure(c, id, typed, () => Promise.reject(error));
  }
});

async function rejectPage(c: Req, id: string, shown?: { typed: ProcedureTyped; refused: Refusal }): Promise<string> {
  const { lang } = c.var;
  const w = decideWords[lang];
  const view = await readDeskProcedure(ctxOf(c), id);
  const fee = await readDeskFee(ctxOf(c), id);
  const problems = shown?.refused.fields ?? [];
  const round = shown?.typed.round ?? roundAsked(c) ?? view.procedure.round;
  return page(
    <Layout
      {...frameOf(c)}
      title={w.rejectTitle}
      back={{ href: paths.deskProcedure(id), label: w.back }}
      hasErrors={problems.length > 0}
    >
      <ErrorSummary lang={lang} problems={problems} />
      {shown?.refused.code === 'unavailable' ? (
        <Notice tone="error" heading={feeWords[lang].unavailable}>
          <p>{feeWords[lang].rejectUnavailable}</p>
        </Notice>
      ) : null}
      <p class="desk-case-name">{procedureTitle(lang, view)}</p>
      <p>{w.rejectText}</p>
      <FeeNotice lang={lang} procedure={view.procedure} isPaying={fee.paying !== undefined} />
      <form method="post" action={paths.rejectProcedure(id)} class="confirm">
        <input type="hidden" name="round" value={String(round)} />
        <TextArea
          {...{ lang, name: 'note', label: w.reason, required: true, rows: 4, value: shown?.typed.note }}
          error={problemFor(problems, lang, 'note')}
        />
        <ButtonRow>
          <Button tone="danger">{w.rejectYes}</Button>
          <ButtonLink href={paths.deskProcedure(id)}>{w.stop}</ButtonLink>
        </ButtonRow>
      </form>
    </Layout>,
  );
}

/** What a rejection means for the fee, where there is one. */
function FeeNotice(props: { lang: Lang; procedure: Procedure; isPaying: boolean }) {
  const { lang, procedure, isPaying } = props;
  const w = feeWords[lang];
  if (isPaying) return <p>{w.rejectPaying}</p>;
  if (procedure.feePaid === null || procedure.feeYen === null) return null;
  return <p>{w.rejectPaid(formatMoney(lang, procedure.feeYen))}</p>;
}

/** The submission from whose page the reader came: what he has seen is what he decides on. */
export function roundAsked(c: Req): number | undefined {
  const round = c.req.query('round') ?? '';
  return /^\d{1,6}$/.test(round) ? Number(round) : undefined;
}
