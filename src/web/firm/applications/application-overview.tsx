// One application: its state, what happens next, what it holds, what happened so far.
import { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { may } from '../../../accounts/rights.ts';
import { isChangeable } from '../../../applications/application.ts';
import type { Place } from '../../../applications/finding.ts';
import { applicationLifecycle } from '../../../applications/lifecycle.ts';
import { type FirmView, listDoers, readApplication, readHistory } from '../../../applications/read.ts';
import type { Event } from '../../../audit/events.ts';
import { readOwnSanctions } from '../../../registrations/sanctions/read-sanction.ts';
import { frameOf } from '../../frame.ts';
import { pagesOf } from '../../kinds/kinds.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, type Req } from '../../request.ts';
import { ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { formatDayTime } from '../../ui/dates.ts';
import { Layout, page } from '../../ui/layout.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { SummaryItem } from '../../ui/summary-list.tsx';
import { Table } from '../../ui/table.tsx';
import type { Lang } from '../../ui/words.ts';
import { deskSentence } from '../desk-hours.ts';
import { over } from '../firm-home.tsx';
import { GivenBack, ReleaseState } from '../release/release-state.tsx';
import { placeHref, stepHref } from '../review/finding-link.ts';
import { SanctionNotices } from '../sanction-notice.tsx';
import { ContentSummary, EvidenceSummary } from './application-content.tsx';
import { applicationOverviewWords, nextWords } from './application-overview-words.ts';
import { applicationStatusTone, applicationStatusWords } from './application-status.ts';
import {
  type HistoryLine,
  historyLines,
  mayWithdraw,
  reasonOf,
  remarksByPlace,
  stepToGoOn,
} from './application-way.ts';
import { idText, nameOf } from './of-whom.tsx';

export const applicationOverviewScreens = new Hono<Env>();

applicationOverviewScreens.get(paths.application(':id'), async (c) =>
  c.html(await overviewPage(c, c.req.param('id'), {})),
);

/** `changed`: a deed was refused because the application had moved on meanwhile. Refuses `not_found`. */
export async function overviewPage(c: Req, id: string, shown: { changed?: boolean }): Promise<string> {
  const view = await readApplication(ctxOf(c), id);
  const sanctions = await readOwnSanctions(ctxOf(c));
  const events = await readHistory(ctxOf(c), id);
  const doers = await listDoers(ctxOf(c), id);
  const { application, evidence } = view;
  // A copy is a new application of the reader's own, so whoever makes any may copy what he reads.
  const mayCopy = may(ctxOf(c).actor, 'application.write');
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
      <SanctionNotices lang={lang} sanctions={over.includes(application.status) ? [] : sanctions} />
      <GivenBack lang={lang} events={events} />
      {application.preparedAt === null ? (
        <State lang={lang} view={view} events={events} desk={desk} mayCopy={mayCopy} />
      ) : (
        <ReleaseState lang={lang} view={view} isSub={ctxOf(c).actor.role === 'sub'} />
      )}
      <ReadOnly lang={lang} view={view} />
      <h2>{w.contentHeading}</h2>
      <ContentSummary
        {...{
          lang,
          kind: application.kind,
          content: application.content,
          above: whoItems(lang, view),
          goodsHref: goodsToRead(view),
        }}
      />
      <p>
        <a href={paths.previewPdf(id)}>{w.specimen}</a>
      </p>
      <h2>{w.evidenceHeading}</h2>
      <EvidenceSummary lang={lang} applicationId={id} evidence={evidence} />
      <h2>{w.historyHeading}</h2>
      <History lang={lang} lines={historyLines(lang, events, doers)} />
      <More lang={lang} view={view} mayCopy={mayCopy} />
    </Layout>,
  );
}

export function titleOf(lang: Lang, { receiptNumber }: { receiptNumber: string | null }): string {
  const w = applicationOverviewWords[lang];
  return receiptNumber === null ? w.draftTitle : w.title(receiptNumber);
}

function whoItems(lang: Lang, { application: { signatory }, madeBy }: FirmView): SummaryItem[] {
  const w = applicationOverviewWords[lang];
  return [
    { key: w.madeBy, value: idText(lang, madeBy) },
    { key: w.signatory, value: nameOf(lang, signatory) },
  ];
}

/** Where the lines of goods can be read, for whoever does not come to them by typing. */
function goodsToRead({ application, allowed }: FirmView): string | undefined {
  const isTyped = isChangeable(application) && allowed.has('application.write');
  return isTyped || application.content.goods.length === 0 ? undefined : paths.goods(application.applicationId);
}

/** Says who can, where the reader may look and no more. */
function ReadOnly({ lang, view }: { lang: Lang; view: FirmView }) {
  const w = applicationOverviewWords[lang];
  if (view.allowed.has('application.write')) return null;
  const { madeBy, application } = view;
  const id = idText(lang, madeBy);
  const whose = madeBy.role === 'sub' ? w.orSignatory(id, nameOf(lang, application.signatory)) : id;
  return (
    <Notice tone="info" heading={w.readOnlyHeading}>
      <p>{w.readOnly(whose)}</p>
    </Notice>
  );
}

type StateProps = {
  lang: Lang;
  view: FirmView;
  events: readonly Event[];
  desk: string | undefined;
  mayCopy: boolean;
};

function State(props: StateProps) {
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
      action={primaryAction(lang, view, props.mayCopy)}
    >
      <p>{isSubmitted && desk === undefined ? w.examining : nextWords[lang][status]}</p>
      {desk === undefined ? null : <p>{desk}</p>}
      {isSubmitted ? <p>{w.afterExamination}</p> : null}
      {status === 'certified' && isForAnotherToPay(view) ? (
        <p>{w.payElsewhere(nameOf(lang, view.application.signatory))}</p>
      ) : null}
      {reason === undefined ? null : <p>{w.reason(reason)}</p>}
      {status === 'returned' ? <Remarks lang={lang} view={view} /> : null}
    </NextStep>
  );
}

