// One procedure at the desk: data and papers side by side, and what the reader may do about it.
import { Hono } from 'hono';
import { readDeskFee } from '../../../payments/registration-fee-desk.ts';
import { readDeskProcedure } from '../../../registrations/procedures/procedure-desk.ts';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, type Req } from '../../request.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { fieldId, problemFor } from '../../ui/field-frame.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { ProcedureSanctions } from '../sanctions/register-sanctions.tsx';
import { listOf, queueHref } from './desk-queue-address.ts';
import { ProcedureAccepted } from './procedure-accepted.tsx';
import { ProcedureData } from './procedure-data.tsx';
import { ProcedureDifferences } from './procedure-differences.tsx';
import { ProcedureFee } from './procedure-fee.tsx';
import { EventHistory } from './procedure-history.tsx';
import { ProcedurePapers } from './procedure-papers.tsx';
import { AskedBefore, KeptRemarks, ProcedureConflict, type ProcedureRefused } from './procedure-said.tsx';
import { ProcedureFacts, ProcedureState } from './procedure-state.tsx';
import { nothingTyped, paperField } from './procedure-typed.ts';
import { procedureTitle, procedureView } from './procedure-view.ts';
import { procedureWords } from './procedure-words.ts';
import { RemarkBox, type RemarkProps, remarksForm } from './remark-box.tsx';

export const procedureScreens = new Hono<Env>();

procedureScreens.get(paths.deskProcedure(':id'), async (c) => c.html(await procedurePage(c, c.req.param('id'))));

/** Refuses `not_allowed` for firms, `not_found`. `shown`: the deed that was refused, with what was typed. */
export async function procedurePage(c: Req, id: string, shown?: ProcedureRefused): Promise<string> {
  const ctx = ctxOf(c);
  const of = procedureView(c.var.lang, ctx.actor, await readDeskProcedure(ctx, id), c.var.now);
  const fee = await readDeskFee(ctx, id);
  const { lang, view } = of;
  const typed = shown?.typed ?? nothingTyped;
  const problems = shown?.refused.code === 'invalid' ? placed(shown) : [];
  const props = { ...of, typed, problems };
  return page(
    <Layout
      {...frameOf(c)}
      title={procedureTitle(lang, view)}
      back={{ href: queueHref({ list: listOf(view.procedure.status) }), label: procedureWords[lang].queue }}
      hasErrors={problems.length > 0}
    >
      <ErrorSummary lang={lang} problems={problems} />
      {shown?.refused.code === 'conflict' ? (
        <ProcedureConflict {...of} typed={typed} isPaying={fee.paying !== undefined} />
      ) : null}
      <KeptRemarks {...of} typed={typed} />
      <ProcedureSanctions lang={lang} sanctions={view.sanctions} />
      <ProcedureState {...of} />
      <ProcedureFacts {...of} />
      <ProcedureFee {...of} fee={fee} problems={problems} />
      <ProcedureAccepted {...of} />
      <AskedBefore {...of} />
      <ProcedureDifferences {...of} />
      <div class="desk-sides">
        <ProcedureData {...props} />
        <ProcedurePapers {...props} />
      </div>
      <SendBack {...props} />
      <EventHistory lang={lang} events={view.events} people={view.people} />
    </Layout>,
  );
}

/** The deed speaks of the day; on this page each paper has one. */
function placed({ typed, refused }: ProcedureRefused) {
  const { kind, signatoryKey } = typed.brought;
  return refused.fields.map((one) => (one.field === 'day' ? { ...one, field: paperField(kind, signatoryKey) } : one));
}

function SendBack(props: RemarkProps) {
  const { lang, view, actions, problems } = props;
  if (!actions.has('send_back')) return null;
  const w = procedureWords[lang];
  const { procedureId, round } = view.procedure;
  const error = problemFor(problems, lang, 'remarks');
  return (
    <section aria-labelledby={fieldId('remarks')}>
      <h2 id={fieldId('remarks')} tabindex={-1}>
        {w.sendBackHeading}
      </h2>
      <p>{w.sendBackHelp}</p>
      {error === undefined ? null : <p class="field-error">{error}</p>}
      <form method="post" action={paths.returnProcedure(procedureId)} id={remarksForm}>
        <input type="hidden" name="round" value={String(round)} />
        <div class="reg-general">
          <RemarkBox {...props} place="signatories" name={w.sendBackGeneral} isNameSeen />
        </div>
        <div class="desk-actions">
          <Button>{w.sendBack}</Button>
        </div>
      </form>
      {actions.has('reject') ? (
        <div class="desk-reject">
          <p>{w.rejectLead}</p>
          <ButtonLink href={`${paths.rejectProcedure(procedureId)}?round=${round}`}>{w.reject}</ButtonLink>
        </div>
      ) : null}
    </section>
  );
}
