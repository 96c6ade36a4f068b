// One application of the signatory: its state, what happens next, what it holds, what happened so far.
import { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { applicationLifecycle, isOpenToFirm } from '../../../applications/lifecycle.ts';
import { type FirmView, readApplication, readHistory } from '../../../applications/read.ts';
import type { Event } from '../../../audit/events.ts';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, type Req } from '../../request.ts';
import { ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { formatDayTime } from '../../ui/dates.ts';
import { Layout, page } from '../../ui/layout.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Table } from '../../ui/table.tsx';
import type { Lang } from '../../ui/words.ts';
import { deskSentence } from '../desk-hours.ts';
import { placeHref, placeWords, stepHref } from '../review/finding-link.ts';
import { ContentSummary, EvidenceSummary } from './application-content.tsx';
import { applicationOverviewWords, nextWords } from './application-overview-words.ts';
import { applicationStatusTone, applicationStatusWords } from './application-status.ts';
import { type HistoryLine, historyLines, reasonOf, remarksByPlace, stepToGoOn } from './application-way.ts';

export const applicationOverviewScreens = new Hono<Env>();

applicationOverviewScreens.get(paths.application(':id'), async (c) =>
  c.html(await overviewPage(c, c.req.param('id'), {})),
);

/** `changed`: a deed was refused because the application had moved on meanwhile. Refuses `not_found`. */
export async function overviewPage(c: Req, id: string, shown: { changed?: boolean }): Promise<string> {
  const view = await readApplication(ctxOf(c), id);
  const events = await readHistory(ctxOf(c), id);
  const { application, evidence } = view;
  const desk = application.status === 'submitted' && !application.claimedBy ? await deskSentence(c) : undefined;
  const { lang } = c.var;
  const w = applicationOverviewWords[lang];
  return page(
    <Layout {...frameOf(c)} title={titleOf(lang, application)} back={{ href: paths.applications, label: w.list }}>
      {shown.changed ? (
        <Notice tone="error" heading={w.changedHeading}>
          <p>{w.changedText}</p>
        </Notice>
      ) : null}
      <State lang={lang} view={view} events={events} desk={desk} />
      <h2>{w.contentHeading}</h2>
      <ContentSummary lang={lang} content={application.content} />
      <p>
        <a href={paths.previewPdf(id)}>{w.specimen}</a>
      </p>
      <h2>{w.evidenceHeading}</h2>
      <EvidenceSummary lang={lang} applicationId={id} evidence={evidence} />
      <h2>{w.historyHeading}</h2>
      <History lang={lang} lines={historyLines(lang, events, application.signatory.accountId)} />
      <More lang={lang} view={view} />
    </Layout>,
  );
}

export function titleOf(lang: Lang, { receiptNumber }: { receiptNumber: string | null }): string {
  const w = applicationOverviewWords[lang];
  return receiptNumber === null ? w.draftTitle : w.title(receiptNumber);
}

function State(props: { lang: Lang; view: FirmView; events: readonly Event[]; desk: string | undefined }) {
  const { lang, view, events, desk } = props;
  const w = applicationOverviewWords[lang];
  const { status } = view.application;
  const since = events.findLast((event) => event.to === status)?.at;
  const reason = reasonOf(events, status);
  const isSubmitted = status === 'submitted';
  return (
    <NextStep
      lang={lang}
      tone={applicationStatusTone[status]}
      state={applicationStatusWords[lang][status]}
      since={since && w.since(formatDayTime(lang, since))}
      action={primaryAction(lang, view)}
    >
      <p>{isSubmitted && desk === undefined ? w.examining : nextWords[lang][status]}</p>
      {desk === undefined ? null : <p>{desk}</p>}
      {isSubmitted ? <p>{w.afterExamination}</p> : null}
      {reason === undefined ? null : <p>{w.reason(reason)}</p>}
      {status === 'returned' ? <Remarks lang={lang} view={view} /> : null}
    </NextStep>
  );
}

/** The examiner's words at each box, and the way to that box. */
function Remarks({ lang, view }: { lang: Lang; view: FirmView }) {
  const w = applicationOverviewWords[lang];
  return (
    <ul aria-label={w.remarksHeading}>
      {remarksByPlace(view.remarks).map(({ place, words }) => (
        <li>
          <a href={placeHref(view.application.applicationId, place)}>{w.mendPlace(placeWords[lang][place])}</a>
          {words.map((text) => (
            <>
              <br />
              <bdi>{text}</bdi>
            </>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** The one thing to do now: go on where it is the firm's turn, begin anew where this one is over. */
function primaryAction(lang: Lang, view: FirmView): Child {
  const w = applicationOverviewWords[lang];
  const { status, applicationId } = view.application;
  if (isOpenToFirm(status))
    return (
      <ButtonLink href={stepHref(applicationId, stepToGoOn(view))} tone="primary">
        {status === 'returned' ? w.mend : w.go}
      </ButtonLink>
    );
  if (status === 'certified')
    return (
      <ButtonLink href={`${paths.payments}?application=${applicationId}`} tone="primary">
        {w.pay}
      </ButtonLink>
    );
  if (status === 'issued')
    return (
      <ButtonLink href={paths.print(applicationId)} tone="primary">
        {w.print}
      </ButtonLink>
    );
  return isOver(view) ? (
    <ButtonLink href={copyHref(applicationId)} tone="primary">
      {w.copy}
    </ButtonLink>
  ) : undefined;
}

/** Nobody can take a further step: what is left is to begin anew. */
function isOver({ application: { status } }: FirmView): boolean {
  const roles = ['firm', 'examiner', 'certifier', 'system'] as const;
  return roles.every((role) => applicationLifecycle.actionsFor(status, role).length === 0);
}

const copyHref = (applicationId: string): string => `${paths.newApplication}?copy-of=${applicationId}`;

function More({ lang, view }: { lang: Lang; view: FirmView }) {
  const w = applicationOverviewWords[lang];
  const { status, applicationId } = view.application;
  const mayWithdraw = applicationLifecycle.mayTake('withdraw', status, 'firm');
  if (isOver(view) && status !== 'issued') return null; // the copy is its one thing to do already
  return (
    <>
      <h2>{w.moreHeading}</h2>
      <ButtonRow>
        <ButtonLink href={copyHref(applicationId)}>{w.copy}</ButtonLink>
        {mayWithdraw ? <ButtonLink href={paths.withdrawApplication(applicationId)}>{w.withdraw}</ButtonLink> : null}
      </ButtonRow>
    </>
  );
}

function History({ lang, lines }: { lang: Lang; lines: readonly HistoryLine[] }) {
  const w = applicationOverviewWords[lang];
  return (
    <Table
      {...{ lang, id: 'history', caption: w.historyCaption, captionUnseen: true, phone: 'stack', rows: lines }}
      columns={[
        { key: 'at', head: w.at, kind: 'day', cell: (line: HistoryLine) => formatDayTime(lang, line.at) },
        { key: 'what', head: w.what, namesRow: true, cell: (line: HistoryLine) => line.what },
        { key: 'who', head: w.who, cell: (line: HistoryLine) => line.who },
      ]}
    />
  );
}