/** A sub ID whose signatory does not let it pay. */
const isForAnotherToPay = ({ allowed }: FirmView): boolean =>
  allowed.has('application.write') && !allowed.has('payment.pay');

/** The examiner's words at each box, and the way to that box for whoever corrects it. */
function Remarks({ lang, view }: { lang: Lang; view: FirmView }) {
  const w = applicationOverviewWords[lang];
  const nameOfPlace = (place: Place) => pagesOf(view.application.kind).placeName(lang, place);
  return (
    <ul aria-label={w.remarksHeading}>
      {remarksByPlace(view).map(({ place, words }) => (
        <li>
          {view.allowed.has('application.write') ? (
            <a href={placeHref(view.application, place)}>{w.mendPlace(nameOfPlace(place))}</a>
          ) : (
            nameOfPlace(place)
          )}
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
function primaryAction(lang: Lang, view: FirmView, mayCopy: boolean): Child {
  const w = applicationOverviewWords[lang];
  const { status, applicationId } = view.application;
  const { allowed } = view;
  if (isChangeable(view.application) && allowed.has('application.write'))
    return (
      <ButtonLink href={stepHref(applicationId, stepToGoOn(view))} tone="primary">
        {status === 'returned' ? w.mend : w.go}
      </ButtonLink>
    );
  if (status === 'certified' && allowed.has('payment.pay'))
    return (
      <ButtonLink href={`${paths.payments}?application=${applicationId}`} tone="primary">
        {w.pay}
      </ButtonLink>
    );
  if (status === 'issued' && allowed.has('paper.print'))
    return (
      <ButtonLink href={paths.print(applicationId)} tone="primary">
        {w.print}
      </ButtonLink>
    );
  return isOver(view) && mayCopy ? (
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

function More({ lang, view, mayCopy }: { lang: Lang; view: FirmView; mayCopy: boolean }) {
  const w = applicationOverviewWords[lang];
  const { status, applicationId } = view.application;
  if (isOver(view) && status !== 'issued') return null; // the copy is its one thing to do already
  if (!mayCopy && !mayWithdraw(view)) return null;
  return (
    <>
      <h2>{w.moreHeading}</h2>
      <ButtonRow>
        {mayCopy ? <ButtonLink href={copyHref(applicationId)}>{w.copy}</ButtonLink> : null}
        {mayWithdraw(view) ? (
          <ButtonLink href={paths.withdrawApplication(applicationId)}>{w.withdraw}</ButtonLink>
        ) : null}
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
