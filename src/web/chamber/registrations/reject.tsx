// 却下: asks for the reason, which the firm reads.
import { Hono } from 'hono';
import { requireAct } from '../../../accounts/rights.ts';
import { Refusal } from '../../../lib/refusal.ts';
import { readDeskProcedure, rejectProcedure } from '../../../registrations/procedures/procedure-desk.ts';
import { errorStatus } from '../../errors.tsx';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, type Req } from '../../request.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { problemFor } from '../../ui/field-frame.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { decideWords } from './decide-words.ts';
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
    await rejectProcedure(ctxOf(c), { procedureId: id, round, note });
    return c.redirect(paths.deskProcedure(id), 303);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'invalid')
      return c.html(await rejectPage(c, id, { typed, refused: error }), errorStatus.invalid);
    return orProcedure(c, id, typed, () => Promise.reject(error));
  }
});

async function rejectPage(c: Req, id: string, shown?: { typed: ProcedureTyped; refused: Refusal }): Promise<string> {
  const { lang } = c.var;
  const w = decideWords[lang];
  const view = await readDeskProcedure(ctxOf(c), id);
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
      <p class="desk-case-name">{procedureTitle(lang, view)}</p>
      <p>{w.rejectText}</p>
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

/** The submission from whose page the reader came: what he has seen is what he decides on. */
export function roundAsked(c: Req): number | undefined {
  const round = c.req.query('round') ?? '';
  return /^\d{1,6}$/.test(round) ? Number(round) : undefined;
}
