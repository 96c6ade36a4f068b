// The page on which the signatory checks what a sub ID prepared: what the rules say, the sheets, and the two answers.
import type { PropsWithChildren } from 'hono/jsx';
import { compareApplication } from '../../../applications/invoice-comparison.ts';
import { countSheets } from '../../../applications/preview.ts';
import type { FirmView } from '../../../applications/read.ts';
import { checkApplication } from '../../../applications/submit.ts';
import type { Refusal } from '../../../lib/refusal.ts';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Req } from '../../request.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { formatCount, formatDayTime } from '../../ui/dates.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import type { SummaryItem } from '../../ui/summary-list.tsx';
import type { Lang } from '../../ui/words.ts';
import { ContentSummary, EvidenceSummary } from '../applications/application-content.tsx';
import { applicationOverviewWords } from '../applications/application-overview-words.ts';
import { idText } from '../applications/of-whom.tsx';
import { deskSentence } from '../desk-hours.ts';
import { InvoiceCompared } from '../review/invoice-compared.tsx';
import { Findings, Refused, Sheets, standingProblems } from '../review/review.tsx';
import { WarningWhys } from '../review/warning-whys.tsx';
import { releaseWords } from './release-words.ts';

/** `refused`: why it was not submitted just now. */
export async function releasePage(
  c: Req,
  view: FirmView,
  refused: Refusal | undefined,
  whys: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { lang } = c.var;
  const w = releaseWords[lang];
  const { application, evidence } = view;
  const id = application.applicationId;
  const findings = await checkApplication(ctxOf(c), id);
  const comparison = await compareApplication(ctxOf(c), id);
  const sheets = await countSheets(ctxOf(c), id);
  const desk = await deskSentence(c);
  const blocking = findings.filter((finding) => finding.level === 'block');
  const warnings = findings.filter((finding) => finding.level === 'warn');
  return page(
    <Layout
      {...frameOf(c)}
      title={w.title}
      hasErrors={refused !== undefined}
      back={{ href: paths.application(id), label: w.overview }}
    >
      <ErrorSummary lang={lang} problems={standingProblems(refused)} />
      <Refused lang={lang} refused={refused} />
      <State lang={lang} blocking={blocking.length} />
      <ContentSummary
        {...{ lang, kind: application.kind, content: application.content, above: whoItems(lang, view) }}
      />
      <Findings {...{ lang, application, blocking, warnings, changes: [] }} />
      <InvoiceCompared {...{ lang, kind: application.kind, evidence, comparison }} isHeading />
      <Sheets {...{ lang, id, sheets }} />
      <h2>{applicationOverviewWords[lang].evidenceHeading}</h2>
      <EvidenceSummary lang={lang} applicationId={id} evidence={evidence} />
      <Answers {...{ lang, id, desk, version: application.version, isBlocked: blocking.length > 0 }}>
        <WarningWhys {...{ lang, kind: application.kind, warnings, whys }} problems={standingProblems(refused)} />
      </Answers>
    </Layout>,
  );
}

/** Which one it is, who prepared it, and since when it waits. */
function whoItems(lang: Lang, { application, madeBy }: FirmView): SummaryItem[] {
  const w = releaseWords[lang];
  const { receiptNumber, preparedAt } = application;
  return [
    { key: w.receipt, value: receiptNumber ?? w.noReceipt },
    { key: w.by, value: idText(lang, madeBy) },
    ...(preparedAt === null ? [] : [{ key: w.since, value: formatDayTime(lang, preparedAt) }]),
  ];
}

function State({ lang, blocking }: { lang: Lang; blocking: number }) {
  const w = releaseWords[lang];
  const isReady = blocking === 0;
  return (
    <NextStep
      lang={lang}
      tone={isReady ? 'done' : 'attention'}
      state={isReady ? w.ready : w.notReady(formatCount(blocking))}
      action={<ButtonLink href="#submit">{w.toSubmit}</ButtonLink>}
    >
      <p>{isReady ? w.readyText : w.notReadyText}</p>
    </NextStep>
  );
}

type OfAnswers = { lang: Lang; id: string; desk: string; version: number; isBlocked: boolean };

function Answers(props: PropsWithChildren<OfAnswers>) {
  const { lang, id } = props;
  const w = releaseWords[lang];
  return (
    <section aria-labelledby="submit">
      <h2 id="submit">{w.submitHeading}</h2>
      {props.isBlocked ? (
        <p>{w.notReadyText}</p>
      ) : (
        <>
          <p>{w.submitLead}</p>
          <p>{props.desk}</p>
        </>
      )}
      <form method="post" action={paths.releaseApplication(id)}>
        <input type="hidden" name="version" value={String(props.version)} />
        {props.isBlocked ? null : props.children}
        <ButtonRow>
          {props.isBlocked ? null : <Button tone="primary">{w.submit}</Button>}
          <ButtonLink href={paths.giveBackApplication(id)}>{w.giveBack}</ButtonLink>
        </ButtonRow>
      </form>
    </section>
  );
}
