// One case on the desk: what is declared beside the documents, and what the reader may do about it.
import { Hono } from 'hono';
import { deskSheet } from '../../applications/desk-preview.ts';
import { readDeskDetails } from '../../applications/read-desk-details.ts';
import { type DeskPrintView, readDeskPrint } from '../../certificates/print.ts';
import type { FieldProblem, Refusal } from '../../lib/refusal.ts';
import { frameOf } from '../frame.ts';
import { paths } from '../paths.ts';
import { ctxOf, type Env, type Req } from '../request.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { problemFor } from '../ui/field-frame.tsx';
import { Layout, page } from '../ui/layout.tsx';
import { CaseDeclared } from './case-declared.tsx';
import { CaseEvidence } from './case-evidence.tsx';
import { CaseFacts } from './case-facts.tsx';
import { CaseHistory } from './case-history.tsx';
import { CasePoints } from './case-points.tsx';
import { CasePrinting } from './case-printing.tsx';
import { CaseSendBack } from './case-send-back.tsx';
import { CaseState } from './case-state.tsx';
import { type CaseView, caseTitle, caseView } from './case-view.ts';
import { caseWords } from './case-words.ts';
import { DoneNotice } from './done.tsx';
import { KeysHelp } from './keys-help.tsx';
import { NextCaseButton } from './next-case.tsx';
import { listOf, queueHref } from './queue-address.ts';
import { CannotCertify, ConflictNotice, KeptWords } from './refused.tsx';
import { refusedWords } from './refused-words.ts';
import { CaseStopped } from './sanctions/case-stopped.tsx';
import type { Typed } from './typed.ts';

export const caseScreens = new Hono<Env>();

caseScreens.get(paths.deskCase(':id'), async (c) => c.html(await casePage(c, c.req.param('id'))));

/** `refused`: the deed of `typed` was; `uncertified`: it was examined, but the certifying that should follow was refused. */
export type Shown = { typed: Typed; refused: Refusal; uncertified?: boolean };

/** Refuses `not_allowed` for firms, `not_found`. */
export async function casePage(c: Req, id: string, shown?: Shown): Promise<string> {
  const ctx = ctxOf(c);
  const of = caseView(c.var.lang, ctx.actor, await readDeskDetails(ctx, id), c.var.now);
  const { sheets } = await deskSheet(ctx, { applicationId: id, sheet: 1 });
  const { lang, view, actions } = of;
  const printing = view.application.status === 'issued' ? await readDeskPrint(ctx, id) : undefined;
  const list = listOf(view.application.status, actions.has('release'));
  const problems = shown && !shown.uncertified && shown.refused.code === 'invalid' ? shown.refused.fields : [];
  return page(
    <Layout
      {...frameOf(c)}
      title={caseTitle(lang, view)}
      back={{ href: queueHref(list), label: caseWords[lang].queue }}
      hasErrors={problems.length > 0}
      islands={['desk-keys']}
    >
      <Said {...{ c, of, shown, problems, printing }} />
      <div class="desk-top">
        <CaseState {...of} />
        <NextCaseButton lang={lang} reader={ctx.actor} first={list === 'approved' ? 'certify' : 'examine'} quiet />
      </div>
      <CaseStopped {...of} />
      <CaseFacts {...of} />
      {printing ? <CasePrinting {...of} {...{ printing, problems }} typed={shown?.typed} /> : null}
      <CasePoints {...of} />
      <div class="desk-sides">
        <CaseDeclared {...of} sheets={sheets} />
        <CaseEvidence
          {...of}
          chosen={shown?.typed.invoiceSignedBy ?? ''}
          error={problemFor(problems, lang, 'invoiceSignedBy')}
        />
      </div>
      <CaseSendBack {...of} typed={shown?.typed ?? { remarks: [] }} problems={problems} />
      <CaseHistory {...of} />
      <KeysHelp lang={lang} page="case" />
    </Layout>,
  );
}

/** First on the page: what came of the last deed. */
function Said(props: {
  c: Req;
  of: CaseView;
  shown: Shown | undefined;
  problems: readonly FieldProblem[];
  printing: DeskPrintView | undefined;
}) {
  const { c, of, shown, problems, printing } = props;
  if (!shown) return <DoneNotice c={c} printUntil={printing?.print.printUntil} />;
  const { lang } = of;
  const isInForm = shown.typed.reopen !== undefined && printing?.mayReopen === true;
  return (
    <>
      <ErrorSummary lang={lang} problems={problems} />
      {shown.uncertified ? (
        <CannotCertify lang={lang} problems={shown.refused.fields} lead={refusedWords[lang].cannotCertifyText} />
      ) : null}
      {shown.refused.code === 'conflict' ? <ConflictNotice {...of} typed={shown.typed} /> : null}
      {isInForm ? null : <KeptWords {...of} typed={shown.typed} />}
    </>
  );
}
